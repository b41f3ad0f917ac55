import Planning
import SharedSystem

/// Messages about the project, its owners and its teams.
extension Message {
  /// What the output says about a plan that is marked as illustrative without words of its own.
  static let illustrative = LocalizedText(byLanguage: [
    "en": "Illustrative: figures of this plan are invented", "ja": "例示：この計画の数値は作例です",
  ])

  static func targetBeforeStart(_ date: String) -> Message {
    Message(
      "target", en: "the target \(shown(date)) lies before the project's start",
      ja: "目標日 \(shown(date)) が開始日より前です")
  }

  static func statusDateLongAgo(_ date: String) -> Message {
    Message(
      "status-date", en: "the status date \(shown(date)) lies more than ten years before the start",
      ja: "基準日 \(shown(date)) が開始日より十年以上前です")
  }

  static func partOfMinute(_ text: String) -> Message {
    Message(
      "number", en: "\(shown(text)) hours are not a whole number of minutes",
      ja: "\(shown(text)) 時間は分で割り切れません", maybe: Advice(anyOf: ["7.75", "\"7:40\""]))
  }

  static func capacityMissing() -> Message {
    Message(
      "missing-key", en: "`capacity` is missing", ja: "`capacity` がありません",
      maybe: Advice(
        en: "`capacity: 8`, or `profile: [{from: 2027-04-01, units: 8}]`.",
        ja: "`capacity: 8` か `profile: [{from: 2027-04-01, units: 8}]`"))
  }

  static func both(_ first: String, _ second: String) -> Message {
    Message(
      "conflict", en: "`\(first)` and `\(second)` exclude each other",
      ja: "`\(first)` と `\(second)` は同時に使えません",
      maybe: Advice(en: "one of them can go.", ja: "どちらかを消す"))
  }

  static func profileOrder(_ date: String) -> Message {
    Message(
      "profile", en: "the step from \(shown(date)) does not come after the one before it",
      ja: "\(shown(date)) からの段が前の段より後になっていません",
      maybe: Advice(en: "the steps in the order of their dates.", ja: "日付の順に並べる"))
  }

  static func ownerNotAllowed(_ owner: String) -> Message {
    Message(
      "conflict", en: "the owner `\(shown(owner))` is not among those in `allowed`",
      ja: "所有者 `\(shown(owner))` が `allowed` に入っていません",
      maybe: Advice(en: "`allowed` can go.", ja: "`allowed` を消す"))
  }

  static func selfCoupling(_ module: String) -> Message {
    Message(
      "coupling", en: "the module `\(shown(module))` is coupled to itself",
      ja: "モジュール `\(shown(module))` が自分自身につながっています")
  }
}
