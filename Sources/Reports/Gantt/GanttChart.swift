package import Planning
import Scheduling
package import SharedSystem

/// A schedule as a Gantt chart, on pages of A3 in landscape.
///
/// A function of the schedule and the options alone: nothing depends on today's date, "today" is the
/// plan's status date.
package struct GanttChart: Sendable {
  /// The pages; one when there is nothing to show.
  package let pages: [Picture]
  /// How many tasks are shown, without summaries and groups.
  package let taskCount: Int

  /// Draws a schedule.
  ///
  /// - Throws: `PlanError` when the filter `near` needs dates that cannot be computed.
  /// - Complexity: O(tasks log tasks + pages · days of the axis), and that of
  ///   `PlanSchedule.nearPaths` for `near`.
  package init(
    _ schedule: PlanSchedule, _ options: GanttOptions = GanttOptions(), _ context: ReportContext
  ) throws(PlanError) {
    let selection = try GanttSelection(schedule, options)
    let rows = GanttRows(schedule, selection, options.grouping, context)
    let parts = rows.pages(most: max(1, min(options.rowsPerPage, GanttOptions.mostRows)))
    let windows = GanttGround.windows(schedule)
    let hasOwners =
      schedule.plan.owners.count > 1 && rows.rows.contains { row in
        row.task.flatMap { schedule.plan.tasks[$0].owner } != nil
      }
    let legend = GanttLegend(
      schedule, rows.rows, hasWindows: !windows.isEmpty, hasOwners: hasOwners, context)
    let width = GanttLayout.pageWidth - 2 * GanttLayout.margin
    let layout = GanttLayout(
      schedule, rows.rows, mostRows: parts.map(\.count).max() ?? 1,
      legendLines: legend.lines(width: width, size: GanttLayout.legendSize), options, context)
    let leaves = rows.rows.count { row in
      row.task.map { !schedule.plan.tasks[$0].isSummary } ?? false
    }
    let drawing = GanttPage(
      schedule: schedule, rows: rows.rows, layout: layout, legend: legend,
      rest: GanttGround.rest(schedule.plan, layout.scale),
      windows: GanttGround.places(of: windows, layout.scale),
      links: GanttLinks(schedule: schedule, layout: layout, reasons: schedule.reasons()),
      head: GanttHead(schedule, shown: leaves, options, context), hasOwners: hasOwners,
      context: context)
    taskCount = leaves
    pages = parts.enumerated().map { drawing.drawn($1, page: $0 + 1, of: parts.count) }
  }

  /// All pages below each other in one picture.
  package var sheet: Picture {
    guard pages.count > 1, var sheet = pages.first else { return pages[0] }
    sheet.height = 0
    sheet.shapes = []
    for page in pages {
      sheet.shapes.append(.group(at: .init(0, sheet.height), page.shapes))
      sheet.height += page.height
    }
    return sheet
  }
}
