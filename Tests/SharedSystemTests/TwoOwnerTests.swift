import SharedSystem
import Testing

/// One minimum cut against every separation there is.
struct TwoOwnerTests {
  @Test(arguments: 0..<60)
  func `small systems are separated as by trying everything`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<40 {
      // A few larger ones: nine thousand choices and more take a while to try.
      let modules = round == 0 && seed % 6 == 0 ? 9...10 : round < 4 ? 7...8 : 0...6
      let problem = SeparationProblem.random(owners: 2, modules: modules, using: &random)
      try compare(problem)
    }
  }

  private func compare(_ problem: SeparationProblem) throws {
    let oracle = BruteForce(problem)
    guard let best = oracle.choices else {
      let error = #expect(throws: SeparationError.self) { try problem.solved() }
      guard case .contradiction(let conflict) = error else {
        Issue.record("\(String(describing: error)) is not a contradiction")
        return
      }
      expectChain(conflict, problem)
      return
    }
    let solved = try problem.solved()
    #expect(solved.separation.choices == best)
    #expect(solved.separation.cost == oracle.cost)
    #expect(solved.separation.moves == oracle.moves)
    #expect(solved.separation.isExact && solved.separation.gap == 0)
    let check = SeparationCheck(solved.separation, of: problem)
    #expect(check.faults.isEmpty)
    #expect(check.provenBound == oracle.cost)
    expectMargins(solved, oracle)
  }

  @Test func `alternatives lead to separations of their cost`() throws {
    var random = SplitMix64(seed: 77)
    for _ in 0..<20 {
      let problem = SeparationProblem.random(owners: 2, modules: 20...40, using: &random)
      guard let solved = try? problem.solved() else { continue }
      let anew = solved.margins(of: nil, decidingCouplings: 1)
      #expect(solved.margins(decidingCouplings: 1) == anew)
      for margin in anew { #expect(margin.decidingCouplings.count <= 1) }
      let one = anew.map(\.module).suffix(1)
      #expect(solved.margins(of: Array(one), decidingCouplings: 1) == anew.suffix(1))
      for margin in solved.margins(decidingCouplings: .max) {
        for alternative in margin.alternatives {
          var forced = problem
          for choice in 0..<3 where choice != alternative.choice {
            forced.choiceCosts[3 * Int(margin.module) + Int(choice)] = SeparationProblem.forbidden
          }
          let cost = try? forced.separation().cost
          #expect(alternative.difference == cost.map { $0 - solved.separation.cost })
        }
        expectDetails(margin, solved)
      }
    }
  }

  @Test func `costs that cannot be added are refused`() throws {
    var problem = SeparationProblem(ownerCount: 2, moduleCount: 2)
    problem.choiceCosts[0] = Int64.max - 1
    #expect(throws: SeparationError.costsTooLarge(limit: 1 << 54)) { try problem.separation() }
    problem.choiceCosts[0] = (1 << 54) / 3 - 2
    #expect(try problem.separation().cost == 0)
    problem.choiceCosts[1] = SeparationProblem.forbidden
    problem.choiceCosts[2] = SeparationProblem.forbidden
    #expect(try problem.separation().cost == (1 << 54) / 3 - 2)
  }

  @Test func `a chain of a hundred thousand modules`() throws {
    let count = 100_000
    var problem = SeparationProblem(ownerCount: 2, moduleCount: count)
    for module in 0..<count { problem.choiceCosts[3 * module + 2] = 5 }
    problem.couplingSources = Array(0..<Int32(count - 1))
    problem.couplingTargets = Array(1..<Int32(count))
    problem.crossingCosts = Array(repeating: 7, count: 2 * (count - 1))
    // The ends are pinned to different owners; one coupling is cheap.
    problem.choiceCosts.replaceSubrange(0..<3, with: [0, .max, .max])
    problem.choiceCosts.replaceSubrange(3 * (count - 1)..<3 * count, with: [.max, 0, .max])
    problem.crossingCosts[2 * 77_777] = 1
    let solved = try problem.solved()
    #expect(solved.separation.cost == 1)
    #expect(solved.separation.crossings.map(\.coupling) == [77_777])
    #expect(SeparationCheck(solved.separation, of: problem).faults.isEmpty)
    // The cut moves to before the module, or both hold it: then what follows goes along, unless the
    // cheap coupling is the next.
    let margins = solved.margins(of: [77_777, 5])
    #expect(margins.map { $0.alternatives.map(\.difference) } == [[6, 5], [6, 11]])
    #expect(margins.map(\.followers.count) == [0, 77_772])
  }
}
