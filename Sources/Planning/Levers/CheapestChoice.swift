/// The cheapest choice that keeps a growing list of conditions, each of which names literals of
/// which one at least must hold: a lever is chosen, or a lever is not chosen.
///
/// This is weighted satisfiability over at most 64 levers, solved by branch and bound. The bound is
/// a feasible solution of the dual of the linear relaxation: each open condition in turn raises its
/// price to the smallest cost left among its literals and takes it from all of them (dual ascent).
/// What is searched grows exponentially with the levers in the worst case.
struct CheapestChoice {
  /// One of these must hold.
  struct Condition: Hashable {
    /// Levers of which one is chosen …
    var chosen: LeverSet
    /// … or one of these is not.
    var left: LeverSet
  }

  private(set) var conditions: [Condition] = []
  private var known: Set<Condition> = []
  private let levers: LeverSet
  /// By lever, what choosing and what leaving it costs; both at least 0.
  private let costs: (chosen: [Int64], left: [Int64])
  /// What is added to the sum of the prices.
  private let offset: Int64
  private var best: (cost: Int64, choice: LeverSet)?
  /// Nodes that may still be searched.
  private var budget = 0
  /// No choice is cheaper: the search stops when it finds one at this cost.
  private var floor: Int64 = .min

  /// - Parameter costs: by lever; negative ones save money.
  init(levers: LeverSet, costs: [Int64]) {
    self.levers = levers
    self.costs = (costs.map { max($0, 0) }, costs.map { max(-$0, 0) })
    offset = levers.members.reduce(0) { $0 + min(costs[$1], 0) }
    floor = offset
  }

  /// Adds a condition.
  mutating func require(chosen: LeverSet, orLeft left: LeverSet) {
    let condition = Condition(
      chosen: chosen.intersection(levers), left: left.intersection(levers))
    if known.insert(condition).inserted { conditions.append(condition) }
  }

  /// The outcome of a search.
  enum Outcome {
    /// The cheapest choice and its cost.
    case found(LeverSet, cost: Int64)
    /// No choice keeps all conditions.
    case none
    /// The search was stopped.
    case stopped
  }

  /// The cheapest choice under all conditions; of equals the first one found, in an order that
  /// depends on the conditions alone.
  mutating func solve(mostNodes: Int) -> Outcome {
    best = nil
    budget = mostNodes
    search(chosen: LeverSet(), left: LeverSet(), cost: offset)
    if budget <= 0 { return .stopped }
    guard let best else { return .none }
    floor = best.cost
    return .found(best.choice, cost: best.cost)
  }

  /// Recursive on the number of levers, at most 64 deep.
  private mutating func search(chosen: LeverSet, left: LeverSet, cost: Int64) {
    if budget <= 0 || best.map({ $0.cost <= floor }) ?? false { return }
    budget -= 1
    var (chosen, left, cost) = (chosen, left, cost)
    // Unit propagation: a condition with a single literal left decides it.
    var isSettled = false
    while !isSettled {
      isSettled = true
      for condition in conditions {
        if isKept(condition, chosen, left) { continue }
        let takes = condition.chosen.subtracting(left)
        let leaves = condition.left.subtracting(chosen)
        switch takes.count + leaves.count {
        case 0: return
        case 1:
          if let lever = takes.members.first {
            chosen.insert(lever)
            cost += costs.chosen[lever]
          } else if let lever = leaves.members.first {
            left.insert(lever)
            cost += costs.left[lever]
          }
          isSettled = false
        default: continue
        }
      }
    }
    if let best, cost >= best.cost { return }
    guard let (bound, lever) = boundAndBranch(chosen, left, cost) else {
      // Nothing is asked of the others: each takes its cheaper side.
      let rest = levers.subtracting(chosen).subtracting(left)
      let choice = rest.members.reduce(into: chosen) { choice, lever in
        if costs.left[lever] > 0 { choice.insert(lever) }
      }
      best = (cost, choice)
      return
    }
    if let best, bound >= best.cost { return }
    var other = (chosen, left)
    other.0.insert(lever)
    search(chosen: other.0, left: left, cost: cost + costs.chosen[lever])
    other.1.insert(lever)
    search(chosen: chosen, left: other.1, cost: cost + costs.left[lever])
  }

  private func isKept(_ condition: Condition, _ chosen: LeverSet, _ left: LeverSet) -> Bool {
    !condition.chosen.isDisjoint(with: chosen) || !condition.left.isDisjoint(with: left)
  }

  /// The dual bound, and the lever to branch on: the cheapest of the shortest open condition; nil
  /// when every condition is kept.
  private func boundAndBranch(
    _ chosen: LeverSet, _ left: LeverSet, _ cost: Int64
  ) -> (bound: Int64, lever: Int)? {
    var rest = costs
    var bound = cost
    var branch: (size: Int, cost: Int64, lever: Int)?
    let open = conditions.filter { !isKept($0, chosen, left) }
      .map { ($0.chosen.subtracting(left).members, $0.left.subtracting(chosen).members) }
      .sorted { $0.0.count + $0.1.count < $1.0.count + $1.1.count }
    for (takes, leaves) in open {
      var price = Int64.max
      for lever in takes { price = min(price, rest.chosen[lever]) }
      for lever in leaves { price = min(price, rest.left[lever]) }
      bound += price
      for lever in takes { rest.chosen[lever] -= price }
      for lever in leaves { rest.left[lever] -= price }
      let size = takes.count + leaves.count
      for lever in takes + leaves {
        let candidate = (size, costs.chosen[lever], lever)
        if branch.map({ candidate < ($0.size, $0.cost, $0.lever) }) ?? true {
          branch = (candidate.0, candidate.1, candidate.2)
        }
      }
    }
    return branch.map { (bound, $0.lever) }
  }
}
