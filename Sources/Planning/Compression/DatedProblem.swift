internal import Scheduling

/// The problem of time and cost that has to be solved for a date: what nothing costs less than, on
/// the real calendars.
///
/// On the axis of working time (`CompressionModel`) other calendars and windows have the lengths of
/// one schedule. Here the date is given, and every task is held between two dates that no solution
/// passes: its earliest with everything at its shortest, and the latest at which the rest, at its
/// shortest, still ends in time. Between them
///
/// - work on the project's calendar has its own lengths on the axis;
/// - anything else (other calendars, the clock, lags there) has the least length that it takes
///   anywhere between its dates (`ScheduledNetwork.leastLength`);
/// - a window is no wait but a latest start: the last window that still ends in time.
///
/// *Why nothing is cheaper.* Any durations with which the plan really ends in time give dates that
/// keep every difference of the problem, so their cost is no less than its minimum. When the plan
/// with the durations found here does end in time, they are the cheapest: proved on real calendars.
///
/// - Complexity: one schedule with late dates, and that of the solver.
struct DatedProblem {
  let date: Instant
  private let merged: MergedPlan
  private let scheduled: ScheduledNetwork
  private let late: Schedule.TargetDates
  private let isProjectCalendar: [Bool]
  /// By node, whether the cutover waits for it.
  private let leads: [Bool]

  /// What is known about a date.
  enum Outcome {
    /// No durations are in time.
    case impossible
    /// Nothing is known.
    case unknown
    /// The least cost, and durations that have it on the axis.
    case least(Solution)
  }

  /// The cheapest way on the axis.
  struct Solution {
    /// What nothing costs less than.
    var cost: PlanCompression.ExactAmount
    /// By task, the minutes (or months) it takes in its own calendar; tasks that keep their
    /// planned duration are left out.
    var amounts: [Int: Int32]
    /// Whether the search among alternatives was stopped: the cost is then only a bound.
    var isStopped = false
  }

  /// Twenty years in minutes.
  private static let farAway: Int64 = 20 * 366 * 1440

  /// Prepares a date.
  ///
  /// - Parameter network: the merged plan's, with what else it is to keep.
  /// - Returns: nil when the plan cannot be scheduled even at its shortest: nothing is known.
  init?(_ merged: MergedPlan, by date: Instant) {
    self.merged = merged
    self.date = date
    var network = merged.network
    network.target = date
    if network.cutover != nil {
      // Late dates keep the end of the project, too. What leads to the cutover by its start or with
      // a lead may end after it: something that takes long enough keeps that end out of the way.
      let length = max(0, Int64(date.minutes) - Int64(network.start.minutes)) + Self.farAway
      network.addTask(.elapsed(minutes: Int32(clamping: min(length, 90_000_000))))
    }
    guard !merged.hasLostCutover,
      let scheduled = try? Scheduler.schedule(network, calendars: merged.base.calendars),
      let late = scheduled.schedule.toTarget
    else { return nil }
    self.scheduled = scheduled
    self.late = late
    let project = network.calendars[0]
    isProjectCalendar = network.calendars.map { $0 == project }
    leads = network.nodesThatLead
  }

  private var network: Network { merged.network }

  /// No durations end earlier than this.
  var earliest: Instant {
    Instant(
      minutes: network.cutover.map { scheduled.schedule.finish[Int($0)] }
        ?? scheduled.schedule.projectFinish)
  }

  // MARK: Axis

  private func position(_ minutes: Int32) -> Int64 {
    max(0, Int64(scheduled.workingMinutes(from: network.start, to: Instant(minutes: minutes))))
  }

  private func isPlain(_ node: Int32) -> Bool {
    guard case .work = network.duration(of: node) else { return false }
    return network.kind(of: node) == .work && network.parts(of: node).isEmpty
      && network.progress(of: node) == nil
      && isProjectCalendar[Int(network.calendar(of: node))]
  }

  private func takesNoTime(_ node: Int32) -> Bool {
    network.kind(of: node) == .groupFinish
      || network.duration(of: node).isZero && network.parts(of: node).isEmpty
        && network.progress(of: node) == nil
  }

  /// The least length on the axis of an amount of a task's own time.
  private func length(_ amount: Int32, of node: Int32) -> Int64 {
    if isPlain(node) { return Int64(amount) }
    let calendar: Int32
    switch network.kind(of: node) {
    case .work: calendar = network.calendar(of: node)
    case .elapsed: calendar = Network.elapsedCalendar
    case .months, .parts, .groupStart, .groupFinish: return 0
    }
    guard network.progress(of: node) == nil, amount > 0 else { return 0 }
    return Int64(
      scheduled.leastLength(
        of: amount, on: calendar,
        from: Instant(minutes: scheduled.schedule.start[Int(node)]),
        to: Instant(minutes: late.lateStart[Int(node)])))
  }

  /// The least length of a lag; nil when the link binds nothing on the axis.
  private func lag(_ link: NodeForm.Link, from source: Int32) -> Int64? {
    if link.lag == 0 { return 0 }
    if link.lagCalendar != Network.elapsedCalendar, isProjectCalendar[Int(link.lagCalendar)] {
      return Int64(link.lag)
    }
    guard link.lag > 0 else { return nil }
    // Latest finishes are those of the shortest durations: a longer one may finish later.
    let (early, latest) =
      link.type.fromFinish
      ? (scheduled.schedule.finish[Int(source)], date.minutes)
      : (scheduled.schedule.start[Int(source)], late.lateStart[Int(source)])
    return Int64(
      scheduled.leastLength(
        of: link.lag, on: link.lagCalendar, from: Instant(minutes: early),
        to: Instant(minutes: latest)))
  }

  // MARK: Solving

  /// Solves it.
  ///
  /// - Parameters:
  ///   - reserve: how much earlier everything has to be: minutes of the axis.
  ///   - isRelaxed: whether alternatives may be mixed: faster, and still a bound.
  ///   - shouldStop: asked while alternatives are searched.
  func solve(
    reserve: Int64 = 0, isRelaxed: Bool = false,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool = { _ in false }
  ) -> Outcome {
    guard earliest <= date else { return .impossible }
    var builder = DatedProblemBuilder()
    for node in 0..<Int32(network.taskCount)
    where leads[Int(node)] && merged.nodeOfEnd[node] == nil {
      add(node, to: &builder, reserve: reserve, isRelaxed: isRelaxed)
    }
    for node in 0..<Int32(network.taskCount) where leads[Int(node)] {
      guard let task = merged.task[Int(node)], let form = merged.forms[task],
        !form.isPlaced(merged.base.plan.constraintRule)
      else { continue }
      for link in form.links {
        guard let source = merged.own(link.source), leads[Int(source)],
          let lag = lag(link, from: source)
        else { continue }
        builder.link(
          from: source, isFinish: link.type.fromFinish, to: node, isStart: link.type.toStart,
          lag: lag)
      }
    }
    for number in 0..<Int32(network.linkCount) {
      let link = network.link(number)
      guard network.kind(of: link.target) == .groupFinish, leads[Int(link.target)],
        merged.nodeOfEnd[link.target] == nil
      else { continue }
      builder.link(
        from: merged.nodeOfEnd[link.source] ?? link.source, isFinish: true, to: link.target,
        isStart: false, lag: 0)
    }
    let cutover = network.cutover.map { merged.nodeOfEnd[$0] ?? $0 }
    return builder.solve(
      within: position(date.minutes) - reserve, cutover: cutover, shouldStop: shouldStop)
  }

  private func add(
    _ node: Int32, to builder: inout DatedProblemBuilder, reserve: Int64, isRelaxed: Bool
  ) {
    let (early, place) = (scheduled.schedule, Int(node))
    let form = merged.task[place].flatMap { merged.forms[$0] }
    var points = [TimeCostActivity.Point(duration: 0, cost: 0)]
    var amounts: [Int32] = [0]
    if let form {
      let ways = [NodeForm.Way(duration: form.free, cost: 0)] + form.ways
      let sorted = ways.sorted { ($0.cost, $0.duration.amount) < ($1.cost, $1.duration.amount) }
      (points, amounts) = ([], [])
      for way in sorted {
        let own = length(way.duration.amount, of: node)
        guard points.last.map({ own < $0.duration }) ?? true else { continue }
        points.append(.init(duration: own, cost: way.cost))
        amounts.append(way.duration.amount)
      }
    }
    builder.add(
      node: node, task: merged.task[place], points: points, amounts: amounts,
      isDiscrete: !isRelaxed && (form?.isDiscrete ?? false),
      isExact: isPlain(node) || takesNoTime(node), earliestStart: position(early.start[place]),
      earliestFinish: position(early.finish[place]),
      latestStart: latest(late.lateStart[place], over: early.start[place], reserve),
      latestFinish: form?.isShortened ?? true
        ? nil : latest(late.lateFinish[place], over: early.finish[place], reserve))
  }

  /// A latest date with a reserve, as far as the earliest one leaves room: windows do not move.
  private func latest(_ late: Int32, over early: Int32, _ reserve: Int64) -> Int64 {
    max(position(early), position(late) - reserve)
  }
}

extension Network {
  /// By node, whether the cutover waits for it, directly or not; all of them without a cutover.
  ///
  /// - Complexity: O(nodes + links).
  var nodesThatLead: [Bool] {
    guard let cutover else { return Array(repeating: true, count: taskCount) }
    var before: [[Int32]] = Array(repeating: [], count: taskCount)
    for number in 0..<Int32(linkCount) {
      let link = link(number)
      before[Int(link.target)].append(link.source)
    }
    var leads = Array(repeating: false, count: taskCount)
    leads[Int(cutover)] = true
    var open = [cutover]
    while let node = open.popLast() {
      for source in before[Int(node)] where !leads[Int(source)] {
        leads[Int(source)] = true
        open.append(source)
      }
    }
    return leads
  }
}
