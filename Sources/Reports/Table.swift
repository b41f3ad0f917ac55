/// A text table that is never wider than a limit.
///
/// Columns take the width of their widest cell. When the sum exceeds the limit, the flexible
/// columns give way down to their minimum: first those whose cells go on in the next line, then
/// those whose cells are cut with `…`; of several always the widest.
struct Table: Sendable {
  /// What happens to a cell that is wider than its column.
  enum Overflow: Hashable, Sendable {
    /// The column never gives way.
    case never
    /// The column gives way down to this width; longer cells end in `…`.
    case cut(minimum: Int)
    /// The column gives way down to this width; longer cells go on in the next line.
    case wrap(minimum: Int)

    fileprivate var wraps: Bool {
      if case .wrap = self { return true }
      return false
    }

    fileprivate var minimum: Int? {
      switch self {
      case .never: nil
      case .cut(let minimum), .wrap(let minimum): minimum
      }
    }
  }

  /// One column.
  struct Column: Sendable {
    var title: String
    /// Whether cells stand at the right edge.
    var isNumeric = false
    var overflow = Overflow.never
    /// The column is at least this wide.
    var minimumWidth = 0
  }

  /// One cell.
  struct Cell: Sendable {
    var text: String
    var emphasis = Emphasis.none
    /// A shorter wording for a given width; nil: the text is all there is.
    var shorter: (@Sendable (Int) -> String)?

    init(
      _ text: String, _ emphasis: Emphasis = .none, shorter: (@Sendable (Int) -> String)? = nil
    ) {
      self.text = text
      self.emphasis = emphasis
      self.shorter = shorter
    }
  }

  var columns: [Column]
  var rows: [[Cell]] = []
  /// By row, a text that stands below it over the whole width.
  var below: [Int: Cell] = [:]
  /// Spaces before each line.
  var indent = 2
  /// Spaces between columns.
  var gap = 2

  init(columns: [Column]) { self.columns = columns }

  /// The table as lines; the first line has the titles unless all are empty. Columns without any
  /// content are left out.
  ///
  /// - Complexity: O(cells + columns · limit).
  func lines(limit: Int = ReportContext.width, style: TextStyle = .plain) -> [String] {
    let used = columns.indices.filter { column in
      rows.contains { !$0[column].text.isEmpty }
    }
    let widths = widths(of: used, limit: limit)
    var lines: [String] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      let titles = used.map { Cell(columns[$0].title, .faint) }
      lines += render(titles, used, widths, style)
    }
    for (number, row) in rows.enumerated() {
      lines += render(used.map { row[$0] }, used, widths, style)
      guard let below = below[number], !below.text.isEmpty else { continue }
      let margin = String(repeating: " ", count: indent + Table.marginBelow)
      lines += below.text.wrapped(toWidth: limit - margin.count).map {
        margin + style.apply(below.emphasis, to: $0)
      }
    }
    return lines
  }

  /// Spaces before a text below a row, beyond those of the row.
  private static let marginBelow = 4

  private func widths(of used: [Int], limit: Int) -> [Int] {
    var widths = used.map { column in
      rows.reduce(max(columns[column].title.displayWidth, columns[column].minimumWidth)) {
        max($0, $1[column].text.displayWidth)
      }
    }
    let available = limit - indent - gap * max(0, used.count - 1)
    var excess = widths.reduce(0, +) - available
    while excess > 0 {
      let flexible = used.indices.filter { index in
        columns[used[index]].overflow.minimum.map { widths[index] > $0 } ?? false
      }
      let wrapping = flexible.filter { columns[used[$0]].overflow.wraps }
      let candidates = wrapping.isEmpty ? flexible : wrapping
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func render(
    _ cells: [Cell], _ used: [Int], _ widths: [Int], _ style: TextStyle
  ) -> [String] {
    let parts = cells.indices.map { index -> [String] in
      let cell = cells[index]
      let width = widths[index]
      if cell.text.displayWidth <= width { return [cell.text] }
      let text = cell.shorter?(width) ?? cell.text
      if columns[used[index]].overflow.wraps { return text.wrapped(toWidth: width) }
      return [text.truncated(toWidth: width)]
    }
    return (0..<(parts.map(\.count).max() ?? 0)).map { number in
      var line = String(repeating: " ", count: indent)
      var owed = 0
      for index in parts.indices {
        let text = number < parts[index].count ? parts[index][number].withoutSpacesBehind : ""
        let missing = max(0, widths[index] - text.displayWidth)
        let isNumeric = columns[used[index]].isNumeric
        if isNumeric { owed += missing }
        if !text.isEmpty {
          line += String(repeating: " ", count: owed)
          line += style.apply(cells[index].emphasis, to: text)
          owed = 0
        } else {
          owed += text.displayWidth
        }
        owed += (isNumeric ? 0 : missing) + gap
      }
      return line
    }
  }
}
