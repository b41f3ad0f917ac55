import Scheduling

/// Small and large random problems.
enum CompressionRandom {
  /// What may occur in a problem.
  struct Rules {
    var activities: Int
    /// How many links an activity has on average, in halves.
    var links: Int
    var longestDuration: Int64 = 4
    var isDiscrete = false
    /// Whether links may be of other types than finish-to-start.
    var hasAllTypes = true
    /// Whether there are maximal lags, latest dates, links backwards, and finishing activities.
    var isHard = false
  }

  static func problem(_ rules: Rules, using generator: inout SplitMix64) -> TimeCostProblem {
    var problem = TimeCostProblem()
    for _ in 0..<rules.activities { problem.add(activity(rules, &generator)) }
    let count = rules.activities
    guard count > 0 else { return problem }
    for _ in 0..<(count * rules.links / 2) where count > 1 {
      var from = Int32.random(in: 0..<Int32(count - 1), using: &generator)
      var to = Int32.random(in: (from + 1)..<min(Int32(count), from + 30), using: &generator)
      let type = rules.hasAllTypes ? LinkType.allCases.randomElement(using: &generator) : nil
      let lag = generator.oneIn(2) ? 0 : Int64.random(in: -3...4, using: &generator)
      if rules.isHard, generator.oneIn(8) {
        problem.addMaximalLag(
          from: from, to: to, type ?? .finishToStart,
          lag: Int64.random(in: -1...6, using: &generator))
        continue
      }
      if rules.isHard, generator.oneIn(20) { swap(&from, &to) }
      problem.addLink(from: from, to: to, type ?? .finishToStart, lag: lag)
      // Parallel links.
      if generator.oneIn(10) { problem.addLink(from: from, to: to, lag: 1) }
    }
    guard rules.isHard else { return problem }
    for activity in 0..<Int32(count) {
      if generator.oneIn(8) {
        problem.addConstraint(
          from: .finish(of: activity), to: .projectStart,
          lag: -Int64.random(in: 2...12, using: &generator))
      }
      if generator.oneIn(8) {
        problem.addConstraint(
          from: .projectStart, to: .start(of: activity),
          lag: Int64.random(in: 0...5, using: &generator))
      }
    }
    if generator.oneIn(4) {
      problem.finish(with: (0..<Int32(count)).filter { _ in generator.oneIn(2) })
    }
    return problem
  }

  /// Adds latest dates and maximal lags that one half-compressed project keeps.
  static func tighten(
    _ problem: inout TimeCostProblem, using generator: inout SplitMix64
  ) throws {
    let compression = try Compression(problem)
    let middle = (compression.normalDuration + compression.shortestDuration) / 2
    guard let project = compression.cheapest(atMost: middle) else { return }
    let finishes = zip(project.starts, project.durations).map { $0 + $1 }
    for activity in problem.activities.indices {
      let number = Int32(activity)
      if generator.oneIn(6) {
        problem.addConstraint(
          from: .finish(of: number), to: .projectStart,
          lag: -finishes[activity] - Int64.random(in: 0...2, using: &generator))
      }
      let other = Int.random(in: problem.activities.indices, using: &generator)
      if other != activity, generator.oneIn(4) {
        problem.addMaximalLag(
          from: number, to: Int32(other),
          lag: project.starts[other] - finishes[activity]
            + Int64.random(in: 0...2, using: &generator))
      }
    }
  }

  private static func activity(_ rules: Rules, _ generator: inout SplitMix64) -> TimeCostActivity {
    let normal = Int64.random(in: 0...rules.longestDuration, using: &generator)
    if rules.isDiscrete, !generator.oneIn(5) {
      let points = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        TimeCostActivity.Point(
          duration: Int64.random(in: 0...rules.longestDuration, using: &generator),
          cost: Int64.random(in: 0...12, using: &generator))
      }
      return .alternatives(points)
    }
    var pieces: [TimeCostActivity.Piece] = []
    var left = normal
    var price: Int64 = 0
    while left > 0, !generator.oneIn(3) {
      let units = Int64.random(in: 1...left, using: &generator)
      price += Int64.random(in: 0...5, using: &generator)
      pieces.append(.init(units: units, costPerUnit: price))
      left -= units
    }
    return .convex(normal: normal, pieces: pieces)
  }
}
