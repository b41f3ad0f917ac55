internal import Scheduling

/// The changes along a chain that might make its last date a day earlier.
struct AlterationCandidates {
  /// By kind, in the order of the chain; the kinds in the order in which they are tried.
  private var groups: [[(step: Int, change: Alteration)]] = []
  private let schedule: PlanSchedule

  /// How many there are.
  var count: Int { groups.reduce(0) { $0 + $1.count } }

  init(_ schedule: PlanSchedule, steps: [Explanation.Step], aim: Explanation.Aim) {
    self.schedule = schedule
    let plan = schedule.plan
    var durations: [(step: Int, change: Alteration)] = []
    var lags = durations
    var unlinked = durations
    var dates = durations
    var calendars = durations
    var opened = durations
    for (place, step) in steps.enumerated() {
      let isLast = place == steps.count - 1
      if !isLast || aim == .finish || isFinishDriven(step), let change = shorter(step.task) {
        durations.append((place, change))
      }
      if let (task, index) = step.dependency {
        if !hasWindows(step.task), let lag = lessLag(plan.tasks[task].after[index]) {
          lags.append((place, .shortenLag(task: task, dependency: index, to: lag)))
        }
        unlinked.append((place, .unlink(task: task, dependency: index)))
      }
      dates += self.dates(step).map { (place, $0) }
      calendars += self.calendars(step).map { (place, $0) }
      if !isLast || aim == .finish { opened += self.opened(step).map { (place, $0) } }
    }
    groups = [durations, dates, calendars, lags, unlinked, opened]
  }

  /// At most so many, in the order of the chain: of each kind in turn, of durations the longest
  /// first, of the others those nearest to the end of the chain.
  func chosen(limit: Int) -> [Alteration] {
    var queues = groups.map { Array($0.reversed()) }
    queues[0].sort { minutes($0.change) > minutes($1.change) }
    var chosen: [(group: Int, step: Int, change: Alteration)] = []
    var round = 0
    while chosen.count < min(limit, count) {
      for group in queues.indices where round < queues[group].count && chosen.count < limit {
        chosen.append((group, queues[group][round].step, queues[group][round].change))
      }
      round += 1
    }
    return chosen.sorted { ($0.group, $0.step) < ($1.group, $1.step) }.map(\.change)
  }

  private func minutes(_ change: Alteration) -> Int32 {
    if case .shorten(let task, _, _) = change { schedule.tasks[task].duration } else { 0 }
  }

  private func isFinishDriven(_ step: Explanation.Step) -> Bool {
    switch step.reason {
    case .link(let waiting), .calendar(let waiting?, _, _): !waiting.type.toStart
    case .constraint(let constraint): constraint.kind.concernsFinish
    default: false
    }
  }

  // MARK: One step

  private func shorter(_ task: Int) -> Alteration? {
    let stated = schedule.plan.tasks[task]
    if stated.isMilestone || stated.progress?.finished != nil { return nil }
    guard let duration = stated.progress?.remaining ?? stated.duration,
      let shorter = duration.aDayShorter(schedule.plan.units)
    else { return nil }
    return .shorten(task: task, from: duration, to: shorter)
  }

  /// A lead in the hours of windows would reach back into the window before: nobody means that.
  private func hasWindows(_ task: Int) -> Bool {
    let network = schedule.lowered.network
    return schedule.lowered.node[task].map {
      network.calendars[Int(network.calendar(of: $0))].windows != nil
    } ?? false
  }

  /// A day less of the lag; the lag of a share of the predecessor's duration is left alone.
  private func lessLag(_ dependency: PlanTask.Dependency) -> PlanTask.Lag? {
    guard case .time(let lag) = dependency.lag else { return nil }
    let stated = lag.thousandths == 0 ? PlanDuration.zero : lag
    return stated.aDayLess(schedule.plan.units).map { .time($0) }
  }

  private func dates(_ step: Explanation.Step) -> [Alteration] {
    switch step.reason {
    case .projectStart:
      return [.startProject(Instant(minutes: schedule.plan.start.minutes - 1440))]
    case .constraint(let constraint):
      guard let holder = step.constraintHolder else { return [] }
      let moved = Instant(minutes: constraint.date.minutes - 1440)
      let drop = Alteration.dropConstraint(task: holder, constraint)
      return constraint.kind == .asLateAsPossible
        ? [drop] : [.moveConstraint(task: holder, constraint, to: moved), drop]
    default: return []
    }
  }

  private func calendars(_ step: Explanation.Step) -> [Alteration] {
    guard case .calendar(_, _, let window) = step.reason,
      let node = schedule.lowered.node[step.task]
    else { return [] }
    var result: [Alteration] = []
    let number = Int(schedule.lowered.network.calendar(of: node))
    if let window, number > 0 {
      let start = Instant(minutes: window.start.minutes - 1440)
      result.append(
        .widenWindow(
          task: step.task, calendar: number - 1, .init(start: start, end: window.start)))
    }
    let plan = schedule.plan
    if number > 0, plan.calendar != nil || plan.tasks[step.task].calendar != nil {
      result.append(.useProjectCalendar(task: step.task))
    }
    return result
  }

  /// Work on the first of the days off that a task passes over.
  private func opened(_ step: Explanation.Step) -> [Alteration] {
    guard let day = step.daysOff.first?.first, let node = schedule.lowered.node[step.task] else {
      return []
    }
    let plan = schedule.plan
    let number = Int(schedule.lowered.network.calendar(of: node))
    let own = number == 0 ? plan.calendars.firstIndex { $0.id == plan.calendar } : number - 1
    guard let own, plan.calendars[own].calendar.windows == nil else { return [] }
    return [.workOn(task: step.task, calendar: own, day)]
  }
}
