import Foundation
import PlanFile
import Planning
import ProjectXML
import Reports
import SharedSystem

extension ExportCommand {
  /// Writes the schedule as a Gantt chart: one file a page, or all pages to standard output.
  func writeChart(_ schedule: PlanSchedule, _ session: Session) throws {
    try checkFilters(schedule.plan, session)
    let chart: GanttChart
    do {
      chart = try GanttChart(schedule, gantt.options, session.context)
    } catch {
      throw session.fail([Diagnostic(error, plan: schedule.plan)])
    }
    var files: [String] = []
    do {
      if output == "-" { return try Output.result(Data(SVG.bytes(of: chart.sheet))) }
      for (number, page) in chart.pages.enumerated() {
        let file = PageName.of(number + 1, of: output)
        do {
          try SVG.write(page, toFile: file)
        } catch {
          throw session.fail([session.unwritable(file, reason: error.reason)])
        }
        files.append(file)
      }
    } catch let error as XMLWriteError {
      throw session.fail([session.unwritable(output, reason: error.reason)])
    }
    let summary = ChartSummary(files: files, tasks: chart.taskCount, of: chart.allTasks)
    if common.json {
      try Output.result(summary.json.document)
    } else {
      Output.message(summary.text(session.context.words))
    }
  }

  /// Refuses owners and modules that the plan does not have.
  private func checkFilters(_ plan: Plan, _ session: Session) throws {
    for filter in gantt.only {
      let (kind, id, known): (String, String, [String])
      switch filter {
      case .owner(let owner): (kind, id, known) = ("owner", owner, plan.owners.map(\.id))
      case .module(let module): (kind, id, known) = ("module", module, plan.modules.map(\.id))
      case .critical, .near: continue
      }
      if known.contains(id) { continue }
      let maybe = NearestSpelling.of(id, among: known)
      throw session.fail([Diagnostic(.unknown(kind: kind, id: id, maybe: maybe))])
    }
  }
}

/// The files of a chart with several pages.
enum PageName {
  /// The file of a page: the first has the name that was asked for, the second of `plan.svg` is
  /// `plan-2.svg`.
  static func of(_ page: Int, of file: String) -> String {
    if page == 1 { return file }
    let slash = file.lastIndex(of: "/").map(file.index(after:)) ?? file.startIndex
    guard let dot = file[slash...].lastIndex(of: "."), dot > slash else { return "\(file)-\(page)" }
    return "\(file[..<dot])-\(page)\(file[dot...])"
  }
}
