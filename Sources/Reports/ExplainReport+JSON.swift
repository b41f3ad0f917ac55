internal import Planning
import Scheduling
internal import SharedSystem

extension ExplainReport {
  /// The report for programs.
  package var json: JSONValue {
    let task = schedule.plan.tasks[explanation.task]
    let dates = schedule.tasks[explanation.task]
    return [
      "formatVersion": 1,
      "task": .string(task.id),
      "name": .string(task.name.text(in: context.language)),
      "summary": .bool(task.isSummary),
      "start": .time(dates.start),
      "finish": .time(dates.finish),
      "duration": .number(dates.duration),
      "totalFloat": .number(dates.totalFloat),
      "freeFloat": .number(dates.freeFloat),
      "margin": .number(dates.margin),
      "critical": .bool(dates.isCritical),
      "driving": .bool(dates.isDriving),
      "standing": explanation.standing.map(standing) ?? .null,
      "explanations": .array(explanation.parts.map(part)),
    ]
  }

  private func id(_ task: Int) -> JSONValue { .string(schedule.plan.tasks[task].id) }

  private func standing(_ standing: Explanation.Standing) -> JSONValue {
    [
      "chain": .array(standing.chain.map(id)),
      "slackBefore": standing.slackBefore.map {
        ["id": id($0.task), "minutes": .number($0.minutes)]
      } ?? .null,
      "endsAtOwnDate": .bool(standing.endsAtOwnDate),
    ]
  }

  private func part(_ part: Explanation.Part) -> JSONValue {
    let words = StepWords(schedule, context)
    let steps = part.steps.enumerated().map { index, step -> JSONValue in
      let dates = schedule.tasks[step.task]
      return [
        "id": id(step.task),
        "start": .time(dates.start),
        "finish": .time(dates.finish),
        "duration": .number(dates.duration),
        "drivenBy": DrivenBy(schedule).json(step.reason),
        "ready": .time(step.ready),
        "daysOff": .array(
          step.daysOff.map {
            [
              "first": .string("\($0.first)"), "last": .string("\($0.last)"),
              "count": .number($0.count),
            ]
          }),
        "text": .string(words.text(part.steps, index)),
      ]
    }
    return [
      "aim": .string(part.aim.rawValue), "task": id(part.leaf), "steps": .array(steps),
      "earlier": earlier(part.earlier),
    ]
  }

  private func earlier(_ earlier: Explanation.Earlier) -> JSONValue {
    let together: JSONValue? = earlier.together.map { set in
      [
        "changes": .array(set.changes.map { .object(change($0)) }),
        "date": .time(set.date),
        "tiedPaths": .number(set.tiedPaths),
        "smallest": .bool(set.isSmallest),
      ]
    }
    let reaches = earlier.reaches.map { reach -> JSONValue in
      [
        "id": id(reach.task), "window": range(reach.window), "previous": range(reach.previous),
        "readyBy": .time(reach.readyBy), "missing": .number(reach.missing),
        "date": .time(reach.date),
      ]
    }
    return [
      "tried": .number(earlier.tried),
      "possible": .number(earlier.possible),
      "alone": .array(
        earlier.alone.map { .object(change($0.change) + [.init("date", .time($0.date))]) }),
      "together": together ?? .null,
      "reach": .array(reaches),
    ]
  }

  private func range(_ window: WorkCalendar.Window?) -> JSONValue {
    window.map { ["start": .time($0.start), "end": .time($0.end)] } ?? .null
  }

  private func change(_ change: Alteration) -> [JSONValue.Member] {
    let plan = schedule.plan
    func members(_ kind: String, _ task: Int, _ more: JSONValue.Member...) -> [JSONValue.Member] {
      [.init("kind", .string(kind)), .init("id", id(task))] + more
    }
    func predecessor(_ task: Int, _ index: Int) -> JSONValue.Member {
      .init("predecessor", .string(plan.tasks[task].after[index].task))
    }
    switch change {
    case .shorten(let task, let from, let to):
      return members(
        "duration", task, .init("from", .string(from.text)), .init("to", .string(to.text)))
    case .shortenLag(let task, let index, let lag):
      return members(
        "lag", task, predecessor(task, index),
        .init("from", .string(plan.tasks[task].after[index].lag.signedText)),
        .init("to", .string(lag.signedText)))
    case .unlink(let task, let index): return members("unlink", task, predecessor(task, index))
    case .moveConstraint(let task, let constraint, let date):
      return members(
        "moveConstraint", task, .init("constraint", .string(constraint.kind.planName)),
        .init("to", .time(date)))
    case .dropConstraint(let task, let constraint):
      return members(
        "dropConstraint", task, .init("constraint", .string(constraint.kind.planName)))
    case .useProjectCalendar(let task):
      return members("calendar", task, .init("to", .text(plan.calendar)))
    case .widenWindow(let task, let calendar, let window):
      return members(
        "window", task, .init("calendar", .string(plan.calendars[calendar].id)),
        .init("from", .time(window.start)))
    case .workOn(let task, let calendar, let day):
      return members(
        "open", task, .init("calendar", .string(plan.calendars[calendar].id)),
        .init("date", .string("\(day)")))
    case .startProject(let start):
      return [.init("kind", "projectStart"), .init("to", .time(start))]
    }
  }
}
