package import Planning

/// A document about a schedule that was made elsewhere, the JSON of a report for instance.
package enum ScheduleText {
  /// Writes the document to a file, which appears whole or not at all.
  ///
  /// - Returns: what the schedule holds.
  /// - Throws: `XMLWriteError.file`; then nothing is left behind.
  package static func write(
    _ document: String, of schedule: PlanSchedule, toFile path: String
  ) throws(XMLWriteError) -> ExportReport {
    try ReplacedFile.replace(path, with: Array(document.utf8))
    return report(schedule)
  }

  /// What a schedule holds.
  package static func report(_ schedule: PlanSchedule) -> ExportReport {
    var report = ExportReport()
    report.tasks = schedule.plan.tasks.count
    report.links = schedule.plan.tasks.reduce(0) { $0 + $1.after.count }
    report.calendars = schedule.plan.calendars.count
    return report
  }
}
