internal import Planning
import Scheduling
internal import SharedSystem

extension ScheduleReport {
  /// The report for programs.
  package var json: JSONValue {
    let plan = schedule.plan
    let reasons = schedule.reasons()
    let drivenBy = DrivenBy(schedule)
    let tasks = plan.tasks.indices.map { index in
      let driver = reasons[index].map(drivenBy.json) ?? drivenBy.json(ofSummary: index)
      return JSONValue.object(task(index) + [.init("drivenBy", driver)])
    }
    return ["formatVersion": 1, "project": project, "tasks": .array(tasks)]
  }

  private var project: JSONValue {
    let plan = schedule.plan
    return [
      "name": .string(plan.name.text(in: context.language)),
      "start": .time(schedule.start),
      "finish": .time(schedule.finish),
      "cutover": .text(plan.cutover),
      "cutoverFinish": .time(schedule.cutoverFinish),
      "target": .time(plan.target),
      "margin": .number(schedule.margin),
      "late": .bool(schedule.isLate),
      "statusDate": .time(plan.statusDate),
      "minutesPerDay": .integer(Int64(plan.units.minutesPerDay)),
      "currency": .string(plan.currency),
      "illustrative": .text(plan.illustrative?.text(in: context.language)),
    ]
  }

  /// The late dates are those of the margin when the plan has a target.
  private func task(_ index: Int) -> [JSONValue.Member] {
    let plan = schedule.plan
    let task = plan.tasks[index]
    let dates = schedule.tasks[index]
    return [
      .init("id", .string(task.id)),
      .init("name", .string(task.name.text(in: context.language))),
      .init("summary", .bool(task.isSummary)),
      .init("milestone", .bool(task.isMilestone)),
      .init("parent", .text(task.parent.map { plan.tasks[$0].id })),
      .init("owner", .text(task.owner)),
      .init("module", .text(task.module)),
      .init("drivers", .array(task.drivers.map(JSONValue.string))),
      .init("start", .time(dates.start)),
      .init("finish", .time(dates.finish)),
      .init("earlyStart", .time(dates.earlyStart)),
      .init("earlyFinish", .time(dates.earlyFinish)),
      .init("lateStart", .time(dates.targetLateStart ?? dates.lateStart)),
      .init("lateFinish", .time(dates.targetLateFinish ?? dates.lateFinish)),
      .init("duration", .number(dates.duration)),
      .init("totalFloat", .number(dates.totalFloat)),
      .init("freeFloat", .number(dates.freeFloat)),
      .init("margin", .number(dates.margin)),
      .init("critical", .bool(dates.isCritical)),
      .init("driving", .bool(dates.isDriving)),
    ]
  }
}

extension JSONValue {
  /// An instant as `YYYY-MM-DDTHH:MM`; the end of a day is the beginning of the next.
  static func time(_ instant: Instant?) -> JSONValue { .text(instant?.description) }
}
