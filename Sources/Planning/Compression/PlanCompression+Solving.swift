public import Scheduling

extension Plan {
  /// The cheapest ways to be earlier.
  ///
  /// - Parameters:
  ///   - aim: what is asked for; nil for the curve alone.
  ///   - derives: whether generated development work without crash figures gets those of COCOMO II.
  ///   - calendars: compiled calendars of plans scheduled before.
  ///   - shouldStop: asked again and again while alternatives are searched; true ends the search.
  /// - Throws: `PlanCompressionError`.
  /// - Complexity: that of the curve (`Compression`), or of the search (`DiscreteCompression`), and
  ///   one schedule for each point; for a date some more.
  public func compressed(
    to aim: PlanCompression.Aim? = nil, derives: Bool = false,
    calendars: CalendarCache = CalendarCache(),
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool = { _ in false }
  ) throws(PlanCompressionError) -> PlanCompression {
    var work = try CompressionWork(
      self, derives: derives, calendars: calendars, shouldStop: shouldStop)
    return try work.result(aim, derives: derives)
  }
}

/// The steps from a plan to its curve.
struct CompressionWork {
  let model: CompressionModel
  let now: PlanSchedule
  let solver: CompressionSolver
  private let calendars: CalendarCache
  /// Real finishes that are known, by duration in units.
  private var finishes: [Int64: Instant] = [:]

  private var plan: Plan { now.plan }

  init(
    _ written: Plan, derives: Bool, calendars: CalendarCache,
    shouldStop: @escaping (DiscreteCompression.Progress) -> Bool
  ) throws(PlanCompressionError) {
    self.calendars = calendars
    let (model, now): (CompressionModel, PlanSchedule)
    do {
      let plan = written.generated == nil ? try written.withGeneratedWork() : written
      let lowered = try LoweredPlan(plan)
      let scheduled = try lowered.scheduled(calendars: calendars)
      now = PlanSchedule(lowered, scheduled)
      model = CompressionModel(
        lowered, scheduled, options: plan.crashOptions(derives: derives))
    } catch {
      throw .plan(error)
    }
    if model.hasTooLargeCosts { throw .costsTooLarge }
    (self.model, self.now) = (model, now)
    do {
      let day = max(1, Int64(now.plan.units.minutesPerDay) / model.unit)
      solver = try CompressionSolver(model.problem, day: day, shouldStop: shouldStop)
    } catch .costsTooLarge {
      throw .costsTooLarge
    } catch {
      throw .contradiction
    }
  }

  mutating func result(
    _ aim: PlanCompression.Aim?, derives: Bool
  ) throws(PlanCompressionError) -> PlanCompression {
    let (solutions, isComplete) = solver.points()
    var points: [PlanCompression.Point] = []
    for (index, solution) in solutions.enumerated() {
      var point = try point(solution, after: index > 0 ? solutions[index - 1] : nil)
      if index + 1 < solutions.count {
        point.slope = slope(from: solution, to: solutions[index + 1])
      }
      points.append(point)
    }
    let reached = try datesReached(solutions)
    let found = try chosen(aim)
    let chosenPoint = try found.map { solution throws(PlanCompressionError) in
      try point(solution, after: solutions.first)
    }
    let chosenSchedule = try found.map { solution throws(PlanCompressionError) in
      try schedule(solution.durations)
    }
    let last = solutions.last?.durations ?? model.problem.activities.map(\.normal)
    return PlanCompression(
      now: now, options: model.options, points: points, isComplete: isComplete,
      step: solver.stepBetweenPoints.map { $0 * model.unit }, reached: reached, aim: aim,
      chosen: chosenPoint, chosenSchedule: chosenSchedule, limit: limit,
      approximations: model.approximations, shortestSchedule: try schedule(last),
      derivable: derivable(derives), minutesPerDay: Int64(plan.units.minutesPerDay))
  }

  // MARK: Points

  private func amount(_ cost: Int64) -> PlanCompression.ExactAmount {
    .init(cost, over: model.costScale)
  }

  private func slope(
    from solution: CompressionSolver.Solution, to next: CompressionSolver.Solution
  ) -> PlanCompression.ExactAmount? {
    let units = solution.duration - next.duration
    guard !solver.isDiscrete, units > 0 else { return nil }
    return .init((next.cost - solution.cost) / units, over: model.costScale * model.unit)
  }

  private mutating func point(
    _ solution: CompressionSolver.Solution, after before: CompressionSolver.Solution?
  ) throws(PlanCompressionError) -> PlanCompression.Point {
    let finish = try finish(of: solution)
    let normal = model.problem.activities.map(\.normal)
    var changes: [PlanCompression.Change] = []
    for (index, activity) in model.activityOfOption.enumerated() {
      let number = Int(activity)
      let old = before?.durations[number] ?? normal[number]
      let new = solution.durations[number]
      guard old != new else { continue }
      let own = model.problem.activities[number]
      let cost = (own.cost(of: new) ?? 0) - (own.cost(of: old) ?? 0)
      changes.append(
        .init(
          task: model.options[index].task, by: (new - old) * model.unit, cost: amount(cost)))
    }
    let duration = solution.duration * model.unit
    return PlanCompression.Point(
      duration: duration, finish: finish,
      isOnAxis: model.axis.position(finish.minutes) == duration, cost: amount(solution.cost),
      slope: nil, lowerBound: solution.lowerBound.map(amount), changes: changes,
      durations: model.options.indices.map {
        model.duration(
          of: $0, atUnits: solution.durations[Int(model.activityOfOption[$0])])
      })
  }

  // MARK: Real dates

  /// The plan with the durations of a solution.
  private func plan(_ durations: [Int64]) -> Plan {
    var changed = plan
    for (index, option) in model.options.enumerated() {
      let units = durations[Int(model.activityOfOption[index])]
      guard let duration = model.duration(of: index, atUnits: units) else { continue }
      changed.tasks[option.task].duration = duration
    }
    return changed
  }

  private func schedule(_ durations: [Int64]) throws(PlanCompressionError) -> PlanSchedule {
    do {
      return try plan(durations).scheduled(calendars: calendars)
    } catch {
      throw .plan(error)
    }
  }

  /// When the cutover really finishes.
  private mutating func finish(
    of solution: CompressionSolver.Solution
  ) throws(PlanCompressionError) -> Instant {
    if let known = finishes[solution.duration] { return known }
    let finish: Instant
    do {
      let lowered = try LoweredPlan(plan(solution.durations))
      let scheduled = try lowered.scheduled(calendars: calendars)
      finish =
        now.cutover == nil
        ? Instant(minutes: scheduled.schedule.projectFinish)
        : lowered.network.cutover.map { Instant(minutes: scheduled.schedule.finish[Int($0)]) }
          ?? now.cutoverFinish
    } catch {
      throw .plan(error)
    }
    finishes[solution.duration] = finish
    return finish
  }

  // MARK: Aims

  private mutating func chosen(
    _ aim: PlanCompression.Aim?
  ) throws(PlanCompressionError) -> CompressionSolver.Solution? {
    switch aim {
    case nil: return nil
    case .date(let date): return try longest(by: date)
    case .earlier(let time):
      guard let date = now.cutoverFinish(earlierBy: time) else { return nil }
      return try longest(by: date)
    case .budget(let budget):
      let (scaled, overflow) = budget.multipliedReportingOverflow(by: model.costScale)
      guard
        let found = solver.shortest(within: overflow ? Int64.max / 4 : min(scaled, Int64.max / 4))
      else { return nil }
      // What only waits for the same window need not be bought.
      return try longest(by: finish(of: found)) ?? found
    }
  }

  /// The cheapest solution whose real finish is in time.
  ///
  /// Dates follow durations but for waits: halving finds the longest duration that is in time.
  private mutating func longest(
    by date: Instant
  ) throws(PlanCompressionError) -> CompressionSolver.Solution? {
    guard var best = solver.cheapest(atMost: solver.shortest), try finish(of: best) <= date else {
      return nil
    }
    var (low, high) = (solver.shortest, solver.normal)
    if let first = solver.cheapest(atMost: high), try finish(of: first) <= date { return first }
    // low is in time, high is not.
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let found = solver.cheapest(atMost: middle) else {
        high = middle
        continue
      }
      if try finish(of: found) <= date {
        (best, low) = (found, middle)
      } else {
        high = min(middle, max(found.duration, low + 1))
      }
    }
    return best
  }

  /// The days that are reached, the first 24, each with the cheapest way there, where windows make them jump.
  private mutating func datesReached(
    _ solutions: [CompressionSolver.Solution]
  ) throws(PlanCompressionError) -> [PlanCompression.Point] {
    guard waitsForWindow, let first = solutions.first, let last = solutions.last else { return [] }
    let end = try finish(of: last)
    var result = [try point(first, after: nil)]
    while let latest = result.last?.finish, latest > end, result.count < 24 {
      // Within a window dates may follow the work minute by minute: one way for each day will do.
      let day = Instant.day(of: latest.minutes - 1)
      guard let next = try longest(by: Instant(minutes: Int32(day) * 1440)) else { break }
      result.append(try point(next, after: first))
    }
    return result
  }

  /// Whether a task on the way to the cutover runs on a calendar of windows.
  private var waitsForWindow: Bool {
    let network = model.lowered.network
    return model.nodeOfActivity.contains { node in
      network.calendars[Int(network.calendar(of: node))].windows != nil
    }
  }

  // MARK: The limit

  private var limit: PlanCompression.Limit {
    let activities = model.problem.activities
    var path: [PlanCompression.Limit.Step] = []
    var end: Int64 = 0
    for step in solver.limit.steps {
      guard let activity = step.event.activity.map(Int.init) else { continue }
      let node = model.nodeOfActivity[activity]
      guard !model.lowered.isGate(node) else { continue }
      let task = model.lowered.task[Int(node)]
      let time = step.time * model.unit
      let normal = activities[activity].normal * model.unit
      if path.last?.task != task {
        // What a task's finish waits for at the finish of another one is its own last piece.
        let isLastPiece = step.event.isFinish && normal > 0
        path.append(
          .init(
            task: task, duration: isLastPiece ? max(0, time - end) : 0, normal: normal,
            wait: isLastPiece ? 0 : max(0, time - end)))
      } else if step.reason == .shortestDuration, !path.isEmpty {
        path[path.count - 1].duration = activities[activity].shortest * model.unit
      }
      end = time
    }
    let options = Set(model.options.map(\.task))
    let isCrashed = path.contains { options.contains($0.task) && $0.duration < $0.normal }
    return .init(
      reason: isCrashed ? .everythingAtItsShortest : .nothingToCompress, path: path)
  }

  /// How many tasks on the way could get derived figures but have none.
  private func derivable(_ derives: Bool) -> Int {
    let known = Set(model.options.map(\.task))
    return model.nodeOfActivity.count { node in
      guard !model.lowered.isGate(node) else { return false }
      let index = model.lowered.task[Int(node)]
      let task = plan.tasks[index]
      guard !known.contains(index), task.crash.isEmpty, task.modes.isEmpty, task.progress == nil,
        let duration = task.duration
      else { return false }
      return plan.canBeDerived(index, duration)
        && (!derives || plan.generation.rate ?? 0 <= 0)
    }
  }
}

extension PlanSchedule {
  /// The instant that lies so much before the cutover: by the calendar for months, by the clock for
  /// elapsed time, else in working time of the project's calendar; nil when there is none.
  public func cutoverFinish(earlierBy time: PlanDuration) -> Instant? {
    if time.unit == .calendarMonths {
      // The end of a day is the next one's midnight: the day that ends is the one to move.
      let isEnd = cutoverFinish.minuteOfDay == 0
      let day = isEnd ? cutoverFinish.date.adding(days: -1) : cutoverFinish.date
      let moved = day.adding(months: -Int(time.thousandths / 1000))
      return Instant(moved, minuteOfDay: isEnd ? 1440 : cutoverFinish.minuteOfDay)
    }
    guard let minutes = plan.units.minutes(of: time) else { return nil }
    if time.unit.isElapsed { return Instant(minutes: cutoverFinish.minutes - minutes) }
    if minutes <= 0 { return cutoverFinish }
    return scheduled.latestStart(of: minutes, by: cutoverFinish, calendar: 0)
  }
}
