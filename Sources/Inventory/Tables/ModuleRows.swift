import PlanFile
import SharedSystem

/// Reads the rows of a table of modules.
struct ModuleRows {
  private let sheet: TableSheet
  private let file: Int32
  private var cells = CellReading()
  private(set) var inventory = RawInventory()
  private(set) var filled: [Int]
  private let fillsDown: Bool
  private var above: [Int: String] = [:]
  private var blanksBelow: [Int: Int] = [:]
  private let hasGroup: Bool
  private let hasPart: Bool

  /// Columns whose blank cells may be the rest of a merged cell.
  private static let mergedKeys: Set<String> = [
    "owner", "heldBy", "custodian", "group", "language", "strategy",
  ]

  init(_ sheet: TableSheet, file: Int32, _ options: InventoryOptions) {
    self.sheet = sheet
    self.file = file
    fillsDown = options.fillsDown
    filled = Array(repeating: 0, count: sheet.columns.count)
    hasGroup = sheet.columns.contains { $0.key == "group" }
    hasPart =
      sheet.columns.contains { $0.key == "part" } && sheet.columns.contains { $0.key == "name" }
    inventory.listsModules = true
    inventory.hasCustodians = sheet.columns.contains { $0.key == "custodian" }
  }

  /// Reads all rows.
  ///
  /// - Complexity: O(cells).
  mutating func read(_ progress: (Int, Int) -> Void) {
    let rows = sheet.rows.dropFirst(sheet.headerRow + 1)
    inventory.modules.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      if index.isMultiple(of: 4096) { progress(index, rows.count) }
      readRow(row)
    }
    for (column, count) in blanksBelow.sorted(by: { $0.key < $1.key })
    where !fillsDown && count * 3 >= rows.count {
      let header = sheet.columns[column].header
      inventory.remarks.add(
        "merged-cells", subject: header, count: count,
        en: "`\(header)`: cells are blank below a filled one; maybe merged cells: --fill-down",
        ja: "「\(header)」: 上のセルだけ値がある行。結合セルなら --fill-down")
    }
    inventory.remarks.add(cells.remarks)
  }

  private func position(_ cell: DelimitedText.Cell) -> Position {
    Position(file: file, line: cell.line, column: cell.column)
  }

  private mutating func readRow(_ row: TableSheet.Row) {
    var module = RawInventory.RawModule(position: position(row[0]))
    var part = ""
    var bad: Rejection?
    for (index, meaning) in sheet.columns.enumerated() {
      guard let key = meaning.key else {
        if index < row.count, !row[index].text.isEmpty { filled[index] += 1 }
        continue
      }
      var text = index < row.count ? row[index].text : ""
      if !text.isEmpty { filled[index] += 1 }
      if ModuleRows.mergedKeys.contains(key) || hasPart && key == "name" {
        if text.isEmpty, let last = above[index] {
          blanksBelow[index, default: 0] += 1
          if fillsDown { text = last }
        } else if !text.isEmpty {
          above[index] = text
        }
      }
      guard !text.isEmpty else { continue }
      switch key {
      case "ignore", "number": continue
      case "id": module.code = Folding.prose(text)
      case "part": part = Folding.prose(text)
      case "name": module.name = Folding.prose(text)
      case "name.ja", "name.en": module.names[String(key.suffix(2))] = Folding.prose(text)
      default:
        switch cells.read(text, meaning) {
        case .value(let value): add(value, key, meaning, to: &module)
        case .nothing: break
        case .bad(let value):
          let place = index < row.count ? position(row[index]) : module.position
          bad =
            bad
            ?? Rejection(
              "bad-number", at: place,
              en: "`\(Message.shown(value))` in `\(meaning.header)` is not a number",
              ja: "「\(meaning.header)」の「\(Message.shown(value))」は数値ではありません")
        }
      }
    }
    if !part.isEmpty {
      if hasPart, !hasGroup, !module.name.isEmpty { module.values["group"] = module.name }
      module.name = part
    }
    if row.count > sheet.columns.count,
      row[sheet.columns.count...].contains(where: { !$0.text.isEmpty })
    {
      inventory.remarks.add(
        "more-cells", example: "\(row[0].line)",
        en: "rows have more cells than the header; the last were left out",
        ja: "見出しより多いセルがある行（余りは取り込みません）")
    }
    accept(module, bad)
  }

  private mutating func add(
    _ value: String, _ key: String, _ meaning: ColumnMeaning,
    to module: inout RawInventory.RawModule
  ) {
    switch key {
    case "notes":
      let known = module.values[key]
      module.values[key] = known.map { "\($0) / \(value)" } ?? value
    case "information":
      let known = module.values[key].map { $0.split(separator: " ").map(String.init) } ?? []
      let new = value.split(separator: " ").map(String.init).filter { !known.contains($0) }
      module.values[key] = (known + new).joined(separator: " ")
    default: module.values[key] = value
    }
  }

  private mutating func accept(_ module: RawInventory.RawModule, _ bad: Rejection?) {
    var module = module
    if module.name.isEmpty {
      module.name = module.names["ja"] ?? module.names["en"] ?? module.code ?? ""
    }
    let word = cells.fold(module.name)
    if word.isEmpty || ValueWords.isBlank(word) {
      inventory.rejections.append(
        Rejection(
          "no-name", at: module.position, en: "the row has no name and no id",
          ja: "名称も ID もない行"))
    } else if ValueWords.isSum(word) {
      inventory.rejections.append(
        Rejection("sum", at: module.position, en: "a row of sums", ja: "合計の行"))
    } else if sheet.columns.contains(where: {
      ($0.key == "name" || $0.key == "part") && $0.header == module.name
    }) {
      inventory.rejections.append(
        Rejection(
          "header", at: module.position, en: "the header again", ja: "見出しの繰り返し"))
    } else if let bad {
      inventory.rejections.append(bad)
    } else {
      if let code = module.code { module.reference = code }
      inventory.modules.append(module)
    }
  }
}
