extension CyclicComponent {
  /// An order of the nodes in which little weight leads back: built from both ends, then improved by
  /// moving single nodes to where least leads back until no move helps.
  ///
  /// - Complexity: O(n + m) memory; see ``FeedbackArcSet`` for time.
  func goodOrder() -> [Int32] {
    let graph = DirectedGraph(nodeCount: nodeCount, sources: sources, targets: targets)
    var order = orderFromBothEnds(graph)
    // Passes nearly always end after a few; the bound keeps the worst case away.
    for _ in 0..<50 where !improve(&order, graph) { break }
    return order
  }

  /// Takes sources to the front and sinks to the back, and when there is neither, the node from
  /// which most more leads away than to it to the front.
  ///
  /// - Complexity: O((n + m) log n) time.
  private func orderFromBothEnds(_ graph: DirectedGraph) -> [Int32] {
    var outWeight = [Int64](repeating: 0, count: nodeCount)
    var inWeight = outWeight
    var outCount = [Int](repeating: 0, count: nodeCount)
    var inCount = outCount
    for edge in edges.indices {
      outWeight[Int(sources[edge])] += weights[edge]
      inWeight[Int(targets[edge])] += weights[edge]
      outCount[Int(sources[edge])] += 1
      inCount[Int(targets[edge])] += 1
    }
    var isPlaced = [Bool](repeating: false, count: nodeCount)
    var front: [Int32] = []
    var back: [Int32] = []
    var free = (0..<Int32(nodeCount)).filter { outCount[Int($0)] == 0 || inCount[Int($0)] == 0 }
    // Of equal differences the node with the lower number comes first.
    var queue = BestFirst(
      values: (0..<nodeCount).map { outWeight[$0] - inWeight[$0] })
    func place(_ node: Int32, inFront: Bool) {
      isPlaced[Int(node)] = true
      if inFront { front.append(node) } else { back.append(node) }
      for edge in graph.outgoingEdges(of: node) {
        let other = Int(graph.target(ofEdge: edge))
        guard !isPlaced[other] else { continue }
        inCount[other] -= 1
        inWeight[other] -= weights[Int(edge)]
        if inCount[other] == 0 { free.append(Int32(other)) }
        queue.update(other, outWeight[other] - inWeight[other])
      }
      for edge in graph.incomingEdges(of: node) {
        let other = Int(graph.source(ofEdge: edge))
        guard !isPlaced[other] else { continue }
        outCount[other] -= 1
        outWeight[other] -= weights[Int(edge)]
        if outCount[other] == 0 { free.append(Int32(other)) }
        queue.update(other, outWeight[other] - inWeight[other])
      }
    }
    while front.count + back.count < nodeCount {
      if let node = free.popLast() {
        guard !isPlaced[Int(node)] else { continue }
        place(node, inFront: inCount[Int(node)] == 0)
      } else if let node = queue.takeBest(where: { !isPlaced[$0] }) {
        place(Int32(node), inFront: true)
      }
    }
    return front + back.reversed()
  }

  /// Moves each node to the place where least leads back; whether any moved.
  ///
  /// - Complexity: O(n · moves + m log m) time.
  private func improve(_ order: inout [Int32], _ graph: DirectedGraph) -> Bool {
    var positions = [Int](repeating: 0, count: nodeCount)
    for (position, node) in order.enumerated() { positions[Int(node)] = position }
    var hasMoved = false
    for node in 0..<Int32(nodeCount) {
      // Moving over a neighbour turns its edges over: walk away from the place in both directions.
      var neighbours: [(position: Int, gain: Int64)] = []
      for edge in graph.outgoingEdges(of: node) {
        neighbours.append((positions[Int(graph.target(ofEdge: edge))], weights[Int(edge)]))
      }
      for edge in graph.incomingEdges(of: node) {
        neighbours.append((positions[Int(graph.source(ofEdge: edge))], -weights[Int(edge)]))
      }
      neighbours.sort { ($0.position, $0.gain) < ($1.position, $1.gain) }
      let present = positions[Int(node)]
      var best: (gain: Int64, position: Int) = (0, present)
      var gain: Int64 = 0
      for (index, neighbour) in neighbours.enumerated().reversed()
      where neighbour.position < present {
        // Now before the neighbour: what leads to it no longer leads back.
        gain += neighbour.gain
        let isLast = index == 0 || neighbours[index - 1].position != neighbour.position
        if isLast, gain > best.gain { best = (gain, neighbour.position) }
      }
      gain = 0
      for (index, neighbour) in neighbours.enumerated() where neighbour.position > present {
        gain -= neighbour.gain
        let isLast =
          index == neighbours.count - 1 || neighbours[index + 1].position != neighbour.position
        if isLast, gain > best.gain { best = (gain, neighbour.position) }
      }
      guard best.position != present else { continue }
      hasMoved = true
      order.remove(at: present)
      order.insert(node, at: best.position)
      for position in min(present, best.position)...max(present, best.position) {
        positions[Int(order[position])] = position
      }
    }
    return hasMoved
  }
}

/// Numbers with values of which the largest is wanted; values change, and old entries are dropped
/// when they come up.
private struct BestFirst {
  private var values: [Int64]
  /// A heap: the largest value first, of equal ones the lowest number.
  private var heap: [(value: Int64, number: Int)] = []

  init(values: [Int64]) {
    self.values = values
    for (number, value) in values.enumerated() { push(value, number) }
  }

  mutating func update(_ number: Int, _ value: Int64) {
    guard values[number] != value else { return }
    values[number] = value
    push(value, number)
  }

  /// Takes the best number that passes.
  mutating func takeBest(where isWanted: (Int) -> Bool) -> Int? {
    while let first = heap.first {
      heap.swapAt(0, heap.count - 1)
      heap.removeLast()
      sink()
      if first.value == values[first.number], isWanted(first.number) { return first.number }
    }
    return nil
  }

  private func isBetter(_ one: Int, _ other: Int) -> Bool {
    (heap[one].value, heap[other].number) > (heap[other].value, heap[one].number)
  }

  private mutating func push(_ value: Int64, _ number: Int) {
    heap.append((value, number))
    var place = heap.count - 1
    while place > 0, isBetter(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, isBetter(child + 1, child) { child += 1 }
      guard isBetter(child, place) else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
}
