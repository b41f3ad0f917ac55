/// Edges without which a graph has no cycles, with as little weight as was found.
///
/// The problem is NP-hard. It is solved for each strong component alone, since no cycle leaves one:
/// exactly when the component has at most ``exactLimit`` nodes, else by a heuristic with a lower
/// bound beside it. The answer is the same in every run.
public struct FeedbackArcSet: Hashable, Sendable {
  /// The most nodes of a strong component that is solved exactly.
  public static let exactLimit = 20

  /// The edges, ascending; every edge from a node to itself is one of them.
  public private(set) var edges: [Int32] = []
  /// Their weight together.
  public private(set) var weight: Int64 = 0
  /// No set without which the graph has no cycles weighs less.
  public private(set) var lowerBound: Int64 = 0

  /// Whether no set weighs less.
  public var isExact: Bool { weight == lowerBound }
  /// How far the weight may be from the least.
  public var gap: Int64 { weight - lowerBound }

  /// Finds a set of a graph.
  ///
  /// - Parameters:
  ///   - graph: any graph.
  ///   - weights: by edge, at least 0; their sum must be less than 2⁶².
  /// - Complexity: a component of n ≤ 20 nodes takes O(2ⁿ n) time and O(2ⁿ) space; a larger one
  ///   with m edges O(m log m) to begin with, then O(n + m) for each pass of improvement and at most
  ///   `effort` steps for the bound. Not recursive.
  /// - Source: exact: E. L. Lawler, "A comment on minimum feedback arc sets", *IEEE Transactions on
  ///   Circuit Theory* 11 (1964), 296–297; heuristic: P. Eades, X. Lin and W. F. Smyth, "A fast and
  ///   effective heuristic for the feedback arc set problem", *Information Processing Letters* 47
  ///   (1993), 319–323, doi:10.1016/0020-0190(93)90079-O; bound: cycles without common weight.
  public init(of graph: DirectedGraph, weights: [Int64]) {
    precondition(weights.count == graph.edgeCount, "one weight for each edge")
    precondition(weights.allSatisfy { $0 >= 0 }, "no weight is below 0")
    let components = strongComponents(of: graph)
    var places = [Int32](repeating: 0, count: graph.nodeCount)
    for component in 0..<Int32(components.count) {
      let members = components.members(of: component)
      for (place, node) in members.enumerated() { places[Int(node)] = Int32(place) }
      var part = CyclicComponent(nodeCount: members.count)
      for node in members {
        for edge in graph.outgoingEdges(of: node) {
          let target = graph.target(ofEdge: edge)
          if target == node {
            edges.append(edge)
            weight += weights[Int(edge)]
            lowerBound += weights[Int(edge)]
          } else if components.componentOfNode[Int(target)] == component {
            part.add(edge, from: places[Int(node)], to: places[Int(target)], weights[Int(edge)])
          }
        }
      }
      guard members.count > 1 else { continue }
      let found = part.solve()
      edges += found.edges
      weight += found.weight
      lowerBound += found.lowerBound
    }
    edges.sort()
  }
}

/// A strong component of two or more nodes with numbers of its own.
struct CyclicComponent {
  let nodeCount: Int
  private(set) var edges: [Int32] = []
  private(set) var sources: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var weights: [Int64] = []

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  mutating func add(_ edge: Int32, from source: Int32, to target: Int32, _ weight: Int64) {
    edges.append(edge)
    sources.append(source)
    targets.append(target)
    weights.append(weight)
  }

  /// The edges that lead back in a good order of the nodes.
  func solve() -> (edges: [Int32], weight: Int64, lowerBound: Int64) {
    let isSmall = nodeCount <= FeedbackArcSet.exactLimit
    let order = isSmall ? exactOrder() : goodOrder()
    var positions = [Int](repeating: 0, count: nodeCount)
    for (position, node) in order.enumerated() { positions[Int(node)] = position }
    var back: [Int32] = []
    var weight: Int64 = 0
    for edge in edges.indices
    where positions[Int(sources[edge])] > positions[Int(targets[edge])] {
      back.append(edges[edge])
      weight += weights[edge]
    }
    return (back, weight, isSmall ? weight : cyclePacking(upTo: weight))
  }

  /// An order of the nodes in which as little weight as possible leads back: by the set of the nodes
  /// that come first, the least that leads back among them.
  ///
  /// - Complexity: O(2ⁿ n) time, O(2ⁿ) space.
  private func exactOrder() -> [Int32] {
    let count = nodeCount
    let half = (count + 1) / 2
    // What leads from a node to a set, by the lower and the upper half of the set.
    var lower = [Int64](repeating: 0, count: count << half)
    var upper = lower
    for edge in edges.indices {
      let (source, target) = (Int(sources[edge]), Int(targets[edge]))
      if target < half {
        lower[source << half | 1 << target] += weights[edge]
      } else {
        upper[source << half | 1 << (target - half)] += weights[edge]
      }
    }
    for node in 0..<count {
      for set in 1..<(1 << half) where set & (set - 1) != 0 {
        let single = set & -set
        let rest = set ^ single
        lower[node << half | set] =
          lower[node << half | single] + lower[node << half | rest]
        upper[node << half | set] =
          upper[node << half | single] + upper[node << half | rest]
      }
    }
    let mask = 1 << half - 1
    func back(_ node: Int, _ set: Int) -> Int64 {
      lower[node << half | set & mask] + upper[node << half | set >> half]
    }
    var least = [Int64](repeating: 0, count: 1 << count)
    for set in 1..<(1 << count) {
      var best = Int64.max
      var rest = set
      while rest != 0 {
        let node = rest.trailingZeroBitCount
        rest &= rest - 1
        let before = set ^ 1 << node
        best = min(best, least[before] + back(node, before))
      }
      least[set] = best
    }
    var order: [Int32] = []
    var set = 1 << count - 1
    while set != 0 {
      var node = 0
      while set >> node & 1 == 0
        || least[set ^ 1 << node] + back(node, set ^ 1 << node) != least[set]
      {
        node += 1
      }
      order.append(Int32(node))
      set ^= 1 << node
    }
    return order.reversed()
  }
}
