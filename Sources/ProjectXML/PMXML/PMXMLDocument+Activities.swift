internal import Planning
internal import Scheduling
internal import SharedSystem

/// The activities of the document.
extension PMXMLDocument {
  /// What P6 has no fields for and a plan needs: texts of each activity, by number.
  private static let fields:
    [(title: (ja: String, en: String), of: @Sendable (PlanTask) -> String?)] = [
      (("担当ID", "Owner id"), { $0.owner }), (("モジュールID", "Module id"), { $0.module }),
      (("要因", "Drivers"), { $0.drivers.isEmpty ? nil : $0.drivers.joined(separator: " ") }),
    ]

  func writeFieldTypes(to stream: inout XMLStream) {
    for (index, field) in PMXMLDocument.fields.enumerated() {
      stream.start("UDFType")
      stream.element("DataType", "Text")
      stream.element("ObjectId", index + 1)
      stream.element("SubjectArea", "Activity")
      stream.element("Title", language == .ja ? field.title.ja : field.title.en)
      stream.end()
    }
  }

  mutating func writeActivity(_ task: Int, to stream: inout XMLStream) {
    let stated = plan.tasks[task]
    let dates = schedule.tasks[task]
    let amount = progress.amounts[task]
    if calendars.inFile[task] != calendars.ofTask(task) {
      report.note(.elapsedCalendar, stated.id)
    }
    if stated.deadline != nil { report.note(.deadlineLeftOut, stated.id) }
    if progress.interrupted.contains(task) { report.note(.interruptedProgress, stated.id) }
    stream.start("Activity")
    stream.element("ActualDuration", PMXML.hours(Int64(amount.done)))
    if let finished = progress.finished[task] {
      stream.element("ActualFinishDate", PMXML.date(finished))
    }
    if let started = progress.started[task] {
      stream.element("ActualStartDate", PMXML.date(started))
    }
    stream.element("AtCompletionDuration", PMXML.hours(Int64(amount.whole)))
    stream.element("CalendarObjectId", calendars.inFile[task] + 1)
    let share = PMXML.decimal(progress.percent(of: task), over: 100)
    stream.element("DurationPercentComplete", share)
    stream.element("DurationType", "Fixed Duration and Units/Time")
    stream.element("FinishDate", PMXML.date(dates.finish))
    stream.element("Id", identifier(of: task, most: 40))
    stream.element("Name", name(of: task, most: 120))
    stream.element("ObjectId", number(task))
    stream.element("PercentComplete", share)
    stream.element("PercentCompleteType", "Duration")
    stream.element("PlannedDuration", PMXML.hours(Int64(amount.whole)))
    stream.element("PlannedFinishDate", PMXML.date(dates.finish))
    stream.element("PlannedStartDate", PMXML.date(dates.start))
    let constraints = heldConstraints(of: task)
    write(constraints.first, "Primary", task, to: &stream)
    stream.element("ProjectObjectId", PMXMLDocument.project)
    stream.element("RemainingDuration", PMXML.hours(Int64(amount.remaining)))
    stream.element("RemainingEarlyFinishDate", PMXML.date(dates.earlyFinish))
    stream.element("RemainingEarlyStartDate", PMXML.date(dates.earlyStart))
    stream.element("RemainingLateFinishDate", PMXML.date(dates.lateFinish))
    stream.element("RemainingLateStartDate", PMXML.date(dates.lateStart))
    write(constraints.dropFirst().first, "Secondary", task, to: &stream)
    stream.element("StartDate", PMXML.date(dates.start))
    stream.element("Status", status(of: task))
    stream.element("Type", type(of: task))
    if let parent = outline.parents[task] { stream.element("WBSObjectId", number(parent)) }
    for (index, field) in PMXMLDocument.fields.enumerated() {
      guard let text = field.of(stated) else { continue }
      stream.start("UDF")
      stream.element("TypeObjectId", index + 1)
      stream.element("TextValue", text)
      stream.end()
    }
    stream.end()
  }

  private func status(of task: Int) -> String {
    if progress.finished[task] != nil { return "Completed" }
    return progress.started[task] == nil ? "Not Started" : "In Progress"
  }

  /// A milestone that waits for something ends it. One that took time, by its actual dates, is an
  /// activity: P6's milestones have one date.
  private mutating func type(of task: Int) -> String {
    let stated = plan.tasks[task]
    guard stated.isMilestone else { return "Task Dependent" }
    guard schedule.tasks[task].start == schedule.tasks[task].finish else {
      report.note(.longMilestone, stated.id)
      return "Task Dependent"
    }
    return stated.after.isEmpty ? "Start Milestone" : "Finish Milestone"
  }

  // MARK: Constraints

  /// The constraints that an activity has in the file: its own, then those of what holds it; P6
  /// keeps two.
  private mutating func heldConstraints(of task: Int) -> [TaskConstraint] {
    let id = plan.tasks[task].id
    var all = plan.tasks[task].constraints
    var holder = outline.parents[task]
    while let summary = holder {
      let constraints = plan.tasks[summary].constraints
      if !constraints.isEmpty {
        report.note(.constraintOfSummary, plan.tasks[summary].id, times: constraints.count)
      }
      all += constraints
      holder = outline.parents[summary]
    }
    if all.count > 2 { report.note(.constraintDropped, id, times: all.count - 2) }
    let held = Array(all.prefix(2))
    if held.contains(where: { $0.kind == .manualStart }) { report.note(.manualAsMandatory, id) }
    return held
  }

  private func write(
    _ constraint: TaskConstraint?, _ rank: String, _ task: Int, to stream: inout XMLStream
  ) {
    guard let constraint else { return }
    if constraint.kind != .asLateAsPossible {
      stream.element("\(rank)ConstraintDate", PMXML.date(date(of: constraint, task)))
    }
    stream.element("\(rank)ConstraintType", PMXML.name(constraint.kind))
  }

  /// The date of a constraint in working time: Friday evening, not the midnight after it.
  private func date(of constraint: TaskConstraint, _ task: Int) -> Instant {
    let time = calendars.time[calendars.inFile[task]]
    let inWork =
      constraint.kind.concernsFinish
      ? time.previousWorkEnd(constraint.date) : time.nextWork(constraint.date)
    return inWork ?? constraint.date
  }
}
