/// The flow that is dual to the cheapest durations, with the times of all events as its potentials.
///
/// Each difference `from + length ≤ to` is an arc without bound. An activity is one arc for each of
/// its pieces, side by side: the first as long as the normal duration, carrying as much as a unit of
/// the first piece costs; the next one shorter by that piece, carrying the difference of the two
/// prices; the last as long as the shortest duration, without bound. An arc back says that the
/// activity takes no longer than normal. The flow is dearest for its amount when every arc that can
/// take more is no longer than the time between its ends, and every arc that carries something no
/// shorter: then the times are those of the cheapest durations.
///
/// An activity that can take one duration only has one node. An arc back that cannot matter is left
/// out: nothing but the activity leaves the start, or nothing else enters the finish.
struct CompressionFlow: Sendable {
  /// One direction of an arc: what it can still take.
  struct Half: Sendable {
    /// The node it leads to.
    var head: Int32
    /// The half in the other direction.
    var partner: Int32
    /// The least time from tail to head; negated in the half that takes flow back.
    var length: Int64
    var residual: Int64
  }

  /// The arcs of an activity that can take several durations.
  struct Pieces: Sendable {
    /// Its nodes.
    var start: Int32
    var finish: Int32
    /// Its halves: in `pieceHalves`, the one without bound last.
    var halves: Range<Int32>
    /// The half of its arc back; -1 when it has none.
    var back: Int32
  }

  /// What an arc without bound can take; more than all prices together.
  static let unbounded = Int64.max / 4

  let activityCount: Int
  let nodeCount: Int
  /// By event, its node and how long it comes after it.
  let nodeOf: [Int32]
  let offsetOf: [Int64]
  /// By node, its first half.
  let first: [Int32]
  /// By activity; nil for those with one node.
  let pieces: [Pieces?]
  let pieceHalves: [Int32]
  /// By node, the activity whose duration changes with its time; -1 for none.
  let activityOf: [Int32]
  /// The halves that stand for differences, and their items.
  let items: [(half: Int32, item: Int32)]
  /// The half from the project's finish back to its start; shut until it is closed.
  let closingHalf: Int32?

  var halves: [Half]
  /// By node, its time.
  var times: [Int64]

  // What a search uses again and again.
  var queue = EventQueue()
  var distance: [Int64]
  var state: [Int32]
  var round: Int32 = 0
  var settled: [Int32] = []
  var pending: [Int32] = []
  var current: [Int32]
  var path: [Int32] = []
  var reachedBy: [Int32]
  /// By node, how much more flow comes in than goes out; empty until something has changed.
  var excess: [Int64] = []
  var excessNodes: [Int32] = []

  var source: Int { 0 }
  var sink: Int { Int(nodeOf[2 * activityCount + 1]) }

  /// Lays out the network; the flow is empty and the times are those of the events.
  ///
  /// - Parameters:
  ///   - eventTimes: times that keep all differences, with every activity at its normal duration or
  ///     between that and the shortest.
  ///   - points: by activity, its durations and costs, convex, longest first.
  ///   - slots: by activity, how many pieces it may have at most.
  ///   - closing: whether there is an arc from the project's finish to its start.
  init(
    _ graph: EventGraph, eventTimes: [Int64], points: [[TimeCostActivity.Point]],
    slots: [Int], closing: Bool = false
  ) {
    let count = graph.activityCount
    activityCount = count
    var nodeOf = [Int32](repeating: 0, count: graph.eventCount)
    var offsetOf = [Int64](repeating: 0, count: graph.eventCount)
    var activityOf: [Int32] = [-1]
    var layout = Layout()
    for activity in 0..<count {
      let (start, finish) = (2 * activity + 1, 2 * activity + 2)
      nodeOf[start] = Int32(activityOf.count)
      if points[activity].count == 1 {
        activityOf.append(-1)
        offsetOf[finish] = points[activity][0].duration
      } else {
        activityOf += [Int32(activity), Int32(activity)]
      }
      nodeOf[finish] = Int32(activityOf.count - 1)
    }
    nodeOf[graph.projectFinish] = Int32(activityOf.count)
    activityOf.append(-1)

    var all: [Pieces?] = []
    for activity in 0..<count {
      guard points[activity].count > 1 else {
        all.append(nil)
        continue
      }
      let (start, finish) = (2 * activity + 1, 2 * activity + 2)
      let (from, to) = (nodeOf[start], nodeOf[finish])
      let begin = Int32(layout.arcs.count)
      for _ in 0...slots[activity] { layout.add(from, to, 0, item: -1) }
      let end = Int32(layout.arcs.count)
      var back: Int32 = -1
      if !graph.outgoing.range(start).isEmpty, !graph.incoming.range(finish).isEmpty {
        back = end
        layout.add(to, from, 0, item: -1)
      }
      all.append(Pieces(start: from, finish: to, halves: begin..<end, back: back))
    }
    for event in 0..<graph.eventCount {
      for position in graph.incoming.range(event) {
        let arc = graph.incoming.arcs[position]
        let (from, to) = (nodeOf[Int(arc.other)], nodeOf[event])
        // Within one node the difference is kept by the times that were given.
        if from == to { continue }
        layout.add(
          from, to, arc.lag + offsetOf[Int(arc.other)] - offsetOf[event], item: arc.item)
      }
    }
    if closing { layout.add(nodeOf[graph.projectFinish], 0, 0, item: -1) }

    let filed = layout.file(nodeCount: activityOf.count)
    pieceHalves = filed.halfOfArc
    for activity in all.indices {
      if let back = all[activity]?.back, back >= 0 {
        all[activity]?.back = filed.halfOfArc[Int(back)]
      }
    }
    pieces = all
    self.nodeOf = nodeOf
    self.offsetOf = offsetOf
    self.activityOf = activityOf
    nodeCount = activityOf.count
    first = filed.first
    halves = filed.halves
    closingHalf = closing ? filed.halfOfArc.last : nil
    items = filed.items
    times = Array(repeating: 0, count: nodeCount)
    distance = times
    state = Array(repeating: 0, count: nodeCount)
    current = state
    reachedBy = state
    for event in nodeOf.indices { times[Int(nodeOf[event])] = eventTimes[event] - offsetOf[event] }
    if let closingHalf { halves[Int(closingHalf)].residual = 0 }
    for activity in 0..<count where pieces[activity] != nil {
      setLengths(of: activity, points[activity])
    }
  }

  /// The flow at the longest duration that is cheapest: that of all longest durations, or, where
  /// latest dates or maximal lags forbid these, the shortest duration for the least cost.
  ///
  /// - Parameters:
  ///   - feasible: times that are possible with some durations.
  ///   - shortest: the shortest duration of the project.
  /// - Returns: the flow, and whether all longest durations are possible.
  static func beginning(
    _ graph: EventGraph, feasible: [Int64], shortest: Int64, points: [[TimeCostActivity.Point]],
    slots: [Int], closing: Bool = false
  ) -> (flow: CompressionFlow, isNormal: Bool) {
    if let times = ProjectTimes.latest(graph, durations: points.map { $0[0].duration }) {
      return (
        CompressionFlow(
          graph, eventTimes: times, points: points, slots: slots, closing: closing), true
      )
    }
    var flow = CompressionFlow(
      graph, eventTimes: feasible, points: points, slots: slots, closing: closing)
    flow.saturate()
    flow.balance()
    let free = flow.search(
      from: flow.source, to: flow.sink, limit: flow.projectDuration - shortest)
    flow.shift(by: free)
    return (flow, false)
  }

  /// Gives the arcs of an activity, all empty, the lengths and prices of its durations.
  private mutating func setLengths(of activity: Int, _ points: [TimeCostActivity.Point]) {
    guard let own = pieces[activity] else { return }
    var price: Int64 = 0
    var place = own.halves.lowerBound
    for (longer, shorter) in zip(points, points.dropFirst()) {
      let rate = (shorter.cost - longer.cost) / (longer.duration - shorter.duration)
      set(pieceHalves[Int(place)], length: longer.duration, capacity: rate - price)
      price = rate
      place += 1
    }
    let shortest = points[points.count - 1].duration
    while place < own.halves.upperBound {
      let isLast = place == own.halves.upperBound - 1
      set(pieceHalves[Int(place)], length: shortest, capacity: isLast ? Self.unbounded : 0)
      place += 1
    }
    if own.back >= 0 { set(own.back, length: -points[0].duration, capacity: Self.unbounded) }
  }

  private mutating func set(_ half: Int32, length: Int64, capacity: Int64) {
    let partner = Int(halves[Int(half)].partner)
    halves[Int(half)].length = length
    halves[Int(half)].residual = capacity
    halves[partner].length = -length
    halves[partner].residual = 0
  }

  /// The duration that an activity's times say.
  func duration(of activity: Int, normal: Int64) -> Int64 {
    guard let own = pieces[activity] else { return normal }
    return min(normal, times[Int(own.finish)] - times[Int(own.start)])
  }

  /// The flow on an arc, given its half.
  func flow(on half: Int32) -> Int64 { halves[Int(halves[Int(half)].partner)].residual }

  /// The time from the project's start to its finish.
  var projectDuration: Int64 { times[sink] - times[0] }
}

/// Arcs in the order they were added, and then as halves filed under their tails.
private struct Layout {
  var arcs: [(from: Int32, to: Int32, length: Int64, item: Int32)] = []

  mutating func add(_ from: Int32, _ to: Int32, _ length: Int64, item: Int32) {
    arcs.append((from, to, length, item))
  }

  func file(nodeCount: Int) -> (
    first: [Int32], halves: [CompressionFlow.Half], halfOfArc: [Int32],
    items: [(half: Int32, item: Int32)]
  ) {
    var first = [Int32](repeating: 0, count: nodeCount + 2)
    for arc in arcs {
      first[Int(arc.from) + 2] += 1
      first[Int(arc.to) + 2] += 1
    }
    for node in 1..<first.count { first[node] += first[node - 1] }
    var halves = [CompressionFlow.Half](
      repeating: .init(head: 0, partner: 0, length: 0, residual: 0), count: 2 * arcs.count)
    var halfOfArc: [Int32] = []
    var items: [(half: Int32, item: Int32)] = []
    for arc in arcs {
      let forward = first[Int(arc.from) + 1]
      first[Int(arc.from) + 1] += 1
      let backward = first[Int(arc.to) + 1]
      first[Int(arc.to) + 1] += 1
      halves[Int(forward)] = .init(
        head: arc.to, partner: backward, length: arc.length,
        residual: CompressionFlow.unbounded)
      halves[Int(backward)] = .init(
        head: arc.from, partner: forward, length: -arc.length, residual: 0)
      halfOfArc.append(forward)
      if arc.item != -1 { items.append((forward, arc.item)) }
    }
    first.removeLast()
    return (first, halves, halfOfArc, items)
  }
}
