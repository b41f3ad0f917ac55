/// Nodes by their distances, the nearest first: a binary heap. A node may be in it several times.
struct EventQueue: Sendable {
  private struct Entry {
    var distance: Int64
    var node: Int32
  }

  private var heap: [Entry] = []

  var isEmpty: Bool { heap.isEmpty }

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  /// - Complexity: O(log entries).
  mutating func add(_ node: Int32, at distance: Int64) {
    var place = heap.count
    heap.append(Entry(distance: distance, node: node))
    while place > 0 {
      let parent = (place - 1) / 2
      if heap[parent].distance <= distance { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = Entry(distance: distance, node: node)
  }

  /// - Complexity: O(log entries).
  mutating func removeNearest() -> (node: Int32, distance: Int64)? {
    guard let nearest = heap.first, let last = heap.popLast() else { return nil }
    let count = heap.count
    if count > 0 {
      var place = 0
      while true {
        var child = 2 * place + 1
        if child >= count { break }
        if child + 1 < count, heap[child + 1].distance < heap[child].distance { child += 1 }
        if heap[child].distance >= last.distance { break }
        heap[place] = heap[child]
        place = child
      }
      heap[place] = last
    }
    return (nearest.node, nearest.distance)
  }
}
