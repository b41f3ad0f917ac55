import SharedSystem

/// Estimates modules one by one, once the effort of those without a size is known.
struct ModuleEstimator {
  let system: SystemModel
  let defaults: EstimatorDefaults
  private let rules: StrategyRules
  private let migration: MigrationEffort
  private let ownerIndex: [String: Int]
  private let multiplierKeys: [String: [String]]

  /// What building a module anew takes before the drivers.
  struct Nominal {
    var basis: ModuleEstimate.SizeBasis
    var effort: EstimatedFigure
    var others: [EstimatedFigure]
  }

  /// What all strategies of a module are made of.
  private struct Base {
    /// Building it anew, with the drivers.
    var rebuild: EstimatedFigure
    /// Moving its data, converted; nil when it has none.
    var converted: EstimatedFigure?
    /// Moving its data as it is; nil when it has none.
    var asItIs: EstimatedFigure?
  }

  init(_ system: SystemModel, _ defaults: EstimatorDefaults) {
    self.system = system
    self.defaults = defaults
    rules = StrategyRules(defaults: defaults, owners: system.owners)
    migration = MigrationEffort(defaults: defaults)
    var ownerIndex: [String: Int] = [:]
    for (index, owner) in system.owners.enumerated() { ownerIndex[owner] = index }
    self.ownerIndex = ownerIndex
    multiplierKeys = Dictionary(grouping: defaults.keys(beginningWith: "driver.")) { key in
      String(key.dropFirst("driver.".count).prefix { $0 != "." })
    }
  }

  /// Estimates a module.
  func estimate(_ index: Int, _ nominal: Nominal, without: Set<String>) -> ModuleEstimate {
    let (drivers, unknown) = drivers(of: system.modules[index], without: without)
    let base = base(system.modules[index], nominal.effort, drivers)
    let choices = (0...system.owners.count).map { choice in
      self.choice(item(index, choice, without: without), base)
    }
    return ModuleEstimate(
      module: index, basis: nominal.basis, drivers: drivers, unknownDrivers: unknown,
      nominalEffort: nominal.effort, rebuildEffort: base.rebuild, otherEfforts: nominal.others,
      choices: choices)
  }

  /// Estimates one choice of holders alone.
  func choice(
    _ choice: Int, of index: Int, _ nominal: Nominal, without: Set<String>
  ) -> ChoiceEstimate {
    let drivers = drivers(of: system.modules[index], without: without).known
    let base = base(system.modules[index], nominal.effort, drivers)
    return self.choice(item(index, choice, without: without), base)
  }

  /// The drivers of a module that have a multiplier, and those that have none, in order.
  private func drivers(
    of module: Module, without: Set<String>
  ) -> (known: [String], unknown: [String]) {
    let stated = Set(module.drivers).subtracting(without).sorted()
    return (
      stated.filter { multiplierKeys[$0] != nil }, stated.filter { multiplierKeys[$0] == nil }
    )
  }

  private func item(_ index: Int, _ choice: Int, without: Set<String>) -> StrategyRules.Case {
    let module = system.modules[index]
    return StrategyRules.Case(
      module: module, drivers: Set(module.drivers).subtracting(without),
      owner: choice < system.owners.count ? choice : nil,
      holders: Set(module.heldBy.compactMap { ownerIndex[$0] }).sorted())
  }

  private func base(
    _ module: Module, _ nominal: EstimatedFigure, _ drivers: [String]
  ) -> Base {
    Base(
      rebuild: rebuildEffort(nominal, drivers), converted: migration.figure(module, asItIs: false),
      asItIs: migration.figure(module, asItIs: true))
  }

  private func rebuildEffort(_ nominal: EstimatedFigure, _ drivers: [String]) -> EstimatedFigure {
    let factors = drivers.flatMap { multiplierKeys[$0] ?? [] }.map(defaults.figure)
    let value = factors.reduce(nominal.value) { $0.times($1.value) }
    let formula: EstimateFormula = factors.isEmpty ? .same : .product
    return EstimatedFigure(
      .rebuildEffort, value, .personMonths, .computed(formula, [nominal] + factors))
  }

  private func choice(_ item: StrategyRules.Case, _ base: Base) -> ChoiceEstimate {
    let candidates = Module.Strategy.allCases.map { candidate($0, item, base) }
    let given = item.module.strategy
    let fits = given.map { StrategyRules.fits($0, item.owner) } ?? true
    // Building anew is always eligible.
    let eligible = candidates.indices.filter { candidates[$0].isEligible }
    let chosen =
      eligible.min { candidates[$0].effort.value.mode < candidates[$1].effort.value.mode } ?? 0
    let best = candidates[chosen]
    let owner = item.owner.map { system.owners[$0] }
    let entered = owner.map { item.module.keep[$0] } ?? item.module.both
    if let entered {
      let cost = EstimatedFigure(
        .choice(owner: owner), ThreePoint(entered), .personMonths, .entered(item.module.location))
      return ChoiceEstimate(
        cost: cost, perOwner: cost.value.split(by: best.perOwner.map(\.mode)),
        candidates: candidates, chosen: chosen, isEntered: true, givenDoesNotFit: !fits)
    }
    let cost = EstimatedFigure(
      .choice(owner: owner), best.effort.value, .personMonths, best.effort.origin)
    return ChoiceEstimate(
      cost: cost, perOwner: best.perOwner, candidates: candidates, chosen: chosen,
      isEntered: false, givenDoesNotFit: !fits)
  }

  private func candidate(
    _ strategy: Module.Strategy, _ item: StrategyRules.Case, _ base: Base
  ) -> StrategyCandidate {
    let shares = StrategyShares(strategy, item, ownerCount: system.owners.count)
    var perOwner = Array(repeating: ThreePoint.zero, count: system.owners.count)
    var parts: [EstimatedFigure] = []
    for share in shares.shares {
      let factor = defaults.figure(share.key)
      let value = base.rebuild.value.times(factor.value)
      parts.append(
        EstimatedFigure(
          .part(strategy, owner: share.owner.map { system.owners[$0] }), value, .personMonths,
          .computed(.product, [base.rebuild, factor])))
      divide(value, among: share.owner.map { [$0] } ?? Array(perOwner.indices), &perOwner)
    }
    if !shares.receivers.isEmpty,
      let moving = shares.movesDataAsItIs ? base.asItIs : base.converted
    {
      parts.append(moving)
      divide(moving.value, among: shares.receivers, &perOwner)
    }
    let (isEligible, reason) = rules.eligibility(strategy, item)
    let effort = EstimatedFigure(
      .strategy(strategy), parts.reduce(.zero) { $0 + $1.value }, .personMonths,
      // A single part is all there is.
      parts.count == 1 ? parts[0].origin : .computed(.sum, parts))
    return StrategyCandidate(
      strategy: strategy, effort: effort, perOwner: perOwner,
      fits: StrategyRules.fits(strategy, item.owner), isEligible: isEligible, reason: reason)
  }

  private func divide(_ value: ThreePoint, among owners: [Int], _ perOwner: inout [ThreePoint]) {
    for (owner, part) in zip(owners, value.split(into: owners.count)) {
      perOwner[owner] = perOwner[owner] + part
    }
  }
}
