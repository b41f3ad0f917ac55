import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// A small file of Microsoft Project around the given elements: a project that starts on Monday
/// 2025-04-07 08:00 on a calendar of 08:00–12:00 and 13:00–17:00.
func projectFile(
  _ tasks: String, project: String = "", calendars: String = "", resources: String = "",
  assignments: String = ""
) -> [UInt8] {
  Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <Project xmlns="http://schemas.microsoft.com/project">
    <Name>sample</Name><StartDate>2025-04-07T08:00:00</StartDate>\(project)
    <CalendarUID>1</CalendarUID>
    <Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
    </Calendar>\(calendars)</Calendars>
    <Tasks>\(tasks)</Tasks>
    <Resources>\(resources)</Resources>
    <Assignments>\(assignments)</Assignments>
    </Project>
    """.utf8)
}

/// A task of such a file; `more` are further elements.
func projectTask(
  _ uid: Int, _ duration: String = "PT8H0M0S", level: Int = 1, after: Int? = nil,
  _ more: String = ""
) -> String {
  let link =
    after.map { "<PredecessorLink><PredecessorUID>\($0)</PredecessorUID></PredecessorLink>" } ?? ""
  return """
    <Task><UID>\(uid)</UID><ID>\(uid)</ID><Name>task \(uid)</Name>
    <OutlineLevel>\(level)</OutlineLevel><Duration>\(duration)</Duration>
    <DurationFormat>7</DurationFormat>\(more)\(link)</Task>
    """
}

/// A file that was mapped to a plan and scheduled.
struct Imported {
  let plan: Plan
  let report: ImportReport
  let schedule: PlanSchedule

  init(_ bytes: [UInt8]) throws {
    let imported = MSPDIImport(bytes: bytes)
    plan = try #require(imported.plan, "\(imported.problems.map { $0.text(in: .en) })")
    report = imported.report
    schedule = try plan.scheduled()
  }

  /// The dates of the task with this UID.
  func dates(_ uid: Int) throws -> PlanSchedule.TaskDates {
    schedule.tasks[try #require(schedule.index(of: "\(uid)"))]
  }

  /// The task with this UID.
  func task(_ uid: Int) throws -> PlanTask {
    plan.tasks[try #require(schedule.index(of: "\(uid)"))]
  }

  /// How often the report notes a kind.
  func count(_ kind: ImportReport.Kind) -> Int {
    report.remarks.first { $0.kind == kind }?.count ?? 0
  }
}
