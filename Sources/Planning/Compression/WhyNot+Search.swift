public import Scheduling
internal import SharedSystem

extension Plan {
  /// Why the cutover cannot be finished by a date.
  ///
  /// - Parameters:
  ///   - date: by when, as a finish.
  ///   - derives: whether generated development work without crash figures gets those of COCOMO II.
  ///   - calendars: compiled calendars of plans scheduled before.
  ///   - shouldStop: asked before each plan that is tried; true ends the search for levers and
  ///     changes of the structure.
  /// - Throws: `PlanError`.
  /// - Complexity: one schedule for each plan that is tried: 2 for each scenario and those of the
  ///   structure; and up to three searches of levers (`AccelerationSearch`), more when the date cannot
  ///   be reached.
  public func whyNot(
    by date: Instant, derives: Bool = false, calendars: CalendarCache = CalendarCache(),
    shouldStop: @escaping () -> Bool = { false }
  ) throws(PlanError) -> WhyNot {
    let plan = generated == nil ? try withGeneratedWork() : self
    let now = try plan.scheduled(calendars: calendars)
    let (shortest, options, cost) = plan.atItsShortest(derives: derives)
    let crashed = try shortest.scheduled(calendars: calendars)
    // A start tied to a finish can make a longer task the better one: never worse than the plan.
    let earliest = crashed.cutoverFinish <= now.cutoverFinish ? crashed : now
    let path = CompressedPath(earliest, shortened: Set(options.map(\.task)))
    let reach = LeverReach(plan, derives: derives, calendars: calendars)
    let scenarios = plan.scenarios.compactMap { reach.reach(of: $0) }
    var search: DateSearch?
    if now.cutoverFinish > date,
      let preparation = try? LeverPreparation(
        plan, prices: CrashPrices(derives: derives), calendars: calendars)
    {
      search = DateSearch(
        preparation, by: date, now: now.cutoverFinish, shouldStop: shouldStop)
    }
    let ways = search?.ways ?? []
    let chosen = ways.first?.levers ?? search?.nearest ?? []
    let levers = chosen.isEmpty ? nil : reach.reach(of: chosen)
    var structure: [WhyNot.StructuralStep] = []
    if ways.isEmpty, now.cutoverFinish > date, plan.generatesWork {
      let search = StructureSearch(plan, date: date, derives: derives, calendars: calendars)
      structure = search.steps(levers: levers?.levers ?? [], shouldStop: shouldStop)
    }
    let accesses = plan.tasks.indices.filter { plan.tasks[$0].work?.kind == .access }
    return WhyNot(
      date: date, now: now, earliest: earliest, options: options, derives: derives,
      costOfEverything: cost, path: path, limits: plan.limits(of: date, now), scenarios: scenarios,
      ways: ways, levers: levers,
      triedAllLevers: search?.isComplete ?? (now.cutoverFinish <= date), structure: structure,
      accessClosed: accesses.map { now.tasks[$0].finish }.max())
  }

  /// The published limits, in terms of the plan's own time.
  private func limits(of date: Instant, _ now: PlanSchedule) -> [WhyNot.PublishedLimit] {
    guard let rules = scheduleRules else { return [] }
    let whole = Int64(now.cutoverFinish.minutes) - Int64(start.minutes)
    guard whole > 0 else { return [] }
    let asked = (Int64(date.minutes) - Int64(start.minutes)) * 1000 / whole
    return WhyNot.PublishedLimit.Publisher.allCases.map { publisher in
      let share: Int64 =
        switch publisher {
        case .cocomo2: rules.defaults.value("compression.cocomo.floor").mode
        case .juas: rules.defaults.value("compression.juas.reckless").mode
        case .putnam: 850
        }
      return .init(
        publisher: publisher, share: share, asked: asked,
        date: Instant(minutes: start.minutes + Int32(whole * share / 1000)))
    }
  }
}

/// What levers and scenarios reach.
struct LeverReach {
  private let plan: Plan
  private let derives: Bool
  private let calendars: CalendarCache

  init(_ plan: Plan, derives: Bool, calendars: CalendarCache) {
    (self.plan, self.derives, self.calendars) = (plan, derives, calendars)
  }

  /// What a scenario reaches; nil when it cannot be applied.
  func reach(of scenario: Scenario) -> WhyNot.Reach? {
    reach(scenario.apply, scenario.id)
  }

  /// What a set of levers reaches; nil when it cannot be applied.
  func reach(of levers: [String]) -> WhyNot.Reach? { reach(levers.map { .lever($0) }, nil) }

  private func reach(_ steps: [Scenario.Step], _ scenario: String?) -> WhyNot.Reach? {
    guard let changed = try? plan.applying(steps), let levers = try? plan.levers(in: steps) else {
      return nil
    }
    let shortest = changed.atItsShortest(derives: derives).plan
    guard let schedule = try? changed.scheduled(calendars: calendars),
      let crashed = try? shortest.scheduled(calendars: calendars)
    else { return nil }
    let best = crashed.cutoverFinish <= schedule.cutoverFinish ? crashed : schedule
    return WhyNot.Reach(
      scenario: scenario, levers: levers.map(\.id), cost: cost(levers, changed),
      finish: schedule.cutoverFinish, finishAtShortest: best.cutoverFinish,
      readyAtShortest: best.readyBeforeWindow,
      finishWithoutWait: best.finishWithoutWait,
      missedWindow: best.missedWindow)
  }

  private func cost(_ levers: [Lever], _ changed: Plan) -> Int64 {
    func sum(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    return levers.reduce(0) { $0 + $1.cost } + sum(changed) - sum(plan)
  }
}

/// The cheapest ways to a date that levers and shorter tasks open, or what comes nearest to it.
struct DateSearch {
  /// The cheapest ways, with different levers; empty when the date cannot be reached.
  private(set) var ways: [AccelerationFront.Point] = []
  /// The levers that come nearest when it cannot.
  private(set) var nearest: [String] = []
  /// Whether the search came to its end.
  private(set) var isComplete = true

  /// The cheapest way, and the next two alternatives.
  private static let mostWays = 3
  private static let mostTries = 16

  /// - Complexity: a search of levers for each way; for what comes nearest O(log of the days between)
  ///   of them.
  init(
    _ preparation: LeverPreparation, by date: Instant, now: Instant,
    shouldStop: @escaping () -> Bool
  ) {
    var search = AccelerationSearch(preparation, isOutOfTime: shouldStop)
    guard let earliest = search.earliestBound() else { return }
    if earliest <= date {
      for _ in 0..<DateSearch.mostTries where ways.count < DateSearch.mostWays && isComplete {
        let answer = search.cheapest(by: date)
        isComplete = !answer.isStopped
        guard let found = answer.found else { break }
        var point = found.point(preparation)
        if let bound = answer.bound, !found.cost.isAsLowAs(bound) { point.lowerBound = bound }
        search.forbidden.append(found.set)
        // Levers that save no shortening are no alternative to none.
        let none = ways.first { $0.levers.isEmpty }
        if none.map({ $0.crashCost > point.crashCost }) ?? true { ways.append(point) }
      }
      if !ways.isEmpty { return }
    }
    search.forbidden = []
    findNearest(&search, preparation, from: max(earliest, date), to: now)
  }

  /// The cheapest levers for the earliest day that is reached.
  private mutating func findNearest(
    _ search: inout AccelerationSearch, _ preparation: LeverPreparation, from first: Instant,
    to now: Instant
  ) {
    func end(_ day: Int) -> Instant { Instant(minutes: Int32(day + 1) * 1440) }
    var (low, high) = (Instant.day(of: first.minutes - 1), Instant.day(of: now.minutes - 1))
    var day = low
    // The bound is often reached; else steps that double, then halving.
    var step = 1
    var isFound = false
    while low < high, isComplete {
      let answer = search.cheapest(by: end(day))
      isComplete = !answer.isStopped
      if let found = answer.found {
        nearest = found.point(preparation).levers
        high = min(day, Instant.day(of: found.way.finish.minutes - 1))
        isFound = true
      } else {
        low = day + 1
        step *= 2
      }
      day = isFound ? low + (high - low) / 2 : min(high - 1, low + step)
    }
  }
}

/// Changes of the structure on top of levers and shortest durations.
struct StructureSearch {
  /// How many changes are made at most.
  static let mostSteps = 8

  private let plan: Plan
  private let date: Instant
  private let derives: Bool
  private let calendars: CalendarCache

  init(_ plan: Plan, date: Instant, derives: Bool, calendars: CalendarCache) {
    (self.plan, self.date, self.derives, self.calendars) = (plan, date, derives, calendars)
  }

  /// The changes, each the one that gains most.
  func steps(levers: [String], shouldStop: () -> Bool) -> [WhyNot.StructuralStep] {
    var steps: [WhyNot.StructuralStep] = []
    var changes: [WhyNot.StructuralStep.Change] = []
    guard var current = schedule(levers, changes) else { return [] }
    while steps.count < StructureSearch.mostSteps, current.cutoverFinish > date, !shouldStop() {
      var next: (change: WhyNot.StructuralStep.Change, schedule: PlanSchedule)?
      for change in candidates(current, changes) {
        if shouldStop() { break }
        let least = next?.schedule ?? current
        guard let found = schedule(levers, changes + [change]),
          (found.cutoverFinish, found.readyBeforeWindow)
            < (least.cutoverFinish, least.readyBeforeWindow)
        else { continue }
        next = (change, found)
      }
      guard let next else { break }
      changes.append(next.change)
      steps.append(
        .init(
          change: next.change, finish: next.schedule.cutoverFinish,
          ready: next.schedule.readyBeforeWindow,
          finishWithoutWait: next.schedule.finishWithoutWait))
      current = next.schedule
    }
    return steps
  }

  /// More waves, and for the modules of the path to be kept by one owner with interfaces for the
  /// other, or to be replaced by a product.
  private func candidates(
    _ schedule: PlanSchedule, _ made: [WhyNot.StructuralStep.Change]
  ) -> [WhyNot.StructuralStep.Change] {
    var result: [WhyNot.StructuralStep.Change] = []
    if case .count(1) = plan.generation.waves,
      !made.contains(where: { if case .waves = $0 { true } else { false } })
    {
      result = [.waves(2), .waves(3)]
    }
    var seen: Set<String> = []
    for step in schedule.path {
      guard let module = schedule.plan.tasks[step.task].module, seen.insert(module).inserted else {
        continue
      }
      for strategy in [Module.Strategy.keep, .package]
      where !made.contains(.strategy(module: module, strategy)) {
        result.append(.strategy(module: module, strategy))
      }
    }
    return result
  }

  private func schedule(
    _ levers: [String], _ changes: [WhyNot.StructuralStep.Change]
  ) -> PlanSchedule? {
    var base = plan.withoutGeneratedWork()
    for change in changes {
      switch change {
      case .waves(let count): base.generation.waves = .count(count)
      case .strategy: break
      }
    }
    do {
      var list: [Change] = []
      for lever in try base.levers(in: levers.map { .lever($0) }) { list += lever.changes }
      for case .strategy(let module, let strategy) in changes {
        list.append(.strategy(module: module, strategy))
      }
      let changed = try base.applying(changes: list)
      return try changed.atItsShortest(derives: derives).plan.scheduled(calendars: calendars)
    } catch {
      return nil
    }
  }
}
