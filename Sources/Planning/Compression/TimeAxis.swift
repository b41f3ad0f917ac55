internal import Scheduling

/// A schedule on one axis: the working time of the project's calendar from the project's start.
///
/// What does not run on that calendar has no length of its own there; it gets the one it has in the
/// schedule.
struct TimeAxis {
  let network: Network
  let scheduled: ScheduledNetwork
  /// By calendar, whether it is the project's own or one like it.
  private let isProjectCalendar: [Bool]

  init(_ lowered: LoweredPlan, _ scheduled: ScheduledNetwork) {
    network = lowered.network
    self.scheduled = scheduled
    let project = lowered.network.calendars[0]
    isProjectCalendar = lowered.network.calendars.map { $0 == project }
  }

  /// The working time until an instant; nothing lies before the start.
  func position(_ minutes: Int32) -> Int64 {
    max(0, Int64(scheduled.workingMinutes(from: network.start, to: Instant(minutes: minutes))))
  }

  func start(_ node: Int32) -> Int64 { position(scheduled.schedule.start[Int(node)]) }
  func finish(_ node: Int32) -> Int64 { position(scheduled.schedule.finish[Int(node)]) }

  /// Whether a node is work on the project's calendar: its minutes are those of the axis.
  func isPlain(_ node: Int32) -> Bool {
    network.kind(of: node) == .work && isProjectCalendar[Int(network.calendar(of: node))]
      && network.parts(of: node).isEmpty && network.progress(of: node) == nil
  }

  /// How long a node is on the axis.
  func length(_ node: Int32) -> Int64 {
    if isPlain(node), case .work(let minutes) = network.duration(of: node) { return Int64(minutes) }
    return max(0, finish(node) - start(node))
  }

  /// The length of a link's lag on the axis, where it lies in the schedule; and whether it is the
  /// same everywhere.
  func lag(_ link: Int32) -> (minutes: Int64, isFixed: Bool) {
    let stated = network.link(link)
    guard stated.lag != 0 else { return (0, true) }
    if stated.lagCalendar != Network.elapsedCalendar, isProjectCalendar[Int(stated.lagCalendar)] {
      return (Int64(stated.lag), true)
    }
    let source = Int(stated.source)
    let from =
      stated.type.fromFinish
      ? scheduled.schedule.finish[source] : scheduled.schedule.start[source]
    let to = instant(from, after: stated.lag, on: stated.lagCalendar)
    return (
      Int64(
        scheduled.workingMinutes(from: Instant(minutes: from), to: Instant(minutes: to))), false
    )
  }

  /// The first instant that lies so many minutes of a calendar later, or earlier.
  ///
  /// - Complexity: O(log of the distance) within the years of the schedule.
  private func instant(
    _ from: Int32, after lag: Int32, on calendar: Network.CalendarIndex
  ) -> Int32 {
    if calendar == Network.elapsedCalendar { return from + lag }
    var (low, high) = lag > 0 ? (from, from) : (from - 1, from)
    func work(_ to: Int32) -> Int32 {
      scheduled.workingMinutes(
        from: Instant(minutes: from), to: Instant(minutes: to), calendar: calendar)
    }
    // Two centuries are longer than any lag; a calendar that ends earlier has no such instant.
    let limit: Int32 = 200 * 366 * 1440
    var step: Int32 = 1440
    if lag > 0 {
      while work(high) < lag, step < limit {
        (low, high) = (high, from + step)
        step *= 2
      }
    } else {
      while work(low) >= lag, step < limit {
        (high, low) = (low, from - step)
        step *= 2
      }
    }
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if work(middle) >= lag { high = middle } else { low = middle }
    }
    return high
  }
}
