/// Sends as much as possible from one node of a network to another, by pushing excess downhill.
///
/// The node with the highest label is discharged first. Labels are made exact from time to time by a
/// search from the sink (global relabelling), and what lies above an empty label is given up at once
/// (gap). A first pass finds how much arrives; a second one, the same with the source as the aim,
/// takes back what did not.
///
/// - Complexity: O(V² √E) time, O(V + E) space; nothing is allocated while it runs, no recursion.
/// - Source: A. V. Goldberg and R. E. Tarjan, "A new approach to the maximum-flow problem",
///   *Journal of the ACM* 35 (1988), 921–940, doi:10.1145/48014.61051; B. V. Cherkassky and
///   A. V. Goldberg, "On implementing the push-relabel method for the maximum flow problem",
///   *Algorithmica* 19 (1997), 390–410, doi:10.1007/PL00009180.
struct PushRelabel: Sendable {
  private let nodeCount: Int
  private var excess: [Int64]
  private var label: [Int32]
  /// The arc at which the scan of each node goes on.
  private var current: [Int32]
  private var levels: LabelBuckets
  /// Stacks of the nodes with excess, by label.
  private var firstActive: [Int32]
  private var nextActive: [Int32]
  private var isActive: [Bool]
  private var queue: [Int32]
  private var highestActive = 0
  private var highestLabel = 0
  /// What relabelling has cost since labels were exact.
  private var work = 0
  /// Where excess is pushed to, and the terminal that takes no part.
  private var root: Int32 = 0
  private var other: Int32 = 0

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    excess = Array(repeating: 0, count: nodeCount)
    label = Array(repeating: 0, count: nodeCount)
    current = label
    levels = LabelBuckets(nodeCount: nodeCount, labelCount: nodeCount)
    firstActive = Array(repeating: -1, count: nodeCount + 1)
    nextActive = Array(repeating: -1, count: nodeCount)
    isActive = Array(repeating: false, count: nodeCount)
    queue = Array(repeating: 0, count: nodeCount)
  }

  /// Turns the residual capacities of a network without flow into those of a maximum flow.
  ///
  /// - Returns: the value of the flow.
  mutating func run(
    _ network: inout ResidualNetwork, from source: Int32, to sink: Int32
  ) -> Int64 {
    for node in excess.indices { excess[node] = 0 }
    for arc in network.arcs(of: source) where network.residual[arc] > 0 {
      let amount = network.residual[arc]
      network.residual[arc] = 0
      network.residual[Int(network.mates[arc])] += amount
      excess[Int(network.heads[arc])] += amount
    }
    pushAll(&network, to: sink, apartFrom: source)
    pushAll(&network, to: source, apartFrom: sink)
    return excess[Int(sink)]
  }

  private mutating func pushAll(
    _ network: inout ResidualNetwork, to root: Int32, apartFrom other: Int32
  ) {
    self.root = root
    self.other = other
    relabelAll(network)
    let patience = 6 * nodeCount + network.arcCount / 2
    while highestActive >= 0 {
      let node = firstActive[highestActive]
      if node < 0 {
        highestActive -= 1
        continue
      }
      firstActive[highestActive] = nextActive[Int(node)]
      isActive[Int(node)] = false
      discharge(node, &network)
      if work > patience { relabelAll(network) }
    }
  }

  /// Pushes the excess of a node downhill, lifting the node as often as needed or until the root
  /// is out of its reach.
  private mutating func discharge(_ node: Int32, _ network: inout ResidualNetwork) {
    let place = Int(node)
    let end = Int(network.offsets[place + 1])
    while label[place] < nodeCount {
      let aim = label[place] - 1
      var arc = Int(current[place])
      var left = excess[place]
      while arc < end {
        let room = network.residual[arc]
        if room > 0 {
          let head = network.heads[arc]
          if label[Int(head)] == aim {
            let amount = min(room, left)
            network.residual[arc] = room - amount
            network.residual[Int(network.mates[arc])] += amount
            excess[Int(head)] += amount
            activate(head)
            left -= amount
            if left == 0 { break }
          }
        }
        arc += 1
      }
      excess[place] = left
      current[place] = Int32(arc)
      if left == 0 { return }
      lift(node, network)
    }
  }

  private mutating func activate(_ node: Int32) {
    let place = Int(node)
    guard node != root, node != other, !isActive[place], label[place] < nodeCount else { return }
    isActive[place] = true
    let level = Int(label[place])
    nextActive[place] = firstActive[level]
    firstActive[level] = node
    highestActive = max(highestActive, level)
  }

  /// Gives a node the lowest label from which it can push again.
  private mutating func lift(_ node: Int32, _ network: ResidualNetwork) {
    let place = Int(node)
    let old = label[place]
    levels.remove(node, label: old)
    if levels.isEmpty(label: old) {
      giveUp(above: Int(old))
      label[place] = Int32(nodeCount)
      return
    }
    let arcs = network.arcs(of: node)
    var lowest = Int32(nodeCount)
    for arc in arcs where network.residual[arc] > 0 {
      let height = label[Int(network.heads[arc])]
      if height < lowest {
        lowest = height
        current[place] = Int32(arc)
      }
    }
    work += 12 + arcs.count
    let new = min(lowest + 1, Int32(nodeCount))
    label[place] = new
    guard new < nodeCount else { return }
    levels.insert(node, label: new)
    highestLabel = max(highestLabel, Int(new))
  }

  /// No node has this label, so none above it reaches the root.
  private mutating func giveUp(above gap: Int) {
    guard gap < highestLabel else { return }
    for level in gap + 1...highestLabel {
      var node = levels.first[level]
      while node >= 0 {
        label[Int(node)] = Int32(nodeCount)
        isActive[Int(node)] = false
        node = levels.next[Int(node)]
      }
      levels.clear(label: level)
      firstActive[level] = -1
    }
    highestLabel = gap
  }

  /// Makes labels the exact distances to the root.
  private mutating func relabelAll(_ network: ResidualNetwork) {
    work = 0
    for level in 0...nodeCount {
      levels.clear(label: level)
      firstActive[level] = -1
    }
    for node in label.indices {
      label[node] = Int32(nodeCount)
      isActive[node] = false
    }
    highestActive = -1
    label[Int(root)] = 0
    queue[0] = root
    var head = 0
    var tail = 1
    while head < tail {
      let node = queue[head]
      head += 1
      let distance = label[Int(node)] + 1
      highestLabel = Int(distance)
      for arc in network.arcs(of: node) {
        let neighbour = network.heads[arc]
        guard label[Int(neighbour)] == nodeCount, neighbour != other,
          network.residual[Int(network.mates[arc])] > 0
        else { continue }
        label[Int(neighbour)] = distance
        queue[tail] = neighbour
        tail += 1
      }
    }
    for position in 1..<max(1, tail) {
      let node = queue[position]
      current[Int(node)] = network.offsets[Int(node)]
      levels.insert(node, label: label[Int(node)])
      if excess[Int(node)] > 0 { activate(node) }
    }
    highestLabel = min(highestLabel, nodeCount)
  }
}
