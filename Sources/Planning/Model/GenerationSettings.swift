public import SharedSystem

/// How the work that follows from the modules is generated.
public struct GenerationSettings: Hashable, Sendable {
  /// The waves in which modules are cut over.
  public enum Waves: Hashable, Sendable {
    /// So many: groups that must be cut over together are spread over them.
    case count(Int)
    /// These, in order; modules name theirs, the others are in the last.
    case named([String])
  }

  /// Which rule turns effort into time.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case juas, cocomo2, keizai
  }

  /// Whether work is generated; nil: when the plan has modules.
  public var isEnabled: Bool?
  /// What the first generated tasks wait for.
  public var after: [PlanTask.Dependency] = []
  /// In which waves modules are cut over.
  public var waves = Waves.count(1)
  /// Id of the calendar on which modules are cut over; nil: the project's.
  public var window: String?
  /// Id of the calendar on which migration is rehearsed; nil: the project's.
  public var rehearsals: String?
  /// Id of the owner who does what the companies do together; nil: the only owner who holds
  /// nothing, else nobody.
  public var joint: String?
  /// Which rule turns effort into time.
  public var rule = Rule.juas
  /// The price of a person-month, in the plan's currency; nil: generated tasks have no cost.
  public var rate: Int64?
  /// Where it is written.
  public var location: SourceLocation?

  /// Makes the settings of a plan that says nothing about it.
  public init() {}
}
