/// The strongly connected components of a graph: two nodes are in the same component if and only if
/// each can be reached from the other.
///
/// Components are numbered in topological order: an edge between two components leads from the
/// lower to the higher number. A component of one node is not necessarily free of cycles: the node
/// may have a self loop.
public struct StrongComponents: Sendable, Equatable {
  /// Number of components.
  public let count: Int
  /// For each node the component it belongs to, in `0..<count`.
  public let componentOfNode: [Int32]
  /// Where each component's members start in ``memberNodes``; one entry more than components.
  package let memberOffsets: [Int32]
  /// The nodes grouped by component, ascending within each.
  package let memberNodes: [Int32]

  /// Groups the nodes by component.
  ///
  /// - Complexity: O(V) time and space.
  fileprivate init(count: Int, componentOfNode: [Int32]) {
    let members = Adjacency(
      nodeCount: count, nearEnds: componentOfNode, farEnds: Array(0..<Int32(componentOfNode.count)))
    self.count = count
    self.componentOfNode = componentOfNode
    self.memberOffsets = members.offsets
    self.memberNodes = members.neighbours
  }

  /// The nodes of one component, ascending.
  ///
  /// - Parameter component: a component in `0..<count`.
  /// - Returns: a slice with at least one node; its indices do not start at 0.
  /// - Complexity: O(1) time and space.
  public func members(of component: Int32) -> ArraySlice<Int32> {
    memberNodes[Int(memberOffsets[Int(component)])..<Int(memberOffsets[Int(component) + 1])]
  }
}

/// Finds the strongly connected components of a graph.
///
/// - Parameter graph: any graph.
/// - Returns: the components, numbered in topological order.
/// - Complexity: O(V + E) time, O(V) space; not recursive.
/// - Source: D. J. Pearce, "A space-efficient algorithm for finding strongly connected components",
///   *Information Processing Letters* 116 (2016) 47–52, doi:10.1016/j.ipl.2015.08.010; after
///   R. Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on Computing* 1
///   (1972) 146–160, doi:10.1137/0201010.
public func strongComponents(of graph: DirectedGraph) -> StrongComponents {
  var search = ComponentSearch(graph)
  for node in 0..<Int32(graph.nodeCount) where search.rank[Int(node)] == 0 {
    search.explore(from: node)
  }
  // Numbers were given from V downwards; the components are the numbers above the last unused one.
  let unused = search.nextComponent
  return StrongComponents(
    count: graph.nodeCount - Int(unused), componentOfNode: search.rank.map { $0 - unused - 1 })
}

/// A depth-first search with the path kept in an array.
private struct ComponentSearch {
  /// A node on the path from the start of the search to the current node.
  private struct Step {
    let node: Int32
    /// The node's visit number.
    let visit: Int32
    /// The smallest visit number the node is known to reach; its own if it is the first visited of
    /// its component.
    var lowest: Int32
    /// The edges not yet followed, as positions in `outgoing`.
    var next: Int32
    let end: Int32
  }

  /// 0 for a node not yet seen. For a node on the path, its visit number; for a pending node, the
  /// smallest visit number it is known to reach. For a finished node, the number of its component,
  /// which is larger than all of those: an edge to a finished node never lowers anything.
  var rank: [Int32]
  /// The next component's number. Counts down, because depth-first search finishes a component
  /// only after every component it leads to.
  var nextComponent: Int32
  private let outgoing: Adjacency
  /// One more than the number of nodes on the path or pending.
  private var nextVisit: Int32 = 1
  private var path: [Step] = []
  /// Nodes left behind by the path whose component is not finished.
  private var pending: [Int32] = []

  init(_ graph: DirectedGraph) {
    rank = [Int32](repeating: 0, count: graph.nodeCount)
    nextComponent = Int32(graph.nodeCount)
    outgoing = graph.outgoing
  }

  mutating func explore(from start: Int32) {
    enter(start)
    while let step = path.last {
      guard step.next < step.end else {
        path.removeLast()
        leave(step)
        continue
      }
      path[path.count - 1].next += 1
      let successor = outgoing.neighbours[Int(step.next)]
      let reached = rank[Int(successor)]
      if reached == 0 {
        enter(successor)
      } else if reached < step.lowest {
        path[path.count - 1].lowest = reached
      }
    }
  }

  private mutating func enter(_ node: Int32) {
    let positions = outgoing.positions(of: node)
    path.append(
      Step(
        node: node, visit: nextVisit, lowest: nextVisit,
        next: Int32(positions.lowerBound), end: Int32(positions.upperBound)))
    rank[Int(node)] = nextVisit
    nextVisit += 1
  }

  private mutating func leave(_ step: Step) {
    guard step.lowest == step.visit else {
      rank[Int(step.node)] = step.lowest
      pending.append(step.node)
      // The step reaches a node visited before it, so it has a predecessor on the path.
      path[path.count - 1].lowest = min(path[path.count - 1].lowest, step.lowest)
      return
    }
    while let member = pending.last, rank[Int(member)] >= step.visit {
      pending.removeLast()
      rank[Int(member)] = nextComponent
    }
    rank[Int(step.node)] = nextComponent
    nextComponent -= 1
    nextVisit = step.visit
  }
}
