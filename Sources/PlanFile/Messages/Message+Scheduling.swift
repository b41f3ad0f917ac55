import Planning
import Scheduling
import SharedSystem

/// Messages about plans that read well but cannot be scheduled, and changes that cannot be applied.
extension Message {
  /// How many steps of a circle a message names.
  private static let namedSteps = 8

  static func cycle(_ tasks: [String], _ links: [SourceLocation?]) -> Message {
    var names = tasks.prefix(namedSteps).map { shown($0) }
    if tasks.count > namedSteps { names.append("… (\(tasks.count - namedSteps))") }
    let circle = (names + tasks.prefix(1).map { shown($0) }).joined(separator: " → ")
    let known = links.compactMap(\.self)
    guard let last = links.last ?? nil, let predecessor = tasks.last, known.count > 1 else {
      return Message("cycle", en: circle, ja: circle)
    }
    let isOneFile = known.allSatisfy { $0.file == known[0].file }
    func place(_ location: SourceLocation) -> String {
      isOneFile ? "\(location.line)" : "\(location.file):\(location.line)"
    }
    var all = known.prefix(namedSteps).map(place)
    if known.count > namedSteps { all.append("…") }
    let list = "\(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")"
    let japaneseList = all.joined(separator: "、")
    let step = "`\(shown(predecessor)) SS+10d`"
    let lines = isOneFile ? "at lines \(list)" : "at \(list)"
    let line = isOneFile ? "at line \(last.line)" : "at \(place(last))"
    let japaneseLine = isOneFile ? "\(last.line) 行目" : place(last)
    return Message(
      "cycle", en: circle, ja: circle,
      advice: LocalizedText(byLanguage: [
        "en": "links \(lines) form a loop; maybe the one \(line) should be \(step).",
        "ja": "もしかして \(japaneseLine)は \(step)（\(japaneseList)\(isOneFile ? " 行目" : "")の"
          + "リンクが輪になっています）",
      ]))
  }

  static func noWorkingTime(_ task: String, _ calendar: String, _ after: String) -> Message {
    Message(
      "no-working-time",
      en: "the calendar `\(shown(calendar))` has no working time left after \(shown(after)) "
        + "for `\(shown(task))`",
      ja: "カレンダー `\(shown(calendar))` に \(shown(after)) より後の時間がなく、"
        + "`\(shown(task))` を置けません",
      maybe: Advice(
        en: "another window in `\(shown(calendar))`, or another calendar for the task.",
        ja: "`\(shown(calendar))` に期間を足すか、タスクのカレンダーを変える"))
  }

  static func tooManyCalendars(_ count: Int) -> Message {
    Message(
      "calendars", en: "\(count) calendars are more than the 32,000 that can be scheduled",
      ja: "カレンダーが \(count) 個あります（上限は 32,000 個）",
      maybe: Advice(
        en: "many of them are alike and can be one.", ja: "同じ内容のカレンダーをまとめる"))
  }

  static func tooManyCalendarDays(_ count: Int, _ from: CivilDate, _ to: CivilDate) -> Message {
    Message(
      "calendars",
      en: "\(count) calendars cannot be held in memory for all days from \(from) to \(to)",
      ja: "\(from)〜\(to) の全日について \(count) 個のカレンダーを保持できません",
      maybe: Advice(
        en: "many of the calendars are alike and can be one, or a date lies far from the others.",
        ja: "同じ内容のカレンダーをまとめるか、離れすぎた日付を直す"))
  }

  static func outOfRange(_ task: String) -> Message {
    Message(
      "date-range", en: "the dates of `\(shown(task))` lie outside the years that can be computed",
      ja: "`\(shown(task))` の日付が計算できる年の外になります",
      maybe: Advice(en: "a duration or a lag is too long.", ja: "期間かラグが長すぎる"))
  }

  static func percentOfMonths(_ task: String, _ predecessor: String) -> Message {
    Message(
      "lag",
      en: "`\(shown(task))` waits for a share of `\(shown(predecessor))`, which has no length in "
        + "working time",
      ja: "`\(shown(task))` が `\(shown(predecessor))` の割合を待っていますが、その長さは稼働時間で"
        + "決まっていません",
      maybe: Advice(
        en: "a lag in days: `\(shown(predecessor)) SS+10d`.",
        ja: "日数のラグ（`\(shown(predecessor)) SS+10d`）"))
  }

  static func lagInMonths(_ task: String, _ predecessor: String) -> Message {
    Message(
      "lag",
      en: "the lag between `\(shown(predecessor))` and `\(shown(task))` is in calendar months",
      ja: "`\(shown(predecessor))` と `\(shown(task))` の間のラグが暦月です",
      maybe: Advice(anyOf: ["20d", "30ed"]))
  }

  // MARK: Changes

  static func unknownInChange(_ kind: String, _ id: String, maybe: String?) -> Message {
    let kinds = EntityKind.allCases.first { $0.noun.en == kind }
    return Message(
      "unknown-\(kind)",
      en: "`\(shown(id))` is not \(kinds?.withArticle ?? "a \(kind)") of this plan",
      ja: "`\(shown(id))` という\(kinds?.noun.ja ?? kind)はこの計画にありません",
      maybe: maybe.map { Advice(en: "`\($0)`.", ja: "`\($0)`") })
  }

  static func leverRequires(_ lever: String, _ missing: String) -> Message {
    Message(
      "lever-requires", en: "`\(shown(lever))` works only together with `\(shown(missing))`",
      ja: "`\(shown(lever))` には `\(shown(missing))` が必要です",
      maybe: Advice(
        en: "`--apply \(shown(missing))` as well.", ja: "`--apply \(shown(missing))` も加える"))
  }

  static func leverExcludes(_ lever: String, _ other: String) -> Message {
    Message(
      "lever-excludes",
      en: "`\(shown(lever))` and `\(shown(other))` exclude each other",
      ja: "`\(shown(lever))` と `\(shown(other))` は同時に使えません",
      maybe: Advice(en: "only one of them.", ja: "どちらか一つだけ"))
  }

  static func doesNotFit(_ change: String, _ id: String, _ reason: LocalizedText) -> Message {
    Message(
      "change",
      en: "\(shown(change)) does not fit `\(shown(id))`: \(reason.text(in: .en))",
      ja: "\(shown(change)) は `\(shown(id))` に使えません：\(reason.text(in: .ja))")
  }

  static func durationBelowZero(_ task: String, _ change: String) -> Message {
    Message(
      "negative-duration",
      en: "\(shown(change)) would make the duration of `\(shown(task))` negative",
      ja: "\(shown(change)) では `\(shown(task))` の期間が負になります")
  }

  /// Work on a calendar of windows that goes on in a later window.
  ///
  /// - Parameters:
  ///   - minutes: minutes of work.
  ///   - windows: those it is done in, in order.
  ///   - longest: minutes of work in the longest window.
  ///   - long: the first day of a window that is long enough, after it starts; nil: there is none.
  ///   - isMigration: whether the work is generated and takes its time from the amount of data.
  static func brokenWindows(
    _ task: String, calendar: String, minutes: Int32, windows: [String], longest: Int32,
    long: String?, isMigration: Bool
  ) -> Message {
    let some =
      windows.prefix(namedSteps).map { shown($0) } + (windows.count > namedSteps ? ["…"] : [])
    let advice: Advice =
      if let long {
        Advice(
          en:
            "`constraint: {type: start-no-earlier-than, date: \(long)}`: that window is long enough.",
          ja: "`constraint: {type: start-no-earlier-than, date: \(long)}`（この期間なら収まる）")
      } else if isMigration {
        Advice(
          en: "a longer window, or more streams (`defaults: {migration.streams: …}`).",
          ja: "長い期間を足すか、並列数を増やす（`defaults: {migration.streams: …}`）")
      } else {
        Advice(
          en: "a longer window in `\(shown(calendar))`, or less work.",
          ja: "`\(shown(calendar))` に長い期間を足すか、作業を減らす")
      }
    return Message(
      "broken-window",
      en: "`\(shown(task))` takes \(hours(minutes)) hours of work and is broken over "
        + "\(windows.count) windows (\(some.joined(separator: ", "))): the longest window of "
        + "`\(shown(calendar))` has \(hours(longest))",
      ja: "`\(shown(task))` は \(hours(minutes)) 時間の作業で、\(windows.count) つの期間"
        + "（\(some.joined(separator: "、"))）に分かれます。`\(shown(calendar))` の最長の期間は "
        + "\(hours(longest)) 時間です",
      maybe: advice)
  }

  /// A window by its first and last day.
  static func days(_ window: WorkCalendar.Window) -> String {
    let last = Instant(minutes: window.end.minutes - 1).date
    return window.start.date == last ? "\(last)" : "\(window.start.date)/\(last)"
  }

  /// Hours with at most one decimal place.
  private static func hours(_ minutes: Int32) -> String {
    let tenths = (Int(minutes) + 3) / 6
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
