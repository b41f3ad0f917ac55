/// Who shall hold each module, and what that costs.
///
/// Costs are thousandths of a person-month.
public struct Separation: Hashable, Sendable {
  /// A coupling that crosses between companies and must become a contracted interface.
  public struct Crossing: Hashable, Sendable {
    /// The coupling.
    public var coupling: Int32
    /// The owner who holds its source and not its target.
    public var owner: Int32
    /// What the interface costs.
    public var cost: Int64

    /// Names a crossing.
    public init(coupling: Int32, owner: Int32, cost: Int64) {
      self.coupling = coupling
      self.owner = owner
      self.cost = cost
    }
  }

  /// The choice of each module: an owner alone, or the number of owners for "each has an instance".
  public var choices: [Int32]
  /// What the choices and the crossings cost together.
  public var cost: Int64
  /// No separation costs less than this; it equals ``cost`` when the separation is known to be a
  /// cheapest one, be it by the certificate or because all choices that are left were tried.
  public var lowerBound: Int64
  /// Whether no separation is cheaper and, of those that cost the same, none comes first by the
  /// rule for ties: fewest moves from today, then in the order of the modules the lowest choice.
  public var isExact: Bool
  /// Number of modules whose choice is not today's; a module that has none today does not count.
  public var moves: Int
  /// The couplings that cross, by coupling and owner ascending, those included that cost nothing.
  public var crossings: [Crossing]
  /// Proves a lower bound without any search.
  public var certificate: SeparationCertificate

  /// How far the separation may be from a cheapest one.
  public var gap: Int64 { cost - lowerBound }
}

/// Amounts that prove a lower bound for the cost of every separation.
///
/// A coupling `i → j` that crosses for an owner costs at least any amount up to its cost, and
/// crossing is at least "holds `i`" minus "holds `j`". So the cost of a separation is at least
///
///     Σ over modules of min over choices c of
///       cost(c) + Σ over owners who hold under c of (amounts that go out − amounts that come in)
///
/// The amounts of a maximum flow make this equal to the cheapest cost.
public struct SeparationCertificate: Hashable, Sendable {
  /// The bound that the amounts prove, in thousandths of a person-month. With two owners it is the
  /// cheapest cost.
  public var bound: Int64
  /// Amounts are in thousandths of a person-month divided by this.
  public var scale: Int64
  /// For each coupling and owner an amount, at least 0 and at most the cost of the crossing;
  /// `ownerCount` entries per coupling.
  public var amounts: [Int64]
}
