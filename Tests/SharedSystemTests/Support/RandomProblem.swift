import SharedSystem

extension SeparationProblem {
  /// Up to `modules` modules with about twice as many couplings: forbidden choices and crossings,
  /// pinned modules, both instances cheaper than one, costs of nothing and many ties occur, and
  /// couplings of a module with itself and several between the same modules.
  static func random(
    owners: Int, modules: ClosedRange<Int>, using random: inout SplitMix64
  ) -> SeparationProblem {
    let count = Int.random(in: modules, using: &random)
    var problem = SeparationProblem(ownerCount: owners, moduleCount: count)
    // Few different costs make ties.
    let greatest = [1, 3, 20, 1000].randomElement(using: &random) ?? 1
    func cost(_ random: inout SplitMix64) -> Int64 {
      random.once(in: 4) ? 0 : Int64.random(in: 0...Int64(greatest), using: &random)
    }
    let forbidsSome = !random.once(in: 3)
    for module in 0..<count {
      for choice in 0..<problem.choiceCount {
        var value = cost(&random)
        // As a rule each having an instance costs more.
        if choice == owners, !random.once(in: 4) { value += Int64(greatest) }
        if forbidsSome, random.once(in: 5) { value = forbidden }
        problem.choiceCosts[module * problem.choiceCount + choice] = value
      }
      if random.once(in: 6) {
        let pinned = Int.random(in: 0..<problem.choiceCount, using: &random)
        for choice in 0..<problem.choiceCount where choice != pinned {
          problem.choiceCosts[module * problem.choiceCount + choice] = forbidden
        }
        if problem.choiceCosts[module * problem.choiceCount + pinned] == forbidden {
          problem.choiceCosts[module * problem.choiceCount + pinned] = 0
        }
      }
      problem.today[module] = Int32.random(in: -1...Int32(owners), using: &random)
    }
    for _ in 0..<Int.random(in: 0...(2 * count), using: &random) {
      problem.couplingSources.append(Int32.random(in: 0..<Int32(count), using: &random))
      problem.couplingTargets.append(Int32.random(in: 0..<Int32(count), using: &random))
      for _ in 0..<owners {
        problem.crossingCosts.append(
          forbidsSome && random.once(in: 8) ? forbidden : cost(&random))
      }
    }
    if random.once(in: 2) {
      problem.tieOrder = (0..<Int32(count)).shuffled(using: &random)
    }
    return problem
  }
}
