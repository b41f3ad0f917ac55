public import SharedSystem

/// A strategy for one module and one choice of holders: what it costs, and whether it may be chosen.
public struct StrategyCandidate: Hashable, Sendable {
  /// Why a strategy may be chosen, or not.
  public enum Reason: Hashable, Sendable {
    // May be chosen.
    /// The plan gives it.
    case given
    /// The owner holds the module today and goes on.
    case holdsToday(owner: String)
    /// The plan does not say who holds the module today.
    case holderUnknown
    /// One system becomes one for each owner, each pruned.
    case copiesForEach
    /// The owner gets it moved as it is.
    case movesAsItIs
    /// The owner gets it converted to another platform.
    case convertsAsItIs
    /// It is built anew.
    case buildsAnew
    /// A default of the plan allows it.
    case allowed(key: String)
    // May not be chosen.
    /// The owner does not hold the module today: there is nothing to keep.
    case doesNotHoldToday(owner: String)
    /// It leaves one system, but each owner shall have an instance.
    case leavesOneSystem
    /// It makes an instance for each owner, but one owner alone shall hold the module.
    case makesOneForEach
    /// It moves one system and makes no second: that is a copy.
    case movesOneSystem
    /// The module is bloated (D1) and in an old language (D2): another copy of it helps nobody.
    case copiesOldThing
    /// Only a plan can decide that the functions are replaced, shared on, or given up.
    case onlyWhenGiven
    /// The plan gives another strategy.
    case anotherGiven(Module.Strategy)
  }

  /// The strategy.
  public var strategy: Module.Strategy
  /// What all owners together spend, in thousandths of a person-month.
  public var effort: EstimatedFigure
  /// What each owner spends, in the system's order; the sum is the effort.
  public var perOwner: [ThreePoint]
  /// Whether it leads to the holders that are wanted at all.
  public var fits: Bool
  /// Whether it may be chosen.
  public var isEligible: Bool
  /// Why.
  public var reason: Reason
}

/// Which strategies suit a module, and what they cost.
///
/// Rules, each of which the plan may change by a key of the table of defaults:
///
/// - *keep* leaves the one system with an owner. Only an owner who holds it today can keep it, or
///   any when the plan says of nobody that he holds it (`choose.keepWithoutHolding`).
/// - *clone* splits one system into an instance for each owner, each pruned of the other's data and
///   functions. *rehost* moves one system as it is to an owner who does not hold it, and makes no
///   second one. Both carry the old thing on: with D1 (bloat) and D2 (old language) together they
///   are not chosen (`choose.copyDespiteD1D2`).
/// - *replatform* converts the program as it is; with D1 and D2 together the bloat would be carried
///   into a language in which nobody knows it (`choose.convertDespiteD1D2`).
/// - *rebuild* always can be chosen. An owner needs it unless he alone holds the module today and
///   goes on with it.
/// - *logical* leaves the system shared, *package* and *retire* change what the business does: only
///   when they are given (`choose.logical`, `choose.package`, `choose.retire`).
///
/// A strategy that the plan gives is taken when it fits the choice of holders, whatever the rules
/// say. When it does not fit (nobody can *keep* what each owner shall have), the cheapest that suits
/// is taken instead.
struct StrategyRules {
  let defaults: EstimatorDefaults
  let owners: [String]

  /// A module and who shall hold it.
  struct Case {
    var module: Module
    /// The drivers that act, without those left out.
    var drivers: Set<String>
    /// The owner who alone shall hold it; nil: each has an instance.
    var owner: Int?
    /// Owners who hold it today, in the system's order.
    var holders: [Int]
  }

  /// Whether a strategy leads to the holders that are wanted at all.
  static func fits(_ strategy: Module.Strategy, _ owner: Int?) -> Bool {
    switch strategy {
    case .clone: owner == nil
    case .keep, .logical: owner != nil
    case .rebuild, .replatform, .rehost, .package, .retire: true
    }
  }

  /// Whether a strategy may be chosen, and why.
  func eligibility(
    _ strategy: Module.Strategy, _ item: Case
  ) -> (isEligible: Bool, reason: StrategyCandidate.Reason) {
    if let given = item.module.strategy, StrategyRules.fits(given, item.owner) {
      return strategy == given ? (true, .given) : (false, .anotherGiven(given))
    }
    let carriesOldThing = item.drivers.isSuperset(of: ["D1", "D2"])
    switch strategy {
    case .keep: return keep(item)
    case .clone:
      guard item.owner == nil else { return (false, .makesOneForEach) }
      return copy(.copiesForEach, carriesOldThing, "choose.copyDespiteD1D2")
    case .rehost:
      guard item.owner != nil else { return (false, .movesOneSystem) }
      return copy(.movesAsItIs, carriesOldThing, "choose.copyDespiteD1D2")
    case .replatform:
      return copy(.convertsAsItIs, carriesOldThing, "choose.convertDespiteD1D2")
    case .rebuild: return (true, .buildsAnew)
    case .logical where item.owner == nil: return (false, .leavesOneSystem)
    case .logical, .package, .retire:
      let key = "choose.\(strategy.rawValue)"
      return isYes(key) ? (true, .allowed(key: key)) : (false, .onlyWhenGiven)
    }
  }

  private func keep(_ item: Case) -> (Bool, StrategyCandidate.Reason) {
    guard let owner = item.owner else { return (false, .leavesOneSystem) }
    if item.holders.contains(owner) { return (true, .holdsToday(owner: owners[owner])) }
    if item.holders.isEmpty { return (true, .holderUnknown) }
    let key = "choose.keepWithoutHolding"
    return isYes(key)
      ? (true, .allowed(key: key)) : (false, .doesNotHoldToday(owner: owners[owner]))
  }

  private func copy(
    _ reason: StrategyCandidate.Reason, _ carriesOldThing: Bool, _ key: String
  ) -> (Bool, StrategyCandidate.Reason) {
    if !carriesOldThing { return (true, reason) }
    return isYes(key) ? (true, .allowed(key: key)) : (false, .copiesOldThing)
  }

  private func isYes(_ key: String) -> Bool { defaults.value(key).mode > 0 }
}
