import Scheduling

/// Alternatives: the cheapest choice at one deadline.
enum DiscreteBenchmarks {
  /// The benchmarks, made when it is their turn; nil when their file is missing.
  static var all: [(name: String, make: () throws -> Benchmark?)] {
    instances.map { instance in
      ("choose \(instance.file) \(instance.proof)", { try benchmark(instance) })
    }
  }

  private struct Instance {
    let file: String
    let deadline: Int64
    /// Between these the least cost is known to be.
    let cost: ClosedRange<Int64>
    /// Parts of a hundred thousand that the gap may be when the search stops.
    let gap: Int64
    let limit: Double?

    var proof: String {
      limit == nil
        ? "in 10 s" : gap == 0 ? "to the optimum" : "to a gap of 0.\(gap < 100 ? "0" : "")\(gap) %"
    }
  }

  private static let instances = [
    Instance(file: "disc_50_1", deadline: 547, cost: 5744...5744, gap: 0, limit: 50),
    Instance(file: "disc_100_1", deadline: 1160, cost: 11190...11190, gap: 0, limit: 310),
    Instance(file: "disc_200_1", deadline: 2055, cost: 24272...24272, gap: 0, limit: 1000),
    Instance(file: "disc_500_1", deadline: 2310, cost: 57460...57467, gap: 200, limit: 10_000),
    Instance(file: "disc_1000_1", deadline: 2592, cost: 113894...113896, gap: 200, limit: 10_000),
    // As close as ten seconds bring them.
    Instance(file: "disc_500_1", deadline: 2310, cost: 57460...57467, gap: 200, limit: nil),
    Instance(file: "disc_1000_1", deadline: 2592, cost: 113894...113896, gap: 200, limit: nil),
  ]

  private static func benchmark(_ instance: Instance) throws -> Benchmark? {
    guard let problem = TimeCostFile(instance.file)?.problem else { return nil }
    return Benchmark(
      limit: instance.limit, repetitions: 1,
      check: {
        guard let result = try search(problem, instance), let choice = result.choice else {
          return "no choice"
        }
        print(
          "  \(choice.cost), bound \(result.lowerBound), \(result.nodes) nodes, first bound \(result.firstBound)"
        )
        let violations = CompressionCheck.violations(
          starts: choice.starts, durations: choice.durations, duration: instance.deadline,
          cost: choice.cost, in: problem)
        if !violations.isEmpty { return "\(violations.prefix(3))" }
        if choice.cost < instance.cost.lowerBound { return "\(choice.cost) is impossible" }
        if result.lowerBound > instance.cost.upperBound {
          return "\(result.lowerBound) is no bound"
        }
        let gap = (choice.cost - result.lowerBound) * 100_000
        return gap <= instance.gap * choice.cost
          ? nil : "a gap of \(choice.cost - result.lowerBound)"
      },
      body: { _ in _ = try search(problem, instance) })
  }

  private static func search(
    _ problem: TimeCostProblem, _ instance: Instance
  ) throws -> DiscreteCompression.Result? {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(10)
    return try DiscreteCompression(problem).cheapest(atMost: instance.deadline) {
      if instance.limit == nil { return clock.now > end }
      guard let cost = $0.cost else { return false }
      return (cost - $0.lowerBound) * 100_000 <= instance.gap * cost || clock.now > end
    }
  }
}
