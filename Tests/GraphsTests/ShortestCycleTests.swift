import Graphs
import Testing

/// The error names distinct nodes, the smallest first, and for every step the first edge there is.
func expectWholeCycle(
  _ cycle: CycleError, in graph: DirectedGraph, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!cycle.nodes.isEmpty, sourceLocation: sourceLocation)
  #expect(Set(cycle.nodes).count == cycle.nodes.count, sourceLocation: sourceLocation)
  #expect(cycle.nodes.first == cycle.nodes.min(), sourceLocation: sourceLocation)
  let ends = cycle.nodes.dropFirst() + cycle.nodes.prefix(1)
  let firstEdges = zip(cycle.nodes, ends).map { node, end in
    graph.outgoingEdges(of: node).first { graph.target(ofEdge: $0) == end }
  }
  #expect(cycle.edges == firstEdges, sourceLocation: sourceLocation)
}

@Suite struct ShortestCycleTests {
  @Test func namesNodesAndEdgesFromTheSmallestNode() {
    // 3 → 1 → 2 → 3 beside the longer 0 → 4 → 5 → 6 → 0; edge 2 is parallel to edge 1.
    let graph = DirectedGraph(
      nodeCount: 8,
      edges: [(3, 1), (1, 2), (1, 2), (2, 3), (0, 4), (4, 5), (5, 6), (6, 0), (6, 7), (0, 1)])
    #expect(shortestCycle(in: graph) == CycleError(nodes: [1, 2, 3], edges: [1, 3, 0]))
  }

  @Test func prefersTheSelfLoopAtTheSmallestNode() {
    let graph = DirectedGraph(
      nodeCount: 4, edges: [(0, 1), (1, 0), (3, 3), (2, 2), (2, 2)])
    #expect(shortestCycle(in: graph) == CycleError(nodes: [2], edges: [3]))
  }

  @Test func findsTheOnlyShortcutInALargeRing() {
    // Every cycle but one has 1,000 nodes or nearly; the shortcut from 600 back to 597 makes one
    // of 4.
    let ring = DirectedGraph.ring(nodeCount: 1_000)
    let skips = (0..<Int32(300)).map { ($0, $0 + 2) }
    let graph = DirectedGraph(nodeCount: 1_000, edges: ring.edgePairs + skips + [(600, 597)])
    #expect(
      shortestCycle(in: graph)
        == CycleError(nodes: [597, 598, 599, 600], edges: [597, 598, 599, 1_300]))
  }

  @Test(arguments: 0...3)
  func everySmallGraph(nodeCount: Int) {
    withEveryGraph(nodeCount: nodeCount, check: expectShortest)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomGraphs(seed: UInt64) {
    withRandomGraphs(
      seed: seed, draw: { .randomWithoutSelfLoops(maximumNodeCount: 14, using: &$0) },
      check: expectShortest)
  }

  /// Two-way pairs end the search at once; without them the cycles are longer and the search runs
  /// through all its starts.
  @Test(arguments: UInt64(0)..<20)
  func randomGraphsWithoutTwoWayPairs(seed: UInt64) {
    withRandomGraphs(
      seed: seed,
      draw: { generator in
        let graph = DirectedGraph.random(maximumNodeCount: 18, using: &generator)
        let pairs = Set(graph.edgePairs.map { [$0.0, $0.1] })
        return graph.keepingEdges { !pairs.contains([$1, $0]) }
      },
      check: expectShortest)
  }

  private func expectShortest(_ graph: DirectedGraph) {
    let cycle = shortestCycle(in: graph)
    #expect(cycle?.nodes.count == BruteForceDistances(of: graph).shortestCycleLength)
    if let cycle {
      expectWholeCycle(cycle, in: graph)
    }
  }

  @Test(arguments: UInt64(0)..<8)
  func moreEffortIsNeverWorseAndNoEffortStillFindsACycle(seed: UInt64) {
    withRandomGraphs(
      seed: seed, draw: { .randomWithoutSelfLoops(maximumNodeCount: 30, using: &$0) }
    ) { graph in
      let unlimited = shortestCycle(in: graph)
      var previous = Int.max
      for effort in [0, 50, 200, 800] {
        let cycle = shortestCycle(in: graph, effort: effort)
        #expect((cycle == nil) == (unlimited == nil))
        guard let cycle else { continue }
        expectWholeCycle(cycle, in: graph)
        #expect(cycle.nodes.count <= previous)
        #expect(cycle.nodes.count >= unlimited?.nodes.count ?? 0)
        #expect(cycle == shortestCycle(in: graph, effort: effort))
        previous = cycle.nodes.count
      }
    }
  }

  @Test func effortIsLimited() {
    // The same ring with a shortcut at its far end, which the first search alone does not find.
    let ring = DirectedGraph.ring(nodeCount: 1_000)
    let graph = DirectedGraph(nodeCount: 1_000, edges: [(0, 2)] + ring.edgePairs + [(600, 597)])
    #expect(shortestCycle(in: graph, effort: 0)?.nodes.count == 999)
    #expect(shortestCycle(in: graph)?.nodes.count == 4)
  }

  @Test func searchesTheSmallestComponentFirst() {
    let rings = DirectedGraph.ring(nodeCount: 50).edgePairs + [(50, 51), (51, 52), (52, 50)]
    let graph = DirectedGraph(nodeCount: 53, edges: rings)
    #expect(shortestCycle(in: graph, effort: 0)?.nodes == [50, 51, 52])
  }

  @Test func ringOf300000Nodes() {
    let graph = DirectedGraph.ring(nodeCount: 300_000)
    #expect(throws: CycleError(nodes: Array(0..<300_000), edges: Array(0..<300_000))) {
      try topologicalOrder(of: graph)
    }
  }
}
