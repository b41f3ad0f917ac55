import SharedSystem

/// The work that follows from separating the modules: what it was made from, and how.
///
/// Kept in the plan that has the generated tasks, so that a what-if can start again from what was
/// written.
public struct GeneratedWork: Sendable {
  /// The tasks that were written by hand.
  public var written: [PlanTask]
  /// The effort of modules and interfaces, with the origin of every figure.
  public var estimate: SystemEstimate
  /// Who holds which module.
  public var separation: PlanSeparation
  /// The waves, in the order in which they are cut over.
  public var waves: [Wave]
  /// The bridges between waves: indices in `Plan.couplings`, ascending.
  public var bridges: [Int]
  /// The changes that were made to the plan's tasks since: a change of the modules makes the work
  /// anew and repeats them.
  public var changes: [Change] = []
  /// Ids of the modules for which there is nothing to do.
  public var untouched: [String]
  /// What a reader should know about the generated work.
  public var remarks: [Remark]

  /// Modules that are cut over together.
  public struct Wave: Hashable, Sendable {
    /// The id.
    public var id: String
    /// Indices of its modules in `Plan.modules`, ascending.
    public var modules: [Int]
    /// The effort of each owner's project in this wave, by index in `PlanSeparation.owners`.
    public var efforts: [ThreePoint]
  }

  /// What a reader should know.
  public enum Remark: Hashable, Sendable {
    /// A team is too small for the rule's duration: the task is longer, in days.
    case teamTooSmall(task: String, team: String, ruleDays: Int, days: Int)
  }

  /// The kinds of generated tasks, in the order of the work breakdown.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case module, contracts, wave, separation
    case analysis, requirements, contract, design, fitGap = "fit-gap"
    case accessDesign = "access-design", archive
    case build, interface, unitTest = "unit-test", dataRules = "data-rules", migration
    case bridge, integration, crossTest = "cross-test", systemTest = "system-test", rehearsal
    case parallelRun = "parallel-run", training, access, goNoGo = "go-no-go", cutover
    case stabilisation, bridgeRemoval = "bridge-removal", decommission, verification
    case operation, separated
  }

  /// What a generated task is.
  public struct Item: Hashable, Sendable {
    /// Its kind.
    public var kind: Kind
    /// Id of its wave.
    public var wave: String?
    /// Its coupling: an index in `Plan.couplings`.
    public var coupling: Int?
    /// For whom its coupling crosses, and who provides: of contracts and of ends of interfaces.
    public var crossing: PlanSeparation.Crossing?
    /// The effort behind its duration.
    public var effort: ThreePoint?
    /// The duration that the rule gives, in working days, when a team made it longer.
    public var ruleDays: Int?

    /// Makes an item.
    public init(_ kind: Kind, wave: String? = nil, coupling: Int? = nil, effort: ThreePoint? = nil)
    {
      self.kind = kind
      self.wave = wave
      self.coupling = coupling
      self.effort = effort
    }

    /// Makes an item of a coupling that becomes a contracted interface.
    public init(
      _ kind: Kind, wave: String? = nil, crossing: PlanSeparation.Crossing,
      effort: ThreePoint? = nil
    ) {
      self.init(kind, wave: wave, coupling: crossing.coupling, effort: effort)
      self.crossing = crossing
    }
  }
}
