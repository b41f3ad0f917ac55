extension Plan {
  /// The lever with this id.
  public func lever(_ id: String) -> Lever? { levers.first { $0.id == id } }

  /// The scenario with this id.
  public func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }

  /// The plan with steps applied in order: levers by id, and settings of single fields.
  ///
  /// - Throws: `ChangeError` for unknown ids, levers that lack what they require or exclude each
  ///   other, and changes that do not fit.
  /// - Complexity: O(steps · tasks).
  public func applying(_ steps: [Scenario.Step]) throws(ChangeError) -> Plan {
    let chosen = try levers(in: steps)
    let ids = Set(chosen.map(\.id))
    for lever in chosen {
      if let missing = lever.requires.first(where: { !ids.contains($0) }) {
        throw .requires(lever: lever.id, missing: missing)
      }
      if let other = lever.excludes.first(where: { ids.contains($0) }) {
        throw .excludes(lever: lever.id, other: other)
      }
    }
    var changes: [Change] = []
    for step in steps {
      switch step {
      case .lever(let id): changes += lever(id)?.changes ?? []
      case .assign(let assignment): changes.append(.assign(assignment))
      }
    }
    return try applying(changes: changes)
  }

  /// The plan with changes applied in order.
  ///
  /// Changes of the shared system and of teams come first: the work that follows from the modules is
  /// generated from them, and the other changes act on it.
  func applying(changes: [Change]) throws(ChangeError) -> Plan {
    var plan = self
    var earlier: [Change] = []
    if generatesWork, generated == nil || changes.contains(where: \.actsOnSystem) {
      plan = withoutGeneratedWork()
      earlier = generated?.changes ?? []
      for change in changes where change.actsOnSystem { try plan.apply(change) }
      do {
        plan = try plan.withGeneratedWork()
      } catch {
        throw .cannotGenerate(error)
      }
      for change in earlier { try plan.apply(change) }
    }
    let later = generatesWork ? changes.filter { !$0.actsOnSystem } : changes
    for change in later { try plan.apply(change) }
    if generatesWork { plan.generated?.changes += earlier + later }
    return plan
  }

  /// The levers that steps name, in order and each once.
  ///
  /// - Throws: `ChangeError.unknown` for an id that is no lever.
  public func levers(in steps: [Scenario.Step]) throws(ChangeError) -> [Lever] {
    var result: [Lever] = []
    for step in steps {
      guard case .lever(let id) = step else { continue }
      guard let lever = lever(id) else {
        throw .unknown(
          kind: "lever", id: id, maybe: NearestSpelling.of(id, among: levers.map(\.id)))
      }
      if !result.contains(where: { $0.id == id }) { result.append(lever) }
    }
    return result
  }
}

extension Change {
  /// Whether generated work depends on what it changes.
  var actsOnSystem: Bool {
    switch self {
    case .strategy, .team: true
    default: false
    }
  }
}
