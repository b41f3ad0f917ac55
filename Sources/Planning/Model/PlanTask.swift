public import Scheduling
public import SharedSystem

/// One task, milestone or summary of a plan.
public struct PlanTask: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// What people call it; the id when the plan gives no name.
  public var name: LocalizedText
  /// Index of the summary that holds it, in `Plan.tasks`; nil at the top.
  public var parent: Int?
  /// Whether it holds other tasks: its dates are theirs.
  public var isSummary = false
  /// Whether it takes no time.
  public var isMilestone = false
  /// How long it takes; nil for summaries and milestones.
  public var duration: PlanDuration?
  /// The pieces of work it is made of, when it is not one piece on its own calendar; for a task
  /// under way, what remains of them.
  public var parts: [Part] = []
  /// Id of the owner who does it.
  public var owner: String?
  /// Id of the module it is about.
  public var module: String?
  /// The schedule drivers that lengthen it (D1–D4).
  public var drivers: [String] = []
  /// Id of its calendar; nil: the owner's, else the project's.
  public var calendar: String?
  /// What it waits for.
  public var after: [Dependency] = []
  /// Rules about its own dates.
  public var constraints: [TaskConstraint] = []
  /// By when it should be finished; never moves dates.
  public var deadline: Instant?
  /// What it costs, in the plan's currency.
  public var cost: Int64?
  /// How it can be shortened for money, in steps of rising total cost.
  public var crash: [CrashPoint] = []
  /// Alternative ways to do it.
  public var modes: [Mode] = []
  /// How uncertain its duration is.
  public var estimate: Estimate?
  /// Units it needs of each team, by team id.
  public var needs: [TeamNeed] = []
  /// What has happened to it so far.
  public var progress: Progress?
  /// Whether it takes part in the schedule; an inactive task is only kept in the plan.
  public var isActive = true
  /// Its dates and amounts as they were once agreed, by number.
  public var baselines: [Baseline] = []
  /// Whether its figures are invented for illustration; nil: as the project says.
  public var illustrative: Bool?
  /// Where its facts come from.
  public var source: String?
  /// Free text.
  public var notes: LocalizedText?
  /// What it is in the generated work; nil for a task written by hand.
  public var work: GeneratedWork.Item?
  /// Whether it stands in place of the generated task with its id, instead of completing it.
  public var replacesGenerated = false
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a task with an id and a name.
  public init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }

  /// What a task waits for.
  public struct Dependency: Hashable, Sendable {
    /// Id of the predecessor, a task or a summary.
    public var task: String
    /// Which dates are tied together.
    public var type: LinkType
    /// The time between them.
    public var lag: Lag
    /// Whose calendar counts the lag; nil: as the project says.
    public var lagCalendar: LagCalendar?
    /// Where it is written.
    public var location: SourceLocation?

    /// Makes a dependency.
    public init(
      task: String, type: LinkType = .finishToStart, lag: Lag = .none,
      lagCalendar: LagCalendar? = nil, location: SourceLocation? = nil
    ) {
      self.task = task
      self.type = type
      self.lag = lag
      self.lagCalendar = lagCalendar
      self.location = location
    }
  }

  /// A piece of a task's work: it begins a delay after the task starts, which is when the first
  /// piece does.
  public struct Part: Hashable, Sendable {
    /// How long the piece takes, in time of its calendar.
    public var duration: PlanDuration
    /// How long after the start of the task it begins, in time of its calendar.
    public var delay: PlanDuration
    /// Id of its calendar; nil: the task's.
    public var calendar: String?

    /// Makes a piece of work.
    public init(duration: PlanDuration, delay: PlanDuration = .zero, calendar: String? = nil) {
      self.duration = duration
      self.delay = delay
      self.calendar = calendar
    }
  }

  /// The time between two linked dates.
  public enum Lag: Hashable, Sendable {
    /// A time; negative is a lead.
    case time(PlanDuration)
    /// A share of the predecessor's duration, in thousandths of a per cent.
    case percent(thousandths: Int64)

    /// No lag.
    public static let none = Lag.time(.zero)

    /// Whether there is no lag.
    public var isZero: Bool {
      switch self {
      case .time(let duration): duration.thousandths == 0
      case .percent(let thousandths): thousandths == 0
      }
    }
  }

  /// A step of a crash: down to this duration for this much in total.
  public struct CrashPoint: Hashable, Sendable {
    /// The shorter duration.
    public var duration: PlanDuration
    /// Extra cost over the normal duration.
    public var cost: Int64

    /// Makes a crash point.
    public init(duration: PlanDuration, cost: Int64) {
      self.duration = duration
      self.cost = cost
    }
  }

  /// One way to do a task.
  public struct Mode: Hashable, Sendable {
    /// How long it takes this way.
    public var duration: PlanDuration
    /// Extra cost of this way.
    public var cost: Int64

    /// Makes a mode.
    public init(duration: PlanDuration, cost: Int64) {
      self.duration = duration
      self.cost = cost
    }
  }

  /// The uncertainty of a duration.
  public struct Estimate: Hashable, Sendable {
    /// The shortest duration to expect.
    public var low: PlanDuration
    /// The likeliest duration.
    public var mode: PlanDuration?
    /// The longest duration to expect.
    public var high: PlanDuration
    /// The family of the distribution: triangular, pert, uniform, normal, …
    public var distribution: String

    /// Makes an estimate.
    public init(low: PlanDuration, mode: PlanDuration?, high: PlanDuration, distribution: String) {
      self.low = low
      self.mode = mode
      self.high = high
      self.distribution = distribution
    }
  }

  /// Units of a team that a task keeps busy.
  public struct TeamNeed: Hashable, Sendable {
    /// Id of the team.
    public var team: String
    /// Units, in thousandths.
    public var thousandths: Int64

    /// Makes a need.
    public init(team: String, thousandths: Int64) {
      self.team = team
      self.thousandths = thousandths
    }
  }

  /// The dates and amounts of a task in a plan that was once agreed.
  public struct Baseline: Hashable, Sendable {
    /// Which baseline, 0 to 10: 0 is the one people mean without a number.
    public var number: Int
    /// The start that was agreed.
    public var start: Instant?
    /// The finish that was agreed.
    public var finish: Instant?
    /// The duration that was agreed.
    public var duration: PlanDuration?
    /// The cost that was agreed, in the plan's currency.
    public var cost: Int64?

    /// Makes a baseline without dates and amounts.
    public init(number: Int) { self.number = number }
  }

  /// What has happened to a task so far.
  public struct Progress: Hashable, Sendable {
    /// When it really started.
    public var started: Instant
    /// When it really finished.
    public var finished: Instant?
    /// What remains of it.
    public var remaining: PlanDuration?
    /// When what remains goes on; nil: where the work done ends.
    public var resumed: Instant?

    /// Makes a record of progress.
    public init(
      started: Instant, finished: Instant? = nil, remaining: PlanDuration? = nil,
      resumed: Instant? = nil
    ) {
      self.started = started
      self.finished = finished
      self.remaining = remaining
      self.resumed = resumed
    }
  }
}
