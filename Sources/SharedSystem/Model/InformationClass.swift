/// A class of information: who may see it.
public struct InformationClass: Hashable, Sendable {
  /// The id, unique among classes of information.
  public var id: String
  /// What people call it.
  public var name: LocalizedText
  /// Ids of the owners who may see it; nil: all.
  public var entitled: [String]?
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes a class of information.
  public init(id: String, name: LocalizedText, entitled: [String]? = nil) {
    self.id = id
    self.name = name
    self.entitled = entitled
  }
}
