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
  /// - Complexity: one schedule for each plan that is tried: 2 for each scenario, up to
  ///   2^`LeverSets.mostTried` sets of levers, and those of the structure.
  public func whyNot(
    by date: Instant, derives: Bool = false, calendars: CalendarCache = CalendarCache(),
    shouldStop: () -> Bool = { false }
  ) throws(PlanError) -> WhyNot {
    let plan = generated == nil ? try withGeneratedWork() : self
    let now = try plan.scheduled(calendars: calendars)
    let (shortest, options, cost) = plan.atItsShortest(derives: derives)
    let crashed = try shortest.scheduled(calendars: calendars)
    // A start tied to a finish can make a longer task the better one: never worse than the plan.
    let earliest = crashed.cutoverFinish <= now.cutoverFinish ? crashed : now
    let path = CompressedPath(earliest, shortened: Set(options.map(\.task)))
    var trial = LeverSets(plan, date: date, derives: derives, calendars: calendars)
    let scenarios = plan.scenarios.compactMap { trial.reach(of: $0) }
    let isPossible = earliest.cutoverFinish <= date
    let levers = trial.best(shouldStop: shouldStop)
    var structure: [WhyNot.StructuralStep] = []
    let isReached = isPossible || (levers.map { $0.finishAtShortest <= date } ?? false)
    if !isReached, plan.generatesWork {
      let search = StructureSearch(plan, date: date, derives: derives, calendars: calendars)
      structure = search.steps(levers: levers?.levers ?? [], shouldStop: shouldStop)
    }
    let accesses = plan.tasks.indices.filter { plan.tasks[$0].work?.kind == .access }
    return WhyNot(
      date: date, now: now, earliest: earliest, options: options, derives: derives,
      costOfEverything: cost, path: path, limits: plan.limits(of: date, now), scenarios: scenarios,
      levers: levers, triedAllLevers: trial.triedAll, structure: structure,
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

/// Sets of levers, tried one after the other.
struct LeverSets {
  /// Up to so many levers all sets are tried; beyond, one lever after the other is added.
  static let mostTried = 7

  private let plan: Plan
  private let date: Instant
  private let derives: Bool
  private let calendars: CalendarCache
  private(set) var triedAll = true

  init(_ plan: Plan, date: Instant, derives: Bool, calendars: CalendarCache) {
    (self.plan, self.date, self.derives, self.calendars) = (plan, date, derives, calendars)
  }

  /// A set with what it reaches.
  private struct Trial {
    var levers: [String]
    var cost: Int64
    var finish: Instant
    /// When the work before the last wait for a window is ready: what a window swallows counts.
    var ready: Instant
  }

  /// What a scenario reaches; nil when it cannot be applied.
  func reach(of scenario: Scenario) -> WhyNot.Reach? {
    guard let changed = try? plan.applying(scenario.apply),
      let levers = try? plan.levers(in: scenario.apply)
    else { return nil }
    return reach(changed, scenario.id, levers)
  }

  private func reach(_ changed: Plan, _ scenario: String?, _ levers: [Lever]) -> WhyNot.Reach? {
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

  /// The cheapest set that reaches the date, else the one that comes nearest; nil without levers
  /// that gain anything.
  mutating func best(shouldStop: () -> Bool) -> WhyNot.Reach? {
    guard !plan.levers.isEmpty, let nothing = trial([]) else { return nil }
    let found =
      plan.levers.count <= LeverSets.mostTried
      ? allSets(nothing, shouldStop) : oneByOne(nothing, shouldStop)
    guard found.finish < nothing.finish || found.ready < nothing.ready,
      let levers = try? plan.levers(in: found.levers.map { .lever($0) }),
      let changed = try? plan.applying(found.levers.map { .lever($0) })
    else { return nil }
    return reach(changed, nil, levers)
  }

  private func trial(_ ids: [String]) -> Trial? {
    let steps = ids.map { Scenario.Step.lever($0) }
    guard let changed = try? plan.applying(steps), let levers = try? plan.levers(in: steps),
      let schedule = try? changed.scheduled(calendars: calendars)
    else { return nil }
    return Trial(
      levers: ids, cost: cost(levers, changed), finish: schedule.cutoverFinish,
      ready: schedule.readyBeforeWindow)
  }

  private func isBetter(_ left: Trial, than right: Trial) -> Bool {
    let isInTime = (left.finish <= date, right.finish <= date)
    if isInTime.0, isInTime.1 { return left.cost < right.cost }
    return (left.finish, left.cost) < (right.finish, right.cost)
  }

  private mutating func allSets(_ nothing: Trial, _ shouldStop: () -> Bool) -> Trial {
    var best = nothing
    for mask in 1..<(1 << plan.levers.count) {
      if shouldStop() {
        triedAll = false
        break
      }
      let ids = plan.levers.indices.filter { mask & 1 << $0 != 0 }.map { plan.levers[$0].id }
      if let found = trial(ids), isBetter(found, than: best) { best = found }
    }
    return best
  }

  /// Adds the lever that gains most, with what it requires, until the date is reached or none gains
  /// anything; begins with nothing, and with the levers of the scenario that reaches
  /// furthest. Then takes away what does
  /// not help.
  private mutating func oneByOne(_ nothing: Trial, _ shouldStop: () -> Bool) -> Trial {
    triedAll = false
    let scenarios = plan.scenarios.compactMap { scenario -> Trial? in
      let ids = scenario.apply.compactMap { step -> String? in
        if case .lever(let id) = step { return id }
        return nil
      }
      return ids.isEmpty ? nil : trial(ids)
    }
    let nearest = scenarios.min { ($0.finish, $0.cost) < ($1.finish, $1.cost) }
    let starts = [nothing] + (nearest.map { $0.finish < nothing.finish ? [$0] : [] } ?? [])
    var best = nothing
    for start in starts {
      let found = pruned(grown(start, shouldStop), shouldStop)
      if isBetter(found, than: best) { best = found }
    }
    return best
  }

  private func grown(_ start: Trial, _ shouldStop: () -> Bool) -> Trial {
    var current = start
    while current.finish > date, !shouldStop() {
      var next: Trial?
      for lever in plan.levers where !current.levers.contains(lever.id) {
        let added = [lever.id] + lever.requires.filter { !current.levers.contains($0) }
        if shouldStop() { break }
        guard let found = trial(current.levers + added),
          (found.finish, found.ready) < (current.finish, current.ready)
        else { continue }
        if next.map({
          (found.finish, found.ready, found.cost) < ($0.finish, $0.ready, $0.cost)
        }) ?? true {
          next = found
        }
      }
      guard let next else { break }
      current = next
    }
    return current
  }

  private func pruned(_ start: Trial, _ shouldStop: () -> Bool) -> Trial {
    var current = start
    for id in start.levers.reversed() where !shouldStop() {
      let rest = current.levers.filter { $0 != id }
      guard let found = trial(rest), found.cost <= current.cost else { continue }
      if found.finish <= max(current.finish, date) { current = found }
    }
    return current
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
