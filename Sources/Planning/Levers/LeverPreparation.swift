internal import Scheduling

/// Why levers cannot be searched.
public enum LeverSearchError: Error, Hashable, Sendable {
  /// The plan has more levers than are searched.
  case tooManyLevers(count: Int, limit: Int)
  /// More levers than this change which work there is, or act on each other in ways that have to be
  /// tried one by one.
  case tooManyWholeLevers(count: Int, limit: Int)
  /// The plan without levers cannot be scheduled.
  case plan(PlanError)
}

/// A plan made ready for searching its levers: a base for each combination of the levers that have
/// to be decided first.
struct LeverPreparation: Sendable {
  /// The plan as it is, with generated work.
  let plan: Plan
  let rules: LeverRules
  private(set) var bases: [LeverBase] = []
  let calendars: CalendarCache

  /// The most levers.
  static let mostLevers = 60
  /// The most levers of which every combination gets a base.
  static let mostWhole = 12

  /// - Parameters:
  ///   - forbidden: levers that are left out.
  ///   - prices: whether tasks may be made shorter as well, and for which work.
  /// - Complexity: one generation of the work for each combination of levers that change it, and
  ///   `LeverBase` for each combination of levers that have to be decided first.
  init(
    _ plan: Plan, without forbidden: LeverSet = LeverSet(), prices: CrashPrices? = nil,
    calendars: CalendarCache = CalendarCache()
  ) throws(LeverSearchError) {
    let count = plan.levers.count
    guard count <= LeverPreparation.mostLevers else {
      throw .tooManyLevers(count: count, limit: LeverPreparation.mostLevers)
    }
    let written: Plan
    do {
      written = try plan.withGeneratedWork()
    } catch {
      throw .plan(error)
    }
    self.plan = written
    self.calendars = calendars
    rules = LeverRules(plan.levers)
    let all = LeverSet(first: count).subtracting(forbidden)
    let generates = plan.generatesWork
    let system = LeverSet(
      all.members.filter { lever in
        generates && plan.levers[lever].changes.contains(where: \.actsOnSystem)
      })
    guard system.count <= LeverPreparation.mostWhole else {
      throw .tooManyWholeLevers(count: system.count, limit: LeverPreparation.mostWhole)
    }
    let later = plan.levers.map { lever in
      generates ? lever.changes.filter { !$0.actsOnSystem } : lever.changes
    }
    let allowed = later.indices.map { all.contains($0) ? later[$0] : [] }
    let baseCost = written.tasks.reduce(0) { $0 + ($1.cost ?? 0) }
    for chosen in system.subsets where rules.mayAllow(chosen, within: system) {
      let changes = chosen.members.flatMap {
        plan.levers[$0].changes.filter(\.actsOnSystem)
      }
      // What cannot be generated is no choice.
      guard let generated = try? written.applying(changes: generates ? changes : []) else {
        continue
      }
      let scope = LeverScope(generated, allowed)
      let whole = scope.whole.subtracting(system)
      guard whole.count <= LeverPreparation.mostWhole else {
        throw .tooManyWholeLevers(count: whole.count, limit: LeverPreparation.mostWhole)
      }
      let decided = system.union(whole)
      for more in whole.subsets
      where rules.mayAllow(chosen.union(more), within: decided) {
        bases.append(
          LeverBase(
            generated, applied: chosen.union(more), open: all.subtracting(decided), scope, rules,
            allowed, baseCost: baseCost, prices: prices, calendars))
      }
    }
  }

  /// Whether any task can be made shorter for money.
  var hasPrices: Bool {
    bases.contains { base in
      base.tables.values.contains { table in
        table.choices.contains { choice in
          choice.forms.values.contains { form in
            if case .present(let node) = form { return !node.shorter.isEmpty }
            return false
          }
        }
      }
    }
  }
}
