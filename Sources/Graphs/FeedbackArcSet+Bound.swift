extension CyclicComponent {
  /// The most steps that the search for cycles takes.
  private static let effort = 20_000_000

  /// A lower bound: cycles that share no weight, each of which needs its own share of any set.
  ///
  /// Cycles are taken as they are found, short ones first, and the least weight left on a cycle is
  /// taken off its edges.
  ///
  /// - Parameter weight: that of a known set: it is enough to come there.
  /// - Complexity: at most `effort` steps; O(n + m) space.
  func cyclePacking(upTo weight: Int64) -> Int64 {
    let graph = DirectedGraph(nodeCount: nodeCount, sources: sources, targets: targets)
    var search = CycleSearch(graph, weights: weights, effort: Self.effort)
    var bound: Int64 = 0
    for length in [2, 3, 4, 6, 10, Int(Int32.max)] {
      for edge in 0..<Int32(edges.count) {
        bound += search.takeCycles(over: edge, length: length)
        if search.isExhausted || bound == weight { return bound }
      }
    }
    return bound
  }
}

/// Shortest cycles over an edge among the edges that have weight left.
private struct CycleSearch {
  private let graph: DirectedGraph
  private var left: [Int64]
  private var effort: Int
  private var reachedBy: [Int32]
  private var depth: [Int]
  private var queue: [Int32] = []

  var isExhausted: Bool { effort <= 0 }

  init(_ graph: DirectedGraph, weights: [Int64], effort: Int) {
    self.graph = graph
    left = weights
    self.effort = effort
    reachedBy = Array(repeating: -1, count: graph.nodeCount)
    depth = Array(repeating: -1, count: graph.nodeCount)
  }

  /// Takes the weight of cycles of at most some edges over an edge, until there is none.
  mutating func takeCycles(over edge: Int32, length: Int) -> Int64 {
    var sum: Int64 = 0
    while left[Int(edge)] > 0, !isExhausted,
      findPath(from: graph.target(ofEdge: edge), to: graph.source(ofEdge: edge), length - 1)
    {
      var cycle = [edge]
      var node = graph.source(ofEdge: edge)
      while node != graph.target(ofEdge: edge) {
        let step = reachedBy[Int(node)]
        cycle.append(step)
        node = graph.source(ofEdge: step)
      }
      let least = cycle.reduce(Int64.max) { min($0, left[Int($1)]) }
      for one in cycle { left[Int(one)] -= least }
      sum += least
    }
    return sum
  }

  private mutating func findPath(from start: Int32, to end: Int32, _ length: Int) -> Bool {
    defer {
      for node in queue { depth[Int(node)] = -1 }
    }
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    depth[Int(start)] = 0
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      guard depth[Int(node)] < length else { return false }
      for edge in graph.outgoingEdges(of: node) {
        effort -= 1
        let target = graph.target(ofEdge: edge)
        guard left[Int(edge)] > 0, depth[Int(target)] < 0 else { continue }
        depth[Int(target)] = depth[Int(node)] + 1
        reachedBy[Int(target)] = edge
        queue.append(target)
        if target == end { return true }
      }
    }
    return false
  }
}
