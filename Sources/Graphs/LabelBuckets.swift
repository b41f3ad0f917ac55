/// Nodes filed under small integers, so that a label's nodes are listed and one is taken out at once.
///
/// - Complexity: every operation O(1) time; O(nodes + labels) space.
struct LabelBuckets: Sendable {
  private(set) var first: [Int32]
  private(set) var next: [Int32]
  private var previous: [Int32]

  /// Makes empty buckets for labels `0...labelCount`.
  init(nodeCount: Int, labelCount: Int) {
    first = Array(repeating: -1, count: labelCount + 1)
    next = Array(repeating: -1, count: nodeCount)
    previous = next
  }

  mutating func insert(_ node: Int32, label: Int32) {
    let head = first[Int(label)]
    next[Int(node)] = head
    previous[Int(node)] = -1
    if head >= 0 { previous[Int(head)] = node }
    first[Int(label)] = node
  }

  mutating func remove(_ node: Int32, label: Int32) {
    let after = next[Int(node)]
    let before = previous[Int(node)]
    if after >= 0 { previous[Int(after)] = before }
    if before >= 0 { next[Int(before)] = after } else { first[Int(label)] = after }
  }

  /// Forgets the nodes of a label.
  mutating func clear(label: Int) { first[label] = -1 }

  func isEmpty(label: Int32) -> Bool { first[Int(label)] < 0 }
}
