import Graphs
import SharedSystem
import Testing

@Suite("Arrangement")
struct ArrangementTests {
  private func zeros(_ count: Int) -> [Int32] { Array(repeating: 0, count: count) }

  @Test(
    "users stand before what they use, but for tangles, which are strong components",
    arguments: 0..<60 as Range<UInt64>)
  func order(seed: UInt64) {
    let nodes = 3 + Int(seed % 20)
    let graph = RandomModel.graph(seed: seed, nodes: nodes, edges: Int(seed) % 40)
    let sections = (0..<nodes).map { Int32($0 * Int(seed % 4) % 3) }
    let kin = (0..<nodes).map { Int32($0 % 3) }
    let made = Arrangement(graph, sections: sections, kin: kin)
    #expect(made.order.sorted() == (0..<Int32(nodes)).map(\.self))
    var place = Array(repeating: 0, count: nodes)
    for (row, node) in made.order.enumerated() { place[Int(node)] = row }
    for edge in 0..<Int32(graph.edgeCount) {
      let (from, to) = (Int(graph.source(ofEdge: edge)), Int(graph.target(ofEdge: edge)))
      guard sections[from] == sections[to], place[from] > place[to] else { continue }
      #expect(made.tangles.contains { $0.contains(place[from]) && $0.contains(place[to]) })
    }
    // The members of a tangle are exactly those that reach each other inside their section.
    let reach = reachability(graph, sections)
    for first in 0..<nodes {
      for second in 0..<nodes where first != second {
        let isTogether = made.tangles.contains {
          $0.contains(place[first]) && $0.contains(place[second])
        }
        #expect(isTogether == (reach[first][second] && reach[second][first]))
      }
    }
    // Sections ascend and are in one piece.
    let seen = made.order.map { sections[Int($0)] }
    #expect(seen == seen.sorted())
    #expect(made.sections.flatMap { Array($0) } == Array(0..<nodes))
  }

  /// The oracle: who reaches whom without leaving the section, by Warshall.
  private func reachability(_ graph: DirectedGraph, _ sections: [Int32]) -> [[Bool]] {
    let count = graph.nodeCount
    var reach = Array(repeating: Array(repeating: false, count: count), count: count)
    for edge in 0..<Int32(graph.edgeCount) {
      let (from, to) = (Int(graph.source(ofEdge: edge)), Int(graph.target(ofEdge: edge)))
      if sections[from] == sections[to] { reach[from][to] = true }
    }
    for middle in 0..<count {
      for from in 0..<count where reach[from][middle] {
        for to in 0..<count where reach[middle][to] { reach[from][to] = true }
      }
    }
    return reach
  }

  @Test("kin stand together where the order leaves the choice")
  func kin() {
    let graph = DirectedGraph(nodeCount: 6, sources: [0, 1], targets: [4, 5])
    let made = Arrangement(graph, sections: zeros(6), kin: [0, 1, 0, 1, 0, 1])
    #expect(made.order == [0, 2, 4, 1, 3, 5])
  }

  @Test("a chain of 200,000 is no problem")
  func chain() {
    let count: Int32 = 200_000
    let graph = DirectedGraph(
      nodeCount: Int(count), sources: Array(1..<count), targets: Array(0..<(count - 1)))
    let all = zeros(Int(count))
    #expect(Arrangement(graph, sections: all, kin: all).order == (0..<count).reversed())
  }
}
