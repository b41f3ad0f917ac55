import Foundation
import Planning
import ProjectXML
import Reports
import SharedSystem

/// How each format is written: to a file, or to standard output for `-`.
extension ExportCommand {
  func writeMSPDI(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    var options = MSPDI.Options(language: language)
    options.validates = validates
    guard output == "-" else {
      return try MSPDI.write(schedule, toFile: output, options: options)
    }
    return try printed(MSPDI.bytes(of: schedule, options: options))
  }

  func writeGantt(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    let options = GanttXML.Options(language: language, validates: validates)
    guard output == "-" else {
      return try GanttXML.write(schedule, toFile: output, options: options)
    }
    return try printed(GanttXML.bytes(of: schedule, options: options))
  }

  func writePMXML(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    let options = PMXML.Options(language: language, validates: validates)
    guard output == "-" else {
      return try PMXML.write(schedule, toFile: output, options: options)
    }
    return try printed(PMXML.bytes(of: schedule, options: options))
  }

  /// Two tables beside each other; only that of the tasks to standard output.
  func writeCSV(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    guard output == "-" else {
      return try Spreadsheet.write(schedule, toFile: output, language: language)
    }
    return try printed(Spreadsheet.bytes(of: .tasks, schedule, language: language))
  }

  /// The document of `bunri schedule --json`.
  func writeJSON(_ schedule: PlanSchedule, _ context: ReportContext) throws -> ExportReport {
    let document = ScheduleReport(schedule, context).json.document
    guard output == "-" else {
      return try ScheduleText.write(document, of: schedule, toFile: output)
    }
    try Output.result(document)
    return ScheduleText.report(schedule)
  }

  private func printed(_ written: (bytes: [UInt8], report: ExportReport)) throws -> ExportReport {
    try Output.result(Data(written.bytes))
    return written.report
  }

  /// The files that were written.
  var files: String {
    guard format == .csv, output != "-" else { return output }
    return Spreadsheet.Table.allCases.map { $0.path(for: output) }.joined(separator: ", ")
  }
}
