/// The events of a project with the differences between them, ready for longest paths.
///
/// Events: 0 is the project's start; activity `i` starts at `2i + 1` and finishes at `2i + 2`; the
/// last event is the project's finish. That no activity starts before the project, and none of those
/// that count finishes after it, is left out where other differences imply it.
struct EventGraph: Sendable {
  /// A difference as one of its ends sees it.
  struct Arc: Sendable {
    /// The other end.
    var other: Int32
    /// Which difference: the problem's constraints, then one a start for "not before the project",
    /// then one a finish for "not after it".
    var item: Int32
    var lag: Int64
  }

  let activityCount: Int
  let constraintCount: Int
  /// The differences that end at each event, and those that begin there.
  let incoming: Filed
  let outgoing: Filed
  /// The activities, predecessors first as far as they are not in a loop.
  let order: [Int32]

  var eventCount: Int { 2 * activityCount + 2 }
  var projectFinish: Int { 2 * activityCount + 1 }

  /// Arcs filed under one of their ends.
  struct Filed: Sendable {
    var first: [Int32]
    var arcs: [Arc]

    func range(_ event: Int) -> Range<Int> { Int(first[event])..<Int(first[event + 1]) }
  }

  init(_ problem: TimeCostProblem) {
    let count = problem.activities.count
    activityCount = count
    constraintCount = problem.constraints.count
    let (order, isAcyclic) = EventGraph.order(of: problem)
    self.order = order

    var startIsBound = [Bool](repeating: false, count: count)
    var finishIsBound = [Bool](repeating: true, count: count)
    if let finishing = problem.finishing {
      for activity in finishing { finishIsBound[Int(activity)] = false }
    } else {
      for activity in finishIsBound.indices { finishIsBound[activity] = false }
    }
    let counts = finishIsBound.map { !$0 }
    if isAcyclic {
      for constraint in problem.constraints where constraint.lag >= 0 {
        let from = constraint.from.activity
        let to = constraint.to.activity
        if let to, !constraint.to.isFinish, from != to { startIsBound[Int(to)] = true }
        if let from, let to, constraint.from.isFinish, from != to, counts[Int(to)] {
          finishIsBound[Int(from)] = true
        }
      }
    }

    var arcs: [(from: Int32, to: Int32, item: Int32, lag: Int64)] = []
    arcs.reserveCapacity(problem.constraints.count + count)
    for (item, constraint) in problem.constraints.enumerated() {
      arcs.append(
        (constraint.from.number, constraint.to.number, Int32(item), constraint.lag))
    }
    let items = problem.constraints.count
    for activity in 0..<count where !startIsBound[activity] {
      arcs.append((0, Int32(2 * activity + 1), Int32(items + activity), 0))
    }
    for activity in 0..<count where !finishIsBound[activity] {
      arcs.append(
        (Int32(2 * activity + 2), Int32(2 * count + 1), Int32(items + count + activity), 0))
    }
    // Nothing else says that the project does not finish before it starts.
    arcs.append((0, Int32(2 * count + 1), -1, 0))
    let events = 2 * count + 2
    incoming = EventGraph.file(
      arcs.map { ($0.to, Arc(other: $0.from, item: $0.item, lag: $0.lag)) }, events)
    outgoing = EventGraph.file(
      arcs.map { ($0.from, Arc(other: $0.to, item: $0.item, lag: $0.lag)) }, events)
  }

  private static func file(_ arcs: [(at: Int32, arc: Arc)], _ events: Int) -> Filed {
    var first = [Int32](repeating: 0, count: events + 2)
    for (at, _) in arcs { first[Int(at) + 2] += 1 }
    for event in 1..<first.count { first[event] += first[event - 1] }
    var filed = [Arc](repeating: Arc(other: 0, item: 0, lag: 0), count: arcs.count)
    for (at, arc) in arcs {
      filed[Int(first[Int(at) + 1])] = arc
      first[Int(at) + 1] += 1
    }
    first.removeLast()
    return Filed(first: first, arcs: filed)
  }

  /// Activities sorted so that constraints lead forwards; those in loops come last, as numbered.
  private static func order(of problem: TimeCostProblem) -> (order: [Int32], isAcyclic: Bool) {
    let count = problem.activities.count
    var waits = [Int32](repeating: 0, count: count)
    var pairs: [(at: Int32, arc: Arc)] = []
    for constraint in problem.constraints {
      guard let from = constraint.from.activity, let to = constraint.to.activity, from != to
      else { continue }
      waits[Int(to)] += 1
      pairs.append((from, Arc(other: to, item: 0, lag: 0)))
    }
    let successors = file(pairs, count)
    var order = (0..<Int32(count)).filter { waits[Int($0)] == 0 }
    var head = 0
    while head < order.count {
      for position in successors.range(Int(order[head])) {
        let successor = successors.arcs[position].other
        waits[Int(successor)] -= 1
        if waits[Int(successor)] == 0 { order.append(successor) }
      }
      head += 1
    }
    let isAcyclic = order.count == count
    if !isAcyclic {
      order += (0..<Int32(count)).filter { waits[Int($0)] > 0 }
    }
    return (order, isAcyclic)
  }
}
