/// Choices made from the convex problem.
extension DiscreteSearch {
  /// Shortens every activity to an alternative, gives back what is not needed, and keeps the choice
  /// when it is the best so far.
  ///
  /// - Parameter thoroughly: whether to give back even when the choice looks poor.
  /// - Complexity: O(alternatives + the sweeps of ``LongestPaths`` for each time given back).
  mutating func findChoice(in state: DiscreteState, thoroughly: Bool) {
    var durations = state.activities.indices.map { state.duration(of: $0) }
    var places = [Int](repeating: 0, count: durations.count)
    for (activity, own) in state.activities.enumerated() where own.isDiscrete {
      guard let place = own.points.firstIndex(where: { $0.duration <= durations[activity] }) else {
        return
      }
      places[activity] = place
      durations[activity] = own.points[place].duration
    }
    let cost = compression.problem.cost(of: durations)
    if let best, !thoroughly, cost - best.cost > best.cost / 100 { return }
    guard let times = ProjectTimes.earliest(compression.graph, durations: durations),
      times[compression.graph.projectFinish] <= duration
    else { return }
    giveBack(&durations, &places, times)
    keep(durations)
  }

  /// Lengthens activities that have float, the one that saves most for its time first.
  private func giveBack(_ durations: inout [Int64], _ places: inout [Int], _ times: [Int64]) {
    let graph = compression.graph
    let activities = compression.problem.activities
    var times = times
    var isBarred = [Bool](repeating: false, count: activities.count)
    while true {
      var tails = LongestPaths(graph, isBackward: true)
      guard tails.run(shortest: durations, longest: durations) else { return }
      var best: (activity: Int, place: Int, saved: Int64, units: Int64)?
      for (activity, own) in activities.enumerated()
      where own.isDiscrete && places[activity] > 0 && !isBarred[activity] {
        let now = own.points[places[activity]]
        let tail = tails.values[2 * activity + 2]
        let float =
          tail == LongestPaths.unreached
          ? Int64.max : duration - tail - times[2 * activity + 1] - now.duration
        for place in 0..<places[activity] {
          let units = own.points[place].duration - now.duration
          if units > float { continue }
          let saved = now.cost - own.points[place].cost
          if let best, saved * best.units <= best.saved * units { continue }
          best = (activity, place, saved, units)
        }
      }
      guard let best else { return }
      durations[best.activity] += best.units
      if let new = ProjectTimes.earliest(graph, durations: durations),
        new[graph.projectFinish] <= duration
      {
        times = new
        places[best.activity] = best.place
      } else {
        // Links between starts and between finishes can take what the float promised.
        durations[best.activity] -= best.units
        isBarred[best.activity] = true
      }
    }
  }

  private mutating func keep(_ durations: [Int64]) {
    let cost = compression.problem.cost(of: durations)
    if let best, best.cost <= cost { return }
    guard let times = ProjectTimes.earliest(compression.graph, durations: durations) else { return }
    best = DiscreteCompression.Choice(
      cost: cost, durations: durations, starts: durations.indices.map { times[2 * $0 + 1] },
      duration: times[compression.graph.projectFinish])
  }
}
