/// A table on its way into CSV.
struct CSVText {
  /// The bytes so far, from the byte order mark on: without it, Excel takes UTF-8 for the system's
  /// own encoding.
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// The texts that got an apostrophe.
  private(set) var guarded = 0

  /// One cell.
  enum Cell {
    /// A text from the plan, which may look like anything.
    case text(String)
    /// A number, date or word of our own.
    case plain(String)
    case empty

    static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
    static func number(_ number: (some BinaryInteger)?) -> Cell {
      number.map { .plain(String($0)) } ?? .empty
    }
    static func flag(_ flag: Bool) -> Cell { .plain(flag ? "1" : "0") }
  }

  /// Adds a row.
  mutating func add(_ row: [Cell]) {
    for (column, cell) in row.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): add(text)
      case .plain(let text): bytes.append(contentsOf: text.utf8)
      case .empty: break
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func add(_ text: String) {
    let isFormula = CSVText.looksLikeFormula(text)
    if isFormula { guarded += 1 }
    let needsQuotes = text.utf8.contains {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A
    }
    // Spaces at either end are lost in some programs unless there are quotes.
    guard needsQuotes || text.first == " " || text.last == " " else {
      if isFormula { bytes.append(0x27) }
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    if isFormula { bytes.append(0x27) }
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a spreadsheet may take a text for a formula: it begins with `=`, `+`, `-`, `@`, their
  /// full-width forms, a tab, a carriage return or a line feed (OWASP, "CSV Injection"); white
  /// space and marks of no width before them do not help. With apostrophes of its own before that
  /// it gets one more, so that taking one away always gives the text again.
  static func looksLikeFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.drop { $0 == "'" }
    guard let first = scalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    let start = scalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        && $0.properties.generalCategory != .control
    }
    switch start {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}
