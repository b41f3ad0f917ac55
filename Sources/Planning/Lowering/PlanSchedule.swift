public import Scheduling

/// A plan with its dates: the result of scheduling, in the plan's own terms.
///
/// `tasks[i]` are the dates of `plan.tasks[i]`, summaries included.
public struct PlanSchedule: Sendable {
  /// The plan that was scheduled.
  public var plan: Plan
  /// Dates and floats by index of `plan.tasks`.
  public var tasks: [TaskDates]
  /// The earliest start of all tasks; the plan's start when there are none.
  public var start: Instant
  /// The latest finish of all tasks; the plan's start when there are none.
  public var finish: Instant
  /// Index of the cutover in `plan.tasks`; nil: the project's finish is the cutover.
  public var cutover: Int?
  /// When the cutover finishes.
  public var cutoverFinish: Instant
  /// Working minutes of the project's calendar between the cutover's finish and the target;
  /// negative when the plan is late; nil without a target.
  public var margin: Int32?
  /// The longest driving path to the cutover, first task first.
  public var path: [PathStep]
  /// The network behind the dates, for questions about them.
  let lowered: LoweredPlan
  /// The network's own schedule.
  let scheduled: ScheduledNetwork

  /// Whether the target is missed.
  public var isLate: Bool { plan.target.map { cutoverFinish > $0 } ?? false }

  /// The dates of one task.
  public struct TaskDates: Hashable, Sendable {
    /// When it is planned to start and finish.
    public var start: Instant, finish: Instant
    /// The earliest dates.
    public var earlyStart: Instant, earlyFinish: Instant
    /// The latest dates that keep the project's finish, constraints and deadlines.
    public var lateStart: Instant, lateFinish: Instant
    /// The latest dates that keep the target; nil without a target.
    public var targetLateStart: Instant?, targetLateFinish: Instant?
    /// Minutes of work (of the clock for elapsed and calendar-month durations).
    public var duration: Int32
    /// How far it may slip without moving the project's finish, in minutes of its calendar.
    public var totalFloat: Int32
    /// How far it may slip with every successor keeping its dates.
    public var freeFloat: Int32
    /// How far it may slip before the target is missed; nil without a target.
    public var margin: Int32?
    /// Whether the total float is zero or less.
    public var isCritical: Bool
    /// Whether it lies on a longest driving path to the cutover.
    public var isDriving: Bool
  }

  /// One task of a driving path with the reason for its dates.
  public struct PathStep: Hashable, Sendable {
    /// Index in `plan.tasks`.
    public var task: Int
    /// What sets its dates.
    public var reason: Reason

    /// Makes a step.
    public init(task: Int, reason: Reason) {
      self.task = task
      self.reason = reason
    }
  }

  /// What sets a task's dates.
  public enum Reason: Hashable, Sendable {
    /// The project's start.
    case projectStart
    /// A link: the date follows from the predecessor's.
    case link(Waiting)
    /// A link sets the bound, but the calendar has no working time until later. `wait` is the
    /// time between, in minutes of the clock, and `window` the window waited for, if it is one.
    case calendar(Waiting?, wait: Int32, window: WorkCalendar.Window?)
    /// A constraint of the task itself.
    case constraint(TaskConstraint)
    /// The status date.
    case statusDate
    /// An actual date.
    case actual

    /// The predecessor of a link.
    public struct Waiting: Hashable, Sendable {
      /// Index of the predecessor in `plan.tasks`: the leaf that decides.
      public var predecessor: Int
      /// The link's type.
      public var type: LinkType
      /// The link's lag as the plan states it.
      public var lag: PlanTask.Lag
      /// Index of the summary that the link names, when it names one instead of the leaf.
      public var viaSummary: Int?
    }
  }

  /// The index of the task with this id.
  ///
  /// - Complexity: O(tasks).
  public func index(of id: String) -> Int? { plan.tasks.firstIndex { $0.id == id } }
}
