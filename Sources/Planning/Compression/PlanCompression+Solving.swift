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
    let work = try CompressionWork(
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
  private let dated: DatedCompression

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
    let fastest = solver.cheapest(atMost: solver.shortest)?.durations ?? []
    guard
      let dated = DatedCompression(
        now.plan, model.options, fastest: fastest.isEmpty ? [] : model.durations(fastest),
        prices: CrashPrices(derives: derives), calendars: calendars, shouldStop: shouldStop)
    else { throw .contradiction }
    self.dated = dated
  }

  func result(
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
    let chosenWay = try chosen(aim)
    let chosenPoint = try chosenWay.map { way throws(PlanCompressionError) in try point(way) }
    let chosenSchedule = try chosenWay.map { way throws(PlanCompressionError) in
      try schedule(way.durations)
    }
    let last = solutions.last?.durations ?? model.problem.activities.map(\.normal)
    let shortest = model.durations(last)
    return PlanCompression(
      now: now, options: model.options, points: points, isComplete: isComplete,
      step: solver.stepBetweenPoints.map { $0 * model.unit }, reached: reached, aim: aim,
      chosen: chosenPoint, chosenSchedule: chosenSchedule, limit: limit,
      approximations: model.approximations, shortestSchedule: try schedule(shortest),
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

  private func point(
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
      durations: model.durations(solution.durations))
  }

  /// A way to be in time, against the plan as it is.
  private func point(_ way: DatedCompression.Way) throws(PlanCompressionError)
    -> PlanCompression.Point
  {
    var changes: [PlanCompression.Change] = []
    var lengths = model.problem.activities.map { $0.normal * model.unit }
    for (index, duration) in way.durations.enumerated() {
      guard let duration else { continue }
      let (option, activity) = (model.options[index], Int(model.activityOfOption[index]))
      let length = model.axisLength(of: duration, option, model.nodeOfActivity[activity])
      changes.append(
        .init(
          task: option.task, by: length - lengths[activity],
          cost: option.cost(of: duration, plan.units)))
      lengths[activity] = length
    }
    let duration = length(ofProjectTaking: lengths)
    return PlanCompression.Point(
      duration: duration, finish: way.finish,
      isOnAxis: model.axis.position(way.finish.minutes) == duration, cost: way.cost, slope: nil,
      lowerBound: way.isProved ? nil : way.bound, changes: changes, durations: way.durations)
  }

  /// How long the project takes on the axis with these lengths of its activities.
  private func length(ofProjectTaking lengths: [Int64]) -> Int64 {
    var fixed = TimeCostProblem()
    for length in lengths { fixed.add(.fixed(length)) }
    for item in model.problem.constraints {
      fixed.addConstraint(from: item.from, to: item.to, lag: item.lag * model.unit)
    }
    if let finishing = model.problem.finishing { fixed.finish(with: finishing) }
    return (try? Compression(fixed))?.shortestDuration ?? solver.normal * model.unit
  }

  // MARK: Real dates

  /// The plan with other durations, by option.
  private func plan(_ durations: [PlanDuration?]) -> Plan {
    var changed = plan
    for (option, duration) in zip(model.options, durations) {
      if let duration { changed.tasks[option.task].duration = duration }
    }
    return changed
  }

  private func schedule(
    _ durations: [PlanDuration?]
  ) throws(PlanCompressionError) -> PlanSchedule {
    do {
      return try plan(durations).scheduled(calendars: calendars)
    } catch {
      throw .plan(error)
    }
  }

  /// When the cutover really finishes.
  private func finish(
    of solution: CompressionSolver.Solution
  ) throws(PlanCompressionError) -> Instant {
    guard let finish = dated.finish(model.durations(solution.durations)) else {
      // What cannot be scheduled says why.
      return try schedule(model.durations(solution.durations)).cutoverFinish
    }
    return finish
  }

  // MARK: Aims

  private func chosen(
    _ aim: PlanCompression.Aim?
  ) throws(PlanCompressionError) -> DatedCompression.Way? {
    switch aim {
    case nil: nil
    case .date(let date): dated.cheapest(by: date)
    case .earlier(let time): now.cutoverFinish(earlierBy: time).flatMap(dated.cheapest)
    case .budget(let budget): onAxis(within: budget) ?? dated.earliest(within: budget)
    }
  }

  /// The shortest duration for a budget, where the axis says everything about real dates.
  private func onAxis(within budget: Int64) -> DatedCompression.Way? {
    let found = model.approximations
    let (scaled, overflow) = budget.multipliedReportingOverflow(by: model.costScale)
    guard found.waiting.isEmpty, found.placed.isEmpty, found.lags == 0, !found.roundsPrices,
      !overflow,
      let solution = solver.shortest(within: min(scaled, Int64.max / 4)),
      solution.lowerBound == nil
    else { return nil }
    let durations = model.durations(solution.durations)
    return dated.finish(durations).map {
      .init(
        durations: durations, cost: amount(solution.cost), finish: $0,
        bound: amount(solution.cost))
    }
  }

  /// The days that are reached, the first 24, each with the cheapest way there, where windows make
  /// them jump.
  private func datesReached(
    _ solutions: [CompressionSolver.Solution]
  ) throws(PlanCompressionError) -> [PlanCompression.Point] {
    guard now.waitsForWindow, let first = solutions.first, let last = solutions.last else {
      return []
    }
    let end = try finish(of: last)
    var result = [try point(first, after: nil)]
    while let latest = result.last?.finish, latest > end, result.count < 24 {
      // Within a window dates may follow the work minute by minute: one way for each day will do.
      guard let next = dated.cheapest(by: latest.startOfItsDay) else { break }
      result.append(try point(next))
    }
    return result
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
