internal import Scheduling

/// A scheduled plan as a problem of time and cost on one axis.
///
/// Only what leads to the cutover is in it. Tasks of the project's calendar have their own lengths;
/// everything else has the length it has in the schedule, and so has every wait for a calendar.
struct CompressionModel {
  let plan: Plan
  let lowered: LoweredPlan
  let scheduled: ScheduledNetwork
  let axis: TimeAxis
  private(set) var problem = TimeCostProblem()
  /// The options that lead to the cutover, in the order of the plan.
  private(set) var options: [CrashOption] = []
  /// By option, its activity.
  private(set) var activityOfOption: [Int32] = []
  /// By activity, the node of the network.
  private(set) var nodeOfActivity: [Int32] = []
  /// The minutes of the axis in a unit of the problem.
  private(set) var unit: Int64 = 1
  /// What the costs of the problem are multiplied with, so that the prices of units are integers.
  private(set) var costScale: Int64 = 1
  /// How long waits for calendars are, by node.
  private(set) var waits: [Int32: Int64] = [:]
  /// Where the axis only approximates the schedule.
  private(set) var approximations = CompressionApproximations()
  /// Whether a cost is too large to work with; the problem is then without options.
  private(set) var hasTooLargeCosts = false

  private var activityOfNode: [Int32] = []

  /// - Complexity: O(tasks + links + costs of one schedule).
  init(
    _ lowered: LoweredPlan, _ scheduled: ScheduledNetwork, options all: [CrashOption]
  ) {
    plan = lowered.plan
    self.lowered = lowered
    self.scheduled = scheduled
    axis = TimeAxis(lowered, scheduled)
    let leads = lowered.network.nodesThatLead
    activityOfNode = Array(repeating: -1, count: lowered.network.taskCount)
    var optionOfNode: [Int32: CrashOption] = [:]
    for option in all {
      if let node = lowered.node[option.task], leads[Int(node)], axis.length(node) > 0 {
        optionOfNode[node] = option
      }
    }
    var points: [[(axis: Int64, cost: Int64)]] = []
    for node in 0..<Int32(lowered.network.taskCount) where leads[Int(node)] {
      activityOfNode[Int(node)] = Int32(nodeOfActivity.count)
      nodeOfActivity.append(node)
      points.append(axisPoints(node, optionOfNode[node]))
    }
    let constraints = differences(leads)
    chooseUnits(points, constraints, optionOfNode)
    addActivities(points, optionOfNode)
    for item in constraints {
      problem.addConstraint(from: item.from, to: item.to, lag: item.lag / unit)
    }
    if let cutover = lowered.network.cutover {
      problem.finish(with: [activityOfNode[Int(cutover)]])
    }
  }

  /// Whether a choice among alternatives has to be made.
  var isDiscrete: Bool { problem.activities.contains(where: \.isDiscrete) }

  // MARK: Activities

  /// The durations of a node on the axis with their costs, longest first.
  private func axisPoints(_ node: Int32, _ option: CrashOption?) -> [(axis: Int64, cost: Int64)] {
    let length = axis.length(node)
    guard let option else { return [(length, 0)] }
    return option.points.map { (axisLength(of: $0.duration, option, node), $0.cost) }
  }

  /// A duration of an option on the axis: itself on the project's calendar, else in proportion to
  /// what the planned duration is there.
  func axisLength(of duration: PlanDuration, _ option: CrashOption, _ node: Int32) -> Int64 {
    let (normal, own) = (own(option.points[0].duration), own(duration))
    if axis.isPlain(node) || normal == 0 { return own }
    return (axis.length(node) * own + normal / 2) / normal
  }

  private func own(_ duration: PlanDuration) -> Int64 {
    duration.unit == .calendarMonths
      ? duration.thousandths : Int64(plan.units.minutes(of: duration) ?? 0)
  }

  /// The duration of a task that has this length on the axis; nil for the planned one.
  func duration(of option: Int, atUnits units: Int64) -> PlanDuration? {
    let (item, activity) = (options[option], activityOfOption[option])
    let node = nodeOfActivity[Int(activity)]
    if units == problem.activities[Int(activity)].normal { return nil }
    let length = units * unit
    for point in item.points where axisLength(of: point.duration, item, node) == length {
      return point.duration
    }
    let minutes =
      axis.isPlain(node)
      ? length
      : (length * own(item.points[0].duration) + axis.length(node) / 2) / axis.length(node)
    return PlanDuration.inDays(
      minutes, isElapsed: item.points[0].duration.unit.isElapsed, plan.units)
  }

  /// By option, what its task takes when the activities take these units; nil: as planned.
  func durations(_ units: [Int64]) -> [PlanDuration?] {
    options.indices.map { duration(of: $0, atUnits: units[Int(activityOfOption[$0])]) }
  }

  private mutating func addActivities(
    _ points: [[(axis: Int64, cost: Int64)]], _ optionOfNode: [Int32: CrashOption]
  ) {
    for (place, node) in nodeOfActivity.enumerated() {
      let scaled = points[place].map {
        TimeCostActivity.Point(duration: $0.axis / unit, cost: $0.cost * costScale)
      }
      let activity = activity(scaled, optionOfNode[node])
      let number = problem.add(activity)
      if let option = optionOfNode[node], activity.points.count > 1 {
        options.append(option)
        activityOfOption.append(number)
      }
    }
  }

  private func activity(
    _ points: [TimeCostActivity.Point], _ option: CrashOption?
  ) -> TimeCostActivity {
    guard let option, let first = points.first, let last = points.last, !hasTooLargeCosts else {
      return .fixed(points.first?.duration ?? 0)
    }
    if option.isDiscrete { return .alternatives(points) }
    if approximations.roundsPrices {
      // One price for a stretch, so that the curve has no points that are not there.
      let pieces = zip(points, points.dropFirst()).map { before, after in
        let units = max(1, before.duration - after.duration)
        return TimeCostActivity.Piece(
          units: before.duration - after.duration,
          costPerUnit: (after.cost - before.cost + units / 2) / units)
      }
      let isConvex = zip(pieces, pieces.dropFirst()).allSatisfy { $0.costPerUnit <= $1.costPerUnit }
      if isConvex { return .convex(normal: first.duration, pieces: pieces) }
    }
    if let convex = TimeCostActivity.convex(through: points) { return convex }
    // Lengths that were rounded to another calendar may bend the wrong way: one straight line then.
    let ends = first.duration > last.duration ? [first, last] : [first]
    return .convex(through: ends) ?? .fixed(first.duration)
  }

  // MARK: Units

  /// The greatest unit of time that divides everything, and the least factor that makes the prices
  /// of units integers, as far as numbers allow.
  private mutating func chooseUnits(
    _ points: [[(axis: Int64, cost: Int64)]], _ constraints: [Difference],
    _ optionOfNode: [Int32: CrashOption]
  ) {
    var common: Int64 = 0
    for point in points.joined() { common = common.commonDivisor(point.axis) }
    for item in constraints { common = common.commonDivisor(item.lag) }
    unit = max(1, common)
    let total = points.reduce(Int64(1)) {
      $0.addingReportingOverflow($1.last?.cost ?? 0).partialValue
    }
    let limit = TimeCostProblem.largestNumber
    let dearest = points.joined().map(\.cost).max() ?? 0
    hasTooLargeCosts = dearest > limit || total < 0 || total > 1 << 48
    // Sums must stay far from overflow, and so must prices of units and alternatives.
    var room = (Int64(1) << 48) / max(1, total)
    for option in optionOfNode.values where option.isDiscrete {
      room = min(room, limit / max(1, option.points.map(\.cost).max() ?? 1))
    }
    var scale: Int64? = 1
    for own in points where own.count > 1 {
      for (before, after) in zip(own, own.dropFirst()) {
        let units = (before.axis - after.axis) / unit
        guard units > 0 else { continue }
        let price = abs(after.cost - before.cost) / units + 1
        room = min(room, limit / 2 / price)
        let divisor = units / units.commonDivisor(after.cost - before.cost)
        scale = scale.flatMap { scale in
          let (product, overflow) = scale.multipliedReportingOverflow(
            by: divisor / divisor.commonDivisor(scale))
          return overflow ? nil : product
        }
      }
    }
    if let scale, scale <= room {
      costScale = scale
    } else {
      costScale = max(1, room)
      approximations.roundsPrices = true
    }
  }

  // MARK: Differences

  struct Difference {
    var from: ProjectEvent
    var to: ProjectEvent
    var lag: Int64
  }

  private mutating func differences(_ leads: [Bool]) -> [Difference] {
    let network = lowered.network
    var incoming: [[Int32]] = Array(repeating: [], count: network.taskCount)
    for number in 0..<Int32(network.linkCount) where leads[Int(network.link(number).target)] {
      incoming[Int(network.link(number).target)].append(number)
    }
    var result: [Difference] = []
    for node in nodeOfActivity {
      result += differences(into: node, links: incoming[Int(node)])
    }
    return result
  }

  private mutating func differences(into node: Int32, links: [Int32]) -> [Difference] {
    let network = lowered.network
    let activity = activityOfNode[Int(node)]
    if network.kind(of: node) == .groupStart { return earliestOfGroup(node) }
    if isPlaced(node) {
      approximations.placed.insert(lowered.task[Int(node)])
      return [.init(from: .projectStart, to: .start(of: activity), lag: axis.start(node))]
    }
    let length = axis.length(node)
    // The latest of what the node waits for, as a start.
    var ready: Int64 = 0
    var result: [Difference] = []
    for number in links {
      let link = network.link(number)
      let lag = axis.lag(number)
      if !lag.isFixed { approximations.lags += 1 }
      let from = activityOfNode[Int(link.source)]
      let at = link.type.fromFinish ? axis.finish(link.source) : axis.start(link.source)
      ready = max(ready, at + lag.minutes - (link.type.toStart ? 0 : length))
      result.append(
        .init(
          from: link.type.fromFinish ? .finish(of: from) : .start(of: from),
          to: link.type.toStart ? .start(of: activity) : .finish(of: activity), lag: lag.minutes))
    }
    let dated = dates(of: node, activity)
    for item in dated { ready = max(ready, item.lag - (item.to.isFinish ? length : 0)) }
    let wait = axis.start(node) - ready
    if wait > 0, network.kind(of: node) != .groupFinish, !result.isEmpty {
      waits[node] = wait
      if !axis.isPlain(node) { approximations.waiting.insert(lowered.task[Int(node)]) }
      for index in result.indices { result[index].lag += wait }
    }
    return result + dated
  }

  /// The start of a group is its earliest member, which no difference can say: the member that is
  /// the earliest in the schedule stands for it.
  private func earliestOfGroup(_ node: Int32) -> [Difference] {
    guard let link = scheduled.driver(of: node).link else { return [] }
    let member = activityOfNode[Int(lowered.network.link(link).source)]
    return [
      .init(from: .start(of: member), to: .start(of: activityOfNode[Int(node)]), lag: 0)
    ]
  }

  /// Whether links have no say about a node: what really happened, or a date that wins over them.
  private func isPlaced(_ node: Int32) -> Bool {
    if lowered.network.progress(of: node) != nil { return true }
    let kinds = lowered.network.constraints(of: node).map(\.kind)
    if kinds.contains(where: { [.mandatoryStart, .mandatoryFinish, .manualStart].contains($0) }) {
      return true
    }
    guard plan.constraintRule == .dates else { return false }
    if kinds.contains(where: { [.mustStartOn, .mustFinishOn].contains($0) }) { return true }
    guard kinds.contains(where: { [.startNoLaterThan, .finishNoLaterThan].contains($0) }) else {
      return false
    }
    if case .constraint = scheduled.driver(of: node) { return true }
    return false
  }

  /// The earliest dates that constraints and the status date allow.
  private func dates(of node: Int32, _ activity: Int32) -> [Difference] {
    var result: [Difference] = []
    for constraint in lowered.network.constraints(of: node) {
      let lag = axis.position(constraint.date.minutes)
      switch constraint.kind {
      case .startNoEarlierThan, .mustStartOn:
        result.append(.init(from: .projectStart, to: .start(of: activity), lag: lag))
      case .finishNoEarlierThan, .mustFinishOn:
        result.append(.init(from: .projectStart, to: .finish(of: activity), lag: lag))
      case .startNoLaterThan, .finishNoLaterThan, .mandatoryStart, .mandatoryFinish,
        .asLateAsPossible, .manualStart:
        break
      }
    }
    if let status = lowered.network.statusDate, !lowered.isGate(node) {
      let lag = axis.position(status.minutes)
      if lag > 0 { result.append(.init(from: .projectStart, to: .start(of: activity), lag: lag)) }
    }
    return result
  }
}

/// Where a problem on one axis only approximates a plan.
public struct CompressionApproximations: Hashable, Sendable {
  /// Tasks that wait for a calendar of their own: indices in `Plan.tasks`.
  public var waiting: Set<Int> = []
  /// Tasks that a date or progress places, whatever they wait for.
  public var placed: Set<Int> = []
  /// How many lags run on another calendar or on the clock.
  public var lags = 0
  /// Whether prices of units were rounded because exact ones would be too large: costs are then
  /// right to about one unit of the currency.
  public var roundsPrices = false
}

extension PlanDuration {
  /// Minutes as days, where thousandths of a day say them exactly.
  static func inDays(_ minutes: Int64, isElapsed: Bool, _ units: WorkUnits) -> PlanDuration {
    let day = isElapsed ? 1440 : Int64(units.minutesPerDay)
    if day > 0, (minutes * 1000).isMultiple(of: day) {
      return PlanDuration(
        thousandths: minutes * 1000 / day, isElapsed ? .elapsedDays : .days)
    }
    return PlanDuration(Int(minutes), isElapsed ? .elapsedMinutes : .minutes)
  }
}

extension Int64 {
  /// The greatest number that divides both; of zero and a number, the number.
  ///
  /// - Source: Euclid, *Elements* VII.2.
  func commonDivisor(_ other: Int64) -> Int64 {
    var (larger, smaller) = (abs(self), abs(other))
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
