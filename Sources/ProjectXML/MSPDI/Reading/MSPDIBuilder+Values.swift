internal import Scheduling

/// The text of the element that just ended, as a value. What is empty is absent; what is not
/// understood is absent too, and sets `unreadable`.
extension MSPDIBuilder {
  /// The text as it stands.
  mutating func string() -> String {
    if text.isCut { file.roundings.texts += 1 }
    if text.count > 15 { charge(32 + text.count) }
    return text.string
  }

  /// `1` or `0`.
  mutating func truth() -> Bool? {
    if let value = ValueText.truth(text.bytes) { return value }
    return failed(.truth)
  }

  /// A whole number.
  mutating func number(in range: ClosedRange<Int> = -0x7FFF_FFFF...0x7FFF_FFFF) -> Int? {
    rounded(byTenTo: 0, in: range)
  }

  /// The number of a kind or a unit.
  mutating func code() -> Int? { number(in: -127...127) }

  /// An amount of money, which the format states in hundredths of the currency.
  mutating func amount() -> Int? { rounded(byTenTo: 0, in: MSPDIBuilder.large) }

  /// A decimal number in millionths.
  mutating func millionths() -> Int? { rounded(byTenTo: 6, in: MSPDIBuilder.large) }

  private static let large = -1_000_000_000_000_000_000...1_000_000_000_000_000_000

  private mutating func rounded(byTenTo power: Int, in range: ClosedRange<Int>) -> Int? {
    guard let number = ValueText.number(text.bytes, byTenTo: power), range.contains(number.value)
    else { return failed(.number) }
    if !number.isExact { file.roundings.numbers += 1 }
    return number.value
  }

  /// A date with its time of day.
  mutating func instant() -> Instant? {
    guard let instant = ValueText.instant(text.bytes) else {
      return failed(ValueText.isOfOtherYear(text.bytes) ? .year : .date)
    }
    if !instant.isExact { file.roundings.dates += 1 }
    if instant.hadOffset { file.roundings.offsets += 1 }
    return instant.value
  }

  /// A time of day, in minutes; `isEnd` as in `ValueText.timeOfDay`.
  mutating func timeOfDay(isEnd: Bool) -> Int? {
    guard let time = ValueText.timeOfDay(text.bytes, isEnd: isEnd) else {
      return failed(.timeOfDay)
    }
    if !time.isExact { file.roundings.timesOfDay += 1 }
    return time.value
  }

  /// A duration, in seconds.
  mutating func duration() -> Int? {
    guard let duration = ValueText.duration(text.bytes) else { return failed(.duration) }
    if !duration.isExact { file.roundings.durations += 1 }
    return duration.value
  }

  private mutating func failed<Value>(_ value: ReadingMessage.Value) -> Value? {
    let isEmpty = text.bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if !isEmpty { unreadable = value }
    return nil
  }
}
