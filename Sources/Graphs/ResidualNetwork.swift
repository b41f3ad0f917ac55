/// What a flow leaves of the capacities of a network: every edge is two arcs, one along it and one
/// against it, each the other's mate.
///
/// The arcs of node `n` are `offsets[n]..<offsets[n + 1]`, in the order of the edges. It is storage
/// for algorithms; it knows neither source nor sink. Edges from a node to itself carry nothing and
/// have no arcs.
///
/// - Complexity: O(V + E) space.
package struct ResidualNetwork: Sendable {
  /// Where the arcs of each node start; one entry more than there are nodes.
  package let offsets: [Int32]
  /// The node at the far end of each arc.
  package let heads: [Int32]
  /// The arc in the other direction.
  package let mates: [Int32]
  /// The arc along each edge; −1 for an edge from a node to itself.
  package let arcOfEdge: [Int32]
  /// How much more each arc can carry.
  package var residual: [Int64]

  /// Number of nodes, V.
  package var nodeCount: Int { offsets.count - 1 }
  /// Number of arcs, twice the edges.
  package var arcCount: Int { heads.count }

  /// Files the edges of a network without flow.
  ///
  /// - Complexity: O(V + E) time and space.
  package init(nodeCount: Int, sources: [Int32], targets: [Int32], capacities: [Int64]) {
    precondition(sources.count == targets.count && sources.count == capacities.count)
    precondition(sources.count < Int(Int32.max) / 2, "\(sources.count) edges are too many")
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in sources.indices where sources[edge] != targets[edge] {
      offsets[Int(sources[edge]) + 1] += 1
      offsets[Int(targets[edge]) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    let arcCount = Int(offsets[nodeCount])
    var next = offsets
    var heads = [Int32](repeating: 0, count: arcCount)
    var mates = heads
    var arcOfEdge = [Int32](repeating: -1, count: sources.count)
    for edge in sources.indices where sources[edge] != targets[edge] {
      let source = Int(sources[edge])
      let target = Int(targets[edge])
      let along = next[source]
      let against = next[target]
      next[source] += 1
      next[target] += 1
      heads[Int(along)] = Int32(target)
      heads[Int(against)] = Int32(source)
      mates[Int(along)] = against
      mates[Int(against)] = along
      arcOfEdge[edge] = along
    }
    self.offsets = offsets
    self.heads = heads
    self.mates = mates
    self.arcOfEdge = arcOfEdge
    residual = Array(repeating: 0, count: arcCount)
    setCapacities(capacities)
  }

  /// Takes all flow away and gives the edges other capacities.
  ///
  /// - Complexity: O(E) time.
  package mutating func setCapacities(_ capacities: [Int64]) {
    precondition(capacities.count == arcOfEdge.count, "one capacity for each edge")
    for edge in capacities.indices where arcOfEdge[edge] >= 0 {
      let arc = Int(arcOfEdge[edge])
      residual[arc] = capacities[edge]
      residual[Int(mates[arc])] = 0
    }
  }

  /// The same network with every direction turned round.
  ///
  /// - Complexity: O(E) time and space.
  package var reversed: ResidualNetwork {
    var other = self
    for arc in residual.indices { other.residual[arc] = residual[Int(mates[arc])] }
    return other
  }

  /// The arcs of a node.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package func arcs(of node: Int32) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  /// The flow along an edge.
  package func flow(onEdge edge: Int) -> Int64 {
    arcOfEdge[edge] < 0 ? 0 : residual[Int(mates[Int(arcOfEdge[edge])])]
  }
}

extension ResidualNetwork {
  /// Makes a maximum flow, from no flow.
  ///
  /// - Returns: its value.
  /// - Complexity: O(V² √E) time, O(V) space.
  @discardableResult
  package mutating func saturate(from source: Int32, to sink: Int32) -> Int64 {
    var solver = PushRelabel(nodeCount: nodeCount)
    return solver.run(&self, from: source, to: sink)
  }
}
