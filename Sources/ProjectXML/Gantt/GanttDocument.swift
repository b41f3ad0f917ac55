internal import Planning
internal import Scheduling
internal import SharedSystem

/// One schedule on its way into a Gantt XML document.
struct GanttDocument {
  let schedule: PlanSchedule
  let language: LocalizedText.Language
  let rows: ScheduleRows
  var report: ExportReport

  var plan: Plan { schedule.plan }

  init(_ schedule: PlanSchedule, _ language: LocalizedText.Language) {
    self.schedule = schedule
    self.language = language
    rows = ScheduleRows(schedule, in: language)
    report = rows.report
    report.calendars = schedule.plan.calendars.count
    report.noteLeftOut(schedule.plan)
    report.note(.calendarHours, times: schedule.plan.calendars.count)
  }

  /// Writes the whole document.
  func write(to stream: inout XMLStream) {
    stream.start("gantt", namespace: GanttXML.namespace)
    stream.attribute("language", language.rawValue)
    writeProject(to: &stream)
    stream.start("calendars")
    for calendar in plan.calendars {
      stream.start("calendar")
      stream.attribute("id", calendar.id)
      stream.attribute("name", text(calendar.name))
      stream.end()
    }
    stream.end()
    stream.start("owners")
    for owner in plan.owners {
      stream.start("owner")
      stream.attribute("id", owner.id)
      stream.attribute("name", text(owner.name))
      if let calendar = owner.calendar { stream.attribute("calendar", calendar) }
      stream.end()
    }
    stream.end()
    stream.start("modules")
    for module in plan.modules {
      stream.start("module")
      stream.attribute("id", module.id)
      stream.attribute("name", text(module.name))
      stream.end()
    }
    stream.end()
    stream.start("tasks")
    for (row, task) in rows.outline.rows.enumerated() { write(task, at: row, to: &stream) }
    stream.end()
    stream.end()
  }

  private func writeProject(to stream: inout XMLStream) {
    stream.start("project")
    stream.attribute("name", text(plan.name))
    stream.attribute("start", schedule.start)
    stream.attribute("finish", schedule.finish)
    if let cutover = plan.cutover { stream.attribute("cutover", cutover) }
    stream.attribute("cutoverFinish", schedule.cutoverFinish)
    if let target = plan.target { stream.attribute("target", target) }
    if let margin = schedule.margin { stream.attribute("margin", Int(margin)) }
    stream.attribute("late", schedule.isLate)
    if let status = plan.statusDate { stream.attribute("statusDate", status) }
    if let calendar = plan.calendar { stream.attribute("calendar", calendar) }
    stream.attribute("minutesPerDay", plan.units.minutesPerDay)
    stream.attribute("currency", plan.currency)
    if let sentence = plan.illustrative { stream.element("illustrative", text(sentence)) }
    stream.end()
  }

  /// A text in the language of the document.
  func text(_ text: LocalizedText) -> String { text.text(in: language) }
}

extension XMLStream {
  /// Writes an attribute that holds an instant: `YYYY-MM-DDTHH:MM`.
  mutating func attribute(_ name: String, _ instant: Instant) {
    attribute(name, instant.description)
  }

  /// Writes an attribute that holds `true` or `false`.
  mutating func attribute(_ name: String, _ flag: Bool) {
    attribute(name, flag ? "true" : "false")
  }
}
