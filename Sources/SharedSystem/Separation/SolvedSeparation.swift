/// A problem with its separation, and what it takes to explain it.
public struct SolvedSeparation: Sendable {
  /// The problem.
  public let problem: SeparationProblem
  /// Its separation.
  public let separation: Separation
  private let cut: HolderCut

  /// How firmly each module's choice is decided.
  ///
  /// With two owners every margin is exact; each is a flow added to that of the optimum. A module
  /// with one allowed choice has no margin.
  ///
  /// - Parameters:
  ///   - modules: the modules asked for; nil: all.
  ///   - decidingCouplings: how many deciding couplings are listed for each.
  /// - Returns: a margin for each of the modules that has more than one allowed choice, in order.
  /// - Complexity: with two owners local to each module as a rule, at worst O(V E²) for each.
  public func margins(
    of modules: [Int32]? = nil, decidingCouplings: Int = 3
  ) -> [SeparationMargin] {
    let asked = (modules ?? Array(0..<Int32(problem.moduleCount))).filter {
      problem.allowedChoices(of: $0).count > 1
    }
    return cut.margins(of: asked, limit: decidingCouplings)
  }

  fileprivate init(_ problem: SeparationProblem) throws(SeparationError) {
    self.problem = problem
    cut = try HolderCut(problem)
    separation = cut.separation
  }
}

extension SeparationProblem {
  /// The choices of a module whose costs are not ``forbidden``, ascending.
  public func allowedChoices(of module: Int32) -> [Int32] {
    (0..<Int32(choiceCount)).filter { cost(ofChoice: $0, module: module) != Self.forbidden }
  }

  /// Finds a cheapest separation.
  ///
  /// With two owners it is one minimum cut and always exact. Of separations that cost the same the
  /// one with the fewest moves from ``today`` is taken, of these the one that gives module after
  /// module, in ``tieOrder``, the lowest choice.
  ///
  /// - Throws: ``SeparationError/contradiction(_:)`` when there is none,
  ///   ``SeparationError/costsTooLarge(limit:)``.
  /// - Complexity: for two owners that of a maximum flow with two nodes per module and two edges
  ///   per coupling, O(V² √E) time and in practice nearly linear; O(V + E) space.
  public func solved() throws(SeparationError) -> SolvedSeparation {
    try SolvedSeparation(self)
  }

  /// Finds a cheapest separation, like ``solved()``.
  public func separation() throws(SeparationError) -> Separation {
    try solved().separation
  }
}
