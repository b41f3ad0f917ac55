import PlanFile
import SharedSystem

/// A table of a file with its header found: which column means what, and where the rows begin.
struct TableSheet {
  typealias Row = [DelimitedText.Cell]

  /// What a sheet lists.
  enum Kind { case modules, couplings, relations, matrix }

  /// All rows that are not empty.
  let rows: [Row]
  let separator: UInt8
  /// What it lists; nil when no header is understood.
  private(set) var kind: Kind?
  /// Index of the last row of the header.
  private(set) var headerRow = 0
  /// The columns; for a matrix empty.
  private(set) var columns: [ColumnMeaning] = []
  /// For a matrix, the column with the names of the rows.
  private(set) var labelColumn = 0

  /// How many rows a title above the header may have.
  private static let titleRows = 30

  /// Splits a text and finds its header.
  ///
  /// - Throws: the first quote that is wrong.
  /// - Complexity: O(bytes).
  init(_ text: DecodedText, file: Int32, _ options: InventoryOptions) throws(PlacedMessage) {
    separator = TableSheet.separator(of: text.bytes)
    rows = try DelimitedText(text.bytes, delimiter: separator, file: file).rows
    find(options)
  }

  /// Comma, tab or semicolon: whichever there is most of in the first lines.
  static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    // In case of doubt the comma; a comma inside a figure must not outvote tabs.
    let comma = UInt8(ascii: ",")
    let tab = UInt8(ascii: "\t")
    let semicolon = UInt8(ascii: ";")
    let lines = counts[0x0A, default: 0] + 1
    if counts[tab, default: 0] >= lines, counts[tab, default: 0] * 2 >= counts[comma, default: 0] {
      return tab
    }
    return counts[semicolon, default: 0] > counts[comma, default: 0] ? semicolon : comma
  }

  private mutating func find(_ options: InventoryOptions) {
    if options.format == .matrix || options.format == nil, findMatrix() {
      kind = .matrix
      return
    }
    if options.format == .matrix { return }
    var best = (score: 0, row: -1, kind: Kind.modules, columns: [ColumnMeaning]())
    for (index, row) in rows.prefix(TableSheet.titleRows).enumerated() {
      for (kind, columns, score) in readings(row, options) where score > best.score {
        best = (score, index, kind, columns)
      }
    }
    guard best.row >= 0 else {
      columns = rows.first.map { meanings($0, ModuleVocabulary.vocabulary, options) } ?? []
      return
    }
    (headerRow, kind, columns) = (best.row, best.kind, best.columns)
    readSecondHeader(options)
    dropDoubled()
  }

  /// What a row can be as a header, with how much of it is understood.
  private func readings(_ row: Row, _ options: InventoryOptions) -> [(Kind, [ColumnMeaning], Int)] {
    var result: [(Kind, [ColumnMeaning], Int)] = []
    let couplings = meanings(row, CouplingVocabulary.vocabulary, options)
    let ends = Set(couplings.compactMap(\.key))
    let understood = { (columns: [ColumnMeaning]) in
      Set(columns.compactMap(\.key)).count * 2 + columns.filter(\.isGiven).count
    }
    if ends.isSuperset(of: ["parent", "child"]) {
      result.append((.relations, couplings, understood(couplings) + 1))
    }
    if options.format != .cmdb {
      if ends.isSuperset(of: ["from", "to"]) || ends.isSuperset(of: ["sender", "receiver"]) {
        // A row that names both ends lists couplings, however much it says about modules.
        result.append((.couplings, couplings, understood(couplings) + 100))
      }
      let modules = meanings(row, ModuleVocabulary.vocabulary, options)
      let keys = Set(modules.compactMap(\.key))
      if !keys.isDisjoint(with: ["id", "name", "part", "name.ja", "name.en"]),
        keys.count > 1 || row.count <= 4 || modules.contains(where: \.isGiven)
      {
        // A single word may be a cell as well: any other row is the better header.
        result.append((.modules, modules, keys.count > 1 ? understood(modules) : 1))
      }
    }
    return result
  }

  private func meanings(
    _ row: Row, _ vocabulary: Vocabulary, _ options: InventoryOptions
  ) -> [ColumnMeaning] {
    row.map { ColumnMeaning($0.text, vocabulary, given: options.mapping) }
  }

  /// A second row of headers under merged cells: 規模 over KL, 画面数 and バッチ数.
  private mutating func readSecondHeader(_ options: InventoryOptions) {
    guard headerRow + 1 < rows.count, kind == .modules || kind == .couplings else { return }
    let below = rows[headerRow + 1]
    let vocabulary =
      kind == .modules ? ModuleVocabulary.vocabulary : CouplingVocabulary.vocabulary
    let lower = meanings(below, vocabulary, options)
    let essential: Set<String> = ["id", "name", "part", "from", "to", "sender", "receiver"]
    for (index, column) in columns.enumerated() {
      guard let key = column.key, essential.contains(key), index < below.count else { continue }
      if !below[index].text.isEmpty { return }
    }
    let added = lower.filter { $0.key != nil }.count
    let filled = below.filter { !$0.text.isEmpty }.count
    guard added > 0, added * 2 >= filled else { return }
    for (index, meaning) in lower.enumerated() where !below[index].text.isEmpty {
      if index < columns.count, meaning.key != nil || columns[index].key == nil {
        columns[index] = meaning
      } else if index >= columns.count {
        columns.append(meaning)
      }
    }
    headerRow += 1
  }

  /// Of several columns for one key the best named stays.
  private mutating func dropDoubled() {
    var best: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      guard let key = column.key, key != "notes", key != "information", key != "number",
        key != "ignore"
      else { continue }
      guard let other = best[key] else {
        best[key] = index
        continue
      }
      let isBetter = column.rank < columns[other].rank
      let (kept, dropped) = isBetter ? (index, other) : (other, index)
      // The plan's own tables call the interface so.
      if Folding.word(columns[dropped].header) == "source", key == "from" {
        columns[dropped].key = "source"
        best[key] = kept
        continue
      }
      columns[dropped].key = nil
      let header = columns[kept].header
      columns[dropped].note = .init(byLanguage: [
        "en": "`\(header)` was taken instead", "ja": "「\(header)」を採用",
      ])
      best[key] = kept
    }
  }

  /// Finds a row whose cells are also the cells of a column below it.
  private mutating func findMatrix() -> Bool {
    for (index, row) in rows.prefix(10).enumerated() where row.count >= 3 {
      for label in 0..<min(3, row.count - 2) {
        let across = row[(label + 1)...].map { Folding.key($0.text) }.filter { !$0.isEmpty }
        guard across.count >= 2, Set(across).count == across.count else { continue }
        let down = Set(
          rows[(index + 1)...].prefix(5000).compactMap {
            label < $0.count ? Folding.key($0[label].text) : nil
          })
        let shared = across.filter { down.contains($0) }.count
        if shared >= 2, shared * 2 >= across.count {
          (headerRow, labelColumn) = (index, label)
          return true
        }
      }
    }
    return false
  }
}
