internal import Scheduling

/// How values stand in the text of an element. Liberal in spelling, exact in meaning.
///
/// Each function takes the whole text, white space around it allowed, and returns nil when it does
/// not understand it. Nothing is allocated.
enum ValueText {
  /// A value, and whether it is exactly what the text says.
  struct Reading<Value> {
    var value: Value
    var isExact = true
  }

  /// `1`, `0`, `true`, `false` in any case.
  static func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var scanner = ValueScanner(bytes)
    switch scanner.count {
    case 1:
      let byte = scanner.take()
      return byte == 0x31 ? true : byte == 0x30 ? false : nil
    case 2:  // Visual Basic's true
      return scanner.skip("-") && scanner.skip("1") ? true : nil
    case 4, 5:
      let word = scanner.count == 4 ? "true" : "false"
      for letter in word.utf8 where scanner.take() | 0x20 != letter { return nil }
      return word == "true"
    default: return nil
    }
  }

  /// A number times ten to a power, rounded to the nearest integer: `-12`, `1.00`, `2.5E3`.
  static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, byTenTo power: Int = 0
  ) -> Reading<Int>? {
    var scanner = ValueScanner(bytes)
    let isNegative = scanner.skip("-")
    if !isNegative { _ = scanner.skip("+") }
    guard let decimal = scanner.unsignedDecimal() else { return nil }
    var power = power
    if scanner.next | 0x20 == 0x65 {
      _ = scanner.take()
      let isNegative = scanner.skip("-")
      if !isNegative { _ = scanner.skip("+") }
      guard (1...2).contains(scanner.count), let exponent = scanner.digits(scanner.count)
      else { return nil }
      power += isNegative ? -exponent : exponent
    }
    guard scanner.isAtEnd, let (value, isExact) = decimal.scaled(byTenTo: power) else { return nil }
    return Reading(value: isNegative ? -Int(value) : Int(value), isExact: isExact)
  }
}

extension ValueText {
  /// An instant, and what of it was dropped.
  struct InstantReading {
    var value: Instant
    var isExact = true
    var hadOffset = false
  }

  /// The years whose dates are understood.
  static let years = 1...5999

  /// `YYYY-MM-DDTHH:MM:SS`, with less or more of the time, a fraction, and an offset from UTC that
  /// is dropped: the minutes since 1970 of the time as written, to the nearest minute.
  static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> InstantReading? {
    var scanner = ValueScanner(bytes)
    guard let year = scanner.digits(4), years.contains(year), scanner.skip("-"),
      let month = scanner.digits(2), scanner.skip("-"), let day = scanner.digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let midnight = date.dayNumber * 1440
    if scanner.isAtEnd { return InstantReading(value: Instant(minutes: Int32(midnight))) }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let time = timeOfDay(&scanner)
    else { return nil }
    let minute = time.minute + (time.second >= 30 ? 1 : 0)
    var reading = InstantReading(
      value: Instant(minutes: Int32(midnight + minute)),
      isExact: time.second == 0 && !time.hasFraction)
    if scanner.isAtEnd { return reading }
    reading.hadOffset = true
    if scanner.skip("Z") || scanner.skip("z") { return scanner.isAtEnd ? reading : nil }
    guard scanner.skip("+") || scanner.skip("-"), let hours = scanner.digits(2), hours <= 14
    else { return nil }
    _ = scanner.skip(":")
    guard scanner.isAtEnd || scanner.digits(2) != nil, scanner.isAtEnd else { return nil }
    return reading
  }

  /// Whether a text is a date but for its year, which is none of `years`: year 0, or one of five
  /// and more digits, or one before year 1, as XML Schema writes them.
  static func isOfOtherYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = ValueScanner(bytes)
    let isBefore = scanner.skip("-")
    var (year, digits) = (0, 0)
    while let digit = scanner.digits(1) {
      year = min(year * 10 + digit, years.upperBound + 1)
      digits += 1
    }
    guard digits >= 4, isBefore || !years.contains(year), scanner.skip("-"),
      let month = scanner.digits(2), (1...12).contains(month), scanner.skip("-"),
      let day = scanner.digits(2), (1...31).contains(day)
    else { return false }
    return scanner.isAtEnd || scanner.next | 0x20 == 0x74 || scanner.next == 0x20
  }

  /// `HH:MM:SS`, with or without the seconds: the minute of the day.
  ///
  /// - Parameter isEnd: midnight is the end of the day, and seconds go up to the next minute.
  static func timeOfDay(
    _ bytes: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) -> Reading<Int>? {
    var scanner = ValueScanner(bytes)
    guard let time = timeOfDay(&scanner), scanner.isAtEnd else { return nil }
    let isExact = time.second == 0 && !time.hasFraction
    let isUp = isEnd ? !isExact : time.second >= 30
    let minute = time.minute + (isUp ? 1 : 0)
    return Reading(value: isEnd && minute == 0 ? 1440 : minute, isExact: isExact)
  }

  private static func timeOfDay(
    _ scanner: inout ValueScanner
  ) -> (minute: Int, second: Int, hasFraction: Bool)? {
    guard let hour = scanner.digits(2), hour <= 24, scanner.skip(":"),
      let minute = scanner.digits(2), minute <= 59
    else { return nil }
    var second = 0
    var hasFraction = false
    if scanner.skip(":") {
      guard let stated = scanner.digits(2), stated <= 59 else { return nil }
      second = stated
      if scanner.skip(".") || scanner.skip(",") {
        guard scanner.next &- 0x30 <= 9 else { return nil }
        while scanner.next &- 0x30 <= 9 {
          if scanner.take() != 0x30 { hasFraction = true }
        }
      }
    }
    if hour == 24, minute + second > 0 || hasFraction { return nil }
    return (hour * 60 + minute, second, hasFraction)
  }
}

extension ValueText {
  /// `PT8H0M0S`, `P1DT2H`, `PT8.5H`, with a sign: seconds, to the nearest. A day is 24 hours, a
  /// week seven days; years and months have no length of their own and are not understood.
  static func duration(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading<Int>? {
    var scanner = ValueScanner(bytes)
    let isNegative = scanner.skip("-")
    guard scanner.skip("P"), !scanner.isAtEnd else { return nil }
    var whole: Int64 = 0
    /// Thousand-millionths of a second.
    var parts: Int64 = 0
    var isExact = true
    var isTime = false
    while !scanner.isAtEnd {
      if !isTime, scanner.skip("T") { isTime = true }
      guard let number = scanner.unsignedDecimal(), !scanner.isAtEnd else { return nil }
      let unit: Int64
      switch (scanner.take(), isTime) {
      case (0x57, false): unit = 604_800
      case (0x44, false): unit = 86_400
      case (0x48, true): unit = 3_600
      case (0x4D, true): unit = 60
      case (0x53, true): unit = 1
      case (0x59, false), (0x4D, false):
        guard number.digits == 0 else { return nil }
        unit = 0
      default: return nil
      }
      let divisor = powersOfTen[number.decimals]
      let (units, fraction) = number.digits.quotientAndRemainder(dividingBy: divisor)
      guard units < longest / max(unit, 1) else { return nil }
      whole += units * unit
      parts += fraction * (1_000_000_000 / divisor) * unit
      if !number.isExact { isExact = false }
    }
    let (seconds, rest) = parts.quotientAndRemainder(dividingBy: 1_000_000_000)
    whole += seconds + (rest >= 500_000_000 ? 1 : 0)
    guard whole <= longest else { return nil }
    return Reading(value: Int(isNegative ? -whole : whole), isExact: isExact && rest == 0)
  }

  /// The longest duration that is understood, in seconds: some three million years.
  private static let longest: Int64 = 100_000_000_000_000

  private static let powersOfTen: [Int64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
