internal import Planning
internal import Scheduling
internal import SharedSystem

/// The tasks of the document, row by row.
extension MSPDIDocument {
  mutating func writeTasks(to stream: inout XMLStream) {
    let links = heldLinks()
    let asked = askedStarts(links)
    let costs = rolledUpCosts()
    let owners = Dictionary(
      plan.owners.map { ($0.id, text($0.name)) }, uniquingKeysWith: { first, _ in first })
    stream.start("Tasks")
    writeProjectTask(costs.project, to: &stream)
    for (row, task) in outline.rows.enumerated() {
      let stated = plan.tasks[task]
      stream.start("Task")
      stream.element("UID", task + 1)
      stream.element("ID", row + 1)
      stream.element("Name", name(of: task))
      stream.element("Type", 1)
      stream.element("IsNull", false)
      if let owner = stated.owner, let name = owners[owner] { stream.element("Contact", name) }
      stream.element("WBS", outline.numbers[row])
      stream.element("OutlineNumber", outline.numbers[row])
      stream.element("OutlineLevel", outline.levels[row])
      stream.element("Priority", 500)
      writeDates(of: task, to: &stream)
      writeCosts(stated.cost ?? 0, costs.tasks[task], progress.percent(of: task), to: &stream)
      writeActuals(of: task, to: &stream)
      writeRules(of: task, asked: asked[task], to: &stream)
      if let notes = notes(of: stated) { stream.element("Notes", notes) }
      writeLinks(links[task], to: &stream)
      writeFields(of: stated, to: &stream)
      stream.element("Active", stated.isActive)
      stream.element("Manual", stated.constraints.contains { $0.kind == .manualStart })
      stream.end()
    }
    stream.end()
  }

  /// The row that stands for the project.
  private mutating func writeProjectTask(_ cost: Int64, to stream: inout XMLStream) {
    let whole = calendars.time[0].minutes(from: schedule.start, to: schedule.finish)
    let top = outline.rows.indices.filter { outline.levels[$0] == 1 }.map { outline.rows[$0] }
    let done = top.reduce(0) { $0 + progress.held[$1].done }
    let held = top.reduce(0) { $0 + progress.held[$1].whole }
    stream.start("Task")
    stream.element("UID", 0)
    stream.element("ID", 0)
    stream.element("Name", XMLText.singleLine(text(plan.name)))
    stream.element("Type", 1)
    stream.element("IsNull", false)
    stream.element("WBS", 0)
    stream.element("OutlineNumber", 0)
    stream.element("OutlineLevel", 0)
    stream.element("Priority", 500)
    writeDate("Start", schedule.start, nil, to: &stream)
    writeDate("Finish", schedule.finish, nil, to: &stream)
    stream.element("Duration", MSPDI.duration(whole))
    stream.element("DurationFormat", MSPDI.code(.days))
    stream.element("Milestone", false)
    stream.element("Summary", true)
    writeDate("EarlyStart", schedule.start, nil, to: &stream)
    writeDate("EarlyFinish", schedule.finish, nil, to: &stream)
    writeCosts(0, cost, held == 0 ? 0 : done * 100 / held, to: &stream)
    let doneMinutes = held == 0 ? 0 : Int32(Int64(whole) * done / held)
    stream.element("ActualDuration", MSPDI.duration(doneMinutes))
    stream.element("RemainingDuration", MSPDI.duration(whole - doneMinutes))
    if let sentence = plan.illustrative { stream.element("Notes", text(sentence)) }
    stream.element("Active", true)
    stream.element("Manual", false)
    stream.end()
  }

  private mutating func name(of task: Int) -> String {
    let stated = plan.tasks[task]
    let written = text(stated.name)
    let name = XMLText.singleLine(written)
    if name != written { report.note(.lineBreak, stated.id) }
    if name.utf16.count > MSPDI.longestText { report.note(.longText, stated.id) }
    return name.isEmpty ? stated.id : name
  }

  /// Planned, earliest and latest dates, with what lies between them.
  private mutating func writeDates(of task: Int, to stream: inout XMLStream) {
    let stated = plan.tasks[task]
    let dates = schedule.tasks[task]
    let isSummary = outline.isSummary(task)
    let amount = progress.amounts[task]
    if isEmptySummary(task) { report.note(.emptySummary, stated.id) }
    if !stated.baselines.isEmpty { report.note(.baseline, stated.id) }
    if !stated.parts.isEmpty { report.note(.parts, stated.id) }
    writeDate("Start", dates.start, stated.id, to: &stream)
    writeDate("Finish", dates.finish, stated.id, to: &stream)
    stream.element("Duration", MSPDI.duration(amount.whole))
    stream.element("DurationFormat", durationFormat(of: task))
    stream.element("Work", MSPDI.duration(0))
    if amount.done > 0, amount.remaining > 0, !isSummary { writeBreak(of: task, to: &stream) }
    stream.element("ResumeValid", false)
    stream.element("EffortDriven", false)
    stream.element("Recurring", false)
    stream.element("OverAllocated", false)
    stream.element("Estimated", false)
    stream.element("Milestone", !isSummary && dates.duration == 0)
    stream.element("Summary", isSummary)
    stream.element("Critical", dates.isCritical)
    stream.element("IsSubproject", false)
    stream.element("ExternalTask", false)
    writeDate("EarlyStart", dates.earlyStart, stated.id, to: &stream)
    writeDate("EarlyFinish", dates.earlyFinish, stated.id, to: &stream)
    writeDate("LateStart", dates.lateStart, stated.id, to: &stream)
    writeDate("LateFinish", dates.lateFinish, stated.id, to: &stream)
    stream.element("FreeSlack", Int64(dates.freeFloat) * 10)
    let startSlack = slack(of: task, dates.earlyStart, dates.lateStart)
    stream.element("StartSlack", startSlack)
    stream.element("FinishSlack", slack(of: task, dates.earlyFinish, dates.lateFinish))
    let hasOwnCalendar = calendars.inFile[task] == calendars.ofTask[task]
    stream.element("TotalSlack", hasOwnCalendar ? Int64(dates.totalFloat) * 10 : startSlack)
  }

  private mutating func durationFormat(of task: Int) -> Int {
    let stated = plan.tasks[task]
    guard !outline.isSummary(task), let unit = stated.duration?.unit else {
      return MSPDI.code(.days)
    }
    if unit == .calendarMonths { report.note(.calendarMonths, stated.id) }
    return MSPDI.code(unit)
  }

  /// Where done and remaining work meet.
  private mutating func writeBreak(of task: Int, to stream: inout XMLStream) {
    let done = progress.amounts[task].done
    let start = schedule.tasks[task].start
    if progress.interrupted.contains(task) {
      report.note(.interruptedProgress, plan.tasks[task].id)
    }
    var stop = Instant(minutes: start.minutes + done)
    var resume = stop
    let time = calendars.time(of: task)
    if !isElapsed(task), let reached = time.shifted(start, by: done) {
      stop = reached
      resume = time.nextWork(reached) ?? reached
    }
    writeDate("Stop", stop, nil, to: &stream)
    writeDate("Resume", resume, nil, to: &stream)
  }

  private func slack(of task: Int, _ early: Instant, _ late: Instant) -> Int64 {
    let minutes =
      isElapsed(task)
      ? late.minutes - early.minutes
      : calendars.time[calendars.inFile[task]].minutes(from: early, to: late)
    return Int64(minutes) * 10
  }

  private mutating func writeActuals(of task: Int, to stream: inout XMLStream) {
    let amount = progress.amounts[task]
    let id = plan.tasks[task].id
    if let started = progress.started[task] {
      writeDate("ActualStart", started, id, to: &stream)
    }
    if let finished = progress.finished[task] {
      writeDate("ActualFinish", finished, id, to: &stream)
    }
    stream.element("ActualDuration", MSPDI.duration(amount.done))
    stream.element("RemainingDuration", MSPDI.duration(amount.remaining))
  }

  /// Constraint, calendar and deadline.
  private mutating func writeRules(
    of task: Int, asked: Instant?, to stream: inout XMLStream
  ) {
    let stated = plan.tasks[task]
    let isSummary = outline.isSummary(task)
    if isSummary {
      let rules = stated.constraints.count + (stated.deadline == nil ? 0 : 1)
      report.note(.constraintOfSummary, stated.id, times: rules)
    }
    let held = heldConstraints(of: task, asked: asked)
    stream.element("ConstraintType", held.constraint.map { MSPDI.code($0.kind) } ?? 0)
    let own = calendars.inFile[task]
    let hasCalendar = own != 0 && !isSummary
    if own != calendars.ofTask[task] { report.note(.milestoneCalendar, stated.id) }
    stream.element("CalendarUID", hasCalendar ? own + 1 : -1)
    if let constraint = held.constraint, constraint.kind != .asLateAsPossible {
      let date =
        constraint.kind.concernsFinish
        ? finishDate(constraint.date, of: task) : startDate(constraint.date, of: task)
      writeDate("ConstraintDate", date, stated.id, to: &stream)
    }
    if let deadline = held.deadline {
      writeDate("Deadline", finishDate(deadline, of: task), stated.id, to: &stream)
    }
    stream.element("IgnoreResourceCalendar", hasCalendar)
  }

  /// A task's notes, with its source and whether its figures are invented.
  private func notes(of task: PlanTask) -> String? {
    var lines = task.notes.map { [text($0)] } ?? []
    if let source = task.source {
      lines.append(options.language == .ja ? "出典：\(source)" : "Source: \(source)")
    }
    if task.illustrative == true {
      lines.append(options.language == .ja ? "例示（架空の値）" : "Illustrative: invented figures")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
