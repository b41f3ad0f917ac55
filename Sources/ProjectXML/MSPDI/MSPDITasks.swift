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
    for (number, task) in outline.rows.enumerated() {
      let stated = plan.tasks[task]
      row = MSPDIStatement()
      stream.start("Task")
      stream.element("UID", task + 1)
      stream.element("ID", number + 1)
      let name = name(of: task)
      row.name = name
      stream.element("Name", name)
      let type = stated.hasPieces ? MSPDI.fixedUnits : MSPDI.fixedDuration
      row.type = type
      stream.element("Type", type)
      stream.element("IsNull", false)
      if let owner = stated.owner, let name = owners[owner] { stream.element("Contact", name) }
      stream.element("WBS", outline.numbers[number])
      stream.element("OutlineNumber", outline.numbers[number])
      stream.element("OutlineLevel", outline.levels[number])
      stream.element("Priority", 500)
      let work = assignments(of: task)
      row.assignments = work.map(\.numbers)
      writeDates(of: task, work, to: &stream)
      let fixed = stated.cost ?? 0
      row.fixedCost = (-MSPDI.mostCost...MSPDI.mostCost).contains(fixed) ? Int(fixed) * 100 : nil
      writeCosts(fixed, costs.tasks[task], progress.percent(of: task), to: &stream)
      writeActuals(of: task, work, to: &stream)
      writeRules(of: task, asked: asked[task], to: &stream)
      row.notes = notes(of: stated)
      if let notes = row.notes { stream.element("Notes", notes) }
      writeLinks(links[task], to: &stream)
      writeFields(of: task, to: &stream)
      writeBaselines(of: stated, to: &stream)
      stream.element("Active", stated.isActive)
      writeMode(of: task, to: &stream)
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
    stream.element("Type", MSPDI.fixedDuration)
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
    writeFacts(projectFacts(), nil, to: &stream)
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
  private mutating func writeDates(
    of task: Int, _ work: [MSPDIAssignment], to stream: inout XMLStream
  ) {
    let stated = plan.tasks[task]
    let dates = schedule.tasks[task]
    let isSummary = outline.isSummary(task)
    let amount = progress.amounts[task]
    if isEmptySummary(task) { report.note(.emptySummary, stated.id) }
    if stated.hasPieces { report.note(.parts, stated.id) }
    (row.start, row.finish) = (dates.start, dates.finish)
    row.duration = Int(amount.whole) * 60
    row.durationFormat = durationFormat(of: task)
    writeDate("Start", dates.start, stated.id, to: &stream)
    writeDate("Finish", dates.finish, stated.id, to: &stream)
    stream.element("Duration", MSPDI.duration(amount.whole))
    stream.element("DurationFormat", row.durationFormat ?? 7)
    stream.element(
      "Work", MSPDI.duration(seconds: work.reduce(0) { $0 + $1.seconds($1.minutes) }))
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
    (row.stop, row.resume) = (stop, resume)
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

  private mutating func writeActuals(
    of task: Int, _ work: [MSPDIAssignment], to stream: inout XMLStream
  ) {
    let amount = progress.amounts[task]
    row.percentComplete = Int(progress.percent(of: task))
    (row.actualStart, row.actualFinish) = (progress.started[task], progress.finished[task])
    row.actualDuration = Int(amount.done) * 60
    row.remainingDuration = Int(amount.remaining) * 60
    let id = plan.tasks[task].id
    if let started = progress.started[task] {
      writeDate("ActualStart", started, id, to: &stream)
    }
    if let finished = progress.finished[task] {
      writeDate("ActualFinish", finished, id, to: &stream)
    }
    stream.element("ActualDuration", MSPDI.duration(amount.done))
    let whole = work.reduce(0) { $0 + $1.seconds($1.minutes) }
    let done = work.reduce(0) { $0 + $1.seconds($1.done) }
    if whole > 0 { stream.element("ActualWork", MSPDI.duration(seconds: done)) }
    stream.element("RemainingDuration", MSPDI.duration(amount.remaining))
    if whole > 0 { stream.element("RemainingWork", MSPDI.duration(seconds: whole - done)) }
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
    row.isManual = stated.constraints.contains { $0.kind == .manualStart }
    row.isActive = stated.isActive
    row.constraintType = held.constraint.map { MSPDI.code($0.kind) } ?? 0
    stream.element("ConstraintType", row.constraintType ?? 0)
    let own = calendars.inFile[task]
    let hasCalendar = statesCalendar(task)
    if own != calendars.ofTask[task] { report.note(.milestoneCalendar, stated.id) }
    row.calendarUID = hasCalendar ? own + 1 : -1
    stream.element("CalendarUID", row.calendarUID ?? -1)
    if let constraint = held.constraint, constraint.kind != .asLateAsPossible {
      let date =
        constraint.kind.concernsFinish
        ? finishDate(constraint.date, of: task) : startDate(constraint.date, of: task)
      row.constraintDate = date
      writeDate("ConstraintDate", date, stated.id, to: &stream)
    }
    if let deadline = held.deadline {
      let date = finishDate(deadline, of: task)
      row.deadline = date
      writeDate("Deadline", date, stated.id, to: &stream)
    }
    stream.element("IgnoreResourceCalendar", hasCalendar && !stated.hasPieces)
  }

  /// Whether a task has a calendar of its own in the file: also the project's, when its owner works
  /// by another. Pieces that work outside the task's calendar must not be bound by it.
  private func statesCalendar(_ task: Int) -> Bool {
    guard !outline.isSummary(task) else { return false }
    let own = calendars.inFile[task]
    let people = row.assignments.compactMap(\.first).map(resources.calendar)
    guard plan.tasks[task].hasPieces else { return own != 0 || people.contains { $0 != 0 } }
    return own != 0 && people.allSatisfy { $0 == own || calendars.isWithin($0, own) }
  }

  /// Whether a task is scheduled by hand, and then its dates.
  private mutating func writeMode(of task: Int, to stream: inout XMLStream) {
    stream.element("Manual", row.isManual)
    guard row.isManual else { return }
    let dates = schedule.tasks[task]
    stream.element("ManualStart", MSPDI.date(dates.start))
    stream.element("ManualFinish", MSPDI.date(dates.finish))
    stream.element("ManualDuration", MSPDI.duration(progress.amounts[task].whole))
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
