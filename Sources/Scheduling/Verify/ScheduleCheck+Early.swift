/// Whether planned dates keep the links, the project's start, the status date and the constraints,
/// and are as early as these allow (rules 2 to 5 and 8).
extension ScheduleCheck {
  /// Something that keeps a task from lying earlier.
  struct Bound {
    let instant: Int
    /// Whether it binds the task's start; else its finish.
    let bindsStart: Bool
    let rule: ScheduleViolation.Rule
    var link: Int32?
  }

  /// Checks the planned dates of a task, and its early dates.
  mutating func checkEarlyDates(of task: Int) {
    let dates = planned(task)
    let early = Dates(
      start: Int(schedule.earlyStart[task]), finish: Int(schedule.earlyFinish[task]))
    if isStrict || !isDelayed(task), early != dates {
      report(.earlyDates, task, "early dates are not the planned ones")
    }
    if isGate(task) {
      checkGate(task)
    } else if let done = progress(task) {
      checkProgress(task, done)
    } else if let constraint = placing(task) {
      if !isEarliest(task, dates, at: constraint) {
        report(.constraint, task, "not at its \(constraint.kind) \(constraint.date)")
      }
    } else if isHeldByMust(task) {
      if !overriding(task).contains(where: { isHeld(task, dates, by: $0) }) {
        report(.constraint, task, "not at the date it must keep")
      }
    } else {
      checkPlaced(task, dates, early)
    }
  }

  // MARK: Groups

  /// A group starts with its earliest member and finishes with its latest; an empty one lies at the
  /// project's start.
  private mutating func checkGate(_ task: Int) {
    let bounds = incoming[task].map { link in
      bound(of: link, from: planned(Int(network.link(link).source)))
    }
    let isStart = network.kind(of: Int32(task)) == .groupStart
    let expected = (isStart ? bounds.min() : bounds.max()) ?? Int(network.start.minutes)
    if planned(task).start != expected {
      report(
        .group, task, "\(text(planned(task).start)), but its members say \(text(expected))")
    }
  }

  // MARK: Tasks placed by the rules

  private mutating func checkPlaced(_ task: Int, _ dates: Dates, _ early: Dates) {
    let bounds = lowerBounds(task)
    let broken = bounds.filter { !isMet($0, task, dates) }
    var isCapped = false
    if honorsDates {
      for cap in overriding(task) {
        if !keeps(task, dates, cap), !isHeld(task, dates, by: cap) {
          report(.constraint, task, "later than its \(cap.kind) \(cap.date)")
        }
        let isLatest = isDelayed(task) && dates.start == Int(schedule.lateStart[task])
        if isLatest || isHeld(task, dates, by: cap) { isCapped = true }
      }
    }
    // Under `ConstraintRule.dates` a task stands at its latest date whatever the links say.
    if !isCapped { for bound in broken { reportBroken(bound, task) } }
    if isDelayed(task) {
      checkDelayed(task, dates, early, bounds)
    } else if let before = earlier(task, dates), bounds.allSatisfy({ isMet($0, task, before) }) {
      report(.asSoonAsPossible, task, "could start \(text(before.start))")
    }
  }

  /// The earliest dates that links, the project's start and lower bounds leave a task.
  func earliest(_ task: Int) -> Dates? {
    let bounds = lowerBounds(task)
    let last = bounds.map(\.instant).max() ?? .min
    guard last > .min, last < .max else { return nil }
    // A task that only a finish binds starts at most some decades before.
    let first = max(bounds.filter(\.bindsStart).map(\.instant).max() ?? .min, last - 40_000 * 1440)
    func isEarlyEnough(_ instant: Int) -> Bool {
      dates(of: task, from: instant).map { dates in bounds.allSatisfy { isMet($0, task, dates) } }
        ?? true
    }
    // Whatever begins at the last of the bounds respects them all; halving finds the first.
    var (low, high) = (first, last)
    while low < high {
      let middle = low + (high - low) / 2
      if isEarlyEnough(middle) { high = middle } else { low = middle + 1 }
    }
    // Everything is a multiple of the granule.
    return dates(of: task, from: low + (granule - low % granule) % granule)
  }

  private mutating func reportBroken(_ bound: Bound, _ task: Int) {
    let own = bound.bindsStart ? "starts before" : "finishes before"
    report(bound.rule, task, link: bound.link, "\(own) \(text(bound.instant))")
  }

  /// Whether dates respect a bound. Under `ConstraintRule.dates` a finish is late enough when only
  /// time without work lies between it and the bound.
  func isMet(_ bound: Bound, _ task: Int, _ dates: Dates) -> Bool {
    if bound.bindsStart { return dates.start >= bound.instant }
    return isCounted(task, finish: dates.finish, from: bound.instant, on: calendar(task))
  }

  /// All that keeps a task from lying earlier: links (rule 3), the project's start (5), the status
  /// date (8) and constraints (4).
  private func lowerBounds(_ task: Int) -> [Bound] {
    var bounds = incoming[task].map { link in
      Bound(
        instant: bound(of: link, from: planned(Int(network.link(link).source))),
        bindsStart: network.link(link).type.toStart, rule: .link, link: link)
    }
    let links = bounds.map(\.instant).max() ?? .min
    var stated: Int?
    for constraint in constraints(task) {
      switch constraint.kind {
      case .startNoEarlierThan: stated = max(stated ?? .min, Int(constraint.date.minutes))
      case .mustStartOn where !honorsDates:
        stated = max(stated ?? .min, Int(constraint.date.minutes))
      case .finishNoEarlierThan: bounds.append(finishBound(constraint, task))
      case .mustFinishOn where !honorsDates: bounds.append(finishBound(constraint, task))
      default: break
      }
    }
    var floor = Bound(
      instant: isFreeOfStart(task) ? .min : Int(network.start.minutes), bindsStart: true,
      rule: .projectStart)
    if let status = network.statusDate, Int(status.minutes) > floor.instant {
      floor = Bound(instant: Int(status.minutes), bindsStart: true, rule: .statusDate)
    }
    let wakes = isMilestone(task) && !isStrict
    if var date = stated {
      if wakes, date > links {
        date = calendar(task).nextWork(max(date, floor.instant)) ?? .max
      }
      bounds.append(Bound(instant: date, bindsStart: true, rule: .constraint))
    }
    if wakes, bounds.allSatisfy({ $0.instant < floor.instant }) {
      // A milestone that waits for a date alone waits for a working minute (`ConstraintRule.dates`).
      let woken = calendar(task).nextWork(floor.instant) ?? .max
      floor = Bound(instant: woken, bindsStart: true, rule: floor.rule)
    }
    return bounds + [floor]
  }

  private func finishBound(_ constraint: TaskConstraint, _ task: Int) -> Bound {
    Bound(instant: statedFinish(constraint.date, task), bindsStart: false, rule: .constraint)
  }

  /// Whether the only word on a task's start is a date of its own before the project's start
  /// (rule 5: "unless a constraint says so").
  private func isFreeOfStart(_ task: Int) -> Bool {
    let dates = constraints(task).filter {
      $0.kind == .startNoEarlierThan || $0.kind == .finishNoEarlierThan
    }
    return !isStrict && incoming[task].isEmpty && !dates.isEmpty
      && dates.allSatisfy { $0.date < network.start }
  }

  // MARK: As late as possible

  /// Under `ConstraintRule.logic` free float is used up, under `.dates` total float.
  private mutating func checkDelayed(
    _ task: Int, _ dates: Dates, _ early: Dates, _ bounds: [Bound]
  ) {
    if isStrict {
      // What a delayed successor allowed was measured before it was delayed itself.
      let hasDelayedSuccessor = outgoing[task].contains { link in
        isGate(Int(network.link(link).target)) || isDelayed(Int(network.link(link).target))
      }
      if !hasDelayedSuccessor, let after = slipped(task, by: granule), keepsSuccessors(task, after)
      {
        report(.asLateAsPossible, task, "could start \(text(after.start))")
      }
      return
    }
    if early.start > dates.start {
      report(.asLateAsPossible, task, "planned before its early start \(text(early.start))")
    }
    let late = Int(schedule.lateStart[task])
    // Before a group's start, late dates change when another member becomes the earliest.
    let isBeforeGroup = reaches(from: task, \.target, outgoing) { next in
      network.kind(of: Int32(next)) == .groupStart
    }
    let expected = max(late, early.start)
    if isBeforeGroup ? dates.start > expected : dates.start != expected {
      report(.asLateAsPossible, task, "not at its late start \(text(late))")
    }
    // The early dates of a delayed predecessor are not those it is planned for.
    if !reaches(from: task, \.source, incoming, where: isDelayed) {
      let before = earlier(task, early)
      if !bounds.allSatisfy({ isMet($0, task, early) })
        && !overriding(task).contains(where: { isHeld(task, early, by: $0) })
        || before.map({ dates in bounds.allSatisfy { isMet($0, task, dates) } }) ?? false
      {
        report(.earlyDates, task, "the early start is not its earliest")
      }
    }
  }

  /// Whether some task before another one, or after it, has a property.
  private func reaches(
    from task: Int, _ end: KeyPath<Network.Link, Int32>, _ links: [[Int32]],
    where isFound: (Int) -> Bool
  ) -> Bool {
    var seen: Set<Int> = []
    var pending = [task]
    while let next = pending.popLast() {
      for link in links[next] {
        let other = Int(network.link(link)[keyPath: end])
        if isFound(other) { return true }
        if seen.insert(other).inserted { pending.append(other) }
      }
    }
    return false
  }
}
