/// Why a problem has no separation, or none was found.
public enum SeparationError: Error, Hashable, Sendable {
  /// What the modules' choices and the couplings that may not cross demand contradicts itself.
  case contradiction(SeparationConflict)
  /// The costs are too large to be added exactly: their sum, in thousandths of a person-month,
  /// times the number of modules plus one may not exceed `limit`.
  case costsTooLarge(limit: Int64)
  /// With three or more owners: there is no separation. All choices were tried; no chain of demands
  /// shows it.
  case impossible
  /// With three or more owners: no separation was found in `steps` steps of search, though nothing
  /// proves that there is none.
  case notFound(steps: Int)
}

/// A chain of demands that contradicts itself.
///
/// Each step follows from the choices of its module, or from a step before it. The last step demands
/// of an owner and a module the opposite of another step. With two owners each step follows from the
/// one before it, the first and the last from the choices of their modules alone, and no chain
/// passes fewer couplings.
public struct SeparationConflict: Hashable, Sendable {
  /// Why a demand holds.
  public enum Reason: Hashable, Sendable {
    /// The module allows nothing else, given what steps before demand of it.
    case choices
    /// No other owner may hold the module, and somebody must.
    case nobodyElse
    /// The coupling may not cross for the owner: whoever holds its source must hold its target.
    case coupling(Int32)
  }

  /// A demand.
  public struct Step: Hashable, Sendable {
    /// The module.
    public var module: Int32
    /// The owner of whom something is demanded.
    public var owner: Int32
    /// Whether the owner must hold an instance of the module; otherwise it must not.
    public var mustHold: Bool
    /// Why.
    public var reason: Reason
  }

  /// The demands in the order in which they follow.
  public var steps: [Step]

  /// The couplings of the chain that may not cross, in order, and for whom.
  public var couplings: [(coupling: Int32, owner: Int32)] {
    steps.compactMap { step in
      if case .coupling(let coupling) = step.reason { (coupling, step.owner) } else { nil }
    }
  }

  /// The modules of the chain in order, each once.
  public var modules: [Int32] {
    var modules: [Int32] = []
    for step in steps where !modules.contains(step.module) { modules.append(step.module) }
    return modules
  }
}
