import Graphs
import Testing

@Suite struct StrongComponentsTests {
  @Test func numbersComponentsInTopologicalOrder() {
    // {5, 1, 3} → {0} → {2, 4}
    let graph = DirectedGraph(
      nodeCount: 6, edges: [(5, 1), (1, 3), (3, 5), (3, 0), (0, 2), (2, 4), (4, 2)])
    let components = strongComponents(of: graph)
    #expect(components.count == 3)
    #expect(components.componentOfNode == [1, 0, 2, 0, 2, 0])
    #expect((0..<3).map { Array(components.members(of: $0)) } == [[1, 3, 5], [0], [2, 4]])
  }

  @Test(arguments: 0...3)
  func everySmallGraph(nodeCount: Int) {
    withEveryGraph(nodeCount: nodeCount, check: expectComponents)
  }

  @Test(arguments: UInt64(0)..<20)
  func randomGraphs(seed: UInt64) {
    withRandomGraphs(
      seed: seed, draw: { .random(maximumNodeCount: 14, using: &$0) }, check: expectComponents)
  }

  private func expectComponents(_ graph: DirectedGraph) {
    let components = strongComponents(of: graph)
    let componentOfNode = components.componentOfNode
    let distances = BruteForceDistances(of: graph)
    let nodes = 0..<graph.nodeCount
    let isTogether = nodes.map { node in
      nodes.map { componentOfNode[node] == componentOfNode[$0] }
    }
    let isMutuallyReachable = nodes.map { node in
      nodes.map {
        distances.pathLength(from: node, to: $0) != nil
          && distances.pathLength(from: $0, to: node) != nil
      }
    }
    #expect(isTogether == isMutuallyReachable)
    #expect(
      graph.edgePairs.allSatisfy { componentOfNode[Int($0.0)] <= componentOfNode[Int($0.1)] })

    let members = (0..<Int32(components.count)).map { Array(components.members(of: $0)) }
    let expected = (0..<Int32(components.count)).map { component in
      nodes.filter { componentOfNode[$0] == component }.map(Int32.init)
    }
    #expect(members == expected)
    #expect(members.allSatisfy { !$0.isEmpty })
    #expect(members.map(\.count).reduce(0, +) == graph.nodeCount)
  }

  @Test func chainOfAMillionNodes() {
    let graph = DirectedGraph.chain(nodeCount: 1_000_000)
    let forwards = strongComponents(of: graph)
    #expect(forwards.count == 1_000_000)
    #expect(forwards.componentOfNode.elementsEqual(0..<1_000_000))
    let backwards = strongComponents(of: graph.reversed())
    #expect(backwards.componentOfNode.elementsEqual((0..<1_000_000).reversed()))
  }

  @Test func ringOf300000Nodes() {
    let components = strongComponents(of: .ring(nodeCount: 300_000))
    #expect(components.count == 1)
    #expect(components.members(of: 0).elementsEqual(0..<300_000))
  }
}
