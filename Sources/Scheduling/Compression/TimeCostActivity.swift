/// What an activity may take, and the extra cost of each duration over that of the normal one.
///
/// Either every duration between the normal and the shortest one is possible, and each unit of time
/// costs at least as much as the one before (``convex(normal:pieces:)``); or there is a list of
/// alternatives and nothing between them (``alternatives(_:)``).
public struct TimeCostActivity: Hashable, Sendable {
  /// A stretch of units that can be given up, one like the other.
  public struct Piece: Hashable, Sendable {
    /// How many units.
    public let units: Int64
    /// What each of them costs, 0 or more.
    public let costPerUnit: Int64

    /// Makes a piece.
    public init(units: Int64, costPerUnit: Int64) {
      self.units = units
      self.costPerUnit = costPerUnit
    }
  }

  /// A duration with its extra cost.
  public struct Point: Hashable, Sendable {
    /// The duration.
    public let duration: Int64
    /// The extra cost over the normal duration.
    public let cost: Int64

    /// Makes a point.
    public init(duration: Int64, cost: Int64) {
      self.duration = duration
      self.cost = cost
    }
  }

  /// The longest duration, which costs nothing extra unless ``points`` say so.
  public var normal: Int64 { points[0].duration }
  /// The shortest duration.
  public var shortest: Int64 { points[points.count - 1].duration }
  /// Longest first: the durations where the price of a unit changes, or the alternatives.
  public let points: [Point]
  /// Whether the durations between the points are impossible.
  public let isDiscrete: Bool

  /// The cost of the shortest duration over the normal one.
  var largestCost: Int64 { points[points.count - 1].cost }

  /// An activity that cannot be made shorter.
  public static func fixed(_ duration: Int64) -> TimeCostActivity {
    convex(normal: duration, pieces: [])
  }

  /// An activity that can be given any duration down to the shortest.
  ///
  /// - Parameters:
  ///   - normal: the duration that costs nothing extra.
  ///   - pieces: what can be given up, in this order; none costs less than the one before.
  /// - Precondition: durations and prices are neither negative nor above
  ///   ``TimeCostProblem/largestNumber``; prices do not fall.
  public static func convex(normal: Int64, pieces: [Piece]) -> TimeCostActivity {
    let limit = 0...TimeCostProblem.largestNumber
    precondition(limit.contains(normal), "\(normal) is not a duration")
    var points = [Point(duration: normal, cost: 0)]
    var price: Int64 = 0
    for piece in pieces where piece.units != 0 {
      precondition(
        piece.units > 0 && limit.contains(piece.costPerUnit), "\(piece) cannot be given up")
      precondition(piece.costPerUnit >= price, "\(piece.costPerUnit) is below \(price) before it")
      let last = points[points.count - 1]
      let duration = last.duration - piece.units
      precondition(duration >= 0, "more is given up than the \(normal) units of the activity")
      let (cost, overflow) = piece.units.multipliedReportingOverflow(by: piece.costPerUnit)
      let (sum, overflowOfSum) = last.cost.addingReportingOverflow(cost)
      precondition(!overflow && !overflowOfSum, "the cost of the shortest duration is too large")
      if piece.costPerUnit == price, points.count > 1 { points.removeLast() }
      points.append(Point(duration: duration, cost: sum))
      price = piece.costPerUnit
    }
    return TimeCostActivity(points: points, isDiscrete: false)
  }

  /// An activity whose cost is known at some durations and runs evenly between them.
  ///
  /// Where a piece's cost is no multiple of its units, the cheaper units come first: of 7 units for
  /// 26, two cost 3 and five cost 4. So the cost of every duration is an integer.
  ///
  /// - Parameter points: longest first; costs from 0, rising at a rate that never falls.
  /// - Returns: nil when the durations do not fall, the costs do not begin at 0 or their rate falls.
  ///   When it falls only because of the rounding, costs in a smaller unit help.
  public static func convex(through points: [Point]) -> TimeCostActivity? {
    guard let first = points.first, first.cost == 0, first.duration >= 0 else { return nil }
    var pieces: [Piece] = []
    for (before, point) in zip(points, points.dropFirst()) {
      let units = before.duration - point.duration
      guard units > 0, point.duration >= 0, point.cost >= before.cost else { return nil }
      let (price, rest) = (point.cost - before.cost).quotientAndRemainder(dividingBy: units)
      pieces.append(Piece(units: units - rest, costPerUnit: price))
      if rest > 0 { pieces.append(Piece(units: rest, costPerUnit: price + 1)) }
    }
    for (before, piece) in zip(pieces, pieces.dropFirst())
    where before.costPerUnit > piece.costPerUnit { return nil }
    return convex(normal: first.duration, pieces: pieces)
  }

  /// An activity that is done in one of several ways.
  ///
  /// - Parameter points: the duration and cost of each, in any order; of those that are neither
  ///   shorter nor cheaper than another, one is kept. Costs need not begin at 0.
  /// - Precondition: at least one, and at most 64 that are kept; durations and costs are neither negative nor above
  ///   ``TimeCostProblem/largestNumber``.
  public static func alternatives(_ points: [Point]) -> TimeCostActivity {
    let limit = 0...TimeCostProblem.largestNumber
    precondition(!points.isEmpty, "an activity without alternatives")
    var kept: [Point] = []
    for point in points.sorted(by: { ($0.cost, $0.duration) < ($1.cost, $1.duration) }) {
      precondition(
        limit.contains(point.duration) && limit.contains(point.cost), "\(point) is no alternative")
      if let last = kept.last, point.duration >= last.duration { continue }
      kept.append(point)
    }
    precondition(kept.count <= 64, "\(kept.count) alternatives of one activity are more than 64")
    return TimeCostActivity(points: kept, isDiscrete: true)
  }

  private init(points: [Point], isDiscrete: Bool) {
    self.points = points
    self.isDiscrete = isDiscrete
  }

  /// The extra cost of a duration; nil when the activity cannot take it.
  ///
  /// - Complexity: O(points).
  public func cost(of duration: Int64) -> Int64? {
    if let point = points.first(where: { $0.duration == duration }) { return point.cost }
    guard !isDiscrete, let next = points.firstIndex(where: { $0.duration < duration }), next > 0
    else { return nil }
    let price =
      (points[next].cost - points[next - 1].cost)
      / (points[next - 1].duration - points[next].duration)
    return points[next - 1].cost + price * (points[next - 1].duration - duration)
  }
}
