import Planning
import SharedSystem

/// Brings modules into a plan's table by their ids.
struct ModuleMerge {
  private(set) var table: PlanTableFile
  private(set) var changes = InventoryReport.Changes()
  private let byHand: [String: Module]

  /// - Parameters:
  ///   - table: the table.
  ///   - byHand: modules of the plan that are not rows of the table.
  init(_ table: PlanTableFile, byHand: [String: Module]) {
    self.table = table
    self.byHand = byHand
  }

  /// Merges rows.
  ///
  /// - Parameters:
  ///   - rows: the modules read.
  ///   - kept: ids that must not be taken out; nil: nothing is taken out.
  ///   - tellsGone: whether the files list all modules, so that others are gone.
  /// - Complexity: O(cells) expected time.
  mutating func merge(
    _ rows: [ResolvedInventory.Row], pruningAllBut kept: Set<String>?, tellsGone: Bool
  ) {
    var rowOf: [String: Int] = [:]
    for row in table.rows.indices {
      let id = table.cell(row, "id")
      if rowOf[id] == nil { rowOf[id] = row }
    }
    let rows = named(rows)
    var used: Set<String> = []
    for row in rows where byHand[row.id] == nil { used.formUnion(row.values.keys) }
    table.addColumns(PlanColumns.ordered(used, PlanColumns.modules))
    var seen: Set<String> = []
    for row in rows {
      seen.insert(row.id)
      if let module = byHand[row.id] {
        compare(row, module)
      } else if let index = rowOf[row.id] {
        changes.add(table.update(index, with: row, except: ["id"]), of: row.id)
      } else {
        let index = table.addRow()
        for (column, text) in row.values { table.set(index, column, to: text) }
        changes.added.append(row.id)
      }
    }
    var pruned: Set<Int> = []
    for (id, index) in rowOf where tellsGone && !seen.contains(id) && !id.isEmpty {
      changes.gone.append(id)
      if let kept, !kept.contains(id) {
        pruned.insert(index)
        changes.pruned.append(id)
      }
    }
    changes.gone.sort()
    changes.pruned.sort()
    table.remove(pruned)
  }

  /// Puts names into the columns that the table has: one for all languages, or one for each.
  private func named(_ rows: [ResolvedInventory.Row]) -> [ResolvedInventory.Row] {
    let hasLanguages = table.has("name.ja") || table.has("name.en")
    let isSplit = hasLanguages || !table.has("name") && rows.contains { $0.names.count > 1 }
    return rows.map { row in
      var row = row
      if isSplit {
        let name = row.values.removeValue(forKey: "name")
        if row.names.isEmpty, let name {
          row.values[name.utf8.allSatisfy { $0 < 0x80 } ? "name.en" : "name.ja"] = name
        }
        for (language, text) in row.names { row.values["name.\(language)"] = text }
      }
      return row
    }
  }

  private mutating func compare(_ row: ResolvedInventory.Row, _ module: Module) {
    let cells = module.cells
    let unkept: Set<String> = ["notes", "source", "id"]
    let names = Set([module.name.plain].compactMap(\.self) + module.name.byLanguage.values)
    let fields = row.values.keys.sorted().compactMap { column -> InventoryReport.FieldChange? in
      guard !unkept.contains(column), let new = row.values[column] else { return nil }
      if column.hasPrefix("name"), names.contains(new) { return nil }
      let old = cells[column] ?? ""
      return CellComparison.isAlike(old, new, column: column)
        ? nil : InventoryReport.FieldChange(key: column, old: old, new: new)
    }
    if fields.isEmpty {
      changes.byHandAlike += 1
    } else {
      changes.byHand.append(InventoryReport.RowChange(id: row.id, fields: fields))
    }
  }
}
