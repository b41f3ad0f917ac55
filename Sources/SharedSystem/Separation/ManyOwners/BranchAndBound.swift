/// The best separation of few free modules, by trying choices in the order of ties and giving up
/// where what is decided and the least that every other module then costs is not better.
///
/// - Complexity: O(choices ^ free modules) at worst; the depth is that of the free modules.
struct BranchAndBound {
  /// The most free modules for which it is asked.
  static let limit = 12

  private let problem: SeparationProblem
  private let costs: ExactCosts
  /// The free modules in the order of ties.
  private let order: [Int32]
  /// By module its place in `order`, −1 for others.
  private var places: [Int]
  /// The couplings between free modules, by the later of their two places.
  private var couplings: [[Int]]
  /// What the free modules' choices cost with the modules that are not free, `Int64.max` for choices
  /// that are not left.
  private var base: [Int64]
  private let isLeft: [Bool]
  private var present: [Int32]

  /// The best choices found, and their cost with moves.
  private(set) var choices: [Int32]?
  private(set) var cost: Int64

  /// Searches all choices that are left.
  ///
  /// - Parameter below: only separations that cost less, with moves, are looked for.
  init(_ domains: ChoiceDomains, _ costs: ExactCosts, below: Int64) {
    problem = domains.problem
    self.costs = costs
    isLeft = domains.isLeft
    cost = below
    let free = Set(domains.freeModules)
    order = problem.order.filter(free.contains)
    places = Array(repeating: -1, count: problem.moduleCount)
    for (place, module) in order.enumerated() { places[Int(module)] = place }
    present = (0..<Int32(problem.moduleCount)).map { domains.choices(of: $0).first ?? 0 }
    couplings = Array(repeating: [], count: order.count)
    base = []
    let fixedCost = fillBase()
    search(0, cost: fixedCost, costsLeft: base)
  }

  /// - Returns: what the modules that are not free cost.
  private mutating func fillBase() -> Int64 {
    let count = problem.choiceCount
    var sum: Int64 = 0
    var base = [Int64](repeating: Int64.max, count: order.count * count)
    for module in places.indices {
      if places[module] < 0 {
        sum += costs.choice[module * count + Int(present[module])]
      } else {
        for choice in 0..<count where isLeft[module * count + choice] {
          base[places[module] * count + choice] = costs.choice[module * count + choice]
        }
      }
    }
    for coupling in 0..<problem.couplingCount {
      let (source, target) = (
        Int(problem.couplingSources[coupling]), Int(problem.couplingTargets[coupling])
      )
      guard source != target else { continue }
      func crossing(_ source: Int32, _ target: Int32) -> Int64 {
        costs.crossingCost(coupling, source, target, in: problem)
      }
      switch (places[source] >= 0, places[target] >= 0) {
      case (false, false): sum += crossing(present[source], present[target])
      case (true, true): couplings[max(places[source], places[target])].append(coupling)
      case (true, false):
        add(to: &base, places[source]) { crossing($0, present[target]) }
      case (false, true):
        add(to: &base, places[target]) { crossing(present[source], $0) }
      }
    }
    self.base = base
    return sum
  }

  /// Adds to what the choices of a free module cost.
  private func add(
    to values: inout [Int64], _ place: Int, _ cost: (Int32) -> Int64
  ) {
    for choice in 0..<problem.choiceCount {
      let index = place * problem.choiceCount + choice
      guard values[index] != Int64.max else { continue }
      let price = cost(Int32(choice))
      values[index] = price == ExactCosts.forbidden ? Int64.max : values[index] + price
    }
  }

  private mutating func search(_ depth: Int, cost sum: Int64, costsLeft: [Int64]) {
    guard depth < order.count else {
      cost = sum
      choices = present
      return
    }
    let count = problem.choiceCount
    let module = Int(order[depth])
    for choice in 0..<count {
      let price = costsLeft[depth * count + choice]
      guard price != Int64.max else { continue }
      present[module] = Int32(choice)
      var after = costsLeft
      for later in depth + 1..<max(depth + 1, order.count) {
        for coupling in couplings[later] {
          let (source, target) = (
            Int(problem.couplingSources[coupling]), Int(problem.couplingTargets[coupling])
          )
          if source == module {
            add(to: &after, later) { costs.crossingCost(coupling, Int32(choice), $0, in: problem) }
          } else if target == module {
            add(to: &after, later) { costs.crossingCost(coupling, $0, Int32(choice), in: problem) }
          }
        }
      }
      var least = sum + price
      for later in depth + 1..<max(depth + 1, order.count) {
        let cheapest = after[later * count..<(later + 1) * count].min() ?? Int64.max
        guard cheapest != Int64.max, least < cost else {
          least = Int64.max
          break
        }
        least += cheapest
      }
      // Of equals the one found first stays: choices ascend in the order of ties.
      if least < cost { search(depth + 1, cost: sum + price, costsLeft: after) }
    }
  }
}
