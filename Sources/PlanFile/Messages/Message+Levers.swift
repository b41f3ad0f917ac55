import Planning

/// Messages about levers, scenarios and their changes.
extension Message {
  static func leverContradicts(_ lever: String, _ other: String) -> Message {
    lever == other
      ? Message(
        "lever", en: "the lever `\(shown(lever))` names itself",
        ja: "前倒し策 `\(shown(lever))` が自分自身を挙げています")
      : Message(
        "lever", en: "the lever `\(shown(lever))` both requires and excludes `\(shown(other))`",
        ja: "前倒し策 `\(shown(lever))` が `\(shown(other))` を必要とし、かつ排除しています")
  }

  static func changeWithoutSubject() -> Message {
    Message(
      "change", en: "the change does not say what it changes", ja: "何を変えるかが書かれていません",
      maybe: Advice(
        en: "`{task: ID, duration: -10%}`; also where, team, link, module, calendar, target.",
        ja: "`{task: ID, duration: -10%}`。ほかに where、team、link、module、calendar、target"))
  }

  static func changeKey(_ key: String, subject: String, allowed: [String]) -> Message {
    Message(
      "change", en: "`\(key)` cannot be changed with `\(subject)`",
      ja: "`\(subject)` とともに `\(key)` は変えられません",
      maybe: allowed.isEmpty ? nil : Advice(anyOf: allowed.map { "`\($0)`" }))
  }

  static func changeWithoutEffect(_ allowed: [String]) -> Message {
    Message(
      "change", en: "the change changes nothing", ja: "この変更は何も変えません",
      maybe: Advice(anyOf: allowed.map { "`\($0)`" }))
  }

  static func amountChange(_ text: String) -> Message {
    Message(
      "duration", en: "\"\(shown(text))\" is neither a duration nor a change of one",
      ja: "「\(shown(text))」は期間でもその変更でもありません",
      maybe: Advice(anyOf: ["40d", "-10%", "+5d"]))
  }

  static func nothingLeft(_ text: String) -> Message {
    Message(
      "negative-duration", en: "\(shown(text)) leaves nothing of a duration",
      ja: "\(shown(text)) では期間が残りません", maybe: Advice("-10%"))
  }

  static func probability(_ text: String) -> Message {
    Message(
      "probability", en: "\(shown(text)) is not a probability from 0% to 100%",
      ja: "\(shown(text)) は 0%〜100% の確率ではありません", maybe: Advice("30%"))
  }

  static func windowsOnPlainCalendar(_ id: String) -> Message {
    Message(
      "change", en: "the calendar `\(shown(id))` has no windows to add to",
      ja: "カレンダー `\(shown(id))` に期間（windows）がありません",
      maybe: Advice(en: "`open` for more working days.", ja: "働く日を増やすなら `open`"))
  }

  static func selectsNothing() -> Message {
    Message(
      "selects-nothing", en: "no task fits these conditions", ja: "この条件に合うタスクがありません",
      maybe: Advice(en: "a driver or an owner is misspelled.", ja: "要因か所有者の書き誤り"))
  }

  static func assignment(
    _ text: String, _ failure: Assignment.Failure, nearest: String?
  ) -> Message {
    switch failure {
    case .malformed:
      return Message(
        "assignment", en: "\"\(shown(text))\" is not of the form TASK.FIELD=VALUE",
        ja: "「\(shown(text))」は タスク.項目=値 の形ではありません", maybe: Advice("requirements.duration=40d"))
    case .unknownField(let field):
      return Message(
        "assignment", en: "`\(shown(field))` of a task cannot be set",
        ja: "タスクの `\(shown(field))` は変えられません",
        maybe: nearest.map { Advice($0) } ?? Advice(anyOf: Assignment.fields))
    case .badValue(let field, let value, let expected):
      return Message(
        "assignment", en: "\"\(shown(value))\" is no \(field)",
        ja: "「\(shown(value))」は \(field) の値ではありません", maybe: Advice(expected))
    }
  }
}
