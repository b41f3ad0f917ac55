import Foundation
import PlanFile
import Planning
import ProjectXML
import Reports
import SharedSystem

/// A plan from wherever it is: a plan file or folder, or a schedule of Microsoft Project.
struct PlanSource {
  /// The plan; nil when there is an error among the diagnostics.
  let plan: Plan?
  let diagnostics: [Diagnostic]
  /// What became of a schedule made elsewhere; nil for a plan file.
  let imported: ImportReport?
  /// What was read of a plan file.
  private let reading: PlanReading?

  /// The plan with the work that follows from its modules; nil when there is no plan.
  func planWithGeneratedWork() throws(PlanError) -> Plan? {
    guard let reading else { return try plan?.withGeneratedWork() }
    return try reading.planWithGeneratedWork()
  }

  /// Reads the plan at a path, or from standard input for `-`.
  init(_ path: String) {
    if path == "-" {
      self.init(standardInputBeginningWith: PlanSource.beginningOfStandardInput())
    } else if PlanSource.isXML(path) {
      self.init(MSPDIImport(path: path), file: path)
    } else {
      self.init(PlanReader.read(path: path))
    }
  }

  /// Reads standard input, of which some bytes were read already.
  init(standardInputBeginningWith prefix: [UInt8]) {
    if MSPDIReader.looksLikeXML(prefix) {
      self.init(MSPDIImport(standardInputBeginningWith: prefix), file: "<stdin>")
    } else {
      self.init(PlanReader.readStandardInput(beginningWith: prefix))
    }
  }

  private init(_ reading: PlanReading) {
    (plan, diagnostics, imported) = (reading.plan, reading.diagnostics, nil)
    self.reading = reading
  }

  private init(_ reading: MSPDIImport, file: String) {
    plan = reading.plan
    diagnostics = reading.problems.map { Diagnostic($0, file: file) }
    imported = reading.plan == nil ? nil : reading.report
    self.reading = nil
  }

  /// Whether a file holds XML, or is called as if it did.
  private static func isXML(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    // A pipe gives its bytes only once: its name must do.
    if path.lowercased().hasSuffix(".xml") { return true }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let prefix = try? handle.read(upToCount: 512)
    else { return false }
    return MSPDIReader.looksLikeXML(prefix)
  }

  /// Enough of standard input to tell what it holds.
  static func beginningOfStandardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 4096,
      let chunk = try? FileHandle.standardInput.read(upToCount: 65_536), !chunk.isEmpty
    {
      bytes += chunk
    }
    return bytes
  }
}

extension Diagnostic {
  /// What is wrong with a schedule made elsewhere.
  init(_ problem: MSPDIProblem, file: String) {
    self.init(
      severity: problem.severity == .error ? .error : .warning, id: problem.id, file: file,
      line: problem.line, column: problem.column, message: problem.message,
      advice: problem.advice)
  }
}

extension ImportSummary {
  init(
    _ report: ImportReport, file: String, output: String? = nil,
    _ language: LocalizedText.Language
  ) {
    self.init(
      file: file, output: output, tasks: report.tasks, links: report.links,
      calendars: report.calendars,
      remarks: report.remarks.map {
        SummaryRemark(
          kind: "\($0.kind)", count: $0.count, examples: $0.examples, text: $0.text(in: language))
      },
      unread: report.unread.map { Unread(path: $0.path, count: $0.count) })
  }
}
