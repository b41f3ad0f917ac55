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
  /// Ids of the owners for whom it may become an interface between companies; nil: all.
  public var mayCross: [String]?
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a coupling.
  public init(from: String, to: String, kind: Kind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}
