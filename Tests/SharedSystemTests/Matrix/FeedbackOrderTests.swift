import Graphs
import SharedSystem
import Testing

@Suite("Order with little feedback")
struct FeedbackOrderTests {
  /// The oracle: how many edges lead backwards.
  private func feedback(_ graph: DirectedGraph, _ order: [Int32]) -> Int {
    (0..<Int32(graph.edgeCount)).count { edge in
      let ends = [graph.source(ofEdge: edge), graph.target(ofEdge: edge)]
      let places = ends.map { order.firstIndex(of: $0) ?? -1 }
      return places[0] > places[1]
    }
  }

  /// The oracle: the fewest backward edges of any order, by trying all.
  private func fewest(_ graph: DirectedGraph) -> Int {
    var orders: [[Int32]] = [[]]
    for node in 0..<Int32(graph.nodeCount) {
      orders = orders.flatMap { order in
        (0...order.count).map { place in
          var longer = order
          longer.insert(node, at: place)
          return longer
        }
      }
    }
    return orders.map { feedback(graph, $0) }.min() ?? 0
  }

  @Test("all nodes, and never worse than one backward edge above the best of all orders")
  func nearlyBest() {
    var missed = 0
    for seed in 0..<120 as Range<UInt64> {
      let nodes = 2 + Int(seed % 5)
      let graph = RandomModel.graph(seed: seed, nodes: nodes, edges: Int(seed % 14))
      let order = orderWithLittleFeedback(of: graph)
      #expect(order.sorted() == (0..<Int32(nodes)).map(\.self))
      let excess = feedback(graph, order) - fewest(graph)
      #expect(excess <= 1)
      if excess > 0 { missed += 1 }
    }
    #expect(missed <= 6)
  }

  @Test("no single node can be moved to a better place", arguments: 0..<150 as Range<UInt64>)
  func settled(seed: UInt64) {
    let graph = RandomModel.graph(seed: seed, nodes: 12, edges: 30 + Int(seed % 3) * 15)
    let order = orderWithLittleFeedback(of: graph)
    let found = feedback(graph, order)
    for node in order {
      let others = order.filter { $0 != node }
      for place in 0...others.count {
        var moved = others
        moved.insert(node, at: place)
        #expect(feedback(graph, moved) >= found)
      }
    }
  }

  @Test("a graph without cycles has no feedback, whatever the numbering")
  func acyclic() {
    let edges: [(Int32, Int32)] = [(5, 0), (0, 3), (3, 1), (1, 4), (4, 2), (5, 2), (0, 4)]
    let graph = DirectedGraph(
      nodeCount: 6, sources: edges.map(\.0), targets: edges.map(\.1))
    #expect(orderWithLittleFeedback(of: graph) == [5, 0, 3, 1, 4, 2])
  }

  @Test("parallel edges weigh more than one, a self loop nothing")
  func parallel() {
    let graph = DirectedGraph(nodeCount: 2, sources: [0, 1, 1, 0], targets: [1, 0, 0, 0])
    #expect(orderWithLittleFeedback(of: graph) == [1, 0])
  }

  @Test("large graphs keep the bound of the greedy order")
  func large() {
    let graph = RandomModel.graph(seed: 7, nodes: 3_000, edges: 20_000)
    let order = orderWithLittleFeedback(of: graph)
    var places = Array(repeating: 0, count: 3_000)
    for (place, node) in order.enumerated() { places[Int(node)] = place }
    let backward = (0..<Int32(graph.edgeCount)).count {
      places[Int(graph.source(ofEdge: $0))] > places[Int(graph.target(ofEdge: $0))]
    }
    #expect(backward < 20_000 / 2 - 3_000 / 6)
  }

  @Test("nothing at all") func empty() {
    let nothing = DirectedGraph(nodeCount: 0, sources: [], targets: [])
    #expect(orderWithLittleFeedback(of: nothing).isEmpty)
  }
}
