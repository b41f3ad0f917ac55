/// How firmly a module's choice is decided: what the best separation costs with every other choice.
public struct SeparationMargin: Hashable, Sendable {
  /// Another choice of the module.
  public struct Alternative: Hashable, Sendable {
    /// The choice the module is forced to.
    public var choice: Int32
    /// What the best separation with that choice costs more, in thousandths of a person-month, at
    /// least 0; nil when there is none.
    public var difference: Int64?
    /// Whether `difference` is exact. Otherwise a separation with that difference was found and a
    /// better one may exist; with no difference, none was found.
    public var isExact: Bool
  }

  /// A coupling that costs more or less with the cheapest alternative.
  public struct DecidingCoupling: Hashable, Sendable {
    /// The coupling.
    public var coupling: Int32
    /// What it costs more with the alternative, in thousandths of a person-month, over all owners.
    public var difference: Int64
  }

  /// A module that would be held otherwise as well.
  public struct Follower: Hashable, Sendable {
    /// The module.
    public var module: Int32
    /// Its choice with the alternative.
    public var choice: Int32
  }

  /// The module.
  public var module: Int32
  /// Its choice in the separation.
  public var choice: Int32
  /// All its other allowed choices, ascending.
  public var alternatives: [Alternative]
  /// The position in ``alternatives`` of the cheapest, of equals the first; nil when none is
  /// possible. What follows is about this one.
  public var cheapest: Int?
  /// What the choice of the module itself costs more.
  public var ownDifference: Int64
  /// The other modules that would be held otherwise, ascending. The choices of these cost
  /// ``followerDifference`` more.
  public var followers: [Follower]
  /// What the choices of the followers cost more together.
  public var followerDifference: Int64
  /// The couplings that decide, the largest difference first, of equals the lower number; at most
  /// as many as asked for.
  public var decidingCouplings: [DecidingCoupling]
  /// What all couplings cost more together: with the two differences above, the margin.
  public var couplingDifference: Int64

  /// What the cheapest alternative costs more; nil when none is possible.
  public var difference: Int64? { cheapest.flatMap { alternatives[$0].difference } }
}
