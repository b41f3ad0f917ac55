import SharedSystem
import Testing

struct TangleTests {
  @Test func `modules that use each other are found with their cheapest bridges`() {
    var problem = SeparationProblem(ownerCount: 2, moduleCount: 7)
    // Two rings, 1 → 3 → 5 → 1 and 2 ⇄ 6, a coupling between them, one of 4 with itself.
    problem.couplingSources = [1, 3, 5, 2, 6, 5, 4, 3]
    problem.couplingTargets = [3, 5, 1, 6, 2, 2, 4, 5]
    problem.crossingCosts = Array(repeating: 0, count: 16)
    let tangles = problem.tangles(bridgeCosts: [5, 2, 4, 9, 3, 1, 1, 1])
    #expect(tangles.map(\.modules) == [[1, 3, 5], [2, 6]])
    #expect(tangles.map(\.bridges) == [[1, 7], [4]])
    #expect(tangles.map(\.cost) == [3, 3])
    #expect(tangles.allSatisfy { $0.isExact && $0.gap == 0 })
  }

  @Test func `large tangles have a bound`() {
    var random = SplitMix64(seed: 5)
    var problem = SeparationProblem(ownerCount: 2, moduleCount: 60)
    for module in 0..<Int32(60) {
      for _ in 0..<3 {
        problem.couplingSources.append(module)
        problem.couplingTargets.append(Int32.random(in: 0..<60, using: &random))
      }
    }
    problem.crossingCosts = Array(repeating: 0, count: 2 * problem.couplingCount)
    let costs = (0..<problem.couplingCount).map { _ in Int64.random(in: 1...9, using: &random) }
    let tangles = problem.tangles(bridgeCosts: costs)
    #expect(tangles.count == 1)
    for tangle in tangles {
      #expect(tangle.lowerBound > 0 && tangle.lowerBound <= tangle.cost)
      #expect(tangle.bridges.reduce(0) { $0 + costs[Int($1)] } == tangle.cost)
      var without = problem
      for bridge in tangle.bridges {
        without.couplingTargets[Int(bridge)] = without.couplingSources[Int(bridge)]
      }
      #expect(without.tangles(bridgeCosts: costs).isEmpty)
    }
  }
}
