import ArgumentParser
import PlanFile
import Planning
import ProjectXML
import Reports
import SharedSystem

/// `bunri export`: the plan for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the scheduled plan for other programs.",
    discussion: """
      mspdi: Microsoft Project's XML format, which ProjectLibre and GanttProject read too.
      gantt: bunri's own simple XML, for those who turn a schedule into something else.
      pmxml: the XML format of Primavera P6.
      csv: two tables for spreadsheets: -o plan.csv gives plan-tasks.csv and plan-links.csv; -o - \
      prints the tasks.
      json: the document of `bunri schedule --json`.

      XML is checked against the schema of its format before the file is put in place.

      svg: a Gantt chart on A3 in landscape, for paper and for browsers. It has fiscal years \
      (April to March), the driving path to the cutover with its links, floats, baseline 0, \
      progress, the target and the days on which the cutover may happen; "today" is the plan's \
      status date. A chart of more rows than a page has goes on in FILE-2.svg, FILE-3.svg, …; to \
      standard output all pages are one picture. Without --from and --to it shows the time of the \
      tasks in it.
      """)

  /// The formats that can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mspdi, gantt, pmxml, svg, csv, json
  }

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(name: .long, help: "The format.")
  var format: Format

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output: String

  @Flag(
    name: .customLong("validate"), inversion: .prefixedNo,
    help: "Check XML against the schema of its format.")
  var validates = true

  @OptionGroup(title: "Options of the chart") var gantt: GanttArguments

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try gantt.check(isChart: format == .svg)
    if common.json, output == "-" {
      throw ValidationError("--json and -o - both want standard output.")
    }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let schedule = try session.schedule(session.plan())
    if format == .svg { return try writeChart(schedule, session) }
    let language = session.context.language
    let report: ExportReport
    do {
      switch format {
      case .mspdi: report = try writeMSPDI(schedule, language)
      case .gantt: report = try writeGantt(schedule, language)
      case .pmxml: report = try writePMXML(schedule, language)
      case .csv: report = try writeCSV(schedule, language)
      case .json: report = try writeJSON(schedule, session.context)
      case .svg: return
      }
    } catch let error as XMLWriteError {
      throw session.fail([session.diagnostic(error, writing: output)])
    }
    let summary = ExportSummary(report, file: files, language)
    if common.json {
      try Output.result(summary.json.document)
    } else {
      Output.message(summary.text(session.context.words))
    }
  }
}

extension XMLWriteError {
  /// The reason without the file's name, which the diagnostic has already.
  var reason: String {
    switch self {
    case .file(_, let reason): reason
    case .outOfMemory, .invalid: description
    }
  }
}

extension Session {
  /// Why a file could not be written.
  fileprivate func diagnostic(_ error: XMLWriteError, writing file: String) -> Diagnostic {
    guard case .invalid(let schema, let line, let reason, _) = error else {
      return unwritable(file, reason: error.reason)
    }
    return notValid(file, schema: schema, line: line, reason: reason)
  }
}

extension ExportSummary {
  fileprivate init(_ report: ExportReport, file: String, _ language: LocalizedText.Language) {
    self.init(
      file: file, tasks: report.tasks, links: report.links, calendars: report.calendars,
      remarks: report.remarks.map {
        SummaryRemark(
          kind: "\($0.kind)", count: $0.count, examples: $0.examples, text: $0.text(in: language))
      })
  }
}
