internal import Planning
internal import SharedSystem

extension ModuleReport {
  /// The report for programs.
  package var json: JSONValue {
    var list = derivation
    let all =
      [figures.rebuildEffort] + figures.otherEfforts + figures.choices.map(\.cost)
    let steps = all.flatMap { list.add($0) }
    return [
      "formatVersion": 1,
      "module": .string(module.id),
      "name": .string(module.name.text(in: context.language)),
      "sizeStated": .bool(!figures.hasNoSize),
      "mixesEnteredAndEstimated": .bool(figures.mixesEnteredAndEstimated),
      "drivers": .array(figures.drivers.map(JSONValue.string)),
      "driversWithoutMultiplier": .array(figures.unknownDrivers.map(JSONValue.string)),
      "nominalEffort": .estimate(figures.nominalEffort.value),
      "rebuildEffort": .estimate(figures.rebuildEffort.value),
      "otherEfforts": .array(figures.otherEfforts.map { .estimate($0.value) }),
      "choices": .array(figures.choices.indices.map(choice)),
      "derivation": .array(steps.map(list.json)),
      "durations": .array(projects.flatMap(durations)),
    ]
  }

  private func owner(_ choice: Int) -> JSONValue {
    .array((choice < owners.count ? [owners[choice]] : owners).map(JSONValue.string))
  }

  private func choice(_ index: Int) -> JSONValue {
    let choice = figures.choices[index]
    let surcharges = figures.drivers.compactMap { driver in
      surcharge(driver, index).map { JSONValue.Member(driver, .estimate($0)) }
    }
    return [
      "owners": owner(index), "cost": .estimate(choice.cost.value),
      "entered": .bool(choice.isEntered), "strategy": .string(choice.strategy.rawValue),
      "givenDoesNotFit": .bool(choice.givenDoesNotFit),
      "perOwner": .object(
        zip(owners, choice.perOwner).map { .init($0, .estimate($1)) }),
      "surcharges": .object(surcharges),
      "candidates": .array(choice.candidates.map(candidate)),
    ]
  }

  private func candidate(_ candidate: StrategyCandidate) -> JSONValue {
    [
      "strategy": .string(candidate.strategy.rawValue),
      "effort": .estimate(candidate.effort.value), "eligible": .bool(candidate.isEligible),
      "reason": .string(context.words.reason(candidate.reason, owner: ownerName)),
    ]
  }

  private func durations(_ project: Project) -> [JSONValue] {
    ScheduleRules(estimate.defaults).results(effort: project.effort).map { result in
      [
        "owners": owner(project.choice), "owner": .string(owners[project.owner]),
        "rule": .string(result.rule.rawValue), "effort": .estimate(project.effort),
        "months": .estimate(result.months),
        "shortest": result.shortest.map(JSONValue.thousandths) ?? .null,
        "limit": result.limit.map(JSONValue.thousandths) ?? .null,
        "outsideData": .bool(result.isOutsideData),
      ]
    }
  }
}

extension JSONValue {
  /// Low, mode and high of an estimate.
  static func estimate(_ value: ThreePoint) -> JSONValue {
    [
      "low": .thousandths(value.low), "mode": .thousandths(value.mode),
      "high": .thousandths(value.high),
    ]
  }
}
