import Scheduling

/// The time–cost curve: whole, at one deadline, and for one budget.
enum CompressionBenchmarks {
  /// The benchmarks, made when it is their turn; nil when their file is missing.
  static var all: [(name: String, make: () throws -> Benchmark?)] {
    instances.flatMap { instance -> [(name: String, make: () throws -> Benchmark?)] in
      [
        ("compress \(instance.file) to a deadline", { try deadline(instance) }),
        ("compress \(instance.file) within a budget", { try budget(instance) }),
        ("compress \(instance.file), the curve", { try curve(instance) }),
      ]
    }
  }

  private struct Instance {
    let file: String
    let normal: Int64
    let shortest: Int64
    let deadline: Int64
    /// The least extra cost at the deadline.
    let cost: Int64
    /// Milliseconds for one deadline, and for the curve.
    let limits: (deadline: Double, curve: Double)
  }

  private static let instances = [
    Instance(
      file: "lin_1000_1", normal: 2936, shortest: 2053, deadline: 2494, cost: 15226,
      limits: (15, 100)),
    Instance(
      file: "lin_1000_2", normal: 3079, shortest: 2182, deadline: 2630, cost: 13429,
      limits: (15, 100)),
    Instance(
      file: "lin_10000_1", normal: 3802, shortest: 2725, deadline: 3263, cost: 18441,
      limits: (200, 4000)),
  ]

  private static func deadline(_ instance: Instance) throws -> Benchmark? {
    guard let problem = TimeCostFile(instance.file)?.problem else { return nil }
    return Benchmark(
      limit: instance.limits.deadline, repetitions: 10,
      check: {
        let compression = try Compression(problem)
        if compression.normalDuration != instance.normal {
          return "\(compression.normalDuration) normally, not \(instance.normal)"
        }
        if compression.shortestDuration != instance.shortest {
          return "\(compression.shortestDuration) at the shortest, not \(instance.shortest)"
        }
        guard let project = compression.cheapest(atMost: instance.deadline) else {
          return "too short"
        }
        if project.cost != instance.cost { return "\(project.cost), not \(instance.cost)" }
        return problems(project, problem)
      },
      body: { _ in _ = try Compression(problem).cheapest(atMost: instance.deadline) })
  }

  private static func budget(_ instance: Instance) throws -> Benchmark? {
    guard let problem = TimeCostFile(instance.file)?.problem else { return nil }
    return Benchmark(
      limit: instance.limits.deadline, repetitions: 10,
      check: {
        let compression = try Compression(problem)
        for (budget, duration) in [
          (instance.cost, instance.deadline), (instance.cost - 1, instance.deadline + 1),
        ] {
          guard let project = compression.shortest(within: budget) else { return "too dear" }
          if project.duration != duration { return "\(project.duration), not \(duration)" }
          if let problem = problems(project, problem) { return problem }
        }
        return nil
      },
      body: { _ in _ = try Compression(problem).shortest(within: instance.cost) })
  }

  private static func curve(_ instance: Instance) throws -> Benchmark? {
    guard let problem = TimeCostFile(instance.file)?.problem else { return nil }
    return Benchmark(
      limit: instance.limits.curve, repetitions: 5,
      check: {
        let compression = try Compression(problem)
        let curve = compression.curve(withCertificates: true)
        let durations = curve.points.map(\.duration)
        if [durations.first, durations.last] != [instance.normal, instance.shortest] {
          return "the curve's durations are \(durations)"
        }
        if curve.cost(atMost: instance.deadline) != instance.cost { return "another cost" }
        if let expected = TimeCostFile.breakpoints(instance.file),
          expected != curve.points.map({ [$0.duration, $0.cost] })
        {
          return "\(curve.points.count) other breakpoints, not \(expected.count)"
        }
        for index in stride(from: 0, to: curve.points.count, by: 10) {
          guard let project = compression.project(on: curve, at: index) else { return "no proof" }
          if let problem = problems(project, problem) { return problem }
        }
        return nil
      },
      body: { _ in _ = try Compression(problem).curve() })
  }

  private static func problems(_ project: CompressedProject, _ problem: TimeCostProblem) -> String?
  {
    let violations = CompressionCheck.violations(of: project, in: problem)
    return violations.isEmpty ? nil : "\(violations.prefix(3))"
  }
}
