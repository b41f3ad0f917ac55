import Graphs

/// What two owners must and must not hold, whatever it costs: the infinite capacities of the cut.
///
/// Two statements per module `i`: number `2i` says "the first owner holds an instance", `2i + 1`
/// "the second owner holds none". An arc says that one statement demands another. The node `first`
/// is what always holds, `last` what never does.
struct HolderDemands: Sendable {
  /// For each statement 1 when it holds in every separation, 0 when in none, else −1.
  let decided: [Int8]

  /// Follows the demands of a problem with two owners.
  ///
  /// - Throws: ``SeparationError/contradiction(_:)`` with a chain that passes fewest couplings.
  /// - Complexity: O(modules + couplings) time and space.
  init(_ problem: SeparationProblem) throws(SeparationError) {
    let graph = DemandGraph(problem)
    var decided = [Int8](repeating: -1, count: 2 * problem.moduleCount + 2)
    Self.mark(&decided, from: graph.first, as: 1) { graph.graph.successors(of: $0) }
    if decided[Int(graph.last)] == 1 {
      throw .contradiction(graph.shortestConflict)
    }
    Self.mark(&decided, from: graph.last, as: 0) { graph.graph.predecessors(of: $0) }
    self.decided = decided
  }

  private static func mark(
    _ decided: inout [Int8], from start: Int32, as value: Int8,
    neighbours: (Int32) -> ArraySlice<Int32>
  ) {
    decided[Int(start)] = value
    var queue = [start]
    var head = 0
    while head < queue.count {
      for next in neighbours(queue[head]) where decided[Int(next)] != value {
        decided[Int(next)] = value
        queue.append(next)
      }
      head += 1
    }
  }
}

/// The demands of two owners as a graph of statements.
private struct DemandGraph {
  /// What an arc stands for.
  private enum Kind {
    case choices
    case nobodyElse
    case coupling(Int32)
  }

  let graph: DirectedGraph
  let first: Int32
  let last: Int32
  private let kinds: [Kind]

  init(_ problem: SeparationProblem) {
    let first = Int32(2 * problem.moduleCount)
    let last = first + 1
    var sources: [Int32] = []
    var targets: [Int32] = []
    var kinds: [Kind] = []
    func add(_ source: Int32, _ target: Int32, _ kind: Kind) {
      sources.append(source)
      targets.append(target)
      kinds.append(kind)
    }
    for module in 0..<Int32(problem.moduleCount) {
      let holds = 2 * module
      let lacks = holds + 1
      func isForbidden(_ choice: Int32) -> Bool {
        problem.cost(ofChoice: choice, module: module) == SeparationProblem.forbidden
      }
      add(lacks, holds, .nobodyElse)
      if isForbidden(1) { add(first, holds, .choices) }
      if isForbidden(0) { add(lacks, last, .choices) }
      if isForbidden(2) { add(holds, lacks, .choices) }
    }
    for coupling in 0..<Int32(problem.couplingCount) {
      let source = problem.couplingSources[Int(coupling)]
      let target = problem.couplingTargets[Int(coupling)]
      guard source != target else { continue }
      if problem.cost(ofCrossing: coupling, owner: 0) == SeparationProblem.forbidden {
        add(2 * source, 2 * target, .coupling(coupling))
      }
      if problem.cost(ofCrossing: coupling, owner: 1) == SeparationProblem.forbidden {
        add(2 * target + 1, 2 * source + 1, .coupling(coupling))
      }
    }
    graph = DirectedGraph(
      nodeCount: 2 * problem.moduleCount + 2, sources: sources, targets: targets)
    self.first = first
    self.last = last
    self.kinds = kinds
  }

  /// A path from what always holds to what never does, with fewest couplings: level by level, where
  /// only couplings lead to the next.
  var shortestConflict: SeparationConflict {
    var reachedBy = [Int32](repeating: -1, count: graph.nodeCount)
    var isDone = [Bool](repeating: false, count: graph.nodeCount)
    var level = [(node: first, arc: Int32(-1))]
    while !level.isEmpty, !isDone[Int(last)] {
      var next: [(node: Int32, arc: Int32)] = []
      var head = 0
      while head < level.count {
        let (node, arc) = level[head]
        head += 1
        guard !isDone[Int(node)] else { continue }
        isDone[Int(node)] = true
        reachedBy[Int(node)] = arc
        for edge in graph.outgoingEdges(of: node) {
          let step = (node: graph.target(ofEdge: edge), arc: edge)
          if case .coupling = kinds[Int(edge)] { next.append(step) } else { level.append(step) }
        }
      }
      level = next
    }
    var steps: [SeparationConflict.Step] = []
    var node = last
    while node != first {
      let arc = reachedBy[Int(node)]
      let source = graph.source(ofEdge: arc)
      steps.append(step(from: source, to: node, kinds[Int(arc)]))
      node = source
    }
    return SeparationConflict(steps: steps.reversed())
  }

  private func step(from source: Int32, to target: Int32, _ kind: Kind) -> SeparationConflict.Step {
    let reason: SeparationConflict.Reason =
      switch kind {
      case .choices: .choices
      case .nobodyElse: .nobodyElse
      case .coupling(let coupling): .coupling(coupling)
      }
    // What never holds: that the second owner holds no instance of the module.
    if target == last {
      return .init(module: source / 2, owner: 1, mustHold: true, reason: reason)
    }
    return target % 2 == 0
      ? .init(module: target / 2, owner: 0, mustHold: true, reason: reason)
      : .init(module: target / 2, owner: 1, mustHold: false, reason: reason)
  }
}
