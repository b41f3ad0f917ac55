/// The days for which calendars are compiled; it grows until every date fits.
struct Horizon: Equatable {
  var firstDay: Int
  var lastDay: Int

  /// The outermost days that instants can name with room to add durations.
  static let limits = Horizon(firstDay: -1_270_000, lastDay: 1_270_000)

  /// A first guess: from a year before the earliest date stated to three years after the latest.
  init(for network: Network) {
    var dates = [network.start]
    if let target = network.target { dates.append(target) }
    if let status = network.statusDate { dates.append(status) }
    for constraint in network.constraints.values.joined() where constraint.kind != .asLateAsPossible
    {
      dates.append(constraint.date)
    }
    dates += network.deadline.values
    for done in network.progress.values {
      dates.append(done.started)
      if let finished = done.finished { dates.append(finished) }
      if let resumed = done.resumed { dates.append(resumed) }
    }
    for window in network.calendars.compactMap(\.windows).joined() {
      dates.append(window.start)
      dates.append(window.end)
    }
    for day in network.calendars.flatMap(\.open) { dates.append(Instant(day.date)) }
    let days = dates.map { Instant.day(of: $0.minutes) }
    firstDay = max((days.min() ?? 0) - 400, Horizon.limits.firstDay)
    lastDay = min((days.max() ?? 0) + 3 * 366, Horizon.limits.lastDay)
  }

  /// How many days all calendars may be compiled for: some 60 bytes each.
  private static let mostCalendarDays = 10_000_000

  /// Checks that the calendars of a network fit into memory for these days.
  ///
  /// - Throws: `SchedulingError.tooManyCalendarDays`.
  func check(_ network: Network) throws(SchedulingError) {
    let days = lastDay - firstDay + 1
    let count = network.calendars.count
    guard (count + 1) * days <= Horizon.mostCalendarDays else {
      throw .tooManyCalendarDays(
        calendars: count, from: Instant(CivilDate(dayNumber: firstDay)),
        to: Instant(CivilDate(dayNumber: lastDay)))
    }
  }

  init(firstDay: Int, lastDay: Int) {
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The same with twice as many days at the end, where tables are only continued, or with four
  /// times as many at the beginning, where everything starts anew; nil when that side is at its
  /// limit.
  func grown(later: Bool) -> Horizon? {
    let length = lastDay - firstDay
    let grown =
      later
      ? Horizon(firstDay: firstDay, lastDay: min(lastDay + length, Horizon.limits.lastDay))
      : Horizon(firstDay: max(firstDay - 3 * length, Horizon.limits.firstDay), lastDay: lastDay)
    return grown == self ? nil : grown
  }
}
