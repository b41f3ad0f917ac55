import SharedSystem

/// A random shared system to separate.
enum RandomSystem {
  /// How modules are coupled.
  enum Shape {
    /// Business areas of about twenty modules that each lean toward an owner; four couplings of five
    /// stay within an area.
    case areas
    /// Every module leans toward an owner of its own and is coupled with any other.
    case uniform
    /// As areas, but nothing save pinned modules leans toward an owner: the cut runs far from what
    /// decides it.
    case remote
  }

  /// Modules that one in twelve times are pinned to an owner; one coupling in a hundred may not cross
  /// for an owner.
  static func problem(
    owners: Int, modules: Int, couplings: Int, shape: Shape, seed: UInt64
  ) -> SeparationProblem {
    var random = SplitMix64(seed: seed)
    var problem = SeparationProblem(ownerCount: owners, moduleCount: modules)
    let areaSize = 20
    let areas = (0...modules / areaSize).map { _ in Int.random(in: 0..<owners, using: &random) }
    for module in 0..<modules {
      let area = areas[module / areaSize]
      // What the others pay to take the module over: one of three differs from its area.
      let differs = shape == .uniform || Int.random(in: 0..<3, using: &random) == 0
      let owner = differs ? Int.random(in: 0..<owners, using: &random) : area
      let size = Int64.random(in: 1_000...40_000, using: &random)
      for choice in 0..<problem.choiceCount {
        var cost = size / 10
        if choice == owners {
          cost = size * Int64(owners) / 4 + size / 2
        } else if choice != owner, shape != .remote {
          cost += size * Int64.random(in: 1...6, using: &random) / 10
        }
        problem.choiceCosts[module * problem.choiceCount + choice] = cost
      }
      if Int.random(in: 0..<12, using: &random) == 0 {
        for choice in 0...owners where choice != owner {
          problem.choiceCosts[module * problem.choiceCount + choice] = SeparationProblem.forbidden
        }
      }
      problem.today[module] = Int32.random(in: 0..<4, using: &random) == 0 ? -1 : 0
    }
    for _ in 0..<couplings {
      let source = Int.random(in: 0..<modules, using: &random)
      var target = Int.random(in: 0..<modules, using: &random)
      if shape != .uniform, Int.random(in: 0..<5, using: &random) > 0 {
        let first = source / areaSize * areaSize
        target = Int.random(in: first..<min(first + areaSize, modules), using: &random)
      }
      problem.couplingSources.append(Int32(source))
      problem.couplingTargets.append(Int32(target))
      let cost = Int64.random(in: 200...4_000, using: &random)
      for _ in 0..<owners {
        // Pinned modules contradict what may not cross unless it is rare and everyone may hold both.
        problem.crossingCosts.append(cost + Int64.random(in: 0...500, using: &random))
      }
    }
    forbidSome(&problem, &random)
    return problem
  }

  /// Forbids crossings between modules that nobody is pinned to, so that a separation exists.
  private static func forbidSome(_ problem: inout SeparationProblem, _ random: inout SplitMix64) {
    func isPinned(_ module: Int32) -> Bool { problem.allowedChoices(of: module).count == 1 }
    for coupling in 0..<problem.couplingCount where Int.random(in: 0..<100, using: &random) == 0 {
      let owner = Int.random(in: 0..<problem.ownerCount, using: &random)
      guard !isPinned(problem.couplingSources[coupling]),
        !isPinned(problem.couplingTargets[coupling])
      else { continue }
      problem.crossingCosts[coupling * problem.ownerCount + owner] = SeparationProblem.forbidden
    }
  }
}
