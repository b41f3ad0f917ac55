internal import Scheduling

/// What a task is in the network under some set of levers, told by the tasks of the plan without
/// them.
enum NodeForm: Hashable, Sendable {
  /// The task is there.
  case present(Node)
  /// The task is not there.
  case absent
  /// Nothing is known: it may lie anywhere.
  case unknown

  /// Everything that places a task.
  struct Node: Hashable, Sendable {
    var duration: TaskDuration
    var calendar: Int32
    var constraints: [TaskConstraint]
    var progress: TaskProgress?
    var parts: [TaskPart]
    var links: [Link]
  }

  /// What it waits for.
  struct Link: Hashable, Sendable {
    var source: Source
    var type: LinkType
    var lag: Int32
    var lagCalendar: Int32
  }

  /// Where a link comes from: indices of the plan's tasks.
  enum Source: Hashable, Sendable {
    case task(Int)
    case startOf(summary: Int)
    case finishOf(summary: Int)
  }

  /// The forms of all tasks of a plan in a lowered plan made from it.
  ///
  /// - Parameters:
  ///   - lowered: the plan with levers, lowered.
  ///   - index: by id, the task's index in the plan without them.
  ///   - count: how many tasks that has.
  /// - Complexity: O(tasks + links).
  static func forms(_ lowered: LoweredPlan, index: [String: Int], count: Int) -> [NodeForm] {
    let network = lowered.network
    var incoming = [[Link]](repeating: [], count: network.taskCount)
    for number in 0..<Int32(network.linkCount) {
      let link = network.link(number)
      guard !lowered.isGate(link.target),
        let holder = index[lowered.plan.tasks[lowered.task[Int(link.source)]].id]
      else { continue }
      let source: Source =
        switch network.kind(of: link.source) {
        case .groupStart: .startOf(summary: holder)
        case .groupFinish: .finishOf(summary: holder)
        default: .task(holder)
        }
      incoming[Int(link.target)].append(
        Link(source: source, type: link.type, lag: link.lag, lagCalendar: link.lagCalendar))
    }
    var result = [NodeForm](repeating: .absent, count: count)
    for (position, task) in lowered.plan.tasks.enumerated() {
      guard let node = lowered.node[position], let own = index[task.id] else { continue }
      let form = Node(
        duration: network.duration(of: node), calendar: network.calendar(of: node),
        constraints: network.constraints(of: node), progress: network.progress(of: node),
        parts: network.parts(of: node), links: incoming[Int(node)])
      result[own] = form.followsGranule(network.constraintRule) ? .unknown : .present(form)
    }
    return result
  }
}

extension NodeForm.Node {
  /// Whether where the task lies depends on the smallest step in which the dates of the whole
  /// network move (`Schedule.granule`), and so on durations anywhere: where a date is counted
  /// backwards on the clock, over pieces, or under P6's rules.
  func followsGranule(_ rule: ConstraintRule) -> Bool {
    let boundsFinish = constraints.contains(where: \.kind.concernsFinish)
    if !parts.isEmpty || rule == .logic {
      return boundsFinish || links.contains { !$0.type.toStart }
    }
    if case .work = duration { return false }
    return boundsFinish
  }
}
