extension Plan {
  /// A plan with levers applied as one to go on with: it holds all its tasks itself, and the applied
  /// levers are no longer on offer.
  ///
  /// Levers that an applied one excludes go, too; what required an applied one requires it no more.
  /// Scenarios keep the steps that are left; those without any go.
  ///
  /// - Complexity: O(levers · rules + scenarios · steps).
  public func withoutApplied(_ applied: [Lever]) -> Plan {
    var plan = self
    if plan.generated != nil {
      plan.generated = nil
      plan.generation.isEnabled = false
      for index in plan.tasks.indices {
        plan.tasks[index].work = nil
        plan.tasks[index].replacesGenerated = false
      }
    }
    let ids = Set(applied.map(\.id))
    let excluded = Set(applied.flatMap(\.excludes))
    plan.levers.removeAll { lever in
      ids.contains(lever.id) || excluded.contains(lever.id)
        || !ids.isDisjoint(with: lever.excludes)
    }
    // What requires a lever that is gone without being applied cannot be applied any more.
    var left = Set(plan.levers.map(\.id))
    while true {
      let count = plan.levers.count
      plan.levers.removeAll { lever in
        !lever.requires.allSatisfy { left.contains($0) || ids.contains($0) }
      }
      left = Set(plan.levers.map(\.id))
      if plan.levers.count == count { break }
    }
    // A lever that acts on what is gone, or on how work is generated, would be an error.
    let known = Set(plan.tasks.map(\.id))
    plan.levers.removeAll { lever in
      lever.changes.contains { change in
        (generated != nil && change.actsOnSystem) || !change.tasks.allSatisfy(known.contains)
      }
    }
    left = Set(plan.levers.map(\.id))
    plan.levers.removeAll { lever in
      !lever.requires.allSatisfy { left.contains($0) || ids.contains($0) }
    }
    left = Set(plan.levers.map(\.id))
    for index in plan.levers.indices {
      plan.levers[index].requires.removeAll { !left.contains($0) }
      plan.levers[index].excludes.removeAll { !left.contains($0) }
    }
    for index in plan.scenarios.indices {
      plan.scenarios[index].apply.removeAll { step in
        switch step {
        case .lever(let id): !left.contains(id)
        case .assign(let assignment): !known.contains(assignment.task)
        }
      }
    }
    plan.scenarios.removeAll { $0.apply.isEmpty }
    return plan
  }
}

extension Change {
  /// Ids of the tasks that it names.
  fileprivate var tasks: [String] {
    switch self {
    case .duration(let selector, _): selector.id.map { [$0] } ?? []
    case .link(let from, let to, _, _), .unlink(let from, let to), .rework(let from, let to, _, _):
      [from, to]
    case .remove(let task): [task]
    case .assign(let assignment): [assignment.task]
    case .strategy, .open, .windows, .team, .target: []
    }
  }
}

extension Plan {
  /// The plan with a scenario, and with the scenario's own target.
  ///
  /// - Throws: `ChangeError`, also for an unknown scenario.
  public func applying(scenario id: String) throws(ChangeError) -> Plan {
    guard let scenario = scenario(id) else {
      let maybe = NearestSpelling.of(id, among: scenarios.map(\.id))
      throw .unknown(kind: "scenario", id: id, maybe: maybe)
    }
    var plan = try applying(scenario.apply)
    if let target = scenario.target { plan.target = target }
    return plan
  }
}
