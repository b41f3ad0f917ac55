import Planning
import SharedSystem

/// The columns beside the bars: names, owners, dates and floats.
struct GanttTable {
  /// What a column tells.
  enum Field: Hashable, CaseIterable {
    case name, owner, start, finish, days, float

    /// Whether figures stand below each other.
    var isRightAligned: Bool { self == .days || self == .float }
  }

  /// A column.
  struct Column {
    let field: Field
    let title: String
    let left: Int
    let width: Int
  }

  /// The texts of a row.
  struct Cells {
    var name = ""
    var texts: [Field: String] = [:]
  }

  /// The size of texts in rows and of titles.
  let textSize: Int
  let titleSize: Int
  let columns: [Column]
  /// By row, what stands in it; names are whole.
  let cells: [Cells]
  /// Where the columns end.
  let right: Int

  /// The longest names, in letters as wide as they are high.
  private static let longestName = 47
  private static let widestName = 10_000
  private static let longestOwner = 9

  /// Fills the table.
  ///
  /// - Complexity: O(rows · length of names).
  init(
    _ schedule: PlanSchedule, _ rows: [GanttRow], textSize: Int, left: Int,
    grouping: GanttOptions.Grouping, _ context: ReportContext
  ) {
    self.textSize = textSize
    titleSize = min(max(textSize, 150), 220)
    let owners = Dictionary(
      schedule.plan.owners.map { ($0.id, context.text($0.name)) },
      uniquingKeysWith: { first, _ in first })
    cells = rows.map { GanttTable.cells($0, schedule, owners, context) }
    let hasOwners = grouping != .owner && cells.contains { !($0.texts[.owner] ?? "").isEmpty }
    let words = context.words
    let titles: [Field: String] = [
      .name: words.taskColumn, .owner: words.ownerColumn, .start: words.startColumn,
      .finish: words.finishColumn, .days: words.daysColumn, .float: words.floatColumn,
    ]
    var columns: [Column] = []
    var edge = left
    for field in Field.allCases where field != .owner || hasOwners {
      let title = titles[field] ?? ""
      var width = TextLength.of(title, size: titleSize)
      for (row, cell) in zip(rows, cells) {
        let text = field == .name ? cell.name : cell.texts[field] ?? ""
        let indent = field == .name ? GanttTable.indent(row.depth, textSize) : 0
        // Heads are bold.
        width = max(width, TextLength.of(text, size: textSize) * 108 / 100 + indent)
      }
      switch field {
      case .name: width = min(width, GanttTable.longestName * textSize, GanttTable.widestName)
      case .owner: width = min(width, GanttTable.longestOwner * textSize) + textSize
      default: break
      }
      columns.append(Column(field: field, title: title, left: edge, width: width))
      edge += width + textSize
    }
    self.columns = columns
    right = edge
  }

  /// How far a name is moved to the right.
  static func indent(_ depth: Int, _ textSize: Int) -> Int { min(depth, 8) * textSize * 9 / 10 }

  private static func cells(
    _ row: GanttRow, _ schedule: PlanSchedule, _ owners: [String: String],
    _ context: ReportContext
  ) -> Cells {
    switch row.content {
    case .group(let name, let start, let finish):
      return Cells(
        name: name,
        texts: [.start: "\(start.dayAsStart)", .finish: "\(max(start, finish).dayAsFinish)"])
    case .task(let index):
      let (task, dates) = (schedule.plan.tasks[index], schedule.tasks[index])
      let units = schedule.plan.units
      var texts: [Field: String] = [
        .start: "\(schedule.startDay(of: index))", .finish: "\(schedule.finishDay(of: index))",
        .float: Figures.days(of: task, minutes: dates.totalFloat, units),
      ]
      if !task.isMilestone {
        texts[.days] = Figures.days(of: task, minutes: dates.duration, units)
      }
      if let owner = task.owner { texts[.owner] = owners[owner] ?? owner }
      return Cells(name: context.name(task), texts: texts)
    }
  }
}
