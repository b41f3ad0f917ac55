import Graphs
import Testing

@Suite struct ReachabilityTests {
  @Test func marksTheGivenNodesAndAllBeyond() {
    let graph = DirectedGraph(nodeCount: 6, edges: [(0, 1), (1, 2), (3, 1), (4, 4), (2, 5)])
    #expect(marked(reachable(from: [1], in: graph)) == [1, 2, 5])
    #expect(marked(reachable(from: [4, 2, 4], in: graph)) == [2, 4, 5])
    #expect(marked(reachable(from: [], in: graph)) == [])
    #expect(marked(canReach([1], in: graph)) == [0, 1, 3])
    #expect(marked(canReach([4], in: graph)) == [4])
    #expect(marked(canReach(0..<6, in: graph)) == [0, 1, 2, 3, 4, 5])
  }

  private func marked(_ flags: [Bool]) -> [Int] {
    flags.indices.filter { flags[$0] }
  }

  @Test(arguments: 0...3)
  func everySmallGraph(nodeCount: Int) {
    withEveryGraph(nodeCount: nodeCount) { graph in
      let distances = BruteForceDistances(of: graph)
      for subset in 0..<(1 << nodeCount) {
        let given = (0..<Int32(nodeCount)).filter { subset >> $0 & 1 == 1 }
        expectClosure(of: given, in: graph, distances)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func randomGraphs(seed: UInt64) {
    withRandomGraphs(seed: seed, draw: { .random(maximumNodeCount: 14, using: &$0) }) { graph in
      let distances = BruteForceDistances(of: graph)
      let nodes = Array(0..<Int32(graph.nodeCount))
      expectClosure(of: [nodes[0]], in: graph, distances)
      expectClosure(of: nodes.filter { $0 % 5 == 2 }, in: graph, distances)
    }
  }

  private func expectClosure(
    of given: [Int32], in graph: DirectedGraph, _ distances: BruteForceDistances
  ) {
    let nodes = 0..<graph.nodeCount
    let forwards = nodes.map { node in
      given.contains { distances.pathLength(from: Int($0), to: node) != nil }
    }
    #expect(reachable(from: given, in: graph) == forwards)
    let backwards = nodes.map { node in
      given.contains { distances.pathLength(from: node, to: Int($0)) != nil }
    }
    #expect(canReach(given, in: graph) == backwards)
  }

  @Test func chainOfAMillionNodes() {
    let graph = DirectedGraph.chain(nodeCount: 1_000_000)
    let fromMiddle = reachable(from: [400_000], in: graph)
    #expect(fromMiddle.enumerated().allSatisfy { $0.element == ($0.offset >= 400_000) })
    let toMiddle = canReach([400_000], in: graph)
    #expect(toMiddle.enumerated().allSatisfy { $0.element == ($0.offset <= 400_000) })
  }

  @Test func ringOf300000Nodes() {
    let graph = DirectedGraph.ring(nodeCount: 300_000)
    #expect(reachable(from: [7], in: graph).allSatisfy { $0 })
    #expect(canReach([7], in: graph).allSatisfy { $0 })
  }
}
