import Planning
import Scheduling
import SharedSystem

/// One page of a chart.
struct GanttPage {
  let schedule: PlanSchedule
  let rows: [GanttRow]
  let layout: GanttLayout
  let legend: GanttLegend
  /// Where nobody works, and where the cutover may happen.
  let rest: [Range<Int>]
  let windows: [Range<Int>]
  let links: GanttLinks
  let head: GanttHead
  /// Whether rows tell their owners by colour.
  let hasOwners: Bool
  let context: ReportContext

  private var words: Words { context.words }
  private var left: Int { GanttLayout.margin }
  private var right: Int { GanttLayout.pageWidth - GanttLayout.margin }

  /// Draws the page with these rows.
  ///
  /// - Complexity: O(rows + units of the axis + milestones · arrows).
  func drawn(_ part: Range<Int>, page: Int, of count: Int) -> Picture {
    let bottom = layout.top(max(part.count, 3))
    let lines = legend.lines(width: right - left, size: GanttLayout.legendSize)
    let needed =
      bottom + GanttLayout.legendGap + lines * GanttLayout.legendLine + GanttLayout.margin
    var picture = Picture(
      width: GanttLayout.pageWidth, height: count > 1 ? GanttLayout.pageHeight : needed,
      title: head.title, summary: summary, language: context.language)
    picture.unit = .hundredthOfMillimetre
    picture.shapes = [
      .rectangle(x: 0, y: 0, width: picture.width, height: picture.height, .chart(.page))
    ]
    picture.shapes += heading(page, of: count)
    picture.shapes += ground(part, bottom: bottom)
    picture.shapes += axisHead
    let arrows = links.arrows(rows[part])
    picture.shapes += arrows.flatMap(\.shapes)
    let bars = GanttBar(schedule: schedule, layout: layout, arrows: arrows, words: words)
    for (row, index) in part.enumerated() {
      picture.shapes.append(self.row(index, at: row, bars))
    }
    picture.shapes += layout.flags.map {
      .text(
        $0.text, x: $0.left, y: flagMiddle($0), .chart($0.textRole), size: GanttFlag.textSize)
    }
    if part.isEmpty {
      picture.shapes.append(
        .text(
          schedule.plan.tasks.isEmpty ? words.noTasks : words.nothingShown, x: left,
          y: layout.middle(1), .chart(.label), size: layout.table.textSize))
    }
    picture.shapes += legend.shapes(
      left: left, top: bottom + GanttLayout.legendGap, width: right - left)
    return picture
  }

  private var summary: String {
    [head.verdict, head.shown, head.illustrative].compactMap(\.self).joined(separator: "\n")
  }

  // MARK: Above the chart

  private func heading(_ page: Int, of count: Int) -> [Picture.Shape] {
    var shapes: [Picture.Shape] = []
    var room = right - left
    if count > 1 {
      let text = words.page(page, of: count)
      shapes.append(
        .text(text, x: right, y: left + 200, .chart(.faint), .end, size: 260))
      room -= TextLength.of(text, size: 260) + 400
    }
    // Bold letters are wider than TextLength takes them.
    func cut(_ text: String, _ size: Int, room: Int) -> String {
      TextLength.cut(text, to: room * 100 / 108, size: size)
    }
    shapes.append(
      .text(
        cut(head.title, 430, room: room), x: left, y: left + 200, .chart(.title), size: 430))
    var x = left
    if let verdict = head.verdict {
      let text = cut(verdict, 290, room: right - left)
      let role: Picture.ChartRole =
        head.hasTarget ? (head.isLate ? .alarm : .relief) : .heading
      shapes.append(.text(text, x: x, y: left + 710, .chart(role), size: 290))
    }
    let shown = TextLength.cut(head.shown, to: (right - left) / 2, size: 220)
    shapes.append(.text(shown, x: x, y: left + 1_130, .chart(.faint), size: 220))
    x += TextLength.of(shown, size: 220) + 500
    if let note = head.illustrative {
      shapes.append(
        .text(
          cut(note, 220, room: right - x), x: x, y: left + 1_130, .chart(.label), size: 220))
    }
    return shapes
  }

  // MARK: Behind the bars

  private func ground(_ part: Range<Int>, bottom: Int) -> [Picture.Shape] {
    let scale = layout.scale
    var shapes: [Picture.Shape] = []
    for (row, index) in part.enumerated() {
      let role: Picture.ChartRole? =
        rows[index].isHead && rows[index].depth == 0 ? .band : row % 2 == 1 ? .stripe : nil
      guard let role else { continue }
      shapes.append(
        .rectangle(
          x: left, y: layout.top(row), width: right - left, height: layout.rowHeight,
          .chart(role)))
    }
    for (stretches, role) in [(rest, Picture.ChartRole.rest), (windows, .window)] {
      shapes += stretches.map {
        .rectangle(
          x: $0.lowerBound, y: layout.rowsTop, width: $0.count, height: bottom - layout.rowsTop,
          .chart(role))
      }
    }
    if let finest = layout.axis.tiers.last {
      shapes += finest.cells.map {
        .line(x1: $0.left, y1: layout.rowsTop, x2: $0.left, y2: bottom, .chart(.grid))
      }
    }
    if let years = layout.axis.tiers.first {
      shapes += years.cells.dropFirst().map {
        .line(
          x1: $0.left, y1: GanttLayout.axisTop, x2: $0.left, y2: bottom, .chart(.yearGrid))
      }
    }
    shapes += [
      .line(
        x1: scale.left, y1: GanttLayout.axisTop, x2: scale.left, y2: bottom, .chart(.yearGrid)),
      .line(x1: left, y1: bottom, x2: right, y2: bottom, .chart(.yearGrid)),
    ]
    shapes += layout.flags.map {
      .line(x1: $0.x, y1: flagMiddle($0) - 100, x2: $0.x, y2: bottom, .chart($0.line))
    }
    return shapes
  }

  private func flagMiddle(_ flag: GanttFlag) -> Int {
    layout.rowsTop - 30 - GanttLayout.flagHeight / 2 - flag.lane * GanttLayout.flagHeight
  }

  private var axisHead: [Picture.Shape] {
    let scale = layout.scale
    let height = layout.axis.tiers.count * GanttLayout.tierHeight
    var shapes: [Picture.Shape] = [
      .rectangle(
        x: scale.left, y: GanttLayout.axisTop, width: scale.right - scale.left, height: height,
        .chart(.axis))
    ]
    for (number, tier) in layout.axis.tiers.enumerated() {
      let top = GanttLayout.axisTop + number * GanttLayout.tierHeight
      let line: Picture.ChartRole = number == 0 ? .yearGrid : .grid
      for cell in tier.cells {
        shapes.append(
          .line(
            x1: cell.left, y1: top, x2: cell.left, y2: top + GanttLayout.tierHeight,
            .chart(line)))
        guard !cell.text.isEmpty else { continue }
        shapes.append(
          .text(
            cell.text, x: (cell.left + cell.right) / 2, y: top + GanttLayout.tierHeight / 2,
            .chart(number == 0 ? .heading : .label), .middle, size: TimeAxis.textSize))
      }
      shapes.append(
        .line(x1: scale.left, y1: top, x2: scale.right, y2: top, .chart(line)))
    }
    let y = layout.rowsTop - 30 - layout.table.titleSize
    shapes += layout.table.columns.map { column in
      let isRight = column.field.isRightAligned
      return .text(
        column.title, x: isRight ? column.left + column.width : column.left, y: y,
        .chart(.faint), isRight ? .end : .start, size: layout.table.titleSize)
    }
    shapes.append(
      .line(x1: left, y1: layout.rowsTop, x2: right, y2: layout.rowsTop, .chart(.yearGrid)))
    return shapes
  }

  // MARK: Rows

  private func row(_ index: Int, at row: Int, _ bars: GanttBar) -> Picture.Shape {
    let content = rows[index]
    var shapes = texts(index, at: row)
    switch content.content {
    case .task(let task): shapes += bars.shapes(of: task, row: row)
    case .group(_, let start, let finish): shapes += bars.bracket(start, finish, row: row)
    }
    let tooltip = content.task.map { GanttTooltip(schedule, context).text(of: $0) }
    return .group(tooltip: tooltip, shapes)
  }

  private func texts(_ index: Int, at row: Int) -> [Picture.Shape] {
    let (content, cells) = (rows[index], layout.table.cells[index])
    let size = layout.table.textSize
    let y = layout.middle(row)
    var shapes: [Picture.Shape] = []
    for column in layout.table.columns {
      switch column.field {
      case .name:
        let indent = GanttTable.indent(content.depth, size)
        let room = (column.width - indent) * 100 / (content.isHead ? 108 : 100)
        let text = TextLength.cut(cells.name, to: room, size: size)
        shapes.append(
          .text(
            text, x: column.left + indent, y: y, .chart(content.isHead ? .heading : .label),
            size: size))
      case .owner:
        guard let owner = cells.texts[.owner] else { continue }
        if hasOwners, let number = ownerNumber(content) {
          let side = size * 60 / 100
          shapes.append(
            .rectangle(
              x: column.left, y: y - side / 2, width: side, height: side, .holder(number)))
        }
        let text = TextLength.cut(owner, to: column.width - size, size: size)
        shapes.append(.text(text, x: column.left + size, y: y, .chart(.faint), size: size))
      default:
        guard let text = cells.texts[column.field] else { continue }
        let isRight = column.field.isRightAligned
        shapes.append(
          .text(
            text, x: isRight ? column.left + column.width : column.left, y: y,
            .chart(.faint), isRight ? .end : .start, size: size))
      }
    }
    return shapes
  }

  private func ownerNumber(_ row: GanttRow) -> Int? {
    guard let owner = row.task.flatMap({ schedule.plan.tasks[$0].owner }) else { return nil }
    return schedule.plan.owners.firstIndex { $0.id == owner }
  }
}
