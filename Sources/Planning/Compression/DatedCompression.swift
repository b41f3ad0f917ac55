internal import Scheduling

/// The cheapest durations of one plan for a date on the real calendars, with a bound that shares
/// nothing with how they were found.
struct DatedCompression {
  private let plan: Plan
  private let options: [CrashOption]
  /// By option, the durations that are shortest together on the axis.
  private let fastest: [PlanDuration?]
  private let merged: MergedPlan
  private let calendars: CalendarCache
  private let shouldStop: (DiscreteCompression.Progress) -> Bool

  /// A way to be in time.
  struct Way {
    /// By option, what the task takes; nil: its planned duration.
    var durations: [PlanDuration?]
    var cost: PlanCompression.ExactAmount
    /// When the cutover really finishes.
    var finish: Instant
    /// What nothing costs less than.
    var bound: PlanCompression.ExactAmount
    /// Whether nothing is cheaper.
    var isProved: Bool { cost.isAsLowAs(bound) }
  }

  /// - Parameters:
  ///   - plan: with generated work; its levers do not matter.
  ///   - options: how its tasks can be made shorter; those that do not lead to the cutover may be
  ///     missing.
  ///   - fastest: by option, the durations that are shortest together on the axis.
  ///   - prices: where the options come from.
  /// - Returns: nil when the plan cannot be lowered.
  init?(
    _ plan: Plan, _ options: [CrashOption], fastest: [PlanDuration?], prices: CrashPrices,
    calendars: CalendarCache,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool
  ) {
    var alone = plan
    alone.levers = []
    alone.scenarios = []
    guard
      let preparation = try? LeverPreparation(alone, prices: prices, calendars: calendars),
      let base = preparation.bases.first,
      let merged = MergedPlan(base, decided: LeverSet(), undecided: LeverSet())
    else { return nil }
    (self.plan, self.merged) = (alone, merged)
    (self.calendars, self.shouldStop) = (calendars, shouldStop)
    (self.options, self.fastest) = (options, fastest)
  }

  /// - Parameters:
  ///   - plan: with generated work and the levers that were applied.
  ///   - options: how its tasks can be made shorter.
  ///   - merged: the same plan, out of a larger one.
  init(
    _ plan: Plan, _ options: [CrashOption], _ merged: MergedPlan, calendars: CalendarCache,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool
  ) {
    (self.plan, self.options, self.merged) = (plan, options, merged)
    (self.calendars, self.shouldStop) = (calendars, shouldStop)
    fastest = []
  }

  /// The cheapest way to finish the cutover by a date; nil when there is none.
  ///
  /// - Complexity: one `DatedProblem` and one schedule where the calendars leave no doubt; else at
  ///   most 20 of each, and some schedules for each task that was made shorter.
  func cheapest(by date: Instant) -> Way? {
    // What is in time for certain. A longer task may be the better one where a finish holds its
    // start: all at their shortest is not always the earliest.
    let known = [options.map { _ in nil }, fastest, options.map { $0.points.last?.duration }]
      .lazy.compactMap { durations in
        finish(durations).map { way(durations, $0, bound: .zero) }
      }.first { $0.finish <= date }
    guard let problem = DatedProblem(merged, by: date) else {
      return known.map { trimmed($0, by: date) }
    }
    var bound = PlanCompression.ExactAmount.zero
    switch problem.solve(shouldStop: shouldStop) {
    case .impossible: return nil
    case .unknown: break
    case .least(let found):
      bound = found.cost
      if let way = way(found, by: date, bound) { return way }
    }
    // The lengths of other calendars are too short here: everything has to be somewhat earlier.
    guard var best = known else { return nil }
    best.bound = bound
    var (low, high): (Int64, Int64?) = (0, nil)
    var reserve: Int64 = 1
    for _ in 0..<DatedCompression.mostReserves where high.map({ $0 - low > 1 }) ?? true {
      var found: Way?
      if case .least(let solution) = problem.solve(reserve: reserve, shouldStop: shouldStop) {
        found = way(solution, by: date, bound)
        if found == nil { low = reserve }
      }
      // Too much of a reserve leaves no solution: the search goes on below it.
      if low != reserve { high = reserve }
      if let found, found.cost < best.cost { best = found }
      reserve = high.map { low + ($0 - low) / 2 } ?? reserve * 4
    }
    return trimmed(best, by: date)
  }

  /// The earliest day of the cutover for an extra cost, in the cheapest way; nil when even the plan
  /// as it is cannot be scheduled.
  ///
  /// - Complexity: O(log of the days that are saved at most) dates.
  func earliest(within budget: Int64) -> Way? {
    guard let now = finish(options.map { _ in nil }),
      let shortest = finish(options.map { $0.points.last?.duration })
    else { return nil }
    var best = free(now)
    // The first day is too dear, or too early; the last one is not.
    var (low, high) = (Instant.day(of: shortest.minutes - 1) - 1, Instant.day(of: now.minutes - 1))
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let way = cheapest(by: Instant(minutes: Int32(middle + 1) * 1440)),
        way.cost <= .init(budget)
      {
        best = way
        high = min(middle, Instant.day(of: way.finish.minutes - 1))
      } else {
        low = middle
      }
    }
    return earlierWithinItsDay(best, budget)
  }

  /// What the budget gains within the day that was found.
  private func earlierWithinItsDay(_ found: Way, _ budget: Int64) -> Way {
    var best = found
    var (low, high) = (best.finish.startOfItsDay.minutes, best.finish.minutes)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let way = cheapest(by: Instant(minutes: middle)), way.cost <= .init(budget) {
        (best, high) = (way, min(middle, way.finish.minutes))
      } else {
        low = middle
      }
    }
    return best
  }

  /// How many reserves are tried.
  private static let mostReserves = 24

  /// The plan as it is, when it is in time.
  private func free(_ finish: Instant) -> Way {
    Way(durations: options.map { _ in nil }, cost: .zero, finish: finish, bound: .zero)
  }

  private func way(
    _ durations: [PlanDuration?], _ finish: Instant, bound: PlanCompression.ExactAmount
  ) -> Way {
    Way(durations: durations, cost: cost(durations), finish: finish, bound: bound)
  }

  /// A solution as a way; nil when it is really too late.
  private func way(
    _ solution: DatedProblem.Solution, by date: Instant, _ bound: PlanCompression.ExactAmount
  ) -> Way? {
    let durations = options.map { option in
      solution.amounts[option.task].map { self.duration($0, option) }
    }
    guard let finish = finish(durations), finish <= date else { return nil }
    return way(durations, finish, bound: bound)
  }

  /// Minutes or months of a task's own time as a duration of its option where it is one.
  private func duration(_ amount: Int32, _ option: CrashOption) -> PlanDuration {
    for point in option.points
    where TaskDuration(point.duration, plan.units)?.amount == amount { return point.duration }
    return PlanDuration.inDays(
      Int64(amount), isElapsed: option.points[0].duration.unit.isElapsed, plan.units)
  }

  // MARK: Costs and dates

  /// What durations cost, exactly.
  func cost(_ durations: [PlanDuration?]) -> PlanCompression.ExactAmount {
    var sum = PlanCompression.ExactAmount.zero
    for (option, duration) in zip(options, durations) {
      if let duration { sum = sum + option.cost(of: duration, plan.units) }
    }
    return sum
  }

  /// When the cutover finishes with these durations; nil when the plan cannot be scheduled then.
  func finish(_ durations: [PlanDuration?]) -> Instant? {
    var changed = plan
    for (option, duration) in zip(options, durations) {
      if let duration { changed.tasks[option.task].duration = duration }
    }
    return changed.finishOfCutover(calendars: calendars)
  }

  // MARK: Trimming

  /// Gives back what is paid for nothing: task by task, the dearest first, as long a duration as
  /// still is in time.
  private func trimmed(_ start: Way, by date: Instant) -> Way {
    guard !start.isProved else { return start }
    var best = start
    let paid = options.indices.compactMap { index in
      best.durations[index].map { (index, options[index].cost(of: $0, plan.units)) }
    }
    for (index, _) in paid.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }) {
      guard let current = best.durations[index] else { continue }
      for candidate in longer(options[index], than: current) {
        var durations = best.durations
        durations[index] = candidate
        guard let finish = finish(durations), finish <= date else { continue }
        best = way(durations, finish, bound: best.bound)
        break
      }
    }
    return best
  }

  /// Longer durations of an option, longest first: its points, and where all between are possible
  /// whole days.
  private func longer(_ option: CrashOption, than current: PlanDuration) -> [PlanDuration?] {
    guard let now = TaskDuration(current, plan.units)?.amount,
      let normal = TaskDuration(option.points[0].duration, plan.units)?.amount
    else { return [] }
    var amounts = Set(
      option.points.dropFirst().compactMap { TaskDuration($0.duration, plan.units)?.amount })
    if !option.isDiscrete {
      let day =
        option.points[0].duration.unit.isElapsed ? 1440 : Int32(plan.units.minutesPerDay)
      var amount = now / day * day + day
      while amount < normal {
        amounts.insert(amount)
        amount += day
      }
    }
    return [nil]
      + amounts.filter { $0 > now && $0 < normal }.sorted(by: >).map {
        duration($0, option)
      }
  }
}

extension Plan {
  /// When the cutover finishes, the project without one; nil when the plan cannot be scheduled.
  ///
  /// - Complexity: O(tasks + links).
  func finishOfCutover(calendars: CalendarCache) -> Instant? {
    guard let lowered = try? LoweredPlan(self) else { return nil }
    return lowered.finishOfCutover(calendars: calendars)
  }
}

extension LoweredPlan {
  /// When the cutover finishes, the project without one; nil when the plan cannot be scheduled.
  ///
  /// - Complexity: O(tasks + links).
  func finishOfCutover(calendars: CalendarCache) -> Instant? {
    func cutoverFinish(_ finish: [Int32], _ last: Int32) -> Instant {
      Instant(minutes: network.cutover.map { finish[Int($0)] } ?? last)
    }
    if network.constraints.values.joined().contains(where: { $0.kind == .asLateAsPossible }) {
      guard let scheduled = try? Scheduler.schedule(network, calendars: calendars) else {
        return nil
      }
      return cutoverFinish(scheduled.schedule.finish, scheduled.schedule.projectFinish)
    }
    guard let dates = try? Scheduler.earlyDates(network, calendars: calendars) else { return nil }
    return cutoverFinish(dates.finish, dates.projectFinish)
  }
}

extension CrashOption {
  /// The extra cost of a duration: between the points it runs evenly.
  func cost(of duration: PlanDuration, _ units: WorkUnits) -> PlanCompression.ExactAmount {
    func amount(_ duration: PlanDuration) -> Int64 {
      Int64(TaskDuration(duration, units)?.amount ?? 0)
    }
    let own = amount(duration)
    guard own < amount(points[0].duration) else { return .zero }
    for (before, after) in zip(points, points.dropFirst()) where amount(after.duration) <= own {
      let (longer, shorter) = (amount(before.duration), amount(after.duration))
      if own == shorter { return .init(after.cost) }
      // before.cost + (after.cost − before.cost) · (longer − own) / (longer − shorter)
      return PlanCompression.ExactAmount(before.cost)
        + .init((after.cost - before.cost) * (longer - own), over: longer - shorter)
    }
    return .init(points.last?.cost ?? 0)
  }
}
