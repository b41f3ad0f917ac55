import Graphs
import Testing

@Suite struct TopologicalOrderTests {
  @Test func firstInFirstOut() throws {
    #expect(try order(nodeCount: 0, []) == [])
    #expect(try order(nodeCount: 3, []) == [0, 1, 2])
    #expect(try order(nodeCount: 3, [(2, 1), (1, 0)]) == [2, 1, 0])
    // 3 frees 4 before 0, because its edges are read in order; 1 waits for both.
    #expect(
      try order(nodeCount: 6, [(3, 4), (3, 0), (5, 2), (0, 1), (4, 1)]) == [3, 5, 4, 0, 2, 1])
    // Parallel edges: 1 becomes free at the second of them, after 2.
    #expect(try order(nodeCount: 3, [(0, 1), (0, 2), (0, 1)]) == [0, 2, 1])
  }

  private func order(nodeCount: Int, _ edges: [(Int32, Int32)]) throws -> [Int32] {
    try topologicalOrder(of: DirectedGraph(nodeCount: nodeCount, edges: edges))
  }

  @Test(arguments: 0...3)
  func everySmallGraph(nodeCount: Int) {
    withEveryGraph(nodeCount: nodeCount, check: expectOrderOrCycle)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomGraphs(seed: UInt64) {
    withRandomGraphs(
      seed: seed, draw: { .randomWithoutSelfLoops(maximumNodeCount: 9, using: &$0) },
      check: expectOrderOrCycle)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomAcyclicGraphs(seed: UInt64) throws {
    try withRandomGraphs(
      seed: seed, draw: { .randomAcyclic(maximumNodeCount: 40, using: &$0) }
    ) { graph in
      expectFirstInFirstOut(try topologicalOrder(of: graph), in: graph)
    }
  }

  @Test func chainOfAMillionNodes() throws {
    let graph = DirectedGraph.chain(nodeCount: 1_000_000)
    #expect(try topologicalOrder(of: graph).elementsEqual(0..<1_000_000))
    #expect(try topologicalOrder(of: graph.reversed()).elementsEqual((0..<1_000_000).reversed()))
  }

  /// The order is right if the graph is acyclic by brute force; the error is right if it is not.
  private func expectOrderOrCycle(_ graph: DirectedGraph) {
    let shortest = BruteForceDistances(of: graph).shortestCycleLength
    do {
      let order = try topologicalOrder(of: graph)
      #expect(shortest == nil)
      expectFirstInFirstOut(order, in: graph)
    } catch {
      expectWholeCycle(error, in: graph)
      #expect(error.nodes.count == shortest)
    }
  }

  /// Every node has a moment at which it becomes free: the start for a node without incoming edges,
  /// else the last of its incoming edges in the order in which the placed nodes' edges are read.
  /// The order is the order of those moments.
  private func expectFirstInFirstOut(_ order: [Int32], in graph: DirectedGraph) {
    #expect(order.sorted().elementsEqual(0..<Int32(graph.nodeCount)))
    var place = [Int](repeating: -1, count: graph.nodeCount)
    for (index, node) in order.enumerated() {
      place[Int(node)] = index
    }
    #expect(graph.edgePairs.allSatisfy { place[Int($0.0)] < place[Int($0.1)] })

    let moments = order.map { node in
      graph.incomingEdges(of: node)
        .map { (place[Int(graph.source(ofEdge: $0))], $0) }
        .max(by: <) ?? (-1, node)
    }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
  }
}
