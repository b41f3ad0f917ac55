/// The least extra cost of every duration of a project, from its normal to its shortest one.
///
/// Between two points it is a straight line, and each unit of time costs more than the one before:
/// ``CompressionCurve/Point/slope``. From point to point activities give up time; some get back what they gave up
/// before, because another way has become the cheaper one.
public struct CompressionCurve: Sendable {
  /// What changes for an activity.
  public struct Change: Hashable, Sendable {
    /// The activity.
    public let activity: Int32
    /// By how much it takes longer; negative when it gives time up.
    public let by: Int64
    /// What that costs; negative when it gets time back.
    public let cost: Int64

    /// Makes a change.
    public init(activity: Int32, by: Int64, cost: Int64) {
      self.activity = activity
      self.by = by
      self.cost = cost
    }
  }

  /// A duration at which the price of the next unit changes.
  public struct Point: Hashable, Sendable {
    /// The project's duration.
    public let duration: Int64
    /// The least extra cost over all normal durations.
    public let cost: Int64
    /// What the next unit of time costs; nil at the shortest duration.
    public let slope: Int64?
    /// What changed since the point before, by activity; empty at the first point.
    public let changes: [Change]

    /// Makes a point.
    public init(duration: Int64, cost: Int64, slope: Int64?, changes: [Change]) {
      self.duration = duration
      self.cost = cost
      self.slope = slope
      self.changes = changes
    }
  }

  /// The points, longest duration first.
  public let points: [Point]
  /// By activity, what it takes at the first point.
  public let firstDurations: [Int64]
  /// The certificate at the first point and what changed to the next ones; empty unless asked for.
  let certificates: (first: CompressionCertificate, changes: [[(item: Int32, by: Int64)]])?

  /// By activity, what it takes at a point.
  ///
  /// - Complexity: O(activities + changes up to the point).
  public func durations(at index: Int) -> [Int64] {
    var durations = firstDurations
    for point in points[...index] {
      for change in point.changes { durations[Int(change.activity)] += change.by }
    }
    return durations
  }

  /// The proof of a point's cost; nil unless the curve was made with certificates.
  ///
  /// - Complexity: O(constraints + activities + changes up to the point).
  public func certificate(at index: Int) -> CompressionCertificate? {
    guard var certificate = certificates?.first, let changes = certificates?.changes else {
      return nil
    }
    for change in changes[..<index].joined() { certificate[change.item] += change.by }
    return certificate
  }

  /// The least extra cost of a duration; nil when the project cannot be so short.
  ///
  /// - Complexity: O(log points).
  public func cost(atMost duration: Int64) -> Int64? {
    guard let last = points.last, duration >= last.duration else { return nil }
    // The last point that is not shorter.
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].duration >= duration { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return points[0].cost }
    let point = points[low - 1]
    return point.cost + (point.slope ?? 0) * (point.duration - duration)
  }
}
