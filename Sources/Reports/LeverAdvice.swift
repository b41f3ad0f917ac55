package import Planning

/// The one lever that brings the cutover most, on top of what is applied already.
package struct LeverAdvice: Sendable {
  /// The lever.
  let lever: Lever
  /// What it does, compared with the plan as it is.
  let result: WhatIfResult
  /// Whether other changes are applied with it.
  let isAddition: Bool

  /// Tries every lever of the plan that is not applied yet; nil when none gains anything.
  ///
  /// Of equal gains the cheaper one is taken, then the first in the plan. A lever that cannot be
  /// applied (it needs or excludes another one) is passed over.
  ///
  /// - Parameters:
  ///   - applied: what is applied already.
  ///   - gained: clock minutes gained by it.
  ///   - limit: nothing is tried when levers times tasks exceed this: advice must not keep the
  ///     reader waiting.
  /// - Complexity: O(levers · time to schedule the plan).
  package init?(
    _ plan: Plan, applied: [Scenario.Step] = [], gained: Int32 = 0, limit: Int = 20_000
  ) {
    guard plan.levers.count * plan.tasks.count <= limit else { return nil }
    var best: (lever: Lever, result: WhatIfResult)?
    for lever in plan.levers where !applied.contains(.lever(lever.id)) {
      guard let result = try? WhatIfResult.compare(plan, applying: applied + [.lever(lever.id)])
      else { continue }
      let gain = result.gainedElapsedMinutes
      guard gain > gained else { continue }
      if let best {
        let bestGain = best.result.gainedElapsedMinutes
        if (bestGain, -best.result.cost) >= (gain, -result.cost) { continue }
      }
      best = (lever, result)
    }
    guard let best else { return nil }
    lever = best.lever
    result = best.result
    isAddition = !applied.isEmpty
  }

  func sentence(_ context: ReportContext) -> String {
    let words = context.words
    let cost = words.money(result.cost, currency: result.after.plan.currency)
    if isAddition {
      return words.maybeAdd(lever: lever.id, day: result.after.cutoverDay, cost: cost)
    }
    return words.maybeApply(
      command: "bunri what-if \(context.planArgument) --apply \(lever.id)",
      gain: result.gain(words), cost: cost)
  }
}
