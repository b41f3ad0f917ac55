public import Scheduling

/// Why a task has its dates: the chain of reasons from a fixed date to the task, where its float
/// comes from, and what would have to change for it to be a day earlier.
public struct Explanation: Sendable {
  /// Index in `plan.tasks` of the task that was asked about.
  public var task: Int
  /// The chain to its start or to its finish; for a summary one for each.
  public var parts: [Part]
  /// Why it is critical or not; nil for an empty summary.
  public var standing: Standing?

  /// Which date is explained.
  public enum Aim: String, Hashable, Sendable {
    case start, finish
  }

  /// One date with its reasons.
  public struct Part: Sendable {
    /// The date.
    public var aim: Aim
    /// Index of the task itself, or of the task that gives a summary this date.
    public var leaf: Int
    /// The reasons in order; the last step is `leaf`.
    public var steps: [Step]
    /// What would make the date a day earlier.
    public var earlier: Earlier
  }

  /// One task of a chain.
  public struct Step: Hashable, Sendable {
    /// Index in `plan.tasks`.
    public var task: Int
    /// What sets its dates; a link leads to the step before.
    public var reason: PlanSchedule.Reason
    /// The days its work passes over although its week has hours on them: holidays and closures.
    public var daysOff: [DaysOff]
    /// The instant from which only the calendar holds it up; nil where no calendar does.
    public var ready: Instant?
    /// Its own constraint that sets its date, with the task that states it (itself or a summary).
    public var constraintHolder: Int?
    /// The link that sets its date: the task that states it, and which of its dependencies it is.
    var dependency: (task: Int, index: Int)?

    /// Equal when everything that is said about the task is equal.
    public static func == (left: Step, right: Step) -> Bool {
      left.task == right.task && left.reason == right.reason && left.daysOff == right.daysOff
        && left.ready == right.ready && left.constraintHolder == right.constraintHolder
    }

    /// Hashes the task and the reason.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(task)
      hasher.combine(reason)
    }
  }

  /// A run of days on which nobody works although the week has hours.
  public struct DaysOff: Hashable, Sendable {
    /// The first and the last such day of the run.
    public var first: CivilDate, last: CivilDate
    /// How many of the days between would be worked otherwise.
    public var count: Int
  }

  /// Why a task is critical or not.
  public struct Standing: Hashable, Sendable {
    /// The tasks that pass a slip on, from the task's successor to the one that ends last; of
    /// several chains the one that leaves the least float.
    public var chain: [Int]
    /// The first task of the chain before which there is slack, with the minutes of work; nil when
    /// a slip is felt to the end.
    public var slackBefore: SlackBefore?
    /// Whether the last of them has its late date from its own deadline or constraint.
    public var endsAtOwnDate: Bool

    /// Slack before a task.
    public struct SlackBefore: Hashable, Sendable {
      /// Index in `plan.tasks`.
      public var task: Int
      /// Minutes of work.
      public var minutes: Int32
    }
  }
}

extension Explanation {
  /// What would make a date a day earlier: everything here was tried by scheduling the changed plan.
  public struct Earlier: Sendable {
    /// The changes that are enough alone, in the order of the chain.
    public var alone: [Trial] = []
    /// Changes that are enough together, where no day off a task or a lag is enough alone.
    public var together: Combination?
    /// What must be reached where a calendar swallows a day: its last waits on the chain, the last
    /// one first. Every one of them holds the date up.
    public var reaches: [Reach] = []
    /// How many changes were tried, and how many the chain has.
    public var tried = 0, possible = 0
  }

  /// A change that was tried with success.
  public struct Trial: Hashable, Sendable {
    /// The change.
    public var change: Alteration
    /// The date it gives.
    public var date: Instant
  }

  /// Days off several tasks or lags.
  public struct Combination: Hashable, Sendable {
    /// The changes, in the order of the plan.
    public var changes: [Alteration]
    /// The date they give.
    public var date: Instant
    /// So many paths tie of which no two share a task or lag that could be shortened: so many
    /// changes of this kind are needed at least.
    public var tiedPaths: Int
    /// Whether no smaller set of such changes is enough.
    public var isSmallest: Bool { changes.count == tiedPaths }
  }

  /// A wait for a calendar on a chain, and what would end it sooner.
  public struct Reach: Hashable, Sendable {
    /// Index of the task that waits.
    public var task: Int
    /// The window it waits for, if it is one.
    public var window: WorkCalendar.Window?
    /// The window before, into which its work would fit; nil when the calendar is no window.
    public var previous: WorkCalendar.Window?
    /// By when all that it waits for would have to be done.
    public var readyBy: Instant
    /// Working minutes of the project's calendar that are missing.
    public var missing: Int32
    /// The date that would follow for the task explained.
    public var date: Instant
  }
}
