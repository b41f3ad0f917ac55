public import Scheduling

/// A plan lowered to dense integers, with the way back to its ids.
///
/// This is the one place where names become numbers. Each task that is not a summary is a node.
/// A summary named by a link becomes a gate: its start is the earliest start of its tasks, its
/// finish the latest finish. A link to a summary, and a summary's constraints and deadline, apply
/// to each task in it.
public struct LoweredPlan: Sendable {
  /// The plan that was lowered.
  public let plan: Plan
  /// The network; calendar 0 is the project's own.
  public private(set) var network: Network
  /// The node of each task of the plan; nil for summaries.
  public private(set) var node: [Int32?]
  /// The task of the plan behind each node; for a gate the summary.
  public private(set) var task: [Int] = []
  /// Where each link comes from.
  public private(set) var origin: [LinkOrigin] = []
  /// The calendar index of each task of the plan.
  public private(set) var calendar: [Int32]
  /// By task of the plan, whether it and all that hold it take part.
  let isActive: [Bool]
  /// Indices of the tasks (not summaries) that each summary holds, at any depth.
  let leaves: [Int: [Int]]
  private var calendarIndex: [String: Int32] = [:]
  private var startGate: [Int: Int32] = [:]
  private var finishGate: [Int: Int32] = [:]

  /// Where a link of the network comes from.
  public struct LinkOrigin: Hashable, Sendable {
    /// The task of the plan that states the link, and which of its dependencies it is; nil for
    /// the links that make up a gate.
    public let dependency: (task: Int, index: Int)?

    /// Origins are equal when they are the same dependency of the same task.
    public static func == (left: LinkOrigin, right: LinkOrigin) -> Bool {
      left.dependency?.task == right.dependency?.task
        && left.dependency?.index == right.dependency?.index
    }

    /// Hashes the task and the index of the dependency.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(dependency?.task)
      hasher.combine(dependency?.index)
    }
  }

  /// Lowers a plan.
  ///
  /// - Throws: what the plan format allows but time arithmetic does not: percentages of calendar
  ///   months or of summaries, lags in calendar months, durations beyond 190 years.
  /// - Complexity: O(tasks · depth + links · tasks of the summaries they name).
  public init(_ plan: Plan) throws(PlanError) {
    self.plan = plan
    guard plan.calendars.count <= LoweredPlan.mostCalendars else {
      throw .tooManyCalendars(count: plan.calendars.count)
    }
    for (index, calendar) in plan.calendars.enumerated() {
      calendarIndex[calendar.id] = Int32(index + 1)
    }
    let project =
      plan.calendar.flatMap { id in plan.calendars.first { $0.id == id } }?.calendar ?? .standard
    network = Network(start: plan.start, calendars: [project] + plan.calendars.map(\.calendar))
    network.constraintRule = plan.constraintRule
    network.progressRule = plan.progressRule
    network.statusDate = plan.statusDate
    network.target = plan.target
    let ownerCalendar = Dictionary(
      plan.owners.map { ($0.id, $0.calendar) }, uniquingKeysWith: { first, _ in first })
    let calendarIndex = calendarIndex
    calendar = plan.tasks.map { task in
      let id = task.calendar ?? task.owner.flatMap { ownerCalendar[$0] ?? nil }
      guard let id, id != plan.calendar else { return 0 }
      return calendarIndex[id] ?? 0
    }
    node = Array(repeating: nil, count: plan.tasks.count)
    isActive = plan.tasksThatTakePart()
    leaves = LoweredPlan.leaves(of: plan.tasks)
    for (index, task) in plan.tasks.enumerated() where !task.isSummary && isActive[index] {
      try addNode(index, task)
    }
    var indexOf: [String: Int] = [:]
    for (index, task) in plan.tasks.enumerated() { indexOf[task.id] = index }
    for (index, task) in plan.tasks.enumerated() {
      for (position, dependency) in task.after.enumerated() {
        guard let predecessor = indexOf[dependency.task], isActive[predecessor] else {
          continue
        }
        try addLinks(to: index, dependency, position, predecessor)
      }
    }
    if let cutover = plan.cutover.flatMap({ indexOf[$0] }), isActive[cutover] {
      network.cutover = node[cutover] ?? gate(of: cutover, isStart: false)
    }
  }

  /// The most calendars that can be scheduled.
  private static let mostCalendars = 32_000

  private static func leaves(of tasks: [PlanTask]) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (index, task) in tasks.enumerated() where !task.isSummary {
      var parent = task.parent
      while let summary = parent {
        result[summary, default: []].append(index)
        parent = tasks[summary].parent
      }
    }
    return result
  }

  private mutating func addNode(_ index: Int, _ task: PlanTask) throws(PlanError) {
    let number = network.addTask(try duration(of: task), calendar: calendar[index])
    node[index] = number
    self.task.append(index)
    var holder: Int? = index
    while let current = holder {
      let task = plan.tasks[current]
      for constraint in task.constraints { network.constrain(number, constraint) }
      if let deadline = task.deadline {
        let tighter = min(deadline, network.deadline(of: number) ?? deadline)
        network.setDeadline(number, tighter)
      }
      holder = task.parent
    }
    if let done = task.progress {
      var remaining: Int32?
      if let left = done.remaining {
        guard let minutes = plan.units.minutes(of: left) else {
          throw .outOfRange(task: task.id)
        }
        remaining = minutes
      }
      network.setProgress(
        number,
        TaskProgress(
          started: done.started, finished: done.finished, remaining: remaining,
          resumed: done.resumed))
    }
    try addParts(number, task, index)
  }

  private mutating func addParts(
    _ number: Int32, _ task: PlanTask, _ index: Int
  ) throws(PlanError) {
    guard !task.parts.isEmpty, !network.duration(of: number).isZero else { return }
    var parts: [TaskPart] = []
    for part in task.parts {
      guard let minutes = plan.units.minutes(of: part.duration),
        let delay = plan.units.minutes(of: part.delay)
      else { throw .outOfRange(task: task.id) }
      let own = part.calendar.map { id in id == plan.calendar ? 0 : calendarIndex[id] ?? 0 }
      parts.append(TaskPart(calendar: own ?? calendar[index], delay: delay, minutes: minutes))
    }
    parts.removeAll { $0.minutes <= 0 }
    guard let first = parts.map(\.delay).min() else { return }
    // Delays are counted from the first piece.
    for index in parts.indices { parts[index].delay -= first }
    network.setParts(number, parts)
  }

  private func duration(of task: PlanTask) throws(PlanError) -> TaskDuration {
    guard !task.isMilestone, let duration = task.duration else { return .work(minutes: 0) }
    guard let result = TaskDuration(duration, plan.units) else { throw .outOfRange(task: task.id) }
    return result
  }

  // MARK: Links

  private mutating func addLinks(
    to index: Int, _ dependency: PlanTask.Dependency, _ position: Int, _ predecessor: Int
  ) throws(PlanError) {
    let source =
      node[predecessor] ?? gate(of: predecessor, isStart: !dependency.type.fromFinish)
    let lag = try lagMinutes(dependency, from: predecessor, to: index)
    let successors = plan.tasks[index].isSummary ? leaves[index] ?? [] : [index]
    for successor in successors {
      guard let target = node[successor] else { continue }
      let lagCalendar: Int32 =
        switch lag.calendar {
        case .successor: calendar[successor]
        case .predecessor: calendar[predecessor]
        case .project: 0
        case .elapsed: Network.elapsedCalendar
        }
      network.addLink(
        from: source, to: target, dependency.type, lag: lag.minutes, lagCalendar: lagCalendar)
      origin.append(LinkOrigin(dependency: (index, position)))
    }
  }

  private func lagMinutes(
    _ dependency: PlanTask.Dependency, from predecessor: Int, to index: Int
  ) throws(PlanError) -> (minutes: Int32, calendar: LagCalendar) {
    let stated = dependency.lagCalendar ?? plan.lagCalendar
    let before = plan.tasks[predecessor]
    let successor = plan.tasks[index].id
    switch dependency.lag {
    case .time(let lag):
      if lag.unit == .calendarMonths, lag.thousandths != 0 {
        throw .lagInMonths(task: successor, predecessor: before.id)
      }
      guard let minutes = plan.units.minutes(of: lag.thousandths == 0 ? .zero : lag) else {
        throw .outOfRange(task: successor)
      }
      return (minutes, lag.unit.isElapsed ? .elapsed : stated)
    case .percent(let share):
      if share == 0 { return (0, stated) }
      let whole = before.isMilestone ? PlanDuration.zero : before.duration
      guard let whole, whole.unit != .calendarMonths, let minutes = plan.units.minutes(of: whole)
      else { throw .percentOfMonths(task: successor, predecessor: before.id) }
      let (product, overflow) = Int64(minutes).multipliedReportingOverflow(by: share)
      let rounded = (product + (product < 0 ? -50_000 : 50_000)) / 100_000
      guard !overflow, abs(rounded) <= WorkUnits.longestMinutes else {
        throw .outOfRange(task: successor)
      }
      return (Int32(rounded), whole.unit.isElapsed ? .elapsed : stated)
    }
  }

  /// The gate that stands for a summary's start or finish; it is made when first needed.
  private mutating func gate(of summary: Int, isStart: Bool) -> Int32 {
    if let known = isStart ? startGate[summary] : finishGate[summary] { return known }
    let gate =
      isStart
      ? network.addGroupStart(calendar: calendar[summary])
      : network.addGroupFinish(calendar: calendar[summary])
    task.append(summary)
    for leaf in leaves[summary] ?? [] {
      guard let member = node[leaf] else { continue }
      network.addLink(from: member, to: gate, isStart ? .startToStart : .finishToFinish)
      origin.append(LinkOrigin(dependency: nil))
    }
    if isStart { startGate[summary] = gate } else { finishGate[summary] = gate }
    return gate
  }

  /// Whether a node stands for a summary's start or finish.
  func isGate(_ node: Int32) -> Bool {
    network.kind(of: node) == .groupStart || network.kind(of: node) == .groupFinish
  }
}
