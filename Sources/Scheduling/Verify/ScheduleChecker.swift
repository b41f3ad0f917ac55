/// Checks a schedule against the rules, without the scheduler's help.
///
/// The scheduler computes dates; the checker only asks whether given dates are right. Calendars are
/// walked day by day, lags and durations minute by minute of work, and "as soon" or "as late as
/// possible" is tried out: a working granule earlier or later, something must break. Nothing of
/// this is shared with the engine, so an error there does not hide here. It is not fast, and it
/// names no drivers.
///
/// A date of one task is checked against the dates the schedule gives to the others. A wrong date is
/// therefore reported once or twice near where it is wrong, and not for everything that follows.
///
/// Limits: several overriding constraints on one task ("must" beside "no later than" under
/// `ConstraintRule.dates`) may decide in either order; with "as late as possible", some dates that
/// the schedule does not record (those before anything was moved) are not reconstructed.
public enum ScheduleChecker {
  /// Lists every rule that a schedule breaks.
  ///
  /// - Parameters:
  ///   - schedule: dates and floats, of the scheduler or from elsewhere.
  ///   - network: what was scheduled.
  /// - Returns: the violations, by task; none for a correct schedule.
  /// - Complexity: O((tasks + links) · days between their dates) time, O(days) space for each
  ///   calendar. Nested groups multiply: a link into a group is followed to the group's successors.
  public static func violations(
    of schedule: Schedule, in network: Network
  ) -> [ScheduleViolation] {
    var check = ScheduleCheck(schedule, network)
    check.checkShape()
    // Without an entry for every task there is nothing to look at.
    if !check.violations.isEmpty { return check.violations }
    check.checkProjectFinish()
    for task in 0..<network.taskCount {
      check.checkPlaces(of: task)
      check.checkEarlyDates(of: task)
      check.checkLateDates(of: task)
      check.checkFreeFloat(of: task)
    }
    return check.violations
  }
}
