public import Scheduling

extension PlanSchedule {
  /// A place where one owner's work goes on with another's.
  public struct HandOff: Hashable, Sendable {
    /// Index in `plan.tasks` of the task that hands over.
    public var from: Int
    /// Index in `plan.tasks` of the task that takes over.
    public var to: Int
    /// When it is handed over: the finish of the one (its start, for links from the start).
    public var date: Instant
    /// Since when the taker waits: everything else it needs is there; nil when it does not wait.
    public var waitsSince: Instant?
  }

  /// The places where one owner's work goes on with another's, by date.
  ///
  /// Links between tasks of different owners; a summary stands for its last task (its first, for
  /// links from the start). Finished hand-overs are included.
  ///
  /// - Complexity: O(links · log links + depth of summaries).
  public func handOffs() -> [HandOff] {
    var indexOf: [String: Int] = [:]
    for (index, task) in plan.tasks.enumerated() { indexOf[task.id] = index }
    let leaves = leavesOfSummaries()
    var result: [HandOff] = []
    for (index, task) in plan.tasks.enumerated() where !task.isSummary {
      guard task.isActive, let owner = task.owner else { continue }
      // What others hand over, and when everything else is there.
      var arrivals: [(from: Int, date: Instant, isForeign: Bool)] = []
      for link in task.after {
        guard let named = indexOf[link.task],
          let from = leaf(of: named, leaves, atStart: !link.type.fromFinish)
        else { continue }
        let dates = tasks[from]
        let date = link.type.fromFinish ? dates.finish : dates.start
        let isForeign = plan.tasks[from].owner.map { $0 != owner } ?? false
        arrivals.append((from, date, isForeign))
      }
      for (number, arrival) in arrivals.enumerated() where arrival.isForeign {
        let others = arrivals.enumerated().filter { $0.offset != number }.map(\.element.date)
        let ready = others.max() ?? plan.start
        result.append(
          HandOff(
            from: arrival.from, to: index, date: arrival.date,
            waitsSince: ready < arrival.date ? ready : nil))
      }
    }
    return result.sorted { ($0.date, $0.to, $0.from) < ($1.date, $1.to, $1.from) }
  }

  private func leavesOfSummaries() -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (index, task) in plan.tasks.enumerated() where !task.isSummary {
      var parent = task.parent
      while let summary = parent {
        result[summary, default: []].append(index)
        parent = plan.tasks[summary].parent
      }
    }
    return result
  }

  /// The task that a named task or summary stands for.
  private func leaf(of named: Int, _ leaves: [Int: [Int]], atStart: Bool) -> Int? {
    guard plan.tasks[named].isSummary else { return named }
    let tasks = leaves[named] ?? []
    return atStart
      ? tasks.min { (self.tasks[$0].start, $0) < (self.tasks[$1].start, $1) }
      : tasks.max { (self.tasks[$0].finish, $0) < (self.tasks[$1].finish, $1) }
  }
}
