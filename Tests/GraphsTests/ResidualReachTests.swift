import Testing

@testable import Graphs

/// More flow from one node, asked of a maximum flow, against a flow that is found anew.
struct ResidualReachTests {
  @Test(arguments: 0..<60)
  func `each question is answered as anew, and leaves no trace`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let graph = DirectedGraph.random(
        maximumNodeCount: Int32.random(in: 4...40, using: &generator), using: &generator)
      let count = graph.nodeCount
      guard count >= 4 else { continue }
      let capacities = (0..<graph.edgeCount).map { _ in Int64.random(in: 0...9, using: &generator) }
      var network = ResidualNetwork(
        nodeCount: count, sources: graph.sources, targets: graph.targets, capacities: capacities)
      let sink = Int32(count - 1)
      network.saturate(from: 0, to: sink)
      var reach = ResidualReach(network, root: sink)
      for source in 1..<sink {
        // As if the node were a source too, and another a sink.
        let other = source % 3 == 0 ? (source + 1) % sink : nil
        if let other, other > 0 { reach.addRoot(other) }
        let endless = Int64(1) << 40
        let sent = reach.send(from: source, endless: endless)
        let before = flow(network, from: [0], to: [sink])
        #expect(before == 0)
        let sinks = [sink] + (other.map { $0 > 0 ? [$0] : [] } ?? [])
        // The first source sends nothing to the added sink in this question: it is no source here.
        #expect(sent == flow(network, from: [source], to: sinks))
        let reached = reach.reached(
          from: source, excluding: Array(repeating: false, count: count))
        #expect(reached.first == source && sinks.allSatisfy { !reached.contains($0) })
        reach.undo()
      }
    }
  }

  /// Flow through what is left of a network, between sets of nodes.
  private func flow(_ network: ResidualNetwork, from: [Int32], to: [Int32]) -> Int64 {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var capacities: [Int64] = []
    let count = Int32(network.nodeCount)
    for node in 0..<count {
      for arc in network.arcs(of: node) {
        sources.append(node)
        targets.append(network.heads[arc])
        capacities.append(network.residual[arc])
      }
    }
    for node in from {
      sources.append(count)
      targets.append(node)
      capacities.append(1 << 30)
    }
    for node in to {
      sources.append(node)
      targets.append(count + 1)
      capacities.append(1 << 30)
    }
    let graph = DirectedGraph(nodeCount: Int(count) + 2, sources: sources, targets: targets)
    return MaximumFlow(in: graph, capacities: capacities, from: count, to: count + 1).value
  }

  @Test func `what has no limit is told from what has`() {
    let network = ResidualNetwork(
      nodeCount: 4, sources: [1, 1, 2], targets: [3, 2, 3], capacities: [5, 1 << 62, 1 << 62])
    var reach = ResidualReach(network, root: 3)
    #expect(reach.send(from: 1, endless: 1 << 60) == nil)
    reach.undo()
    #expect(reach.send(from: 0, endless: 1 << 60) == 0)
  }

  @Test func `many nodes that lead to each other and nowhere else`() {
    // A chain forth and back that reaches the root over one edge: once it is full, no label helps.
    let count: Int32 = 20_000
    let forth = Array(0..<count - 1)
    let back = Array(1..<count)
    let network = ResidualNetwork(
      nodeCount: Int(count) + 1, sources: forth + back + [count / 2],
      targets: back + forth + [count],
      capacities: Array(repeating: 100, count: 2 * Int(count) - 2) + [3])
    var reach = ResidualReach(network, root: count)
    for source in [0, count / 2, count - 1] {
      #expect(reach.send(from: source, endless: 1 << 60) == 3)
      reach.undo()
    }
  }
}
