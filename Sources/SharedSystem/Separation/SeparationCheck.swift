/// Verifies a separation from the problem alone; shares no code with what finds separations.
///
/// It adds up what the choices cost, looks for forbidden choices and crossings, and evaluates the
/// certificate, which proves that no separation is cheaper than the lower bound.
public struct SeparationCheck: Hashable, Sendable {
  /// Something that is wrong with a separation.
  public enum Fault: Hashable, Sendable {
    /// There is not one choice for each module, or a choice does not exist.
    case malformed
    /// A module has a choice that is forbidden.
    case forbiddenChoice(module: Int32)
    /// A coupling crosses for an owner for whom it may not.
    case forbiddenCrossing(coupling: Int32, owner: Int32)
    /// The stated cost is not what choices and crossings cost.
    case wrongCost(stated: Int64, found: Int64)
    /// The stated number of moves is not that of the choices.
    case wrongMoves(stated: Int, found: Int)
    /// The listed crossings are not those of the choices.
    case wrongCrossings
    /// An amount of the certificate is below 0 or above what the crossing costs.
    case wrongAmount(coupling: Int32, owner: Int32)
    /// The certificate proves less than it states, or the lower bound is less than that.
    case unprovenBound(stated: Int64, proven: Int64)
  }

  /// What is wrong, empty when nothing is.
  public private(set) var faults: [Fault] = []
  /// The lower bound that the certificate proves, in thousandths of a person-month; nil when the
  /// certificate or the choices are malformed.
  public private(set) var provenBound: Int64?

  /// Whether the certificate proves that no separation is cheaper than this one.
  public var isProvenCheapest: Bool { faults.isEmpty && provenBound == separation.cost }

  private let problem: SeparationProblem
  private let separation: Separation

  /// Checks a separation.
  ///
  /// - Complexity: O((modules + couplings) × owners) time and space, times the modules that forbidden
  ///   crossings narrow.
  public init(_ separation: Separation, of problem: SeparationProblem) {
    self.problem = problem
    self.separation = separation
    let range = 0..<Int32(problem.ownerCount + 1)
    guard separation.choices.count == problem.moduleCount,
      separation.choices.allSatisfy(range.contains)
    else {
      faults = [.malformed]
      return
    }
    checkCost()
    checkCertificate()
  }

  /// Whether an owner (a choice, rather: one owner or all) includes an owner.
  private func has(_ owner: Int, _ choice: Int) -> Bool {
    choice == problem.ownerCount || choice == owner
  }

  private mutating func checkCost() {
    var sum: Int128 = 0
    var moves = 0
    for (module, choice) in separation.choices.enumerated() {
      let price = problem.choiceCosts[module * (problem.ownerCount + 1) + Int(choice)]
      if price == Int64.max { faults.append(.forbiddenChoice(module: Int32(module))) }
      sum += Int128(price)
      let today = problem.today[module]
      if today != -1 && today != choice { moves += 1 }
    }
    var crossings: [Separation.Crossing] = []
    for place in problem.crossingCosts.indices {
      let (coupling, owner) = place.quotientAndRemainder(dividingBy: problem.ownerCount)
      let user = Int(separation.choices[Int(problem.couplingSources[coupling])])
      let used = Int(separation.choices[Int(problem.couplingTargets[coupling])])
      guard has(owner, user), !has(owner, used) else { continue }
      let price = problem.crossingCosts[place]
      if price == Int64.max {
        faults.append(.forbiddenCrossing(coupling: Int32(coupling), owner: Int32(owner)))
      }
      sum += Int128(price)
      crossings.append(.init(coupling: Int32(coupling), owner: Int32(owner), cost: price))
    }
    let found = Int64(clamping: sum)
    if found != separation.cost {
      faults.append(.wrongCost(stated: separation.cost, found: found))
    }
    if moves != separation.moves {
      faults.append(.wrongMoves(stated: separation.moves, found: moves))
    }
    if crossings != separation.crossings { faults.append(.wrongCrossings) }
  }

  /// For each module and choice, whether its costs and the forbidden crossings leave it: a choice is
  /// dropped when a neighbour's remaining choices all make the crossing happen.
  private var remaining: [[Bool]] {
    let choices = problem.ownerCount + 1
    var remaining = (0..<problem.moduleCount).map { module in
      (0..<choices).map { problem.choiceCosts[module * choices + $0] != Int64.max }
    }
    let forbidden = problem.crossingCosts.indices.filter {
      problem.crossingCosts[$0] == Int64.max
    }
    var byModule: [[Int]] = Array(repeating: [], count: problem.moduleCount)
    for place in forbidden {
      byModule[Int(problem.couplingSources[place / problem.ownerCount])].append(place)
      byModule[Int(problem.couplingTargets[place / problem.ownerCount])].append(place)
    }
    var waiting = Array(0..<problem.moduleCount)
    while let module = waiting.popLast() {
      for place in byModule[module] {
        let owner = place % problem.ownerCount
        let user = Int(problem.couplingSources[place / problem.ownerCount])
        let used = Int(problem.couplingTargets[place / problem.ownerCount])
        if user == used { continue }
        let mustUse = (0..<choices).allSatisfy { !remaining[user][$0] || has(owner, $0) }
        let neverHeld = (0..<choices).allSatisfy { !remaining[used][$0] || !has(owner, $0) }
        for choice in 0..<choices {
          if mustUse, remaining[used][choice], !has(owner, choice) {
            remaining[used][choice] = false
            waiting.append(used)
          }
          if neverHeld, remaining[user][choice], has(owner, choice) {
            remaining[user][choice] = false
            waiting.append(user)
          }
        }
      }
    }
    return remaining
  }

  private mutating func checkCertificate() {
    let certificate = separation.certificate
    guard certificate.scale > 0, certificate.amounts.count == problem.crossingCosts.count else {
      faults.append(.malformed)
      return
    }
    let scale = Int128(certificate.scale)
    let owners = problem.ownerCount
    var net = [Int128](repeating: 0, count: problem.moduleCount * owners)
    for (place, amount) in certificate.amounts.enumerated() {
      let (coupling, owner) = place.quotientAndRemainder(dividingBy: owners)
      let price = problem.crossingCosts[place]
      if amount < 0 || price != Int64.max && Int128(amount) > Int128(price) * scale {
        faults.append(.wrongAmount(coupling: Int32(coupling), owner: Int32(owner)))
        return
      }
      net[Int(problem.couplingSources[coupling]) * owners + owner] += Int128(amount)
      net[Int(problem.couplingTargets[coupling]) * owners + owner] -= Int128(amount)
    }
    var bound: Int128 = 0
    for (module, choices) in remaining.enumerated() {
      var least: Int128?
      for (choice, isLeft) in choices.enumerated() where isLeft {
        var value = Int128(problem.choiceCosts[module * (owners + 1) + choice]) * scale
        for owner in 0..<owners where has(owner, choice) { value += net[module * owners + owner] }
        least = min(least ?? value, value)
      }
      bound += least ?? 0
    }
    // Costs are whole: what is above a multiple of the scale proves the next one.
    let proven = Int64(clamping: bound > 0 ? (bound + scale - 1) / scale : -(-bound / scale))
    provenBound = proven
    let stated = certificate.bound
    if proven < stated || separation.lowerBound < stated || separation.lowerBound > separation.cost
    {
      faults.append(.unprovenBound(stated: stated, proven: proven))
    }
  }
}
