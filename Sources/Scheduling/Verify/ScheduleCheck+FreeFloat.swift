/// Whether a task may slip as far as its free float says, and no further (rule 6).
extension ScheduleCheck {
  /// Checks the free float of a task.
  mutating func checkFreeFloat(of task: Int) {
    let float = Int(schedule.freeFloat[task])
    if progress(task)?.finished != nil {
      if float != 0 { report(.freeFloat, task, "\(float) min of a finished task") }
      return
    }
    if isInParts(task) {
      checkFreeFloatOfParts(task)
      return
    }
    guard let slipped = slipped(task, by: float),
      keepsSuccessors(task, slipped, others: measuresBeforeMoving)
    else {
      report(.freeFloat, task, "a slip of \(float) min moves a successor")
      return
    }
    if measuresBeforeMoving {
      if isDelayed(task), float > 0 { report(.freeFloat, task, "\(float) min are not used up") }
      if isDelayed(task) && float >= 0 || allowsMoreThanMeasured(task) { return }
    }
    if let after = self.slipped(task, by: float + granule), keepsSuccessors(task, after) {
      report(.freeFloat, task, "it may slip more than \(float) min")
    }
  }

  /// Whether free float was measured before tasks were placed as late as possible, as under
  /// `ConstraintRule.logic`: their predecessors could then slip more, and what was placed has used
  /// up its own.
  private var measuresBeforeMoving: Bool { isStrict && hasDelayedTasks }

  private func allowsMoreThanMeasured(_ task: Int) -> Bool {
    outgoing[task].contains { link in
      let successor = Int(network.link(link).target)
      return isDelayed(successor) || isGate(successor) && allowsMoreThanMeasured(successor)
    }
  }

  /// The dates of a task moved by some minutes of its float; nil when its calendar has no more.
  ///
  /// A milestone, or the finish of a task under way, may lie anywhere in time without work: it is
  /// moved to the earliest instant with so many minutes before it.
  func slipped(_ task: Int, by minutes: Int) -> Dates? {
    let dates = planned(task)
    let calendar = floatCalendar(task)
    if progress(task) != nil || isMilestone(task) {
      let from = progress(task) == nil ? dates.start : dates.finish
      guard let moved = moved(from, by: minutes, on: calendar) else { return nil }
      return Dates(start: progress(task) == nil ? moved : dates.start, finish: moved)
    }
    if countsWork(task) {
      let passed =
        minutes >= 0
        ? calendar.end(of: minutes, from: dates.start)
        : calendar.start(of: -minutes, before: dates.start)
      return passed.flatMap { self.dates(of: task, from: $0, isLate: true) }
    }
    return self.dates(of: task, from: dates.start + minutes, isLate: true)
  }

  private func moved(_ instant: Int, by minutes: Int, on calendar: PlainCalendar) -> Int? {
    if minutes > 0 { return calendar.end(of: minutes, from: instant) }
    guard let start = calendar.start(of: -minutes, before: instant) else { return nil }
    let end = calendar.endOfWork(before: start) ?? start
    // Inside working time the end of the minute before is the instant itself.
    return end
  }

  /// Whether every successor keeps its planned dates, and the project its finish, when a task has
  /// these dates.
  ///
  /// A group follows the member that sets its start: its own successors are then asked. When
  /// `others` is true, the group moves no further than to its next member.
  func keepsSuccessors(_ task: Int, _ dates: Dates, others: Bool = false) -> Bool {
    dates.finish <= Int(schedule.projectFinish)
      && outgoing[task].allSatisfy { link in
        // What has begun keeps its start.
        progress(task) != nil && !network.link(link).type.fromFinish
          || keeps(link, dates, others: others)
      }
  }

  private func keeps(_ link: Int32, _ dates: Dates, others: Bool) -> Bool {
    let bound = bound(of: link, from: dates, isLate: true)
    let successor = Int(network.link(link).target)
    let own = planned(successor)
    if let done = progress(successor) {
      return keepsRemaining(link, bound, done, finish: own.finish)
    }
    switch network.kind(of: Int32(successor)) {
    case .groupStart:
      guard setsGroupStart(link) else { return true }
      let next = others ? min(bound, nextMember(after: link) ?? bound) : bound
      return keepsSuccessors(successor, Dates(start: next, finish: next), others: others)
    case .groupFinish:
      return keepsSuccessors(successor, Dates(start: bound, finish: bound), others: others)
    default:
      return network.link(link).type.toStart
        ? bound <= own.start
        : isCounted(successor, finish: own.finish, from: bound, on: lateCalendar(successor))
    }
  }

  /// Where the start of a group would lie without one of its members.
  private func nextMember(after link: Int32) -> Int? {
    incoming[Int(network.link(link).target)].filter { $0 != link }
      .map { bound(of: $0, from: planned(Int(network.link($0).source))) }.min()
  }
}
