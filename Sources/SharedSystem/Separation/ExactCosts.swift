/// The costs of a problem in one number that also counts moves: cost × scale + moves, where the
/// scale exceeds every number of moves. The least of these is cheapest first and moves least second.
struct ExactCosts: Sendable {
  /// No sum of costs reaches this. It lies far below `endless`: flow may run in circles through
  /// arcs without limit, and these must still count as such.
  static let limit = Int64(1) << 54
  /// No flow that is limited by costs reaches this.
  static let endless = Int64(1) << 60
  /// What arcs without limit carry.
  static let infinite = Int64(1) << 62
  static let forbidden = SeparationProblem.forbidden

  /// What one thousandth of a person-month counts.
  let scale: Int64
  /// As in the problem, scaled, with moves.
  let choice: [Int64]
  /// As in the problem, scaled.
  let crossing: [Int64]

  /// Scales the costs of a problem.
  ///
  /// - Throws: ``SeparationError/costsTooLarge(limit:)``.
  /// - Complexity: O(modules × owners + couplings × owners) time and space.
  init(_ problem: SeparationProblem) throws(SeparationError) {
    problem.checkSizes()
    let scale = Int64(problem.moduleCount) + 1
    var sum: Int64 = 0
    var isTooLarge = false
    func scaled(_ cost: Int64) -> Int64 {
      precondition(cost >= 0, "a cost of \(cost) is below 0")
      let (product, overflows) = cost.multipliedReportingOverflow(by: scale)
      isTooLarge = isTooLarge || overflows || product >= Self.limit
      return isTooLarge ? 0 : product
    }
    func add(_ cost: Int64) {
      sum += cost
      isTooLarge = isTooLarge || sum >= Self.limit - scale
      if isTooLarge { sum = 0 }
    }
    var choice = problem.choiceCosts
    for module in 0..<problem.moduleCount {
      var greatest: Int64 = 0
      for option in 0..<problem.choiceCount {
        let place = module * problem.choiceCount + option
        guard choice[place] != Self.forbidden else { continue }
        let today = problem.today[module]
        choice[place] = scaled(choice[place])
        greatest = max(greatest, choice[place])
        if today >= 0, today != Int32(option) { choice[place] += 1 }
      }
      add(greatest)
    }
    var crossing = problem.crossingCosts
    for place in crossing.indices where crossing[place] != Self.forbidden {
      crossing[place] = scaled(crossing[place])
      add(crossing[place])
    }
    if isTooLarge { throw .costsTooLarge(limit: Self.limit) }
    self.scale = scale
    self.choice = choice
    self.crossing = crossing
  }

  /// What choices cost, with moves; ``forbidden`` when they contain what is forbidden.
  ///
  /// - Complexity: O(modules + couplings × owners) time.
  func total(of choices: [Int32], in problem: SeparationProblem) -> Int64 {
    var sum: Int64 = 0
    for module in choices.indices {
      let cost = choice[module * problem.choiceCount + Int(choices[module])]
      guard cost != Self.forbidden else { return Self.forbidden }
      sum += cost
    }
    for coupling in 0..<problem.couplingCount {
      let source = choices[Int(problem.couplingSources[coupling])]
      let target = choices[Int(problem.couplingTargets[coupling])]
      let cost = crossingCost(coupling, source, target, in: problem)
      guard cost != Self.forbidden else { return Self.forbidden }
      sum += cost
    }
    return sum
  }

  /// What a coupling costs between two choices; ``forbidden`` when it may not cross.
  ///
  /// - Complexity: O(owners) time.
  func crossingCost(
    _ coupling: Int, _ source: Int32, _ target: Int32, in problem: SeparationProblem
  ) -> Int64 {
    guard source != target else { return 0 }
    var sum: Int64 = 0
    for owner in 0..<problem.ownerCount
    where problem.crosses(owner: owner, sourceChoice: source, targetChoice: target) {
      let cost = crossing[coupling * problem.ownerCount + owner]
      guard cost != Self.forbidden else { return Self.forbidden }
      sum += cost
    }
    return sum
  }
}

extension Separation {
  /// Raises choices that contain nothing forbidden.
  init(
    choices: [Int32], of problem: SeparationProblem, lowerBound: Int64?, isExact: Bool,
    certificate: SeparationCertificate
  ) {
    var cost: Int64 = 0
    var moves = 0
    for module in choices.indices {
      cost += problem.cost(ofChoice: choices[module], module: Int32(module))
      if problem.today[module] >= 0, problem.today[module] != choices[module] { moves += 1 }
    }
    var crossings: [Crossing] = []
    for coupling in 0..<Int32(problem.couplingCount) {
      let source = choices[Int(problem.couplingSources[Int(coupling)])]
      let target = choices[Int(problem.couplingTargets[Int(coupling)])]
      guard source != target else { continue }
      for owner in 0..<problem.ownerCount
      where problem.crosses(owner: owner, sourceChoice: source, targetChoice: target) {
        let price = problem.cost(ofCrossing: coupling, owner: owner)
        crossings.append(Crossing(coupling: coupling, owner: Int32(owner), cost: price))
        cost += price
      }
    }
    self.init(
      choices: choices, cost: cost, lowerBound: lowerBound ?? cost, isExact: isExact, moves: moves,
      crossings: crossings, certificate: certificate)
  }
}
