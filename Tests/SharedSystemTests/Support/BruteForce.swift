import SharedSystem

/// The oracle: looks at every separation of a small problem.
struct BruteForce {
  /// The cheapest, of equals the one with fewest moves, of these the first by the order of ties; nil
  /// when there is none.
  private(set) var choices: [Int32]?
  private(set) var cost = Int64.max
  private(set) var moves = 0
  /// The least cost with a module forced to a choice, `choiceCount` entries per module; `Int64.max`
  /// when there is none.
  private(set) var forced: [Int64]

  private let problem: SeparationProblem
  private let order: [Int32]
  private var present: [Int32]
  private var isSet: [Bool]
  /// The couplings of each module.
  private var couplings: [[Int]]

  init(_ problem: SeparationProblem) {
    self.problem = problem
    order =
      problem.tieOrder.isEmpty ? Array(0..<Int32(problem.moduleCount)) : problem.tieOrder
    present = Array(repeating: 0, count: problem.moduleCount)
    isSet = Array(repeating: false, count: problem.moduleCount)
    forced = Array(repeating: Int64.max, count: problem.choiceCosts.count)
    couplings = Array(repeating: [], count: problem.moduleCount)
    for coupling in 0..<problem.couplingCount {
      let source = Int(problem.couplingSources[coupling])
      let target = Int(problem.couplingTargets[coupling])
      couplings[source].append(coupling)
      if source != target { couplings[target].append(coupling) }
    }
    search(depth: 0, cost: 0, moves: 0)
  }

  /// Gives the modules choices in the order of ties, the lowest first: of equals the first is kept.
  private mutating func search(depth: Int, cost: Int64, moves: Int) {
    guard depth < order.count else { return note(cost, moves) }
    let module = Int(order[depth])
    isSet[module] = true
    for choice in 0..<problem.choiceCount {
      let price = problem.choiceCosts[module * problem.choiceCount + choice]
      present[module] = Int32(choice)
      guard price != SeparationProblem.forbidden, let crossing = crossingCost(of: module) else {
        continue
      }
      let isMove = problem.today[module] >= 0 && problem.today[module] != Int32(choice)
      search(depth: depth + 1, cost: cost + price + crossing, moves: moves + (isMove ? 1 : 0))
    }
    isSet[module] = false
  }

  /// What the couplings between a module and those set before cost; nil when one may not cross.
  private func crossingCost(of module: Int) -> Int64? {
    var sum: Int64 = 0
    for coupling in couplings[module] {
      let source = Int(problem.couplingSources[coupling])
      let target = Int(problem.couplingTargets[coupling])
      guard isSet[source], isSet[target] else { continue }
      for owner in 0..<problem.ownerCount {
        let all = Int32(problem.ownerCount)
        let uses = present[source] == all || present[source] == Int32(owner)
        let has = present[target] == all || present[target] == Int32(owner)
        guard uses, !has else { continue }
        let price = problem.crossingCosts[coupling * problem.ownerCount + owner]
        if price == SeparationProblem.forbidden { return nil }
        sum += price
      }
    }
    return sum
  }

  private mutating func note(_ cost: Int64, _ moves: Int) {
    for module in present.indices {
      let place = module * problem.choiceCount + Int(present[module])
      forced[place] = min(forced[place], cost)
    }
    if choices == nil || (cost, moves) < (self.cost, self.moves) {
      choices = present
      self.cost = cost
      self.moves = moves
    }
  }
}
