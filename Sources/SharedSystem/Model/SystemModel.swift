/// The system that is to be separated: its modules, what ties them together, and who will hold them.
///
/// A value with the names people use. Algorithms work on the dense integers of
/// ``SeparationProblem``.
public struct SystemModel: Hashable, Sendable {
  /// Ids of the owners who can hold modules, in the plan's order.
  public var owners: [String]
  /// The parts of the system.
  public var modules: [Module]
  /// What ties them together: `from` uses `to`.
  public var couplings: [Coupling]
  /// Classes of information with restricted readers.
  public var information: [InformationClass]

  /// Makes a shared system.
  public init(
    owners: [String], modules: [Module], couplings: [Coupling],
    information: [InformationClass] = []
  ) {
    self.owners = owners
    self.modules = modules
    self.couplings = couplings
    self.information = information
  }
}
