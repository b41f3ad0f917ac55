import Planning
import SharedSystem

/// What the estimates had to assume because the plan does not say it.
struct MissingData: Sendable {
  let estimate: SystemEstimate

  init(_ estimate: SystemEstimate) { self.estimate = estimate }

  /// One sentence for each kind of missing figure.
  func lines(_ words: Words) -> [String] {
    let guessed = estimate.modulesWithGuessedCost
    guard guessed > 0 else { return [] }
    let all = estimate.modules.count
    var lines: [String] = []
    let groups = estimate.modules.count { module in
      if case .median(let group?, _) = module.basis { return !group.isEmpty }
      return false
    }
    let assumed = estimate.modules.contains { $0.basis == .assumed }
    let spread = Figures.ratio(estimate.defaults.value("missingSize.uncertainty").mode, 1000)
    if assumed {
      let size = Figures.ratio(estimate.defaults.value("missingSize.kloc").mode, 1000)
      lines.append(
        words.pick(
          "No module has a size: \(size) KLOC are assumed for each, their uncertainty ×\(spread).",
          "規模のあるモジュールがないため、各 \(size) KLOC と仮定（不確かさ ×\(spread)）"))
    } else {
      let median =
        groups == guessed
        ? words.pick("the group's median is used", "群の中央値を使用")
        : words.pick("the median of the group, or of all, is used", "群または全体の中央値を使用")
      let missing = words.withoutSize(guessed, of: all)
      lines.append(
        words.pick(
          "\(missing): \(median), its uncertainty ×\(spread).",
          "\(missing)：\(median)（不確かさ ×\(spread)）"))
    }
    return lines
  }
}
