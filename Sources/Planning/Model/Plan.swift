public import Scheduling
public import SharedSystem

/// Whose calendar counts the time of a lag.
public enum LagCalendar: String, Hashable, Sendable, CaseIterable {
  case successor, predecessor, project, elapsed
}

/// To what total float is measured.
public enum CriticalPaths: String, Hashable, Sendable, CaseIterable {
  /// To the project's finish.
  case one
  /// To the finish of each task that nothing waits for: every end has a critical path of its own.
  case eachEnd = "each-end"
}

/// A whole plan: the shared system, the work, calendars, teams and levers, with their text ids.
///
/// A value: a what-if is a function from one plan to another. It knows no files and no XML; the
/// reader of plan files has checked that every id named in it exists.
public struct Plan: Sendable {
  /// What the project is called.
  public var name = LocalizedText("")
  /// Set when figures of the plan are invented: the sentence that says so, for the output.
  public var illustrative: LocalizedText?
  /// When the project starts.
  public var start: Instant
  /// The end of the last day by which the cutover must be finished.
  public var target: Instant?
  /// Id of the task that is the cutover; nil: the project's finish.
  public var cutover: String?
  /// The data date.
  public var statusDate: Instant?
  /// Id of the default calendar; nil: `WorkCalendar.standard`.
  public var calendar: String?
  /// The three letters of the currency of costs.
  public var currency = "JPY"
  /// What days, weeks and months of work mean.
  public var units = WorkUnits()
  /// Whose calendar counts lags that do not say.
  public var lagCalendar = LagCalendar.successor
  /// Whether constraint dates or links win.
  public var constraintRule = ConstraintRule.dates
  /// How out-of-sequence progress goes on.
  public var progressRule = ProgressRule.retainedLogic
  /// Whether total float is measured to the project's finish, or to each end of the network.
  public var criticalPaths = CriticalPaths.one
  /// The calendars.
  public var calendars: [PlanCalendar] = []
  /// Who will hold a system of its own.
  public var owners: [Owner] = []
  /// What the shared system is made of.
  public var modules: [Module] = []
  /// What ties the modules together.
  public var couplings: [Coupling] = []
  /// Classes of information with restricted readers.
  public var information: [InformationClass] = []
  /// How the work that follows from the modules is generated.
  public var generation = GenerationSettings()
  /// The defaults of the estimator that the plan replaces: low, mode and high (or one figure) in
  /// thousandths, by key.
  public var defaults: [String: [Int64]] = [:]
  /// The work, each summary before the tasks it holds: what is written, and after
  /// `withGeneratedWork()` what follows from the modules, too.
  public var tasks: [PlanTask] = []
  /// What the generated tasks were made from; nil while the plan has only what is written.
  public var generated: GeneratedWork?
  /// Who does the work.
  public var teams: [Team] = []
  /// Accelerations that a what-if can apply.
  public var levers: [Lever] = []
  /// Named combinations of changes.
  public var scenarios: [Scenario] = []

  /// Makes an empty plan.
  public init(start: Instant) { self.start = start }
}

/// A calendar of a plan.
public struct PlanCalendar: Hashable, Sendable {
  /// The id, unique among calendars.
  public var id: String
  /// What people call it; the id when the plan gives no name.
  public var name: LocalizedText
  /// When work happens.
  public var calendar: WorkCalendar
  /// The hours of a working day: what an `open` day without hours of its own gets.
  public var hours: [WorkCalendar.Hours]

  /// Makes a calendar of a plan.
  public init(
    id: String, name: LocalizedText, calendar: WorkCalendar,
    hours: [WorkCalendar.Hours] = WorkCalendar.officeHours
  ) {
    self.id = id
    self.name = name
    self.calendar = calendar
    self.hours = hours
  }
}

/// One of the parties that will hold a system of its own.
public struct Owner: Hashable, Sendable {
  /// The id, unique among owners.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// What the names of generated tasks call it; nil: its name, or its id when that is long.
  public var short: LocalizedText?
  /// Id of the calendar its tasks run on; nil: the project's.
  public var calendar: String?
  /// Whether it can hold modules; nil: as the modules show (`Plan.holders`).
  public var holds: Bool?

  /// Makes an owner.
  public init(id: String, name: LocalizedText, calendar: String? = nil, holds: Bool? = nil) {
    self.id = id
    self.name = name
    self.calendar = calendar
    self.holds = holds
  }
}

/// A group of people or things that tasks keep busy.
public struct Team: Hashable, Sendable {
  /// A capacity that holds from a day on.
  public struct Step: Hashable, Sendable {
    /// From when; nil: from the beginning.
    public var from: Instant?
    /// Units, in thousandths.
    public var thousandths: Int64

    /// Makes a step of a profile.
    public init(from: Instant?, thousandths: Int64) {
      self.from = from
      self.thousandths = thousandths
    }
  }

  /// The id, unique among teams.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// Its capacity over time, in order of date.
  public var capacity: [Step]

  /// Makes a team.
  public init(id: String, name: LocalizedText, capacity: [Step]) {
    self.id = id
    self.name = name
    self.capacity = capacity
  }
}
