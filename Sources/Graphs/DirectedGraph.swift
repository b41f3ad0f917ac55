/// An immutable directed graph whose nodes and edges are the integers `0..<nodeCount` and
/// `0..<edgeCount`.
///
/// Parallel edges and self loops are legal, and the graph may be cyclic. The adjacency of a node
/// lists its edges in the order they were given, so every algorithm on the graph is deterministic.
///
/// The graph carries no names and no weights: a caller keeps those in arrays of its own, indexed by
/// node or by edge. It cannot be changed; build another one.
///
/// - Complexity: O(V + E) space.
public struct DirectedGraph: Sendable {
  /// Number of nodes, V.
  public let nodeCount: Int
  /// The node each edge starts at.
  package let sources: [Int32]
  /// The node each edge ends at.
  package let targets: [Int32]
  /// The edges filed under their source.
  package let outgoing: Adjacency
  /// The edges filed under their target.
  package let incoming: Adjacency

  /// Builds a graph from parallel arrays: edge `i` goes from `sources[i]` to `targets[i]`.
  ///
  /// - Parameters:
  ///   - nodeCount: number of nodes, at least 0 and below `Int32.max`.
  ///   - sources: for each edge the node it starts at, in `0..<nodeCount`.
  ///   - targets: for each edge the node it ends at, in `0..<nodeCount`; as many as `sources`, and
  ///     at most `Int32.max`.
  /// - Precondition: counts and node numbers are in the ranges above.
  /// - Complexity: O(V + E) time and space.
  public init(nodeCount: Int, sources: [Int32], targets: [Int32]) {
    precondition(
      nodeCount >= 0 && nodeCount < Int(Int32.max), "\(nodeCount) nodes are not in 0..<Int32.max")
    precondition(
      sources.count == targets.count, "\(sources.count) sources but \(targets.count) targets")
    precondition(sources.count <= Int(Int32.max), "\(sources.count) edges exceed Int32.max")
    for edge in sources.indices {
      let source = Int(sources[edge])
      let target = Int(targets[edge])
      precondition(
        source >= 0 && source < nodeCount, "edge \(edge) starts at \(source) of \(nodeCount) nodes")
      precondition(
        target >= 0 && target < nodeCount, "edge \(edge) ends at \(target) of \(nodeCount) nodes")
    }

    self.init(
      nodeCount: nodeCount, sources: sources, targets: targets,
      outgoing: Adjacency(nodeCount: nodeCount, nearEnds: sources, farEnds: targets),
      incoming: Adjacency(nodeCount: nodeCount, nearEnds: targets, farEnds: sources))
  }

  private init(
    nodeCount: Int, sources: [Int32], targets: [Int32], outgoing: Adjacency, incoming: Adjacency
  ) {
    self.nodeCount = nodeCount
    self.sources = sources
    self.targets = targets
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// Number of edges, E; parallel edges and self loops each count.
  public var edgeCount: Int { sources.count }

  /// The node an edge starts at.
  ///
  /// - Parameter edge: an edge in `0..<edgeCount`.
  /// - Complexity: O(1) time and space.
  public func source(ofEdge edge: Int32) -> Int32 {
    sources[Int(edge)]
  }

  /// The node an edge ends at.
  ///
  /// - Parameter edge: an edge in `0..<edgeCount`.
  /// - Complexity: O(1) time and space.
  public func target(ofEdge edge: Int32) -> Int32 {
    targets[Int(edge)]
  }

  /// The targets of a node's outgoing edges, one per edge, in input order; a node reached by
  /// parallel edges is listed once for each.
  ///
  /// - Parameter node: a node in `0..<nodeCount`.
  /// - Returns: a slice parallel to ``outgoingEdges(of:)``; its indices do not start at 0.
  /// - Complexity: O(1) time and space.
  public func successors(of node: Int32) -> ArraySlice<Int32> {
    outgoing.neighbours[outgoing.positions(of: node)]
  }

  /// The sources of a node's incoming edges, one per edge, in input order; a node that sends
  /// parallel edges is listed once for each.
  ///
  /// - Parameter node: a node in `0..<nodeCount`.
  /// - Returns: a slice parallel to ``incomingEdges(of:)``; its indices do not start at 0.
  /// - Complexity: O(1) time and space.
  public func predecessors(of node: Int32) -> ArraySlice<Int32> {
    incoming.neighbours[incoming.positions(of: node)]
  }

  /// The edges that start at a node, ascending.
  ///
  /// - Parameter node: a node in `0..<nodeCount`.
  /// - Returns: a slice parallel to ``successors(of:)``; its indices do not start at 0.
  /// - Complexity: O(1) time and space.
  public func outgoingEdges(of node: Int32) -> ArraySlice<Int32> {
    outgoing.edges[outgoing.positions(of: node)]
  }

  /// The edges that end at a node, ascending.
  ///
  /// - Parameter node: a node in `0..<nodeCount`.
  /// - Returns: a slice parallel to ``predecessors(of:)``; its indices do not start at 0.
  /// - Complexity: O(1) time and space.
  public func incomingEdges(of node: Int32) -> ArraySlice<Int32> {
    incoming.edges[incoming.positions(of: node)]
  }

  /// The same graph with every edge turned round; nodes and edges keep their numbers.
  ///
  /// - Complexity: O(1) time and space: the arrays are shared.
  public func reversed() -> DirectedGraph {
    DirectedGraph(
      nodeCount: nodeCount, sources: targets, targets: sources,
      outgoing: incoming, incoming: outgoing)
  }
}
