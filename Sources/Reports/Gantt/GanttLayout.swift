import Planning
import Scheduling
import SharedSystem

/// Where everything of a chart stands. Lengths are hundredths of a millimetre.
struct GanttLayout {
  /// A sheet of A3 in landscape.
  static let pageWidth = 42_000
  static let pageHeight = 29_700
  /// What stays free at the edges.
  static let margin = 600
  /// Where the axis begins, below title, verdict and what is shown.
  static let axisTop = 1_950
  static let tierHeight = 280
  static let flagHeight = 240
  /// What stays free between the rows and the legend.
  static let legendGap = 120
  static let legendLine = 320
  static let legendSize = 210
  /// Rows higher than this would look empty.
  private static let highestRow = 520

  let rowHeight: Int
  let table: GanttTable
  let scale: TimeScale
  let axis: TimeAxis
  let flags: [GanttFlag]
  /// Where rows begin.
  let rowsTop: Int

  /// Lays a chart out.
  ///
  /// - Parameters:
  ///   - mostRows: how many rows the fullest page has.
  ///   - legendLines: how many lines the legend takes at most.
  init(
    _ schedule: PlanSchedule, _ rows: [GanttRow], mostRows: Int, legendLines: Int,
    _ options: GanttOptions, _ context: ReportContext
  ) {
    let flagCount = GanttFlag.count(schedule)
    rowsTop =
      GanttLayout.axisTop + 3 * GanttLayout.tierHeight + 40 + flagCount * GanttLayout.flagHeight
    let bottom =
      GanttLayout.pageHeight - GanttLayout.margin - GanttLayout.legendGap
      - legendLines * GanttLayout.legendLine
    rowHeight = min((bottom - rowsTop) / max(mostRows, 1), GanttLayout.highestRow)
    let table = GanttTable(
      schedule, rows, textSize: min(rowHeight * 92 / 100, 250), left: GanttLayout.margin,
      grouping: options.grouping, context)
    self.table = table
    let time = GanttTime(schedule, rows, options)
    scale = TimeScale(
      time.first, time.last, left: table.right, right: GanttLayout.pageWidth - GanttLayout.margin)
    axis = TimeAxis(scale, context.words)
    flags = GanttFlag.placed(schedule, scale, context.words)
  }

  /// The upper edge of a row of a page.
  func top(_ row: Int) -> Int { rowsTop + row * rowHeight }

  /// The middle line of a row of a page.
  func middle(_ row: Int) -> Int { top(row) + rowHeight / 2 }

  /// The radius of a milestone.
  var radius: Int { rowHeight * 40 / 100 }
}
