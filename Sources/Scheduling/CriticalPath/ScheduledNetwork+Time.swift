extension ScheduledNetwork {
  /// The working minutes of a calendar from one instant to another; negative when `last` is
  /// before `first`.
  ///
  /// - Parameter calendar: index into the network's calendars, or `Network.elapsedCalendar`.
  /// - Complexity: O(1) within the years of the schedule, else O(days between).
  public func workingMinutes(
    from first: Instant, to last: Instant, calendar: Network.CalendarIndex = 0
  ) -> Int32 {
    if calendar == Network.elapsedCalendar { return last.minutes - first.minutes }
    let time = engine.time
    if time.covers(first.minutes, on: calendar), time.covers(last.minutes, on: calendar) {
      return time.position(last.minutes, on: calendar)
        - time.position(first.minutes, on: calendar)
    }
    let days = [first, last].map { Instant.day(of: $0.minutes) }.sorted()
    let wider = WorkingTime(
      [network.calendars[Int(calendar)]], firstDay: days[0] - 1, lastDay: days[1] + 1)
    return wider.position(last.minutes, on: 0) - wider.position(first.minutes, on: 0)
  }

  /// How far back from `instant` the end of work lies: the instant itself inside working time,
  /// else the end of the last work before it; nil when there is none within the schedule's years.
  public func endOfWork(before instant: Instant, calendar: Network.CalendarIndex) -> Instant? {
    let position = engine.time.position(instant.minutes, on: calendar)
    let end = engine.time.instant(position - 1, on: calendar)
    return WorkingTime.isFar(end) ? nil : Instant(minutes: end + 1)
  }

  /// The latest start with which a task of this duration ends by `limit` on a calendar; nil when
  /// there is none within the schedule's years.
  ///
  /// - Parameter minutes: working minutes, more than 0.
  public func latestStart(
    of minutes: Int32, by limit: Instant, calendar: Network.CalendarIndex
  ) -> Instant? {
    let position = engine.time.position(limit.minutes, on: calendar)
    let start = engine.time.instant(position - minutes, on: calendar)
    return WorkingTime.isFar(start) ? nil : Instant(minutes: start)
  }
}
