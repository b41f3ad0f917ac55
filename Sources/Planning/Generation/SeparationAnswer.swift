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
  /// By module, why it can have no other holders; nil when it can.
  public var fixed: [Fixed?]
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

  /// Why a module can have no other holders.
  public enum Fixed: Hashable, Sendable {
    /// The plan pins it: its `owner`, or `allowed` with one choice.
    case pinned
    /// It stores information that others may not know: the ids of its classes.
    case information([String])
    /// Any other holder contradicts what couplings that may not cross demand: a chain of demands,
    /// beginning with the other holders.
    case demanded(SeparationObstacle)
    /// There is no separation with other holders: all were tried.
    case excluded
    /// None was found, though there may be one.
    case notFound
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

  /// Modules whose given strategy cannot lead to their holders, so that another is taken; ascending.
  public var withUnsuitableStrategy: [Int] {
    plan.modules.indices.filter {
      estimate.modules[$0].choices[Int(separation.solution.choices[$0])].givenDoesNotFit
    }
  }

  /// Modules of which the plan states the cost of some possible choices and leaves others to be
  /// estimated; ascending. What decides between them may rest on different views of the module.
  public var withMixedCosts: [Int] {
    let count = separation.problem.choiceCount
    return plan.modules.indices.filter { module in
      let possible = estimate.modules[module].choices.enumerated().filter { choice, _ in
        separation.problem.choiceCosts[module * count + choice] != SeparationProblem.forbidden
      }
      let entered = possible.count { $0.element.isEntered }
      return entered > 0 && entered < possible.count
    }
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
