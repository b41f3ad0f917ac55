public import Scheduling

/// The cheapest ways to be earlier: the time-cost curve of a plan, and the point that was asked for.
///
/// The curve is computed on the axis of working time (`TimeCostProblem`); each of its points is then
/// dated through the real calendars. Where calendars of windows swallow what is gained, the two
/// differ, and the dates are right. What is chosen for a date, and the dates that windows allow, are
/// found on the real calendars (`DatedProblem`): a point without `lowerBound` is proved there.
public struct PlanCompression: Sendable {
  /// The plan as it is, with its dates.
  public let now: PlanSchedule
  /// How tasks that lead to the cutover can be made shorter, in the order of the plan.
  public let options: [CrashOption]
  /// The curve, longest duration first; one point when nothing can be made shorter.
  public let points: [Point]
  /// Whether all points of the curve are there and each is proved to be the cheapest.
  public let isComplete: Bool
  /// Of a curve that is not made of its breakpoints, the minutes between its points.
  public let step: Int64?
  /// For each day that the curve reaches, the cheapest way there, when calendars with windows make
  /// dates jump: the plan as it is, and at most 23 more; empty otherwise.
  public let reached: [Point]
  /// What was asked for.
  public let aim: Aim?
  /// The answer; nil when nothing was asked for, or when no point is in time or in the budget.
  public let chosen: Point?
  /// The chosen plan with its dates.
  public let chosenSchedule: PlanSchedule?
  /// Why the project cannot be shorter.
  public let limit: Limit
  /// Where the axis only approximates the plan.
  public let approximations: CompressionApproximations
  /// The plan at the shortest duration, with its dates.
  public let shortestSchedule: PlanSchedule
  /// Generated tasks whose figures could be derived, but were not: on demand only, or without a price.
  public let derivable: Int
  /// Minutes of a working day on the axis.
  public let minutesPerDay: Int64

  /// What is asked for.
  public enum Aim: Hashable, Sendable {
    /// The cutover by an instant.
    case date(Instant)
    /// The cutover so much earlier than it is: by the calendar, the clock, or working time.
    case earlier(PlanDuration)
    /// At most so much extra cost, in the plan's currency.
    case budget(Int64)
  }

  /// A duration of the project with its least extra cost.
  public struct Point: Hashable, Sendable {
    /// Working minutes from the project's start to the cutover, on the axis.
    public var duration: Int64
    /// When the cutover really finishes with these durations.
    public var finish: Instant
    /// Whether the real finish lies where the axis says.
    public var isOnAxis: Bool
    /// The extra cost over the plan.
    public var cost: ExactAmount
    /// What the next minute costs; nil at the shortest duration, and where durations jump.
    public var slope: ExactAmount?
    /// What nothing costs less than, when the cost is not proved to be the least.
    public var lowerBound: ExactAmount?
    /// What changed since the point before, in the order of the plan; at the first nothing.
    public var changes: [Change]
    /// By option, what the task takes; nil: its planned duration.
    public var durations: [PlanDuration?]
  }

  /// A task that gives up time, or gets some back.
  public struct Change: Hashable, Sendable {
    /// Index in `PlanSchedule.plan.tasks`.
    public var task: Int
    /// By how many minutes of the axis it takes longer; negative when it gives time up.
    public var by: Int64
    /// What that costs; negative when it gets time back.
    public var cost: ExactAmount
  }

  /// An amount of money as a fraction.
  public struct ExactAmount: Hashable, Sendable {
    /// Above the line.
    public var numerator: Int64
    /// Below the line, more than 0.
    public var denominator: Int64

    /// Makes an amount.
    public init(_ numerator: Int64, over denominator: Int64 = 1) {
      self.numerator = numerator
      self.denominator = denominator
    }

    /// The amount times a whole number, rounded to the nearest whole, halves up.
    public func rounded(times factor: Int64 = 1) -> Int64 {
      let product = Int128(numerator) * Int128(factor) * 2 + Int128(denominator)
      let whole = product / (2 * Int128(denominator))
      let isBelow = product < 0 && whole * 2 * Int128(denominator) != product
      return Int64(clamping: isBelow ? whole - 1 : whole)
    }
  }

  /// Why a project cannot be shorter.
  public struct Limit: Hashable, Sendable {
    /// The kinds of reasons.
    public enum Reason: String, Hashable, Sendable {
      /// Nothing on the longest path has a shorter duration.
      case nothingToCompress = "nothing-to-compress"
      /// Every task on the path that can be shorter is at its shortest.
      case everythingAtItsShortest = "everything-at-its-shortest"
    }

    /// A task of the path.
    public struct Step: Hashable, Sendable {
      /// Index in `PlanSchedule.plan.tasks`.
      public var task: Int
      /// The minutes of the axis it takes at its shortest.
      public var duration: Int64
      /// The minutes it takes as planned.
      public var normal: Int64
      /// The minutes between it and the task before: lags, and waits for calendars.
      public var wait: Int64
    }

    /// The reason.
    public var reason: Reason
    /// The chain of tasks that money loosens no more, first task first.
    public var path: [Step]
  }
}

/// Why a plan cannot be compressed.
public enum PlanCompressionError: Error, Hashable, Sendable {
  /// The plan cannot be scheduled.
  case plan(PlanError)
  /// The costs are too large to be added exactly.
  case costsTooLarge
  /// On the axis the dates contradict each other, whatever the durations.
  case contradiction
}
