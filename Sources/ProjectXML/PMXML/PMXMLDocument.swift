internal import Planning
internal import Scheduling
internal import SharedSystem

/// One schedule on its way into a PMXML document.
struct PMXMLDocument {
  let schedule: PlanSchedule
  let language: LocalizedText.Language
  let outline: MSPDIOutline
  let progress: MSPDIProgress
  let calendars: PMXMLCalendars
  /// By task, whether it and all that hold it take part.
  let takesPart: [Bool]
  var report = ExportReport()

  var plan: Plan { schedule.plan }

  /// The number of the only project.
  static let project = 1

  init(_ schedule: PlanSchedule, _ language: LocalizedText.Language) {
    self.schedule = schedule
    self.language = language
    outline = MSPDIOutline(schedule.plan.tasks)
    let shared = MSPDICalendars(schedule, in: language)
    progress = MSPDIProgress(schedule, outline, shared)
    calendars = PMXMLCalendars(schedule, shared, language)
    var takesPart: [Bool] = schedule.plan.tasks.map(\.isActive)
    for task in outline.rows {
      if let parent = outline.parents[task], !takesPart[parent] { takesPart[task] = false }
    }
    self.takesPart = takesPart
    report.tasks = takesPart.count { $0 }
    report.calendars = calendars.count
    report.calendarYears = shared.years
    report.noteLeftOut(schedule.plan)
    for (task, stated) in plan.tasks.enumerated() {
      if !takesPart[task] { report.note(.inactiveLeftOut, stated.id) }
      if !stated.baselines.isEmpty { report.note(.baseline, stated.id) }
      if stated.notes != nil || stated.source != nil { report.note(.notesLeftOut, stated.id) }
    }
    if plan.constraintRule != .logic, plan.tasks.contains(where: { !$0.constraints.isEmpty }) {
      report.note(.datesWin)
    }
  }

  /// Writes the whole document.
  mutating func write(to stream: inout XMLStream) {
    stream.start("APIBusinessObjects", namespace: PMXML.namespace)
    writeFieldTypes(to: &stream)
    calendars.write(to: &stream)
    stream.start("Project")
    writeProject(to: &stream)
    for (row, task) in outline.rows.enumerated() where isWBS(task) && takesPart[task] {
      writeWBS(task, at: row, to: &stream)
    }
    for task in outline.rows where !isWBS(task) && takesPart[task] {
      writeActivity(task, to: &stream)
    }
    writeRelationships(to: &stream)
    stream.start("ScheduleOptions")
    stream.element("ProjectObjectId", PMXMLDocument.project)
    stream.element("RelationshipLagCalendar", lagCalendar)
    stream.end()
    stream.end()
    stream.end()
  }

  /// Whether a task is a node of the work breakdown structure.
  func isWBS(_ task: Int) -> Bool { plan.tasks[task].isSummary }

  /// The number of a node or an activity.
  func number(_ task: Int) -> Int { task + 1 }

  /// P6's words for the calendar that counts lags.
  var lagCalendar: String {
    switch plan.lagCalendar {
    case .successor: "Successor Activity Calendar"
    case .predecessor: "Predecessor Activity Calendar"
    case .project: "Project Default Calendar"
    case .elapsed: "24 Hour Calendar"
    }
  }

  private func writeProject(to stream: inout XMLStream) {
    let finish = schedule.finish
    stream.element("ActivityDefaultActivityType", "Task Dependent")
    stream.element("ActivityDefaultCalendarObjectId", 1)
    stream.element("ActivityDefaultDurationType", "Fixed Duration and Units/Time")
    stream.element("ActivityDefaultPercentCompleteType", "Duration")
    stream.element("CriticalActivityFloatLimit", 0)
    stream.element("CriticalActivityPathType", "Critical Float")
    stream.element("DataDate", PMXML.date(plan.statusDate ?? plan.start))
    stream.element("FinishDate", PMXML.date(finish))
    stream.element("Id", "BUNRI")
    if let target = plan.target { stream.element("MustFinishByDate", PMXML.date(target)) }
    stream.element("Name", singleLine(plan.name))
    stream.element("ObjectId", PMXMLDocument.project)
    stream.element("PlannedStartDate", PMXML.date(plan.start))
    stream.element("StartDate", PMXML.date(schedule.start))
    stream.element("Status", "Active")
    stream.element("WBSCodeSeparator", ".")
  }

  private mutating func writeWBS(_ task: Int, at row: Int, to stream: inout XMLStream) {
    let stated = plan.tasks[task]
    stream.start("WBS")
    stream.element("Code", identifier(of: task, most: 20))
    stream.element("Name", name(of: task, most: 100))
    stream.element("ObjectId", number(task))
    if let parent = outline.parents[task] {
      stream.element("ParentObjectId", number(parent))
    }
    stream.element("ProjectObjectId", PMXMLDocument.project)
    stream.element("SequenceNumber", row + 1)
    stream.element("Status", "Active")
    stream.end()
    if !outline.isSummary(task) { report.note(.emptySummary, stated.id) }
    if stated.deadline != nil { report.note(.deadlineLeftOut, stated.id) }
  }

  /// The id of a task; noted when P6 does not keep all of it.
  mutating func identifier(of task: Int, most: Int) -> String {
    let id = plan.tasks[task].id
    if id.utf16.count > most { report.note(.longIdentifier, id) }
    return id
  }

  /// The name of a task on one line; noted when P6 does not keep all of it.
  mutating func name(of task: Int, most: Int) -> String {
    let stated = plan.tasks[task]
    let written = stated.name.text(in: language)
    let name = XMLText.singleLine(written)
    if name != written { report.note(.lineBreak, stated.id) }
    if name.utf16.count > most { report.note(.longName, stated.id) }
    return name.isEmpty ? stated.id : name
  }

  private func singleLine(_ text: LocalizedText) -> String {
    XMLText.singleLine(text.text(in: language))
  }
}
