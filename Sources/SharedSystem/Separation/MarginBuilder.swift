import Graphs

/// Makes margins from the separations that forced choices lead to: what differs, and which couplings
/// decide.
struct MarginBuilder: Sendable {
  /// What forcing a module to a choice leads to.
  struct Forced {
    var choice: Int32
    /// In thousandths of a person-month; nil when there is no separation, or none was found.
    var difference: Int64?
    var isExact = true
    /// All modules that change, with their choices.
    var changes: [SeparationMargin.Follower] = []
  }

  private let problem: SeparationProblem
  private let choices: [Int32]
  private let couplings: DirectedGraph
  private let limit: Int
  /// The choices with an alternative, where they differ; equal to `choices` between calls.
  private var changed: [Int32]

  /// - Parameters:
  ///   - problem: the problem.
  ///   - choices: the separation that is explained.
  ///   - limit: how many deciding couplings are listed.
  init(_ problem: SeparationProblem, choices: [Int32], limit: Int) {
    self.problem = problem
    self.choices = choices
    self.limit = limit
    couplings = DirectedGraph(
      nodeCount: problem.moduleCount, sources: problem.couplingSources,
      targets: problem.couplingTargets)
    changed = choices
  }

  /// The choices of a module that its own costs allow, its present one left out, ascending.
  func otherChoices(of module: Int32) -> [Int32] {
    (0..<Int32(problem.choiceCount)).filter {
      $0 != choices[Int(module)]
        && problem.cost(ofChoice: $0, module: module) != SeparationProblem.forbidden
    }
  }

  /// The margin of a module.
  ///
  /// - Complexity: O(k log k) for the k couplings of the modules that change.
  mutating func margin(of module: Int32, _ forced: [Forced]) -> SeparationMargin {
    var margin = SeparationMargin(
      module: module, choice: choices[Int(module)],
      alternatives: forced.map {
        .init(choice: $0.choice, difference: $0.difference, isExact: $0.isExact)
      },
      cheapest: nil, ownDifference: 0, followers: [], followerDifference: 0,
      decidingCouplings: [], couplingDifference: 0)
    var least = Int64.max
    for (position, one) in forced.enumerated() {
      guard let difference = one.difference, difference < least else { continue }
      least = difference
      margin.cheapest = position
    }
    guard let cheapest = margin.cheapest else { return margin }
    for change in forced[cheapest].changes {
      changed[Int(change.module)] = change.choice
      let difference =
        problem.cost(ofChoice: change.choice, module: change.module)
        - problem.cost(ofChoice: choices[Int(change.module)], module: change.module)
      if change.module == module {
        margin.ownDifference = difference
      } else {
        margin.followers.append(change)
        margin.followerDifference += difference
      }
    }
    margin.followers.sort { $0.module < $1.module }
    addCouplings(to: &margin, of: forced[cheapest].changes)
    for change in forced[cheapest].changes {
      changed[Int(change.module)] = choices[Int(change.module)]
    }
    return margin
  }

  private func addCouplings(
    to margin: inout SeparationMargin, of changes: [SeparationMargin.Follower]
  ) {
    var deciding: [SeparationMargin.DecidingCoupling] = []
    func consider(_ coupling: Int32) {
      let difference = cost(of: coupling, changed) - cost(of: coupling, choices)
      guard difference != 0 else { return }
      margin.couplingDifference += difference
      deciding.append(.init(coupling: coupling, difference: difference))
    }
    for change in changes {
      for coupling in couplings.outgoingEdges(of: change.module) { consider(coupling) }
      for coupling in couplings.incomingEdges(of: change.module) {
        let source = Int(couplings.source(ofEdge: coupling))
        // Those between two modules that change are considered at their source.
        if changed[source] == choices[source] { consider(coupling) }
      }
    }
    deciding.sort {
      (abs($1.difference), $0.coupling) < (abs($0.difference), $1.coupling)
    }
    margin.decidingCouplings = Array(deciding.prefix(limit))
  }

  private func cost(of coupling: Int32, _ choices: [Int32]) -> Int64 {
    let source = choices[Int(couplings.source(ofEdge: coupling))]
    let target = choices[Int(couplings.target(ofEdge: coupling))]
    guard source != target else { return 0 }
    return (0..<problem.ownerCount).reduce(0) { sum, owner in
      problem.crosses(owner: owner, sourceChoice: source, targetChoice: target)
        ? sum + problem.cost(ofCrossing: coupling, owner: owner) : sum
    }
  }
}
