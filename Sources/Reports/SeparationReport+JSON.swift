import Planning
import SharedSystem

extension SeparationReport {
  /// The report for programs.
  package var json: JSONValue {
    let plan = answer.plan
    return [
      "formatVersion": 1,
      "cost": .thousandths(separation.solution.cost),
      "lowerBound": .thousandths(separation.solution.lowerBound),
      "currency": "personMonths",
      "mixedCosts": .array(answer.withMixedCosts.map { .string(plan.modules[$0].id) }),
      "assignment": .array(plan.modules.indices.map(assignment)),
      "crossing": .array(
        separation.crossings.map { crossing in
          let coupling = plan.couplings[crossing.coupling]
          return [
            "from": .string(coupling.from), "to": .string(coupling.to),
            "for": .string(separation.owners[crossing.user]),
            "cost": .thousandths(crossing.cost),
            "provider": .string(separation.owners[crossing.provider]),
            "kind": .string(coupling.kind.rawValue),
            "information": .array(coupling.information.map(JSONValue.string)),
          ]
        }),
      "tangles": .array(
        answer.tangles.map { tangle in
          [
            "modules": .array(tangle.modules.map { .string(plan.modules[$0].id) }),
            "bridges": .array(
              tangle.bridges.map { coupling in
                [
                  "from": .string(plan.couplings[coupling].from),
                  "to": .string(plan.couplings[coupling].to),
                ]
              }),
            "cost": .thousandths(tangle.cost), "lowerBound": .thousandths(tangle.lowerBound),
          ]
        }),
    ]
  }

  private func assignment(_ module: Int) -> JSONValue {
    let plan = answer.plan
    let choice = Int(separation.solution.choices[module])
    let margin = answer.margins[module]
    let best = margin?.alternatives.first
    return [
      "module": .string(plan.modules[module].id),
      "owners": .array(separation.holders[module].map { .string(separation.owners[$0]) }),
      "pinned": .bool(answer.fixed[module] == .pinned),
      "fixed": answer.fixed[module].map { fixed($0, plan.modules[module].id) } ?? .null,
      "margin": best.map { .thousandths($0.extra) } ?? .null,
      "cost": .thousandths(
        separation.problem.choiceCosts[module * separation.problem.choiceCount + choice]),
      "strategy": .string(separation.strategies[module].rawValue),
      "givenStrategy": .text(plan.modules[module].strategy?.rawValue),
      "givenDoesNotFit": .bool(
        answer.estimate.modules[module].choices[choice].givenDoesNotFit),
      "alternatives": .array(
        (margin?.alternatives ?? []).map { item in
          [
            "owners": .array(item.holders.map { .string(separation.owners[$0]) }),
            "extra": .thousandths(item.extra), "exact": .bool(item.isExact),
          ]
        }),
      "deciding": .array(
        (margin?.deciding ?? []).map { item in
          let coupling = plan.couplings[item.coupling]
          return [
            "from": .string(coupling.from), "to": .string(coupling.to),
            "difference": .thousandths(item.difference),
          ]
        }),
    ]
  }

  /// Why a module can have no other holders.
  private func fixed(_ reason: SeparationAnswer.Fixed, _ module: String) -> JSONValue {
    let kind =
      switch reason {
      case .pinned: "pinned"
      case .information: "information"
      case .demanded: "demanded"
      case .excluded: "excluded"
      case .notFound: "notFound"
      }
    return ["reason": .string(kind), "text": .string(text(reason, of: module))]
  }
}
