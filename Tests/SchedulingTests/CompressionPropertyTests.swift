import Testing

@testable import Scheduling

/// What must hold of every curve, on problems too large for trying everything.
struct CompressionPropertyTests {
  static let rules: [CompressionRandom.Rules] = [
    .init(activities: 40, links: 4, longestDuration: 12),
    .init(activities: 200, links: 5, longestDuration: 30),
    .init(activities: 200, links: 3, longestDuration: 480, hasAllTypes: false),
    .init(activities: 150, links: 2, longestDuration: 1),
  ]

  @Test(arguments: rules.indices)
  func `a curve is convex, falls, and is proved at each point`(index: Int) throws {
    var forced = 0
    for seed in 0..<UInt64(10) {
      var generator = SplitMix64(seed: 104_729 * UInt64(index) + seed)
      var problem = CompressionRandom.problem(Self.rules[index], using: &generator)
      if seed > 5 { try CompressionRandom.tighten(&problem, using: &generator) }
      let compression = try Compression(problem)
      // Whether some activity cannot be normal.
      if compression.baseCost > 0 { forced += 1 }
      let curve = compression.curve(withCertificates: true)
      var durations = curve.firstDurations
      for (number, point) in curve.points.enumerated() {
        if number > 0 {
          let before = curve.points[number - 1]
          #expect(before.duration > point.duration)
          #expect(
            point.cost - before.cost
              == (before.slope ?? 0) * (before.duration - point.duration))
          #expect(point.changes.reduce(0) { $0 + $1.cost } == point.cost - before.cost)
          #expect(point.changes.allSatisfy { $0.by != 0 })
          if let slope = point.slope { #expect(slope > before.slope ?? 0) }
        }
        #expect((point.slope == nil) == (number == curve.points.count - 1))
        for change in point.changes { durations[Int(change.activity)] += change.by }
        #expect(durations == curve.durations(at: number))
        let project = try #require(compression.project(on: curve, at: number))
        #expect(CompressionCheck.violations(of: project, in: problem).isEmpty)
        #expect(compression.shortest(within: point.cost)?.cost == point.cost)
      }
      #expect(curve.points.last?.duration == compression.shortestDuration)
      try expectChain(compression)
    }
    #expect(forced > 0)
  }

  /// The chain that no money loosens leads from the project's start to its finish without a gap.
  private func expectChain(_ compression: Compression) throws {
    let problem = compression.problem
    let steps = compression.limit.steps
    #expect(steps.first?.event == .projectStart)
    #expect(steps.last?.time == compression.shortestDuration)
    for (before, step) in zip(steps, steps.dropFirst()) {
      let length: Int64
      switch step.reason {
      case .projectStart:
        #expect(before.event == .projectStart)
        length = 0
      case .constraint(let number):
        let constraint = problem.constraints[Int(number)]
        #expect(constraint.from == before.event && constraint.to == step.event)
        length = constraint.lag
      case .shortestDuration:
        let activity = try #require(step.event.activity)
        #expect(before.event == .start(of: activity) && step.event == .finish(of: activity))
        length = problem.activities[Int(activity)].shortest
      case .longestDuration:
        let activity = try #require(step.event.activity)
        #expect(before.event == .finish(of: activity) && step.event == .start(of: activity))
        length = -problem.activities[Int(activity)].normal
      }
      #expect(before.time + length == step.time)
    }
  }

  @Test func `a scale of time and of costs changes nothing else`() throws {
    for seed in 0..<UInt64(20) {
      var generator = SplitMix64(seed: seed)
      let problem = CompressionRandom.problem(
        .init(activities: 30, links: 4, longestDuration: 9), using: &generator)
      var scaled = TimeCostProblem()
      for activity in problem.activities {
        let points = activity.points.map {
          TimeCostActivity.Point(duration: $0.duration * 480, cost: $0.cost * 480_000)
        }
        scaled.add(try #require(TimeCostActivity.convex(through: points)))
      }
      for constraint in problem.constraints {
        scaled.addConstraint(
          from: constraint.from, to: constraint.to, lag: constraint.lag * 480)
      }
      let curve = try Compression(problem).curve()
      let large = try Compression(scaled).curve()
      #expect(large.points.map(\.duration) == curve.points.map { $0.duration * 480 })
      #expect(large.points.map(\.cost) == curve.points.map { $0.cost * 480_000 })
    }
  }
}
