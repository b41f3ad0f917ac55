import Scheduling

/// Seeded random numbers: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Networks for benchmarks, the same for the same seed.
enum RandomProject {
  /// The office calendar of the benchmarks: Japanese holidays, closed over the year end.
  static var japaneseOffice: WorkCalendar {
    var calendar = WorkCalendar.standard
    calendar.holidayRules = [.japan]
    calendar.yearlyClosures = [.init(firstMonth: 12, firstDay: 29, lastMonth: 1, lastDay: 3)]
    return calendar
  }

  /// The start of all networks.
  static let start = Instant(CivilDate(dayNumber: 19_539))

  /// A project of many parallel streams: about three links a task from tasks shortly before it,
  /// 70 % FS and 10 % each SS, FF, SF; 30 % with a lag of up to ten days, a quarter of those leads.
  static func network(tasks: Int, seed: UInt64) -> Network {
    var random = SplitMix64(seed: seed)
    var network = Network(start: start, calendars: [japaneseOffice])
    // Streams keep the project's length to some decades, whatever its size.
    let streams = max(8, tasks / 250)
    for task in 0..<Int32(tasks) {
      network.addTask(.work(minutes: Int32.random(in: 1...20, using: &random) * 480))
      for _ in 0..<min(3, Int(task)) {
        let distance = Int32.random(in: 1...Int32(streams * 2), using: &random)
        let source = max(0, task - distance)
        let type: LinkType =
          switch Int.random(in: 0..<10, using: &random) {
          case 0: .startToStart
          case 1: .finishToFinish
          case 2: .startToFinish
          default: .finishToStart
          }
        var lag: Int32 = 0
        if Int.random(in: 0..<10, using: &random) < 3 {
          lag = Int32.random(in: 1...10, using: &random) * 480
          if Int.random(in: 0..<4, using: &random) == 0 { lag = -lag }
        }
        network.addLink(from: source, to: task, type, lag: lag)
      }
    }
    return network
  }

  /// The same network with its tasks numbered at random and its links in random order.
  static func shuffled(_ network: Network, seed: UInt64) -> Network {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<Int32(network.taskCount)).shuffled(using: &random)
    var tasks = numbers
    for (old, new) in numbers.enumerated() { tasks[Int(new)] = Int32(old) }
    var result = Network(start: network.start, calendars: network.calendars)
    for old in tasks {
      result.addTask(network.duration(of: old), calendar: network.calendar(of: old))
    }
    for number in (0..<Int32(network.linkCount)).shuffled(using: &random) {
      let link = network.link(number)
      result.addLink(
        from: numbers[Int(link.source)], to: numbers[Int(link.target)], link.type, lag: link.lag,
        lagCalendar: link.lagCalendar)
    }
    return result
  }

  /// A chain of tasks of one hour each.
  static func chain(tasks: Int) -> Network {
    var network = Network(start: start, calendars: [japaneseOffice])
    for task in 0..<Int32(tasks) {
      network.addTask(.work(minutes: 60))
      if task > 0 { network.addLink(from: task - 1, to: task) }
    }
    return network
  }
}
