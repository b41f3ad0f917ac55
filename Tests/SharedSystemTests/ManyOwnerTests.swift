import Testing

@testable import SharedSystem

/// Three and more owners against every separation there is; and two owners by the same means
/// against the minimum cut, where everything cannot be tried.
struct ManyOwnerTests {
  @Test(arguments: 0..<40)
  func `small systems are separated as by trying everything`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<12 {
      let owners = round % 3 == 2 ? 4 : 3
      let modules = round == 0 && seed % 5 == 0 ? 8...8 : round < 3 ? 5...6 : 0...5
      let problem = SeparationProblem.random(owners: owners, modules: modules, using: &random)
      try compare(problem)
    }
  }

  private func compare(_ problem: SeparationProblem) throws {
    let oracle = BruteForce(problem)
    guard let best = oracle.choices else {
      let error = #expect(throws: SeparationError.self) { try problem.solved() }
      switch error {
      case .contradiction(let conflict): expectDemands(conflict, problem)
      case .impossible: break
      default: Issue.record("\(String(describing: error)) does not say that there is none")
      }
      return
    }
    let solved = try problem.solved()
    #expect(solved.separation.choices == best)
    #expect(solved.separation.cost == oracle.cost && solved.separation.lowerBound == oracle.cost)
    #expect(solved.separation.moves == oracle.moves && solved.separation.isExact)
    let check = SeparationCheck(solved.separation, of: problem)
    #expect(check.faults.isEmpty)
    #expect(check.provenBound ?? .max <= oracle.cost)
    expectMargins(solved, oracle)
  }

  /// Each demand names a crossing that is forbidden, and without one of its couplings crossing
  /// freely there is none: the couplings and modules of the conflict alone have no separation.
  private func expectDemands(_ conflict: SeparationConflict, _ problem: SeparationProblem) {
    let couplings = Set(conflict.couplings.map(\.coupling))
    var alone = problem
    for coupling in 0..<Int32(problem.couplingCount) where !couplings.contains(coupling) {
      for owner in 0..<problem.ownerCount {
        alone.crossingCosts[Int(coupling) * problem.ownerCount + owner] = 0
      }
    }
    for module in 0..<Int32(problem.moduleCount) where !conflict.modules.contains(module) {
      for choice in 0..<problem.choiceCount {
        alone.choiceCosts[Int(module) * problem.choiceCount + choice] = 0
      }
    }
    #expect(BruteForce(alone).choices == nil)
    for demand in conflict.couplings {
      #expect(
        problem.cost(ofCrossing: demand.coupling, owner: Int(demand.owner))
          == SeparationProblem.forbidden)
    }
    let last = conflict.steps.last
    let isContradicted = conflict.steps.contains {
      $0.module == last?.module && $0.owner == last?.owner && $0.mustHold != last?.mustHold
    }
    #expect(isContradicted || conflict.couplings.isEmpty)
  }

  @Test(arguments: 0..<20)
  func `bounds and separations enclose the cheapest`(seed: UInt64) throws {
    var random = SplitMix64(seed: 1000 + seed)
    for _ in 0..<3 {
      let problem = SeparationProblem.random(owners: 2, modules: 20...60, using: &random)
      guard let exact = try? problem.separation() else {
        #expect(throws: SeparationError.self) { try ManyOwners(problem) }
        continue
      }
      let many = try ManyOwners(problem)
      #expect(many.separation.lowerBound <= exact.cost && exact.cost <= many.separation.cost)
      #expect(SeparationCheck(many.separation, of: problem).faults.isEmpty)
      if many.separation.isExact { #expect(many.separation.choices == exact.choices) }
      // Expansion moves are good where nothing is forbidden and costs are ordinary.
      #expect(many.separation.cost <= 2 * exact.cost)
    }
  }

  @Test(arguments: 0..<6)
  func `larger systems of three owners`(seed: UInt64) throws {
    var random = SplitMix64(seed: 2000 + seed)
    let problem = SeparationProblem.random(owners: 3, modules: 30...40, using: &random)
    guard let solved = try? problem.solved() else { return }
    let check = SeparationCheck(solved.separation, of: problem)
    #expect(check.faults.isEmpty)
    #expect(solved.separation.lowerBound <= solved.separation.cost)
    #expect(try problem.separation() == solved.separation)
    for margin in solved.margins(of: [0, 7, 20], decidingCouplings: .max) {
      expectDetails(margin, solved)
    }
  }

  @Test func `the fewest owners that cannot agree without a chain`() {
    // Three owners: whoever alone holds one module must hold the others, which are forbidden to it
    // one by one; propagation sees nothing, since every module has two choices.
    var problem = SeparationProblem(ownerCount: 3, moduleCount: 2)
    problem.choiceCosts = [0, 0, .max, .max] + [.max, 0, 0, .max]
    problem.couplingSources = [0, 0, 1]
    problem.couplingTargets = [1, 1, 0]
    problem.crossingCosts = [.max, 1, 1, 1, .max, 1, 1, .max, .max]
    // Only the second owner can hold both.
    #expect(throws: Never.self) { try problem.separation() }
    problem.choiceCosts[1] = SeparationProblem.forbidden
    #expect(throws: SeparationError.self) { try problem.separation() }
  }
}
