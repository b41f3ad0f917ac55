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
    var plan = self
    for step in steps {
      switch step {
      case .lever(let id):
        for change in lever(id)?.changes ?? [] { try plan.apply(change) }
      case .assign(let assignment): try plan.apply(.assign(assignment))
      }
    }
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
