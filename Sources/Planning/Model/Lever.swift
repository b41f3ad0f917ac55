public import Scheduling
public import SharedSystem

/// An acceleration that a what-if can apply.
public struct Lever: Sendable {
  /// The id, unique among levers.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// What it costs, in the plan's currency.
  public var cost: Int64
  /// What it changes, in order.
  public var changes: [Change]
  /// Levers without which it cannot be applied.
  public var requires: [String]
  /// Levers it cannot be combined with.
  public var excludes: [String]
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a lever.
  public init(
    id: String, name: LocalizedText, cost: Int64 = 0, changes: [Change], requires: [String] = [],
    excludes: [String] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.cost = cost
    self.changes = changes
    self.requires = requires
    self.excludes = excludes
    self.location = location
  }
}

/// A named combination of changes.
public struct Scenario: Sendable {
  /// One step of a scenario.
  public enum Step: Hashable, Sendable {
    /// Apply the lever with this id.
    case lever(String)
    /// Set a field of a task.
    case assign(Assignment)
  }

  /// The id, unique among scenarios.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// A target of its own.
  public var target: Instant?
  /// What it applies, in order.
  public var apply: [Step]
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a scenario.
  public init(
    id: String, name: LocalizedText, target: Instant? = nil, apply: [Step],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.target = target
    self.apply = apply
    self.location = location
  }
}

/// One change of a plan.
public enum Change: Hashable, Sendable {
  /// Change the durations of the selected tasks.
  case duration(Selector, AmountChange)
  /// Change an existing link, or add one. A nil type or lag keeps what is there.
  case link(from: String, to: String, type: LinkType?, lag: PlanTask.Lag?)
  /// What overlapping two tasks may bring: with this probability (in thousandths of a per cent) the
  /// successor loses this time again. It is kept and shown, and moves no date.
  case rework(from: String, to: String, probability: Int64, delay: PlanDuration)
  /// Take away the link between two tasks.
  case unlink(from: String, to: String)
  /// Take away a task: its successors wait for its predecessors instead.
  case remove(task: String)
  /// Set a field of a task.
  case assign(Assignment)
  /// Choose the strategy of a module.
  case strategy(module: String, Module.Strategy)
  /// Open more working days on a calendar.
  case open(calendar: String, [WorkCalendar.OpenDay])
  /// Add windows to a calendar of windows.
  case windows(calendar: String, [WorkCalendar.Window])
  /// Change the capacity of a team from a day on.
  case team(String, CapacityChange, from: Instant?)
  /// Move the project's target.
  case target(Instant)

  /// A new amount for a duration.
  public enum AmountChange: Hashable, Sendable {
    /// Exactly this.
    case set(PlanDuration)
    /// This much more (or less, when negative).
    case add(PlanDuration)
    /// More or less by a share, in thousandths of a per cent: −10 % is −10 000.
    case percent(thousandths: Int64)
  }

  /// A new capacity, in thousandths of a unit.
  public enum CapacityChange: Hashable, Sendable {
    case set(thousandths: Int64)
    case add(thousandths: Int64)
  }

  /// Which tasks a change is about: those that fit every condition given.
  public struct Selector: Hashable, Sendable {
    /// The task's own id, or the id of a summary above it.
    public var id: String?
    /// Its module.
    public var module: String?
    /// Its owner.
    public var owner: String?
    /// One of its drivers.
    public var driver: String?
    /// The strategy of its module.
    public var strategy: Module.Strategy?

    /// Makes a selector; without any condition it selects every task.
    public init(
      id: String? = nil, module: String? = nil, owner: String? = nil, driver: String? = nil,
      strategy: Module.Strategy? = nil
    ) {
      self.id = id
      self.module = module
      self.owner = owner
      self.driver = driver
      self.strategy = strategy
    }
  }
}

/// Setting one field of one task: `requirements.duration=40d`.
public struct Assignment: Hashable, Sendable {
  /// The fields that can be set, with their new value.
  public enum Value: Hashable, Sendable {
    case duration(Change.AmountChange)
    case cost(Int64)
    /// Calendar id; nil: back to the default.
    case calendar(String?)
    case owner(String?)
    /// The end of the day, or a time; nil: none.
    case deadline(Instant?)
    /// Replaces all constraints of the task.
    case constraint(TaskConstraint?)
  }

  /// Id of the task.
  public var task: String
  /// The field with its new value.
  public var value: Value
  /// The text it was read from, for reports.
  public var text: String

  /// Makes an assignment.
  public init(task: String, value: Value, text: String) {
    self.task = task
    self.value = value
    self.text = text
  }
}
