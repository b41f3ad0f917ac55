/// A problem with its separation, and what it takes to explain it.
public struct SolvedSeparation: Sendable {
  /// The problem.
  public let problem: SeparationProblem
  /// Its separation.
  public let separation: Separation
  private let solver: Solver

  private enum Solver {
    case cut(HolderCut)
    case many(ManyOwners)
  }

  /// How firmly each module's choice is decided.
  ///
  /// With two owners every margin is exact; each is a flow added to that of the optimum. With more
  /// each is a separation of its own: exact while at most twelve modules are free, otherwise an upper
  /// estimate, marked as such. A module with one allowed choice has no margin.
  ///
  /// - Parameters:
  ///   - modules: the modules asked for; nil: all.
  ///   - decidingCouplings: how many deciding couplings are listed for each.
  /// - Returns: a margin for each of the modules that has more than one allowed choice, in order.
  /// - Complexity: with two owners local to each module as a rule, at worst O(V² E) for each;
  ///   with more several maximum flows for each.
  public func margins(
    of modules: [Int32]? = nil, decidingCouplings: Int = 3
  ) -> [SeparationMargin] {
    let asked = (modules ?? Array(0..<Int32(problem.moduleCount))).filter {
      problem.allowedChoices(of: $0).count > 1
    }
    switch solver {
    case .cut(let cut): return cut.margins(of: asked, limit: decidingCouplings)
    case .many(let many): return many.margins(of: asked, limit: decidingCouplings)
    }
  }

  fileprivate init(_ problem: SeparationProblem) throws(SeparationError) {
    self.problem = problem
    if problem.ownerCount == 2 {
      let cut = try HolderCut(problem)
      separation = cut.separation
      solver = .cut(cut)
    } else {
      let many = try ManyOwners(problem)
      separation = many.separation
      solver = .many(many)
    }
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
  /// With three or more owners the problem is NP-hard (multiway cut). It is solved exactly when at
  /// most twelve modules are free after forbidden choices, forbidden crossings and the bound have
  /// excluded what they can. Otherwise the separation is good, with a lower bound and so a gap.
  ///
  /// - Throws: ``SeparationError/contradiction(_:)`` when there is none,
  ///   ``SeparationError/costsTooLarge(limit:)``; with three or more owners
  ///   ``SeparationError/notFound(steps:)``.
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
