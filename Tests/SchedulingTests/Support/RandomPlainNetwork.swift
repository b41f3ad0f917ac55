import Scheduling

/// Random networks of work that only links and calendars place, on one or two calendars; task
/// numbers are in no order. Durations and lags are few, so that many links tie.
enum RandomPlainNetwork {
  static func network(seed: UInt64, taskCount: Int32) -> Network {
    var random = SplitMix64(seed: seed)
    var office = WorkCalendar.standard
    office.holidayRules = [.japan]
    let week = Array(repeating: [WorkCalendar.Hours(start: 480, end: 1200)], count: 7)
    let calendars = random.oneIn(2) ? [office] : [office, WorkCalendar(week: week)]
    var network = Network(
      start: Instant(minutes: 540 + 1440 * Int32.random(in: 19_000...21_000, using: &random)),
      calendars: calendars)
    if random.oneIn(3) { network.target = Instant(minutes: network.start.minutes + 60 * 1440) }
    for _ in 0..<taskCount {
      let calendar = random.oneIn(4) ? Int32(calendars.count - 1) : 0
      network.addTask(
        .work(minutes: 240 * Int32.random(in: 1...4, using: &random)), calendar: calendar)
    }
    if network.target != nil, random.oneIn(2) { network.cutover = taskCount / 2 }
    let order = random.oneIn(3) ? Array(0..<taskCount) : (0..<taskCount).shuffled(using: &random)
    for _ in 0..<3 * taskCount {
      let last = Int.random(in: 1..<order.count, using: &random)
      let first = Int.random(in: max(0, last - 12)..<last, using: &random)
      // Calendars of different tasks are joined by no link, so that all links are plain.
      guard network.calendar(of: order[first]) == network.calendar(of: order[last]) else {
        continue
      }
      let lag: Int32 = random.oneIn(3) ? 240 * Int32.random(in: -3...3, using: &random) : 0
      network.addLink(
        from: order[first], to: order[last],
        random.oneIn(2) ? .finishToStart : .any(using: &random),
        lag: lag)
    }
    return network
  }
}
