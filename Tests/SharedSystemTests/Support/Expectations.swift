import SharedSystem
import Testing

/// Every margin is what the oracle found, and its parts add up.
func expectMargins(_ solved: SolvedSeparation, _ oracle: BruteForce) {
  let problem = solved.problem
  let margins = solved.margins(decidingCouplings: .max)
  let several = (0..<Int32(problem.moduleCount)).filter { problem.allowedChoices(of: $0).count > 1 }
  #expect(margins.map(\.module) == several)
  for margin in margins {
    let others = problem.allowedChoices(of: margin.module).filter { $0 != margin.choice }
    #expect(margin.alternatives.map(\.choice) == others)
    for alternative in margin.alternatives {
      let cost = oracle.forced[
        Int(margin.module) * problem.choiceCount + Int(alternative.choice)]
      #expect(alternative.isExact)
      #expect(alternative.difference == (cost == .max ? nil : cost - oracle.cost))
    }
    expectDetails(margin, solved)
  }
}

/// What a margin says of its cheapest alternative leads to a separation of that cost.
func expectDetails(_ margin: SeparationMargin, _ solved: SolvedSeparation) {
  let problem = solved.problem
  guard let cheapest = margin.cheapest, let difference = margin.difference else {
    #expect(margin.alternatives.allSatisfy { $0.difference == nil })
    #expect(margin.followers.isEmpty && margin.decidingCouplings.isEmpty)
    return
  }
  #expect(
    margin.alternatives.firstIndex { $0.difference == difference } == cheapest
      && margin.alternatives.allSatisfy { $0.difference ?? .max >= difference })
  #expect(
    margin.ownDifference + margin.followerDifference + margin.couplingDifference == difference)
  #expect(
    margin.decidingCouplings.reduce(0) { $0 + $1.difference } == margin.couplingDifference)
  let sizes = margin.decidingCouplings.map { abs($0.difference) }
  #expect(sizes == sizes.sorted(by: >) && !sizes.contains(0))
  var choices = solved.separation.choices
  choices[Int(margin.module)] = margin.alternatives[cheapest].choice
  for follower in margin.followers {
    #expect(choices[Int(follower.module)] != follower.choice)
    choices[Int(follower.module)] = follower.choice
  }
  var other = solved.separation
  other.choices = choices
  let faults = SeparationCheck(other, of: problem).faults
  let isForbidden = faults.contains {
    switch $0 {
    case .forbiddenChoice, .forbiddenCrossing, .malformed: true
    default: false
    }
  }
  #expect(!isForbidden)
  let found = faults.compactMap { if case .wrongCost(_, let found) = $0 { found } else { nil } }
  #expect((found.first ?? solved.separation.cost) == solved.separation.cost + difference)
}

/// A chain is one: each step follows from the one before it or from the choices of its module, and
/// the last two contradict each other.
func expectChain(_ conflict: SeparationConflict, _ problem: SeparationProblem) {
  let steps = conflict.steps
  guard steps.count >= 2, let last = steps.last else {
    Issue.record("a chain of \(steps.count) steps")
    return
  }
  let before = steps[steps.count - 2]
  #expect(before.module == last.module && before.owner == last.owner)
  #expect(before.mustHold != last.mustHold)
  func allows(_ module: Int32, _ isLeft: (Int32) -> Bool) -> Bool {
    problem.allowedChoices(of: module).contains(where: isLeft)
  }
  // Demands from choices alone: no allowed choice says otherwise, given the demand before it.
  for (number, step) in steps.enumerated() {
    let previous = number > 0 ? steps[number - 1] : nil
    switch step.reason {
    case .coupling(let coupling):
      let source = problem.couplingSources[Int(coupling)]
      let target = problem.couplingTargets[Int(coupling)]
      #expect(
        problem.cost(ofCrossing: coupling, owner: Int(step.owner)) == SeparationProblem.forbidden)
      #expect(previous?.owner == step.owner && previous?.mustHold == step.mustHold)
      #expect(step.module == (step.mustHold ? target : source))
      #expect(previous?.module == (step.mustHold ? source : target))
    case .nobodyElse:
      #expect(previous?.module == step.module && previous?.mustHold == false && step.mustHold)
      #expect(previous?.owner != step.owner)
    case .choices:
      let isLast = number == steps.count - 1
      let isAlone = number == 0 || isLast
      #expect(isAlone || previous?.module == step.module)
      let otherwise = allows(step.module) { choice in
        let agrees =
          isAlone
          || previous.map { problem.holds(owner: Int($0.owner), choice: choice) == $0.mustHold }
            ?? true
        return agrees && problem.holds(owner: Int(step.owner), choice: choice) != step.mustHold
      }
      #expect(!otherwise)
    }
  }
}
