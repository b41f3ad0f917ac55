/// How much more would flow to a root of a residual network if one node were a source, asked of one
/// node after the other: what it takes to force choices upon a minimum cut.
///
/// A question changes little. Paths are augmented where labels fall, from labels that are the
/// distances to the root before any question; `undo()` puts back what was touched. Nodes out of
/// reach of the root never come into reach, since an augmenting path touches only nodes that reach
/// it.
///
/// Nodes whose paths are gone or far longer drive each other's labels up by small steps. So that this
/// ends early, a search from the source raises them at once from time to time, at about the cost that
/// the small steps had.
///
/// - Complexity: local as a rule; at most O(V² E) time for each question. O(V + E) space.
/// - Source: shortest augmenting paths with labels and current arcs, R. K. Ahuja and J. B. Orlin,
///   "Distance-directed augmenting path algorithms for maximum flow and parametric maximum flow
///   problems", *Naval Research Logistics* 38 (1991), 413–430.
package struct ResidualReach: Sendable {
  /// The label of a node from which no root is reached.
  private static let outOfReach = Int32.max

  /// The network in its present state.
  private var network: ResidualNetwork
  /// At most the distance to the nearest root, as long as no root is added.
  private var label: [Int32]
  /// The arc at which the scan of each node goes on.
  private var current: [Int32]
  private let originalResidual: [Int64]
  private var originalLabel: [Int32] = []
  /// No node that reaches a root has a larger label: twice the nodes, since with an added root labels
  /// may begin above the distance.
  private let greatestLabel: Int32
  private var touchedNodes: [Int32] = []
  private var isTouched: [Bool]
  private var touchedArcs: [Int32] = []
  /// The arcs from the source to where the search stands.
  private var path: [Int32] = []
  private var visited: [Int32] = []
  private var isVisited: [Bool]
  /// Where the nodes of each distance begin in `visited`.
  private var levelStarts: [Int] = []

  /// Searches a network backward from a root.
  ///
  /// - Complexity: O(V + E) time and space.
  package init(_ network: ResidualNetwork, root: Int32) {
    let count = network.nodeCount
    label = Array(repeating: Self.outOfReach, count: count)
    current = Array(network.offsets.prefix(count))
    isTouched = Array(repeating: false, count: count)
    isVisited = isTouched
    greatestLabel = Int32(clamping: 2 * count)
    originalResidual = network.residual
    self.network = network
    label[Int(root)] = 0
    visited = [root]
    labelOthers()
    originalLabel = label
    undo()
  }

  /// Labels what reaches the visited nodes and has no label, in breadth-first order.
  private mutating func labelOthers() {
    var head = 0
    while head < visited.count {
      let node = visited[head]
      head += 1
      for arc in network.arcs(of: node) {
        let neighbour = network.heads[arc]
        guard label[Int(neighbour)] == Self.outOfReach,
          network.residual[Int(network.mates[arc])] > 0
        else { continue }
        touch(neighbour)
        label[Int(neighbour)] = label[Int(node)] + 1
        visited.append(neighbour)
      }
    }
  }

  /// Makes a node another root: what arrives there is absorbed.
  ///
  /// Nodes that already reach a root keep their labels, though the new root may be nearer.
  ///
  /// - Complexity: O(the arcs of nodes that come into reach).
  package mutating func addRoot(_ root: Int32) {
    touch(root)
    label[Int(root)] = 0
    visited.removeAll(keepingCapacity: true)
    visited.append(root)
    labelOthers()
  }

  /// Sends as much as possible from a node to the roots.
  ///
  /// - Parameters:
  ///   - source: where it comes from, no root.
  ///   - endless: what only paths without limit carry; it is not sent.
  /// - Returns: how much was sent; nil when that is `endless` or more.
  package mutating func send(from source: Int32, endless: Int64) -> Int64? {
    var sum: Int64 = 0
    var node = source
    var work = 0
    var patience = 64
    path.removeAll(keepingCapacity: true)
    while label[Int(source)] != Self.outOfReach {
      if label[Int(node)] == 0 {
        let amount = path.reduce(Int64.max) { min($0, network.residual[Int($1)]) }
        sum = amount >= endless ? endless : sum + amount
        if sum >= endless { return nil }
        node = push(amount, from: source)
      } else if let arc = fallingArc(of: node) {
        path.append(Int32(arc))
        node = network.heads[arc]
      } else {
        lift(node)
        work += network.arcs(of: node).count
        if let arc = path.popLast() { node = network.heads[Int(network.mates[Int(arc)])] }
        guard work > patience else { continue }
        // Whatever the search cost, labelling pays for it before it is made again.
        patience = 2 * max(work, raiseLabels(from: source, effort: work))
        work = 0
        path.removeAll(keepingCapacity: true)
        node = source
      }
    }
    return sum
  }

  /// The next arc with room that leads to a lower label.
  private mutating func fallingArc(of node: Int32) -> Int? {
    touch(node)
    let end = Int(network.offsets[Int(node) + 1])
    let height = label[Int(node)]
    var arc = Int(current[Int(node)])
    while arc < end, network.residual[arc] == 0 || label[Int(network.heads[arc])] >= height {
      arc += 1
    }
    current[Int(node)] = Int32(arc)
    return arc < end ? arc : nil
  }

  /// Gives a node the lowest label from which an arc falls.
  private mutating func lift(_ node: Int32) {
    var lowest = Self.outOfReach
    for arc in network.arcs(of: node) where network.residual[arc] > 0 {
      lowest = min(lowest, label[Int(network.heads[arc])])
    }
    label[Int(node)] = lowest >= greatestLabel ? Self.outOfReach : lowest + 1
    current[Int(node)] = network.offsets[Int(node)]
  }

  /// Sends an amount along the path, and steps back to the node before its first full arc.
  private mutating func push(_ amount: Int64, from source: Int32) -> Int32 {
    var kept = path.count
    for (position, arc) in path.enumerated().reversed() {
      let mate = network.mates[Int(arc)]
      touchedArcs.append(arc)
      network.residual[Int(arc)] -= amount
      network.residual[Int(mate)] += amount
      if network.residual[Int(arc)] == 0 { kept = position }
    }
    path.removeSubrange(kept...)
    return path.last.map { network.heads[Int($0)] } ?? source
  }

  /// Searches forward from a node until it meets a root, with limited effort, and raises labels: when
  /// no root is nearer to the source than D, none is nearer to a node at distance d than D − d.
  ///
  /// - Returns: how many arcs were looked at.
  private mutating func raiseLabels(from source: Int32, effort: Int) -> Int {
    visited.removeAll(keepingCapacity: true)
    levelStarts.removeAll(keepingCapacity: true)
    visited.append(source)
    isVisited[Int(source)] = true
    var arcCount = 0
    var head = 0
    var hasMetRoot = false
    var lastEnd = 0
    while head < visited.count, arcCount <= effort, !hasMetRoot {
      // One level after the other: a level that is not searched to its end says nothing.
      levelStarts.append(head)
      lastEnd = visited.count
      while head < lastEnd, !hasMetRoot {
        let arcs = network.arcs(of: visited[head])
        head += 1
        arcCount += arcs.count
        for arc in arcs where network.residual[arc] > 0 {
          let neighbour = network.heads[arc]
          // What is out of reach stays so: all of the source's side, as a rule.
          guard !isVisited[Int(neighbour)], label[Int(neighbour)] != Self.outOfReach
          else { continue }
          if label[Int(neighbour)] == 0 {
            hasMetRoot = true
            break
          }
          isVisited[Int(neighbour)] = true
          visited.append(neighbour)
        }
      }
    }
    let isClosed = !hasMetRoot && head == visited.count
    // The root met, or the nodes of the level that comes next, are this far from the source.
    let distance = levelStarts.count
    for node in visited { isVisited[Int(node)] = false }
    for level in 0..<distance {
      let end = level + 1 < distance ? levelStarts[level + 1] : lastEnd
      let nearest = isClosed ? Self.outOfReach : Int32(distance - level)
      for position in levelStarts[level]..<end {
        let node = visited[position]
        guard nearest > label[Int(node)] else { continue }
        touch(node)
        label[Int(node)] = nearest
        current[Int(node)] = network.offsets[Int(node)]
      }
    }
    return arcCount
  }

  /// The nodes that a node reaches, itself included, without passing nodes that are excluded.
  ///
  /// - Complexity: O(their arcs).
  package mutating func reached(from source: Int32, excluding: [Bool]) -> [Int32] {
    var nodes = [source]
    isVisited[Int(source)] = true
    var head = 0
    while head < nodes.count {
      let node = nodes[head]
      head += 1
      for arc in network.arcs(of: node) where network.residual[arc] > 0 {
        let neighbour = network.heads[arc]
        guard !isVisited[Int(neighbour)], !excluding[Int(neighbour)] else { continue }
        isVisited[Int(neighbour)] = true
        nodes.append(neighbour)
      }
    }
    for node in nodes { isVisited[Int(node)] = false }
    return nodes
  }

  /// Goes back to the state after `init`.
  ///
  /// - Complexity: O(what was touched) time.
  package mutating func undo() {
    for arc in touchedArcs {
      let mate = Int(network.mates[Int(arc)])
      network.residual[Int(arc)] = originalResidual[Int(arc)]
      network.residual[mate] = originalResidual[mate]
    }
    for node in touchedNodes {
      label[Int(node)] = originalLabel[Int(node)]
      current[Int(node)] = network.offsets[Int(node)]
      isTouched[Int(node)] = false
    }
    touchedArcs.removeAll(keepingCapacity: true)
    touchedNodes.removeAll(keepingCapacity: true)
  }

  private mutating func touch(_ node: Int32) {
    guard !isTouched[Int(node)] else { return }
    isTouched[Int(node)] = true
    touchedNodes.append(node)
  }
}
