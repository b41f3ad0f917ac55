internal import Scheduling

/// One plan with the levers that were decided first, and the others still open: exact dates of any
/// choice of the open levers, and bounds on the dates of all choices that some decisions leave.
///
/// Levers that change what work is generated (strategies, teams) and levers that `LeverScope` calls
/// whole are decided first: for each of their combinations there is a base of its own.
struct LeverBase: Sendable {
  /// The plan after generation with the decided levers, without their other changes.
  let plan: Plan
  /// The levers that were decided first and are applied.
  let applied: LeverSet
  /// The levers that are still open.
  let open: LeverSet
  /// By lever, what it costs here, tasks' own costs included.
  let costs: [Int64]
  /// What the applied levers cost, with all changes of tasks' own costs against the plan as it is.
  let fixedCost: Int64
  let scope: LeverScope
  let rules: LeverRules
  /// By lever, its changes after the generation.
  let changes: [[Change]]
  let calendars: CalendarCache
  /// Whether forms know how tasks can be made shorter, and for which work.
  let prices: CrashPrices?
  let index: [String: Int]
  /// By set of touching levers, the forms of the tasks with that set, under each of its subsets.
  let tables: [LeverSet: FormTable]

  /// The most levers whose combinations are told apart for one task; a task with more may lie
  /// anywhere in a bound.
  static let mostTouching = 8

  /// The forms under each choice of a few levers.
  struct FormTable: Sendable {
    /// The choices that can be applied, with the forms by task.
    var choices: [Choice] = []

    /// One choice of them.
    typealias Choice = (set: LeverSet, forms: [Int: NodeForm])
  }

  /// - Parameters:
  ///   - plan: with generated work under the applied levers.
  ///   - baseCost: the sum of the tasks' own costs in the plan as it is.
  ///   - prices: whether forms know how tasks can be made shorter, and for which work.
  /// - Complexity: O(tasks) for each set of levers that touches a task, times its subsets.
  init(
    _ plan: Plan, applied: LeverSet, open: LeverSet, _ scope: LeverScope, _ rules: LeverRules,
    _ changes: [[Change]], baseCost: Int64, prices: CrashPrices? = nil, _ calendars: CalendarCache
  ) {
    self.plan = plan
    self.applied = applied
    self.open = open
    self.scope = scope
    self.rules = rules
    self.changes = changes
    self.calendars = calendars
    self.prices = prices
    index = Dictionary(
      plan.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    costs = plan.levers.indices.map { lever in
      plan.levers[lever].cost + LeverBase.taskCost(of: changes[lever], plan)
    }
    let ownCost = plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) }
    // Two applied levers may set the cost of one task: the last one counts.
    let appliedChanges = applied.members.flatMap { changes[$0] }
    fixedCost = applied.members.reduce(
      ownCost - baseCost + LeverBase.taskCost(of: appliedChanges, plan)
    ) { $0 + plan.levers[$1].cost }
    var tables: [LeverSet: FormTable] = [:]
    let sets = scope.touching.map { $0.intersection(open) }
    for set in Set(sets) where set.count <= LeverBase.mostTouching {
      tables[set] = LeverBase.table(
        of: set, tasks: sets.indices.filter { sets[$0] == set }, plan, applied, rules, changes,
        index, prices)
    }
    self.tables = tables
  }

  /// By how much a lever's changes raise the tasks' own costs. No other open lever touches the same
  /// costs (`LeverScope`).
  private static func taskCost(of changes: [Change], _ plan: Plan) -> Int64 {
    var own: [String: Int64] = [:]
    for task in plan.tasks { own[task.id] = task.cost ?? 0 }
    func held(_ id: String) -> [String] {
      var inside: Set<Int> = []
      for (index, task) in plan.tasks.enumerated()
      where task.id == id || task.parent.map({ inside.contains($0) }) ?? false {
        inside.insert(index)
      }
      return inside.sorted().map { plan.tasks[$0].id }
    }
    var sum: Int64 = 0
    for change in changes {
      switch change {
      case .assign(let assignment):
        if case .cost(let cost) = assignment.value, let old = own[assignment.task] {
          sum += cost - old
          own[assignment.task] = cost
        }
      case .remove(let id):
        for task in held(id) { sum -= own.removeValue(forKey: task) ?? 0 }
      default: break
      }
    }
    return sum
  }

  private static func table(
    of set: LeverSet, tasks: [Int], _ plan: Plan, _ applied: LeverSet, _ rules: LeverRules,
    _ changes: [[Change]], _ index: [String: Int], _ prices: CrashPrices?
  ) -> FormTable {
    var table = FormTable()
    let scope = set.union(applied)
    for choice in set.subsets where rules.mayAllow(choice.union(applied), within: scope) {
      var forms: [NodeForm]?
      do {
        let changed = try LeverBase.applying(choice.union(applied), to: plan, changes)
        forms = LeverBase.forms(of: changed, index, plan.tasks.count, prices)
      } catch {
        // Tasks, calendars and owners are never added: what is unknown here is unknown with any
        // other levers.
        if case .unknown = error { continue }
      }
      table.choices.append(
        (choice, Dictionary(uniqueKeysWithValues: tasks.map { ($0, forms?[$0] ?? .unknown) })))
    }
    return table
  }

  private static func forms(
    of plan: Plan, _ index: [String: Int], _ count: Int, _ prices: CrashPrices?
  ) -> [NodeForm]? {
    guard let lowered = try? LoweredPlan(plan) else { return nil }
    guard let prices else { return NodeForm.forms(lowered, index: index, count: count) }
    let (shortest, options, _) = plan.atItsShortest(derives: prices.derives)
    let forms = NodeForm.forms(lowered, index: index, count: count, options: options)
    // Only lags that are a share of a duration follow it.
    guard plan.tasks.contains(where: { $0.after.contains(where: \.lag.isShare) }) else {
      return forms
    }
    guard let crashed = try? LoweredPlan(shortest) else { return nil }
    let shorter = NodeForm.forms(crashed, index: index, count: count)
    return zip(forms, shorter).map { $0.withLags(atMostThoseOf: $1) }
  }

  private static func applying(
    _ set: LeverSet, to plan: Plan, _ changes: [[Change]]
  ) throws(ChangeError) -> Plan {
    var result = plan
    for lever in set.members {
      for change in changes[lever] { try result.apply(change) }
    }
    return result
  }

  // MARK: Exact dates

  /// The plan with open levers applied, in the order of the plan.
  func applying(_ choice: LeverSet) throws(ChangeError) -> Plan {
    try LeverBase.applying(choice.union(applied), to: plan, changes)
  }

  /// When the cutover finishes with these open levers; nil when they cannot be applied or the plan
  /// then cannot be scheduled.
  ///
  /// - Complexity: O(changes · tasks + links).
  func finish(_ choice: LeverSet) -> Instant? {
    guard rules.allow(choice.union(applied)), let changed = try? applying(choice),
      let lowered = try? LoweredPlan(changed)
    else { return nil }
    return lowered.finishOfCutover(calendars: calendars)
  }

  /// What a choice of open levers costs against the plan as it is, all applied levers included.
  func cost(of choice: LeverSet) -> Int64 {
    choice.members.reduce(fixedCost) { $0 + costs[$1] }
  }
}
