import Planning

extension DiffReport {
  /// The report for programs.
  package var json: JSONValue {
    func dates(_ schedule: PlanSchedule, _ index: Int?) -> JSONValue {
      guard let index else { return .null }
      let own = schedule.tasks[index]
      return [
        "start": .time(own.start), "finish": .time(own.finish), "duration": .number(own.duration),
        "owner": .text(schedule.plan.tasks[index].owner),
      ]
    }
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    return [
      "formatVersion": 1,
      "same": .bool(difference.isEmpty),
      "scope": .string(difference.scope == .schedule ? "schedule" : "everything"),
      "before": [
        "cutoverFinish": .time(before.cutoverFinish), "margin": .number(before.margin),
      ],
      "after": ["cutoverFinish": .time(after.cutoverFinish), "margin": .number(after.margin)],
      "movedElapsedMinutes": .number(difference.cutoverMoved),
      "movedMinutes": .number(difference.cutoverMovedWorking),
      "joinedPath": texts(difference.joinedPath),
      "leftPath": texts(difference.leftPath),
      "tasks": .array(
        difference.tasks.map { row in
          [
            "mark": .string(row.mark.rawValue), "id": .string(row.id),
            "movedElapsedMinutes": .number(row.moved),
            "fields": texts(row.fields.map(\.rawValue)),
            "before": dates(before, row.before), "after": dates(after, row.after),
          ]
        }),
      "others": .array(
        difference.others.map { row in
          [
            "mark": .string(row.mark.rawValue), "kind": .string(row.kind.rawValue),
            "id": .string(row.id), "before": .text(row.before), "after": .text(row.after),
            "parts": .array(
              row.parts.map { part in
                [
                  "key": .string(part.key), "removed": texts(part.removed),
                  "added": texts(part.added),
                ]
              }),
          ]
        }),
    ]
  }
}
