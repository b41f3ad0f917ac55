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
  /// How many tasks the plan has, without summaries.
  package let allTasks: Int

  /// Draws a schedule.
  ///
  /// - Throws: `PlanError` when the filter `near` needs dates that cannot be computed.
  /// - Complexity: O(tasks log tasks + pages · days of the axis), and that of
  ///   `PlanSchedule.nearPaths` for `near`.
  package init(
    _ schedule: PlanSchedule, _ options: GanttOptions = GanttOptions(), _ context: ReportContext
  ) throws(PlanError) {
    self.init(schedule, try GanttSelection(schedule, options), options, context)
  }

  private init(
    _ schedule: PlanSchedule, _ selection: GanttSelection, _ options: GanttOptions,
    _ context: ReportContext
  ) {
    let rows = GanttRows(schedule, selection, options.grouping, context)
    let parts = rows.pages(most: options.rowsPerPage(of: rows.rows.count))
    let windows = GanttGround.windows(schedule)
    let hasOwners =
      options.grouping != .owner
      && (2...GanttLegend.mostOwners).contains(schedule.plan.owners.count)
      && rows.rows.contains { row in
        row.task.flatMap { schedule.plan.tasks[$0].owner } != nil
      }
    // What is behind the bars is known when they have a place, for which the legend needs its own.
    let longest = GanttLegend(
      schedule, rows.rows, hasWindows: !windows.isEmpty, hasRest: true, hasOwners: hasOwners,
      context)
    let width = GanttLayout.pageWidth - 2 * GanttLayout.margin
    let layout = GanttLayout(
      schedule, rows.rows, mostRows: parts.map(\.count).max() ?? 1,
      legendLines: longest.lines(width: width, size: GanttLayout.legendSize), options, context)
    let leaves = rows.rows.count { row in
      row.task.map { !schedule.plan.tasks[$0].isSummary } ?? false
    }
    let rest = GanttGround.rest(schedule.plan, layout.scale)
    let places = GanttGround.places(of: windows, layout.scale)
    let legend = GanttLegend(
      schedule, rows.rows, hasWindows: !places.isEmpty, hasRest: !rest.isEmpty,
      hasOwners: hasOwners, context)
    let drawing = GanttPage(
      schedule: schedule, rows: rows.rows, layout: layout, legend: legend,
      rest: rest, windows: places,
      links: GanttLinks(schedule: schedule, layout: layout, reasons: schedule.reasons()),
      head: GanttHead(schedule, shown: leaves, options, context), hasOwners: hasOwners,
      context: context)
    taskCount = leaves
    allTasks = schedule.plan.tasks.count { !$0.isSummary }
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
