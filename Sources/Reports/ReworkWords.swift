import Planning

/// The rework that a lever's overlaps may bring, which no date contains.
struct ReworkWords: Sendable {
  private let lever: Lever
  private let plan: Plan
  private let words: Words

  init(_ lever: Lever, _ plan: Plan, _ context: ReportContext) {
    self.lever = lever
    self.plan = plan
    words = context.words
  }

  /// `expected rework 6 days (not in the dates)`; nil when none is stated.
  var short: String? {
    guard let minutes = lever.expectedRework(plan), minutes > 0 else { return nil }
    let days = words.workingDays(Figures.days(minutes, plan.units))
    return words.pick(
      "expected rework \(days) (not in the dates)", "手戻りの期待値 \(days)（日付には含まない）")
  }
}
