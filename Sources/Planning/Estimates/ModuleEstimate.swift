public import SharedSystem

/// The estimate of one module: what building it anew takes, and what each choice of holders costs.
public struct ModuleEstimate: Hashable, Sendable {
  /// What the effort of a full rebuild rests on.
  public enum SizeBasis: Hashable, Sendable {
    /// A size the plan states.
    case stated(measure: String)
    /// The middle of the modules with a size: of the group, or of all when `group` is nil.
    case median(group: String?, count: Int)
    /// The size assumed in the table of defaults: no module has one.
    case assumed
  }

  /// Index of the module.
  public var module: Int
  /// What its effort rests on.
  public var basis: SizeBasis
  /// The drivers that act on it and have a multiplier, in order.
  public var drivers: [String]
  /// The drivers of the module for which the table has no multiplier.
  public var unknownDrivers: [String]
  /// The effort of building it anew, before the drivers.
  public var nominalEffort: EstimatedFigure
  /// The effort of building it anew, with the drivers.
  public var rebuildEffort: EstimatedFigure
  /// What other measures of its size would give instead of ``nominalEffort``.
  public var otherEfforts: [EstimatedFigure]
  /// What each choice of holders costs: each owner alone, then an instance for each.
  public var choices: [ChoiceEstimate]

  /// Whether the plan states no size that a rule understands.
  public var hasNoSize: Bool {
    if case .stated = basis { return false }
    return true
  }

  /// Whether the plan states the cost of some choices and leaves others to be estimated: the two
  /// may rest on different views of the module, so comparing them misleads.
  public var mixesEnteredAndEstimated: Bool {
    let entered = choices.count { $0.isEntered }
    return entered > 0 && entered < choices.count
  }
}

/// What one choice of holders costs for one module.
public struct ChoiceEstimate: Hashable, Sendable {
  /// The cost in thousandths of a person-month: entered in the plan, or that of the chosen strategy.
  public var cost: EstimatedFigure
  /// What each owner spends, in the system's order; the sum is the cost.
  public var perOwner: [ThreePoint]
  /// All strategies, in the order of `Module.Strategy`.
  public var candidates: [StrategyCandidate]
  /// Index of the chosen strategy: the given one if it fits, else the one with the least effort of
  /// those that may be chosen, the first of equals.
  public var chosen: Int
  /// Whether the plan states the cost.
  public var isEntered: Bool
  /// Whether the plan gives a strategy that cannot lead to these holders.
  public var givenDoesNotFit: Bool

  /// The chosen strategy.
  public var strategy: Module.Strategy { candidates[chosen].strategy }
}
