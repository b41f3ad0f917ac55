public import Scheduling
public import SharedSystem

/// Why a plan that reads well cannot be scheduled.
public enum PlanError: Error, Hashable, Sendable {
  /// Tasks wait for each other in a circle: ids in order, and the place of the link of each step
  /// (from `tasks[i]` to `tasks[i + 1]`, the last back to the first).
  case cycle(tasks: [String], links: [SourceLocation?])
  /// The task's calendar has no working time left where the task should run.
  case noWorkingTime(task: String, calendar: String, after: String)
  /// A date lies outside the years that can be computed.
  case outOfRange(task: String)
  /// A lag is a share of something without a length in minutes: calendar months, or a summary.
  case percentOfMonths(task: String, predecessor: String)
  /// There are more calendars than a network numbers.
  case tooManyCalendars(count: Int)
  /// The calendars, evaluated for the days that dates may lie in, would take too much memory.
  case tooManyCalendarDays(calendars: Int, from: CivilDate, to: CivilDate)
  /// The modules cannot be separated as their pins and couplings demand.
  case inseparable(SeparationObstacle)
  /// The costs of the separation are too large to be added exactly.
  case separationTooLarge(limit: Int64)
  /// No separation keeps all pins; without proof, none was found and there may be one.
  case separationNotFound(isProven: Bool)
  /// A task written by hand has the id of generated work, and one of the two is a summary.
  case overridesSummary(task: String)
  /// A figure of the plan cannot replace a default of the estimator.
  case estimatorDefault(EstimatorDefaultsError)
  /// A lag is stated in calendar months.
  case lagInMonths(task: String, predecessor: String)
}
