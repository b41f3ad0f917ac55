/// The nodes of a residual network from which a root is reached, with shortest paths: what is needed
/// to ask, of a maximum flow, how much more would flow if one node were a source too.
///
/// A question changes little: paths are augmented, the distances of the nodes that lose their path
/// are mended, and `undo()` puts back what was touched. Nodes out of reach of the root never come
/// into reach, since an augmenting path touches only nodes that reach it.
///
/// - Complexity: each augmentation costs the path and the arcs of the nodes whose distance changes;
///   as paths are shortest, there are at most O(V E) of them. O(V + E) space.
/// - Source: J. Edmonds and R. M. Karp, *Journal of the ACM* 19 (1972), 248–264,
///   doi:10.1145/321694.321699; distances are mended as in G. Ramalingam and T. Reps, "An
///   incremental algorithm for a generalization of the shortest-path problem", *Journal of
///   Algorithms* 21 (1996), 267–305, doi:10.1006/jagm.1996.0046.
package struct ResidualReach: Sendable {
  /// The label of a node from which no root is reached.
  private static let outOfReach = Int32.max
  private static let none: Int32 = -1

  /// The network in its present state.
  private var network: ResidualNetwork
  /// Distance to the nearest root.
  private var label: [Int32]
  /// The first arc of the path to the root.
  private var parent: [Int32]
  private let original: (residual: [Int64], label: [Int32], parent: [Int32])
  private var touchedNodes: [Int32] = []
  private var isTouched: [Bool]
  private var touchedArcs: [Int32] = []
  private var buckets: LabelBuckets
  /// While distances are mended: the bucket a node is in; `none` otherwise.
  private var bucketOfNode: [Int32]
  private var affected: [Int32] = []
  private var queue: [Int32] = []
  private var isVisited: [Bool]

  /// Searches a network backward from a root.
  ///
  /// - Complexity: O(V + E) time and space.
  package init(_ network: ResidualNetwork, root: Int32) {
    let count = network.nodeCount
    var label = [Int32](repeating: Self.outOfReach, count: count)
    var parent = [Int32](repeating: Self.none, count: count)
    label[Int(root)] = 0
    var queue = [root]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in network.arcs(of: node) {
        let neighbour = Int(network.heads[arc])
        let mate = network.mates[arc]
        guard label[neighbour] == Self.outOfReach, network.residual[Int(mate)] > 0 else { continue }
        label[neighbour] = label[Int(node)] + 1
        parent[neighbour] = mate
        queue.append(Int32(neighbour))
      }
    }
    self.network = network
    self.label = label
    self.parent = parent
    original = (network.residual, label, parent)
    isTouched = Array(repeating: false, count: count)
    isVisited = isTouched
    buckets = LabelBuckets(nodeCount: count, labelCount: count)
    bucketOfNode = Array(repeating: Self.none, count: count)
  }

  /// Makes a node another root: what arrives there is absorbed.
  package mutating func addRoot(_ root: Int32) {
    touch(root)
    label[Int(root)] = 0
    parent[Int(root)] = Self.none
    queue.removeAll(keepingCapacity: true)
    queue.append(root)
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let distance = label[Int(node)] + 1
      for arc in network.arcs(of: node) {
        let neighbour = network.heads[arc]
        let mate = network.mates[arc]
        guard label[Int(neighbour)] > distance, network.residual[Int(mate)] > 0 else { continue }
        touch(neighbour)
        label[Int(neighbour)] = distance
        parent[Int(neighbour)] = mate
        queue.append(neighbour)
      }
    }
  }

  /// Sends as much as possible from a node to the roots.
  ///
  /// - Parameters:
  ///   - source: where it comes from, no root.
  ///   - endless: what only paths without limit carry; it is not sent.
  /// - Returns: how much was sent; nil when that is `endless` or more.
  package mutating func send(from source: Int32, endless: Int64) -> Int64? {
    var sum: Int64 = 0
    while label[Int(source)] != Self.outOfReach {
      var amount = Int64.max
      var node = Int(source)
      while parent[node] >= 0 {
        let arc = Int(parent[node])
        amount = min(amount, network.residual[arc])
        node = Int(network.heads[arc])
      }
      sum = amount >= endless ? endless : sum + amount
      if sum >= endless { return nil }
      push(amount, from: source)
    }
    return sum
  }

  /// The nodes that a node reaches, itself included, without passing nodes that are excluded.
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
    for arc in touchedArcs { network.residual[Int(arc)] = original.residual[Int(arc)] }
    for node in touchedNodes {
      label[Int(node)] = original.label[Int(node)]
      parent[Int(node)] = original.parent[Int(node)]
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

  /// Sends an amount along the path of a node; the nodes whose arc is then full have lost theirs.
  private mutating func push(_ amount: Int64, from source: Int32) {
    var lowest = Self.outOfReach
    var pending = 0
    var node = Int(source)
    while parent[node] >= 0 {
      let arc = parent[node]
      let mate = network.mates[Int(arc)]
      touchedArcs.append(arc)
      touchedArcs.append(mate)
      network.residual[Int(arc)] -= amount
      network.residual[Int(mate)] += amount
      if network.residual[Int(arc)] == 0 {
        file(Int32(node), label[node])
        lowest = label[node]
        pending += 1
      }
      node = Int(network.heads[Int(arc)])
    }
    if pending > 0 { mend(from: lowest, pending: pending) }
  }

  private mutating func file(_ node: Int32, _ bucket: Int32) {
    bucketOfNode[Int(node)] = bucket
    buckets.insert(node, label: bucket)
  }

  /// Takes the first node of a bucket.
  private mutating func takeFirst(of bucket: Int32) -> Int32? {
    let node = buckets.first[Int(bucket)]
    guard node >= 0 else { return nil }
    buckets.remove(node, label: bucket)
    bucketOfNode[Int(node)] = Self.none
    return node
  }

  /// Finds other paths for nodes that lost theirs, nearest first: of the same length where there is
  /// one, else the shortest.
  private mutating func mend(from lowest: Int32, pending: Int) {
    var pending = pending
    var bucket = lowest
    affected.removeAll(keepingCapacity: true)
    while pending > 0 {
      guard let node = takeFirst(of: bucket) else {
        bucket += 1
        continue
      }
      pending -= 1
      touch(node)
      let arcs = network.arcs(of: node)
      if let arc = arcs.first(where: {
        network.residual[$0] > 0 && label[Int(network.heads[$0])] == bucket - 1
      }) {
        parent[Int(node)] = Int32(arc)
        continue
      }
      label[Int(node)] = Self.outOfReach
      parent[Int(node)] = Self.none
      affected.append(node)
      for arc in arcs {
        let child = network.heads[arc]
        guard parent[Int(child)] == network.mates[arc], bucketOfNode[Int(child)] == Self.none
        else { continue }
        file(child, label[Int(child)])
        pending += 1
      }
    }
    findLongerPaths()
  }

  private mutating func findLongerPaths() {
    var pending = 0
    var bucket = Self.outOfReach
    for node in affected {
      var best = Self.outOfReach
      for arc in network.arcs(of: node) where network.residual[arc] > 0 {
        let distance = label[Int(network.heads[arc])]
        guard distance < best else { continue }
        best = distance
        parent[Int(node)] = Int32(arc)
      }
      guard best != Self.outOfReach else { continue }
      file(node, best + 1)
      bucket = min(bucket, best + 1)
      pending += 1
    }
    while pending > 0 {
      guard let node = takeFirst(of: bucket) else {
        bucket += 1
        continue
      }
      pending -= 1
      label[Int(node)] = bucket
      for arc in network.arcs(of: node) {
        let neighbour = network.heads[arc]
        let mate = network.mates[arc]
        // Whoever is out of reach and has an arc to this node was affected: the others cannot.
        guard label[Int(neighbour)] == Self.outOfReach, network.residual[Int(mate)] > 0
        else { continue }
        let filed = bucketOfNode[Int(neighbour)]
        guard filed == Self.none || filed > bucket + 1 else { continue }
        if filed != Self.none { buckets.remove(neighbour, label: filed) } else { pending += 1 }
        parent[Int(neighbour)] = mate
        file(neighbour, bucket + 1)
      }
    }
  }
}
