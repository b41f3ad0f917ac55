public import SharedSystem

/// Who holds which module after the separation, in the plan's own terms.
public struct PlanSeparation: Sendable {
  /// Ids of the owners who can hold modules.
  public var owners: [String]
  /// The problem that was solved.
  public var problem: SeparationProblem
  /// Its solution.
  public var solution: Separation
  /// By module, who holds an instance: indices in ``owners``, ascending.
  public var holders: [[Int]]
  /// By module, how it becomes separate.
  public var strategies: [Module.Strategy]
  /// The couplings that become contracts.
  public var crossings: [Crossing]

  /// A coupling that becomes a contracted interface.
  public struct Crossing: Hashable, Sendable {
    /// Index in `Plan.couplings`.
    public var coupling: Int
    /// The owner who uses what another holds: an index in ``owners``.
    public var user: Int
    /// The owner who provides it: the first who holds it.
    public var provider: Int
    /// What it costs, in thousandths of a person-month.
    public var cost: Int64
  }

  /// The ids of the owners of each module, by its id.
  public func holdersByModule(of plan: Plan) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for (module, holders) in zip(plan.modules, holders) {
      result[module.id] = holders.map { owners[$0] }
    }
    return result
  }
}
