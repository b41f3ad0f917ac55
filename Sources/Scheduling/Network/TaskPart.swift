/// A piece of a task's work on a calendar of its own.
///
/// People who share a task and work at different times, and work that pauses, make the pieces: in
/// MS Project the assignments of a task, and the segments of a split one.
public struct TaskPart: Hashable, Sendable {
  /// Index into `Network.calendars`.
  public var calendar: Network.CalendarIndex
  /// How long after the task's start this piece begins, in minutes of its calendar.
  public var delay: Int32
  /// How long it takes, in minutes of its calendar.
  public var minutes: Int32

  /// Makes a piece of work.
  public init(calendar: Network.CalendarIndex, delay: Int32 = 0, minutes: Int32) {
    self.calendar = calendar
    self.delay = delay
    self.minutes = minutes
  }
}
