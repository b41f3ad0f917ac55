import ArgumentParser
import Foundation
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

      svg: a Gantt chart on A3 in landscape, for paper and for browsers. It has fiscal years \
      (April to March), the driving path to the cutover with its links, floats, baseline 0, \
      progress, the target and the days on which the cutover may happen; "today" is the plan's \
      status date. A chart of more rows than a page has goes on in FILE-2.svg, FILE-3.svg, …; to \
      standard output all pages are one picture. Without --from and --to it shows the time of the \
      tasks in it.
      """)

  /// The formats that can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mspdi, svg
  }

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(name: .long, help: "The format.")
  var format: Format

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"))
  var output: String

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
    switch format {
    case .mspdi: try writeProject(schedule, session)
    case .svg: try writeChart(schedule, session)
    }
  }

  /// Writes the schedule as Microsoft Project XML.
  private func writeProject(_ schedule: PlanSchedule, _ session: Session) throws {
    let language = session.context.language
    let report: ExportReport
    do {
      let options = MSPDI.Options(language: language)
      if output == "-" {
        let written = try MSPDI.bytes(of: schedule, options: options)
        try Output.result(Data(written.bytes))
        report = written.report
      } else {
        report = try MSPDI.write(schedule, toFile: output, options: options)
      }
    } catch let error as XMLWriteError {
      throw session.fail([session.unwritable(output, reason: error.reason)])
    }
    let summary = ExportSummary(report, file: output, language)
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
    case .outOfMemory: description
    }
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
