extension PlanCompression.ExactAmount: Comparable, AdditiveArithmetic {
  /// Nothing.
  public static let zero = PlanCompression.ExactAmount(0)

  /// Whether the first amount is the smaller one.
  public static func < (left: Self, right: Self) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }

  /// Whether they are the same amount, however it is written.
  public static func == (left: Self, right: Self) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      == Int128(right.numerator) * Int128(left.denominator)
  }

  /// The sum, in lowest terms; where its terms are too large for 64 bits it is rounded up to a
  /// whole.
  public static func + (left: Self, right: Self) -> Self {
    let above =
      Int128(left.numerator) * Int128(right.denominator)
      + Int128(right.numerator) * Int128(left.denominator)
    let below = Int128(left.denominator) * Int128(right.denominator)
    let common = Int128.commonDivisor(above, below)
    if let above = Int64(exactly: above / common), let below = Int64(exactly: below / common) {
      return Self(above, over: below)
    }
    let (whole, rest) = above.quotientAndRemainder(dividingBy: below)
    return Self(Int64(clamping: rest > 0 ? whole + 1 : whole))
  }

  /// The difference, as the sum.
  public static func - (left: Self, right: Self) -> Self {
    left + Self(-right.numerator, over: right.denominator)
  }

  /// Hashes the amount in lowest terms.
  public func hash(into hasher: inout Hasher) {
    let common = max(1, numerator.commonDivisor(denominator))
    hasher.combine(numerator / common)
    hasher.combine(denominator / common)
  }
}

extension PlanCompression.ExactAmount {
  /// Whether it is no dearer than a bound, but for a hundred-millionth: where exact prices of units
  /// are too large to work with, bounds round them down.
  func isAsLowAs(_ bound: Self) -> Bool {
    let gap = self - bound
    if gap <= .zero { return true }
    let own = Int128(numerator.magnitude) * Int128(gap.denominator)
    return Int128(gap.numerator) * Int128(denominator) * 100_000_000 <= own
  }
}

extension Int128 {
  /// The greatest number that divides both; of zero and a number, the number.
  fileprivate static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (larger, smaller) = (first.magnitude, second.magnitude)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return Int128(Swift.max(1, larger))
  }
}
