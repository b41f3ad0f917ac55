import Graphs

/// Modules that all use each other, directly or through others: they must be cut over together,
/// unless some of their couplings are bridged for a time.
public struct Tangle: Hashable, Sendable {
  /// The modules, ascending; at least two.
  public var modules: [Int32]
  /// Couplings without which no module of the tangle uses itself through others, ascending: bridged,
  /// the modules can be cut over one after the other.
  public var bridges: [Int32]
  /// What the bridges cost together, in the unit of the costs that were handed in.
  public var cost: Int64
  /// No set of bridges costs less.
  public var lowerBound: Int64

  /// Whether no set of bridges is cheaper.
  public var isExact: Bool { cost == lowerBound }
  /// How far the cost may be from the least.
  public var gap: Int64 { cost - lowerBound }
}

extension SeparationProblem {
  /// Finds the tangles of the system and the cheapest bridges of each.
  ///
  /// - Parameter bridgeCosts: by coupling, what it costs to bridge it; at least 0, their sum less
  ///   than 2⁶².
  /// - Returns: the tangles by their first modules; couplings of a module with itself do not count.
  /// - Complexity: that of `Graphs.FeedbackArcSet`: exact for up to twenty modules in a tangle.
  public func tangles(bridgeCosts: [Int64]) -> [Tangle] {
    precondition(bridgeCosts.count == couplingCount, "one cost for each coupling")
    let graph = DirectedGraph(
      nodeCount: moduleCount, sources: couplingSources, targets: couplingTargets)
    let components = strongComponents(of: graph)
    var tangles: [Tangle] = []
    for component in 0..<Int32(components.count) {
      let modules = components.members(of: component).sorted()
      guard modules.count > 1 else { continue }
      tangles.append(Tangle(modules: modules, graph, bridgeCosts))
    }
    return tangles.sorted { $0.modules.lexicographicallyPrecedes($1.modules) }
  }
}

extension Tangle {
  fileprivate init(modules: [Int32], _ graph: DirectedGraph, _ costs: [Int64]) {
    var couplings: [Int32] = []
    var sources: [Int32] = []
    var targets: [Int32] = []
    func place(_ module: Int32) -> Int32? {
      var range = 0..<modules.count
      while range.count > 1 {
        let middle = range.lowerBound + range.count / 2
        range =
          modules[middle] <= module ? middle..<range.upperBound : range.lowerBound..<middle
      }
      return modules[range.lowerBound] == module ? Int32(range.lowerBound) : nil
    }
    for (source, module) in modules.enumerated() {
      for coupling in graph.outgoingEdges(of: module) {
        let used = graph.target(ofEdge: coupling)
        guard used != module, let target = place(used) else { continue }
        couplings.append(coupling)
        sources.append(Int32(source))
        targets.append(target)
      }
    }
    let set = FeedbackArcSet(
      of: DirectedGraph(nodeCount: modules.count, sources: sources, targets: targets),
      weights: couplings.map { costs[Int($0)] })
    self.init(
      modules: modules, bridges: set.edges.map { couplings[Int($0)] }.sorted(), cost: set.weight,
      lowerBound: set.lowerBound)
  }
}
