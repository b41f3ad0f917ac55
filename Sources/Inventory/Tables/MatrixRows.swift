import PlanFile
import SharedSystem

/// Reads an adjacency matrix: the module of the row uses the module of the column.
struct MatrixRows {
  private let sheet: TableSheet
  private let file: Int32
  private let isReversed: Bool
  private var cells: CouplingCells
  private(set) var inventory = RawInventory()

  init(_ sheet: TableSheet, file: Int32, _ options: InventoryOptions) {
    self.sheet = sheet
    self.file = file
    isReversed = options.direction == .reversed
    cells = CouplingCells(options)
    inventory.listsModules = true
    inventory.listsCouplings = true
    inventory.impliesModules = true
  }

  /// Reads all cells.
  ///
  /// - Complexity: O(cells).
  mutating func read() {
    let header = sheet.rows[sheet.headerRow]
    let label = sheet.labelColumn
    var seen: Set<String> = []
    func add(_ cell: DelimitedText.Cell) {
      let name = Folding.prose(cell.text)
      let word = Folding.key(name)
      guard !ValueWords.isBlank(word), !ValueWords.isSum(word), seen.insert(word).inserted else {
        return
      }
      var module = RawInventory.RawModule(
        position: Position(file: file, line: cell.line, column: cell.column))
      module.name = name
      inventory.modules.append(module)
    }
    let rows = sheet.rows[(sheet.headerRow + 1)...]
    for row in rows where label < row.count { add(row[label]) }
    for cell in header[(label + 1)...] { add(cell) }
    var word = ColumnMeaning("kind", CouplingVocabulary.vocabulary, given: [:])
    word.header = "cell"
    var weight = ColumnMeaning("weight", CouplingVocabulary.vocabulary, given: [:])
    weight.header = "weight"
    for row in rows where label < row.count {
      let user = Folding.prose(row[label].text)
      let userKey = Folding.key(user)
      guard seen.contains(userKey) else { continue }
      for column in (label + 1)..<max(label + 1, min(row.count, header.count)) {
        let used = Folding.prose(header[column].text)
        let usedKey = Folding.key(used)
        let text = Folding.key(row[column].text)
        guard seen.contains(usedKey), usedKey != userKey, !ValueWords.isBlank(text),
          ValueWords.mark(text) != false
        else { continue }
        let position = Position(file: file, line: row[column].line, column: row[column].column)
        var others: [(meaning: ColumnMeaning, text: String)] = []
        if text.contains(where: \.isNumber), ValueWords.kind(text) == nil {
          others.append((weight, row[column].text))
        } else if ValueWords.mark(text) == nil {
          others.append((word, row[column].text))
        }
        let ends = isReversed ? (used, user) : (user, used)
        let made = cells.couplings(from: ends.0, to: ends.1, others, at: position)
        inventory.couplings += made.couplings
      }
    }
    inventory.remarks.add(cells.remarks)
  }
}
