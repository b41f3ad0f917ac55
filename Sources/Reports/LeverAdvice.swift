package import Planning
package import Scheduling

/// The one thing that brings the cutover most, on top of what is applied already: a lever, or
/// where no single lever helps, a scenario of the plan.
package struct LeverAdvice: Sendable {
  private let best: Trial
  private let gain: Gain
  /// Whether other changes are applied with it.
  private let isAddition: Bool
  private let currency: String

  /// Tries every lever of the plan that is not applied yet, and where nothing is applied and no
  /// lever gains anything, every scenario; nil when none gains anything.
  ///
  /// Of equal gains the cheaper one is taken, then the first in the plan. What cannot be applied
  /// (a lever that needs or excludes another one) is passed over.
  ///
  /// - Parameters:
  ///   - schedule: the plan as it is, or with `applied`.
  ///   - plan: the plan as it is.
  ///   - applied: what is applied already.
  ///   - limit: levers are not tried when levers times tasks exceed this, nor scenarios likewise:
  ///     advice must not keep the reader waiting.
  ///   - calendars: compiled calendars of plans scheduled before; trials share them.
  /// - Complexity: O((levers + scenarios) · time to schedule the plan).
  package init?(
    beyond schedule: PlanSchedule, _ plan: Plan, applied: [Scenario.Step] = [], limit: Int,
    calendars: CalendarCache = CalendarCache()
  ) {
    func best(_ candidates: [(option: String, steps: [Scenario.Step])]) -> Trial? {
      guard candidates.count * plan.tasks.count <= limit else { return nil }
      return candidates.compactMap { Trial($0.option, $0.steps, plan, calendars) }
        .filter { $0.schedule.cutoverFinish < schedule.cutoverFinish }
        .min { ($0.schedule.cutoverFinish, $0.cost) < ($1.schedule.cutoverFinish, $1.cost) }
    }
    let levers = plan.levers.map(\.id).filter { !applied.contains(.lever($0)) }
    var found = best(levers.map { ("--apply \($0)", applied + [.lever($0)]) })
    if found == nil, applied.isEmpty {
      found = best(plan.scenarios.map { ("--scenario \($0.id)", $0.apply) })
    }
    guard let found else { return nil }
    self.best = found
    gain = Gain(from: schedule, to: found.schedule)
    isAddition = !applied.isEmpty
    currency = plan.currency
  }

  func sentence(_ context: ReportContext) -> String {
    let words = context.words
    let cost = words.money(best.cost, currency: currency)
    if isAddition {
      return words.maybeAdd(option: best.option, day: best.schedule.cutoverDay, cost: cost)
    }
    return words.maybeApply(
      command: "bunri what-if \(context.planArgument) \(best.option)", gain: gain.text(words),
      cost: cost)
  }
}

/// One thing that was tried.
private struct Trial {
  /// The option of the command: `--apply hire`.
  let option: String
  let schedule: PlanSchedule
  /// What everything that is applied costs.
  let cost: Int64

  init?(
    _ option: String, _ steps: [Scenario.Step], _ plan: Plan, _ calendars: CalendarCache
  ) {
    guard let changed = try? plan.applying(steps),
      let schedule = try? changed.scheduled(calendars: calendars),
      let levers = try? plan.levers(in: steps)
    else { return nil }
    self.option = option
    self.schedule = schedule
    func sum(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    cost = levers.reduce(0) { $0 + $1.cost } + sum(changed) - sum(plan)
  }
}
