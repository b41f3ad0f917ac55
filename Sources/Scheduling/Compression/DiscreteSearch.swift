/// Branch and bound over the alternatives.
///
/// Open sets of choices wait in a queue by their bounds. From the best one the search goes down,
/// always into the half that promises more, until nothing is left there; the other halves wait. The
/// flow goes along, and only what a decision changes is changed in it. A set from the queue is solved
/// from the first flow.
struct DiscreteSearch {
  let compression: DiscreteCompression
  let duration: Int64
  var best: DiscreteCompression.Choice?
  var queue = DiscreteQueue()
  var nodes = 0
  var costs: BranchingCosts

  init(_ compression: DiscreteCompression, duration: Int64) {
    self.compression = compression
    self.duration = duration
    costs = BranchingCosts(activityCount: compression.problem.activities.count)
  }

  /// The scaled cost from which on choices are of no interest.
  var limit: Int64 {
    best.map { ($0.cost - 1) * compression.scale + 1 } ?? Int64.max / 4
  }

  mutating func run(
    nodeLimit: Int, shouldStop: (DiscreteCompression.Progress) -> Bool
  ) -> DiscreteCompression.Result? {
    var root = solveFirst()
    let certificate = root.flow.certificate(compression.problem)
    let first = root.bound
    findChoice(in: root, thoroughly: true)
    var lowest = first
    func result(_ search: DiscreteSearch, _ lowerBound: Int64) -> DiscreteCompression.Result {
      DiscreteCompression.Result(
        choice: search.best, lowerBound: lowerBound, nodes: search.nodes,
        certificate: certificate, certificateScale: compression.scale,
        firstBound: roundedUp(first))
    }
    if first < limit { queue.add(DiscreteNode(masks: root.masks, bound: first)) }
    while let node = queue.removeLeast() {
      if node.bound >= limit { break }
      lowest = max(lowest, node.bound)
      // Alternatives that have become too dear for the first problem are so for all.
      guard fix(&root, bound: first) != nil else { break }
      var state = root
      var bound = node.bound
      let changes = node.masks.indices.filter { node.masks[$0] != root.masks[$0] }
      if changes.contains(where: { node.masks[$0] & root.masks[$0] == 0 }) { continue }
      if !changes.isEmpty {
        guard
          let new = state.restrict(
            to: changes.map { ($0, node.masks[$0] & root.masks[$0]) }, limit: limit)
        else { continue }
        bound = max(bound, new)
      }
      while true {
        nodes += 1
        let open = min(queue.leastBound ?? bound, bound)
        lowest = max(lowest, open)
        let progress = DiscreteCompression.Progress(
          nodes: nodes, cost: best?.cost, lowerBound: min(roundedUp(lowest), best?.cost ?? .max))
        if nodes >= nodeLimit || shouldStop(progress) {
          return result(self, progress.lowerBound)
        }
        guard let next = descend(&state, bound) else { break }
        bound = next
      }
    }
    guard let best else { return nil }
    return result(self, best.cost)
  }

  /// Solves the convex problem of all choices.
  private func solveFirst() -> DiscreteState {
    let activities = compression.problem.activities
    let masks = activities.map { $0.isDiscrete ? (UInt64.max >> UInt64(64 - $0.points.count)) : 1 }
    let hulls = activities.indices.map {
      DiscreteState.hull(of: activities[$0], mask: masks[$0], scale: compression.scale)
    }
    var flow = CompressionFlow.beginning(
      compression.graph, feasible: compression.feasible, shortest: compression.shortestDuration,
      points: hulls,
      slots: activities.map { $0.points.count - 1 }, closing: true
    ).flow
    var amount: Int64 = 0
    while flow.projectDuration > duration {
      let step = flow.search(
        from: flow.source, to: flow.sink, limit: flow.projectDuration - duration)
      flow.shift(by: step)
      if flow.projectDuration > duration {
        amount += flow.augment(from: flow.source, to: flow.sink)
      }
    }
    flow.close(at: duration, carrying: amount)
    return DiscreteState(
      activities: activities, scale: compression.scale, flow: flow, masks: masks, hulls: hulls)
  }

  /// Takes away what is too dear, as long as that changes anything.
  ///
  /// - Returns: the bound; nil when nothing below the limit is left.
  mutating func fix(_ state: inout DiscreteState, bound: Int64) -> Int64? {
    var bound = bound
    for _ in 0..<3 {
      let changes = state.tooDear(limit: limit)
      if changes.isEmpty { return bound }
      if changes.contains(where: { $0.mask == 0 }) { return nil }
      guard let new = state.restrict(to: changes, limit: limit) else { return nil }
      bound = max(bound, new)
    }
    return bound
  }

  /// Decides one activity, goes into one half and leaves the other one in the queue.
  ///
  /// - Returns: the bound of that half; nil when there is none.
  private mutating func descend(_ state: inout DiscreteState, _ bound: Int64) -> Int64? {
    guard bound < limit, let bound = fix(&state, bound: bound) else { return nil }
    findChoice(in: state, thoroughly: false)
    guard bound < limit, let branch = choose(in: state, bound: bound) else { return nil }
    // Into the half that costs less; the other one waits.
    let (first, second) =
      branch.longer.bound <= branch.shorter.bound
      ? (branch.longer, branch.shorter) : (branch.shorter, branch.longer)
    if second.bound < limit {
      var masks = state.masks
      masks[branch.activity] = second.mask
      queue.add(DiscreteNode(masks: masks, bound: max(bound, second.bound)))
    }
    if first.bound >= limit { return nil }
    let before = state.bound
    let wasLonger = first.mask == branch.longer.mask
    guard let new = state.restrict(to: [(branch.activity, first.mask)], limit: limit) else {
      return nil
    }
    costs.note(
      branch.activity, isLonger: wasLonger, by: new - before,
      distance: wasLonger ? branch.longer.distance : branch.shorter.distance)
    return max(bound, new)
  }

  func roundedUp(_ bound: Int64) -> Int64 {
    bound <= 0 ? 0 : (bound - 1) / compression.scale + 1
  }
}
