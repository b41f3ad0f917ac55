public import Scheduling

/// What a set of changes does to a plan: before, after, and the difference.
public struct WhatIfResult: Sendable {
  /// The plan as it is.
  public var before: PlanSchedule
  /// The plan with the changes.
  public var after: PlanSchedule
  /// The levers that were applied, in order.
  public var levers: [Lever]
  /// The cost of the levers, in the plan's currency.
  public var leverCost: Int64
  /// The difference between the sums of the tasks' own costs.
  public var taskCost: Int64
  /// Working minutes of the project's calendar by which the cutover moved earlier; negative when
  /// it moved later.
  public var gainedMinutes: Int32
  /// Clock minutes by which the cutover moved earlier; negative when it moved later.
  public var gainedElapsedMinutes: Int32
  /// The tasks that differ, in the order of the plan.
  public var changes: [TaskChange]
  /// Ids of tasks that are critical only after the change.
  public var becameCritical: [String]
  /// Ids of tasks that are critical only before it.
  public var noLongerCritical: [String]
  /// Why less is gained than the changes shorten; nil when nothing is lost.
  public var swallowed: Swallowed?

  /// The whole price of the changes.
  public var cost: Int64 { leverCost + taskCost }

  /// One task that differs between before and after.
  public struct TaskChange: Hashable, Sendable {
    /// What happened to it.
    public enum Kind: String, Hashable, Sendable {
      /// Its own duration, links, calendar, constraints or cost were changed.
      case changed
      /// Only its dates moved.
      case moved
      case added
      case removed
    }

    /// The task's id.
    public var id: String
    /// What happened to it.
    public var kind: Kind
    /// Index in `before.plan.tasks`; nil for an added task.
    public var before: Int?
    /// Index in `after.plan.tasks`; nil for a removed task.
    public var after: Int?
  }

  /// Where a gain was lost.
  public enum Swallowed: Hashable, Sendable {
    /// The work before `task` is ready `gained` working minutes of the project's calendar earlier,
    /// but `task` waits for its window all the same. `missing` working minutes more would reach
    /// the `previous` window (nil when there is none).
    case window(
      task: String, gained: Int32, window: WorkCalendar.Window?, previous: WorkCalendar.Window?,
      missing: Int32?)
    /// The work before `task` is ready `elapsed` minutes of the clock earlier, but its calendar has no
    /// working time until `start` all the same: a night, a weekend or closed days lie between.
    case closed(task: String, elapsed: Int32, start: Instant)
    /// Another path now sets the cutover: the tasks on it that were not on the path before.
    case path(tasks: [String], shortened: Int32, gained: Int32)
    /// The path goes on from the starts of these shortened tasks, not from their finishes: how long
    /// they take does not matter to the cutover.
    case startsOnly(tasks: [String])
    /// None of the changed tasks lies on the driving path; the smallest float among them.
    case offPath(tasks: [String], float: Int32)
  }
}
