import Graphs

/// Improves a separation by expansion moves: for one choice after the other, every module keeps what
/// it has or takes that choice, as is cheapest; until no move helps.
///
/// Crossing costs obey V(x, z) ≤ V(x, y) + V(y, z), since who holds under x and not under z either
/// holds under y and not under z, or under x and not under y. So each move is one minimum cut.
///
/// - Complexity: a maximum flow with a node per module and an edge per coupling for each move.
/// - Source: Y. Boykov, O. Veksler, R. Zabih, "Fast approximate energy minimization via graph cuts",
///   *IEEE Transactions on Pattern Analysis and Machine Intelligence* 23 (2001), 1222–1239,
///   doi:10.1109/34.969114.
struct ExpansionMoves {
  private let problem: SeparationProblem
  private let costs: ExactCosts
  private let isLeft: [Bool]

  init(_ domains: ChoiceDomains, _ costs: ExactCosts) {
    problem = domains.problem
    self.costs = costs
    isLeft = domains.isLeft
  }

  /// Improves choices that contain nothing forbidden.
  ///
  /// - Returns: what they cost then, with moves.
  func improve(_ choices: inout [Int32]) -> Int64 {
    var cost = costs.total(of: choices, in: problem)
    var unchanged = 0
    var choice: Int32 = 0
    while unchanged < problem.choiceCount {
      var expanded = choices
      expand(&expanded, choice)
      let other = costs.total(of: expanded, in: problem)
      if other < cost {
        cost = other
        choices = expanded
        unchanged = 1
      } else {
        unchanged += 1
      }
      choice = (choice + 1) % Int32(problem.choiceCount)
    }
    return cost
  }

  /// The cheapest expansion of a choice.
  private func expand(_ choices: inout [Int32], _ choice: Int32) {
    let count = problem.choiceCount
    // Modules that may change; for the others the variable is 0: they keep what they have.
    var nodes = [Int32](repeating: -1, count: choices.count)
    var modules: [Int32] = []
    for module in choices.indices
    where choices[module] != choice && isLeft[module * count + Int(choice)] {
      nodes[module] = Int32(modules.count)
      modules.append(Int32(module))
    }
    guard !modules.isEmpty else { return }
    var terms = modules.map { module in
      costs.choice[Int(module) * count + Int(choice)]
        - costs.choice[Int(module) * count + Int(choices[Int(module)])]
    }
    var (sources, targets, capacities) = ([Int32](), [Int32](), [Int64]())
    func add(_ source: Int32, _ target: Int32, _ capacity: Int64) {
      guard capacity > 0 else { return }
      sources.append(source)
      targets.append(target)
      capacities.append(capacity == ExactCosts.forbidden ? ExactCosts.infinite : capacity)
    }
    let sink = Int32(modules.count)
    for coupling in 0..<problem.couplingCount {
      let (user, used) = (
        Int(problem.couplingSources[coupling]), Int(problem.couplingTargets[coupling])
      )
      let (one, other) = (nodes[user], nodes[used])
      guard user != used, one >= 0 || other >= 0 else { continue }
      func cost(_ source: Int32, _ target: Int32) -> Int64 {
        costs.crossingCost(coupling, source, target, in: problem)
      }
      let kept = cost(choices[user], choices[used])
      let userMoves = cost(choice, choices[used])
      let usedMoves = cost(choices[user], choice)
      if other < 0 {
        if userMoves == ExactCosts.forbidden {
          add(one, sink, userMoves)
        } else {
          terms[Int(one)] += userMoves - kept
        }
      } else if one < 0 {
        if usedMoves == ExactCosts.forbidden {
          add(other, sink, usedMoves)
        } else {
          terms[Int(other)] += usedMoves - kept
        }
      } else {
        // What is forbidden becomes an arc; in the terms stands the least that keeps them in order.
        let isForbidden = (
          user: userMoves == ExactCosts.forbidden, used: usedMoves == ExactCosts.forbidden
        )
        if isForbidden.user { add(one, other, ExactCosts.forbidden) }
        if isForbidden.used { add(other, one, ExactCosts.forbidden) }
        let finiteUsed = isForbidden.used ? 0 : usedMoves
        let finiteUser = isForbidden.user ? max(0, kept - finiteUsed) : userMoves
        let rest = isForbidden.used ? max(0, kept - finiteUser) : finiteUsed
        terms[Int(one)] += finiteUser - kept
        terms[Int(other)] -= finiteUser
        add(other, one, rest + finiteUser - kept)
      }
    }
    for node in terms.indices {
      add(Int32(node), sink, terms[node])
      add(sink + 1, Int32(node), -terms[node])
    }
    let graph = DirectedGraph(
      nodeCount: modules.count + 2, sources: sources, targets: targets)
    let cut = MaximumFlow(in: graph, capacities: capacities, from: sink + 1, to: sink).minimumCut
    for (node, module) in modules.enumerated() where cut.isOnSourceSide[node] {
      choices[Int(module)] = choice
    }
  }
}
