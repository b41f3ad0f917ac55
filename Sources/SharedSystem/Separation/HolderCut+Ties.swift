import Graphs

extension HolderCut {
  /// Of all minimum cuts the one that gives module after module, in the order of ties, the lowest
  /// choice that is left.
  ///
  /// Minimum cuts are the sets that no residual arc leaves, with the source and without the sink.
  /// Deciding a variable 1 decides all 1 that it reaches, 0 all 0 that reach it; a variable that is
  /// not yet decided can be either. Every variable is decided once.
  ///
  /// - Complexity: O(modules + couplings) time and space.
  func decidedByTies() -> [Bool] {
    var marks = Marks(network: network)
    marks.set(source, 1)
    marks.set(sink, 0)
    func state(_ variable: Int) -> Int8 {
      nodes[variable] < 0 ? decided[variable] : marks.values[Int(nodes[variable])]
    }
    let order = problem.order
    for module in order {
      let (holds, lacks) = (2 * Int(module), 2 * Int(module) + 1)
      // First alone; else second alone; else both.
      if state(lacks) != 0 {
        if state(lacks) < 0 { marks.set(nodes[lacks], 1) }
      } else if state(holds) < 0 {
        marks.set(nodes[holds], 0)
      }
    }
    return decided.indices.dropLast(2).map { state($0) == 1 }
  }
}

/// What is decided while ties are broken.
private struct Marks {
  let network: ResidualNetwork
  private(set) var values: [Int8]
  private var queue: [Int32] = []

  init(network: ResidualNetwork) {
    self.network = network
    values = Array(repeating: -1, count: network.nodeCount)
  }

  /// Decides a node and all that follow.
  mutating func set(_ node: Int32, _ value: Int8) {
    values[Int(node)] = value
    queue.removeAll(keepingCapacity: true)
    queue.append(node)
    var head = 0
    while head < queue.count {
      let next = queue[head]
      head += 1
      for arc in network.arcs(of: next) {
        let leads = network.residual[value == 1 ? arc : Int(network.mates[arc])] > 0
        let neighbour = network.heads[arc]
        guard leads, values[Int(neighbour)] < 0 else { continue }
        values[Int(neighbour)] = value
        queue.append(neighbour)
      }
    }
  }
}
