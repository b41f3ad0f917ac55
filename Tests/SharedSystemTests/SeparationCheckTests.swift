import SharedSystem
import Testing

/// The verifier finds what is wrong.
struct SeparationCheckTests {
  private static func example() -> SeparationProblem {
    var problem = SeparationProblem(ownerCount: 2, moduleCount: 3)
    problem.choiceCosts = [0, .max, .max, 4, 6, 20, .max, 0, .max]
    problem.couplingSources = [0, 1]
    problem.couplingTargets = [1, 2]
    problem.crossingCosts = [5, 5, 3, .max]
    problem.today = [0, 1, 0]
    return problem
  }

  @Test func `a true separation has no fault`() throws {
    let problem = Self.example()
    let separation = try problem.separation()
    // Kept with the first owner: 4 and an interface of 3.
    #expect(separation.choices == [0, 0, 1] && separation.cost == 7 && separation.moves == 2)
    #expect(separation.crossings == [.init(coupling: 1, owner: 0, cost: 3)])
    let check = SeparationCheck(separation, of: problem)
    #expect(check.faults.isEmpty && check.isProvenCheapest)
  }

  @Test func `every fault is found`() throws {
    let problem = Self.example()
    let separation = try problem.separation()
    func faults(_ change: (inout Separation) -> Void) -> [SeparationCheck.Fault] {
      var changed = separation
      change(&changed)
      let check = SeparationCheck(changed, of: problem)
      #expect(!check.isProvenCheapest)
      return check.faults
    }
    #expect(faults { $0.choices = [0] } == [.malformed])
    #expect(faults { $0.choices[0] = 3 } == [.malformed])
    #expect(faults { $0.cost = 6 }.contains(.wrongCost(stated: 6, found: 7)))
    #expect(faults { $0.moves = 0 } == [.wrongMoves(stated: 0, found: 2)])
    #expect(faults { $0.crossings = [] } == [.wrongCrossings])
    #expect(faults { $0.choices[2] = 0 }.contains(.forbiddenChoice(module: 2)))
    #expect(
      faults { $0.certificate.amounts[0] = -1 } == [.wrongAmount(coupling: 0, owner: 0)])
    #expect(
      faults { $0.certificate.amounts[2] = 1000 } == [.wrongAmount(coupling: 1, owner: 0)])
    #expect(faults { $0.certificate.amounts = [] } == [.malformed])
    let without = faults { $0.certificate.amounts = [0, 0, 0, 0] }
    #expect(without == [.unprovenBound(stated: 7, proven: 4)])
    #expect(faults { $0.lowerBound = 9 }.count == 1)
  }

  @Test func `a crossing that may not be is found`() throws {
    var problem = Self.example()
    problem.crossingCosts[2] = SeparationProblem.forbidden
    let separation = try Self.example().separation()
    #expect(
      SeparationCheck(separation, of: problem).faults.contains(
        .forbiddenCrossing(coupling: 1, owner: 0)))
    #expect(try problem.separation().choices == [0, 1, 1])
  }
}
