import SharedSystem

/// Who gets which module, with the reasons: margins, the couplings that decide, tangles.
public struct SeparationAnswer: Sendable {
  /// The plan with its modules.
  public var plan: Plan
  /// What choices and crossings cost, with the origin of every figure.
  public var estimate: SystemEstimate
  /// The cheapest separation.
  public var separation: PlanSeparation
  /// By module, what other choices would cost; nil when it has no other.
  public var margins: [Margin?]
  /// Modules that must be cut over together, and the bridges that would untie them.
  public var tangles: [Tangle]

  /// What it would cost to give a module to somebody else.
  public struct Margin: Hashable, Sendable {
    /// The other choices that are possible, the cheapest first.
    public var alternatives: [Alternative]
    /// What the cheapest one changes: the couplings that decide, the largest difference first.
    public var deciding: [Deciding]
    /// What the module itself costs more then, in thousandths of a person-month.
    public var ownDifference: Int64
    /// Other modules that would be held otherwise, too: indices in `Plan.modules`.
    public var followers: [Int]
  }

  /// Another choice for a module.
  public struct Alternative: Hashable, Sendable {
    /// Who would hold it: indices in `PlanSeparation.owners`.
    public var holders: [Int]
    /// What the best separation with this choice costs more, in thousandths of a person-month.
    public var extra: Int64
    /// Whether this is proven; else it is the best that was found.
    public var isExact: Bool
  }

  /// A coupling that costs something else under the other choice.
  public struct Deciding: Hashable, Sendable {
    /// Index in `Plan.couplings`.
    public var coupling: Int
    /// What it costs more under the other choice, in thousandths of a person-month; negative when
    /// it costs less.
    public var difference: Int64
  }

  /// Modules of which each uses each other, directly or through others.
  public struct Tangle: Hashable, Sendable {
    /// Indices in `Plan.modules`, ascending.
    public var modules: [Int]
    /// The cheapest couplings to bridge so that nothing is tied any more.
    public var bridges: [Int]
    /// What these bridges cost, in thousandths of a person-month.
    public var cost: Int64
    /// No set of bridges costs less than this.
    public var lowerBound: Int64
  }

  /// The number of modules whose holders differ from today's, of those whose holders today are
  /// known.
  public var moved: Int {
    separation.problem.today.indices.count {
      separation.problem.today[$0] >= 0
        && separation.problem.today[$0] != separation.solution.choices[$0]
    }
  }
}
