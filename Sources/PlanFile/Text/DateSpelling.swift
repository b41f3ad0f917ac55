import Planning
import Scheduling

/// Dates as people write them when they forget how a plan wants them.
enum DateSpelling {
  /// The date that a text such as `2027/3/31`, `2027年3月31日` or `20270331` means; nil when it means
  /// none.
  ///
  /// - Complexity: O(length).
  static func meant(by text: String) -> String? {
    guard text.utf8.count <= ReadingLimits.repairedCharacters else { return nil }
    let folded = halfWidth(text)
    var numbers = folded.split { !("0"..."9").contains($0) }.prefix(4).map(String.init)
    if numbers.count == 1, let only = numbers.first, only.count == 8 {
      numbers = [only.prefix(4), only.dropFirst(4).prefix(2), only.suffix(2)].map(String.init)
    }
    guard numbers.count == 3, numbers[0].count == 4, numbers[1].count <= 2, numbers[2].count <= 2,
      let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)?.description
  }

  /// For a day that does not exist, the last of its month: 2027-02-28 for 2027-02-30.
  static func nearestDay(to text: String) -> String? {
    let numbers = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]), numbers[2] > 28 else { return nil }
    let last = CivilDate.daysInMonth(numbers[1], of: numbers[0])
    return CivilDate(year: numbers[0], month: numbers[1], day: last)?.description
  }

  /// The text with full-width letters, digits and signs replaced by their ASCII forms.
  static func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      result.append(isFullWidth ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return String(result)
  }
}

/// Decimal numbers as integers in thousandths.
enum Decimals {
  /// Reads a number such as `12`, `+4`, `-0.5`, `1_200_000`; nil when the text is not one, has more
  /// than `decimals` decimal places or more than 15 digits before the point.
  ///
  /// - Complexity: O(length).
  static func thousandths(_ text: some StringProtocol, decimals: Int = 3) -> Int64? {
    var rest = Array(text.utf8)[...]
    var sign: Int64 = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    var value: Int64 = 0
    var digits = 0
    while let byte = rest.first, byte == UInt8(ascii: "_") || (48...57).contains(byte) {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: "_") { continue }
      digits += 1
      guard digits <= 15 else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    guard digits > 0 else { return nil }
    var scale: Int64 = 1000
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard !rest.isEmpty, rest.count <= decimals, rest.count <= 3 else { return nil }
      while let byte = rest.first, (48...57).contains(byte) {
        rest = rest.dropFirst()
        value = value * 10 + Int64(byte - 48)
        scale /= 10
      }
    }
    return rest.isEmpty ? sign * value * scale : nil
  }

  /// A number in thousandths as text, without superfluous zeros: the inverse of `thousandths(_:)`.
  static func text(_ thousandths: Int64) -> String {
    let magnitude = thousandths.magnitude
    var text = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
    guard magnitude % 1000 != 0 else { return text }
    var decimals = String(magnitude % 1000 + 1000).dropFirst()
    while decimals.last == "0" { decimals = decimals.dropLast() }
    text += ".\(decimals)"
    return text
  }
}
