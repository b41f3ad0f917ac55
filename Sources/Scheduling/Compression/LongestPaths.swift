/// Longest paths over the events of a project whose activities may take `shortest` to `longest`.
///
/// An activity is two arcs: its finish comes at least `shortest` after its start, and its start at
/// most `longest` before its finish. Values are raised, activity by activity, until nothing rises any
/// more. One sweep is enough when the constraints lead forwards alone, whatever their types; each
/// chain of maximal lags costs another.
///
/// - Complexity: O(sweeps · (activities + constraints)), at most one sweep an event; not recursive.
/// - Source: R. Bellman, "On a routing problem", *Quarterly of Applied Mathematics* 16 (1958), 87–90.
struct LongestPaths {
  /// What an event that no path reaches has.
  static let unreached = Int64.min / 4

  let graph: EventGraph
  /// False for paths from the project's start; true for paths to its finish.
  let isBackward: Bool
  /// By event, the length of the longest path.
  private(set) var values: [Int64]
  /// By event, the event before it on that path (after it, when backward), and the difference.
  private(set) var parents: [Int32]
  private(set) var parentItems: [Int32]

  /// What stands for an activity among the differences: from start to finish, and back.
  static let activityItem: Int32 = -2
  static let activityBackItem: Int32 = -3

  init(_ graph: EventGraph, isBackward: Bool = false) {
    self.graph = graph
    self.isBackward = isBackward
    values = Array(repeating: LongestPaths.unreached, count: graph.eventCount)
    parents = Array(repeating: -1, count: graph.eventCount)
    parentItems = parents
    values[isBackward ? graph.projectFinish : 0] = 0
  }

  /// Goes on from values that are given.
  init(_ graph: EventGraph, from values: [Int64]) {
    self.init(graph)
    self.values = values
  }

  /// Raises all values.
  ///
  /// - Returns: whether they came to rest; false when a loop raises itself for ever.
  mutating func run(shortest: [Int64], longest: [Int64]) -> Bool {
    var sweep = 1
    while true {
      var isAtRest = true
      for step in graph.order.indices {
        let activity = Int(graph.order[isBackward ? graph.order.count - 1 - step : step])
        let near = 2 * activity + (isBackward ? 2 : 1)
        let far = 2 * activity + (isBackward ? 1 : 2)
        if pull(near) { isAtRest = false }
        if pull(far) { isAtRest = false }
        guard values[near] > Self.unreached || values[far] > Self.unreached else { continue }
        if raise(far, to: values[near] + shortest[activity], near, Self.activityItem) {
          isAtRest = false
        }
        if raise(near, to: values[far] - longest[activity], far, Self.activityBackItem) {
          isAtRest = false
        }
      }
      if pull(0) { isAtRest = false }
      if pull(graph.projectFinish) { isAtRest = false }
      // The first sweep always moves something; only a second one tells whether it was enough.
      if isAtRest { return true }
      if sweep & (sweep - 1) == 0, sweep > 1, loop != nil { return false }
      sweep += 1
    }
  }

  private mutating func pull(_ event: Int) -> Bool {
    var hasRisen = false
    let filed = isBackward ? graph.outgoing : graph.incoming
    for position in filed.range(event) {
      let arc = filed.arcs[position]
      let value = values[Int(arc.other)]
      if value > Self.unreached, raise(event, to: value + arc.lag, Int(arc.other), arc.item) {
        hasRisen = true
      }
    }
    return hasRisen
  }

  private mutating func raise(_ event: Int, to value: Int64, _ parent: Int, _ item: Int32) -> Bool {
    guard value > values[event], values[parent] > Self.unreached else { return false }
    values[event] = value
    parents[event] = Int32(parent)
    parentItems[event] = item
    return true
  }

  /// A loop among the parents, in the direction of time; nil when there is none.
  var loop: [Int32]? {
    var seen = [Int32](repeating: -1, count: parents.count)
    for begin in parents.indices {
      var event = Int32(begin)
      while event >= 0, seen[Int(event)] < 0 {
        seen[Int(event)] = Int32(begin)
        event = parents[Int(event)]
      }
      guard event >= 0, seen[Int(event)] == Int32(begin) else { continue }
      var loop = [event]
      var other = parents[Int(event)]
      while other != event {
        loop.append(other)
        other = parents[Int(other)]
      }
      return isBackward ? loop : loop.reversed()
    }
    return nil
  }

  /// The events of the longest path that ends at an event, in the direction of time, and by event
  /// the difference that leads to it (-1 for the first).
  func path(to event: Int) -> (events: [Int32], items: [Int32]) {
    var events = [Int32(event)]
    var items: [Int32] = []
    while parents[Int(events[events.count - 1])] >= 0 {
      let last = Int(events[events.count - 1])
      items.append(parentItems[last])
      events.append(parents[last])
    }
    items.append(-1)
    return (events.reversed(), items.reversed())
  }
}
