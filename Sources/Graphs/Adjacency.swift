/// One direction of a graph's edges in compressed sparse rows (CSR): the edges of node `n` are the
/// positions `offsets[n]..<offsets[n + 1]` of the two other arrays.
///
/// This is storage for loops that cannot afford a slice per node; it does not know which direction
/// it holds. Everyone else asks ``DirectedGraph``.
package struct Adjacency: Sendable {
  /// Where each node's positions start; one entry more than there are nodes.
  package let offsets: [Int32]
  /// The node at the far end of the edge at each position.
  package let neighbours: [Int32]
  /// The edge at each position, as an index into the arrays the graph was built from.
  package let edges: [Int32]

  /// Groups edges by their near end, keeping the input order within a group.
  ///
  /// - Parameters:
  ///   - nodeCount: number of nodes.
  ///   - nearEnds: for each edge, the node it is filed under, in `0..<nodeCount`.
  ///   - farEnds: for each edge, the node at its other end.
  /// - Complexity: O(V + E) time and space.
  /// - Source: counting sort; Cormen, Leiserson, Rivest, Stein, *Introduction to Algorithms*,
  ///   section 8.2.
  init(nodeCount: Int, nearEnds: [Int32], farEnds: [Int32]) {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for node in nearEnds {
      offsets[Int(node) + 1] += 1
    }
    for node in 0..<nodeCount {
      offsets[node + 1] += offsets[node]
    }

    var next = offsets
    var neighbours = [Int32](repeating: 0, count: nearEnds.count)
    var edges = neighbours
    for edge in nearEnds.indices {
      let node = Int(nearEnds[edge])
      let position = Int(next[node])
      next[node] += 1
      neighbours[position] = farEnds[edge]
      edges[position] = Int32(edge)
    }

    self.offsets = offsets
    self.neighbours = neighbours
    self.edges = edges
  }

  /// The positions of one node's edges in ``neighbours`` and ``edges``.
  ///
  /// - Complexity: O(1) time and space.
  package func positions(of node: Int32) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }
}
