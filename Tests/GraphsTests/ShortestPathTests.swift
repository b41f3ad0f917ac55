import Graphs
import Testing

@Suite struct ShortestPathTests {
  @Test func takesTheEarliestOfEquallyShortPaths() {
    // From 0 to 5 over 3 or over 1 in two steps; the edge to 3 comes first.
    let graph = DirectedGraph(
      nodeCount: 7, edges: [(0, 3), (0, 1), (1, 5), (3, 5), (0, 2), (2, 4), (4, 6), (5, 6)])
    #expect(shortestPath(from: 0, to: 5, in: graph) == [0, 3, 5])
    #expect(shortestPath(from: 0, to: 6, in: graph) == [0, 3, 5, 6])
    #expect(shortestPath(from: 4, to: 4, in: graph) == [4])
    #expect(shortestPath(from: 6, to: 0, in: graph) == nil)
  }

  @Test(arguments: 1...3)
  func everySmallGraph(nodeCount: Int) {
    withEveryGraph(nodeCount: nodeCount, check: expectShortestPaths)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomGraphs(seed: UInt64) {
    withRandomGraphs(
      seed: seed, draw: { .random(maximumNodeCount: 9, using: &$0) }, check: expectShortestPaths)
  }

  /// Between every two nodes: as short as by brute force, from end to end, along edges.
  private func expectShortestPaths(_ graph: DirectedGraph) {
    let distances = BruteForceDistances(of: graph)
    var lengths: [Int?] = []
    var expectedLengths: [Int?] = []
    for source in 0..<Int32(graph.nodeCount) {
      for target in 0..<Int32(graph.nodeCount) {
        let path = shortestPath(from: source, to: target, in: graph)
        lengths.append(path.map { $0.count - 1 })
        expectedLengths.append(distances.pathLength(from: Int(source), to: Int(target)))
        if let path, !isPath(path, from: source, to: target, in: graph) {
          Issue.record("\(path) does not lead from \(source) to \(target)")
        }
      }
    }
    #expect(lengths == expectedLengths)
  }

  private func isPath(
    _ path: [Int32], from source: Int32, to target: Int32, in graph: DirectedGraph
  ) -> Bool {
    path.first == source && path.last == target
      && zip(path, path.dropFirst()).allSatisfy { graph.successors(of: $0).contains($1) }
  }

  @Test func chainOfAMillionNodes() {
    let graph = DirectedGraph.chain(nodeCount: 1_000_000)
    #expect(
      shortestPath(from: 0, to: 999_999, in: graph)?.elementsEqual(0..<1_000_000) == true)
    #expect(shortestPath(from: 999_999, to: 0, in: graph) == nil)
  }

  @Test func ringOf300000Nodes() {
    let graph = DirectedGraph.ring(nodeCount: 300_000)
    #expect(
      shortestPath(from: 1, to: 0, in: graph)?.elementsEqual(Array(1..<300_000) + [0]) == true)
  }
}
