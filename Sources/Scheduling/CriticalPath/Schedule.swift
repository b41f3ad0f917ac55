/// The dates and floats of a network, by task number.
///
/// All arrays are as long as the network has nodes. Instants are minutes since 1970-01-01T00:00,
/// floats are minutes of the task's calendar (of the clock for elapsed durations).
public struct Schedule: Hashable, Sendable {
  /// When each task is planned to start; the early start, except under "as late as possible".
  public package(set) var start: [Int32]
  /// When each task is planned to finish.
  public package(set) var finish: [Int32]
  /// Earliest possible starts.
  public package(set) var earlyStart: [Int32]
  /// Earliest possible finishes.
  public package(set) var earlyFinish: [Int32]
  /// Latest starts that keep the project's own finish, the constraints and the deadlines.
  public package(set) var lateStart: [Int32]
  /// Latest finishes that keep the project's own finish, the constraints and the deadlines.
  public package(set) var lateFinish: [Int32]
  /// How far a task may slip without moving the project's finish; 0 or less is critical.
  public package(set) var totalFloat: [Int32]
  /// How far a task may slip with every successor keeping its dates.
  public package(set) var freeFloat: [Int32]
  /// The link that drives each task: that of `ScheduledNetwork.driver(of:)`, by number; −1 when no
  /// link does.
  public package(set) var drivingLink: [Int32] = []
  /// Against the target, when the network has one.
  public package(set) var toTarget: TargetDates?
  /// The latest planned finish, or the project's start when there are no tasks.
  public package(set) var projectFinish: Int32
  /// The greatest number of minutes that divides every input: results are its multiples.
  public package(set) var granule: Int32

  /// The latest dates that keep the target, and the slack they leave.
  public struct TargetDates: Hashable, Sendable {
    /// Latest starts that keep the target.
    public package(set) var lateStart: [Int32]
    /// Latest finishes that keep the target.
    public package(set) var lateFinish: [Int32]
    /// How far a task may slip before the target is missed; negative when the plan is late.
    public package(set) var margin: [Int32]
  }

  /// Whether a task's total float is zero or less.
  public func isCritical(_ task: Int32) -> Bool { totalFloat[Int(task)] <= 0 }
}

/// Why a network has no schedule.
public enum SchedulingError: Error, Sendable, Equatable {
  /// Tasks wait for each other in a circle. `links` are link numbers, one for each step.
  case cycle(tasks: [Int32], links: [Int32])
  /// The task's calendar, or that of a lag before it, has no working time left where it is needed.
  case noWorkingTime(task: Int32, after: Instant)
  /// A date lies outside the years that can be computed (about −1800 to 5700).
  case outOfRange(task: Int32)
  /// The calendars, compiled for the days that dates may lie in, would take too much memory.
  case tooManyCalendarDays(calendars: Int, from: Instant, to: Instant)
}
