internal import Graphs
internal import Scheduling

/// The paths that all would have to become shorter for a date to be a day earlier.
///
/// Each node of the network has two dates, its start and its finish, tied by its duration; links
/// tie the dates of two nodes. A day off a task takes its tie away, a day off a lag that of a link.
/// What separates the date explained from all dates that nothing moves is enough, as long as no
/// date elsewhere is fixed within that day: a trial shows it.
struct TiedPaths {
  private let schedule: PlanSchedule
  private let lowered: LoweredPlan
  private let scheduled: ScheduledNetwork
  /// The nodes whose dates must all be a day earlier.
  private let ends: [Int32]
  private let aim: Explanation.Aim
  /// So many changes at most are looked for.
  private static let limit = 12

  init(_ schedule: PlanSchedule, to tasks: [Int], aim: Explanation.Aim) {
    self.schedule = schedule
    self.aim = aim
    lowered = schedule.lowered
    scheduled = schedule.scheduled
    ends = tasks.compactMap { [lowered] in lowered.node[$0] }
  }

  private static func start(_ node: Int32) -> Int32 { 2 * node }
  private static func finish(_ node: Int32) -> Int32 { 2 * node + 1 }

  /// The smallest set of days off that cuts every path with less than a day of slack in each link;
  /// nil when some such path has nothing to shorten, or when the set is large.
  var smallestCut: [Alteration]? {
    let ties = ties(slackBelowADay: true)
    return ties.cut().map { cut in
      cut.compactMap { ties.changes[Int($0)] }.sorted { $0.place < $1.place }
    }
  }

  /// How many paths without any slack there are of which no two share a day off; nil when one of
  /// them has nothing to shorten, or when there are many.
  var tiedPaths: Int? { ties(slackBelowADay: false).cut()?.count }

  private struct Ties {
    var nodeCount: Int
    var sources: [Int32] = []
    var targets: [Int32] = []
    var changes: [Alteration?] = []
    let origin: Int32
    let target: Int32

    mutating func add(_ source: Int32, _ target: Int32, _ change: Alteration? = nil) {
      sources.append(source)
      targets.append(target)
      changes.append(change)
    }

    func cut() -> [Int32]? {
      smallestEdgeCut(
        in: DirectedGraph(nodeCount: nodeCount, sources: sources, targets: targets),
        from: origin, to: target, isCuttable: changes.map { $0 != nil }, limit: TiedPaths.limit)
    }
  }

  /// The ties that lead to the target, from a common origin of all dates that nothing moves.
  private func ties(slackBelowADay: Bool) -> Ties {
    let network = lowered.network
    let origin = Int32(2 * network.taskCount)
    var ties = Ties(nodeCount: Int(origin) + 2, origin: origin, target: origin + 1)
    var isSeen = [Bool](repeating: false, count: network.taskCount)
    var pending = ends(slackBelowADay: slackBelowADay)
    for node in pending {
      isSeen[Int(node)] = true
      ties.add(aim == .start ? Self.start(node) : Self.finish(node), ties.target)
    }
    while let node = pending.popLast() {
      let isGate = lowered.isGate(node)
      ties.add(Self.start(node), Self.finish(node), isGate ? nil : dayOff(lowered.task[Int(node)]))
      let links = tiedLinks(into: node, slackBelowADay: slackBelowADay)
      if links.isEmpty { ties.add(origin, Self.start(node)) }
      if isGate || links.contains(where: { !network.link($0).type.toStart }) {
        ties.add(Self.finish(node), Self.start(node))
      }
      for link in links {
        let stated = network.link(link)
        ties.add(
          stated.type.fromFinish ? Self.finish(stated.source) : Self.start(stated.source),
          stated.type.toStart ? Self.start(node) : Self.finish(node), lagOff(link))
        if !isSeen[Int(stated.source)] {
          isSeen[Int(stated.source)] = true
          pending.append(stated.source)
        }
      }
    }
    return ties
  }

  /// The nodes that give the date, or would within a day.
  private func ends(slackBelowADay: Bool) -> [Int32] {
    if aim == .start { return ends }
    let finish = scheduled.schedule.finish
    let latest = Instant(minutes: ends.map { finish[Int($0)] }.max() ?? 0)
    return ends.filter { node in
      let own = Instant(minutes: finish[Int(node)])
      return own == latest
        || slackBelowADay && scheduled.workingMinutes(from: own, to: latest) < day
    }
  }

  private var day: Int32 { Int32(schedule.plan.units.minutesPerDay) }

  /// The links that hold a node up, or would within a day; none where its date is fixed.
  private func tiedLinks(into node: Int32, slackBelowADay: Bool) -> [Int32] {
    let drivers = scheduled.drivers(of: node)
    if drivers.contains(where: { $0.link == nil }) { return [] }
    let driving = drivers.compactMap(\.link)
    guard slackBelowADay else { return driving }
    let near = scheduled.links(into: node, slackBelow: day)
    return near + driving.filter { !near.contains($0) }
  }

  private func dayOff(_ task: Int) -> Alteration? {
    let stated = schedule.plan.tasks[task]
    guard !stated.isMilestone, stated.progress == nil, let duration = stated.duration,
      let shorter = duration.aDayShorter(schedule.plan.units)
    else { return nil }
    return .shorten(task: task, from: duration, to: shorter)
  }

  private func lagOff(_ link: Int32) -> Alteration? {
    guard let (task, index) = lowered.origin[Int(link)].dependency,
      case .time(let lag) = schedule.plan.tasks[task].after[index].lag, lag.thousandths > 0,
      let less = lag.aDayShorter(schedule.plan.units)
    else { return nil }
    return .shortenLag(task: task, dependency: index, to: .time(less))
  }
}

extension Alteration {
  /// The task and the link of a day off, for the order.
  fileprivate var place: (Int, Int) {
    switch self {
    case .shorten(let task, _, _): (task, -1)
    case .shortenLag(let task, let dependency, _): (task, dependency)
    default: (0, 0)
    }
  }
}
