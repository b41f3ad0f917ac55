import Planning
import SharedSystem

extension WhyNotReport {
  /// The report for programs. Minutes of `path`, `byKind`, `byDriver` and `byOwner` are minutes of
  /// the clock; each list sums up to `totalMinutes`, from the project's start to the cutover.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "date": .time(answer.date),
      "met": .bool(answer.isMet),
      "possible": .bool(answer.isPossible),
      "start": .time(plan.start),
      "normal": ["finish": .time(answer.now.cutoverFinish)],
      "earliest": [
        "finish": .time(answer.earliest.cutoverFinish),
        "cost": .integer(answer.costOfEverything),
        "tasks": .integer(Int64(answer.options.count)), "derived": .bool(answer.derives),
      ],
      "best": .time(answer.best),
      "currency": .string(plan.currency),
      "totalMinutes": .integer(answer.path.total),
      "path": .array(answer.path.parts.map(part)),
      "byKind": .array(
        answer.path.byKind.map {
          ["kind": .string($0.kind.rawValue), "minutes": .integer($0.minutes)]
        }),
      "byDriver": .array(
        answer.path.byDriver(plan).map {
          ["driver": .text($0.driver), "minutes": .integer($0.minutes)]
        }),
      "byOwner": .array(
        answer.path.byOwner(plan).map {
          ["owner": .text($0.owner), "minutes": .integer($0.minutes)]
        }),
      "limits": .array(
        answer.limits.map {
          [
            "publisher": .string($0.publisher.rawValue), "share": .thousandths($0.share),
            "asked": .thousandths($0.asked), "date": .time($0.date), "broken": .bool($0.isBroken),
          ]
        }),
      "ways": .array(answer.ways.map(JSONValue.acceleration)),
      "levers": answer.levers.map(reach) ?? .null,
      "triedAllLevers": .bool(answer.triedAllLevers),
      "scenarios": .array(answer.scenarios.map(reach)),
      "structure": .array(answer.structure.map(step)),
      "accessClosed": .time(answer.accessClosed),
    ]
  }

  private func part(_ part: CompressedPath.Part) -> JSONValue {
    let task = plan.tasks[part.task]
    return [
      "id": .string(task.id), "kind": .string(part.kind.rawValue), "start": .time(part.start),
      "minutes": .integer(part.minutes), "owner": .text(task.owner),
      "drivers": .array(task.drivers.sorted().map(JSONValue.string)),
    ]
  }

  private func reach(_ reach: WhyNot.Reach) -> JSONValue {
    let cost = CostColumns.Cost(total: reach.cost, levers: reach.levers, of: answer.now.plan)
    return [
      "scenario": .text(reach.scenario),
      "levers": .array(reach.levers.map(JSONValue.string)), "cost": .integer(reach.cost),
      "leverCost": .integer(cost.levers), "workCost": .integer(cost.work),
      "finish": .time(reach.finish), "finishAtShortest": .time(reach.finishAtShortest),
      "readyAtShortest": .time(reach.readyAtShortest),
      "finishWithoutWait": .time(reach.finishWithoutWait),
      "missedWindow": .text(reach.missedWindow.map(words.window)),
    ]
  }

  private func step(_ step: WhyNot.StructuralStep) -> JSONValue {
    switch step.change {
    case .waves(let count):
      [
        "change": "waves", "count": .integer(Int64(count)), "finish": .time(step.finish),
        "ready": .time(step.ready), "finishWithoutWait": .time(step.finishWithoutWait),
      ]
    case .strategy(let module, let strategy):
      [
        "change": "strategy", "module": .string(module),
        "strategy": .string(strategy.rawValue), "finish": .time(step.finish),
        "ready": .time(step.ready), "finishWithoutWait": .time(step.finishWithoutWait),
      ]
    }
  }
}
