internal import Planning
import Scheduling

extension CriticalPathReport {
  /// The report for programs. `paths` lists all paths that were sought, the driving one first.
  package var json: JSONValue {
    let entries = schedule.path.map(entry)
    let ids = schedule.path.map { JSONValue.string(schedule.plan.tasks[$0.task].id) }
    let paths: [JSONValue] = ids.isEmpty ? [] : [["behind": 0, "tasks": .array(ids)]]
    return [
      "formatVersion": 1,
      "cutover": .text(schedule.plan.cutover),
      "cutoverFinish": .time(schedule.cutoverFinish),
      "target": .time(schedule.plan.target),
      "margin": .number(schedule.margin),
      "late": .bool(schedule.isLate),
      "path": .array(entries),
      "paths": .array(paths),
    ]
  }

  private func entry(_ step: PlanSchedule.PathStep) -> JSONValue {
    let task = schedule.plan.tasks[step.task]
    let dates = schedule.tasks[step.task]
    return [
      "id": .string(task.id),
      "name": .string(task.name.text(in: context.language)),
      "start": .time(dates.start),
      "finish": .time(dates.finish),
      "duration": .number(dates.duration),
      "owner": .text(task.owner),
      "module": .text(task.module),
      "drivers": .array(task.drivers.map(JSONValue.string)),
      "drivenBy": drivenBy(step),
      "because": .string(Because(step, in: schedule, context).text),
    ]
  }

  private func drivenBy(_ step: PlanSchedule.PathStep) -> JSONValue {
    switch step.reason {
    case .projectStart: return ["kind": "start"]
    case .statusDate: return ["kind": "statusDate", "date": .time(schedule.plan.statusDate)]
    case .actual: return ["kind": "actual"]
    case .link(let waiting):
      return .object([.init("kind", "link")] + members(waiting))
    case .calendar(let waiting, let wait, let window):
      let range = window.map { ["start": .time($0.start), "end": .time($0.end)] as JSONValue }
      return .object(
        [
          .init("kind", "calendar"), .init("waitMinutes", .number(wait)),
          .init("window", range ?? .null),
        ] + (waiting.map(members) ?? []))
    case .constraint(let constraint):
      let hasDate = constraint.kind != .asLateAsPossible
      return [
        "kind": "constraint", "constraint": .string(constraint.kind.planName),
        "date": hasDate ? .time(constraint.date) : .null,
      ]
    }
  }

  private func members(_ waiting: PlanSchedule.Reason.Waiting) -> [JSONValue.Member] {
    let plan = schedule.plan
    return [
      .init("predecessor", .string(plan.tasks[waiting.predecessor].id)),
      .init("type", .string(waiting.type.code)),
      .init("lag", lagMinutes(waiting)),
      .init("lagText", .text(waiting.lag.isZero ? nil : waiting.lag.signedText)),
      .init("viaSummary", .text(waiting.viaSummary.map { plan.tasks[$0].id })),
    ]
  }

  /// The lag in minutes; null for calendar months.
  private func lagMinutes(_ waiting: PlanSchedule.Reason.Waiting) -> JSONValue {
    switch waiting.lag {
    case .time(let duration): return .number(schedule.plan.units.minutes(of: duration))
    case .percent(let thousandths):
      let whole = Int64(schedule.tasks[waiting.predecessor].duration)
      let product = whole * thousandths
      return .integer((product + (product < 0 ? -50_000 : 50_000)) / 100_000)
    }
  }
}
