import Foundation
package import PlanFile
import Planning
import SharedSystem

/// The plan that an inventory is imported into, and its tables.
struct KnownPlan {
  /// What `plan.yaml` holds; nil when the folder has none.
  let text: [UInt8]?
  let plan: Plan?
  /// The tables the plan names.
  let tables: PlanTables
  /// The names of the tables that are written, relative to the folder.
  let modulesTable: String
  let couplingsTable: String

  /// Reads the plan of a folder.
  ///
  /// - Throws: what is wrong with it: tables can only be merged into a plan that is sound.
  init(folder: String) throws(InventoryFailure) {
    let path = KnownPlan.path(of: "plan.yaml", in: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      (text, plan, tables) = (nil, nil, PlanTables())
      (modulesTable, couplingsTable) = ("modules.csv", "couplings.csv")
      return
    }
    let reading = PlanReader.readForTables(folder: folder)
    guard let plan = reading.plan else { throw InventoryFailure(reading.diagnostics) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InventoryFailure([
        Diagnostic(
          severity: .error, id: "unreadable", file: path,
          message: LocalizedText(byLanguage: [
            "en": "the plan cannot be read", "ja": "計画を読めません",
          ]))
      ])
    }
    text = Array(data)
    self.plan = plan
    tables = PlanTables(namedBy: Array(data), folder: folder)
    modulesTable = KnownPlan.table(tables.modules, "modules.csv")
    couplingsTable = KnownPlan.table(tables.couplings, "couplings.csv")
  }

  private static func table(_ named: [String], _ standard: String) -> String {
    named.contains(standard) ? standard : named.first ?? standard
  }

  /// The path of a file of a folder.
  static func path(of name: String, in folder: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Ids of modules that something besides the tables' rows names: they cannot be taken out.
  func isInUse() -> Set<String> {
    guard let plan else { return [] }
    var used = Set(plan.tasks.compactMap(\.module))
    for lever in plan.levers {
      for change in lever.changes {
        if case .strategy(let module, _) = change { used.insert(module) }
      }
    }
    return used
  }
}

/// Why nothing was imported.
package struct InventoryFailure: Error {
  /// What is wrong.
  package var diagnostics: [Diagnostic]
  /// What was read nevertheless.
  package var report: InventoryReport?

  init(_ diagnostics: [Diagnostic], report: InventoryReport? = nil) {
    self.diagnostics = diagnostics
    self.report = report
  }

  init(_ error: PlacedMessage, file: String) {
    diagnostics = [
      Diagnostic(
        severity: .error, id: error.message.id, file: file, line: Int(error.position.line),
        column: Int(error.position.column), message: error.message.text,
        advice: error.message.advice)
    ]
  }
}
