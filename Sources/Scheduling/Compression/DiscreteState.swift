/// The convex problem of a set of choices, solved.
struct DiscreteState: Sendable {
  let activities: [TimeCostActivity]
  let scale: Int64
  var flow: CompressionFlow
  /// By activity, a bit for each alternative that is left.
  var masks: [UInt64]
  /// By activity, the convex costs of what is left.
  var hulls: [[TimeCostActivity.Point]]

  /// The convex costs of an activity with the alternatives that a mask leaves.
  static func hull(
    of activity: TimeCostActivity, mask: UInt64, scale: Int64
  ) -> [TimeCostActivity.Point] {
    activity.isDiscrete
      ? LowerHull.points(activity.points, mask: mask, scale: scale)
      : activity.points.map { .init(duration: $0.duration, cost: $0.cost * scale) }
  }

  /// The duration of an activity in the convex problem.
  func duration(of activity: Int) -> Int64 {
    let points = activities[activity].points
    return flow.duration(
      of: activity, normal: points[masks[activity].trailingZeroBitCount].duration)
  }

  /// Leaves fewer alternatives.
  ///
  /// - Parameter limit: the cost, scaled, from which on choices are of no interest.
  /// - Returns: the least cost, scaled; nil when it reaches the limit or there is no choice. The state
  ///   is of no use then.
  mutating func restrict(
    to changes: [(activity: Int, mask: UInt64)], limit: Int64
  ) -> Int64? {
    for (activity, mask) in changes {
      masks[activity] = mask
      hulls[activity] = DiscreteState.hull(of: activities[activity], mask: mask, scale: scale)
      flow.change(activity, to: hulls[activity])
    }
    flow.balance()
    var allowed = limit - convexCost
    for (activity, _) in changes
    where !flow.liftEnds(of: activity, hulls[activity], allowed: &allowed) { return nil }
    let bound = bound
    return bound < limit ? bound : nil
  }

  /// The cost of the convex problem, scaled. Where the times are still outside of what an activity may
  /// take, the cost is that of the nearest duration.
  private var convexCost: Int64 {
    activities.indices.reduce(0) {
      $0 + LowerHull.cost(of: duration(of: $1), on: hulls[$1])
    }
  }

  /// What no choice costs less than, scaled: the value of the flow, where each activity takes the
  /// best alternative for the price of its time.
  ///
  /// - Complexity: O(alternatives).
  var bound: Int64 {
    var sum: Int128 = 0
    for activity in activities.indices { sum += Int128(least(of: activity)) }
    return Int64(clamping: sum)
  }

  /// The least value of an activity's alternatives, relative to its duration now.
  private func least(of activity: Int) -> Int64 {
    let own = activities[activity]
    guard own.isDiscrete else {
      return (own.cost(of: duration(of: activity)) ?? 0) * scale
    }
    let (price, now) = (flow.throughput(of: activity), duration(of: activity))
    var least = Int128.max
    for (place, point) in own.points.enumerated() where masks[activity] & (1 << UInt64(place)) != 0
    {
      let value = Int128(point.cost) * Int128(scale) + Int128(price) * Int128(point.duration - now)
      least = min(least, value)
    }
    return Int64(clamping: least)
  }

  /// The alternatives that no choice below the limit can have, because the value of the flow rises too
  /// much with them.
  ///
  /// - Complexity: O(alternatives).
  func tooDear(limit: Int64) -> [(activity: Int, mask: UInt64)] {
    let bound = bound
    var changes: [(activity: Int, mask: UInt64)] = []
    for (activity, own) in activities.enumerated()
    where own.isDiscrete && masks[activity].nonzeroBitCount > 1 {
      let (price, now) = (flow.throughput(of: activity), duration(of: activity))
      let allowed = Int128(limit) - Int128(bound) + Int128(least(of: activity))
      var mask = masks[activity]
      for (place, point) in own.points.enumerated() where mask & (1 << UInt64(place)) != 0 {
        let value =
          Int128(point.cost) * Int128(scale) + Int128(price) * Int128(point.duration - now)
        if value >= allowed { mask &= ~(1 << UInt64(place)) }
      }
      if mask != masks[activity] { changes.append((activity, mask)) }
    }
    return changes
  }
}
