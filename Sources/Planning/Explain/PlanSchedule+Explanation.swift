internal import Scheduling

extension PlanSchedule {
  /// Explains the dates of a task: the chain of reasons, where its float comes from, and what would
  /// make it a day earlier.
  ///
  /// - Parameters:
  ///   - task: index in `plan.tasks`; of a summary both dates are explained.
  ///   - aim: which date of a task to explain; of a summary the finish alone when it says so.
  ///   - effort: about how many tasks may be scheduled in all while changes are tried; 0: nothing is
  ///     tried.
  /// - Complexity: O(tasks + links + days of the chain), and for the trials at most `effort` tasks
  ///   scheduled, but at least ten schedules.
  public func explanation(
    of task: Int, aim: Explanation.Aim = .start, effort: Int = 400_000
  ) -> Explanation {
    guard let (first, last) = boundaries(of: task) else {
      return Explanation(task: task, parts: [], standing: nil)
    }
    var aims: [(aim: Explanation.Aim, leaf: Int)] = []
    if aim == .start { aims.append((.start, first)) }
    if aim == .finish || plan.tasks[task].isSummary { aims.append((.finish, last)) }
    let trials = effort > 0 ? max(10, effort / max(1, plan.tasks.count) / aims.count) : 0
    let parts = aims.compactMap { aim, leaf -> Explanation.Part? in
      guard let node = lowered.node[leaf] else { return nil }
      let steps = ExplainedChain(to: node, self).steps
      let whole = plan.tasks[task].isSummary ? lowered.leaves[task] ?? [] : [leaf]
      let search = EarlierSearch(self, steps: steps, of: whole, aim: aim, limit: trials)
      return Explanation.Part(aim: aim, leaf: leaf, steps: steps, earlier: search.found)
    }
    let decisive = plan.tasks[task].isSummary ? leastFloat(in: task) ?? last : task
    return Explanation(task: task, parts: parts, standing: standing(of: decisive))
  }

  /// The task that gives a summary its float.
  private func leastFloat(in summary: Int) -> Int? {
    (lowered.leaves[summary] ?? []).min { tasks[$0].totalFloat < tasks[$1].totalFloat }
  }

  private func standing(of task: Int) -> Explanation.Standing? {
    guard let node = lowered.node[task] else { return nil }
    let path = scheduled.tightestPath(from: node)
    let steps = path.steps.filter { !lowered.isGate($0.task) }
    let slack = path.steps.firstIndex { $0.slack > 0 }.map { index in
      // Slack before a gate is slack before the task behind it.
      let task = path.steps[index...].first { !lowered.isGate($0.task) } ?? path.steps[index]
      return Explanation.Standing.SlackBefore(
        task: lowered.task[Int(task.task)], minutes: path.steps[index].slack)
    }
    return .init(
      chain: steps.map { lowered.task[Int($0.task)] }, slackBefore: slack,
      endsAtOwnDate: path.endsAtOwnDate)
  }
}
