/// How sure a reader wants to be of an estimate.
public enum EstimateLevel: String, Hashable, Sendable, CaseIterable {
  /// Everything goes well.
  case low
  /// The most likely.
  case mode
  /// Everything goes badly.
  case high
}

/// A low, a most likely and a high value, in thousandths of a unit; never below zero, and in order.
public struct ThreePoint: Hashable, Sendable {
  /// No value is above this: ten thousand million person-months. Sums of many values stay far from
  /// overflow.
  public static let limit: Int64 = 10_000_000_000_000

  /// Nothing.
  public static let zero = ThreePoint(0)

  /// The low value.
  public let low: Int64
  /// The most likely value.
  public let mode: Int64
  /// The high value.
  public let high: Int64

  /// Makes an estimate of three values in any order of size; the middle one is the mode.
  public init(low: Int64, mode: Int64, high: Int64) {
    func bounded(_ value: Int64) -> Int64 { max(0, min(ThreePoint.limit, value)) }
    self.mode = bounded(mode)
    self.low = min(bounded(low), bounded(mode), bounded(high))
    self.high = max(bounded(low), bounded(mode), bounded(high))
  }

  /// Makes a value that is known.
  public init(_ value: Int64) { self.init(low: value, mode: value, high: value) }

  /// Makes an estimate from one function of the level.
  init(_ value: (EstimateLevel) -> Int64) {
    self.init(low: value(.low), mode: value(.mode), high: value(.high))
  }

  /// One of the three values.
  public func value(_ level: EstimateLevel) -> Int64 {
    switch level {
    case .low: low
    case .mode: mode
    case .high: high
    }
  }

  /// Low with low, mode with mode, high with high: the parts go well or badly together.
  public static func + (first: ThreePoint, second: ThreePoint) -> ThreePoint {
    ThreePoint { first.value($0) + second.value($0) }
  }

  /// The product with a number in thousandths.
  func times(_ factor: ThreePoint) -> ThreePoint {
    ThreePoint { ThreePoint.product(value($0), factor.value($0)) }
  }

  /// The quotient by a number in thousandths; the low value is divided by the high one.
  func divided(by divisor: ThreePoint) -> ThreePoint {
    ThreePoint(
      low: ThreePoint.quotient(low, divisor.high), mode: ThreePoint.quotient(mode, divisor.mode),
      high: ThreePoint.quotient(high, divisor.low))
  }

  /// Less certain by a factor in thousandths: the low value divided, the high one multiplied.
  func widened(by factor: ThreePoint) -> ThreePoint {
    ThreePoint(
      low: ThreePoint.quotient(low, max(1000, factor.mode)), mode: mode,
      high: ThreePoint.product(high, max(1000, factor.mode)))
  }

  /// How much more than another estimate, level by level; nothing where it is less.
  func excess(over other: ThreePoint) -> ThreePoint {
    let low = max(0, low - other.low)
    let mode = max(low, mode - other.mode)
    return ThreePoint(low: low, mode: mode, high: max(mode, high - other.high))
  }

  /// In equal parts whose sum is the whole to the last thousandth.
  func split(into count: Int) -> [ThreePoint] {
    let count = Int64(max(1, count))
    return (0..<count).map { part in ThreePoint { (value($0) + count - 1 - part) / count } }
  }

  /// In parts as large as weights are to each other, whose sum is the whole; in equal parts when
  /// all weights are zero.
  func split(by weights: [Int64]) -> [ThreePoint] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard sum > 0 else { return split(into: weights.count) }
    var before: Int128 = 0
    return weights.map { weight in
      let after = before + Int128(weight)
      defer { before = after }
      return ThreePoint { level in
        let whole = Int128(value(level))
        return Int64(whole * after / sum - whole * before / sum)
      }
    }
  }

  private static func product(_ first: Int64, _ second: Int64) -> Int64 {
    Int64(min(Int128(limit), (Int128(first) * Int128(second) + 500) / 1000))
  }

  private static func quotient(_ value: Int64, _ divisor: Int64) -> Int64 {
    guard divisor > 0 else { return limit }
    return Int64(min(Int128(limit), (Int128(value) * 2000 / Int128(divisor) + 1) / 2))
  }
}
