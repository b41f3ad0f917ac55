import SharedSystem

/// Says of modules why they can have no other holders.
struct FixedReasons {
  /// For how many modules the chain of demands is sought; each is a pass over all couplings.
  static let chains = 12

  private let plan: Plan
  private let system: SystemModel
  private let problem: SeparationProblem
  private let solution: Separation
  private var chainsLeft = FixedReasons.chains

  init(_ plan: Plan, _ problem: SeparationProblem, _ solution: Separation) {
    self.plan = plan
    system = plan.system
    self.problem = problem
    self.solution = solution
  }

  /// The reason in the module itself; nil when it allows several choices.
  ///
  /// - Complexity: O(owners).
  func ofItself(_ module: Int) -> SeparationAnswer.Fixed? {
    guard problem.allowedChoices(of: Int32(module)).count == 1 else { return nil }
    let value = plan.modules[module]
    if value.owner != nil || Set(value.allowed ?? []).count == 1 { return .pinned }
    let classes = Set(value.information)
    return .information(
      system.information.filter { classes.contains($0.id) && $0.entitled != nil }.map(\.id))
  }

  /// The reason in what else is demanded, of a module all of whose alternatives failed.
  ///
  /// - Complexity: O(modules + couplings) with two owners.
  mutating func ofOthers(_ margin: SeparationMargin) -> SeparationAnswer.Fixed {
    let isProven = margin.alternatives.allSatisfy(\.isExact)
    let unexplained: SeparationAnswer.Fixed = isProven ? .excluded : .notFound
    guard chainsLeft > 0 else { return unexplained }
    chainsLeft -= 1
    // The same question without the holders it has: what contradicts the others.
    var other = problem
    let place = Int(margin.module) * problem.choiceCount
    other.choiceCosts[place + Int(margin.choice)] = SeparationProblem.forbidden
    do {
      _ = try other.solved()
      return unexplained
    } catch {
      guard case .contradiction(let conflict) = error else { return unexplained }
      return .demanded(SeparationObstacle(conflict, system))
    }
  }
}
