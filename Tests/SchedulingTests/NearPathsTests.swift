import Scheduling
import Testing

/// Near-critical paths: against all paths of small networks, and by really delaying their tasks.
struct NearPathsTests {
  @Test(arguments: 0..<10)
  func `the least float among all paths with something new`(block: Int) throws {
    for seed in 0..<25 {
      var generator = SplitMix64(seed: UInt64(block * 1000 + seed))
      let network = OneCalendarNetwork.network(maximumCount: 9, using: &generator)
      let scheduled = try Scheduler.schedule(network)
      let all = EveryPath(scheduled)
      let found = try scheduled.nearPaths(count: 100)
      #expect(found[0].steps == scheduled.drivingPath(to: scheduled.pathEnd ?? 0), "seed \(seed)")
      var known: Set<Int32> = []
      for (number, path) in found.enumerated() {
        let tasks = path.steps.map(\.task)
        #expect(all.float(of: tasks) == path.float, "seed \(seed), path \(number)")
        let least = all.paths.filter { !known.isSuperset(of: $0.tasks) }.map(\.float).min()
        #expect(least == path.float, "seed \(seed), path \(number)")
        let added = Array(tasks[path.added])
        #expect(!added.isEmpty && known.isDisjoint(with: added), "seed \(seed)")
        known.formUnion(added)
        #expect(known.isSuperset(of: tasks), "seed \(seed)")
      }
      // Nothing is left out.
      #expect(all.paths.allSatisfy { known.isSuperset(of: $0.tasks) }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<4, [ConstraintRule.dates, .logic])
  func `a task slips by its path's float and not by a minute more`(
    block: Int, rule: ConstraintRule
  ) throws {
    var checked = 0
    for seed in 0..<8 {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(block * 1000 + seed), maximumCount: 12, rule: rule,
        features: [.windows, .otherDurations, .groups])
      guard let scheduled = try? Scheduler.schedule(network) else { continue }
      for path in try scheduled.nearPaths(count: 4).dropFirst() {
        let added = path.steps[path.added].map(\.task)
        let slips = added.map { slip(of: $0, scheduled, keeping: \.pathFinish) }
        guard slips.allSatisfy({ $0 != nil }), let last = added.last else { continue }
        #expect(slips.compactMap(\.self).min() == path.float, "seed \(seed)")
        checked += 1
        guard path.added.upperBound < path.steps.count else { continue }
        let join = path.steps[path.added.upperBound]
        if case .calendarGap = join.driver { continue }
        if scheduled.network.isGate(last) || scheduled.network.isGate(join.task) { continue }
        let kept = slip(of: last, scheduled) { $0.schedule.finish[Int(join.task)] }
        #expect(kept == path.behind, "seed \(seed)")
      }
    }
    #expect(checked > 3)
  }

  @Test func `floats are in order, and the count is kept`() throws {
    for seed in 0..<20 {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(seed), maximumCount: 40, rule: .dates, features: .all)
      guard let scheduled = try? Scheduler.schedule(network) else { continue }
      let all = try scheduled.nearPaths(count: 50)
      for count in 0..<4 {
        #expect(try scheduled.nearPaths(count: count) == Array(all.prefix(count)))
      }
      let floats = all.dropFirst().map(\.float)
      #expect(floats == floats.sorted(), "seed \(seed)")
    }
  }

  @Test func `behind a window the float and the distance differ`() throws {
    // The switch waits for Saturday; the longer way is ready on Wednesday, the shorter on Tuesday.
    var weekend = WorkCalendar.continuous
    for day in 0..<5 { weekend.week[day] = [] }
    var network = Network(
      start: Instant(CivilDate(dayNumber: 20_605), minuteOfDay: 540),
      calendars: [.standard, weekend])
    let long = network.addTask(.work(minutes: 3 * 480))
    let short = network.addTask(.work(minutes: 2 * 480))
    let change = network.addTask(.work(minutes: 1440), calendar: 1)
    network.addLink(from: long, to: change)
    network.addLink(from: short, to: change)
    network.cutover = change
    let paths = try Scheduler.schedule(network).nearPaths(count: 9)
    #expect(paths.map { $0.steps.map(\.task) } == [[long, change], [short, change]])
    #expect(paths[1].float == 3 * 480)
    #expect(paths[1].behind == 480)
    #expect(paths[1].added == 0..<1)
    #expect(paths[1].joinedPath == 0)
  }

  /// How far a task may start later with a date where it is, found by trying; nil for what is not
  /// tried: a milestone (a stated date moves it to working time) and calendar months.
  private func slip(
    of task: Int32, _ scheduled: ScheduledNetwork, keeping date: (ScheduledNetwork) -> Int32
  ) -> Int32? {
    let network = scheduled.network
    if network.isGate(task) { return Int32.max }
    switch network.duration(of: task) {
    case .months: return nil
    case .work(let minutes) where minutes == 0: return nil
    default: break
    }
    let (kept, granule) = (date(scheduled), scheduled.schedule.granule)
    let start = scheduled.schedule.start[Int(task)]
    var latest = start
    var (keeps, moves): (Int32, Int32) = (0, 1000 * 1440 / granule)
    while keeps + 1 < moves {
      let middle = keeps + (moves - keeps) / 2
      var delayed = network
      delayed.constrain(
        task, TaskConstraint(.startNoEarlierThan, Instant(minutes: start + middle * granule)))
      if let result = try? Scheduler.schedule(delayed), date(result) <= kept {
        keeps = middle
        latest = result.schedule.start[Int(task)]
      } else {
        moves = middle
      }
    }
    let isOnTheClock = network.kind(of: task) == .elapsed
    return scheduled.workingMinutes(
      from: Instant(minutes: start), to: Instant(minutes: latest),
      calendar: isOnTheClock ? 0 : network.calendar(of: task))
  }
}

extension Network {
  /// Whether a node is the start or the finish of a group.
  func isGate(_ node: Int32) -> Bool {
    kind(of: node) == .groupStart || kind(of: node) == .groupFinish
  }
}

extension ScheduledNetwork {
  /// The finish of the cutover, or without one of the project.
  fileprivate var pathFinish: Int32 {
    network.cutover.map { schedule.finish[Int($0)] } ?? schedule.projectFinish
  }
}

/// Random networks in one calendar, with all kinds of links, leads and lags.
enum OneCalendarNetwork {
  static func network(maximumCount: Int, using generator: inout SplitMix64) -> Network {
    var network = Network(start: Instant(CivilDate(dayNumber: 20_605), minuteOfDay: 540))
    let count = Int32.random(in: 1...Int32(maximumCount), using: &generator)
    for _ in 0..<count {
      network.addTask(.work(minutes: 480 * Int32.random(in: 1...9, using: &generator)))
    }
    for _ in 0..<Int.random(in: 0...2 * Int(count), using: &generator) {
      let first = Int32.random(in: 0..<count, using: &generator)
      let second = Int32.random(in: 0..<count, using: &generator)
      if first == second { continue }
      network.addLink(
        from: min(first, second), to: max(first, second),
        generator.oneIn(2) ? .finishToStart : .any(using: &generator),
        lag: generator.oneIn(3) ? 240 * Int32.random(in: -8...8, using: &generator) : 0)
    }
    if generator.oneIn(2) { network.cutover = Int32.random(in: 0..<count, using: &generator) }
    return network
  }
}

/// Every path of a small network in one calendar, counted in working minutes from its start.
private struct EveryPath {
  private(set) var paths: [(tasks: [Int32], float: Int32)] = []
  private let network: Network
  private var linksFrom: [[Network.Link]]
  private var start: [Int32] = []
  private var finish: [Int32] = []
  private let projectFinish: Int32

  init(_ scheduled: ScheduledNetwork) {
    network = scheduled.network
    linksFrom = Array(repeating: [], count: network.taskCount)
    for link in 0..<Int32(network.linkCount) {
      linksFrom[Int(network.link(link).source)].append(network.link(link))
    }
    for task in 0..<Int32(network.taskCount) {
      let first = scheduled.workingMinutes(
        from: network.start, to: Instant(minutes: scheduled.schedule.start[Int(task)]))
      guard case .work(let minutes) = network.duration(of: task) else { continue }
      start.append(first)
      finish.append(first + minutes)
    }
    projectFinish = finish.max() ?? 0
    for task in 0..<Int32(network.taskCount) { extend([task]) }
  }

  /// All paths that begin with these tasks.
  private mutating func extend(_ tasks: [Int32]) {
    guard let last = tasks.last else { return }
    if network.cutover == nil || network.cutover == last, let float = float(of: tasks) {
      paths.append((tasks, float))
    }
    for task in Set(linksFrom[Int(last)].map(\.target)) { extend(tasks + [task]) }
  }

  /// The time that a path leaves between the project's start and the cutover; nil when two of its
  /// tasks are not linked.
  func float(of tasks: [Int32]) -> Int32? {
    guard let first = tasks.first, let last = tasks.last else { return nil }
    var sum = start[Int(first)]
    for (source, target) in zip(tasks, tasks.dropFirst()) {
      let slacks = linksFrom[Int(source)].filter { $0.target == target }
        .map { link in
          let from = link.type.fromFinish ? finish[Int(source)] : start[Int(source)]
          let to = link.type.toStart ? start[Int(target)] : finish[Int(target)]
          return to - from - link.lag
        }
      guard let least = slacks.min() else { return nil }
      sum += least
    }
    return network.cutover == nil ? sum + projectFinish - finish[Int(last)] : sum
  }
}
