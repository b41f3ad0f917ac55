import Graphs
import Testing

struct EdgeCutTests {
  @Test(arguments: 0..<200)
  func `as small as the smallest of all sets`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let nodes = Int32.random(in: 2...6, using: &generator)
    let edges = Int.random(in: 0...10, using: &generator)
    let sources = (0..<edges).map { _ in Int32.random(in: 0..<nodes, using: &generator) }
    let targets = (0..<edges).map { _ in Int32.random(in: 0..<nodes, using: &generator) }
    let isCuttable = (0..<edges).map { _ in Int.random(in: 0..<4, using: &generator) > 0 }
    func isSeparated(without cut: Set<Int>) -> Bool {
      let kept = (0..<edges).filter { !cut.contains($0) }
      let graph = DirectedGraph(
        nodeCount: Int(nodes), sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] })
      return shortestPath(from: 0, to: 1, in: graph) == nil
    }
    var smallest: Int?
    for mask in 0..<(1 << edges) {
      let set = Set((0..<edges).filter { mask >> $0 & 1 == 1 })
      guard set.allSatisfy({ isCuttable[$0] }), set.count < smallest ?? Int.max else { continue }
      if isSeparated(without: set) { smallest = set.count }
    }
    let graph = DirectedGraph(nodeCount: Int(nodes), sources: sources, targets: targets)
    let cut = smallestEdgeCut(in: graph, from: 0, to: 1, isCuttable: isCuttable)
    #expect(cut?.count == smallest)
    if let cut {
      #expect(isSeparated(without: Set(cut.map(Int.init))))
      #expect(cut.allSatisfy { isCuttable[Int($0)] })
      let limited = smallestEdgeCut(
        in: graph, from: 0, to: 1, isCuttable: isCuttable, limit: cut.count)
      #expect(limited == cut)
      if cut.count > 0 {
        let tooFew = smallestEdgeCut(
          in: graph, from: 0, to: 1, isCuttable: isCuttable, limit: cut.count - 1)
        #expect(tooFew == nil)
      }
    }
  }

  @Test func `a long chain is cut once, without recursion`() {
    let count: Int32 = 20_000
    let graph = DirectedGraph(
      nodeCount: Int(count), sources: Array(0..<count - 1), targets: Array(1..<count))
    var isCuttable = [Bool](repeating: false, count: Int(count) - 1)
    isCuttable[12_345] = true
    #expect(
      smallestEdgeCut(in: graph, from: 0, to: count - 1, isCuttable: isCuttable) == [12_345])
    #expect(smallestEdgeCut(in: graph, from: count - 1, to: 0, isCuttable: isCuttable) == [])
    #expect(smallestEdgeCut(in: graph, from: 7, to: 7, isCuttable: isCuttable) == nil)
  }
}
