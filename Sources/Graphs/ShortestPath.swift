/// Finds a path with the fewest edges from one node to another.
///
/// Of several such paths it is the one breadth-first search finds first: a node is entered from the
/// node that was discovered earliest, and nodes are discovered in the order of the edges. The same
/// graph always gives the same path.
///
/// - Parameters:
///   - source: the node to start at, in `0..<nodeCount`.
///   - target: the node to end at, in `0..<nodeCount`.
///   - graph: any graph.
/// - Returns: the nodes of the path with both ends, just `[source]` if the ends are the same node,
///   or nil if there is no path.
/// - Complexity: O(V + E) time, O(V) space; not recursive.
/// - Source: E. F. Moore, "The shortest path through a maze", *Proceedings of the International
///   Symposium on the Theory of Switching* (1959), part II, 285–292.
public func shortestPath(
  from source: Int32, to target: Int32, in graph: DirectedGraph
) -> [Int32]? {
  precondition(
    target >= 0 && target < graph.nodeCount, "no node \(target) among \(graph.nodeCount) nodes")
  let outgoing = graph.outgoing
  let undiscovered: Int32 = -1
  var cameFrom = [Int32](repeating: undiscovered, count: graph.nodeCount)
  cameFrom[Int(source)] = source
  var queue = [source]
  var head = 0
  while head < queue.count, cameFrom[Int(target)] == undiscovered {
    let node = queue[head]
    for position in outgoing.positions(of: node) {
      let successor = outgoing.neighbours[position]
      if cameFrom[Int(successor)] == undiscovered {
        cameFrom[Int(successor)] = node
        queue.append(successor)
      }
    }
    head += 1
  }
  guard cameFrom[Int(target)] != undiscovered else { return nil }

  var path = [target]
  var node = target
  while node != source {
    node = cameFrom[Int(node)]
    path.append(node)
  }
  path.reverse()
  return path
}
