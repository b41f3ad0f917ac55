import Planning
import SharedSystem

/// Whether two cells of a plan's table say the same.
enum CellComparison {
  private static let lists: Set<String> = [
    "allowed", "heldBy", "drivers", "information", "mayCross",
  ]

  /// Whether two cells of a column say the same: lists in any order, numbers in any spelling.
  static func isAlike(_ first: String, _ second: String, column: String) -> Bool {
    if first == second { return true }
    if lists.contains(column) {
      return Set(first.split(separator: " "))
        == Set(second.split(whereSeparator: { " ;|　".contains($0) }))
    }
    if ColumnMeaning.measure(of: column) != nil {
      guard let left = try? Amount(first, .count, unit: nil),
        let right = try? Amount(second, .count, unit: nil)
      else { return false }
      return left.thousandths == right.thousandths
    }
    return false
  }
}

extension PlanTableFile {
  /// Sets the cells of a row that say something else than what was read.
  ///
  /// - Parameters:
  ///   - index: the row.
  ///   - row: what was read; columns that it does not have stay as they are.
  ///   - kept: columns that stay as they are.
  /// - Returns: what changed, in the order of the columns.
  mutating func update(
    _ index: Int, with row: ResolvedInventory.Row, except kept: Set<String>
  ) -> [InventoryReport.FieldChange] {
    var fields: [InventoryReport.FieldChange] = []
    for column in columns where !kept.contains(column) {
      guard let new = row.values[column] else { continue }
      let old = cell(index, column)
      if CellComparison.isAlike(old, new, column: column) { continue }
      fields.append(InventoryReport.FieldChange(key: column, old: old, new: new))
      set(index, column, to: new)
    }
    return fields
  }
}

extension InventoryReport.Changes {
  /// Adds what changed in a row that was there.
  mutating func add(_ fields: [InventoryReport.FieldChange], of id: String) {
    if fields.isEmpty {
      unchanged += 1
    } else {
      changed.append(InventoryReport.RowChange(id: id, fields: fields))
    }
  }
}

extension Module {
  /// The module as the cells of a plan's table.
  var cells: [String: String] {
    var cells = ["id": id]
    if let plain = name.plain { cells["name"] = plain }
    for (language, text) in name.byLanguage { cells["name.\(language)"] = text }
    cells["group"] = group
    cells["wave"] = wave
    cells["owner"] = owner
    cells["allowed"] = allowed?.joined(separator: " ")
    if !heldBy.isEmpty { cells["heldBy"] = heldBy.joined(separator: " ") }
    cells["language"] = language
    for (measure, value) in size { cells["size.\(measure)"] = Amount(thousandths: value).text }
    for (measure, value) in data { cells["data.\(measure)"] = Amount(thousandths: value).text }
    cells["strategy"] = strategy?.rawValue
    if !drivers.isEmpty { cells["drivers"] = drivers.joined(separator: " ") }
    if !information.isEmpty { cells["information"] = information.joined(separator: " ") }
    for (owner, value) in keep { cells["keep.\(owner)"] = Amount(thousandths: value).text }
    if let both { cells["both"] = Amount(thousandths: both).text }
    return cells
  }
}
