import Planning
import SharedSystem

/// What a separation could not decide, and what it had to decide otherwise than the plan says.
extension SeparationReport {
  /// How many modules are named before "and n more".
  private static let named = 6

  /// In place of a margin: the plan pins the module, or nobody else can hold it.
  func fixedCell(_ reason: SeparationAnswer.Fixed) -> String {
    switch reason {
    case .pinned: context.words.pick("pinned", "固定")
    case .information, .demanded, .excluded: context.words.pick("no other", "他案なし")
    case .notFound: context.words.pick("none found", "他案未発見")
    }
  }

  /// Modules that can have no other holders although the plan does not pin them, with the reason.
  var fixedLines: [LabelledLine?] {
    let words = context.words
    let modules = answer.plan.modules.indices.filter {
      answer.fixed[$0] != nil && answer.fixed[$0] != .pinned
    }
    var lines: [LabelledLine] = []
    for module in modules.prefix(SeparationReport.named) {
      guard let reason = answer.fixed[module] else { continue }
      let id = answer.plan.modules[module].id
      lines.append(
        LabelledLine(
          lines.isEmpty ? words.pick("No other", "他案なし") : "",
          sentence: words.pick("\(id): \(text(reason, of: id))", "\(id)：\(text(reason, of: id))")))
    }
    let rest = modules.count - lines.count
    if rest > 0 {
      lines.append(
        LabelledLine(
          "", sentence: words.pick("and \(rest) more (--json)", "ほか \(rest) 件（--json）")))
    }
    return lines
  }

  /// Why a module can have no other holders.
  func text(_ reason: SeparationAnswer.Fixed, of module: String) -> String {
    let words = context.words
    switch reason {
    case .pinned:
      return words.pick("the plan pins it", "計画で固定")
    case .information(let classes):
      let list = classes.joined(separator: words.pick(", ", "、"))
      return words.pick(
        "no other holder is possible: others may not know the information it stores (\(list))",
        "ほかの保有者は不可：格納する情報（\(list)）をほかの会社は知り得ない")
    case .demanded(let obstacle):
      let steps = obstacle.steps.map { context.text($0.text(supposing: module) { $0 }) }
      return words.pick(
        "no other holder is possible: \(steps.joined(separator: "; "))",
        "ほかの保有者は不可：\(steps.joined(separator: "。"))")
    case .excluded:
      return words.pick(
        "no other holder is possible, as pins and couplings that may not cross stand",
        "固定と横断の禁止により、ほかの保有者は不可")
    case .notFound:
      return words.pick(
        "no separation with another holder was found, though there may be one",
        "ほかの保有者での分離は見つからなかった（存在しないとは限らない）")
    }
  }

  /// Strategies of the plan that cannot lead to the holders, with advice.
  var unsuitableStrategies: (remark: String, advice: String)? {
    let words = context.words
    let modules = answer.withUnsuitableStrategy
    guard !modules.isEmpty else { return nil }
    let items = modules.prefix(SeparationReport.named).map { module -> String in
      let value = answer.plan.modules[module]
      let given = value.strategy?.rawValue ?? ""
      let holder = holder(separation.holders[module])
      let taken = separation.strategies[module].rawValue
      return words.pick(
        "\(value.id) (\(holder): \(given) → \(taken))", "\(value.id)（\(holder)：\(given) → \(taken)）"
      )
    }
    let rest = modules.count - items.count
    let list =
      items.joined(separator: words.pick(", ", "、"))
      + (rest > 0 ? words.pick(" and \(rest) more", "ほか \(rest) 件") : "")
    return (
      words.pick(
        "The strategy that the plan gives cannot lead to these holders, another is taken: \(list).",
        "計画で指定された方式ではこの保有にならないため、別の方式とした：\(list)"),
      words.pick(
        "another `strategy`, or other holders (`owner`, `allowed`).",
        "`strategy` を改めるか、保有者を限る（`owner`、`allowed`）")
    )
  }

  /// Entered costs beside estimated ones, where they decide.
  var mixedCosts: String? {
    let words = context.words
    let modules = answer.withMixedCosts
    guard !modules.isEmpty else { return nil }
    let names = modules.prefix(SeparationReport.named).map { answer.plan.modules[$0].id }
    let rest = modules.count - names.count
    let list =
      names.joined(separator: words.pick(", ", "、"))
      + (rest > 0 ? words.pick(" and \(rest) more", "ほか \(rest) 件") : "")
    let all = answer.plan.modules.count
    return words.pick(
      "Of \(modules.count) of \(all) modules the plan states the cost of some holders, the others "
        + "are estimated; compare them with care: \(list).",
      "\(all) モジュール中 \(modules.count) は、保有者により入力した費用と見積りが混在（比較に注意）：\(list)")
  }
}
