import Testing

@testable import Graphs

struct FeedbackArcSetTests {
  /// The least weight that leads back in any order, by trying all.
  private func leastWeight(_ graph: DirectedGraph, _ weights: [Int64]) -> Int64 {
    let count = graph.nodeCount
    var matrix = [Int64](repeating: 0, count: count * count)
    var loops: Int64 = 0
    for (edge, pair) in graph.edgePairs.enumerated() {
      if pair.0 == pair.1 {
        loops += weights[edge]
      } else {
        matrix[Int(pair.0) * count + Int(pair.1)] += weights[edge]
      }
    }
    var best = Int64.max
    var order: [Int] = []
    func search(_ used: Int, _ sum: Int64) {
      guard sum < best else { return }
      if order.count == count {
        best = sum
        return
      }
      for node in 0..<count where used >> node & 1 == 0 {
        let back = order.reduce(sum) { $0 + matrix[node * count + $1] }
        order.append(node)
        search(used | 1 << node, back)
        order.removeLast()
      }
    }
    search(0, 0)
    return best + loops
  }

  private func expectAcyclic(
    _ graph: DirectedGraph, without set: FeedbackArcSet, _ weights: [Int64]
  ) {
    let isTaken = Set(set.edges)
    #expect(set.edges == isTaken.sorted())
    #expect(set.edges.reduce(0) { $0 + weights[Int($1)] } == set.weight)
    let rest = graph.edgePairs.enumerated().filter { !isTaken.contains(Int32($0.offset)) }
    let left = DirectedGraph(nodeCount: graph.nodeCount, edges: rest.map(\.element))
    #expect(throws: Never.self) { try topologicalOrder(of: left) }
    #expect(set.lowerBound <= set.weight && set.lowerBound >= 0)
  }

  @Test(arguments: 0..<60)
  func `as light as in the best of all orders`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<20 {
      let size: Int32 = round == 0 ? 8 : 6
      let graph = DirectedGraph.random(maximumNodeCount: size, using: &generator)
      let weights = (0..<graph.edgeCount).map { _ in Int64.random(in: 0...5, using: &generator) }
      let set = FeedbackArcSet(of: graph, weights: weights)
      #expect(set.weight == leastWeight(graph, weights))
      #expect(set.isExact && set.gap == 0)
      expectAcyclic(graph, without: set, weights)
    }
  }

  /// Small blocks joined into one component over the limit by a ring whose edge back costs nothing:
  /// the least weight is that of the blocks.
  @Test(arguments: 0..<20)
  func `bounds hold for large components`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var edges: [(Int32, Int32)] = []
    var weights: [Int64] = []
    var least: Int64 = 0
    let blocks: Int32 = 8
    for block in 0..<blocks {
      let first = block * 6
      var own: [(Int32, Int32)] = []
      var ownWeights: [Int64] = []
      for _ in 0..<14 {
        own.append(
          (Int32.random(in: 0..<6, using: &generator), Int32.random(in: 0..<6, using: &generator)))
        ownWeights.append(Int64.random(in: 1...9, using: &generator))
      }
      // The block is one component.
      for node in 0..<Int32(6) {
        own.append((node, (node + 1) % 6))
        ownWeights.append(1)
      }
      least += leastWeight(DirectedGraph(nodeCount: 6, edges: own), ownWeights)
      edges += own.map { ($0.0 + first, $0.1 + first) }
      weights += ownWeights
      edges.append((first, (first + 6) % (blocks * 6)))
      weights.append(block == blocks - 1 ? 0 : 1)
    }
    let graph = DirectedGraph(nodeCount: Int(blocks) * 6, edges: edges)
    let set = FeedbackArcSet(of: graph, weights: weights)
    expectAcyclic(graph, without: set, weights)
    #expect(set.lowerBound <= least && least <= set.weight)
    // Local improvement comes close on such graphs; a broken one does not.
    #expect(set.weight <= least + least / 4 + 1)
    #expect(set.lowerBound >= least / 2)
    #expect(set == FeedbackArcSet(of: graph, weights: weights))
  }

  /// Components that both ways can solve: what the heuristic and the bound say encloses the least.
  @Test(arguments: 0..<12)
  func `heuristic and bound enclose the exact answer`(seed: UInt64) {
    var generator = SplitMix64(seed: 300 + seed)
    let count = Int.random(in: 9...12, using: &generator)
    var part = CyclicComponent(nodeCount: count)
    for edge in 0..<Int32(4 * count) {
      let source = Int32.random(in: 0..<Int32(count), using: &generator)
      let step = Int32.random(in: 1..<Int32(count), using: &generator)
      part.add(
        edge, from: source, to: (source + step) % Int32(count),
        Int64.random(in: 0...9, using: &generator))
    }
    let exact = part.solve().weight
    var positions = [Int](repeating: 0, count: count)
    for (position, node) in part.goodOrder().enumerated() { positions[Int(node)] = position }
    var weight: Int64 = 0
    for edge in part.edges.indices
    where positions[Int(part.sources[edge])] > positions[Int(part.targets[edge])] {
      weight += part.weights[edge]
    }
    let bound = part.cyclePacking(upTo: .max)
    #expect(bound <= exact && exact <= weight)
    #expect(bound >= exact / 2 && weight <= exact + exact / 2)
  }

  @Test func `a ring of a hundred thousand nodes`() {
    let count: Int32 = 100_000
    let graph = DirectedGraph.ring(nodeCount: count)
    var weights = [Int64](repeating: 9, count: Int(count))
    weights[4711] = 2
    let set = FeedbackArcSet(of: graph, weights: weights)
    #expect(set.edges == [4711] && set.weight == 2 && set.isExact)
  }

  @Test func `loops belong to it, acyclic graphs have none`() {
    let graph = DirectedGraph(nodeCount: 3, edges: [(0, 1), (1, 1), (1, 2), (0, 2)])
    let set = FeedbackArcSet(of: graph, weights: [1, 7, 1, 1])
    #expect(set.edges == [1] && set.weight == 7 && set.lowerBound == 7)
  }
}
