internal import Planning
import Scheduling
internal import SharedSystem

extension CriticalPathReport {
  /// The report for programs. `paths` lists the paths that were asked for, the driving one first;
  /// when none were, only its ids.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "cutover": .text(schedule.plan.cutover),
      "cutoverFinish": .time(schedule.cutoverFinish),
      "target": .time(schedule.plan.target),
      "margin": .number(schedule.margin),
      "late": .bool(schedule.isLate),
      "nextPath": nextPath.map { ["float": .number($0.float), "behind": .number($0.behind)] }
        ?? .null,
      "path": .array(schedule.path.map(entry)),
      "paths": .array(listed.map { $0.map(path) } ?? plainPaths),
    ]
  }

  private var plainPaths: [JSONValue] {
    let ids = ids(schedule.path)
    return ids.isEmpty ? [] : [["float": 0, "behind": 0, "tasks": .array(ids)]]
  }

  private func path(_ path: PlanSchedule.NearPath) -> JSONValue {
    func id(_ task: Int?) -> JSONValue { .text(task.map { schedule.plan.tasks[$0].id }) }
    return [
      "float": .number(path.float),
      "behind": .number(path.behind),
      "tasks": .array(ids(path.steps)),
      "added": .array(ids(Array(path.steps[path.added]))),
      "leaves": id(path.leaves),
      "joins": id(path.joins),
      "joinsPath": .number(path.joinedPath),
      "path": .array(path.steps.map(entry)),
    ]
  }

  private func ids(_ steps: [PlanSchedule.PathStep]) -> [JSONValue] {
    steps.map { .string(schedule.plan.tasks[$0.task].id) }
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
      "drivenBy": DrivenBy(schedule).json(step.reason),
      "because": .string(Because(step, in: schedule, context).text),
    ]
  }
}
