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
    return try written(
      { try MSPDI.write(schedule, toFile: $0, options: options) },
      { try MSPDI.bytes(of: schedule, options: options) })
  }

  func writeGantt(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    let options = GanttXML.Options(language: language, validates: validates)
    return try written(
      { try GanttXML.write(schedule, toFile: $0, options: options) },
      { try GanttXML.bytes(of: schedule, options: options) })
  }

  func writePMXML(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    let options = PMXML.Options(language: language, validates: validates)
    return try written(
      { try PMXML.write(schedule, toFile: $0, options: options) },
      { try PMXML.bytes(of: schedule, options: options) })
  }

  /// Two tables beside each other; only that of the tasks to standard output.
  func writeCSV(_ schedule: PlanSchedule, _ language: LocalizedText.Language) throws
    -> ExportReport
  {
    try written(
      { try Spreadsheet.write(schedule, toFile: $0, language: language) },
      { Spreadsheet.bytes(of: .tasks, schedule, language: language) })
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

  /// Writes a document to the file that was asked for, or its bytes to standard output.
  private func written(
    _ write: (String) throws -> ExportReport,
    _ bytes: () throws -> (bytes: [UInt8], report: ExportReport)
  ) throws -> ExportReport {
    guard output == "-" else { return try write(output) }
    let written = try bytes()
    try Output.result(Data(written.bytes))
    return written.report
  }

  /// The files that were written.
  var files: String {
    guard format == .csv, output != "-" else { return output }
    return Spreadsheet.Table.allCases.map { $0.path(for: output) }.joined(separator: ", ")
  }
}
