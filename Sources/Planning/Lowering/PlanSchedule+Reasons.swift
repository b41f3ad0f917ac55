internal import Scheduling

extension PlanSchedule {
  /// What sets the dates of every task, by index of `plan.tasks`; nil for summaries.
  ///
  /// - Complexity: O(links log links into one task + tasks) time, O(tasks) space.
  public func reasons() -> [Reason?] {
    var raised = RaisedReasons(lowered, scheduled)
    return lowered.node.map { node in
      node.map { raised.reason(of: $0, scheduled.driver(of: $0)) }
    }
  }

  /// The tasks that give a summary its dates: the one that starts first and the one that finishes
  /// last, of several the first in the plan; for a task itself, and nil for an empty summary.
  ///
  /// - Complexity: O(tasks in the summary).
  public func boundaries(of task: Int) -> (first: Int, last: Int)? {
    guard plan.tasks[task].isSummary else { return (task, task) }
    let held = lowered.leaves[task] ?? []
    guard let first = held.min(by: { tasks[$0].start < tasks[$1].start }),
      let latest = held.lazy.map({ tasks[$0].finish }).max(),
      let last = held.first(where: { tasks[$0].finish == latest })
    else { return nil }
    return (first, last)
  }
}

/// Raises drivers of nodes to reasons in the plan's terms: the task behind a gate instead of the
/// gate, the lag as the plan states it.
struct RaisedReasons {
  private let lowered: LoweredPlan
  private let scheduled: ScheduledNetwork
  /// By gate, the member that sets its date: many links may come from one gate.
  private var memberOfGate: [Int32: Int32] = [:]

  init(_ lowered: LoweredPlan, _ scheduled: ScheduledNetwork) {
    self.lowered = lowered
    self.scheduled = scheduled
  }

  /// A path of nodes without its gates.
  mutating func raised(_ steps: [ScheduledNetwork.PathStep]) -> [PlanSchedule.PathStep] {
    var result: [PlanSchedule.PathStep] = []
    for step in steps where !lowered.isGate(step.task) {
      result.append(
        .init(
          task: lowered.task[Int(step.task)],
          reason: reason(of: step.task, step.driver)))
    }
    return result
  }

  /// What sets the dates of a node that is no gate.
  ///
  /// - Complexity: O(1), and O(k log k) once for each gate of k members.
  mutating func reason(of node: Int32, _ driver: Driver) -> PlanSchedule.Reason {
    switch driver {
    case .projectStart: return .projectStart
    case .link(let link): return waiting(for: link).map { .link($0) } ?? .projectStart
    case .calendarGap(let link, let bound):
      let network = lowered.network
      let start = scheduled.schedule.start[Int(node)]
      let calendar = network.calendars[Int(network.calendar(of: node))]
      let window = calendar.windows?.first { $0.start.minutes <= start && start < $0.end.minutes }
      return .calendar(waiting(for: link), wait: start - bound.minutes, window: window)
    case .constraint(let constraint): return .constraint(constraint)
    case .statusDate: return .statusDate
    case .actual: return .actual
    }
  }

  private mutating func waiting(for link: Int32) -> PlanSchedule.Reason.Waiting? {
    let stated = lowered.network.link(link)
    var source = stated.source
    var summary: Int?
    if lowered.isGate(source) {
      summary = lowered.task[Int(source)]
      guard let member = member(of: source) else { return nil }
      source = member
    }
    let dependency = lowered.origin[Int(link)].dependency.map {
      lowered.plan.tasks[$0.task].after[$0.index]
    }
    return .init(
      predecessor: lowered.task[Int(source)], type: stated.type, lag: dependency?.lag ?? .none,
      viaSummary: summary)
  }

  private mutating func member(of gate: Int32) -> Int32? {
    if let known = memberOfGate[gate] { return known }
    guard let link = scheduled.driver(of: gate).link else { return nil }
    let member = lowered.network.link(link).source
    memberOfGate[gate] = member
    return member
  }
}
