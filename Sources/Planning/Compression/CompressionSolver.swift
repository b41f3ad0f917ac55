internal import Scheduling

/// Solves a problem of time and cost, whichever method it takes.
struct CompressionSolver {
  /// A way to do the project in a duration.
  struct Solution {
    /// In units of the problem.
    var duration: Int64
    /// In the problem's costs.
    var cost: Int64
    /// By activity.
    var durations: [Int64]
    /// What nothing costs less than, when it is not the cost.
    var lowerBound: Int64?
  }

  private enum Method {
    case convex(Compression)
    case discrete(DiscreteCompression)
    case enumerated(EnumeratedCompression)
  }

  let problem: TimeCostProblem
  private let method: Method
  private let shouldStop: (DiscreteCompression.Progress) -> Bool
  /// Of a mixture of alternatives and stretches, the steps between the points of the curve.
  private let step: Int64

  /// - Parameter day: a working day in units of the problem.
  init(
    _ problem: TimeCostProblem, day: Int64,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool
  ) throws(CompressionError) {
    self.problem = problem
    self.shouldStop = shouldStop
    let hasStretches = problem.activities.contains { !$0.isDiscrete && $0.points.count > 1 }
    if hasStretches, EnumeratedCompression.canSolve(problem) {
      method = .enumerated(try EnumeratedCompression(problem))
      step = 1
    } else if problem.activities.contains(where: \.isDiscrete) {
      let discrete = try DiscreteCompression(problem)
      method = .discrete(discrete)
      let range = (discrete.normalDuration ?? discrete.shortestDuration) - discrete.shortestDuration
      step = hasStretches ? max(1, max(day, (range + 199) / 200)) : 1
    } else {
      method = .convex(try Compression(problem))
      step = 1
    }
  }

  var isDiscrete: Bool {
    if case .discrete = method { return true }
    return false
  }

  /// The steps of the curve, when it is not made of all its points.
  var stepBetweenPoints: Int64? { isDiscrete && step > 1 ? step : nil }

  var normal: Int64 {
    switch method {
    case .convex(let compression): compression.normalDuration
    case .discrete(let compression): compression.normalDuration ?? compression.shortestDuration
    case .enumerated(let compression): compression.normal
    }
  }

  var shortest: Int64 {
    switch method {
    case .convex(let compression): compression.shortestDuration
    case .discrete(let compression): compression.shortestDuration
    case .enumerated(let compression): compression.shortest
    }
  }

  var limit: CompressionLimit {
    switch method {
    case .convex(let compression): compression.limit
    case .discrete(let compression): compression.limit
    case .enumerated(let compression): compression.limit
    }
  }

  /// The cheapest way to take at most so long.
  func cheapest(atMost duration: Int64) -> Solution? {
    switch method {
    case .convex(let compression):
      let asked = min(duration, compression.normalDuration)
      return compression.cheapest(atMost: asked).map {
        Solution(duration: asked, cost: $0.cost, durations: $0.durations)
      }
    case .discrete(let compression):
      guard let result = compression.cheapest(atMost: duration, shouldStop: shouldStop),
        let choice = result.choice
      else { return nil }
      return Solution(
        duration: choice.duration, cost: choice.cost, durations: choice.durations,
        lowerBound: result.isOptimal ? nil : result.lowerBound)
    case .enumerated(let compression): return compression.cheapest(atMost: duration)
    }
  }

  /// The shortest duration that costs at most so much.
  func shortest(within budget: Int64) -> Solution? {
    switch method {
    case .convex(let compression):
      guard let project = compression.shortest(within: budget) else { return nil }
      return Solution(
        duration: project.duration, cost: project.cost, durations: project.durations)
    case .discrete, .enumerated:
      var (low, high) = (shortest, normal)
      var best: Solution?
      while low <= high {
        let middle = low + (high - low) / 2
        if let found = cheapest(atMost: middle), found.cost <= budget {
          best = found
          high = min(middle, found.duration) - 1
        } else {
          low = middle + 1
        }
      }
      return best
    }
  }

  /// The points of the curve, longest duration first, and whether it is complete.
  func points() -> (solutions: [Solution], isComplete: Bool) {
    switch method {
    case .convex(let compression):
      let curve = compression.curve()
      var durations = curve.firstDurations
      let solutions = curve.points.map { point in
        for change in point.changes { durations[Int(change.activity)] += change.by }
        return Solution(duration: point.duration, cost: point.cost, durations: durations)
      }
      return (solutions, true)
    case .enumerated(let compression): return (compression.points, true)
    case .discrete(let compression):
      var solutions: [Solution] = []
      var longest = normal
      var isComplete = true
      while longest >= compression.shortestDuration {
        guard let found = cheapest(atMost: longest) else {
          isComplete = solutions.last?.duration == compression.shortestDuration
          break
        }
        if found.lowerBound != nil { isComplete = false }
        if solutions.last?.cost == found.cost { solutions.removeLast() }
        solutions.append(found)
        let next = found.duration - step
        // The shortest is always among them.
        longest =
          next < compression.shortestDuration && found.duration > compression.shortestDuration
          ? compression.shortestDuration : next
      }
      return (solutions, isComplete)
    }
  }
}
