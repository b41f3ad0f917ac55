/// A part of the shared system.
public struct Module: Hashable, Sendable {
  /// How a module becomes separate.
  public enum Strategy: String, Hashable, Sendable, CaseIterable {
    case clone, rebuild, replatform, rehost, keep, logical, package, retire
  }

  /// The id, unique among modules.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// Who may hold it after the separation: owner ids, or `both`; nil: anybody.
  public var allowed: [String]?
  /// Owner id it is pinned to.
  public var owner: String?
  /// Who holds or uses it today.
  public var heldBy: [String] = []
  /// Its programming language.
  public var language: String?
  /// How large it is, by measure (`kloc`, `functionPoints`, `screens`, `batches`), in thousandths.
  public var size: [String: Int64] = [:]
  /// How much data it holds, by measure (`rows`, …).
  public var data: [String: Int64] = [:]
  /// The chosen strategy; nil: to be chosen.
  public var strategy: Strategy?
  /// The schedule drivers that act on it (D1–D4).
  public var drivers: [String] = []
  /// Classes of information it stores.
  public var information: [String] = []
  /// Person-months if one owner alone holds it, by owner id, in thousandths.
  public var keep: [String: Int64] = [:]
  /// Person-months if each owner has an instance, in thousandths.
  public var both: Int64?
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a module.
  public init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

/// One module's use of another.
public struct Coupling: Hashable, Sendable {
  /// What the coupling is made of.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case table, file, batch, api, screen, code
  }

  /// Id of the module that uses.
  public var from: String
  /// Id of the module that is used.
  public var to: String
  /// What it is made of.
  public var kind: Kind
  /// Person-months to cut it, in thousandths; nil: to be estimated.
  public var cost: Int64?
  /// Classes of information that pass through it.
  public var information: [String] = []
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a coupling.
  public init(from: String, to: String, kind: Kind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}
