import SharedSystem

/// A matrix drawn with characters.
///
/// A cell takes as many columns as the longest figure and a space, without the space when only so
/// it fits the width together with names. When not even the figures alone fit, the columns of the
/// matrix are dealt out to several parts, below each other.
struct MatrixGrid: Sendable {
  private let matrix: CouplingMatrix
  private let figures: [String]
  private let context: ReportContext
  /// Columns of the terminal for a cell.
  private let pitch: Int
  private let numberWidth: Int
  /// For each row the end of the tangle it is in, and its beginning; empty outside.
  private let tangleOfRow: [Range<Int>]
  private let startsSection: [Bool]
  private let firstCell: [Int]
  /// Whether all columns fit side by side.
  let fits: Bool

  private static let limit = ReportContext.width
  /// What a name beside its row may take, and what it needs to be shown at all.
  private static let longestName = 34
  private static let shortestName = 10

  init(_ matrix: CouplingMatrix, figures: MatrixFigures, _ context: ReportContext) {
    self.matrix = matrix
    self.figures = figures.texts
    self.context = context
    let count = matrix.rows.count
    numberWidth = String(count).count
    var starts = Array(repeating: false, count: count)
    if matrix.order == .owner {
      for section in matrix.sections.dropFirst() { starts[section.lowerBound] = true }
    }
    startsSection = starts
    let fixed = numberWidth + 4 + starts.count { $0 }
    let wide = figures.width + 1
    /// The columns that are left when all cells have a width.
    func room(_ pitch: Int) -> Int { MatrixGrid.limit - fixed - count * pitch }
    fits = room(figures.width) >= 0
    // Names beside the rows are worth more than spaces between the figures.
    let name = MatrixGrid.shortestName
    let isTight = room(wide) < 0 || (room(wide) <= name && room(figures.width) > name)
    pitch = fits && isTight ? figures.width : wide
    var tangles = Array(repeating: 0..<0, count: count)
    for tangle in matrix.tangles {
      for row in tangle { tangles[row] = tangle }
    }
    tangleOfRow = tangles
    var first = Array(repeating: 0, count: count + 1)
    for cell in matrix.cells { first[cell.row + 1] += 1 }
    for row in 0..<count { first[row + 1] += first[row] }
    firstCell = first
  }

  /// The letter for a holder.
  static func mark(_ holder: Int?) -> String {
    guard let holder else { return "-" }
    guard holder < 26, let letter = UInt8(exactly: 65 + holder) else { return "*" }
    return String(Unicode.Scalar(letter))
  }

  /// The lines of each part; one part when all columns fit.
  ///
  /// With several parts, rows that are empty in a part are left out of it.
  ///
  /// - Complexity: O(rows · columns) for a single part; O(cells · columns of a part + rows) for
  ///   several.
  func parts(names: [String]) -> [[String]] {
    let count = matrix.rows.count
    guard !fits else { return [lines(0..<count, names)] }
    let room = MatrixGrid.limit - numberWidth - 4 - MatrixGrid.shortestName - 1
    // Half of the room for the lines between sections, at the worst.
    let columns = max(1, room / (pitch + (matrix.order == .owner ? 1 : 0)))
    var parts: [[String]] = []
    for start in stride(from: 0, to: count, by: columns) {
      let part = start..<min(count, start + columns)
      let lines = lines(part, names)
      if !lines.isEmpty { parts.append(["  " + context.words.panel(part)] + lines) }
    }
    return parts
  }

  /// Rows against some of the columns.
  private func lines(_ columns: Range<Int>, _ names: [String]) -> [String] {
    let dividers = columns.dropFirst().count { startsSection[$0] }
    let cellsWidth = columns.count * pitch + dividers
    let room = MatrixGrid.limit - numberWidth - 4 - cellsWidth - 1
    let longest = names.reduce(0) { max($0, $1.displayWidth) }
    let nameWidth =
      room < MatrixGrid.shortestName ? 0 : min(room, MatrixGrid.longestName, longest)
    let labelWidth = numberWidth + 3 + (nameWidth > 0 ? nameWidth + 1 : 0)
    var lines: [String] = []
    for row in matrix.rows.indices {
      guard fits || columns.contains(row) || !cells(row, columns).isEmpty else { continue }
      if startsSection[row], !lines.isEmpty {
        let line = String(repeating: " ", count: labelWidth + 1) + rule(columns)
        lines.append(context.style.apply(.faint, to: line))
      }
      let name =
        nameWidth > 0
        ? names[row].truncated(toWidth: nameWidth).padded(toWidth: nameWidth) + " " : ""
      let number = String(row + 1).padded(toWidth: numberWidth, before: true)
      lines.append(
        " \(number) \(MatrixGrid.mark(matrix.rows[row].holder)) " + name + drawn(row, columns))
    }
    return lines.isEmpty ? [] : header(columns, labelWidth + 1) + lines.map(\.withoutSpacesBehind)
  }

  /// The numbers of columns, from top to bottom.
  private func header(_ columns: Range<Int>, _ indent: Int) -> [String] {
    (0..<numberWidth).map { digit in
      var line = String(repeating: " ", count: indent)
      for column in columns {
        if column > columns.lowerBound, startsSection[column] { line += "│" }
        let number = Array(String(column + 1).padded(toWidth: numberWidth, before: true))
        line += String(number[digit]).padded(toWidth: pitch, before: true)
      }
      return context.style.apply(.faint, to: line.withoutSpacesBehind)
    }
  }

  private func rule(_ columns: Range<Int>) -> String {
    columns.reduce(into: "") { line, column in
      if column > columns.lowerBound, startsSection[column] { line += "┼" }
      line += String(repeating: "─", count: pitch)
    }
  }

  /// The places of a row's cells in a range of columns.
  private func cells(_ row: Int, _ columns: Range<Int>) -> Range<Int> {
    /// The first of the row's cells at or behind a column.
    func place(_ column: Int) -> Int {
      var (low, high) = (firstCell[row], firstCell[row + 1])
      while low < high {
        let middle = (low + high) / 2
        if matrix.cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return place(columns.lowerBound)..<place(columns.upperBound)
  }

  private func drawn(_ row: Int, _ columns: Range<Int>) -> String {
    let style = context.style
    var line = ""
    let cells = cells(row, columns)
    var next = cells.lowerBound
    for column in columns {
      if column > columns.lowerBound, startsSection[column] {
        line += style.apply(.faint, to: "│")
      }
      let isTangled = tangleOfRow[row].contains(column)
      let filler = isTangled ? "░" : " "
      guard next < cells.upperBound, matrix.cells[next].column == column else {
        let sign = row == column ? "■" : isTangled ? "░" : emptySign(row, column)
        let text = String(repeating: filler, count: pitch - 1) + sign
        line += sign == " " ? text : style.apply(.faint, to: text)
        continue
      }
      let figure = figures[next]
      let space = String(repeating: filler, count: max(0, pitch - figure.count))
      line += isTangled ? style.apply(.faint, to: space) : space
      line += style.apply(emphasis(matrix.cells[next]), to: figure)
      next += 1
    }
    return line
  }

  /// Below the diagonal of the system's order nothing can be, so it stays white.
  private func emptySign(_ row: Int, _ column: Int) -> String {
    matrix.order == .system && row > column ? " " : "·"
  }

  private func emphasis(_ cell: CouplingMatrix.Cell) -> Emphasis {
    if cell.isCrossing { return .alarm }
    return cell.isFeedback && tangleOfRow[cell.row].contains(cell.column) ? .alarm : .strong
  }
}
