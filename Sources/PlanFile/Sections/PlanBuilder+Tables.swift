/// Reading modules and couplings from tables, by making of each row the map it stands for.
///
/// The first row names the columns as the keys of a plan are named. A column such as `name.ja` or
/// `keep.retail` is a key inside a map; a cell of a list holds its items with spaces, `;` or `|`
/// between them; an empty cell is an absent key.
extension PlanBuilder {
  /// The sections that can be tables.
  enum TableSection {
    case modules, couplings
  }

  private static let listColumns: Set<String> = [
    "allowed", "heldBy", "drivers", "information",
  ]

  /// Reads the table a section names.
  mutating func readTable(_ value: Value, _ section: TableSection) {
    for item in value.kind == .list ? Array(items(value)) : [value] {
      guard let name = text(item) else { continue }
      let file = Int32(files.count)
      guard let bytes = bytes(ofIncluded: name, at: item.position) else { continue }
      do throws(PlacedMessage) {
        let source = try SourceText(bytes, file: file)
        let table = try DelimitedText(
          source.bytes, delimiter: DelimitedText.delimiter(of: source.bytes), file: file)
        let tree = try tree(of: table, file: file, source.hasPastedCharacters)
        guard let root = tree.root else { continue }
        switch section {
        case .modules: readModules(root)
        case .couplings: readCouplings(root)
        }
      } catch {
        diagnostics.error(error.message, at: error.position)
        isIncomplete = true
      }
    }
  }

  private func tree(
    of table: DelimitedText, file: Int32, _ hasPastedCharacters: Bool
  ) throws(PlacedMessage) -> DocumentTree {
    guard let header = table.rows.first else {
      throw PlacedMessage(.emptyTable(), Position(file: file))
    }
    var tree = DocumentTree(file: file, hasPastedCharacters: hasPastedCharacters)
    let columns = Columns(header)
    tree.begin(.list, header[0])
    for row in table.rows.dropFirst() {
      if row.count > header.count, row[header.count...].contains(where: { !$0.text.isEmpty }) {
        let cell = row[header.count]
        throw PlacedMessage(
          .tooManyCells(columns: header.count),
          Position(file: file, line: cell.line, column: cell.column))
      }
      let start = tree.begin(.map, row[0])
      for (key, group) in columns.groups {
        let cells = group.filter { $0.column < row.count && !row[$0.column].text.isEmpty }
        guard let first = cells.first else { continue }
        tree.addText(key, header[group[0].column])
        guard first.inner != nil else {
          addCell(row[first.column], key, to: &tree)
          continue
        }
        let inner = tree.begin(.map, row[first.column])
        for cell in cells {
          tree.addText(cell.inner ?? "", header[cell.column])
          addCell(row[cell.column], key, to: &tree)
        }
        tree.end(inner)
      }
      tree.end(start)
    }
    tree.end(0)
    return tree
  }

  private func addCell(
    _ cell: DelimitedText.Cell, _ key: String, to tree: inout DocumentTree
  ) {
    guard PlanBuilder.listColumns.contains(key) else {
      tree.addText(cell.text, cell)
      return
    }
    let list = tree.begin(.list, cell)
    for item in cell.text.split(whereSeparator: { " ;|　".contains($0) }) {
      tree.addText(String(item), cell)
    }
    tree.end(list)
  }
}

/// The columns of a table by key: `size.kloc` and `size.screens` are one key.
private struct Columns {
  private(set) var groups: [(key: String, columns: [(column: Int, inner: String?)])] = []

  init(_ header: [DelimitedText.Cell]) {
    for (column, cell) in header.enumerated() {
      let parts = cell.text.split(separator: ".", maxSplits: 1).map(String.init)
      let key = parts.first ?? ""
      let inner = parts.count == 2 ? parts[1] : nil
      // A key that is written twice, or with and without a part, stays apart and is reported.
      let index = groups.firstIndex { $0.key == key && $0.columns[0].inner != nil && inner != nil }
      if let index {
        groups[index].columns.append((column, inner))
      } else {
        groups.append((key, [(column, inner)]))
      }
    }
  }
}

extension DocumentTree {
  /// Adds a list or map; ``end(_:)`` closes it.
  @discardableResult
  fileprivate mutating func begin(_ kind: Kind, _ cell: DelimitedText.Cell) -> Int {
    nodes.append(Node(kind: kind, line: cell.line, column: cell.column, link: 0, text: ""))
    return nodes.count - 1
  }

  fileprivate mutating func end(_ index: Int) { nodes[index].link = Int32(nodes.count) }

  fileprivate mutating func addText(_ text: String, _ cell: DelimitedText.Cell) {
    nodes.append(
      Node(kind: .quoted, line: cell.line, column: cell.column, link: 0, text: text))
  }
}
