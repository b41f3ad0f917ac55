/// Messages about calendars.
extension Message {
  static func weekday(_ text: String, nearest: String?) -> Message {
    Message(
      "weekday", en: "\"\(shown(text))\" is not a day of the week",
      ja: "「\(shown(text))」は曜日ではありません",
      maybe: nearest.map { Advice($0) }
        ?? Advice(anyOf: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
  }

  static func hours(_ text: String) -> Message {
    Message(
      "hours", en: "\"\(shown(text))\" is not a time of day from-to",
      ja: "「\(shown(text))」は時間帯ではありません", maybe: Advice("\"09:00-12:00\""))
  }

  static func hoursOverMidnight(_ text: String, start: String, end: String) -> Message {
    Message(
      "hours", en: "the hours \(shown(text)) end before they begin",
      ja: "時間帯 \(shown(text)) の終わりが始まりより前です",
      maybe: Advice("[\"00:00-\(end)\", \"\(start)-24:00\"]"))
  }

  static func hoursEmpty(_ text: String) -> Message {
    Message(
      "hours", en: "the hours \(shown(text)) are empty", ja: "時間帯 \(shown(text)) に長さがありません",
      maybe: Advice("\"00:00-24:00\""))
  }

  static func hoursOrder(_ text: String) -> Message {
    Message(
      "hours", en: "the hours \(shown(text)) begin before the ones before them end",
      ja: "時間帯 \(shown(text)) が前の時間帯と重なるか、順序が逆です",
      maybe: Advice(en: "in ascending order, without overlap.", ja: "重ならないよう早い順に並べる"))
  }

  static func holiday(_ text: String, nearest: String?) -> Message {
    Message(
      "holiday", en: "\"\(shown(text))\" is neither a set of holidays nor a date",
      ja: "「\(shown(text))」は祝日の規則でも日付でもありません",
      maybe: (DateSpelling.meant(by: text) ?? nearest).map { Advice($0) }
        ?? Advice(anyOf: ["japan", "2026-12-30"]))
  }

  static func monthDay(_ text: String) -> Message {
    Message(
      "date", en: "there is no \(shown(text)) in any year", ja: "\(shown(text)) という月日はありません")
  }

  static func days(_ text: String) -> Message {
    Message(
      "days", en: "\"\(shown(text))\" is neither a day nor a range of days",
      ja: "「\(shown(text))」は日付でも期間でもありません",
      maybe: Advice(anyOf: ["\"12-29/01-03\"", "2026-08-13", "2026-08-13/2026-08-16"]))
  }

  static func window(_ text: String) -> Message {
    Message(
      "window", en: "\"\(shown(text))\" is not a window of time",
      ja: "「\(shown(text))」は期間ではありません", maybe: Advice("2028-12-29/2029-01-03"))
  }

  static func rangeBackwards(_ text: String, meant: String) -> Message {
    Message(
      "days", en: "the range \(shown(text)) ends before it begins",
      ja: "期間 \(shown(text)) の終わりが始まりより前です", maybe: Advice(meant))
  }

  static func rangeTooLong(_ text: String) -> Message {
    Message(
      "days", en: "the range \(shown(text)) is longer than ten years",
      ja: "期間 \(shown(text)) が十年を超えています")
  }

  static func tooManyClosures() -> Message {
    Message(
      "days", en: "more than 366 closures of every year", ja: "毎年の休業が 366 を超えています")
  }

  static func tooManyOpenDays() -> Message {
    Message(
      "days", en: "more than \(ReadingLimits.openDays) extra working days",
      ja: "追加の働く日が \(ReadingLimits.openDays) を超えています",
      maybe: Advice(en: "`workingDays` with more days.", ja: "`workingDays` に曜日を足す"))
  }

  static func timeWhereDay(_ text: String) -> Message {
    Message(
      "date", en: "\(shown(text)) has a time of day where a whole day is meant",
      ja: "日付だけを書くところに時刻 \(shown(text)) があります",
      maybe: Advice(String(text.prefix(10))))
  }

  static func neverWorks(_ id: String) -> Message {
    Message(
      "never-works", en: "the calendar `\(shown(id))` has no working time at all",
      ja: "カレンダー `\(shown(id))` に働ける時間がまったくありません",
      maybe: Advice(
        en: "`workingDays` is empty, or `closed` and `windows` leave no hour.",
        ja: "`workingDays` が空か、`closed` と `windows` で時間が残らない"))
  }
}
