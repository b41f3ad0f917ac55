/// A maximum flow through a directed graph, and by its residual capacities a minimum cut.
///
/// Capacities are integers in any unit; the flow is in the same. The value is solved when it is
/// made, and again by ``solve(capacities:)``, which reuses the storage.
///
/// It is not a flow with costs, and edges have no lower bounds.
///
/// - Complexity: O(V² √E) time to solve, in practice nearly linear; O(V + E) space; not recursive.
/// - Source: push–relabel with the highest label first, see `PushRelabel`.
public struct MaximumFlow: Sendable {
  /// The greatest capacity of an edge, and of all edges together that leave the source.
  public static let greatestCapacity = Int64(1) << 62

  /// The graph through which it flows.
  public let graph: DirectedGraph
  /// Where it comes from.
  public let source: Int32
  /// Where it goes to.
  public let sink: Int32
  /// How much arrives.
  public private(set) var value: Int64 = 0
  private var network: ResidualNetwork
  private var solver: PushRelabel

  /// Finds a maximum flow.
  ///
  /// - Parameters:
  ///   - graph: any graph.
  ///   - capacities: by edge, how much it carries at most: at least 0.
  ///   - source: where the flow comes from.
  ///   - sink: where it goes to, another node.
  /// - Precondition: no capacity, and no sum of capacities of edges that leave the source, exceeds
  ///   ``greatestCapacity``.
  /// - Complexity: O(V² √E) time, O(V + E) space.
  public init(
    in graph: DirectedGraph, capacities: [Int64], from source: Int32, to sink: Int32
  ) {
    precondition(source != sink, "the flow comes from and goes to node \(source)")
    self.graph = graph
    self.source = source
    self.sink = sink
    network = ResidualNetwork(
      nodeCount: graph.nodeCount, sources: graph.sources, targets: graph.targets,
      capacities: capacities)
    solver = PushRelabel(nodeCount: graph.nodeCount)
    solve(capacities: capacities)
  }

  /// Finds a maximum flow for other capacities of the same graph.
  ///
  /// - Parameter capacities: as for the initializer.
  /// - Complexity: O(V² √E) time; no space beyond that of the value.
  public mutating func solve(capacities: [Int64]) {
    var leaving: Int64 = 0
    for edge in capacities.indices {
      let capacity = capacities[edge]
      precondition(
        capacity >= 0 && capacity <= Self.greatestCapacity,
        "capacity \(capacity) of edge \(edge) is out of range")
      guard graph.sources[edge] == source else { continue }
      leaving = leaving.addingReportingOverflow(capacity).partialValue
      precondition(
        leaving >= 0 && leaving <= Self.greatestCapacity, "capacities at the source are too large")
    }
    network.setCapacities(capacities)
    value = solver.run(&network, from: source, to: sink)
  }

  /// The flow along an edge, at least 0 and at most its capacity.
  ///
  /// - Complexity: O(1) time.
  public func flow(onEdge edge: Int32) -> Int64 { network.flow(onEdge: Int(edge)) }

  /// How much more an edge could carry.
  ///
  /// - Complexity: O(1) time.
  public func residual(ofEdge edge: Int32) -> Int64 {
    let arc = network.arcOfEdge[Int(edge)]
    return arc < 0 ? 0 : network.residual[Int(arc)]
  }

  /// The minimum cut with the smallest part on the side of the source.
  ///
  /// By the theorem of Ford and Fulkerson the capacities of its edges sum to ``value``.
  ///
  /// - Complexity: O(V + E) time and space.
  public var minimumCut: MinimumCut {
    var isOnSourceSide = [Bool](repeating: false, count: graph.nodeCount)
    isOnSourceSide[Int(source)] = true
    var queue = [source]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in network.arcs(of: node) where network.residual[arc] > 0 {
        let neighbour = network.heads[arc]
        guard !isOnSourceSide[Int(neighbour)] else { continue }
        isOnSourceSide[Int(neighbour)] = true
        queue.append(neighbour)
      }
    }
    let edges = (0..<Int32(graph.edgeCount)).filter {
      isOnSourceSide[Int(graph.source(ofEdge: $0))]
        && !isOnSourceSide[Int(graph.target(ofEdge: $0))]
    }
    return MinimumCut(value: value, isOnSourceSide: isOnSourceSide, edges: edges)
  }
}

/// Two parts of a graph between which as little capacity leads as possible.
public struct MinimumCut: Hashable, Sendable {
  /// The capacities of ``edges`` together.
  public let value: Int64
  /// By node, whether it is on the side of the source.
  public let isOnSourceSide: [Bool]
  /// The edges from the side of the source to that of the sink, ascending.
  public let edges: [Int32]
}
