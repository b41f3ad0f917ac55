import Scheduling
import Testing

/// Alternatives: the shared cases, and small problems against all combinations.
struct CompressionDiscreteTests {
  @Test(arguments: CompressionCase.discrete)
  func `every duration has its cost`(file: CompressionCase) throws {
    let problem = try file.problem()
    let compression = try DiscreteCompression(problem)
    #expect(compression.normalDuration == file.expected.normalDuration)
    #expect(compression.shortestDuration == file.expected.shortestDuration)
    #expect(compression.cheapest(atMost: compression.shortestDuration - 1) == nil)
    for (text, cost) in file.expected.curve {
      let duration = try #require(Int64(text))
      let result = try #require(compression.cheapest(atMost: duration))
      #expect(result.choice?.cost == cost)
      #expect(result.isOptimal)
      try expectSound(result, compression, duration, "\(file.id), at \(duration)")
    }
  }

  @Test(arguments: CompressionCase.discrete)
  func `the front has exactly its choices`(file: CompressionCase) throws {
    let (choices, isComplete) = try DiscreteCompression(try file.problem()).front()
    #expect(isComplete)
    #expect(choices.reversed().map { [$0.duration, $0.cost] } == file.expected.front)
  }

  @Test func `alternatives are no matter for linear costs`() throws {
    let problem = try CompressionCase.discrete[0].problem()
    #expect(throws: CompressionError.alternatives(activity: 0)) { try Compression(problem) }
  }

  static let rules: [CompressionRandom.Rules] = [
    .init(activities: 4, links: 3, longestDuration: 9, isDiscrete: true, hasAllTypes: false),
    .init(activities: 6, links: 4, longestDuration: 9, isDiscrete: true, hasAllTypes: false),
    .init(activities: 4, links: 3, longestDuration: 6, isDiscrete: true),
    .init(activities: 4, links: 4, longestDuration: 6, isDiscrete: true, isHard: true),
    .init(activities: 5, links: 5, longestDuration: 5, isDiscrete: true, isHard: true),
    .init(activities: 0, links: 0, isDiscrete: true),
  ]

  @Test(arguments: rules.indices)
  func `costs are those of the best combination`(index: Int) throws {
    var open = 0
    for seed in 0..<UInt64(150) {
      var generator = SplitMix64(seed: 15_485_863 * UInt64(index) + seed)
      let problem = CompressionRandom.problem(Self.rules[index], using: &generator)
      let oracle = CompressionOracle(problem)
      let name = "rules \(index), seed \(seed)"
      guard let compression = try? DiscreteCompression(problem) else {
        #expect(oracle.shortest == nil, "\(name)")
        continue
      }
      #expect(compression.normalDuration == oracle.normal, "\(name)")
      let longest = (oracle.leastCost.keys.max() ?? 0) + 1
      for duration
        in (compression.shortestDuration - 1)...max(longest, compression.shortestDuration)
      {
        let result = compression.cheapest(atMost: duration)
        let cost = oracle.cost(atMost: duration)
        #expect(result?.choice?.cost == cost, "\(name), at \(duration)")
        guard let result, let cost else { continue }
        #expect(result.isOptimal, "\(name), at \(duration)")
        try expectSound(result, compression, duration, "\(name), at \(duration)")
        // A search that is stopped at once tells the truth, too.
        if let early = compression.cheapest(atMost: duration, nodeLimit: 1) {
          #expect(early.lowerBound <= cost, "\(name), at \(duration)")
          #expect(early.choice.map { $0.cost >= cost } ?? true, "\(name), at \(duration)")
          if early.gap ?? 1 > 0 { open += 1 }
          try expectSound(early, compression, duration, "\(name), at \(duration)")
        }
      }
      let front = compression.front()
      #expect(front.isComplete)
      var expected: [[Int64]] = []
      for (duration, cost) in oracle.leastCost.sorted(by: { $0.key < $1.key })
      where cost < expected.last?[1] ?? Int64.max { expected.append([duration, cost]) }
      let found = front.choices.reversed().map { [$0.duration, $0.cost] }
      #expect(found == expected, "\(name)")
    }
    #expect(open > 0 || Self.rules[index].activities == 0)
  }

  private func expectSound(
    _ result: DiscreteCompression.Result, _ compression: DiscreteCompression, _ duration: Int64,
    _ name: String
  ) throws {
    let problem = compression.problem
    if let choice = result.choice {
      let violations = CompressionCheck.violations(
        starts: choice.starts, durations: choice.durations, duration: duration, cost: choice.cost,
        in: problem)
      #expect(violations.isEmpty, "\(name)")
      #expect(choice.duration <= duration, "\(name)")
      #expect(result.lowerBound <= choice.cost, "\(name)")
    }
    let (violations, bound) = CompressionCheck.bound(
      result.certificate, duration: duration, in: problem, costScale: result.certificateScale)
    #expect(violations.isEmpty, "\(name)")
    let scale = Int128(result.certificateScale)
    #expect((max(0, bound) + scale - 1) / scale == Int128(result.firstBound), "\(name)")
    #expect(result.firstBound <= result.lowerBound, "\(name)")
  }

  @Test func `a larger search is stopped with a gap that closes`() throws {
    var generator = SplitMix64(seed: 71)
    let problem = CompressionRandom.problem(
      .init(activities: 60, links: 4, longestDuration: 40, isDiscrete: true, hasAllTypes: false),
      using: &generator)
    let compression = try DiscreteCompression(problem)
    let normal = try #require(compression.normalDuration)
    let middle = (normal + compression.shortestDuration) / 2
    var bounds: [Int64] = []
    var costs: [Int64] = []
    let best = try #require(
      compression.cheapest(atMost: middle) {
        bounds.append($0.lowerBound)
        costs.append($0.cost ?? Int64.max)
        return false
      })
    #expect(best.isOptimal)
    #expect(bounds == bounds.sorted())
    #expect(costs == costs.sorted(by: >))
    let optimum = try #require(best.choice?.cost)
    for limit in 1...best.nodes {
      let early = try #require(compression.cheapest(atMost: middle, nodeLimit: limit))
      #expect(early.nodes <= limit)
      #expect(early.lowerBound <= optimum)
      #expect(early.choice.map { $0.cost >= optimum } ?? true)
    }
  }
}
