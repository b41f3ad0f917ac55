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
    /// How it can be made shorter, longest first; empty when prices are left out.
    var shorter: [Way] = []
    /// Whether the durations between its own and the shorter ones are impossible.
    var isDiscrete = false

    /// The shortest it can be.
    var shortest: TaskDuration { shorter.last?.duration ?? duration }
  }

  /// A shorter duration with its extra cost over the planned one.
  struct Way: Hashable, Sendable {
    var duration: TaskDuration
    var cost: Int64
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
  ///   - options: how tasks of the lowered plan can be made shorter.
  /// - Complexity: O(tasks + links).
  static func forms(
    _ lowered: LoweredPlan, index: [String: Int], count: Int, options: [CrashOption] = []
  ) -> [NodeForm] {
    let network = lowered.network
    let optionOfTask = Dictionary(
      options.map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
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
      var form = Node(
        duration: network.duration(of: node), calendar: network.calendar(of: node),
        constraints: network.constraints(of: node), progress: network.progress(of: node),
        parts: network.parts(of: node), links: incoming[Int(node)])
      if let option = optionOfTask[position] {
        form.isDiscrete = option.isDiscrete
        form.shorter = option.points.dropFirst().compactMap { point in
          TaskDuration(point.duration, lowered.plan.units).map {
            Way(duration: $0, cost: point.cost)
          }
        }
      }
      result[own] = form.followsGranule(network.constraintRule) ? .unknown : .present(form)
    }
    return result
  }
}

extension NodeForm {
  /// The form with the smaller lags of two: those of links that wait for a share of a duration
  /// that may get shorter.
  func withLags(atMostThoseOf other: NodeForm) -> NodeForm {
    guard case .present(var node) = self, case .present(let shorter) = other,
      node.links.count == shorter.links.count
    else { return self }
    for index in node.links.indices {
      node.links[index].lag = min(node.links[index].lag, shorter.links[index].lag)
    }
    return .present(node)
  }
}

extension TaskDuration {
  /// A duration of a plan in minutes or months; nil when it is too long.
  init?(_ duration: PlanDuration, _ units: WorkUnits) {
    if duration.unit == .calendarMonths {
      self = .months(Int32(clamping: duration.thousandths / 1000))
      return
    }
    guard let minutes = units.minutes(of: duration) else { return nil }
    self = duration.unit.isElapsed ? .elapsed(minutes: minutes) : .work(minutes: minutes)
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
