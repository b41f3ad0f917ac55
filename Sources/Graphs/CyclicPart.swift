/// The part of a graph that lies on cycles of two or more nodes, with contiguous numbers of its own.
///
/// An edge is in it if and only if both its ends are in the same strongly connected component;
/// self loops are left out. Its nodes are numbered by component, smallest component first, and
/// within a component in breadth-first order from the node with the smallest index: searches that
/// follow read memory nearly in sequence, whatever the order of the original numbers.
struct CyclicPart {
  /// Where each node's entries in ``successors`` start; one entry more than there are nodes.
  let offsets: [Int32]
  /// The targets of the edges, grouped by source.
  let successors: [Int32]
  /// For each node of the part, the node of the original graph.
  let originalNodes: [Int32]
  /// Nodes of the part, ascending, of which every cycle contains at least one.
  ///
  /// They are the nodes with several outgoing edges. A cycle that passes none of these cannot be
  /// left, so it is its whole component; of such a ring the first node is taken.
  let searchStarts: [Int32]

  /// Cuts the cyclic part out of a graph.
  ///
  /// - Complexity: O(V log V + E) time, O(V + E) space; the logarithm is for sorting components.
  init(of graph: DirectedGraph) {
    let components = strongComponents(of: graph)
    let componentOfNode = components.componentOfNode
    let cyclicComponents = (0..<Int32(components.count))
      .filter { components.members(of: $0).count > 1 }
      .sorted { (components.members(of: $0).count, $0) < (components.members(of: $1).count, $1) }

    let outgoing = graph.outgoing
    let unnumbered: Int32 = -1
    var partNodes = [Int32](repeating: unnumbered, count: graph.nodeCount)
    // Doubles as the queue: the successors of nodes before `head` have been numbered.
    var originalNodes: [Int32] = []
    var head = 0
    var offsets: [Int32] = [0]
    var successors: [Int32] = []
    var searchStarts: [Int32] = []

    for component in cyclicComponents {
      let firstNode = head
      let startCount = searchStarts.count
      for smallest in components.members(of: component).prefix(1) {
        partNodes[Int(smallest)] = Int32(firstNode)
        originalNodes.append(smallest)
      }
      while head < originalNodes.count {
        let node = originalNodes[head]
        let edgeCount = successors.count
        for position in outgoing.positions(of: node) {
          let successor = outgoing.neighbours[position]
          guard successor != node, componentOfNode[Int(successor)] == component else { continue }
          if partNodes[Int(successor)] == unnumbered {
            partNodes[Int(successor)] = Int32(originalNodes.count)
            originalNodes.append(successor)
          }
          successors.append(partNodes[Int(successor)])
        }
        offsets.append(Int32(successors.count))
        if successors.count - edgeCount > 1 {
          searchStarts.append(Int32(head))
        }
        head += 1
      }
      if searchStarts.count == startCount {
        searchStarts.append(Int32(firstNode))
      }
    }

    self.offsets = offsets
    self.successors = successors
    self.originalNodes = originalNodes
    self.searchStarts = searchStarts
  }
}
