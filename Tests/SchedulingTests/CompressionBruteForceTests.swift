import Scheduling
import Testing

/// Every duration and every budget of thousands of small problems, against all combinations.
struct CompressionBruteForceTests {
  static let rules: [CompressionRandom.Rules] = [
    .init(activities: 3, links: 3), .init(activities: 4, links: 3),
    .init(activities: 5, links: 4, longestDuration: 3),
    .init(activities: 5, links: 4, hasAllTypes: false),
    .init(activities: 3, links: 4, isHard: true), .init(activities: 4, links: 4, isHard: true),
    .init(activities: 5, links: 5, longestDuration: 3, isHard: true),
    .init(activities: 1, links: 0, isHard: true), .init(activities: 4, links: 0),
    .init(activities: 0, links: 0),
  ]

  @Test(arguments: rules.indices)
  func `costs are those of the best combination`(index: Int) throws {
    let rules = Self.rules[index]
    for seed in 0..<UInt64(400) {
      var generator = SplitMix64(seed: 7919 * UInt64(index) + seed)
      let problem = CompressionRandom.problem(rules, using: &generator)
      let oracle = CompressionOracle(problem)
      guard let shortest = oracle.shortest else {
        #expect(throws: CompressionError.self) { try Compression(problem) }
        continue
      }
      let compression = try Compression(problem)
      try compare(compression, oracle, shortest, "rules \(index), seed \(seed)")
    }
  }

  @Test func `the problems include what is hard`() {
    var (contradictions, forced) = (0, 0)
    for seed in 0..<UInt64(400) {
      var generator = SplitMix64(seed: 7919 * 5 + seed)
      let oracle = CompressionOracle(
        CompressionRandom.problem(Self.rules[5], using: &generator))
      if oracle.shortest == nil { contradictions += 1 }
      if oracle.shortest != nil, oracle.normal == nil { forced += 1 }
    }
    #expect(contradictions > 20)
    #expect(forced > 20)
  }

  private func compare(
    _ compression: Compression, _ oracle: CompressionOracle, _ shortest: Int64, _ name: String
  ) throws {
    let problem = compression.problem
    #expect(compression.shortestDuration == shortest, "\(name)")
    let leastCost = try #require(oracle.cost(atMost: Int64.max))
    let normal = try #require(oracle.normal ?? oracle.duration(within: leastCost))
    #expect(compression.normalDuration == normal, "\(name)")
    #expect(compression.cheapest(atMost: shortest - 1) == nil)
    let curve = compression.curve(withCertificates: true)
    for duration in shortest...(normal + 2) {
      let project = try #require(compression.cheapest(atMost: duration))
      #expect(project.cost == oracle.cost(atMost: duration), "\(name), at \(duration)")
      #expect(curve.cost(atMost: duration) == project.cost, "\(name), at \(duration)")
      let violations = CompressionCheck.violations(of: project, in: problem)
      #expect(violations.isEmpty, "\(name), at \(duration)")
    }
    for index in curve.points.indices {
      let project = try #require(compression.project(on: curve, at: index))
      let violations = CompressionCheck.violations(of: project, in: problem)
      #expect(violations.isEmpty, "\(name), point \(index)")
    }
    let dearest = try #require(oracle.cost(atMost: shortest))
    for budget in (leastCost - 1)...(dearest + 1) {
      let project = compression.shortest(within: budget)
      let duration = oracle.duration(within: budget).map { min($0, normal) }
      #expect(project?.duration == duration, "\(name), for \(budget)")
      if let project {
        #expect(project.cost == oracle.cost(atMost: project.duration))
        #expect(CompressionCheck.violations(of: project, in: problem).isEmpty)
      }
    }
  }
}
