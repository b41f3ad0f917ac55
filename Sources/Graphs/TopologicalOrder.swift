/// Puts the nodes of a graph in an order in which every edge leads from an earlier to a later node.
///
/// The rule for ties is first in, first out. The nodes without incoming edges come first, by
/// ascending index; then every node in the order in which it became free, that is, in which the
/// last of its incoming edges was reached when the outgoing edges of the nodes already placed are
/// read in order.
///
/// - Parameter graph: any graph; parallel edges are legal.
/// - Returns: every node exactly once.
/// - Throws: ``CycleError`` with one whole cycle if the graph has any. It is a shortest cycle of the
///   graph if the cyclic part is small: if V′ · E′ is at most 50,000,000, where V′ nodes and E′
///   edges lie on cycles. In a larger one it is the shortest cycle through a limited set of nodes,
///   the same for the same graph every time: cyclic components are searched from the smallest to
///   the largest, each in breadth-first order from its smallest node, until 10,000,000 edges have
///   been looked at.
/// - Complexity: O(V + E) time and space for a graph without cycles. To name a cycle,
///   O(V log V + E + min(V′ · E′, 50,000,000)) time and O(V + E) space.
/// - Source: A. B. Kahn, "Topological sorting of large networks", *Communications of the ACM* 5
///   (1962) 558–562, doi:10.1145/368996.369025.
public func topologicalOrder(of graph: DirectedGraph) throws(CycleError) -> [Int32] {
  let order = freeOrder(
    nodeCount: graph.nodeCount, targets: graph.targets, offsets: graph.outgoing.offsets,
    neighbours: graph.outgoing.neighbours)
  guard order.count < graph.nodeCount else { return order }
  guard let cycle = shortestCycle(in: graph) else {
    preconditionFailure("nodes never became free, but there is no cycle")
  }
  throw cycle
}

/// The same order for edges in parallel arrays, without building a graph unless there is a cycle to
/// name: half the work for a caller that needs nothing else.
///
/// - Precondition: `sources` and `targets` are as long as each other and in `0..<nodeCount`.
/// - Throws: ``CycleError``, as for a graph.
/// - Complexity: as for a graph.
package func topologicalOrder(
  nodeCount: Int, sources: [Int32], targets: [Int32]
) throws(CycleError) -> [Int32] {
  var offsets = [Int32](repeating: 0, count: nodeCount + 1)
  for source in sources { offsets[Int(source) + 1] += 1 }
  for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
  var next = offsets
  var neighbours = [Int32](repeating: 0, count: sources.count)
  for edge in sources.indices {
    let source = Int(sources[edge])
    neighbours[Int(next[source])] = targets[edge]
    next[source] += 1
  }
  let order = freeOrder(
    nodeCount: nodeCount, targets: targets, offsets: offsets, neighbours: neighbours)
  if order.count == nodeCount { return order }
  return try topologicalOrder(
    of: DirectedGraph(nodeCount: nodeCount, sources: sources, targets: targets))
}

/// The nodes in the order in which they become free; nodes on or behind a cycle never do.
private func freeOrder(
  nodeCount: Int, targets: [Int32], offsets: [Int32], neighbours: [Int32]
) -> [Int32] {
  var waitingFor = [Int32](repeating: 0, count: nodeCount)
  for target in targets { waitingFor[Int(target)] += 1 }
  // The order is its own queue: nodes before `head` are placed, those after it are free.
  var order: [Int32] = []
  order.reserveCapacity(nodeCount)
  for node in 0..<nodeCount where waitingFor[node] == 0 {
    order.append(Int32(node))
  }
  var head = 0
  while head < order.count {
    let node = Int(order[head])
    for position in Int(offsets[node])..<Int(offsets[node + 1]) {
      let successor = neighbours[position]
      let left = waitingFor[Int(successor)] - 1
      waitingFor[Int(successor)] = left
      if left == 0 { order.append(successor) }
    }
    head += 1
  }
  return order
}
