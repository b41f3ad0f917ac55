/// Marks every node that can be reached from any of the given nodes along the edges.
///
/// A given node reaches itself, by the path without edges.
///
/// - Parameters:
///   - sources: the nodes to start at, each in `0..<nodeCount`, in any order and possibly repeated.
///   - graph: any graph.
/// - Returns: one flag per node.
/// - Complexity: O(V + E + S) time for S sources, O(V) space; not recursive.
/// - Source: breadth-first search; E. F. Moore, "The shortest path through a maze", *Proceedings of
///   the International Symposium on the Theory of Switching* (1959), part II, 285–292.
public func reachable(from sources: some Sequence<Int32>, in graph: DirectedGraph) -> [Bool] {
  var isReached = [Bool](repeating: false, count: graph.nodeCount)
  var queue: [Int32] = []
  for source in sources where !isReached[Int(source)] {
    isReached[Int(source)] = true
    queue.append(source)
  }
  spread(from: &queue, to: &isReached, in: graph)
  return isReached
}

/// Marks every node from which any of the given nodes can be reached along the edges.
///
/// A given node reaches itself, by the path without edges.
///
/// - Parameters:
///   - targets: the nodes to end at, each in `0..<nodeCount`, in any order and possibly repeated.
///   - graph: any graph.
/// - Returns: one flag per node.
/// - Complexity: O(V + E + T) time for T targets, O(V) space; not recursive.
/// - Source: ``reachable(from:in:)`` in the reversed graph.
public func canReach(_ targets: some Sequence<Int32>, in graph: DirectedGraph) -> [Bool] {
  reachable(from: targets, in: graph.reversed())
}

/// Marks what the nodes of the queue reach. Apart from its caller so that it is not generic: the
/// search over the whole graph is compiled once, whatever the sequence of sources is.
private func spread(
  from queue: inout [Int32], to isReached: inout [Bool], in graph: DirectedGraph
) {
  let outgoing = graph.outgoing
  var head = 0
  while head < queue.count {
    for position in outgoing.positions(of: queue[head]) {
      let successor = outgoing.neighbours[position]
      if !isReached[Int(successor)] {
        isReached[Int(successor)] = true
        queue.append(successor)
      }
    }
    head += 1
  }
}
