/// A set of choices: for each activity, which alternatives are left.
struct DiscreteNode: Sendable {
  /// By activity, a bit for each alternative.
  var masks: [UInt64]
  /// What none of them costs less than, scaled.
  var bound: Int64
}

/// Open sets of choices, the one with the least bound first.
struct DiscreteQueue: Sendable {
  private var heap: [DiscreteNode] = []

  var isEmpty: Bool { heap.isEmpty }
  /// The least bound of all.
  var leastBound: Int64? { heap.first?.bound }

  /// - Complexity: O(log nodes).
  mutating func add(_ node: DiscreteNode) {
    heap.append(node)
    var place = heap.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      if heap[parent].bound <= heap[place].bound { break }
      heap.swapAt(parent, place)
      place = parent
    }
  }

  /// - Complexity: O(log nodes).
  mutating func removeLeast() -> DiscreteNode? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let least = heap.removeLast()
    var place = 0
    while true {
      var child = 2 * place + 1
      if child >= heap.count { break }
      if child + 1 < heap.count, heap[child + 1].bound < heap[child].bound { child += 1 }
      if heap[place].bound <= heap[child].bound { break }
      heap.swapAt(place, child)
      place = child
    }
    return least
  }
}
