/// Reads the parts of a value from bytes of text, without white space around it.
struct ValueScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var (first, last) = (0, bytes.count)
    while first < last, ValueScanner.isSpace(bytes[first]) { first += 1 }
    while last > first, ValueScanner.isSpace(bytes[last - 1]) { last -= 1 }
    position = first
    end = last
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  var isAtEnd: Bool { position == end }

  /// How many bytes are left.
  var count: Int { end - position }

  /// The next byte; 0 at the end.
  var next: UInt8 { position < end ? bytes[position] : 0 }

  /// Goes over a byte if it is the next.
  mutating func skip(_ byte: Character) -> Bool {
    guard position < end, bytes[position] == byte.asciiValue else { return false }
    position += 1
    return true
  }

  /// Goes over the next byte and returns it.
  mutating func take() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  /// A number of exactly so many digits.
  mutating func digits(_ count: Int) -> Int? {
    guard end - position >= count else { return nil }
    var value = 0
    for index in position..<position + count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    position += count
    return value
  }

  /// Digits, a point or comma, and more digits; at least one digit.
  ///
  /// - Returns: the number as `digits` with `decimals` of them after the point; nil when there is
  ///   no digit, or the whole part has more than eighteen. Decimals beyond the ninth are dropped,
  ///   `isExact` says whether any of them was not zero.
  mutating func unsignedDecimal() -> Decimal? {
    var number = Decimal()
    var whole = 0
    var hasDigits = false
    while position < end, bytes[position] &- 0x30 <= 9 {
      hasDigits = true
      if number.digits != 0 || bytes[position] != 0x30 { whole += 1 }
      guard whole <= 18 else { return nil }
      number.digits = number.digits * 10 + Int64(bytes[position] &- 0x30)
      position += 1
    }
    guard position < end, bytes[position] == 0x2E || bytes[position] == 0x2C else {
      return hasDigits ? number : nil
    }
    position += 1
    while position < end, bytes[position] &- 0x30 <= 9 {
      hasDigits = true
      let digit = Int64(bytes[position] &- 0x30)
      if number.decimals < 9, number.digits < 100_000_000_000_000_000 {
        number.digits = number.digits * 10 + digit
        number.decimals += 1
      } else if digit != 0 {
        number.isExact = false
      }
      position += 1
    }
    return hasDigits ? number : nil
  }

  /// A decimal number on its way into an integer.
  struct Decimal {
    var digits: Int64 = 0
    var decimals = 0
    var isExact = true

    /// The number times ten to a power, rounded half away from zero; nil when it does not fit.
    func scaled(byTenTo power: Int) -> (value: Int64, isExact: Bool)? {
      var shift = power - decimals
      var value = digits
      var isExact = isExact
      while shift > 0, value != 0 {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
        shift -= 1
      }
      guard shift < 0 else { return (value, isExact) }
      if shift < -18 { return (0, digits == 0 && isExact) }
      var divisor: Int64 = 1
      while shift < 0 {
        divisor *= 10
        shift += 1
      }
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
      if remainder != 0 { isExact = false }
      value = quotient + (remainder >= divisor - remainder ? 1 : 0)
      return (value, isExact)
    }
  }
}
