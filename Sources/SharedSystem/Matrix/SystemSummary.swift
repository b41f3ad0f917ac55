import Graphs

/// The figures of a shared system.
package struct SystemSummary: Hashable, Sendable {
  /// What an owner has to do with the modules.
  package struct Ownership: Hashable, Sendable {
    /// The owner's id.
    package var owner: String
    /// Modules that it alone holds or uses today.
    package var alone = 0
    /// Modules that it holds or uses today together with others.
    package var shared = 0
    /// Modules that are pinned to it.
    package var pinned = 0
  }

  /// Modules that use each other in a circle.
  package struct Tangle: Hashable, Sendable {
    /// The modules by their place in the model, users first.
    package var modules: [Int32]
    /// The couplings between them.
    package var couplings: Int
    /// Those that lead against the order of `modules`.
    package var feedback: Int
  }

  /// How strongly a module is coupled.
  package struct Fan: Hashable, Sendable {
    /// Different modules that use it.
    package var usedBy = 0
    /// Different modules that it uses.
    package var uses = 0
    /// Its couplings in both directions.
    package var couplings = 0
  }

  /// Something that is not stated of everything.
  package struct Gap: Hashable, Sendable {
    /// What may be missing.
    package enum Fact: String, Hashable, Sendable, CaseIterable {
      case size, language, data, group, holder, couplingCost
    }
    package var fact: Fact
    /// How many lack it; above 0.
    package var missing: Int
    /// How many there are.
    package var total: Int
  }

  /// The owners in the model's order.
  package let ownerships: [Ownership]
  /// Modules that nobody is said to hold today.
  package let unheld: Int
  /// Modules that are pinned to no owner.
  package let free: Int
  /// The tangles, largest first.
  package let tangles: [Tangle]
  /// For each module of the model how it is coupled.
  package let fans: [Fan]
  /// What is missing.
  package let gaps: [Gap]

  /// Counts.
  ///
  /// - Complexity: O(modules · owners + couplings · log couplings), and what ``Arrangement`` takes.
  package init(_ model: SystemModel) {
    ownerships = model.owners.map { owner in
      var ownership = Ownership(owner: owner)
      for module in model.modules {
        if module.heldBy == [owner] {
          ownership.alone += 1
        } else if module.heldBy.contains(owner) {
          ownership.shared += 1
        }
        if module.owner == owner { ownership.pinned += 1 }
      }
      return ownership
    }
    unheld = model.modules.count { $0.heldBy.isEmpty }
    free = model.modules.count { $0.owner == nil }
    let graph = CouplingGraph(model).graph
    tangles = SystemSummary.tangles(graph)
    fans = (0..<Int32(graph.nodeCount)).map { node in
      Fan(
        usedBy: Set(graph.predecessors(of: node)).count,
        uses: Set(graph.successors(of: node)).count,
        couplings: graph.predecessors(of: node).count + graph.successors(of: node).count)
    }
    gaps = Gap.Fact.allCases.compactMap { fact in
      let missing = SystemSummary.missing(fact, model)
      let total =
        fact == .couplingCost ? model.couplings.count : model.modules.count
      return missing == 0 ? nil : Gap(fact: fact, missing: missing, total: total)
    }
  }

  private static func tangles(_ graph: DirectedGraph) -> [Tangle] {
    let all = Array(repeating: Int32(0), count: graph.nodeCount)
    let arrangement = Arrangement(graph, sections: all, kin: all)
    var place = Array(repeating: 0, count: graph.nodeCount)
    for (row, node) in arrangement.order.enumerated() { place[Int(node)] = row }
    var tangles = arrangement.tangles.map {
      Tangle(modules: Array(arrangement.order[$0]), couplings: 0, feedback: 0)
    }
    var tangleOfNode: [Int32: Int] = [:]
    for (index, tangle) in tangles.enumerated() {
      for node in tangle.modules { tangleOfNode[node] = index }
    }
    for edge in 0..<Int32(graph.edgeCount) {
      let (source, target) = (graph.source(ofEdge: edge), graph.target(ofEdge: edge))
      guard let tangle = tangleOfNode[source], tangle == tangleOfNode[target] else { continue }
      tangles[tangle].couplings += 1
      if place[Int(source)] > place[Int(target)] { tangles[tangle].feedback += 1 }
    }
    // A stable order: the sizes descend, and equal ones stay in the system's order.
    return tangles.enumerated()
      .sorted { ($1.element.modules.count, $0.offset) < ($0.element.modules.count, $1.offset) }
      .map(\.element)
  }

  private static func missing(_ fact: Gap.Fact, _ model: SystemModel) -> Int {
    switch fact {
    case .size: model.modules.count { $0.size.isEmpty }
    case .language: model.modules.count { $0.language == nil }
    case .data: model.modules.count { $0.data.isEmpty }
    case .group: model.modules.count { $0.group == nil }
    case .holder: model.modules.count { $0.heldBy.isEmpty }
    case .couplingCost: model.couplings.count { $0.cost == nil }
    }
  }
}
