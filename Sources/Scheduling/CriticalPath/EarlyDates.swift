/// Early dates alone: what a search that only asks "how early" needs of a schedule.
package struct EarlyDates: Sendable {
  /// When each node starts, in minutes.
  package let start: [Int32]
  /// When each node finishes, in minutes.
  package let finish: [Int32]
  /// The latest finish of all.
  package let projectFinish: Int32
}

extension Scheduler {
  /// The early dates of a network, without late dates and floats.
  ///
  /// They are those of `schedule(_:calendars:)` as long as no task is placed "as late as possible".
  ///
  /// - Parameter calendars: compiled calendars of networks scheduled before.
  /// - Throws: as `schedule(_:calendars:)`.
  /// - Complexity: O(tasks + links), and that of calendars which are not compiled yet.
  package static func earlyDates(
    _ network: Network, calendars: CalendarCache
  ) throws(SchedulingError) -> EarlyDates {
    var horizon = Horizon(for: network)
    try horizon.check(network)
    let time = calendars.tables(of: network, covering: horizon)
    var engine = try Engine(network, time: time)
    horizon = engine.time.horizon
    var early = try earlyDates(&engine, &horizon)
    calendars.keep(engine.time, of: network)
    let finish = early.latestFinish()
    early.fillInstants()
    return EarlyDates(start: early.start, finish: early.finish, projectFinish: finish)
  }
}
