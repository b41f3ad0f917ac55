/// What programs take a text without quotes for.
enum YAMLMeaning {
  /// Whether YAML 1.1 or 1.2 gives a text without quotes a meaning of its own: nothing, a truth
  /// value, a number, a date, a merge.
  ///
  /// Source: the types of YAML 1.1 (https://yaml.org/type/) and the core schema of YAML 1.2.2, §10.3.
  ///
  /// - Complexity: O(length); O(1) for nearly all texts.
  static func isOther(than text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return isNumber(text.utf8[...]) || isDate(text)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): return isNumber(text.utf8[...])
    case UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "<"):
      return text == "~" || text == "=" || text == "<<"
    default:
      guard text.utf8.count <= 5, "nNyYtTfFoO".utf8.contains(first) else { return false }
      return words.contains(text)
    }
  }

  private static let words = Set(
    ["null", "y", "n", "yes", "no", "true", "false", "on", "off"].flatMap {
      [$0, $0.uppercased(), String($0.prefix(1)).uppercased() + $0.dropFirst()]
    })

  /// Whole numbers in four bases, decimals, exponents, infinities, and numbers to the base 60.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let lowercase = String(decoding: rest.prefix(4).map { $0 | 0x20 }, as: UTF8.self)
    if rest.count == 4, lowercase == ".inf" || lowercase == ".nan" { return true }
    if rest.first == UInt8(ascii: "0"), let letter = rest.dropFirst().first {
      let digits = rest.dropFirst(2)
      switch letter {
      case UInt8(ascii: "x"): return isRun(digits) { isDigit($0) || (97...102).contains($0 | 0x20) }
      case UInt8(ascii: "o"): return isRun(digits) { (48...55).contains($0) }
      case UInt8(ascii: "b"): return isRun(digits) { $0 == 48 || $0 == 49 }
      default: break
      }
    }
    let whole = rest.prefix { isDigit($0) || $0 == underscore }
    let hasWhole = whole.contains(where: isDigit)
    rest = rest.dropFirst(whole.count)
    if hasWhole, rest.first == UInt8(ascii: ":") { return isBase60(rest) }
    var hasFraction = false
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) || $0 == underscore }
      hasFraction = fraction.contains(where: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard hasWhole || hasFraction else { return false }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return isRun(rest, of: isDigit)
  }

  /// `:30:45.5`, what follows the first number.
  private static func isBase60(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    while rest.first == UInt8(ascii: ":") {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard (1...2).contains(digits.count) else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return rest.allSatisfy { isDigit($0) || $0 == underscore || $0 == UInt8(ascii: ".") }
  }

  /// `2029-01-01`, also with one digit for month or day, alone or followed by a time of day.
  private static func isDate(_ text: String) -> Bool {
    var rest = text.utf8[...]
    for (digits, isLast) in [(4...4, false), (1...2, false), (1...2, true)] {
      let number = rest.prefix(while: isDigit)
      guard digits.contains(number.count) else { return false }
      rest = rest.dropFirst(number.count)
      if isLast { break }
      guard rest.first == UInt8(ascii: "-") else { return false }
      rest = rest.dropFirst()
    }
    guard let separator = rest.first else { return true }
    guard separator == UInt8(ascii: " ") || separator | 0x20 == UInt8(ascii: "t") else {
      return false
    }
    let time = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
    return time.prefix(while: isDigit).count > 0 && time.contains(UInt8(ascii: ":"))
  }

  private static func isRun(
    _ text: Substring.UTF8View, of isDigit: (UInt8) -> Bool
  ) -> Bool {
    !text.isEmpty && text.allSatisfy { isDigit($0) || $0 == underscore }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static let underscore = UInt8(ascii: "_")
}
