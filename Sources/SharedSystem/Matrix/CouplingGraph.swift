package import Graphs

/// The couplings of a system as a graph: nodes are modules by their place in the model, edges lead
/// from the module that uses to the one that is used.
///
/// Couplings with an end that is no module are left out, and so are those of a module with itself;
/// the reader of plans refuses both.
package struct CouplingGraph: Sendable {
  /// The graph.
  package let graph: DirectedGraph
  /// For each edge, the coupling's place in the model.
  package let couplings: [Int32]

  /// Makes the graph of a model.
  ///
  /// - Complexity: O(modules + couplings).
  package init(_ model: SystemModel) {
    var places: [String: Int32] = [:]
    for (place, module) in model.modules.enumerated() { places[module.id] = Int32(place) }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var kept: [Int32] = []
    for (place, coupling) in model.couplings.enumerated() {
      guard let from = places[coupling.from], let to = places[coupling.to], from != to else {
        continue
      }
      sources.append(from)
      targets.append(to)
      kept.append(Int32(place))
    }
    graph = DirectedGraph(nodeCount: model.modules.count, sources: sources, targets: targets)
    couplings = kept
  }
}
