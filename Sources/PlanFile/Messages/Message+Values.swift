import Planning

/// Messages about single values: durations, dates, numbers, choices.
extension Message {
  static func duration(_ text: String) -> Message {
    let number = leadingNumber(text) ?? "60"
    return Message(
      "duration", en: "\"\(shown(text))\" is not a duration", ja: "「\(shown(text))」は期間ではありません",
      maybe: Advice(
        en: "\(number)d (working days), \(number)ed (elapsed days) or P2M (calendar months).",
        ja: "\(number)d（稼働日）、\(number)ed（暦日）、P2M（暦月）"))
  }

  static func negativeDuration(_ text: String) -> Message {
    Message(
      "negative-duration", en: "the duration \(shown(text)) is negative",
      ja: "期間 \(shown(text)) が負です",
      maybe: Advice("\(shown(String(text.dropFirst())))"))
  }

  static func durationTooLong(_ text: String) -> Message {
    Message(
      "duration", en: "\(shown(text)) is more than 190 years", ja: "\(shown(text)) は 190 年を超えています")
  }

  static func date(_ text: String, _ failure: PlanDate.Failure) -> Message {
    switch failure {
    case .malformed:
      return Message(
        "date", en: "\"\(shown(text))\" is not a date", ja: "「\(shown(text))」は日付ではありません",
        maybe: DateSpelling.meant(by: text).map { Advice($0) }
          ?? Advice(anyOf: ["2027-03-31", "2027-03-31T18:00"]))
    case .impossible:
      return Message(
        "date", en: "there is no \(shown(text))", ja: "\(shown(text)) という日時はありません",
        maybe: DateSpelling.nearestDay(to: text).map { Advice($0) })
    case .outOfRange:
      return Message(
        "date-range", en: "\(shown(text)) lies outside the years 1900 to 2999",
        ja: "\(shown(text)) は 1900〜2999 年の外です")
    }
  }

  static func number(_ text: String, range: ClosedRange<Int64>, decimals: Int) -> Message {
    let (enKind, jaKind) = decimals == 0 ? ("a whole number", "整数") : ("a number", "数")
    let folded = DateSpelling.halfWidth(String(text.prefix(ReadingLimits.repairedCharacters)))
    let digits = String(folded.filter { ("0"..."9").contains($0) || $0 == "." })
    let isReadable = Decimals.thousandths(digits, decimals: decimals).map(range.contains) ?? false
    return Message(
      "number",
      en: "\"\(shown(text))\" is not \(enKind) from \(plain(range.lowerBound)) "
        + "to \(plain(range.upperBound))",
      ja: "「\(shown(text))」は \(plain(range.lowerBound))〜\(plain(range.upperBound)) の"
        + "\(jaKind)ではありません",
      maybe: isReadable ? Advice(digits) : nil)
  }

  static func currency(_ text: String) -> Message {
    Message(
      "currency", en: "\"\(shown(text))\" is not a currency of three capital letters",
      ja: "「\(shown(text))」は三文字の通貨記号ではありません", maybe: Advice("JPY"))
  }

  static func boolean(_ text: String) -> Message {
    Message(
      "boolean", en: "\"\(shown(text))\" is neither true nor false",
      ja: "「\(shown(text))」は true でも false でもありません", maybe: Advice("true"))
  }

  static func choice(_ text: String, of choices: [String], nearest: String?) -> Message {
    Message(
      "choice", en: "\"\(shown(text))\" is none of the values that are possible here",
      ja: "「\(shown(text))」はここで使える値ではありません",
      maybe: nearest.map { Advice($0) } ?? Advice(anyOf: choices))
  }

  /// A number in thousandths for people.
  private static func plain(_ thousandths: Int64) -> String {
    String(PlanDuration(thousandths: thousandths, .days).text.dropLast())
  }

  private static func leadingNumber(_ text: String) -> String? {
    let digits = DateSpelling.halfWidth(String(text.prefix(20))).prefix { ("0"..."9").contains($0) }
    return digits.isEmpty || digits.count > 6 ? nil : String(digits)
  }
}
