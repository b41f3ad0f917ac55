import Graphs

/// The oracle: the fewest edges of a walk with at least one edge between every pair of nodes, by
/// Floyd and Warshall. It knows nothing of adjacency lists, queues or stacks.
struct BruteForceDistances {
  private static let none = Int.max / 2

  private let nodeCount: Int
  /// The length from `from` to `to` is at `from * nodeCount + to`; `none` where there is no walk.
  private var lengths: [Int]

  init(of graph: DirectedGraph) {
    nodeCount = graph.nodeCount
    lengths = [Int](repeating: Self.none, count: nodeCount * nodeCount)
    for (source, target) in graph.edgePairs {
      lengths[Int(source) * nodeCount + Int(target)] = 1
    }
    for middle in 0..<nodeCount {
      for from in 0..<nodeCount where lengths[from * nodeCount + middle] < Self.none {
        for to in 0..<nodeCount {
          lengths[from * nodeCount + to] = min(
            lengths[from * nodeCount + to],
            lengths[from * nodeCount + middle] + lengths[middle * nodeCount + to])
        }
      }
    }
  }

  /// The length of a shortest cycle, nil if there is none.
  var shortestCycleLength: Int? {
    (0..<nodeCount).map { lengths[$0 * nodeCount + $0] }.filter { $0 < Self.none }.min()
  }

  /// The fewest edges of a path, which may be none; nil if there is no path.
  func pathLength(from source: Int, to target: Int) -> Int? {
    if source == target { return 0 }
    let length = lengths[source * nodeCount + target]
    return length < Self.none ? length : nil
  }
}
