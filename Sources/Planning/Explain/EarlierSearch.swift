internal import Scheduling

/// Finds out by trying what would make a date a day earlier.
///
/// Every change is made in a copy of the plan, which is then scheduled anew. "A day earlier" means
/// that the date falls on an earlier day of the calendar.
struct EarlierSearch {
  private let schedule: PlanSchedule
  private let steps: [Explanation.Step]
  private let aim: Explanation.Aim
  /// The tasks whose first start or last finish is the date: one, or all of a summary.
  private let tasks: [Int]
  private(set) var found = Explanation.Earlier()

  private var plan: Plan { schedule.plan }

  /// - Parameters:
  ///   - steps: the chain to the date.
  ///   - tasks: the task whose date it is, or all tasks of a summary.
  ///   - limit: how many changes may be tried.
  init(
    _ schedule: PlanSchedule, steps: [Explanation.Step], of tasks: [Int], aim: Explanation.Aim,
    limit: Int
  ) {
    self.schedule = schedule
    self.tasks = tasks
    self.steps = steps
    self.aim = aim
    let candidates = AlterationCandidates(schedule, steps: steps, aim: aim)
    let chosen = candidates.chosen(limit: limit)
    found.possible = candidates.count
    found.tried = chosen.count
    found.alone = chosen.compactMap { change in
      date(with: plan.altered(by: change)).map { .init(change: change, date: $0) }
    }
    guard limit > 0, !found.alone.contains(where: \.change.isDayOff) else { return }
    found.together = combination
    if found.together == nil { found.reaches = reaches(count: max(1, min(3, limit / 20))) }
  }

  /// The date under another plan; nil when it is not a day earlier, or when there is no schedule.
  private func date(with plan: Plan) -> Instant? {
    guard let lowered = try? LoweredPlan(plan), let result = try? lowered.scheduled() else {
      return nil
    }
    let nodes = tasks.compactMap { lowered.node[$0] }.map(Int.init)
    let new =
      aim == .start
      ? nodes.map { result.schedule.start[$0] }.min()
      : nodes.map { result.schedule.finish[$0] }.max()
    let old = aim == .start ? tasks.map(start).min() : tasks.map(finish).max()
    guard let new, let old, day(of: Instant(minutes: new)) < day(of: old) else { return nil }
    return Instant(minutes: new)
  }

  private func start(_ task: Int) -> Instant { schedule.tasks[task].start }
  private func finish(_ task: Int) -> Instant { schedule.tasks[task].finish }

  /// The day a date falls on: midnight belongs to the day that ends, except for work that starts.
  private func day(of instant: Instant) -> Int {
    guard let leaf = steps.last?.task else { return 0 }
    let beginsWork = aim == .start && schedule.tasks[leaf].start != schedule.tasks[leaf].finish
    return Instant.day(of: beginsWork ? instant.minutes : instant.minutes - 1)
  }

  // MARK: Several changes

  private var combination: Explanation.Combination? {
    let ends = aim == .start ? steps.suffix(1).map(\.task) : tasks
    let tied = TiedPaths(schedule, to: ends, aim: aim)
    guard let changes = tied.smallestCut, changes.count > 1, let paths = tied.tiedPaths else {
      return nil
    }
    let changed = changes.reduce(plan) { $0.altered(by: $1) }
    return date(with: changed).map { .init(changes: changes, date: $0, tiedPaths: paths) }
  }

  // MARK: Waiting for a calendar

  /// A wait of less than this many minutes of the clock is a night or a weekend.
  private static let shortWait: Int32 = 3 * 1440

  /// The last waits that swallow a day, and what would end them sooner.
  private func reaches(count: Int) -> [Explanation.Reach] {
    let waits = steps.reversed().filter { step in
      guard case .calendar(_, let wait, let window) = step.reason else { return false }
      return window != nil || wait >= EarlierSearch.shortWait
    }
    return waits.prefix(count).compactMap(reach)
  }

  private func reach(_ step: Explanation.Step) -> Explanation.Reach? {
    guard case .calendar(_, _, let window) = step.reason, let ready = step.ready,
      let latest = latestFit(step, ready: ready, window: window),
      let (readyBy, date) = latestReady(step.task, notAfter: latest)
    else { return nil }
    let windows = windows(of: step.task) ?? []
    return .init(
      task: step.task, window: window,
      previous: windows.first { $0.start <= readyBy && readyBy < $0.end }, readyBy: readyBy,
      missing: schedule.scheduled.workingMinutes(from: readyBy, to: ready), date: date)
  }

  private func windows(of task: Int) -> [WorkCalendar.Window]? {
    let network = schedule.lowered.network
    return schedule.lowered.node[task].flatMap {
      network.calendars[Int(network.calendar(of: $0))].windows
    }
  }

  /// The latest start of a waiting task in an earlier window that holds all its work, or at the end
  /// of the work before its wait.
  private func latestFit(
    _ step: Explanation.Step, ready: Instant, window: WorkCalendar.Window?
  ) -> Instant? {
    guard let node = schedule.lowered.node[step.task] else { return nil }
    let scheduled = schedule.scheduled
    let number = scheduled.network.calendar(of: node)
    let minutes = schedule.tasks[step.task].duration
    let isWork = scheduled.network.kind(of: node) == .work && minutes > 0
    func latestStart(by end: Instant) -> Instant? {
      isWork
        ? scheduled.latestStart(of: minutes, by: end, calendar: number)
        : Instant(minutes: end.minutes - max(minutes, scheduled.schedule.granule))
    }
    guard let window else {
      return scheduled.endOfWork(before: ready, calendar: number).flatMap(latestStart)
    }
    for candidate in (windows(of: step.task) ?? []).sorted(by: { $0.start > $1.start })
    where candidate.end <= window.start {
      if let latest = latestStart(by: candidate.end), latest >= candidate.start { return latest }
    }
    return nil
  }

  /// By when all before a task must be ready for the date to be a day earlier, found by halving:
  /// the tasks after it must fit in, too.
  private func latestReady(_ task: Int, notAfter latest: Instant) -> (Instant, Instant)? {
    let granule = schedule.scheduled.schedule.granule
    var best: (readyBy: Instant, date: Instant)?
    func isEnough(_ steps: Int32) -> Bool {
      let readyBy = Instant(minutes: latest.minutes - steps * granule)
      guard let date = date(with: planReady(task, by: readyBy)) else { return false }
      best = (readyBy, date)
      return true
    }
    if isEnough(0) { return best }
    var tooFew: Int32 = 0
    var enough = (latest.minutes - plan.start.minutes) / granule
    guard enough > 0, isEnough(enough) else { return nil }
    while tooFew + 1 < enough {
      let middle = tooFew + (enough - tooFew) / 2
      if isEnough(middle) { enough = middle } else { tooFew = middle }
    }
    return best
  }

  /// The plan in which everything that a task waits for is done by a date.
  private func planReady(_ task: Int, by date: Instant) -> Plan {
    var changed = plan
    var holder: Int? = task
    while let current = holder {
      changed.tasks[current].after = []
      holder = changed.tasks[current].parent
    }
    changed.tasks[task].constraints.append(TaskConstraint(.startNoEarlierThan, date))
    return changed
  }
}
