internal import Scheduling

/// What differs between two plans, and what that does to the cutover.
public struct PlanDifference: Sendable {
  /// What happened to a thing.
  public enum Mark: String, Hashable, Sendable {
    case added = "+"
    case changed = "~"
    case removed = "-"
  }

  /// A task that differs.
  public struct TaskRow: Hashable, Sendable {
    /// What happened to it.
    public var mark: Mark
    /// The task's id.
    public var id: String
    /// Index in the first plan's tasks, and in the second's.
    public var before: Int?, after: Int?
    /// Minutes of the clock by which its finish moved; positive is later.
    public var moved: Int32
    /// What differs beside dates.
    public var fields: [Field]
  }

  /// A field of a task.
  public enum Field: String, Hashable, Sendable {
    case name, duration, owner, calendar, links, constraint, deadline, cost, progress, outline
    case active, parts, prices, estimate, teams, module, drivers
  }

  /// Anything else that differs.
  public struct Row: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case project, calendar, owner, information, module, coupling, crossing, team, lever, scenario
      case estimate
    }

    /// What happened to it.
    public var mark: Mark
    /// What kind of thing it is.
    public var kind: Kind
    /// What it is called: an id, or `from → to`; empty for the project.
    public var id: String
    /// What it was and what it is, where that is short.
    public var before: String?, after: String?
    /// Of a changed thing, what differs.
    public var parts: [Part] = []
  }

  /// What differs in a thing.
  public struct Part: Hashable, Sendable {
    /// Which of its fields, by the key that a plan file gives it.
    public var key: String
    /// What it had only before, and what it has only after, as a plan file writes it; empty where
    /// that is long.
    public var removed: [String], added: [String]
  }

  /// What is compared.
  public enum Scope: Hashable, Sendable {
    /// Everything.
    case everything
    /// Only what a schedule of another program holds: tasks, calendars, owners and the project's
    /// dates.
    case schedule
  }

  /// The first plan.
  public var before: PlanSchedule
  /// The second plan.
  public var after: PlanSchedule
  /// Tasks, the largest move first.
  public var tasks: [TaskRow]
  /// Everything else, in the order of kinds and of the plans.
  public var others: [Row]
  /// Minutes of the clock by which the cutover moved; positive is later.
  public var cutoverMoved: Int32
  /// The same in working minutes of the first plan's calendar.
  public var cutoverMovedWorking: Int32
  /// Ids of tasks that only the first, and only the second path to the cutover has.
  public var leftPath: [String], joinedPath: [String]
  /// What was compared.
  public var scope: Scope

  /// Whether nothing differs of what was compared.
  public var isEmpty: Bool {
    tasks.isEmpty && others.isEmpty && cutoverMoved == 0 && leftPath.isEmpty && joinedPath.isEmpty
  }

  /// Compares two plans with their dates.
  ///
  /// - Parameter scope: what is compared; `.schedule` when one of the plans was read from a file of
  ///   another program, which does not hold the rest.
  /// - Complexity: O(tasks log tasks + links + modules + couplings).
  public init(_ before: PlanSchedule, _ after: PlanSchedule, scope: Scope = .everything) {
    self.before = before
    self.after = after
    self.scope = scope
    tasks = TaskRows(before, after, scope).rows
    others = OtherRows(before.plan, after.plan, scope).rows
    cutoverMoved = after.cutoverFinish.minutes - before.cutoverFinish.minutes
    cutoverMovedWorking = before.scheduled.workingMinutes(
      from: before.cutoverFinish, to: after.cutoverFinish)
    let (old, new) = (
      before.path.map { before.plan.tasks[$0.task].id },
      after.path.map { after.plan.tasks[$0.task].id }
    )
    let (was, isNow) = (Set(old), Set(new))
    leftPath = old.filter { !isNow.contains($0) }
    joinedPath = new.filter { !was.contains($0) }
  }
}
