package import Graphs

/// An order of things that use each other: users stand before what they use, and those that use
/// each other in a circle stand together.
///
/// In a matrix of this order everything outside the tangles lies above the diagonal. Kin stand
/// together where the order leaves the choice.
package struct Arrangement: Hashable, Sendable {
  /// The nodes in order.
  package private(set) var order: [Int32] = []
  /// The places in the order of each tangle: a strong component with more than one member.
  package private(set) var tangles: [Range<Int>] = []
  /// The places in the order of each section that has members.
  package private(set) var sections: [Range<Int>] = []

  /// Arranges the nodes of a graph.
  ///
  /// - Parameters:
  ///   - graph: who uses whom.
  ///   - sections: for each node the part of the order it belongs to, from 0; edges between
  ///     sections have no say in the order, so that each section is arranged as if it were alone.
  ///   - kin: for each node a number that it shares with those it should stand beside.
  /// - Precondition: `sections` and `kin` have an entry for each node.
  /// - Complexity: O(E log E + V · (kinds of kin)) time, O(V + E) space, plus
  ///   ``orderWithLittleFeedback(of:)`` for each tangle.
  package init(_ graph: DirectedGraph, sections: [Int32], kin: [Int32]) {
    precondition(sections.count == graph.nodeCount, "a section for each node")
    precondition(kin.count == graph.nodeCount, "a kin for each node")
    let within = (0..<Int32(graph.edgeCount)).filter {
      sections[Int(graph.source(ofEdge: $0))] == sections[Int(graph.target(ofEdge: $0))]
    }
    let local = DirectedGraph(
      nodeCount: graph.nodeCount, sources: within.map { graph.source(ofEdge: $0) },
      targets: within.map { graph.target(ofEdge: $0) })
    let components = strongComponents(of: local)
    let condensed = Arrangement.condensed(local, components)
    var waits = (0..<Int32(components.count)).map { condensed.predecessors(of: $0).count }
    var bySection: [Int32: [Int32]] = [:]
    for component in 0..<Int32(components.count) {
      guard let member = components.members(of: component).first else { continue }
      bySection[sections[Int(member)], default: []].append(component)
    }
    for section in bySection.keys.sorted() {
      let start = order.count
      var ready = ReadyComponents()
      for component in bySection[section] ?? [] where waits[Int(component)] == 0 {
        ready.insert(components, component, kin)
      }
      while let node = ready.next() {
        let component = components.componentOfNode[Int(node)]
        place(components.members(of: component), of: local)
        for successor in condensed.successors(of: component) {
          waits[Int(successor)] -= 1
          if waits[Int(successor)] == 0 { ready.insert(components, successor, kin) }
        }
      }
      self.sections.append(start..<order.count)
    }
  }

  /// Puts a component's members behind what is placed already.
  private mutating func place(_ members: ArraySlice<Int32>, of graph: DirectedGraph) {
    guard members.count > 1 else {
      order += members
      return
    }
    var number: [Int32: Int32] = [:]
    for (place, member) in members.enumerated() { number[member] = Int32(place) }
    var sources: [Int32] = []
    var targets: [Int32] = []
    for member in members {
      guard let source = number[member] else { continue }
      for successor in graph.successors(of: member) {
        guard let target = number[successor] else { continue }
        sources.append(source)
        targets.append(target)
      }
    }
    let inner = DirectedGraph(nodeCount: members.count, sources: sources, targets: targets)
    tangles.append(order.count..<(order.count + members.count))
    order += orderWithLittleFeedback(of: inner).map { members[members.startIndex + Int($0)] }
  }

  private static func condensed(
    _ graph: DirectedGraph, _ components: StrongComponents
  ) -> DirectedGraph {
    var sources: [Int32] = []
    var targets: [Int32] = []
    for edge in 0..<Int32(graph.edgeCount) {
      let source = components.componentOfNode[Int(graph.source(ofEdge: edge))]
      let target = components.componentOfNode[Int(graph.target(ofEdge: edge))]
      guard source != target else { continue }
      sources.append(source)
      targets.append(target)
    }
    return DirectedGraph(nodeCount: components.count, sources: sources, targets: targets)
  }
}

/// The components whose users all stand already, by kin.
private struct ReadyComponents {
  private var heaps: [Int32: MinimumHeap<Int32>] = [:]
  private var lastKin: Int32?

  /// A component is known by its first member.
  mutating func insert(_ components: StrongComponents, _ component: Int32, _ kin: [Int32]) {
    guard let node = components.members(of: component).first else { return }
    heaps[kin[Int(node)], default: MinimumHeap()].insert(node)
  }

  /// The first of the same kin as the last one, or else the first of all.
  mutating func next() -> Int32? {
    var kin = lastKin
    if kin.flatMap({ heaps[$0]?.first }) == nil {
      kin =
        heaps.min { first, second in
          (first.value.first ?? .max) < (second.value.first ?? .max)
        }?.key
    }
    guard let kin else { return nil }
    lastKin = kin
    return heaps[kin]?.removeFirst()
  }
}
