/// The convex costs below some alternatives of an activity: what a mixture of them would cost.
///
/// Costs are scaled up and the price of a unit is rounded down, so that prices are integers and the
/// costs never too high; at the longest alternative they are exact.
enum LowerHull {
  /// The lower hull, longest duration first.
  ///
  /// - Parameters:
  ///   - points: the alternatives, longest and cheapest first.
  ///   - mask: which of them count, by bit; at least one.
  ///   - scale: what costs are multiplied with.
  /// - Complexity: O(points).
  /// - Source: A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions",
  ///   *Information Processing Letters* 9 (1979), 216–219, doi:10.1016/0020-0190(79)90072-3.
  static func points(
    _ points: [TimeCostActivity.Point], mask: UInt64, scale: Int64
  ) -> [TimeCostActivity.Point] {
    var hull: [TimeCostActivity.Point] = []
    for (place, point) in points.enumerated() where mask & (1 << UInt64(place)) != 0 {
      while hull.count > 1 {
        let (first, middle) = (hull[hull.count - 2], hull[hull.count - 1])
        let before = Int128(middle.cost - first.cost) * Int128(middle.duration - point.duration)
        let after = Int128(point.cost - middle.cost) * Int128(first.duration - middle.duration)
        if before < after { break }
        hull.removeLast()
      }
      hull.append(point)
    }
    var scaled: [TimeCostActivity.Point] = []
    for (place, point) in hull.enumerated() {
      if place == 0 {
        scaled.append(.init(duration: point.duration, cost: point.cost * scale))
        continue
      }
      let before = hull[place - 1]
      let units = before.duration - point.duration
      let price = (point.cost - before.cost) * scale / units
      scaled.append(
        .init(duration: point.duration, cost: scaled[place - 1].cost + price * units))
    }
    return scaled
  }

  /// The cost of a duration on a hull; that of the nearest one when it is longer or shorter.
  ///
  /// - Complexity: O(points).
  static func cost(of duration: Int64, on hull: [TimeCostActivity.Point]) -> Int64 {
    guard let next = hull.firstIndex(where: { $0.duration <= duration }) else {
      return hull[hull.count - 1].cost
    }
    if next == 0 { return hull[0].cost }
    let (longer, shorter) = (hull[next - 1], hull[next])
    let price = (shorter.cost - longer.cost) / (longer.duration - shorter.duration)
    return longer.cost + price * (longer.duration - duration)
  }
}
