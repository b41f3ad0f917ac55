import Foundation
import PlanFile
import SharedSystem

/// A table of a plan (`modules.csv`, `couplings.csv`) as text: columns named as keys, rows of cells.
///
/// What the importer does not know stays as it is: other columns, the order of rows and columns,
/// the separator, the byte-order mark and the line ends.
struct PlanTableFile {
  private(set) var columns: [String]
  private(set) var rows: [[String]]
  private var columnOf: [String: Int] = [:]
  private var separator = UInt8(ascii: ",")
  private var hasMark = false
  private var endsInCRLF = false
  /// What the file holds now; nil when there is none.
  let original: [UInt8]?

  /// An empty table in the place of what is there.
  init(bytes: [UInt8]? = nil) {
    (columns, rows, original) = ([], [], bytes)
  }

  /// Reads the table at a path; an empty one when there is no file.
  ///
  /// - Throws: what is wrong with it.
  init(path: String) throws(InventoryFailure) {
    self.init(bytes: FileManager.default.contents(atPath: path).map { Array($0) })
    guard let bytes = original else { return }
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
    if let end = content.firstIndex(of: 0x0A) {
      endsInCRLF = end > 0 && content[end - 1] == 0x0D
    }
    separator = DelimitedText.delimiter(of: content)
    do throws(PlacedMessage) {
      let table = try DelimitedText(content, delimiter: separator, file: 0)
      columns = table.rows.first?.map(\.text) ?? []
      rows = table.rows.dropFirst().map { row in row.map(\.text) }
    } catch {
      throw InventoryFailure(error, file: path)
    }
    for (index, column) in columns.enumerated() where columnOf[column] == nil {
      columnOf[column] = index
    }
  }

  /// The cell of a row; empty when the column or the cell is missing.
  func cell(_ row: Int, _ column: String) -> String {
    guard let index = columnOf[column], index < rows[row].count else { return "" }
    return rows[row][index]
  }

  /// Sets a cell; the column must be there.
  mutating func set(_ row: Int, _ column: String, to text: String) {
    guard let index = columnOf[column] else { return }
    while rows[row].count <= index { rows[row].append("") }
    rows[row][index] = text
  }

  /// Adds an empty row.
  mutating func addRow() -> Int {
    rows.append(Array(repeating: "", count: columns.count))
    return rows.count - 1
  }

  /// Adds columns that are missing, behind those that are there.
  mutating func addColumns(_ names: [String]) {
    for name in names where columnOf[name] == nil {
      columnOf[name] = columns.count
      columns.append(name)
    }
  }

  /// Whether there is a column.
  func has(_ column: String) -> Bool { columnOf[column] != nil }

  /// Takes rows out.
  mutating func remove(_ indices: Set<Int>) {
    rows = rows.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
  }

  /// The table as a file.
  ///
  /// - Complexity: O(bytes).
  var bytes: [UInt8] {
    var result: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    result.reserveCapacity(rows.count * 64 + 256)
    write(columns, to: &result)
    for row in rows { write(row, to: &result) }
    return result
  }

  private func write(_ row: [String], to result: inout [UInt8]) {
    for index in columns.indices {
      if index > 0 { result.append(separator) }
      guard index < row.count else { continue }
      write(cell: row[index], to: &result)
    }
    if endsInCRLF { result.append(0x0D) }
    result.append(0x0A)
  }

  private func write(cell: String, to result: inout [UInt8]) {
    let needsQuotes = cell.utf8.contains {
      $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else {
      result.append(contentsOf: cell.utf8)
      return
    }
    result.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { result.append(byte) }
      result.append(byte)
    }
    result.append(UInt8(ascii: "\""))
  }
}

/// The order of the columns in a new table.
enum PlanColumns {
  static let modules = [
    "id", "name", "name.ja", "name.en", "group", "owner", "allowed", "heldBy", "language",
    "size.kloc",
    "size.functionPoints", "size.screens", "size.batches", "size.tables", "size.files",
    "size.interfaces",
    "size.reports", "data.rows", "data.tables", "data.gigabytes", "strategy", "drivers",
    "information", "wave",
  ]
  static let couplings = ["from", "to", "kind", "cost", "information", "mayCross"]
  private static let last = ["both", "notes", "source"]

  /// The columns of rows in the standard order; `keep.…` by owner.
  static func ordered(_ used: Set<String>, _ standard: [String]) -> [String] {
    let keep = used.filter { $0.hasPrefix("keep.") }.sorted()
    return standard.filter(used.contains) + keep + last.filter(used.contains)
  }
}
