internal import Scheduling

/// Problems with a few alternatives among activities that can take any duration: one exact curve for
/// every combination of alternatives, and the cheapest of them everywhere.
///
/// - Complexity: combinations times the complexity of `Compression`.
struct EnumeratedCompression {
  /// The most combinations that are solved one by one.
  static let mostCombinations = 64

  /// The problem with one alternative for each activity that has several.
  private struct Combination {
    var compression: Compression
    var curve: CompressionCurve
    /// What the alternatives cost.
    var cost: Int64

    func cost(atMost duration: Int64) -> Int64? {
      curve.cost(atMost: duration).map { $0 + cost }
    }
  }

  private let combinations: [Combination]
  let normal: Int64
  let shortest: Int64
  let limit: CompressionLimit

  /// Whether there are alternatives, and few enough combinations of them.
  static func canSolve(_ problem: TimeCostProblem) -> Bool {
    var count = 1
    for activity in problem.activities where activity.isDiscrete {
      count *= activity.points.count
      if count > mostCombinations { return false }
    }
    return count > 1
  }

  init(_ problem: TimeCostProblem) throws(CompressionError) {
    let discrete = problem.activities.indices.filter { problem.activities[$0].isDiscrete }
    var choices: [[Int]] = [[]]
    for activity in discrete {
      let count = problem.activities[activity].points.count
      choices = choices.flatMap { choice in (0..<count).map { choice + [$0] } }
    }
    var found: [Combination] = []
    var contradiction: CompressionError?
    for choice in choices {
      let picked = Dictionary(uniqueKeysWithValues: zip(discrete, choice))
      var fixed = TimeCostProblem()
      var cost: Int64 = 0
      for (index, activity) in problem.activities.enumerated() {
        guard let place = picked[index] else {
          fixed.add(activity)
          continue
        }
        fixed.add(.fixed(activity.points[place].duration))
        cost += activity.points[place].cost
      }
      for item in problem.constraints {
        fixed.addConstraint(from: item.from, to: item.to, lag: item.lag)
      }
      if let finishing = problem.finishing { fixed.finish(with: finishing) }
      do {
        let compression = try Compression(fixed)
        found.append(Combination(compression: compression, curve: compression.curve(), cost: cost))
      } catch {
        // A latest date may rule out some alternatives.
        guard case .contradiction = error else { throw error }
        contradiction = error
      }
    }
    if let contradiction, found.isEmpty { throw contradiction }
    combinations = found
    // The first combination is made of the longest alternatives that are possible.
    normal = found[0].compression.normalDuration
    let shortestOne = found.min {
      $0.compression.shortestDuration < $1.compression.shortestDuration
    }
    shortest = shortestOne?.compression.shortestDuration ?? normal
    limit = (shortestOne ?? found[0]).compression.limit
  }

  /// The least cost of a duration, with the first combination that has it.
  private func least(_ duration: Int64) -> (cost: Int64, index: Int)? {
    var best: (cost: Int64, index: Int)?
    for (index, combination) in combinations.enumerated() {
      guard let cost = combination.cost(atMost: duration) else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, index) }
    }
    return best
  }

  /// The cheapest way to take at most so long.
  func cheapest(atMost duration: Int64) -> CompressionSolver.Solution? {
    guard let best = least(duration) else { return nil }
    let combination = combinations[best.index]
    let asked = min(duration, combination.compression.normalDuration)
    return combination.compression.cheapest(atMost: asked).map {
      .init(duration: asked, cost: best.cost, durations: $0.durations)
    }
  }

  /// The points at which the least cost changes its slope, or jumps; longest duration first.
  var points: [CompressionSolver.Solution] {
    var kept: [(duration: Int64, cost: Int64)] = []
    for duration in candidates.sorted(by: >) {
      guard let cost = least(duration)?.cost else { continue }
      // The same cost for less time replaces what was found before.
      if let last = kept.last, last.cost == cost { kept.removeLast() }
      if kept.count >= 2 {
        let (first, middle) = (kept[kept.count - 2], kept[kept.count - 1])
        let before = Int128(middle.cost - first.cost) * Int128(middle.duration - duration)
        let after = Int128(cost - middle.cost) * Int128(first.duration - middle.duration)
        if before == after { kept.removeLast() }
      }
      kept.append((duration, cost))
    }
    return kept.compactMap { cheapest(atMost: $0.duration) }
  }

  /// Durations among which all such points are.
  private var candidates: Set<Int64> {
    let corners = Set(
      combinations.flatMap { $0.curve.points.map(\.duration) } + [normal, shortest]
    )
    .filter { (shortest...normal).contains($0) }.sorted(by: >)
    var result = Set(corners)
    for (longer, shorter) in zip(corners, corners.dropFirst()) {
      // Between corners each cost is a straight line: where one ceases to be the least, it does so
      // for good.
      var place = longer
      while place > shorter, let current = least(place)?.index {
        func isLeast(_ duration: Int64) -> Bool {
          guard let cost = combinations[current].cost(atMost: duration) else { return false }
          return cost == least(duration)?.cost
        }
        if isLeast(shorter) { break }
        var (low, high) = (shorter, place)
        while high - low > 1 {
          let middle = low + (high - low) / 2
          if isLeast(middle) { high = middle } else { low = middle }
        }
        result.insert(high)
        result.insert(low)
        place = low
      }
    }
    return result
  }
}
