import Planning

extension CompressReport {
  /// The report for programs: durations in minutes of work, costs over the plan as it is.
  package var json: JSONValue {
    let result = compression
    let last = result.points.last
    return [
      "formatVersion": 1,
      "normal": result.points.first.map(total) ?? .null,
      "minimum": last.map(total) ?? .null,
      "curve": .array(result.points.map(point)),
      "chosen": chosen,
      "limit": [
        "reason": .string(result.limit.reason.rawValue),
        "text": .string(words.limitReason(result.limit.reason)),
        "path": .array(result.limit.path.map(limitStep)),
      ],
      "currency": .string(plan.currency),
      "complete": .bool(result.isComplete),
      "step": .number(result.step),
      "reached": .array(result.reached.map(total)),
      "options": .array(result.options.indices.map(option)),
      "notes": .array(notes.map(JSONValue.string)),
    ]
  }

  private func total(_ point: PlanCompression.Point) -> JSONValue { .object(totals(point)) }

  private func totals(_ point: PlanCompression.Point) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("duration", .integer(point.duration)), .init("finish", .time(point.finish)),
      .init("cost", money(point.cost)), .init("onAxis", .bool(point.isOnAxis)),
    ]
    if let bound = point.lowerBound { members.append(.init("lowerBound", money(bound))) }
    return members
  }

  private func point(_ point: PlanCompression.Point) -> JSONValue {
    .object(
      totals(point) + [
        .init("slope", point.slope.map(price) ?? .null),
        .init("changes", .array(point.changes.map(change))),
      ])
  }

  private func change(_ change: PlanCompression.Change) -> JSONValue {
    [
      "id": .string(plan.tasks[change.task].id), "by": .integer(change.by),
      "cost": money(change.cost),
    ]
  }

  private var chosen: JSONValue {
    guard let point = compression.chosen, let schedule = compression.chosenSchedule else {
      return .null
    }
    return .object(
      totals(point) + [
        .init("cutoverFinish", .time(schedule.cutoverFinish)),
        .init("margin", .number(schedule.margin)), .init("late", .bool(schedule.isLate)),
        .init("changes", .array(point.changes.map(change))),
        .init(
          "tasks",
          .array(
            zip(compression.options, point.durations).compactMap { option, duration in
              duration.map {
                [
                  "id": .string(plan.tasks[option.task].id), "duration": .string($0.text),
                  "normal": .string(option.points[0].duration.text),
                ]
              }
            })),
      ])
  }

  private func limitStep(_ step: PlanCompression.Limit.Step) -> JSONValue {
    [
      "id": .string(plan.tasks[step.task].id), "duration": .integer(step.duration),
      "normal": .integer(step.normal), "wait": .integer(step.wait),
    ]
  }

  private func option(_ index: Int) -> JSONValue {
    let option = compression.options[index]
    return [
      "id": .string(plan.tasks[option.task].id), "origin": .string(option.origin.rawValue),
      "discrete": .bool(option.isDiscrete),
      "points": .array(
        option.points.map {
          ["duration": .string($0.duration.text), "cost": .integer($0.cost)]
        }),
    ]
  }

  /// Whole amounts as they are; a fraction with three decimal places.
  private func money(_ amount: PlanCompression.ExactAmount) -> JSONValue {
    amount.numerator.isMultiple(of: amount.denominator)
      || compression.approximations.roundsPrices
      ? .integer(amount.rounded()) : .thousandths(amount.rounded(times: 1000))
  }

  private func price(_ amount: PlanCompression.ExactAmount) -> JSONValue {
    amount.numerator.isMultiple(of: amount.denominator)
      ? .integer(amount.numerator / amount.denominator)
      : .millionths(amount.rounded(times: 1_000_000))
  }
}
