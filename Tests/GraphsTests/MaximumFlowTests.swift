import Graphs
import Testing

struct MaximumFlowTests {
  @Test(arguments: 0..<100)
  func `flow is feasible and a plain method finds as much`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let graph = DirectedGraph.random(
        maximumNodeCount: Int32.random(in: 2...30, using: &generator), using: &generator)
      guard graph.nodeCount >= 2 else { continue }
      let greatest: Int64 = [1, 3, 1000, 1 << 40].randomElement(using: &generator) ?? 1
      func capacities() -> [Int64] {
        (0..<graph.edgeCount).map { _ in
          Int.random(in: 0..<4, using: &generator) == 0
            ? 0 : Int64.random(in: 0...greatest, using: &generator)
        }
      }
      let first = capacities()
      let sink = Int32(graph.nodeCount - 1)
      var flow = MaximumFlow(in: graph, capacities: first, from: 0, to: sink)
      expectOptimal(flow, first)
      // Solving anew forgets the flow before.
      let second = capacities()
      flow.solve(capacities: second)
      expectOptimal(flow, second)
      flow.solve(capacities: first)
      expectOptimal(flow, first)
    }
  }

  /// Capacities and conservation hold, a cut of the same value exists, and so does an equal flow.
  private func expectOptimal(_ flow: MaximumFlow, _ capacities: [Int64]) {
    let graph = flow.graph
    var net = [Int64](repeating: 0, count: graph.nodeCount)
    for edge in 0..<Int32(graph.edgeCount) {
      let amount = flow.flow(onEdge: edge)
      #expect(amount >= 0 && amount <= capacities[Int(edge)])
      if graph.source(ofEdge: edge) != graph.target(ofEdge: edge) {
        #expect(flow.residual(ofEdge: edge) == capacities[Int(edge)] - amount)
      }
      net[Int(graph.source(ofEdge: edge))] += amount
      net[Int(graph.target(ofEdge: edge))] -= amount
    }
    #expect(net[Int(flow.source)] == flow.value && net[Int(flow.sink)] == -flow.value)
    for node in 0..<Int32(graph.nodeCount) where node != flow.source && node != flow.sink {
      #expect(net[Int(node)] == 0)
    }
    let cut = flow.minimumCut
    #expect(cut.isOnSourceSide[Int(flow.source)] && !cut.isOnSourceSide[Int(flow.sink)])
    let leaving = (0..<Int32(graph.edgeCount)).filter {
      cut.isOnSourceSide[Int(graph.source(ofEdge: $0))]
        && !cut.isOnSourceSide[Int(graph.target(ofEdge: $0))]
    }
    #expect(cut.edges == leaving && cut.value == flow.value)
    #expect(leaving.reduce(0) { $0 + capacities[Int($1)] } == flow.value)
    #expect(plainFlow(graph, capacities, from: flow.source, to: flow.sink) == flow.value)
  }

  /// Ford and Fulkerson on a matrix of capacities.
  private func plainFlow(
    _ graph: DirectedGraph, _ capacities: [Int64], from source: Int32, to sink: Int32
  ) -> Int64 {
    let count = graph.nodeCount
    var room = [[Int64]](repeating: Array(repeating: 0, count: count), count: count)
    for (edge, pair) in graph.edgePairs.enumerated() where pair.0 != pair.1 {
      room[Int(pair.0)][Int(pair.1)] += capacities[edge]
    }
    var value: Int64 = 0
    while true {
      var before = [Int](repeating: -1, count: count)
      var queue = [Int(source)]
      before[Int(source)] = Int(source)
      for head in 0..<count where head < queue.count {
        for next in 0..<count where before[next] < 0 && room[queue[head]][next] > 0 {
          before[next] = queue[head]
          queue.append(next)
        }
      }
      guard before[Int(sink)] >= 0 else { return value }
      var amount = Int64.max
      var node = Int(sink)
      while node != Int(source) {
        amount = min(amount, room[before[node]][node])
        node = before[node]
      }
      node = Int(sink)
      while node != Int(source) {
        room[before[node]][node] -= amount
        room[node][before[node]] += amount
        node = before[node]
      }
      value += amount
    }
  }

  @Test func `a chain of a hundred thousand nodes`() {
    let count: Int32 = 100_000
    let graph = DirectedGraph.chain(nodeCount: count)
    var capacities = [Int64](repeating: 1 << 50, count: Int(count) - 1)
    capacities[54_321] = 7
    let flow = MaximumFlow(in: graph, capacities: capacities, from: 0, to: count - 1)
    #expect(flow.value == 7)
    #expect(flow.minimumCut.edges == [54_321])
    let back = MaximumFlow(in: graph, capacities: capacities, from: count - 1, to: 0)
    #expect(back.value == 0 && back.minimumCut.edges.isEmpty)
  }

  @Test func `a network on which augmenting paths take long`() {
    // Four nodes and a middle edge of 1 between capacities of 2^50.
    let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)])
    let large = Int64(1) << 50
    let flow = MaximumFlow(
      in: graph, capacities: [large, large, 1, large, large], from: 0, to: 3)
    #expect(flow.value == 2 * large)
  }
}
