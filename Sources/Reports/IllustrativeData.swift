import Planning

/// The warning that figures of a plan are invented, with how many.
struct IllustrativeData: Sendable {
  /// Tasks with a duration of their own.
  let durations: Int
  /// Those whose duration is invented.
  let invented: Int

  /// Counts; nil when the plan does not say that it is illustrative.
  ///
  /// - Complexity: O(tasks).
  init?(_ plan: Plan) {
    guard plan.illustrative != nil else { return nil }
    let timed = plan.tasks.filter { !$0.isSummary && $0.duration != nil }
    durations = timed.count
    invented = timed.count { $0.illustrative ?? true }
  }

  func line(_ words: Words) -> LabelledLine {
    LabelledLine(
      words.data, [.init(words.illustrative(invented: invented, of: durations), .strong)])
  }
}
