import Foundation
import Testing

@testable import Planning

@Suite("Powers in whole numbers")
struct FixedPowerTests {
  /// Sizes from a thousandth to two hundred thousand, coefficients and exponents of all rules.
  @Test(
    "a power is that of Foundation within a millionth, or half a thousandth",
    arguments: [
      (2.94, 1.0997), (2.94, 0.91), (2.94, 1.2262), (3.67, 0.31794), (2.4, 0.333333333),
      (2.5829, 0.3202), (1.9287, 0.3616), (1.0, 1.0), (0.001, 1.5),
    ])
  func power(coefficient: Double, exponent: Double) {
    var base: Int64 = 1
    while base <= 200_000_000 {
      let expected = coefficient * pow(Double(base) / 1000, exponent) * 1000
      let found = FixedPower.power(
        coefficient: Int64((coefficient * 1e6).rounded()), base: base,
        exponent: Int64((exponent * 1e9).rounded()))
      #expect(abs(Double(found) - expected) <= max(0.501, expected * 1e-6), "\(base)")
      base += base / 7 + 1
    }
  }

  @Test("the logarithm is right to 38 binary places")
  func logarithm() {
    for shift: UInt64 in 0..<60 {
      for odd: UInt64 in [1, 3, 5, 7, 11, 13] where (odd << shift) >> shift == odd {
        let value = odd << shift
        let found = Double(FixedPower.logarithm(of: value)) / pow(2, 40)
        #expect(abs(found - log2(Double(value))) < pow(2, -38), "\(value)")
      }
    }
    #expect(FixedPower.logarithm(of: 1) == 0)
    #expect(FixedPower.logarithm(of: 1 << 63) == 63 << 40)
    #expect(FixedPower.logarithm(of: UInt64.max) <= 64 << 40)
  }

  @Test("a root undoes a power")
  func root() {
    for base: Int64 in [1000, 50_000, 8_850_000, 20_800_000, 1_000_000_000] {
      for (coefficient, exponent): (Int64, Int64) in [
        (3_670_000, 317_940_000), (2_400_000, 333_333_333), (1_928_700, 361_600_000),
        (2_940_000, 1_099_700_000),
      ] {
        let value = FixedPower.power(coefficient: coefficient, base: base, exponent: exponent)
        let back = FixedPower.root(coefficient: coefficient, value: value, exponent: exponent)
        // The value is rounded to a thousandth, the root magnifies that.
        let allowed = Double(base) * 4 / Double(value) + 2
        #expect(abs(Double(back - base)) <= allowed)
      }
    }
  }

  @Test("nothing is zero, and the largest input does not overflow")
  func extremes() {
    #expect(FixedPower.power(coefficient: 0, base: 5, exponent: 1) == 0)
    #expect(FixedPower.power(coefficient: 5, base: 0, exponent: 1) == 0)
    #expect(
      FixedPower.power(coefficient: .max, base: .max, exponent: .max) == ThreePoint.limit)
    #expect(FixedPower.power(coefficient: 1, base: 1, exponent: .max) == 0)
    #expect(FixedPower.root(coefficient: 1, value: .max, exponent: 1) == ThreePoint.limit)
    #expect(FixedPower.root(coefficient: 1, value: 1, exponent: 0) == 0)
    #expect(ThreePoint(.max).times(ThreePoint(.max)).high == ThreePoint.limit)
    #expect(ThreePoint(5).divided(by: .zero).mode == ThreePoint.limit)
  }

  @Test("parts add up to the whole, and stay in order")
  func parts() {
    for whole: Int64 in [0, 1, 2, 7, 1000, 999_999_999] {
      let value = ThreePoint(low: whole / 2, mode: whole, high: whole * 3 + 1)
      for parts in [
        value.split(into: 3), value.split(by: [120, 200, 280, 280, 120]), value.split(by: [0, 0]),
        value.split(by: [5]),
      ] {
        #expect(parts.reduce(.zero, +) == value)
        #expect(parts.allSatisfy { $0.low <= $0.mode && $0.mode <= $0.high })
      }
    }
  }
}
