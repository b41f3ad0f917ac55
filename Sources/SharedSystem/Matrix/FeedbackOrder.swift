package import Graphs

/// An order of a graph's nodes in which few edges lead backwards.
///
/// The smallest number is NP-hard to find. A greedy choice gives fewer than E/2 − V/6 on a simple
/// graph: sinks go to the end, sources to the front, and failing both the node with the most edges
/// out over those in. Then each node is moved to where it does best, until none can be. Ties go to
/// the lower number, so the order is the same on every run.
///
/// - Parameter graph: any graph; a self loop counts on neither side, parallel edges count each.
/// - Returns: all nodes.
/// - Complexity: O(E log E) time, O(V + E) space for the greedy order; up to 1,000 nodes are moved,
///   in O(E log E + V²) a round and at most ten rounds.
/// - Source: P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the feedback arc set
///   problem", *Information Processing Letters* 47 (1993) 319–323,
///   doi:10.1016/0020-0190(93)90079-O.
package func orderWithLittleFeedback(of graph: DirectedGraph) -> [Int32] {
  var greedy = GreedyOrder(graph)
  let order = greedy.order()
  guard order.count > 2, order.count <= 1_000 else { return order }
  var sifting = Sifting(graph, order)
  return sifting.settled()
}

/// The greedy order in the making.
private struct GreedyOrder {
  /// A node with its surplus of edges out; smallest first means the greatest surplus first.
  private struct Candidate: Comparable {
    let deficit: Int
    let node: Int32

    static func < (first: Candidate, second: Candidate) -> Bool {
      (first.deficit, first.node) < (second.deficit, second.node)
    }
  }

  private let graph: DirectedGraph
  private var outCount: [Int]
  private var inCount: [Int]
  private var isPlaced: [Bool]
  private var candidates = MinimumHeap<Candidate>()
  private var sinks: [Int32] = []
  private var sources: [Int32] = []
  private var front: [Int32] = []
  private var back: [Int32] = []

  init(_ graph: DirectedGraph) {
    self.graph = graph
    let nodes = 0..<Int32(graph.nodeCount)
    outCount = nodes.map { node in graph.successors(of: node).count { $0 != node } }
    inCount = nodes.map { node in graph.predecessors(of: node).count { $0 != node } }
    isPlaced = Array(repeating: false, count: graph.nodeCount)
    for node in nodes { file(node) }
  }

  mutating func order() -> [Int32] {
    var nextSink = 0
    var nextSource = 0
    while front.count + back.count < graph.nodeCount {
      if nextSink < sinks.count {
        let node = sinks[nextSink]
        nextSink += 1
        if place(node) { back.append(node) }
      } else if nextSource < sources.count {
        let node = sources[nextSource]
        nextSource += 1
        if place(node) { front.append(node) }
      } else if let candidate = candidates.removeFirst() {
        let node = candidate.node
        // Counts have gone down since: the node was filed again with its new surplus.
        let isCurrent = candidate.deficit == inCount[Int(node)] - outCount[Int(node)]
        if isCurrent, place(node) { front.append(node) }
      }
    }
    return front + back.reversed()
  }

  private mutating func file(_ node: Int32) {
    let index = Int(node)
    if outCount[index] == 0 {
      sinks.append(node)
    } else if inCount[index] == 0 {
      sources.append(node)
    } else {
      candidates.insert(Candidate(deficit: inCount[index] - outCount[index], node: node))
    }
  }

  /// Takes a node out of the graph; false when it was taken before.
  private mutating func place(_ node: Int32) -> Bool {
    guard !isPlaced[Int(node)] else { return false }
    isPlaced[Int(node)] = true
    for successor in graph.successors(of: node) where !isPlaced[Int(successor)] {
      inCount[Int(successor)] -= 1
      file(successor)
    }
    for predecessor in graph.predecessors(of: node) where !isPlaced[Int(predecessor)] {
      outCount[Int(predecessor)] -= 1
      file(predecessor)
    }
    return true
  }
}

/// An order that is made better by moving one node at a time.
private struct Sifting {
  private let graph: DirectedGraph
  private var order: [Int32]
  private var places: [Int]

  init(_ graph: DirectedGraph, _ order: [Int32]) {
    self.graph = graph
    self.order = order
    places = Array(repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[Int(node)] = place }
  }

  mutating func settled() -> [Int32] {
    for _ in 0..<10 {
      var hasMoved = false
      for node in 0..<Int32(graph.nodeCount) where move(node) { hasMoved = true }
      if !hasMoved { break }
    }
    return order
  }

  /// Moves a node to where the fewest of its edges lead backwards; false when it stands there.
  private mutating func move(_ node: Int32) -> Bool {
    let current = places[Int(node)]
    // Places among the others, as if the node were not there.
    func place(_ other: Int32) -> Int {
      places[Int(other)] - (places[Int(other)] > current ? 1 : 0)
    }
    var passed = graph.successors(of: node).filter { $0 != node }.map { (place($0), 1) }
    let predecessors = graph.predecessors(of: node).filter { $0 != node }
    passed += predecessors.map { (place($0), -1) }
    passed.sort { $0.0 < $1.0 }
    var cost = predecessors.count
    var costHere = cost
    var best = (cost: cost, place: 0)
    for (place, change) in passed {
      cost += change
      if place < current { costHere = cost }
      if cost < best.cost { best = (cost, place + 1) }
    }
    guard best.cost < costHere else { return false }
    order.remove(at: current)
    order.insert(node, at: best.place)
    for index in min(current, best.place)...max(current, best.place) {
      places[Int(order[index])] = index
    }
    return true
  }
}
