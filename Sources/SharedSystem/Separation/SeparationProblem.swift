/// Who shall hold each module, in dense integers: what each choice costs, and what each coupling
/// costs that then crosses between companies.
///
/// A module has `ownerCount + 1` choices: choice `o` is "owner `o` alone", the last choice is "each
/// owner has an instance". A coupling `i → j` ("i uses j") crosses for owner `o` when `o` holds an
/// instance of `i` and none of `j`: it must become a contracted interface.
///
/// Costs are thousandths of a person-month.
public struct SeparationProblem: Hashable, Sendable {
  /// A cost that may not be paid: the choice or crossing is forbidden.
  public static let forbidden = Int64.max

  /// Number of owners, at least 2.
  public var ownerCount: Int
  /// Number of modules.
  public var moduleCount: Int
  /// What each choice of each module costs, `choiceCount` entries per module; at least 0, or
  /// ``forbidden``.
  public var choiceCosts: [Int64]
  /// The choice that leaves things as they are, for each module; −1 when none does.
  public var today: [Int32]
  /// The module that uses, for each coupling.
  public var couplingSources: [Int32]
  /// The module that is used, for each coupling.
  public var couplingTargets: [Int32]
  /// What a coupling costs that crosses, `ownerCount` entries per coupling: for each owner who
  /// would hold its source and not its target; at least 0, or ``forbidden``.
  public var crossingCosts: [Int64]
  /// All modules in the order in which ties are broken; empty: as they are numbered.
  public var tieOrder: [Int32]

  /// Number of choices of a module: each owner alone, and all.
  public var choiceCount: Int { ownerCount + 1 }
  /// Number of couplings.
  public var couplingCount: Int { couplingSources.count }

  /// Makes a problem without couplings in which everything is free of cost.
  ///
  /// - Parameters:
  ///   - ownerCount: number of owners, at least 2.
  ///   - moduleCount: number of modules.
  public init(ownerCount: Int, moduleCount: Int) {
    precondition(ownerCount >= 2, "a separation needs two owners, not \(ownerCount)")
    self.ownerCount = ownerCount
    self.moduleCount = moduleCount
    choiceCosts = Array(repeating: 0, count: moduleCount * (ownerCount + 1))
    today = Array(repeating: -1, count: moduleCount)
    couplingSources = []
    couplingTargets = []
    crossingCosts = []
    tieOrder = []
  }

  /// What a choice of a module costs, or ``forbidden``.
  public func cost(ofChoice choice: Int32, module: Int32) -> Int64 {
    choiceCosts[Int(module) * choiceCount + Int(choice)]
  }

  /// What a coupling costs when it crosses for an owner, or ``forbidden``.
  public func cost(ofCrossing coupling: Int32, owner: Int) -> Int64 {
    crossingCosts[Int(coupling) * ownerCount + owner]
  }

  /// Whether a coupling crosses for an owner: the owner holds its source and not its target.
  public func crosses(
    owner: Int, sourceChoice: Int32, targetChoice: Int32
  ) -> Bool {
    holds(owner: owner, choice: sourceChoice) && !holds(owner: owner, choice: targetChoice)
  }

  /// Whether an owner holds an instance of a module under a choice.
  public func holds(owner: Int, choice: Int32) -> Bool {
    Int(choice) == owner || Int(choice) == ownerCount
  }

  /// Stops when arrays do not have the sizes that they must have, or name what does not exist.
  func checkSizes() {
    precondition(choiceCosts.count == moduleCount * choiceCount, "one cost for each choice")
    precondition(today.count == moduleCount, "one choice of today for each module")
    precondition(couplingTargets.count == couplingCount, "as many sources as targets")
    precondition(
      crossingCosts.count == couplingCount * ownerCount, "one cost for each coupling and owner")
    let modules = 0..<Int32(moduleCount)
    precondition(
      couplingSources.allSatisfy(modules.contains) && couplingTargets.allSatisfy(modules.contains),
      "couplings lead from module to module")
    precondition(today.allSatisfy((-1...Int32(ownerCount)).contains), "choices of today exist")
    guard !tieOrder.isEmpty else { return }
    var isListed = [Bool](repeating: false, count: moduleCount)
    for module in tieOrder where modules.contains(module) { isListed[Int(module)] = true }
    precondition(
      tieOrder.count == moduleCount && !isListed.contains(false),
      "the order of ties lists every module once")
  }
}
