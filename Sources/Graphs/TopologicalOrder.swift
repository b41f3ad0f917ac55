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
  let nodeCount = graph.nodeCount
  let outgoing = graph.outgoing
  let incomingOffsets = graph.incoming.offsets

  var waitingFor = [Int32](repeating: 0, count: nodeCount)
  // The order is its own queue: nodes before `head` are placed, those after it are free.
  var order: [Int32] = []
  order.reserveCapacity(nodeCount)
  for node in 0..<nodeCount {
    waitingFor[node] = incomingOffsets[node + 1] - incomingOffsets[node]
    if waitingFor[node] == 0 {
      order.append(Int32(node))
    }
  }

  var head = 0
  while head < order.count {
    for position in outgoing.positions(of: order[head]) {
      let successor = outgoing.neighbours[position]
      waitingFor[Int(successor)] -= 1
      if waitingFor[Int(successor)] == 0 {
        order.append(successor)
      }
    }
    head += 1
  }

  guard order.count < nodeCount else { return order }
  guard let cycle = shortestCycle(in: graph) else {
    preconditionFailure("\(nodeCount - order.count) nodes never became free, but there is no cycle")
  }
  throw cycle
}
