public import SharedSystem

extension Plan {
  /// The question of who shall hold which module, in dense integers.
  ///
  /// Pins and permissions of modules, and entitlements to the information they store, forbid
  /// choices; `mayCross` of couplings, and entitlements to the information that passes, forbid
  /// crossings. An owner who holds an instance beside others' keeps only its own information there.
  ///
  /// - Parameter estimate: what the choices and crossings cost.
  /// - Complexity: O(modules · owners + couplings · owners).
  public func separationProblem(_ estimate: SystemEstimate) -> SeparationProblem {
    let system = estimate.system
    let owners = system.owners
    var problem = SeparationProblem(
      ownerCount: owners.count, moduleCount: system.modules.count)
    let entitled = Dictionary(
      system.information.compactMap { item in item.entitled.map { (item.id, Set($0)) } },
      uniquingKeysWith: { first, _ in first })
    func mayKnow(_ owner: String, _ information: [String]) -> Bool {
      information.allSatisfy { entitled[$0]?.contains(owner) ?? true }
    }
    let choices = problem.choiceCount
    for (module, value) in system.modules.enumerated() {
      for choice in 0..<choices {
        let isAllowed: Bool
        if choice < owners.count {
          let owner = owners[choice]
          isAllowed =
            value.owner.map { $0 == owner } ?? value.allowed?.contains(owner) ?? true
            && mayKnow(owner, value.information)
        } else {
          isAllowed = value.owner == nil && value.allowed?.contains("both") ?? true
        }
        problem.choiceCosts[module * choices + choice] =
          isAllowed
          ? estimate.choiceCost(module: module, choice: choice).value.mode
          : SeparationProblem.forbidden
      }
      let today = Set(value.heldBy).intersection(owners)
      if today.count == 1, let only = owners.firstIndex(where: { today.contains($0) }) {
        problem.today[module] = Int32(only)
      } else if today.count == owners.count {
        problem.today[module] = Int32(owners.count)
      }
    }
    for (coupling, ends) in WaveAssignment.ends(of: system).enumerated() {
      problem.couplingSources.append(Int32(ends.from))
      problem.couplingTargets.append(Int32(ends.to))
      let value = system.couplings[coupling]
      for (index, owner) in owners.enumerated() {
        let isAllowed =
          value.mayCross?.contains(owner) ?? true && mayKnow(owner, value.information)
        problem.crossingCosts.append(
          isAllowed
            ? estimate.crossingCost(coupling: coupling, owner: index).value.mode
            : SeparationProblem.forbidden)
      }
    }
    problem.tieOrder = system.modules.indices.sorted {
      system.modules[$0].id < system.modules[$1].id
    }.map { Int32($0) }
    return problem
  }

  /// The cheapest separation.
  ///
  /// - Parameter estimate: what the choices and crossings cost.
  /// - Throws: `PlanError.inseparable` with the chain of pins and couplings that makes it so.
  public func separated(_ estimate: SystemEstimate) throws(PlanError) -> PlanSeparation {
    try solved(separationProblem(estimate), estimate.system) { solved in
      PlanSeparation(estimate, solved.problem, solved.separation)
    }
  }

  /// Solves a separation problem, with errors in the plan's terms.
  func solved<Result>(
    _ problem: SeparationProblem, _ system: SystemModel,
    _ use: (SolvedSeparation) -> Result
  ) throws(PlanError) -> Result {
    do {
      return use(try problem.solved())
    } catch {
      switch error {
      case .contradiction(let conflict):
        throw .inseparable(SeparationObstacle(conflict, system))
      case .costsTooLarge(let limit): throw .separationTooLarge(limit: limit)
      case .impossible: throw .separationNotFound(isProven: true)
      case .notFound: throw .separationNotFound(isProven: false)
      }
    }
  }
}

extension PlanSeparation {
  /// Raises a solution to the plan's terms.
  init(_ estimate: SystemEstimate, _ problem: SeparationProblem, _ solution: Separation) {
    let owners = estimate.system.owners
    self.owners = owners
    self.problem = problem
    self.solution = solution
    holders = solution.choices.map { choice in
      Int(choice) < owners.count ? [Int(choice)] : Array(owners.indices)
    }
    strategies = solution.choices.enumerated().map { module, choice in
      estimate.modules[module].choices[Int(choice)].strategy
    }
    let ends = WaveAssignment.ends(of: estimate.system)
    let holders = holders
    crossings = solution.crossings.map { crossing in
      let target = ends[Int(crossing.coupling)].to
      return Crossing(
        coupling: Int(crossing.coupling), user: Int(crossing.owner),
        provider: holders[target].first ?? 0, cost: crossing.cost)
    }
  }
}
