internal import Planning

extension WhatIfReport {
  /// The report for programs.
  package var json: JSONValue {
    let perDay = Int64(result.after.plan.units.minutesPerDay)
    let thousandths = (Int64(result.gainedMinutes) * 1000) / max(perDay, 1)
    let levers = result.levers.map { JSONValue.string($0.id) }
    let document: JSONValue = [
      "formatVersion": 1,
      "before": side(result.before),
      "after": side(result.after),
      "target": .time(result.after.plan.target),
      "gainedMinutes": .number(result.gainedMinutes),
      "gainedDays": .thousandths(thousandths),
      "gainedElapsedMinutes": .number(result.gainedElapsedMinutes),
      "cost": .integer(result.cost),
      "leverCost": .integer(result.leverCost),
      "workCost": .integer(result.taskCost),
      "currency": .string(result.after.plan.currency),
      "applied": .array(levers),
      "swallowed": swallowedJSON,
      "changes": .array(result.changes.map(change)),
      "becameCritical": .array(result.becameCritical.map(JSONValue.string)),
      "noLongerCritical": .array(result.noLongerCritical.map(JSONValue.string)),
    ]
    let rework = result.levers.compactMap { $0.expectedRework(result.after.plan) }
    guard !rework.isEmpty, case .object(let members) = document else { return document }
    return .object(members + [.init("expectedReworkMinutes", .integer(rework.reduce(0, +)))])
  }

  private func side(_ schedule: PlanSchedule) -> JSONValue {
    [
      "finish": .time(schedule.finish), "cutoverFinish": .time(schedule.cutoverFinish),
      "margin": .number(schedule.margin), "late": .bool(schedule.isLate),
    ]
  }

  private func change(_ change: WhatIfResult.TaskChange) -> JSONValue {
    func dates(_ schedule: PlanSchedule, _ index: Int?) -> JSONValue {
      guard let dates = index.map({ schedule.tasks[$0] }) else { return .null }
      return [
        "start": .time(dates.start), "finish": .time(dates.finish),
        "duration": .number(dates.duration),
      ]
    }
    return [
      "id": .string(change.id), "kind": .string(change.kind.rawValue),
      "before": dates(result.before, change.before), "after": dates(result.after, change.after),
    ]
  }

  var swallowedJSON: JSONValue {
    switch result.swallowed {
    case nil: return .null
    case .window(let task, let gained, let window, let previous, let missing):
      return [
        "kind": "window", "task": .string(task), "gainedMinutes": .number(gained),
        "window": .text(window.map(context.words.window)),
        "previous": .text(previous.map(context.words.window)), "missingMinutes": .number(missing),
      ]
    case .closed(let task, let elapsed, let start):
      return [
        "kind": "closed", "task": .string(task), "gainedElapsedMinutes": .number(elapsed),
        "start": .time(start),
      ]
    case .path(let tasks, let shortened, let gained):
      return [
        "kind": "path", "tasks": .array(tasks.map(JSONValue.string)),
        "shortenedMinutes": .number(shortened), "gainedMinutes": .number(gained),
      ]
    case .startsOnly(let tasks):
      return ["kind": "startsOnly", "tasks": .array(tasks.map(JSONValue.string))]
    case .offPath(let tasks, let float):
      return [
        "kind": "offPath", "tasks": .array(tasks.map(JSONValue.string)), "float": .number(float),
      ]
    }
  }
}
