public import SharedSystem

/// Why modules cannot be separated: a chain of demands that contradicts itself, in the plan's terms.
public struct SeparationObstacle: Hashable, Sendable {
  /// Why something is demanded.
  public enum Reason: Hashable, Sendable {
    /// The module allows nothing else: its `owner`, `allowed`, or the information it stores.
    case choices
    /// No other owner may hold the module, and somebody must.
    case nobodyElse
    /// The coupling may not cross for the owner: ids of the modules that use and are used.
    case coupling(from: String, to: String)
  }

  /// A demand.
  public struct Step: Hashable, Sendable {
    /// Id of the module.
    public var module: String
    /// Id of the owner.
    public var owner: String
    /// Whether the owner must hold the module; otherwise it must not.
    public var mustHold: Bool
    /// Why.
    public var reason: Reason
  }

  /// The demands in the order in which they follow; the last contradicts another.
  public var steps: [Step]
  /// Where the first module is written.
  public var location: SourceLocation?
}

extension SeparationObstacle {
  /// Raises a conflict of a separation problem.
  init(_ conflict: SeparationConflict, _ system: SystemModel) {
    steps = conflict.steps.map { step in
      let reason: Reason =
        switch step.reason {
        case .choices: .choices
        case .nobodyElse: .nobodyElse
        case .coupling(let coupling):
          .coupling(
            from: system.couplings[Int(coupling)].from, to: system.couplings[Int(coupling)].to)
        }
      return Step(
        module: system.modules[Int(step.module)].id, owner: system.owners[Int(step.owner)],
        mustHold: step.mustHold, reason: reason)
    }
    location = conflict.steps.first.flatMap { system.modules[Int($0.module)].location }
  }
}
