import Planning
import SharedSystem

/// Brings couplings into a plan's table.
///
/// A coupling has no id: it is known by its ends, its kind and its source (the number or name of an
/// interface). A coupling whose kind alone changed is recognized when there is only one with these
/// ends and this source.
struct CouplingMerge {
  private(set) var table: PlanTableFile
  private(set) var changes = InventoryReport.Changes()
  private let byHand: [Coupling]

  /// - Parameters:
  ///   - table: the table.
  ///   - byHand: couplings of the plan that are not rows of the table.
  init(_ table: PlanTableFile, byHand: [Coupling]) {
    self.table = table
    self.byHand = byHand
  }

  /// Merges rows.
  ///
  /// - Parameters:
  ///   - rows: the couplings read.
  ///   - prunes: whether rows that are gone are taken out.
  ///   - prunedModules: couplings of these go with them.
  ///   - tellsGone: whether the files list all couplings, so that others are gone.
  /// - Complexity: O(cells) expected time.
  mutating func merge(
    _ rows: [ResolvedInventory.Row], prunes: Bool, prunedModules: Set<String>, tellsGone: Bool
  ) {
    let handEnds = Dictionary(
      grouping: byHand, by: { "\($0.from)\u{0}\($0.to)" })
    var used: Set<String> = []
    for row in rows { used.formUnion(row.values.keys) }
    if !rows.isEmpty { table.addColumns(PlanColumns.ordered(used, PlanColumns.couplings)) }
    let oldCount = table.rows.count
    var exact: [String: [Int]] = [:]
    var loose: [String: [Int]] = [:]
    for index in (0..<oldCount).reversed() {
      let ends = [table.cell(index, "from"), table.cell(index, "to"), table.cell(index, "source")]
      loose[ends.joined(separator: "\u{0}"), default: []].append(index)
      exact[CouplingMerge.key(ends, table.cell(index, "kind")), default: []].append(index)
    }
    var taken: Set<Int> = []
    var targets: [Int?] = Array(repeating: nil, count: rows.count)
    for (number, row) in rows.enumerated() {
      let key = CouplingMerge.key(CouplingMerge.ends(row), row.values["kind"] ?? "")
      if let index = exact[key]?.popLast() {
        targets[number] = index
        taken.insert(index)
      }
    }
    for (number, row) in rows.enumerated() where targets[number] == nil {
      let ends = CouplingMerge.ends(row)
      let free = (loose[ends.joined(separator: "\u{0}")] ?? []).filter { !taken.contains($0) }
      if free.count == 1 {
        targets[number] = free[0]
        taken.insert(free[0])
      }
    }
    for (number, row) in rows.enumerated() {
      if let index = targets[number] {
        let kept: Set = row.isKindAssumed ? ["kind"] : []
        changes.add(table.update(index, with: row, except: kept), of: row.id)
      } else if let hand = handEnds["\(row.values["from"] ?? "")\u{0}\(row.values["to"] ?? "")"] {
        compare(row, hand)
      } else {
        let index = table.addRow()
        for (column, text) in row.values { table.set(index, column, to: text) }
        changes.added.append(row.id)
      }
    }
    prune((0..<oldCount).filter { !taken.contains($0) }, prunes, prunedModules, tellsGone)
  }

  private mutating func prune(
    _ gone: [Int], _ prunes: Bool, _ modules: Set<String>, _ tellsGone: Bool
  ) {
    var pruned: Set<Int> = []
    for index in gone {
      let (from, to) = (table.cell(index, "from"), table.cell(index, "to"))
      if tellsGone { changes.gone.append("\(from) → \(to)") }
      if prunes || modules.contains(from) || modules.contains(to) {
        pruned.insert(index)
        changes.pruned.append("\(from) → \(to)")
      }
    }
    table.remove(pruned)
  }

  private static func ends(_ row: ResolvedInventory.Row) -> [String] {
    [row.values["from"] ?? "", row.values["to"] ?? "", row.values["source"] ?? ""]
  }

  private static func key(_ ends: [String], _ kind: String) -> String {
    (ends + [kind]).joined(separator: "\u{0}")
  }

  private mutating func compare(_ row: ResolvedInventory.Row, _ hand: [Coupling]) {
    let kind = row.values["kind"] ?? ""
    if row.isKindAssumed || hand.contains(where: { $0.kind.rawValue == kind }) {
      changes.byHandAlike += 1
    } else {
      let old = hand.map(\.kind.rawValue).joined(separator: " ")
      changes.byHand.append(
        InventoryReport.RowChange(
          id: row.id, fields: [InventoryReport.FieldChange(key: "kind", old: old, new: kind)]))
    }
  }
}
