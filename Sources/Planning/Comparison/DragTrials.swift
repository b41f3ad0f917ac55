internal import Scheduling

/// Schedules a plan without one thing after the other.
struct DragTrials {
  private let schedule: PlanSchedule
  private let calendars: CalendarCache
  /// The tasks of the path that wait for a window, the last first, and when the work before each is
  /// ready.
  private let waits: [(task: Int, window: WorkCalendar.Window, ready: Int32)]

  /// A schedule without something.
  struct Trial {
    /// When the cutover finishes, or without one the project.
    var cutoverFinish: Instant
    /// Another window than in the plan, in which the last task starts that waits for one there.
    var window: WorkCalendar.Window?
    /// By wait, when the work before it is ready.
    fileprivate var ready: [Int32]
  }

  /// - Complexity: one pass over the network.
  init(_ schedule: PlanSchedule, _ calendars: CalendarCache) {
    self.schedule = schedule
    self.calendars = calendars
    let waiting = schedule.path.reversed().compactMap { step in
      if case .calendar(_, _, let window?) = step.reason { (step.task, window) } else { nil }
    }
    let tasks = waiting.map(\.0)
    let network = schedule.lowered.network
    let dates = network.dates(probing: tasks.compactMap { schedule.lowered.node[$0] }, calendars)
    waits = zip(waiting, dates?.ready ?? []).map { ($0.0, $0.1, $1) }
  }

  /// The plan without one thing; nil when there is no schedule.
  func without(_ subject: DragAnalysis.Subject) -> Trial? {
    guard let lowered = lowered(without: subject),
      let dates = lowered.network.dates(
        probing: waits.compactMap { lowered.plan.node[$0.task] }, calendars)
    else { return nil }
    var window: WorkCalendar.Window?
    if let last = waits.first, let node = lowered.plan.node[last.task] {
      let start = dates.start[Int(node)]
      window = lowered.network.calendars[Int(lowered.network.calendar(of: node))].windows?
        .first { $0.start.minutes <= start && start < $0.end.minutes }
      if window == last.window { window = nil }
    }
    return Trial(cutoverFinish: dates.cutoverFinish, window: window, ready: dates.ready)
  }

  /// What a window swallows of a trial that brings the cutover no earlier: the last window before
  /// which the work is ready earlier; nil when it is ready earlier before none.
  func swallowed(
    _ trial: Trial, _ subject: DragAnalysis.Subject
  ) -> DragAnalysis.Swallowed? {
    for (wait, ready) in zip(waits, trial.ready) {
      let (now, then) = (Instant(minutes: ready), Instant(minutes: wait.ready))
      let gained = schedule.scheduled.workingMinutes(from: now, to: then)
      guard gained > 0 else { continue }
      let previous = schedule.previousWindow(before: wait.window, of: wait.task)
      return .init(
        subject: subject, task: wait.task, gained: gained, window: wait.window,
        previous: previous?.window,
        missing: previous.map {
          schedule.scheduled.workingMinutes(from: $0.latestStart, to: now)
        })
    }
    return nil
  }

  private func lowered(
    without subject: DragAnalysis.Subject
  ) -> (plan: LoweredPlan, network: Network)? {
    if case .task(let task) = subject {
      guard let node = schedule.lowered.node[task] else { return nil }
      var network = schedule.lowered.network
      if let done = network.progress(of: node) {
        network.setProgress(
          node, TaskProgress(started: done.started, remaining: 0, resumed: done.resumed))
      }
      network.setDuration(node, .work(minutes: 0))
      return (schedule.lowered, network)
    }
    var changed = schedule.plan
    switch subject {
    case .task: break
    case .lag(let task, let dependency): changed.tasks[task].after[dependency].lag = .none
    case .constraint(let task, let constraint):
      var holder: Int? = task
      while let current = holder {
        changed.tasks[current].constraints.removeAll { $0 == constraint }
        holder = changed.tasks[current].parent
      }
    case .windows(let id):
      for index in changed.calendars.indices where changed.calendars[index].id == id {
        changed.calendars[index].calendar.windows = nil
      }
    case .closed(let first, let last):
      for index in changed.calendars.indices where changed.calendars[index].calendar.windows == nil
      {
        changed.calendars[index].calendar.openWorkdays(from: first, through: last)
      }
    }
    return (try? LoweredPlan(changed)).map { ($0, $0.network) }
  }
}

extension WorkCalendar {
  /// Opens the days that only an exception closes, with the hours of their day of the week.
  fileprivate mutating func openWorkdays(from first: CivilDate, through last: CivilDate) {
    var days: [OpenDay] = []
    forEachDay(from: first.dayNumber, through: last.dayNumber) { day, hours in
      let date = CivilDate(dayNumber: day)
      let usual = week[date.isoWeekday - 1]
      if hours.isEmpty, !usual.isEmpty { days.append(OpenDay(date: date, hours: usual)) }
    }
    open += days
  }
}

extension Network {
  /// Early dates of a network.
  fileprivate struct ProbedDates {
    var start: [Int32]
    var cutoverFinish: Instant
    /// By probed node, when what it waits for lets it start, whatever its calendar.
    var ready: [Int32]
  }

  /// Dates with a probe beside each of some nodes: a node without work on the project's calendar that
  /// waits for the same. Nil when there is no schedule.
  ///
  /// - Complexity: O(tasks + links).
  fileprivate func dates(probing nodes: [Int32], _ calendars: CalendarCache) -> ProbedDates? {
    var network = self
    let probes = nodes.map { _ in network.addTask(.work(minutes: 0)) }
    let probe = Dictionary(zip(nodes, probes), uniquingKeysWith: { first, _ in first })
    if !probe.isEmpty {
      for number in 0..<Int32(linkCount) {
        let link = link(number)
        guard link.type.toStart, let target = probe[link.target] else { continue }
        network.addLink(
          from: link.source, to: target, link.type, lag: link.lag, lagCalendar: link.lagCalendar)
      }
    }
    guard let dates = network.earlyDates(calendars) else { return nil }
    let finish = cutover.map { dates.finish[Int($0)] } ?? dates.projectFinish
    return ProbedDates(
      start: dates.start, cutoverFinish: Instant(minutes: finish),
      ready: probes.map { dates.start[Int($0)] })
  }

  private func earlyDates(
    _ calendars: CalendarCache
  ) -> (start: [Int32], finish: [Int32], projectFinish: Int32)? {
    let isAsLateAsPossible = (0..<Int32(taskCount)).contains { task in
      constraints(of: task).contains { $0.kind == .asLateAsPossible }
    }
    if isAsLateAsPossible {
      guard let found = try? Scheduler.schedule(self, calendars: calendars) else { return nil }
      return (found.schedule.start, found.schedule.finish, found.schedule.projectFinish)
    }
    guard let dates = try? Scheduler.earlyDates(self, calendars: calendars) else { return nil }
    return (dates.start, dates.finish, dates.projectFinish)
  }
}
