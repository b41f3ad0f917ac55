/// Finds a smallest set of cuttable edges without which no path leads from one node to another.
///
/// By the theorem of Menger as many paths lead from `source` to `target` of which no two share a
/// cuttable edge: the size of the set is also the number of such paths.
///
/// - Parameters:
///   - graph: any graph.
///   - source: where paths begin.
///   - target: where paths end.
///   - isCuttable: by edge, whether it may be in the set.
///   - limit: larger sets are not looked for.
/// - Returns: the edges, ascending, empty when there is no path at all; nil when some path has no
///   cuttable edge, or when the set has more than `limit` edges.
/// - Complexity: O((set + 1) · (V + E)) time, O(V + E) space; not recursive.
/// - Source: L. R. Ford and D. R. Fulkerson, "Maximal flow through a network", *Canadian Journal of
///   Mathematics* 8 (1956), 399–404, with unit capacities.
public func smallestEdgeCut(
  in graph: DirectedGraph, from source: Int32, to target: Int32, isCuttable: [Bool],
  limit: Int = Int.max
) -> [Int32]? {
  precondition(isCuttable.count == graph.edgeCount, "one flag for each edge")
  var flow = EdgeFlow(graph, isCuttable: isCuttable)
  if flow.findPath(from: source, to: target, alongCuttable: false) { return nil }
  var paths = 0
  while flow.findPath(from: source, to: target, alongCuttable: true) {
    paths += 1
    if paths > limit { return nil }
    flow.sendOne(from: source, to: target)
  }
  return flow.cut
}

/// Flow that carries at most one unit over a cuttable edge and any amount over the others.
private struct EdgeFlow {
  private let graph: DirectedGraph
  private let isCuttable: [Bool]
  private var amount: [Int32]
  /// By node of the last search, how it was reached: the edge, or minus one minus the edge against
  /// its direction.
  private var reachedBy: [Int32?]
  private var isReached: [Bool]

  init(_ graph: DirectedGraph, isCuttable: [Bool]) {
    self.graph = graph
    self.isCuttable = isCuttable
    amount = Array(repeating: 0, count: graph.edgeCount)
    reachedBy = Array(repeating: nil, count: graph.nodeCount)
    isReached = Array(repeating: false, count: graph.nodeCount)
  }

  /// Searches for a path that can carry one more unit.
  mutating func findPath(from source: Int32, to target: Int32, alongCuttable: Bool) -> Bool {
    for node in isReached.indices {
      isReached[node] = false
      reachedBy[node] = nil
    }
    isReached[Int(source)] = true
    var queue = [source]
    var head = 0
    while head < queue.count, !isReached[Int(target)] {
      let node = queue[head]
      head += 1
      for edge in graph.outgoingEdges(of: node)
      where !isCuttable[Int(edge)] || alongCuttable && amount[Int(edge)] == 0 {
        reach(graph.target(ofEdge: edge), edge, &queue)
      }
      for edge in graph.incomingEdges(of: node) where amount[Int(edge)] > 0 {
        reach(graph.source(ofEdge: edge), -1 - edge, &queue)
      }
    }
    return isReached[Int(target)]
  }

  private mutating func reach(_ node: Int32, _ edge: Int32, _ queue: inout [Int32]) {
    guard !isReached[Int(node)] else { return }
    isReached[Int(node)] = true
    reachedBy[Int(node)] = edge
    queue.append(node)
  }

  /// Sends one unit along the path of the last search.
  mutating func sendOne(from source: Int32, to target: Int32) {
    var node = target
    while node != source, let edge = reachedBy[Int(node)] {
      if edge >= 0 {
        amount[Int(edge)] += 1
        node = graph.source(ofEdge: edge)
      } else {
        amount[Int(-1 - edge)] -= 1
        node = graph.target(ofEdge: -1 - edge)
      }
    }
  }

  /// The full edges that leave what the last search reached.
  var cut: [Int32] {
    (0..<Int32(graph.edgeCount)).filter {
      isReached[Int(graph.source(ofEdge: $0))] && !isReached[Int(graph.target(ofEdge: $0))]
    }
  }
}
