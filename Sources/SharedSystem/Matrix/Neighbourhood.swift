import Graphs

/// What one module uses and what uses it, directly and through others.
package struct Neighbourhood: Hashable, Sendable {
  /// A module in the neighbourhood, at the end of a shortest way to it.
  package struct Step: Hashable, Sendable {
    /// The module, by its place in the model.
    package var module: Int32
    /// The module before it on the way, one hop nearer.
    package var through: Int32
    /// How many couplings the way has.
    package var hop: Int
    /// The couplings between the two in the way's direction, by their place in the model.
    package var couplings: [Int32]
  }

  /// The module in the middle, by its place in the model.
  package let centre: Int32
  /// What it uses: each module once, followed by those that are reached through it.
  package let uses: [Step]
  /// What uses it, in the same manner.
  package let usedBy: [Step]
  /// The couplings between the modules above that no step has.
  package let further: Int

  /// Looks round a module.
  ///
  /// - Parameters:
  ///   - centre: the module, by its place in the model.
  ///   - model: the shared system.
  ///   - hops: how many couplings a way may have, at least 1.
  /// - Complexity: O(modules + couplings).
  package init(of centre: Int32, in model: SystemModel, hops: Int) {
    let couplings = CouplingGraph(model)
    self.centre = centre
    uses = Neighbourhood.walk(couplings.graph, couplings.couplings, from: centre, hops: hops)
    usedBy = Neighbourhood.walk(
      couplings.graph.reversed(), couplings.couplings, from: centre, hops: hops)
    let steps = uses + usedBy
    let shown = Set(steps.map(\.module)).union([centre])
    let listed = Set(steps.flatMap(\.couplings))
    further = (0..<Int32(couplings.graph.edgeCount)).count { edge in
      shown.contains(couplings.graph.source(ofEdge: edge))
        && shown.contains(couplings.graph.target(ofEdge: edge))
        && !listed.contains(couplings.couplings[Int(edge)])
    }
  }

  /// Breadth first finds the ways, depth first lists them.
  private static func walk(
    _ graph: DirectedGraph, _ couplings: [Int32], from centre: Int32, hops: Int
  ) -> [Step] {
    var steps: [Step] = []
    var stepOfModule: [Int32: Int] = [:]
    var children: [[Int]] = []
    var firsts: [Int] = []
    var layer = [(module: centre, step: Int?.none)]
    for hop in 1..<(max(hops, 1) + 1) where !layer.isEmpty {
      var next: [(module: Int32, step: Int?)] = []
      for (module, parent) in layer {
        for edge in graph.outgoingEdges(of: module) {
          let reached = graph.target(ofEdge: edge)
          if reached == centre { continue }
          let coupling = couplings[Int(edge)]
          if let step = stepOfModule[reached] {
            if steps[step].through == module { steps[step].couplings.append(coupling) }
            continue
          }
          let step = steps.count
          stepOfModule[reached] = step
          steps.append(Step(module: reached, through: module, hop: hop, couplings: [coupling]))
          children.append([])
          if let parent { children[parent].append(step) } else { firsts.append(step) }
          next.append((reached, step))
        }
      }
      layer = next
    }
    var listed: [Step] = []
    var open = Array(firsts.reversed())
    while let step = open.popLast() {
      listed.append(steps[step])
      open += children[step].reversed()
    }
    return listed
  }
}
