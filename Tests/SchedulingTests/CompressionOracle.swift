import Scheduling

/// Tries every combination of durations of a small problem. Dates come from the longest distances
/// between all pairs of events, which share nothing with the engine.
struct CompressionOracle {
  /// By duration of the project, the least cost of the combinations that have it.
  private(set) var leastCost: [Int64: Int64] = [:]
  /// The project's duration when every activity takes the longest it may; nil when impossible.
  private(set) var normal: Int64?

  init(_ problem: TimeCostProblem) {
    let choices = problem.activities.map { activity in
      (activity.shortest...activity.normal).reversed().compactMap { duration in
        activity.cost(of: duration).map { (duration: duration, cost: $0) }
      }
    }
    var chosen = [Int](repeating: 0, count: choices.count)
    var isFirst = true
    while true {
      let durations = zip(choices, chosen).map { $0[$1].duration }
      if let duration = CompressionOracle.duration(of: problem, durations) {
        let cost = zip(choices, chosen).reduce(0) { $0 + $1.0[$1.1].cost }
        leastCost[duration] = min(leastCost[duration] ?? Int64.max, cost)
        if isFirst { normal = duration }
      }
      isFirst = false
      guard let place = chosen.indices.first(where: { chosen[$0] + 1 < choices[$0].count }) else {
        return
      }
      chosen[place] += 1
      for before in 0..<place { chosen[before] = 0 }
    }
  }

  /// The least cost of a duration; nil when the project cannot be so short.
  func cost(atMost duration: Int64) -> Int64? {
    leastCost.filter { $0.key <= duration }.map(\.value).min()
  }

  var shortest: Int64? { leastCost.keys.min() }

  /// The shortest duration that costs at most so much.
  func duration(within budget: Int64) -> Int64? {
    leastCost.filter { $0.value <= budget }.map(\.key).min()
  }

  /// The project's duration with these durations; nil when they contradict the differences.
  static func duration(of problem: TimeCostProblem, _ durations: [Int64]) -> Int64? {
    let count = durations.count
    var distance = [[Int64?]](
      repeating: Array(repeating: nil, count: 2 * count + 1), count: 2 * count + 1)
    func number(_ event: ProjectEvent) -> Int {
      guard let activity = event.activity else { return 0 }
      return 2 * Int(activity) + (event.isFinish ? 2 : 1)
    }
    func add(_ from: Int, _ to: Int, _ lag: Int64) {
      distance[from][to] = max(distance[from][to] ?? lag, lag)
    }
    for event in distance.indices { add(event, event, 0) }
    for (activity, duration) in durations.enumerated() {
      add(0, 2 * activity + 1, 0)
      add(2 * activity + 1, 2 * activity + 2, duration)
      add(2 * activity + 2, 2 * activity + 1, -duration)
    }
    for constraint in problem.constraints {
      add(number(constraint.from), number(constraint.to), constraint.lag)
    }
    for middle in distance.indices {
      for from in distance.indices {
        guard let first = distance[from][middle] else { continue }
        for to in distance.indices {
          guard let second = distance[middle][to] else { continue }
          distance[from][to] = max(distance[from][to] ?? first + second, first + second)
        }
      }
    }
    if distance.indices.contains(where: { distance[$0][$0] != 0 }) { return nil }
    let finishing = problem.finishing?.map { Int($0) } ?? Array(durations.indices)
    return finishing.map { distance[0][2 * $0 + 2] ?? 0 }.reduce(0, max)
  }
}
