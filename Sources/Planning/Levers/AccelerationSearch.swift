internal import Scheduling

/// Finds the cheapest way to meet a date with levers and shorter tasks together, exactly.
///
/// Best-first branch and bound over the levers (A. H. Land, A. G. Doig, "An automatic method of
/// solving discrete programming problems", *Econometrica* 28, 1960). A node has decided some levers;
/// no plan that it leaves costs less than
///
/// - what its applied levers cost, with the savings of those still open, and
/// - what shorter tasks cost at least in the plan that is no stricter than any of them
///   (`MergedPlan`, `DatedProblem`);
///
/// and none is in time when the relaxed plan at its shortest is not (`RelaxedPlan`). At each node the
/// levers applied so far are priced exactly, with the shorter tasks they need: a node whose bound is
/// that price is closed.
struct AccelerationSearch {
  /// Sets whose supersets are not looked for; the empty set stands for itself alone.
  var forbidden: [LeverSet] = []
  private let preparation: LeverPreparation
  private let isOutOfTime: () -> Bool
  private let hasPrices: Bool
  /// How many dates and bounds were computed.
  private(set) var evaluations = 0
  private var shortestBounds: [Key: RelaxedPlan.Bound] = [:]

  typealias Amount = PlanCompression.ExactAmount

  private struct Key: Hashable {
    var base: Int
    var decided: LeverSet
    var undecided: LeverSet
  }

  private struct Node {
    var base: Int
    var decided: LeverSet
    var undecided: LeverSet
    var bound: Amount

    var key: Key { Key(base: base, decided: decided, undecided: undecided) }
  }

  /// A set of levers with the tasks that are made shorter.
  struct Found {
    var set: LeverSet
    /// What the levers cost, changes of tasks' own costs included.
    var leverCost: Int64
    var way: DatedCompression.Way
    /// The plan with the levers.
    var plan: Plan
    /// How its tasks can be made shorter, in the order of `way.durations`.
    var options: [CrashOption]

    var cost: Amount { Amount(leverCost) + way.cost }
    var bound: Amount { Amount(leverCost) + way.bound }
  }

  /// The answer for a date.
  struct Answer {
    /// The cheapest that was found; nil: none.
    var found: Found?
    /// Nothing costs less; nil: nothing is in time at any cost.
    var bound: Amount?
    /// Whether the search was stopped.
    var isStopped = false
  }

  init(_ preparation: LeverPreparation, isOutOfTime: @escaping () -> Bool) {
    self.preparation = preparation
    self.isOutOfTime = isOutOfTime
    hasPrices = preparation.hasPrices
  }

  // MARK: Searching

  /// The cheapest way to finish the cutover by a date.
  ///
  /// - Parameter most: what costs more is not looked for; nil: any cost.
  /// - Complexity: exponential in the levers in the worst case; each node is two schedules and a
  ///   problem of time and cost.
  mutating func cheapest(by date: Instant, costingAtMost most: Amount? = nil) -> Answer {
    if !hasPrices { return cheapestLevers(by: date, costingAtMost: most) }
    var answer = Answer()
    var open: [Node] = []
    var priced: [Key: Found?] = [:]
    for base in preparation.bases.indices {
      guard let root = root(of: base), let node = bounded(root, date) else { continue }
      open.append(node)
    }
    let roots = open
    var orders: [Int: [Int: Amount]] = [:]
    var leastClosed: Amount?
    while let next = open.indices.min(by: {
      (open[$0].bound, open[$0].undecided.count) < (open[$1].bound, open[$1].undecided.count)
    }) {
      let node = open.remove(at: next)
      if let best = answer.found, best.cost.isAsLowAs(node.bound) { break }
      if let most, node.bound > most {
        open.append(node)
        break
      }
      if isOutOfTime() {
        answer.isStopped = true
        open.append(node)
        break
      }
      let leaf = Key(base: node.base, decided: node.decided, undecided: LeverSet())
      if priced[leaf] == nil { priced[leaf] = .some(price(node.decided, in: node.base, date)) }
      let own = priced[leaf] ?? nil
      if let own, answer.found.map({ own.isBetter(than: $0) }) ?? true { answer.found = own }
      if node.undecided.isEmpty || own.map({ $0.cost.isAsLowAs(node.bound) }) ?? false {
        if let own { leastClosed = min(leastClosed ?? own.bound, max(own.bound, node.bound)) }
        continue
      }
      if orders[node.base] == nil, let root = roots.first(where: { $0.base == node.base }) {
        orders[node.base] = scores(at: root, date)
      }
      open += branches(of: node, orders[node.base] ?? [:], date)
    }
    let bounds = open.map(\.bound) + [leastClosed, answer.found?.cost].compactMap(\.self)
    answer.bound = bounds.min()
    return answer
  }

  /// The same where no task can be made shorter: what is best for levers alone.
  private mutating func cheapestLevers(by date: Instant, costingAtMost most: Amount?) -> Answer {
    var search = LeverSearch(preparation, isOutOfTime: isOutOfTime)
    for set in forbidden { search.forbid(set) }
    defer { evaluations += search.evaluations }
    switch search.cheapest(by: date, costingAtMost: most.map { $0.rounded() }) {
    case .found(let found):
      let way = DatedCompression.Way(
        durations: [], cost: .zero, finish: found.finish, bound: .zero)
      return Answer(
        found: Found(
          set: found.set, leverCost: found.cost, way: way, plan: preparation.plan, options: []),
        bound: Amount(found.cost))
    case .none: return Answer()
    case .stopped(let bound): return Answer(bound: Amount(bound), isStopped: true)
    }
  }

  /// A date that nothing beats: levers, shorter tasks, at any cost.
  mutating func earliestBound() -> Instant? {
    var earliest: Instant?
    for base in preparation.bases.indices {
      guard let root = root(of: base) else { continue }
      switch shortestBound(root) {
      case .notBefore(let date): earliest = min(earliest ?? date, date)
      case .unknown: return preparation.plan.start
      case .impossible: continue
      }
    }
    return earliest
  }

  /// The node that leaves everything open, but for what the base's levers require.
  private func root(of index: Int) -> Node? {
    let base = preparation.bases[index]
    var decided = LeverSet()
    for lever in base.applied.members {
      guard let needed = base.rules.requires[lever] else { return nil }
      decided = decided.union(needed.subtracting(base.applied))
    }
    var node = Node(base: index, decided: LeverSet(), undecided: base.open, bound: .zero)
    for lever in base.applied.members {
      node.undecided = node.undecided.subtracting(base.rules.excludes[lever])
    }
    for lever in base.open.members
    where base.rules.requires[lever].map({ !$0.isSubset(of: base.open.union(base.applied)) })
      ?? true
    {
      guard let without = self.without(lever, node) else { return nil }
      node = without
    }
    for lever in decided.members {
      guard let with = with(lever, node) else { return nil }
      node = with
    }
    return node
  }

  private mutating func branches(
    of node: Node, _ order: [Int: Amount], _ date: Instant
  ) -> [Node] {
    let lever = node.undecided.members.max {
      (order[$0] ?? .zero, $1) < (order[$1] ?? .zero, $0)
    }
    guard let lever else { return [] }
    return [with(lever, node), without(lever, node)].compactMap(\.self).compactMap {
      bounded($0, date)
    }
  }

  /// The node with a lever applied, and what it requires; nil when that cannot be.
  private func with(_ lever: Int, _ node: Node) -> Node? {
    let base = preparation.bases[node.base]
    guard let needed = base.rules.closure(of: lever)?.subtracting(base.applied),
      needed.isSubset(of: node.decided.union(node.undecided))
    else { return nil }
    var result = node
    result.decided = node.decided.union(needed)
    result.undecided = node.undecided.subtracting(needed)
    for other in needed.members {
      let excluded = base.rules.excludes[other]
      if !excluded.isDisjoint(with: result.decided.union(base.applied)) { return nil }
      for gone in excluded.intersection(result.undecided).members {
        guard let without = without(gone, result) else { return nil }
        result = without
      }
    }
    return result
  }

  /// The node without a lever, and without all that require it; nil when one of them is applied.
  private func without(_ lever: Int, _ node: Node) -> Node? {
    let base = preparation.bases[node.base]
    var result = node
    var gone = [lever]
    while let next = gone.popLast() {
      if result.decided.contains(next) { return nil }
      result.undecided = result.undecided.subtracting(LeverSet([next]))
      for other in result.undecided.union(result.decided).members
      where base.rules.requires[other]?.contains(next) ?? true { gone.append(other) }
    }
    return result
  }

  /// Whether everything that a node leaves is forbidden.
  private func isForbidden(_ node: Node) -> Bool {
    let applied = node.decided.union(preparation.bases[node.base].applied)
    return node.undecided.isEmpty && isForbidden(exactly: applied)
      || forbidden.contains { !$0.isEmpty && $0.isSubset(of: applied) }
  }

  private func isForbidden(exactly set: LeverSet) -> Bool {
    forbidden.contains { $0.isEmpty ? set.isEmpty : $0.isSubset(of: set) }
  }

  // MARK: Bounds and prices

  private mutating func shortestBound(_ node: Node) -> RelaxedPlan.Bound {
    if let known = shortestBounds[node.key] { return known }
    evaluations += 1
    var relaxed = RelaxedPlan(
      preparation.bases[node.base], decided: node.decided, undecided: node.undecided,
      isShortest: true)
    let bound = relaxed?.bound() ?? .impossible
    shortestBounds[node.key] = bound
    return bound
  }

  /// The node with its bound; nil when nothing that it leaves is in time.
  private mutating func bounded(_ node: Node, _ date: Instant) -> Node? {
    let base = preparation.bases[node.base]
    if isForbidden(node) || shortestBound(node).excludes(date) { return nil }
    var result = node
    let saved = node.undecided.members.reduce(0) { $0 + min(0, base.costs[$1]) }
    result.bound = Amount(base.cost(of: node.decided) + saved)
    guard
      let merged = MergedPlan(base, decided: node.decided, undecided: node.undecided)
    else { return nil }
    evaluations += 1
    switch DatedProblem(merged, by: date)?.solve(isRelaxed: true) ?? .unknown {
    case .impossible: return nil
    case .unknown: break
    case .least(let solution): result.bound = result.bound + solution.cost
    }
    return result
  }

  /// What a set of levers costs with the shorter tasks it needs; nil when it is not in time.
  private mutating func price(_ decided: LeverSet, in index: Int, _ date: Instant) -> Found? {
    let base = preparation.bases[index]
    guard !isForbidden(exactly: decided.union(base.applied)),
      base.rules.allow(decided.union(base.applied)), let plan = try? base.applying(decided),
      let prices = base.prices,
      let merged = MergedPlan(base, decided: decided, undecided: LeverSet())
    else { return nil }
    evaluations += 1
    let options = plan.crashOptions(derives: prices.derives)
    let dated = DatedCompression(
      plan, options, merged, calendars: base.calendars,
      shouldStop: { [isOutOfTime] _ in isOutOfTime() })
    return dated.cheapest(by: date).map {
      Found(
        set: decided.union(base.applied), leverCost: base.cost(of: decided), way: $0, plan: plan,
        options: options)
    }
  }

  /// How much each lever matters at a root: what is dearer without it, and what it saves alone.
  private mutating func scores(at root: Node, _ date: Instant) -> [Int: Amount] {
    var result: [Int: Amount] = [:]
    let needed = Amount(Int64(1) << 50)
    let base = preparation.bases[root.base]
    var nothing = root
    nothing.undecided = LeverSet()
    let plain = bounded(nothing, date)?.bound
    for lever in root.undecided.members {
      var score = Amount.zero
      if let without = without(lever, root).flatMap({ bounded($0, date) }) {
        score = without.bound - root.bound
      } else {
        score = needed
      }
      if var alone = with(lever, root) {
        alone.undecided = LeverSet()
        if let bound = bounded(alone, date)?.bound {
          score = max(score, (plain ?? needed) - bound + Amount(base.costs[lever]))
        }
      }
      result[lever] = score
    }
    return result
  }
}

extension AccelerationSearch.Found {
  /// Whether it is cheaper; at the same cost earlier, then with fewer levers.
  fileprivate func isBetter(than other: Self) -> Bool {
    (cost, way.finish.startOfItsDay, set.count)
      < (other.cost, other.way.finish.startOfItsDay, other.set.count)
  }
}
