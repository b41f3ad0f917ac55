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
  /// The group it belongs to: a subsystem, a business function. Groups fold in pictures, and a
  /// module without a size takes the median of its group.
  public var group: String?
  /// The wave in which it is cut over; nil: as generated.
  public var wave: String?
  /// Who holds or uses it today.
  public var heldBy: [String] = []
  /// Its programming language.
  public var language: String?
  /// How large it is, by measure (`kloc`, `functionPoints`, `screens`, `batches`), in thousandths.
  public var size: [String: Int64] = [:]
  /// How much data it holds, by measure (`rows`, …).
  public var data: [String: Int64] = [:]
  /// The strategy that was given; nil: to be chosen.
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
