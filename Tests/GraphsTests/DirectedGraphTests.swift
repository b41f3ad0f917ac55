import Graphs
import Testing

@Suite struct DirectedGraphTests {
  @Test func listsTheEdgesOfANodeInInputOrder() {
    //                                           0       1       2       3       4       5
    let graph = DirectedGraph(
      nodeCount: 4, edges: [(2, 1), (0, 2), (2, 2), (0, 1), (2, 1), (1, 0)])
    #expect(graph.nodeCount == 4)
    #expect(graph.edgeCount == 6)
    #expect((0..<4).map { Array(graph.successors(of: $0)) } == [[2, 1], [0], [1, 2, 1], []])
    #expect((0..<4).map { Array(graph.outgoingEdges(of: $0)) } == [[1, 3], [5], [0, 2, 4], []])
    #expect((0..<4).map { Array(graph.predecessors(of: $0)) } == [[1], [2, 0, 2], [0, 2], []])
    #expect((0..<4).map { Array(graph.incomingEdges(of: $0)) } == [[5], [0, 3, 4], [1, 2], []])
  }

  @Test(arguments: [0, 1, 5])
  func mayHaveNoEdges(nodeCount: Int) {
    let graph = DirectedGraph(nodeCount: nodeCount, sources: [], targets: [])
    #expect(graph.nodeCount == nodeCount)
    #expect(graph.edgeCount == 0)
    #expect((0..<Int32(nodeCount)).allSatisfy { graph.successors(of: $0).isEmpty })
    #expect((0..<Int32(nodeCount)).allSatisfy { graph.predecessors(of: $0).isEmpty })
  }

  @Test(arguments: UInt64(0)..<8)
  func agreesWithItsListOfEdges(seed: UInt64) {
    withRandomGraphs(seed: seed, draw: { .random(maximumNodeCount: 12, using: &$0) }) { graph in
      let nodes = 0..<Int32(graph.nodeCount)
      let edges = graph.edgePairs
      let outgoing = nodes.map { node in edges.indices.filter { edges[$0].0 == node } }
      #expect(nodes.map { graph.outgoingEdges(of: $0).map(Int.init) } == outgoing)
      #expect(
        nodes.map { Array(graph.successors(of: $0)) } == outgoing.map { $0.map { edges[$0].1 } })
      let incoming = nodes.map { node in edges.indices.filter { edges[$0].1 == node } }
      #expect(nodes.map { graph.incomingEdges(of: $0).map(Int.init) } == incoming)
      #expect(
        nodes.map { Array(graph.predecessors(of: $0)) } == incoming.map { $0.map { edges[$0].0 } })
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func reversalEqualsAGraphBuiltTheOtherWayRound(seed: UInt64) {
    withRandomGraphs(seed: seed, draw: { .random(maximumNodeCount: 12, using: &$0) }) { graph in
      let reversed = graph.reversed()
      let rebuilt = DirectedGraph(
        nodeCount: graph.nodeCount, edges: graph.edgePairs.map { ($0.1, $0.0) })
      #expect(reversed.nodeCount == rebuilt.nodeCount)
      #expect(reversed.edgePairs.elementsEqual(rebuilt.edgePairs, by: ==))
      let nodes = 0..<Int32(graph.nodeCount)
      #expect(nodes.map(reversed.successors) == nodes.map(rebuilt.successors))
      #expect(nodes.map(reversed.predecessors) == nodes.map(rebuilt.predecessors))
      #expect(nodes.map(reversed.outgoingEdges) == nodes.map(rebuilt.outgoingEdges))
      #expect(nodes.map(reversed.incomingEdges) == nodes.map(rebuilt.incomingEdges))
    }
  }

  @Test func refusesNumbersOutOfRange() async {
    await #expect(processExitsWith: .failure) {
      _ = DirectedGraph(nodeCount: -1, sources: [], targets: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = DirectedGraph(nodeCount: 2, sources: [0, 1], targets: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = DirectedGraph(nodeCount: 2, sources: [2], targets: [0])
    }
    await #expect(processExitsWith: .failure) {
      _ = DirectedGraph(nodeCount: 2, sources: [0], targets: [-1])
    }
  }
}
