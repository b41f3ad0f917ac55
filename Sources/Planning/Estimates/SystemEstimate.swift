public import SharedSystem

/// What separating a shared system costs: for each module each choice of holders, for each coupling
/// the interface it may become, each figure with its origin.
///
/// Not a decision who gets what: the figures go into a `SeparationProblem`, and a choice for each
/// module comes back.
public struct SystemEstimate: Sendable {
  /// The system that is estimated.
  public let system: SystemModel
  /// The values everything rests on.
  public let defaults: EstimatorDefaults
  /// The drivers that were left out.
  public let without: Set<String>
  /// The modules, in the system's order.
  public let modules: [ModuleEstimate]
  private let estimator: ModuleEstimator
  private let nominals: [ModuleEstimator.Nominal]

  /// Estimates a system.
  ///
  /// - Parameters:
  ///   - system: modules, couplings and owners.
  ///   - defaults: the values everything rests on.
  ///   - without: drivers that are left out, to learn what they cost.
  /// - Complexity: O(modules · owners + modules · log modules).
  public init(
    of system: SystemModel, defaults: EstimatorDefaults = .standard, without: Set<String> = []
  ) {
    self.system = system
    self.defaults = defaults
    self.without = without
    let estimator = ModuleEstimator(system, defaults)
    let nominals = SystemEstimate.nominals(system, ModuleSizing(defaults))
    self.estimator = estimator
    self.nominals = nominals
    modules = nominals.indices.map { estimator.estimate($0, nominals[$0], without: without) }
  }

  /// Number of choices of a module: each owner alone, and an instance for each.
  public var choiceCount: Int { system.owners.count + 1 }

  /// Number of modules without a size that a rule understands.
  public var modulesWithoutSize: Int { modules.count { $0.hasNoSize } }

  /// Number of modules without a size of which a choice rests on the missing size, because the plan
  /// does not state every cost.
  public var modulesWithGuessedCost: Int {
    modules.count { module in module.hasNoSize && module.choices.contains { !$0.isEntered } }
  }

  /// Number of modules of which the plan states the cost of some choices and not of others.
  public var modulesWithMixedCosts: Int { modules.count { $0.mixesEnteredAndEstimated } }

  /// What a choice of holders costs.
  ///
  /// - Parameters:
  ///   - module: index of the module.
  ///   - choice: the owner who alone holds it, or the number of owners: an instance for each.
  public func choiceCost(module: Int, choice: Int) -> EstimatedFigure {
    modules[module].choices[choice].cost
  }

  /// What an owner spends on a module under a choice of holders.
  public func effort(module: Int, choice: Int, owner: Int) -> ThreePoint {
    modules[module].choices[choice].perOwner[owner]
  }

  /// What it costs to make a coupling an interface between companies: the whole interface, both
  /// sides together, for an owner who holds its source and not its target.
  ///
  /// The plan's own figure, else by what the coupling is made of. Whether the coupling may cross
  /// for the owner at all (`mayCross`) is not asked here.
  public func crossingCost(coupling: Int, owner: Int) -> EstimatedFigure {
    let stated = system.couplings[coupling]
    if let cost = stated.cost {
      return EstimatedFigure(
        .crossing, ThreePoint(cost), .personMonths, .entered(stated.location))
    }
    let usual = defaults.figure(SystemEstimate.interfaceKey(stated.kind))
    return EstimatedFigure(.crossing, usual.value, .personMonths, .computed(.same, [usual]))
  }

  /// The part of an interface's cost that the owner pays who uses, and the rest for the one who is
  /// used.
  public func sides(ofCrossing cost: ThreePoint) -> (user: ThreePoint, used: ThreePoint) {
    let share = min(1000, defaults.value("interface.shareOfUser").mode)
    let parts = cost.split(by: [share, 1000 - share])
    return (parts[0], parts[1])
  }

  /// The default that holds for couplings of a kind.
  public static func interfaceKey(_ kind: Coupling.Kind) -> String {
    switch kind {
    case .table: "interface.sharedTable"
    case .file, .batch: "interface.batchFile"
    case .api, .screen: "interface.api"
    case .code: "interface.sharedCode"
    }
  }

  /// All costs of choices for a `SeparationProblem`: ``choiceCount`` per module.
  public func choiceCosts(_ level: EstimateLevel = .mode) -> [Int64] {
    modules.flatMap { $0.choices.map { $0.cost.value.value(level) } }
  }

  /// All costs of crossings for a `SeparationProblem`: one for each owner per coupling.
  public func crossingCosts(_ level: EstimateLevel = .mode) -> [Int64] {
    system.couplings.indices.flatMap { coupling in
      Array(
        repeating: crossingCost(coupling: coupling, owner: 0).value.value(level),
        count: system.owners.count)
    }
  }

  /// The same system without some more drivers.
  ///
  /// - Complexity: that of a new estimate.
  public func without(_ drivers: Set<String>) -> SystemEstimate {
    SystemEstimate(of: system, defaults: defaults, without: without.union(drivers))
  }

  /// A choice of holders of a module without some more drivers.
  func choice(_ choice: Int, of module: Int, without drivers: Set<String>) -> ChoiceEstimate {
    estimator.choice(choice, of: module, nominals[module], without: without.union(drivers))
  }
}
