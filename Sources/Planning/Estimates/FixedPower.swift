/// Powers and logarithms in whole numbers, the same on every machine.
///
/// The rules for effort and time are powers of a size. Logarithms to base 2 are kept with 40 binary
/// places; what comes out is within 10⁻⁹ of the true value, relatively, plus the rounding of the
/// last unit.
///
/// - Source: D. E. Knuth, *The Art of Computer Programming* 1, 1.2.2, exercises 25 and 28: the
///   logarithm by repeated squaring, the power by products of roots of two.
enum FixedPower {
  /// Binary places of a logarithm.
  static let places = 40
  /// Binary places of a factor between 1 and 2.
  private static let factorPlaces: UInt64 = 62

  /// The logarithm to base 2 of a number above zero, with 40 binary places.
  ///
  /// - Complexity: O(1): 40 squarings.
  static func logarithm(of value: UInt64) -> Int64 {
    precondition(value > 0, "zero has no logarithm")
    let exponent = Int64(63 - value.leadingZeroBitCount)
    // The number as a factor of at least 1 and below 2.
    var factor = (value << UInt64(value.leadingZeroBitCount)) >> (63 - factorPlaces)
    var result = exponent
    for _ in 0..<places {
      let square = factor.multipliedFullWidth(by: factor)
      factor = square.high << (64 - factorPlaces) | square.low >> factorPlaces
      result <<= 1
      if factor >> (factorPlaces + 1) != 0 {
        factor >>= 1
        result += 1
      }
    }
    return result
  }

  /// `scale · 2^exponent`, rounded to the nearest whole number; at most `limit`.
  ///
  /// - Parameters:
  ///   - exponent: with 40 binary places.
  ///   - scale: above zero.
  /// - Complexity: O(1): at most 40 products.
  static func exponential(_ exponent: Int64, scale: UInt64, limit: UInt64) -> UInt64 {
    let whole = exponent >> Int64(places)
    var factor: UInt64 = 1 << factorPlaces
    for (index, root) in roots.enumerated() {
      guard exponent & (1 << Int64(places - 1 - index)) != 0 else { continue }
      let product = factor.multipliedFullWidth(by: root)
      factor = product.high << (64 - factorPlaces) | product.low >> factorPlaces
    }
    let shift = Int64(factorPlaces) - whole
    let product = UInt128(factor) * UInt128(scale)
    if shift >= 128 { return 0 }
    if shift <= 0 { return limit }
    let half = UInt128(1) << UInt128(shift - 1)
    return UInt64(min(UInt128(limit), (product + half) >> UInt128(shift)))
  }

  /// The square root of 2, its square root, and so on, one for each binary place.
  private static let roots: [UInt64] = {
    var roots: [UInt64] = []
    var last = UInt128(2) << UInt128(factorPlaces)
    for _ in 0..<places {
      let root = squareRoot(last << UInt128(factorPlaces))
      roots.append(UInt64(root))
      last = root
    }
    return roots
  }()

  /// The largest whole number whose square is not above a value.
  private static func squareRoot(_ value: UInt128) -> UInt128 {
    guard value > 0 else { return 0 }
    var root = UInt128(1) << UInt128((129 - value.leadingZeroBitCount) / 2)
    while true {
      let next = (root + value / root) / 2
      if next >= root { return root }
      root = next
    }
  }

  /// `coefficient · base^exponent` in thousandths; 0 when the base or the coefficient is.
  ///
  /// - Parameters:
  ///   - coefficient: in millionths.
  ///   - base: in thousandths.
  ///   - exponent: in thousand-millionths (10⁻⁹).
  static func power(coefficient: Int64, base: Int64, exponent: Int64) -> Int64 {
    guard coefficient > 0, base > 0 else { return 0 }
    let logarithm = logarithm(of: UInt64(base)) - thousand
    let raised = Int128(logarithm) * Int128(exponent) / 1_000_000_000
    return scaled(Int128(coefficientLogarithm(coefficient)) + raised)
  }

  /// The base in thousandths for which `coefficient · base^exponent` is a value in thousandths.
  static func root(coefficient: Int64, value: Int64, exponent: Int64) -> Int64 {
    guard coefficient > 0, value > 0, exponent > 0 else { return 0 }
    let logarithm =
      logarithm(of: UInt64(value)) - thousand - coefficientLogarithm(coefficient)
    return scaled(Int128(logarithm) * 1_000_000_000 / Int128(exponent))
  }

  private static let thousand = logarithm(of: 1_000)
  private static func coefficientLogarithm(_ millionths: Int64) -> Int64 {
    logarithm(of: UInt64(millionths)) - 2 * thousand
  }

  /// Two to a power, in thousandths.
  private static func scaled(_ exponent: Int128) -> Int64 {
    let bound = Int128(64) << Int128(places)
    let exponent = Int64(max(-bound, min(bound, exponent)))
    return Int64(exponential(exponent, scale: 1_000, limit: UInt64(ThreePoint.limit)))
  }
}
