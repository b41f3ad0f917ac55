/// Whether late dates keep everything that binds them, and are as late as that allows (rule 6).
extension ScheduleCheck {
  /// One set of late dates and what they must keep at the end.
  struct LateDates {
    let name: String
    let start: [Int32]
    let finish: [Int32]
    /// Whether deadlines bind (not against the target).
    let keepsDeadlines: Bool
    /// The tasks that the cutover waits for, and itself, when nothing else binds them.
    var leads: Set<Int>?

    func of(_ task: Int) -> Dates {
      Dates(start: Int(start[task]), finish: Int(finish[task]))
    }
  }

  /// Checks the late dates and total float of a task, and those against the target.
  mutating func checkLateDates(of task: Int) {
    let late = LateDates(
      name: "late", start: schedule.lateStart, finish: schedule.lateFinish, keepsDeadlines: true)
    checkLate(task, late, anchor: Int(schedule.projectFinish))
    checkFloat(.totalFloat, task, Int(schedule.totalFloat[task]), to: late.of(task))
    guard let dates = schedule.toTarget, let target = network.target else { return }
    let toTarget = LateDates(
      name: "target's late", start: dates.lateStart, finish: dates.lateFinish,
      keepsDeadlines: false, leads: network.cutover.map { leading(to: Int($0)) })
    let isAnchored = network.cutover.map { Int($0) == task } ?? true
    let anchor =
      isAnchored ? target.minutes : max(target.minutes, schedule.projectFinish)
    checkLate(task, toTarget, anchor: Int(anchor))
    checkFloat(.margin, task, Int(dates.margin[task]), to: toTarget.of(task))
  }

  /// The links from a task that bind its late dates: against the target, what the cutover does not
  /// wait for binds nothing that it waits for.
  private func binding(_ task: Int, _ late: LateDates) -> [Int32] {
    guard let leads = late.leads, leads.contains(task) else { return outgoing[task] }
    return outgoing[task].filter { leads.contains(Int(network.link($0).target)) }
  }

  /// The cutover and all that it waits for.
  private func leading(to cutover: Int) -> Set<Int> {
    var found: Set<Int> = [cutover]
    var pending = [cutover]
    while let task = pending.popLast() {
      for link in incoming[task] where found.insert(Int(network.link(link).source)).inserted {
        pending.append(Int(network.link(link).source))
      }
    }
    return found
  }

  /// Floats are counted from start to start; of a task under way from finish to finish.
  private mutating func checkFloat(
    _ rule: ScheduleViolation.Rule, _ task: Int, _ float: Int, to late: Dates
  ) {
    let dates = planned(task)
    let expected =
      progress(task) == nil
      ? floatCalendar(task).minutes(from: askedStart(task, dates), to: late.start)
      : floatCalendar(task).minutes(from: dates.finish, to: late.finish)
    if float != expected {
      report(rule, task, "\(float) min, but \(expected) min lie between the dates")
    }
  }

  /// The start that links ask of a task whose own date wins over them; else its start.
  private func askedStart(_ task: Int, _ dates: Dates) -> Int {
    guard placing(task) == nil, !isDelayed(task), !overriding(task).isEmpty else {
      return dates.start
    }
    return max(dates.start, earliest(task)?.start ?? dates.start)
  }

  private mutating func checkLate(_ task: Int, _ late: LateDates, anchor: Int) {
    let dates = late.of(task)
    if let done = progress(task) {
      checkLateProgress(task, late, anchor, done)
    } else if isHeldByMust(task), placing(task) == nil {
      if dates != planned(task) {
        report(.lateDates, task, "\(late.name) dates are not those it must keep")
      }
    } else {
      let limits = upperLimits(task, late, anchor)
      for limit in limits where !limit.isKept(dates) {
        report(.lateDates, task, link: limit.link, "\(late.name) dates break \(limit.name)")
      }
      if let after = later(task, dates), limits.allSatisfy({ $0.isKept(after) }) {
        report(.latest, task, "\(late.name) start could be \(text(after.start))")
      }
    }
  }

  // MARK: Limits

  /// Something that keeps a task from lying later.
  private struct Limit {
    let name: String
    var link: Int32?
    let isKept: (Dates) -> Bool
  }

  private func upperLimits(_ task: Int, _ late: LateDates, _ anchor: Int) -> [Limit] {
    if let mandatory = mandatory(task) {
      let limit =
        mandatory.kind == .mandatoryFinish
        ? statedFinish(mandatory.date, task) : Int(mandatory.date.minutes)
      let isFinish = mandatory.kind.concernsFinish
      return [Limit(name: "\(mandatory.kind)") { (isFinish ? $0.finish : $0.start) <= limit }]
    }
    var limits = finishLimits(task, late, anchor)
    let isManual = isManual(task)
    for constraint in isManual ? [] : constraints(task) {
      let date = Int(constraint.date.minutes)
      switch constraint.kind {
      case .startNoLaterThan, .mustStartOn:
        let limit = isStrict ? date : firstStart(task, from: date) ?? .max
        limits.append(Limit(name: "\(constraint.kind)") { $0.start <= limit })
      case .finishNoLaterThan, .mustFinishOn:
        limits.append(Limit(name: "\(constraint.kind)") { $0.finish <= date })
      default: break
      }
    }
    return limits
      + binding(task, late).filter { !isManual || network.link($0).type.fromFinish }.map { link in
        Limit(name: "a link", link: link) { keeps(link, $0, late) }
      }
  }

  private func finishLimits(_ task: Int, _ late: LateDates, _ anchor: Int) -> [Limit] {
    var limits = [Limit(name: "the end \(text(anchor))") { $0.finish <= anchor }]
    if late.keepsDeadlines, let deadline = network.deadline(of: Int32(task)) {
      limits.append(
        Limit(name: "the deadline \(deadline)") { $0.finish <= Int(deadline.minutes) })
    }
    return limits
  }

  /// Whether a link leaves its successor its late dates when the predecessor has these dates.
  private func keeps(_ link: Int32, _ dates: Dates, _ late: LateDates) -> Bool {
    let successor = Int(network.link(link).target)
    let own = late.of(successor)
    let bound = bound(of: link, from: dates, isLate: true)
    if network.kind(of: Int32(successor)) == .groupStart {
      return !setsGroupStart(link) || bound <= own.start
    }
    if let done = progress(successor) {
      return keepsRemaining(link, bound, done, finish: own.finish)
    }
    return network.link(link).type.toStart
      ? bound <= own.start
      : isCounted(successor, finish: own.finish, from: bound, on: lateCalendar(successor))
  }

  /// Whether the remaining work of a successor under way, if it waits for predecessors at all, ends
  /// by `finish`.
  func keepsRemaining(_ link: Int32, _ bound: Int, _ done: TaskProgress, finish: Int) -> Bool {
    if done.finished != nil || network.progressRule == .override { return true }
    let successor = Int(network.link(link).target)
    return network.link(link).type.toStart
      ? bound <= latestResume(successor, done, finish: finish)
      : isCounted(successor, finish: finish, from: bound, on: lateCalendar(successor))
  }

  /// Whether a finish is late enough for a bound; see `isMet`.
  func isCounted(_ task: Int, finish: Int, from bound: Int, on calendar: PlainCalendar) -> Bool {
    if finish >= bound { return true }
    return !isStrict && countsWork(task) && !isInParts(task) && bound != .max
      && calendar.minutes(from: finish, to: bound) == 0
  }

  /// Whether a member sets the start of its group: it is the earliest, the first of several.
  func setsGroupStart(_ link: Int32) -> Bool {
    let gate = Int(network.link(link).target)
    return incoming[gate].first { member in
      bound(of: member, from: planned(Int(network.link(member).source))) == planned(gate).start
    } == link
  }

  // MARK: Tasks under way

  private mutating func checkLateProgress(
    _ task: Int, _ late: LateDates, _ anchor: Int, _ done: TaskProgress
  ) {
    let dates = late.of(task)
    if dates.start != Int(done.started.minutes) {
      report(.lateDates, task, "\(late.name) start is not when it started")
    }
    if let finished = done.finished {
      if dates.finish != Int(finished.minutes) {
        report(.lateDates, task, "\(late.name) finish is not when it finished")
      }
      return
    }
    let limits = remainingLimits(task, late, anchor)
    if network.kind(of: Int32(task)) == .work, remaining(task, done) > 0,
      !lateCalendar(task).isWorking(dates.finish - 1)
    {
      report(
        .workingTime, task, "\(late.name) finish \(text(dates.finish)) ends no working minute")
    }
    for limit in limits where !limit.isKept(dates) {
      report(.lateDates, task, link: limit.link, "\(late.name) dates break \(limit.name)")
    }
    if isInParts(task), remaining(task, done) > 0 {
      let latest = latestParts(task, around: dates.finish) { after in
        limits.allSatisfy { $0.isKept(Dates(start: dates.start, finish: after.finish)) }
      }
      if let latest, latest.finish != dates.finish {
        report(.latest, task, "\(late.name) finish could be \(text(latest.finish))")
      }
      return
    }
    let calendar = floatCalendar(task)
    let after =
      remaining(task, done) == 0
      ? dates.finish + granule : calendar.end(of: granule, from: dates.finish)
    if let after, limits.allSatisfy({ $0.isKept(Dates(start: dates.start, finish: after)) }) {
      report(.latest, task, "\(late.name) finish could be \(text(after))")
    }
  }

  /// What binds a task under way: only its finish can still move.
  private func remainingLimits(_ task: Int, _ late: LateDates, _ anchor: Int) -> [Limit] {
    finishLimits(task, late, anchor)
      + binding(task, late).filter { network.link($0).type.fromFinish }.map { link in
        Limit(name: "a link", link: link) { keeps(link, $0, late) }
      }
  }

  /// When the remaining work of a task under way must go on at the latest to end by `finish`.
  private func latestResume(_ task: Int, _ done: TaskProgress, finish: Int) -> Int {
    if isInParts(task), remaining(task, done) > 0 {
      return latestStartOfParts(task, finishingBy: finish) ?? finish
    }
    return floatCalendar(task).start(of: remaining(task, done), before: finish) ?? finish
  }
}
