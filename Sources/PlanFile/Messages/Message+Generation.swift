import Planning
import SharedSystem

/// Messages about the shared system and the work that follows from it.
extension Message {
  static func waveTwice(_ id: String) -> Message {
    Message(
      "wave", en: "the wave `\(shown(id))` is listed twice", ja: "切替群 `\(shown(id))` が二度あります",
      maybe: Advice(en: "one of them can go.", ja: "どちらかを消す"))
  }

  static func noWaves(_ id: String) -> Message {
    Message(
      "unknown-wave",
      en: "a module names the wave `\(shown(id))`, but the plan lists no waves",
      ja: "モジュールが切替群 `\(shown(id))` を指定していますが、計画に群の一覧がありません",
      maybe: Advice("generation: {waves: [\(shown(id)), main]}"))
  }

  static func unknownWave(_ id: String, nearest: String?) -> Message {
    Message(
      "unknown-wave", en: "`\(shown(id))` is not a wave of this plan",
      ja: "`\(shown(id))` という切替群はこの計画にありません",
      maybe: nearest.map { Advice(en: "`\($0)`.", ja: "`\($0)`") }
        ?? Advice(
          en: "it is missing in `waves:` of `generation`.", ja: "`generation` の `waves:` に足す"))
  }

  static func informationTwice(_ id: String) -> Message {
    Message(
      "duplicate-id", en: "there is already a class of information `\(shown(id))`",
      ja: "情報の種類 `\(shown(id))` はすでにあります", maybe: Advice("\(shown(id))-2"))
  }

  static func overridesSummary(_ id: String) -> Message {
    Message(
      "generated-summary",
      en: "`\(shown(id))` is the id of generated work that holds tasks or would hold them",
      ja: "`\(shown(id))` は自動生成される作業の id で、サマリータスクとは併用できません",
      maybe: Advice(
        en: "another id, or the ids of the tasks in it (`bunri generate`).",
        ja: "別の id にするか、その下のタスクの id を使う（`bunri generate` で一覧）"))
  }

  /// A figure that cannot replace a default of the estimator.
  static func estimatorDefault(_ error: EstimatorDefaultsError) -> Message {
    Message(
      error.id, en: error.message.text(in: .en), ja: error.message.text(in: .ja),
      maybe: error.advice.map { Advice(en: $0.text(in: .en), ja: $0.text(in: .ja)) })
  }

  /// Pins and couplings that cannot all be kept.
  static func inseparable(_ obstacle: SeparationObstacle) -> Message {
    let steps = obstacle.steps.prefix(namedDemands).map { $0.text(shown) }
    let rest = obstacle.steps.count - steps.count
    let more = rest > 0 ? ("; … (\(rest))", "。…（ほか \(rest)）") : ("", "")
    return Message(
      "inseparable",
      en: "the modules cannot be separated: "
        + steps.map { $0.text(in: .en) }.joined(separator: "; ") + more.0,
      ja: "モジュールを分離できません：" + steps.map { $0.text(in: .ja) }.joined(separator: "。") + more.1,
      maybe: Advice(
        en: "a module held by both, or a coupling that may cross (`mayCross`).",
        ja: "どれかのモジュールを両社で持つか、連係の横断（`mayCross`）を認める"))
  }

  /// How many demands of a chain a message names.
  private static let namedDemands = 12

  /// Costs that are too large to be added exactly.
  static func separationTooLarge(_ limit: Int64) -> Message {
    Message(
      "cost-range",
      en: "the costs of modules and couplings add up to more than can be computed exactly",
      ja: "モジュールと連係の費用の合計が、正確に計算できる範囲を超えています",
      maybe: Advice(
        en: "costs are in person-months, not in money.", ja: "費用の単位は人月（金額ではない）"))
  }

  /// Nothing was found; without proof something may exist.
  static func separationNotFound(isProven: Bool) -> Message {
    Message(
      "inseparable",
      en: isProven
        ? "no separation keeps all pins and bans: all were tried"
        : "no separation was found that keeps all pins, though there may be one",
      ja: isProven
        ? "固定と制約をすべて満たす分離はありません（全通りを確認）"
        : "固定と制約をすべて満たす分離が見つかりません（存在しないとは限りません）",
      maybe: Advice(en: "fewer pins or bans.", ja: "固定や制約を減らす"))
  }
}
