/// Reading and writing durations: `90m 8h 60d 12w 3mo`, `10ed 2ew`, `P3M P1Y6M`.
extension PlanDuration {
  /// Reads a duration; nil when the text is not one.
  ///
  /// Up to three decimal places (`1.5d`) and a leading sign are accepted; a sign has a meaning
  /// only for lags.
  ///
  /// - Complexity: O(length).
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var sign: Int64 = 1
    if let first = rest.first, first == "+" || first == "-" || first == "−" {
      sign = first == "+" ? 1 : -1
      rest = rest.dropFirst()
    }
    if rest.first == "P" {
      guard let months = PlanDuration.calendarMonths(rest.dropFirst()) else { return nil }
      self.init(thousandths: sign * months * 1000, .calendarMonths)
      return
    }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let amount = PlanDuration.thousandths(of: number),
      let unit = Unit(rawValue: String(rest.dropFirst(number.count))), unit != .calendarMonths
    else { return nil }
    self.init(thousandths: sign * amount, unit)
  }

  /// Reads a decimal number without sign as thousandths; at most three decimal places, at most
  /// 12 digits before the point.
  static func thousandths(of text: Substring) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 12, let units = Int64(whole)
    else { return nil }
    guard parts.count == 2 else { return units * 1000 }
    let decimals = parts[1]
    guard (1...3).contains(decimals.count), let fraction = Int64(decimals) else { return nil }
    let scale: [Int64] = [100, 10, 1]
    return units * 1000 + fraction * scale[decimals.count - 1]
  }

  private static func calendarMonths(_ text: Substring) -> Int64? {
    var rest = text
    var months: Int64 = 0
    var found = false
    for (letter, factor) in [(Character("Y"), Int64(12)), (Character("M"), Int64(1))] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int64(digits), digits.count <= 4 else { continue }
      guard rest.dropFirst(digits.count).first == letter else { continue }
      months += number * factor
      rest = rest.dropFirst(digits.count + 1)
      found = true
    }
    return found && rest.isEmpty ? months : nil
  }

  /// The duration as the plan format writes it: `60d`, `1.5h`, `P3M`.
  public var text: String {
    let sign = thousandths < 0 ? "-" : ""
    let magnitude = thousandths.magnitude
    if unit == .calendarMonths { return "\(sign)P\(magnitude / 1000)M" }
    var number = "\(magnitude / 1000)"
    if magnitude % 1000 != 0 {
      var decimals = String(magnitude % 1000 + 1000).dropFirst()
      while decimals.last == "0" { decimals = decimals.dropLast() }
      number += ".\(decimals)"
    }
    return "\(sign)\(number)\(unit.rawValue)"
  }
}
