/// The separation between three and more owners: expansion moves from several beginnings, a lower
/// bound by prices, and the best of all choices where few modules are free.
struct ManyOwners: Sendable {
  let problem: SeparationProblem
  let separation: Separation
  private let costs: ExactCosts
  private let domains: ChoiceDomains

  /// Separates a problem.
  ///
  /// - Throws: ``SeparationError``.
  init(_ problem: SeparationProblem) throws(SeparationError) {
    self.problem = problem
    costs = try ExactCosts(problem)
    domains = try ChoiceDomains(problem)
    let found = try Self.solve(domains, costs)
    // Moves are less than one unit of cost, and costs are whole.
    let bound = max(
      0, (found.bound + costs.scale - 1 - Int64(problem.moduleCount)) / costs.scale)
    let certificate = SeparationCertificate(
      bound: bound, scale: costs.scale, amounts: found.amounts)
    separation = Separation(
      choices: found.choices, of: problem, lowerBound: found.isExact ? nil : bound,
      isExact: found.isExact, certificate: certificate)
  }

  private struct Found {
    var choices: [Int32]
    var cost: Int64
    var isExact: Bool
    var bound: Int64
    var amounts: [Int64]
  }

  /// How often prices change, by size: a bound for thousands of modules may not take minutes.
  private static func rounds(_ problem: SeparationProblem) -> Int {
    max(20, min(200, 2_000_000 / (problem.moduleCount + problem.couplingCount + 1)))
  }

  private static func solve(
    _ domains: ChoiceDomains, _ costs: ExactCosts
  ) throws(SeparationError) -> Found {
    let problem = domains.problem
    let moves = ExpansionMoves(domains, costs)
    var best: (choices: [Int32], cost: Int64)?
    var isImpossible = false
    func begin(_ preferred: [Int32]) {
      var start = domains
      let completion = start.complete(preferred: preferred)
      isImpossible = isImpossible || completion == .impossible
      guard completion == .complete else { return }
      var choices = (0..<Int32(problem.moduleCount)).map { start.choices(of: $0).first ?? 0 }
      let cost = moves.improve(&choices)
      guard cost < best?.cost ?? Int64.max else { return }
      best = (choices, cost)
    }
    begin(problem.today)
    for choice in 0..<Int32(problem.choiceCount) where !isImpossible {
      begin(Array(repeating: choice, count: problem.moduleCount))
    }
    if isImpossible { throw .impossible }
    guard best != nil || domains.freeModules.count <= BranchAndBound.limit else {
      throw .notFound(steps: ChoiceDomains.patience)
    }
    // Few free modules need no bound to be solved; it is still the certificate.
    var bound = OwnerBound(domains, costs)
    bound.raise(rounds: rounds(problem), target: best?.cost ?? ExactCosts.limit) { choices, round in
      if round.isMultiple(of: 10) { begin(choices) }
      return best?.cost ?? ExactCosts.limit
    }
    // Choices that cost more than what is found cannot be part of a better separation or an equal one.
    var left = domains
    if let cost = best?.cost, !bound.reducedCosts.isEmpty {
      for place in bound.reducedCosts.indices
      where left.isLeft[place] && bound.reducedCosts[place] > cost - bound.bound {
        let (module, choice) = place.quotientAndRemainder(dividingBy: problem.choiceCount)
        precondition(
          left.drop(Int32(choice), of: Int32(module)), "the bound excludes what was found")
      }
    }
    var isExact = false
    if left.freeModules.count <= BranchAndBound.limit {
      // One more than what is found, so that of equals the first by the order of ties is found.
      let search = BranchAndBound(left, costs, below: best.map { $0.cost + 1 } ?? Int64.max)
      if let choices = search.choices {
        best = (choices, search.cost)
        isExact = true
      } else if best == nil {
        throw .impossible
      }
    }
    guard let best else { throw .notFound(steps: ChoiceDomains.patience) }
    return Found(
      choices: best.choices, cost: best.cost, isExact: isExact, bound: bound.bound,
      amounts: bound.bestAmounts.isEmpty
        ? Array(repeating: 0, count: problem.crossingCosts.count) : bound.bestAmounts)
  }

  /// The margins of modules: exact where few modules are free, else from the present separation by
  /// expansion moves.
  func margins(of modules: [Int32], limit: Int) -> [SeparationMargin] {
    var builder = MarginBuilder(problem, choices: separation.choices, limit: limit)
    return modules.map { module in
      let forced = builder.otherChoices(of: module).map { force(module, to: $0) }
      return builder.margin(of: module, forced)
    }
  }

  private func force(_ module: Int32, to choice: Int32) -> MarginBuilder.Forced {
    var forced = domains
    guard forced.choose(choice, for: module) else {
      return .init(choice: choice, difference: nil)
    }
    var found: (choices: [Int32], cost: Int64)?
    var start = forced
    let completion = start.complete(preferred: separation.choices)
    if completion == .complete {
      var choices = (0..<Int32(problem.moduleCount)).map { start.choices(of: $0).first ?? 0 }
      let cost = ExpansionMoves(forced, costs).improve(&choices)
      found = (choices, cost)
    }
    // Few free modules: what the search leaves is the best there is, or there is none.
    let isSearched = forced.freeModules.count <= BranchAndBound.limit
    if isSearched {
      let search = BranchAndBound(
        forced, costs, below: found.map { $0.cost + 1 } ?? Int64.max)
      found = search.choices.map { ($0, search.cost) }
    }
    guard let found else {
      return .init(
        choice: choice, difference: nil, isExact: isSearched || completion == .impossible)
    }
    let difference = found.cost / costs.scale - separation.cost
    let changes = found.choices.indices.filter { found.choices[$0] != separation.choices[$0] }
    return .init(
      choice: choice, difference: difference, isExact: isSearched && separation.isExact,
      changes: changes.map { .init(module: Int32($0), choice: found.choices[$0]) })
  }
}

extension SeparationProblem {
  /// All modules in the order in which ties are broken.
  var order: [Int32] { tieOrder.isEmpty ? Array(0..<Int32(moduleCount)) : tieOrder }
}
