internal import Scheduling

extension Lever {
  /// The delay to expect from rework, in working minutes: the sum of probability times delay over
  /// its overlaps, rounded; nil when it states none. No date contains it.
  ///
  /// - Complexity: O(changes).
  package func expectedRework(_ plan: Plan) -> Int64? {
    var sum: Int64 = 0
    var isStated = false
    for case .rework(_, _, let probability, let delay) in changes {
      isStated = true
      sum += probability * Int64(plan.units.minutes(of: delay) ?? 0)
    }
    return isStated ? (sum + 50_000) / 100_000 : nil
  }
}
