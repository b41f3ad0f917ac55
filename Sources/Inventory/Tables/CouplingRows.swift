import PlanFile
import SharedSystem

/// Reads the rows of a table of couplings, or of relations of a CMDB.
struct CouplingRows {
  private let sheet: TableSheet
  private let file: Int32
  private let options: InventoryOptions
  private var cells: CouplingCells
  private(set) var inventory = RawInventory()
  private(set) var filled: [Int]

  init(_ sheet: TableSheet, file: Int32, _ options: InventoryOptions) {
    self.sheet = sheet
    self.file = file
    self.options = options
    cells = CouplingCells(options)
    filled = Array(repeating: 0, count: sheet.columns.count)
    inventory.listsCouplings = true
    inventory.impliesModules = sheet.kind == .relations
  }

  /// Reads all rows.
  ///
  /// - Complexity: O(cells).
  mutating func read(_ progress: (Int, Int) -> Void) {
    let isRelations = sheet.kind == .relations
    func column(_ key: String) -> Int? { sheet.columns.firstIndex { $0.key == key } }
    // The user's side first: who receives data uses who sends it.
    var ends = (column(isRelations ? "parent" : "from"), column(isRelations ? "child" : "to"))
    var isFlow = false
    if ends.0 == nil || ends.1 == nil {
      ends = (column("receiver"), column("sender"))
      isFlow = true
    }
    guard let first = ends.0, let second = ends.1 else { return }
    var isTurned = options.direction == .reversed
    if isFlow, options.direction != .automatic { isTurned.toggle() }
    let (from, to) = isTurned ? (second, first) : (first, second)
    if isFlow { tellDirection(from, to) }
    let type = isRelations ? column("type") ?? column("kind") : nil
    let rows = sheet.rows.dropFirst(sheet.headerRow + 1)
    inventory.couplings.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if index.isMultiple(of: 4096) { progress(index, rows.count) }
      for column in row.indices.prefix(filled.count) where !row[column].text.isEmpty {
        filled[column] += 1
      }
      read(row, from, to, type: type)
    }
    inventory.remarks.add(cells.remarks)
  }

  private mutating func tellDirection(_ from: Int, _ to: Int) {
    let (user, used) = (sheet.columns[from].header, sheet.columns[to].header)
    inventory.remarks.add(
      "direction", count: 1,
      en: "`\(user)` uses `\(used)`; the other way round: --direction written",
      ja: "「\(user)」が「\(used)」を使うものとして取り込みます（逆にするには --direction written）")
  }

  private mutating func read(_ row: TableSheet.Row, _ from: Int, _ to: Int, type: Int?) {
    let position = Position(file: file, line: row[0].line, column: row[0].column)
    func text(_ column: Int) -> String {
      column < row.count ? Folding.prose(row[column].text) : ""
    }
    var ends = (text(from), text(to))
    guard !ends.0.isEmpty, !ends.1.isEmpty else {
      inventory.rejections.append(
        Rejection(
          "no-end", at: position, en: "the row lacks an end of the coupling",
          ja: "連係の片方が空の行"))
      return
    }
    var group: (member: String, of: String)?
    if let type {
      switch RelationTypes.rule(of: text(type), options, &inventory.remarks) {
      case .use: break
      case .reverse: ends = (ends.1, ends.0)
      case .group: group = (ends.1, ends.0)
      case .skip: return
      }
    }
    if let group {
      var module = RawInventory.RawModule(position: position)
      module.name = group.member
      module.values["group"] = group.of
      module.isListed = false
      inventory.modules.append(module)
      return
    }
    var others: [(meaning: ColumnMeaning, text: String)] = []
    for (index, meaning) in sheet.columns.enumerated()
    where index != from && index != to && index != type && index < row.count {
      guard meaning.key != nil, !row[index].text.isEmpty else { continue }
      others.append((meaning, row[index].text))
    }
    let result = cells.couplings(from: ends.0, to: ends.1, others, at: position)
    if let bad = result.bad {
      inventory.rejections.append(
        Rejection(
          "bad-number", at: position,
          en: "`\(Message.shown(bad.text))` in `\(bad.header)` is not a number",
          ja: "「\(bad.header)」の「\(Message.shown(bad.text))」は数値ではありません"))
      return
    }
    for var coupling in result.couplings {
      if let type, coupling.values["source"] == nil { coupling.values["source"] = text(type) }
      if coupling.values["source"]?.isEmpty ?? false { coupling.values["source"] = nil }
      inventory.couplings.append(coupling)
    }
  }
}
