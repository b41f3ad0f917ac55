import Planning
import Scheduling
import SharedSystem

extension GenerateReport {
  /// The report for programs.
  package var json: JSONValue {
    let plan = schedule.plan
    return [
      "formatVersion": 1,
      "currency": "personMonths",
      "effort": effort(generated.total),
      "efforts": .array(
        generated.waves.flatMap { wave in
          wave.efforts.enumerated().map { owner, value in
            JSONValue.object([
              .init("wave", .string(wave.id)),
              .init("owner", .string(generated.separation.owners[owner])),
              .init("effort", effort(value)),
            ])
          }
        }),
      "overheads": .array(generated.overheads.map(overhead)),
      "drivers": .array(
        drivers.map { cost in
          [
            "driver": .string(cost.driver), "effort": .thousandths(cost.effort),
            "cutoverFinish": .time(cost.cutoverFinish),
            "gainedMinutes": .integer(Int64(cost.gainedMinutes)),
            "gainedMonths": .thousandths(Int64(cost.gainedTenthsOfMonths) * 100),
          ]
        }),
      "waves": .array(
        generated.waves.map { wave in
          [
            "id": .string(wave.id),
            "modules": .array(wave.modules.map { .string(plan.modules[$0].id) }),
          ]
        }),
      "bridges": .array(
        generated.bridges.map { coupling in
          [
            "from": .string(plan.couplings[coupling].from),
            "to": .string(plan.couplings[coupling].to),
            "kind": .string(plan.couplings[coupling].kind.rawValue),
          ]
        }),
      "untouched": .array(generated.untouched.map(JSONValue.string)),
      "tasks": .array(
        plan.tasks.indices.filter { plan.tasks[$0].work != nil }.map { task($0) }),
    ]
  }

  private func task(_ index: Int) -> JSONValue {
    let plan = schedule.plan
    let task = plan.tasks[index]
    let work = task.work
    return [
      "id": .string(task.id),
      "name": .string(task.name.text(in: context.language)),
      "kind": .text(work?.kind.rawValue),
      "summary": .bool(task.isSummary),
      "parent": .text(task.parent.map { plan.tasks[$0].id }),
      "wave": .text(work?.wave),
      "owner": .text(task.owner),
      "module": .text(task.module),
      "drivers": .array(task.drivers.map(JSONValue.string)),
      "duration": .number(schedule.tasks[index].duration),
      "effort": work?.effort.map(effort) ?? .null,
      "after": .array(task.after.map { .string($0.text) }),
      "start": .time(schedule.tasks[index].start),
      "finish": .time(schedule.tasks[index].finish),
    ]
  }

  private func overhead(_ figure: EstimatedFigure) -> JSONValue {
    guard case .overhead(let key) = figure.meaning else { return .null }
    let entry = generated.estimate.defaults.entry(key)
    return [
      "key": .string(key),
      "name": .text(entry.map { $0.name.text(in: context.language) }),
      "share": .thousandths(entry?.value.mode ?? 0),
      "origin": .string(entry?.isOverridden == true ? "overridden" : "default"),
      "effort": effort(figure.value),
    ]
  }

  private func effort(_ effort: ThreePoint) -> JSONValue {
    [
      "low": .thousandths(effort.low), "mode": .thousandths(effort.mode),
      "high": .thousandths(effort.high),
    ]
  }
}
