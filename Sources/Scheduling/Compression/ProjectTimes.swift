/// Dates of a project whose durations are given.
enum ProjectTimes {
  /// By event, the latest times at which the project is still as short as these durations allow;
  /// what does not lead to its finish comes as early as that lets it.
  ///
  /// - Returns: nil when the durations contradict the differences.
  /// - Complexity: that of ``LongestPaths``.
  static func latest(_ graph: EventGraph, durations: [Int64]) -> [Int64]? {
    var tails = LongestPaths(graph, isBackward: true)
    guard tails.run(shortest: durations, longest: durations) else { return nil }
    let finish = tails.values[0]
    var times = LongestPaths(
      graph,
      from: tails.values.map {
        $0 == LongestPaths.unreached ? $0 : finish - $0
      })
    return times.run(shortest: durations, longest: durations) ? times.values : nil
  }

  /// By event, the earliest times; nil when the durations contradict the differences.
  static func earliest(_ graph: EventGraph, durations: [Int64]) -> [Int64]? {
    var times = LongestPaths(graph)
    return times.run(shortest: durations, longest: durations) ? times.values : nil
  }

  /// By activity, its earliest start; empty when the durations contradict the differences.
  static func earliestStarts(_ graph: EventGraph, durations: [Int64]) -> [Int64] {
    guard let times = earliest(graph, durations: durations) else { return [] }
    return durations.indices.map { times[2 * $0 + 1] }
  }
}
