import Foundation
import PlanFile
import Planning
package import SharedSystem

/// Imports inventories into the folder of a plan: reads, merges, and writes when told to.
///
/// Reading and merging change nothing on the disk. ``write()`` writes all files or none.
package struct InventoryImport: Sendable {
  /// A file to read.
  package struct Input: Sendable {
    /// How to call it.
    package var name: String
    package var bytes: [UInt8]

    /// Makes a file to read.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The largest file that is read, in bytes: that of a table of a plan.
  package static let largestFile = ReadingLimits.bytesPerFile

  /// What a plan that is made says of itself.
  package struct NewPlanSettings: Sendable {
    /// The day the work starts: `2027-04-01`.
    package var start: String
    /// The name of the project.
    package var name: String
    /// The language of the comments.
    package var language: LocalizedText.Language
    /// Whether files in the way are replaced.
    package var replaces: Bool

    /// Makes settings.
    package init(
      start: String, name: String, language: LocalizedText.Language, replaces: Bool = false
    ) {
      self.start = start
      self.name = name
      self.language = language
      self.replaces = replaces
    }
  }

  /// What was read and what changes.
  package private(set) var report = InventoryReport()
  private var files = FileSet()
  private let folder: String

  /// Reads files and merges them with the plan of a folder.
  ///
  /// - Parameters:
  ///   - inputs: the files.
  ///   - folder: the folder of the plan; it need not exist.
  ///   - options: how they are to be read.
  ///   - settings: for a plan that has to be made.
  ///   - progress: told the file, the rows done and the rows in all.
  /// - Throws: why nothing can be imported.
  /// - Complexity: O(bytes) expected time and space.
  package init(
    _ inputs: [Input], into folder: String, _ options: InventoryOptions,
    _ settings: NewPlanSettings,
    progress: @escaping (String, Int, Int) -> Void = { _, _, _ in }
  ) throws(InventoryFailure) {
    self.folder = folder
    let known = try KnownPlan(folder: folder)
    var reader = InventoryReader(options, progress: progress)
    for (index, input) in inputs.enumerated() {
      try reader.read(input.bytes, name: input.name, index: Int32(clamping: index))
    }
    let raw = reader.inventory
    let resolved = ResolvedInventory(raw, plan: known.plan, options)
    report.sources = raw.sources
    report.rejections = resolved.rejections.sorted { $0.position < $1.position }
    report.remarks = resolved.remarks.all
    report.acceptedModules = resolved.modules.count
    report.acceptedCouplings = resolved.couplings.count
    name(&report, custodian: resolved.owners.custodianKey)
    countMissing(resolved.modules)
    try check(resolved, options)
    try merge(raw, resolved, known, options, settings)
  }

  /// Writes the files that change.
  ///
  /// - Throws: why a file cannot be written; nothing is then changed.
  package func write() throws(InventoryFailure) { try files.write(folder: folder) }

  private func name(_ report: inout InventoryReport, custodian: String) {
    for source in report.sources.indices {
      for column in report.sources[source].columns.indices
      where report.sources[source].columns[column].key == "custodian" {
        report.sources[source].columns[column].key = custodian
      }
    }
  }

  private func check(
    _ resolved: ResolvedInventory, _ options: InventoryOptions
  ) throws(InventoryFailure) {
    let file = report.sources.first?.file ?? ""
    if options.isStrict, let first = report.rejections.first {
      let index = Int(first.position.file)
      throw InventoryFailure(
        [
          Diagnostic(
            severity: .error, id: "rejected",
            file: report.sources.indices.contains(index) ? report.sources[index].file : file,
            line: Int(first.position.line), column: Int(first.position.column),
            message: LocalizedText(byLanguage: [
              "en": "\(first.reason.text(in: .en)); --strict allows no rejected rows",
              "ja": "\(first.reason.text(in: .ja))（--strict のため取り込みません）",
            ]))
        ], report: report)
    }
    guard resolved.modules.isEmpty, resolved.couplings.isEmpty else { return }
    throw InventoryFailure(
      [
        Diagnostic(
          severity: .error, id: "nothing-imported", file: file,
          message: LocalizedText(byLanguage: [
            "en": "no module and no coupling could be read",
            "ja": "モジュールも連係も読み取れません",
          ]))
      ], report: report)
  }

  private mutating func countMissing(_ modules: [ResolvedInventory.Row]) {
    let total = modules.count
    guard total > 0 else { return }
    let groups: [(key: String, has: (String) -> Bool)] = [
      ("size", { $0.hasPrefix("size.") }), ("owner", { $0 == "owner" || $0 == "allowed" }),
      ("heldBy", { $0 == "heldBy" }), ("group", { $0 == "group" }),
      ("information", { $0 == "information" }), ("data", { $0.hasPrefix("data.") }),
    ]
    for (key, has) in groups {
      let count = modules.filter { !$0.values.keys.contains(where: has) }.count
      if count > 0 {
        report.missing.append(InventoryReport.Missing(key: key, count: count, total: total))
      }
    }
  }

  private mutating func merge(
    _ raw: RawInventory, _ resolved: ResolvedInventory, _ known: KnownPlan,
    _ options: InventoryOptions, _ settings: NewPlanSettings
  ) throws(InventoryFailure) {
    let modulesPath = KnownPlan.path(of: known.modulesTable, in: folder)
    let couplingsPath = KnownPlan.path(of: known.couplingsTable, in: folder)
    let isNamed = (
      known.tables.modules.contains(known.modulesTable),
      known.tables.couplings.contains(known.couplingsTable)
    )
    let old = try (
      table(at: modulesPath, isNamed: isNamed.0, settings),
      table(at: couplingsPath, isNamed: isNamed.1, settings)
    )
    let tableIDs = Set(old.0.rows.indices.map { old.0.cell($0, "id") })
    let handModules = Dictionary(
      (known.plan?.modules ?? []).filter { !tableIDs.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let handCouplings = (known.plan?.couplings ?? []).filter {
      !($0.location?.file.hasSuffix(known.couplingsTable) ?? false)
    }
    var kept = known.isInUse()
    for coupling in handCouplings { kept.formUnion([coupling.from, coupling.to]) }
    if options.prunes { kept.formUnion(InventoryImport.words(of: known.text ?? [])) }
    var modules = ModuleMerge(old.0, byHand: handModules)
    let listed = raw.listsModules || raw.impliesModules
    if !resolved.modules.isEmpty {
      modules.merge(
        resolved.modules, pruningAllBut: options.prunes && listed ? kept : nil, tellsGone: listed)
    }
    var couplings = CouplingMerge(old.1, byHand: handCouplings)
    if raw.listsCouplings || !modules.changes.pruned.isEmpty {
      couplings.merge(
        resolved.couplings, prunes: options.prunes && raw.listsCouplings,
        prunedModules: Set(modules.changes.pruned), tellsGone: raw.listsCouplings)
    }
    report.modules = modules.changes
    report.couplings = couplings.changes
    for row in modules.table.rows.indices {
      let id = modules.table.cell(row, "id")
      for column in ["name.en", "name.ja", "name"] where !modules.table.cell(row, column).isEmpty {
        report.names[id] = modules.table.cell(row, column)
      }
    }
    for module in handModules.values {
      report.names[module.id] = module.name.text(in: settings.language)
    }
    let hasModules = add(modules.table, modules.changes, at: modulesPath)
    let hasCouplings = add(couplings.table, couplings.changes, at: couplingsPath)
    let lines = [
      hasModules && !isNamed.0 ? ("modulesFrom", known.modulesTable) : nil,
      hasCouplings && !isNamed.1 ? ("couplingsFrom", known.couplingsTable) : nil,
    ].compactMap(\.self)
    writePlan(resolved, known, lines, settings)
  }

  /// The table at a path, which must not be somebody's file that the plan does not name.
  private func table(
    at path: String, isNamed: Bool, _ settings: NewPlanSettings
  ) throws(InventoryFailure) -> PlanTableFile {
    if isNamed { return try PlanTableFile(path: path) }
    guard FileManager.default.fileExists(atPath: path), !settings.replaces else {
      return PlanTableFile()
    }
    throw InventoryFailure([
      Diagnostic(
        severity: .error, id: "file-exists", file: path,
        message: LocalizedText(byLanguage: [
          "en": "the file exists already and is no table of the plan",
          "ja": "ファイルがすでにありますが、計画の表ではありません",
        ]),
        advice: LocalizedText(byLanguage: [
          "en": "Maybe another folder; or --force replaces it.",
          "ja": "もしかして 別のフォルダー（--force なら置き換えます）",
        ]))
    ])
  }

  /// Adds a table to the files that are written.
  ///
  /// - Returns: whether the plan has the table afterwards.
  private mutating func add(
    _ table: PlanTableFile, _ changes: InventoryReport.Changes, at path: String
  ) -> Bool {
    if changes.isEmpty {
      if table.original != nil {
        report.outputs.append(InventoryReport.Output(path: path, state: .unchanged))
      }
      return table.original != nil
    }
    files.add(table.bytes, at: path)
    report.outputs.append(
      InventoryReport.Output(path: path, state: table.original == nil ? .new : .changed))
    return true
  }

  private mutating func writePlan(
    _ resolved: ResolvedInventory, _ known: KnownPlan, _ lines: [(String, String)],
    _ settings: NewPlanSettings
  ) {
    let path = KnownPlan.path(of: "plan.yaml", in: folder)
    guard let text = known.text else {
      let found = resolved.owners.directory.new
      let plan = NewPlan(
        name: settings.name, start: settings.start,
        owners: found.isEmpty
          ? [("retail", "小売"), ("network", "送配電")]
          : found.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name) },
        ownersAreExamples: found.isEmpty,
        modulesTable: lines.first { $0.0 == "modulesFrom" }?.1,
        couplingsTable: lines.first { $0.0 == "couplingsFrom" }?.1, language: settings.language)
      files.add(Array(plan.text.utf8), at: path)
      report.outputs.append(InventoryReport.Output(path: path, state: .new))
      return
    }
    guard !lines.isEmpty else {
      report.outputs.append(InventoryReport.Output(path: path, state: .unchanged))
      return
    }
    let words = lines.map { "\($0.0): \($0.1)" }
    if let edited = PlanEdit.adding(lines.map { (key: $0.0, value: $0.1) }, to: text) {
      files.add(edited, at: path)
      report.outputs.append(
        InventoryReport.Output(path: path, state: .changed, lines: words))
    } else {
      report.outputs.append(InventoryReport.Output(path: path, state: .unchanged))
      let all = words.joined(separator: ", ")
      report.remarks.append(
        InventoryReport.Remark(
          kind: "plan-not-edited", count: 1, examples: words,
          text: LocalizedText(byLanguage: [
            "en": "\(path) could not be edited; add to it: \(all)",
            "ja": "\(path) を編集できません。次の行を加えてください: \(all)",
          ])))
    }
  }

  /// The words of a text that could be ids.
  private static func words(of text: [UInt8]) -> Set<String> {
    Set(
      text.split {
        !((48...57).contains($0) || (97...122).contains($0 | 32) || [45, 46, 95].contains($0))
      }.map { String(decoding: $0, as: UTF8.self) })
  }
}
