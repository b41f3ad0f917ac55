public import Scheduling
public import SharedSystem

/// Why a date cannot be had: what is possible at the utmost, and what stands in the way.
public struct WhyNot: Sendable {
  /// The date that was asked for, as a finish.
  public let date: Instant
  /// The plan as it is.
  public let now: PlanSchedule
  /// The plan with every task at its shortest, whatever it costs.
  public let earliest: PlanSchedule
  /// The tasks that can be made shorter.
  public let options: [CrashOption]
  /// Whether figures were derived from the effort of generated tasks.
  public let derives: Bool
  /// What all shortest durations cost together. The date alone may cost less.
  public let costOfEverything: Int64
  /// The longest path of the earliest plan.
  public let path: CompressedPath
  /// The published limits that concern the date.
  public let limits: [PublishedLimit]
  /// What each scenario of the plan reaches, in the order of the plan.
  public let scenarios: [Reach]
  /// What would make the date possible: the cheapest levers and shorter tasks, then the two cheapest
  /// alternatives with other levers; empty when nothing does, and when the plan meets the date.
  public let ways: [AccelerationFront.Point]
  /// The levers of the cheapest way, or those that come nearest; nil without any.
  public let levers: Reach?
  /// Whether all sets of levers were tried or excluded.
  public let triedAllLevers: Bool
  /// Changes of the structure on top of the levers, one after the other, each the one that gains
  /// most; empty when the date is reached without, or when none gains anything.
  public let structure: [StructuralStep]
  /// When the last access is closed that people have to a module they will not hold, in the plan as
  /// it is; nil when the plan has no such task.
  public let accessClosed: Instant?

  /// Whether the date is possible by making tasks shorter.
  public var isPossible: Bool { earliest.cutoverFinish <= date }
  /// Whether the plan meets the date as it is.
  public var isMet: Bool { now.cutoverFinish <= date }

  /// The earliest cutover that anything tried here reaches.
  public var best: Instant {
    var dates = [earliest.cutoverFinish, now.cutoverFinish]
    dates += scenarios.map { min($0.finish, $0.finishAtShortest) }
    dates += ways.map(\.finish)
    if let levers { dates += [levers.finish, levers.finishAtShortest] }
    dates += structure.map(\.finish)
    return dates.min() ?? now.cutoverFinish
  }

  /// What a set of changes reaches.
  public struct Reach: Hashable, Sendable {
    /// Id of the scenario; nil for a set of levers.
    public var scenario: String?
    /// Ids of the levers.
    public var levers: [String]
    /// What they cost.
    public var cost: Int64
    /// When the cutover finishes with them.
    public var finish: Instant
    /// When it finishes with them and with every task at its shortest.
    public var finishAtShortest: Instant
    /// When the work before the last window is ready then; `finishAtShortest` without a window.
    public var readyAtShortest: Instant
    /// When the cutover would finish then, if a window began as soon as the work is ready.
    public var finishWithoutWait: Instant
    /// The window before the one that is waited for then.
    public var missedWindow: WorkCalendar.Window?
  }

  /// What publishers think possible, against the date.
  public struct PublishedLimit: Hashable, Sendable {
    /// Whose limit it is.
    public enum Publisher: String, Hashable, Sendable, CaseIterable {
      case cocomo2 = "COCOMO II"
      case juas = "JUAS"
      case putnam = "Putnam"
    }

    /// Whose.
    public var publisher: Publisher
    /// The shortest share of the nominal time, in thousandths.
    public var share: Int64
    /// The share the date would leave of the plan's time, in thousandths.
    public var asked: Int64
    /// The date at which the share is reached.
    public var date: Instant

    /// Whether the date would break it.
    public var isBroken: Bool { asked < share }
  }

  /// A change of the structure.
  public struct StructuralStep: Hashable, Sendable {
    /// The kinds of changes.
    public enum Change: Hashable, Sendable {
      /// The modules are cut over in so many waves.
      case waves(Int)
      /// A module gets another strategy; `keep` with interfaces for the other owner.
      case strategy(module: String, Module.Strategy)
    }

    /// The change.
    public var change: Change
    /// When the cutover finishes with it, those before, the levers, and everything at its shortest.
    public var finish: Instant
    /// When the work before the last window is ready then; `finish` without a window.
    public var ready: Instant
    /// When the cutover would finish then, if a window began as soon as the work is ready.
    public var finishWithoutWait: Instant
  }
}

extension Plan {
  /// The plan with every task that can be made shorter at its shortest, and what that costs.
  ///
  /// - Complexity: O(tasks).
  func atItsShortest(derives: Bool) -> (plan: Plan, options: [CrashOption], cost: Int64) {
    var plan = self
    let options = crashOptions(derives: derives)
    var cost: Int64 = 0
    for option in options {
      guard let last = option.points.last else { continue }
      plan.tasks[option.task].duration = last.duration
      cost += last.cost
    }
    return (plan, options, cost)
  }
}
