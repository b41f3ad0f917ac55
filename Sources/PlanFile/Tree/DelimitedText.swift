/// A table in a text file: rows of cells with their places.
///
/// Comma- or tab-separated with double quotes as in RFC 4180. Not a library's, because a message
/// about a cell needs its line and column, which CSV libraries do not keep.
package struct DelimitedText {
  /// A cell and its place.
  package struct Cell {
    package var text: String
    package var line: Int32
    package var column: Int32
  }

  /// The rows that are not empty.
  package private(set) var rows: [[Cell]] = []

  /// Splits a text into rows and cells.
  ///
  /// - Throws: the first quote that is wrong, or that there are more cells than are read.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], delimiter: UInt8, file: Int32) throws(PlacedMessage) {
    var splitter = Splitter(bytes, delimiter: delimiter, file: file)
    var room = ReadingLimits.cellsPerTable
    while let row = try splitter.nextRow(within: room) {
      // A row takes memory of its own.
      room -= row.count + 4
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
  }

  /// The comma, or the tab when the first line holds more tabs than commas.
  package static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let tab = UInt8(ascii: "\t")
    let comma = UInt8(ascii: ",")
    var balance = 0
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D { break }
      balance += byte == tab ? 1 : byte == comma ? -1 : 0
    }
    return balance > 0 ? tab : comma
  }
}

private struct Splitter {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let file: Int32
  private var index = 0
  private var line: Int32 = 1
  private var column: Int32 = 1
  private static let quote = UInt8(ascii: "\"")

  init(_ bytes: [UInt8], delimiter: UInt8, file: Int32) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.file = file
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var place: Position { Position(file: file, line: line, column: column) }

  /// Goes one byte on; counts lines, and characters by their first bytes.
  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == 0x0A || (byte == 0x0D && self.byte != 0x0A) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  /// The next row, which may hold so many cells.
  mutating func nextRow(within room: Int) throws(PlacedMessage) -> [DelimitedText.Cell]? {
    guard byte != nil else { return nil }
    var cells: [DelimitedText.Cell] = []
    while true {
      guard cells.count < room else { throw PlacedMessage(.tableTooLarge(), place) }
      cells.append(try nextCell())
      guard let byte, byte == delimiter else { break }
      advance()
    }
    if byte == 0x0D { advance() }
    if byte == 0x0A { advance() }
    return cells
  }

  private mutating func nextCell() throws(PlacedMessage) -> DelimitedText.Cell {
    while byte == UInt8(ascii: " ") { advance() }
    let start = (line, column)
    var text: [UInt8] = []
    if byte == Splitter.quote {
      let opening = Position(file: file, line: line, column: column)
      advance()
      while true {
        guard let byte else { throw PlacedMessage(.unclosedQuote(), opening) }
        advance()
        if byte == Splitter.quote {
          guard self.byte == Splitter.quote else { break }
          advance()
        }
        guard text.count < ReadingLimits.bytesPerCell else {
          throw PlacedMessage(.longCell(isQuoted: true), opening)
        }
        text.append(byte)
      }
      while byte == UInt8(ascii: " ") { advance() }
      if let byte, byte != delimiter, byte != 0x0A, byte != 0x0D {
        throw PlacedMessage(.textAfterQuote(), place)
      }
    } else {
      while let byte, byte != delimiter, byte != 0x0A, byte != 0x0D {
        guard text.count < ReadingLimits.bytesPerCell else {
          throw PlacedMessage(
            .longCell(isQuoted: false), Position(file: file, line: start.0, column: start.1))
        }
        text.append(byte)
        advance()
      }
      while text.last == UInt8(ascii: " ") { text.removeLast() }
    }
    return DelimitedText.Cell(
      text: String(decoding: text, as: UTF8.self), line: start.0, column: start.1)
  }
}
