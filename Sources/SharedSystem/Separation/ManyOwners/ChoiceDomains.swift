/// Which choices modules have left, given choices already made and crossings that are forbidden.
///
/// A choice is dropped when, whatever a neighbour chooses of what it has left, a forbidden crossing
/// would happen. Every change is written down, so that it can be taken back.
///
/// - Complexity: each dropped choice costs O(owners × forbidden crossings of the module).
struct ChoiceDomains: Sendable {
  /// Why a choice was dropped: the crossing (coupling × owners + owner), or −1.
  private struct Drop {
    var place: Int32
    var crossing: Int32
  }

  /// How a search for a choice for every module ends.
  enum Completion {
    /// Every module has one choice.
    case complete
    /// There is none: all have been tried.
    case impossible
    /// Too many choices had to be taken back.
    case gaveUp
  }

  /// How many choices a search takes back before it gives up.
  static let patience = 10_000

  let problem: SeparationProblem
  /// Whether a module has a choice left, `choiceCount` entries per module.
  private(set) var isLeft: [Bool]
  private var drops: [Drop] = []
  /// The forbidden crossings at each module.
  private let crossings: [[Int32]]
  private var waiting: [Int32] = []
  /// The module that has no choice left.
  private(set) var emptyModule: Int32?

  /// Follows what the problem demands.
  ///
  /// - Throws: ``SeparationError/contradiction(_:)``.
  init(_ problem: SeparationProblem) throws(SeparationError) {
    self.problem = problem
    isLeft = problem.choiceCosts.map { $0 != SeparationProblem.forbidden }
    var crossings: [[Int32]] = Array(repeating: [], count: problem.moduleCount)
    for place in problem.crossingCosts.indices
    where problem.crossingCosts[place] == SeparationProblem.forbidden {
      let source = Int(problem.couplingSources[place / problem.ownerCount])
      let target = Int(problem.couplingTargets[place / problem.ownerCount])
      guard source != target else { continue }
      crossings[source].append(Int32(place))
      crossings[target].append(Int32(place))
    }
    self.crossings = crossings
    waiting = Array((0..<Int32(problem.moduleCount)).reversed())
    emptyModule = (0..<Int32(problem.moduleCount)).first { choices(of: $0).isEmpty }
    if emptyModule != nil || !propagate() { throw .contradiction(conflict) }
  }

  /// The choices a module has left, ascending.
  func choices(of module: Int32) -> [Int32] {
    let first = Int(module) * problem.choiceCount
    return (0..<Int32(problem.choiceCount)).filter { isLeft[first + Int($0)] }
  }

  /// The modules with several choices left.
  var freeModules: [Int32] {
    (0..<Int32(problem.moduleCount)).filter { choices(of: $0).count > 1 }
  }

  /// How much has been dropped: what ``undo(to:)`` goes back to.
  var mark: Int { drops.count }

  /// Takes back what was dropped since a mark.
  mutating func undo(to mark: Int) {
    while drops.count > mark, let drop = drops.popLast() { isLeft[Int(drop.place)] = true }
    emptyModule = nil
    waiting.removeAll()
  }

  /// Drops a choice for reasons of the caller, and what follows; false when nothing is left.
  mutating func drop(_ choice: Int32, of module: Int32) -> Bool {
    drop(Int(module) * problem.choiceCount + Int(choice), crossing: -1)
    return propagate()
  }

  /// Leaves a module one choice, and drops what follows; false when nothing is left of some module.
  mutating func choose(_ choice: Int32, for module: Int32) -> Bool {
    let first = Int(module) * problem.choiceCount
    guard isLeft[first + Int(choice)] else { return false }
    for other in 0..<problem.choiceCount where other != Int(choice) {
      drop(first + other, crossing: -1)
    }
    return propagate()
  }

  /// Leaves every module one choice: the preferred ones where possible.
  ///
  /// - Parameters:
  ///   - preferred: by module, what is tried first; others ascending after it.
  ///   - patience: how many choices are taken back at most.
  mutating func complete(
    preferred: [Int32], patience: Int = ChoiceDomains.patience
  ) -> Completion {
    var patience = patience
    // For each decision the mark before it and the choices that are left to try.
    var decisions: [(module: Int32, mark: Int, others: [Int32])] = []
    var module: Int32 = 0
    while module < problem.moduleCount {
      let left = choices(of: module)
      guard left.count > 1 else {
        module += 1
        continue
      }
      let first = preferred[Int(module)]
      let order = left.contains(first) ? [first] + left.filter { $0 != first } : left
      decisions.append((module, mark, order.reversed()))
      while let last = decisions.indices.last {
        guard let choice = decisions[last].others.popLast() else {
          decisions.removeLast()
          continue
        }
        undo(to: decisions[last].mark)
        module = decisions[last].module
        if choose(choice, for: module) { break }
        patience -= 1
        if patience < 0 { return .gaveUp }
      }
      if decisions.isEmpty { return .impossible }
    }
    return .complete
  }

  private mutating func drop(_ place: Int, crossing: Int32) {
    guard isLeft[place] else { return }
    isLeft[place] = false
    drops.append(Drop(place: Int32(place), crossing: crossing))
    let module = Int32(place / problem.choiceCount)
    waiting.append(module)
    if emptyModule == nil, choices(of: module).isEmpty { emptyModule = module }
  }

  /// Follows the forbidden crossings of modules that have changed.
  private mutating func propagate() -> Bool {
    while emptyModule == nil, let module = waiting.popLast() {
      for crossing in crossings[Int(module)] {
        let (coupling, owner) = Int(crossing).quotientAndRemainder(dividingBy: problem.ownerCount)
        let source = problem.couplingSources[coupling]
        let target = problem.couplingTargets[coupling]
        if choices(of: source).allSatisfy({ problem.holds(owner: owner, choice: $0) }) {
          dropAll(of: target, crossing) { !$0.holds(owner: owner, choice: $1) }
        }
        if !choices(of: target).contains(where: { problem.holds(owner: owner, choice: $0) }) {
          dropAll(of: source, crossing) { $0.holds(owner: owner, choice: $1) }
        }
        if emptyModule != nil { break }
      }
    }
    waiting.removeAll()
    return emptyModule == nil
  }

  private mutating func dropAll(
    of module: Int32, _ crossing: Int32, where isDropped: (SeparationProblem, Int32) -> Bool
  ) {
    for choice in choices(of: module) where isDropped(problem, choice) {
      drop(Int(module) * problem.choiceCount + Int(choice), crossing: crossing)
    }
  }
}

extension ChoiceDomains {
  /// The demands that leave a module without a choice, each after those it follows from; the last
  /// one contradicts the others about that module.
  private var conflict: SeparationConflict {
    guard let emptyModule else { return SeparationConflict(steps: []) }
    var steps: [SeparationConflict.Step] = []
    // What is needed to explain: crossings that dropped choices, backward from the empty module.
    var needed: Set<Int32> = [emptyModule]
    var used: Set<Int32> = []
    for drop in drops.reversed() where needed.contains(drop.place / Int32(problem.choiceCount)) {
      guard drop.crossing >= 0, used.insert(drop.crossing).inserted else { continue }
      let (coupling, owner) = Int(drop.crossing).quotientAndRemainder(
        dividingBy: problem.ownerCount)
      let module = drop.place / Int32(problem.choiceCount)
      let isTarget = problem.couplingTargets[coupling] == module
      needed.insert(
        isTarget ? problem.couplingSources[coupling] : problem.couplingTargets[coupling])
      steps.append(
        .init(
          module: module, owner: Int32(owner), mustHold: isTarget,
          reason: .coupling(Int32(coupling))))
    }
    steps.reverse()
    // Where a chain begins: modules whose own choices demand something of the first couplings.
    let starts = needed.sorted().filter { module in !steps.contains { $0.module == module } }
    let beginnings = starts.flatMap { ownDemands(of: $0, before: steps) }
    return SeparationConflict(steps: beginnings + steps + [ownDemand(of: emptyModule, steps)])
  }

  /// What a module's own choices demand of the owners of couplings that lead away from it.
  private func ownDemands(
    of module: Int32, before steps: [SeparationConflict.Step]
  ) -> [SeparationConflict.Step] {
    var demands: [SeparationConflict.Step] = []
    for step in steps {
      guard case .coupling(let coupling) = step.reason,
        module == problem.couplingSources[Int(coupling)]
          || module == problem.couplingTargets[Int(coupling)]
      else { continue }
      let demand = SeparationConflict.Step(
        module: module, owner: step.owner, mustHold: step.mustHold, reason: .choices)
      if !demands.contains(demand) { demands.append(demand) }
    }
    return demands
  }

  /// The demand of the empty module's choices that contradicts what couplings demand of it.
  private func ownDemand(
    of module: Int32, _ steps: [SeparationConflict.Step]
  ) -> SeparationConflict.Step {
    let last = steps.last { $0.module == module }
    return .init(
      module: module, owner: last?.owner ?? 0, mustHold: !(last?.mustHold ?? false),
      reason: .choices)
  }
}
