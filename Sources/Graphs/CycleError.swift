/// Why a graph has no topological order: one whole cycle of it.
///
/// Step `i` of the cycle is the edge `edges[i]` from `nodes[i]` to `nodes[i + 1]`; the last step
/// leads back to `nodes[0]`. A self loop is a cycle of one node. No node occurs twice.
///
/// It is one cycle, not all of them: removing its edges may leave others.
public struct CycleError: Error, Sendable, Equatable {
  /// The nodes of the cycle in the direction of its edges, beginning with the smallest.
  public let nodes: [Int32]
  /// The edge of each step, as many as ``nodes``; of parallel edges, the one with the lowest index.
  public let edges: [Int32]

  /// Names a cycle.
  ///
  /// - Parameters:
  ///   - nodes: the nodes in the direction of the edges, the smallest first.
  ///   - edges: the edge from each of the nodes to the next, and from the last to the first.
  package init(nodes: [Int32], edges: [Int32]) {
    self.nodes = nodes
    self.edges = edges
  }
}
