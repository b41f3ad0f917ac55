import Graphs

/// A lower bound for three and more owners: prices on holding let every owner decide alone.
///
/// With a price λ for each owner and module, the choices pay their costs less the prices of those
/// who hold, and each owner pays the prices of what it holds and its crossings, which is a minimum
/// cut. The sum is a lower bound for any prices; they follow what owners and choices disagree about.
/// The flows of the cuts are the certificate.
///
/// - Complexity: a maximum flow with a node per module and an edge per coupling for each owner and
///   round.
/// - Source: M. Held, P. Wolfe and H. P. Crowder, "Validation of subgradient optimization",
///   *Mathematical Programming* 6 (1974), 62–88, doi:10.1007/BF01580223.
struct OwnerBound {
  private let problem: SeparationProblem
  private let costs: ExactCosts
  private let domains: ChoiceDomains
  private let graph: DirectedGraph
  private var flow: MaximumFlow
  /// Prices, `ownerCount` entries per module.
  private var prices: [Int64]
  /// No price exceeds this, so that sums stay within bounds.
  private let greatestPrice: Int64
  private var holds: [Bool]
  private var amounts: [Int64]

  /// The best bound so far, with moves, and the amounts that prove it.
  private(set) var bound = Int64.min
  private(set) var bestAmounts: [Int64] = []
  /// For each module and choice how much above the bound every separation with that choice costs at
  /// least; at the best bound.
  private(set) var reducedCosts: [Int64] = []
  /// What each module would choose at the present prices.
  private(set) var choices: [Int32]

  init(_ domains: ChoiceDomains, _ costs: ExactCosts) {
    problem = domains.problem
    self.domains = domains
    self.costs = costs
    let count = problem.moduleCount
    let (source, sink) = (Int32(count), Int32(count) + 1)
    graph = DirectedGraph(
      nodeCount: count + 2,
      sources: problem.couplingSources + (0..<Int32(count))
        + Array(repeating: source, count: count),
      targets: problem.couplingTargets + Array(repeating: sink, count: count)
        + (0..<Int32(count)))
    flow = MaximumFlow(
      in: graph, capacities: Array(repeating: 0, count: graph.edgeCount), from: source, to: sink)
    prices = Array(repeating: 0, count: count * problem.ownerCount)
    holds = Array(repeating: false, count: prices.count)
    amounts = Array(repeating: 0, count: problem.crossingCosts.count)
    greatestPrice = ExactCosts.limit / Int64(max(1, count))
    choices = Array(repeating: 0, count: count)
  }

  /// Evaluates the present prices.
  private mutating func evaluate() {
    for owner in 0..<problem.ownerCount { cut(owner) }
    // The certificate's own bound is at least that of the prices.
    var net = [Int64](repeating: 0, count: prices.count)
    for place in amounts.indices {
      let (coupling, owner) = place.quotientAndRemainder(dividingBy: problem.ownerCount)
      net[Int(problem.couplingSources[coupling]) * problem.ownerCount + owner] += amounts[place]
      net[Int(problem.couplingTargets[coupling]) * problem.ownerCount + owner] -= amounts[place]
    }
    var sum: Int64 = 0
    var reduced = [Int64](repeating: Int64.max, count: problem.choiceCosts.count)
    for module in 0..<problem.moduleCount {
      let first = module * problem.choiceCount
      var least = Int64.max
      var cheapest = Int64.max
      for choice in domains.choices(of: Int32(module)) {
        var value = costs.choice[first + Int(choice)]
        var priced = value
        for owner in 0..<problem.ownerCount where problem.holds(owner: owner, choice: choice) {
          value += net[module * problem.ownerCount + owner]
          priced -= prices[module * problem.ownerCount + owner]
        }
        reduced[first + Int(choice)] = value
        least = min(least, value)
        if priced < cheapest {
          cheapest = priced
          choices[module] = choice
        }
      }
      for choice in 0..<problem.choiceCount where reduced[first + choice] != Int64.max {
        reduced[first + choice] -= least
      }
      sum += least
    }
    guard sum > bound else { return }
    bound = sum
    bestAmounts = amounts
    reducedCosts = reduced
  }

  /// What an owner holds at the present prices, and the flow that shows it.
  private mutating func cut(_ owner: Int) {
    let count = problem.moduleCount
    var capacities = [Int64](repeating: 0, count: graph.edgeCount)
    for coupling in 0..<problem.couplingCount {
      let cost = costs.crossing[coupling * problem.ownerCount + owner]
      capacities[coupling] = cost == ExactCosts.forbidden ? ExactCosts.limit : cost
    }
    for module in 0..<count {
      let price = prices[module * problem.ownerCount + owner]
      capacities[problem.couplingCount + module] = max(0, price)
      capacities[problem.couplingCount + count + module] = max(0, -price)
    }
    flow.solve(capacities: capacities)
    let side = flow.minimumCut.isOnSourceSide
    for module in 0..<count { holds[module * problem.ownerCount + owner] = side[module] }
    for coupling in 0..<problem.couplingCount {
      amounts[coupling * problem.ownerCount + owner] = flow.flow(onEdge: Int32(coupling))
    }
  }

  /// Raises the bound.
  ///
  /// - Parameters:
  ///   - rounds: how often prices change.
  ///   - target: what a separation costs that is known, with moves: it is enough to come there.
  ///   - visit: what each round's choices are handed to; it returns the target from then on.
  mutating func raise(rounds: Int, target: Int64, visit: ([Int32], Int) -> Int64) {
    var target = target
    // Twice the gap at first, halved while nothing is won.
    var share: Int64 = 128
    var patience = 0
    for round in 0..<rounds {
      let before = bound
      evaluate()
      target = visit(choices, round)
      if bound >= target { return }
      patience = bound > before ? 0 : patience + 1
      if patience == 6 {
        share = max(1, share / 2)
        patience = 0
      }
      let disagreements = disagreements
      if disagreements.isEmpty { return }
      let step = max(1, (target - bound) / 64 * share / Int64(disagreements.count))
      for place in disagreements {
        let price = prices[place] + (holds[place] ? step : -step)
        prices[place] = min(max(price, -greatestPrice), greatestPrice)
      }
    }
  }

  /// The prices about which an owner and a module's choice disagree.
  private var disagreements: [Int] {
    holds.indices.filter { place in
      let (module, owner) = place.quotientAndRemainder(dividingBy: problem.ownerCount)
      return holds[place] != problem.holds(owner: owner, choice: choices[module])
    }
  }
}
