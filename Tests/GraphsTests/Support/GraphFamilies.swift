import Graphs

extension DirectedGraph {
  /// A graph from pairs, for tables.
  init(nodeCount: Int, edges: [(Int32, Int32)]) {
    self.init(nodeCount: nodeCount, sources: edges.map(\.0), targets: edges.map(\.1))
  }

  /// 0 → 1 → … → `nodeCount` − 1.
  static func chain(nodeCount: Int32) -> DirectedGraph {
    DirectedGraph(
      nodeCount: Int(nodeCount), sources: Array(0..<nodeCount - 1), targets: Array(1..<nodeCount))
  }

  /// A chain whose last node leads back to 0.
  static func ring(nodeCount: Int32) -> DirectedGraph {
    DirectedGraph(
      nodeCount: Int(nodeCount), sources: Array(0..<nodeCount),
      targets: Array(1..<nodeCount) + [0])
  }

  /// Up to `maximumNodeCount` nodes and up to twice as many edges; self loops and parallel edges
  /// occur.
  static func random(
    maximumNodeCount: Int32, using generator: inout SplitMix64
  ) -> DirectedGraph {
    let nodeCount = Int32.random(in: 1...maximumNodeCount, using: &generator)
    let nodes = 0..<nodeCount
    let edges = (0..<Int.random(in: 0...2 * Int(nodeCount), using: &generator)).map { _ in
      (Int32.random(in: nodes, using: &generator), Int32.random(in: nodes, using: &generator))
    }
    return DirectedGraph(nodeCount: Int(nodeCount), edges: edges)
  }

  /// Like ``random(maximumNodeCount:using:)`` without self loops, so that longer cycles matter.
  static func randomWithoutSelfLoops(
    maximumNodeCount: Int32, using generator: inout SplitMix64
  ) -> DirectedGraph {
    random(maximumNodeCount: maximumNodeCount, using: &generator).keepingEdges { $0 != $1 }
  }

  /// A graph without cycles whose edges do not follow the numbers of the nodes.
  static func randomAcyclic(
    maximumNodeCount: Int32, using generator: inout SplitMix64
  ) -> DirectedGraph {
    let graph = random(maximumNodeCount: maximumNodeCount, using: &generator)
    let places = (0..<graph.nodeCount).shuffled(using: &generator)
    return graph.keepingEdges { places[Int($0)] < places[Int($1)] }
  }

  /// The same nodes with only those edges whose source and target pass.
  func keepingEdges(where isKept: (Int32, Int32) -> Bool) -> DirectedGraph {
    DirectedGraph(nodeCount: nodeCount, edges: edgePairs.filter { isKept($0.0, $0.1) })
  }

  /// The edges as pairs of source and target.
  var edgePairs: [(Int32, Int32)] {
    (0..<Int32(edgeCount)).map { (source(ofEdge: $0), target(ofEdge: $0)) }
  }
}

/// Runs a check on every directed graph with `nodeCount` nodes, self loops included, parallel edges
/// not.
func withEveryGraph(nodeCount: Int, check: (DirectedGraph) throws -> Void) rethrows {
  let pairCount = nodeCount * nodeCount
  for subset in 0..<(1 << pairCount) {
    let edges = (0..<pairCount).filter { subset >> $0 & 1 == 1 }
      .map { (Int32($0 / nodeCount), Int32($0 % nodeCount)) }
    try check(DirectedGraph(nodeCount: nodeCount, edges: edges))
  }
}

/// Runs a check on a number of graphs drawn one after the other from one seed.
func withRandomGraphs(
  seed: UInt64, count: Int = 150,
  draw: (inout SplitMix64) -> DirectedGraph, check: (DirectedGraph) throws -> Void
) rethrows {
  var generator = SplitMix64(seed: seed)
  for _ in 0..<count {
    try check(draw(&generator))
  }
}
