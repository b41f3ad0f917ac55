/// Which tables a plan names, for those who write them.
package struct PlanTables: Sendable {
  /// The files of `modulesFrom`, relative to the folder, in the order they are named.
  package var modules: [String] = []
  /// The files of `couplingsFrom`.
  package var couplings: [String] = []

  /// No tables.
  package init() {}

  /// Reads which tables the plan of a folder names, in `plan.yaml` and in the files it includes.
  ///
  /// - Parameters:
  ///   - bytes: what `plan.yaml` holds.
  ///   - path: the folder.
  /// - Complexity: O(bytes of the files that are included).
  package init(namedBy bytes: [UInt8], folder path: String) {
    var builder = PlanBuilder()
    builder.load(bytes, name: "plan.yaml", folder: PlanFolder(path: path))
    for document in builder.documents {
      if let value = document[.modulesFrom] { modules += PlanTables.names(value) }
      if let value = document[.couplingsFrom] { couplings += PlanTables.names(value) }
    }
  }

  private static func names(_ value: Value) -> [String] {
    let texts =
      value.kind == .list ? value.children.compactMap(\.text) : [value.text].compactMap(\.self)
    return texts.map { PlanFolder.normalized($0) }
  }
}
