/// Finds a cycle with the fewest edges, within a limit of effort.
///
/// A self loop is a cycle of one edge; of several, the one at the smallest node is returned.
/// Otherwise a breadth-first search runs from each node of a set that every cycle passes, and goes
/// no deeper than the best cycle so far. A node that has been searched from is then left out of the
/// graph: no cycle through it is shorter than the best one.
///
/// - Parameters:
///   - graph: any graph.
///   - effort: the result is a shortest cycle of the whole graph if V′ · E′ does not exceed this,
///     where V′ nodes and E′ edges lie on cycles of two or more nodes. In a larger graph no further
///     search begins once a fifth as many edges have been looked at, because there most of them are
///     not in the processor's cache; the result is often shortest nevertheless.
/// - Returns: a cycle, the same for the same graph and effort every time; nil if there is none.
///   There is always one if the graph is cyclic, because the first search is never refused.
/// - Complexity: O(V log V + E + effort) time, O(V + E) space; not recursive.
/// - Source: breadth-first search from every node; A. Itai and M. Rodeh, "Finding a minimum circuit
///   in a graph", *SIAM Journal on Computing* 7 (1978) 413–423, doi:10.1137/0207033. Confining the
///   search to strongly connected components and to branching nodes, and leaving searched nodes
///   out, are ours.
package func shortestCycle(in graph: DirectedGraph, effort: Int = 50_000_000) -> CycleError? {
  if let node = smallestNodeWithSelfLoop(in: graph) {
    return CycleError(through: [node], in: graph)
  }
  let part = CyclicPart(of: graph)
  let isSmall = part.originalNodes.count * part.successors.count <= effort
  let edgeLimit = isSmall ? Int.max : effort / 5
  var search = CycleSearch(part)
  for start in part.searchStarts {
    search.searchCycle(through: start)
    // Without self loops nothing is shorter than a cycle of two.
    if search.best.count == 2 || search.edgesSeen >= edgeLimit { break }
  }
  guard !search.best.isEmpty else { return nil }
  return CycleError(through: search.best.map { part.originalNodes[Int($0)] }, in: graph)
}

private func smallestNodeWithSelfLoop(in graph: DirectedGraph) -> Int32? {
  var smallest: Int32?
  for edge in 0..<graph.edgeCount where graph.sources[edge] == graph.targets[edge] {
    smallest = min(smallest ?? .max, graph.sources[edge])
  }
  return smallest
}

extension CycleError {
  /// Turns the nodes of a cycle, begun anywhere, into the error that names it.
  fileprivate init(through nodes: [Int32], in graph: DirectedGraph) {
    var first = 0
    for step in nodes.indices where nodes[step] < nodes[first] {
      first = step
    }
    let rotated = Array(nodes[first...] + nodes[..<first])

    var edges: [Int32] = []
    edges.reserveCapacity(rotated.count)
    for step in rotated.indices {
      let end = rotated[step + 1 < rotated.count ? step + 1 : 0]
      for position in graph.outgoing.positions(of: rotated[step])
      where graph.outgoing.neighbours[position] == end {
        edges.append(graph.outgoing.edges[position])
        break
      }
    }
    self.init(nodes: rotated, edges: edges)
  }
}

/// Breadth-first searches on one cyclic part that share their arrays.
private struct CycleSearch {
  /// The nodes of the shortest cycle so far in order; empty as long as none is found.
  var best: [Int32] = []
  /// The edges looked at by all searches together.
  var edgesSeen = 0
  private let part: CyclicPart
  /// The last search that saw each node, counted from 1; `Int32.max` for a node left out.
  private var lastSeen: [Int32]
  private var searchCount: Int32 = 0
  /// The node from which the current search entered each node it has seen.
  private var cameFrom: [Int32]
  private var queue: [Int32] = []

  init(_ part: CyclicPart) {
    self.part = part
    lastSeen = [Int32](repeating: 0, count: part.originalNodes.count)
    cameFrom = lastSeen
  }

  /// Replaces ``best`` by a shortest cycle through a node if that is shorter, then leaves the node
  /// out of later searches.
  mutating func searchCycle(through start: Int32) {
    searchCount += 1
    lastSeen[Int(start)] = .max
    queue.removeAll(keepingCapacity: true)
    queue.append(start)

    var head = 0
    var levelEnd = 1
    // The length of the cycle if an edge from the current level leads back to the start.
    var length = 1
    while head < queue.count {
      if head == levelEnd {
        levelEnd = queue.count
        length += 1
      }
      if !best.isEmpty, length >= best.count { return }
      let node = queue[head]
      let positions = Int(part.offsets[Int(node)])..<Int(part.offsets[Int(node) + 1])
      edgesSeen += positions.count
      for position in positions {
        let successor = part.successors[position]
        if successor == start {
          best = path(from: start, to: node)
          return
        }
        if lastSeen[Int(successor)] < searchCount {
          lastSeen[Int(successor)] = searchCount
          cameFrom[Int(successor)] = node
          queue.append(successor)
        }
      }
      head += 1
    }
  }

  private func path(from start: Int32, to end: Int32) -> [Int32] {
    var nodes = [end]
    var node = end
    while node != start {
      node = cameFrom[Int(node)]
      nodes.append(node)
    }
    nodes.reverse()
    return nodes
  }
}
