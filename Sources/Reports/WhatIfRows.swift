import Planning

/// The `~ + -` rows of a what-if.
struct WhatIfRows: Sendable {
  /// Rows of each kind that are shown; the rest is counted.
  static let shown = 12

  private let result: WhatIfResult
  private let context: ReportContext
  private let names: TaskNames

  init(_ result: WhatIfResult, _ context: ReportContext) {
    self.result = result
    self.context = context
    names = TaskNames(result, context)
  }

  /// Tasks that were changed, added or removed, and how many others move.
  var changed: Table {
    var table = Table(columns: [
      .init(title: ""), .init(title: "", overflow: .cut(minimum: 24), minimumWidth: 28),
      .init(title: "", overflow: .cut(minimum: 12)), .init(title: ""),
    ])
    let own = result.changes.filter { $0.kind != .moved }
    table.rows = own.prefix(Self.shown).map(row)
    if own.count > Self.shown { table.rows.append(rest(own.count - Self.shown)) }
    let moved = result.changes.filter { $0.kind == .moved }
    if !moved.isEmpty {
      let earlier = moved.count { isEarlier($0) }
      let text = context.words.moves(earlier: earlier, later: moved.count - earlier)
      table.rows.append([.init("~"), .init(text), .init(""), .init("")])
    }
    return table
  }

  /// Tasks that became critical, and tasks that are so no longer.
  var critical: Table {
    var table = Table(columns: [
      .init(title: ""), .init(title: "", minimumWidth: 28),
      .init(title: "", overflow: .cut(minimum: 24)),
    ])
    let words = context.words
    for (mark, label, ids) in [
      ("+", words.newlyCritical, result.becameCritical),
      ("-", words.noLongerCritical, result.noLongerCritical),
    ] {
      var rows = ids.prefix(Self.shown).map { Table.Cell(names.withOwner($0)) }
      if ids.count > Self.shown {
        rows.append(.init(words.moreRows(ids.count - Self.shown), .faint))
      }
      for (number, row) in rows.enumerated() {
        table.rows.append([.init(mark), .init(number == 0 ? label : ""), row])
      }
    }
    return table
  }

  private func rest(_ count: Int) -> [Table.Cell] {
    [.init("~"), .init(context.words.moreRows(count), .faint), .init(""), .init("")]
  }

  private func row(_ change: WhatIfResult.TaskChange) -> [Table.Cell] {
    let words = context.words
    let name = Table.Cell(names.of([change.id])[0])
    switch (change.before, change.after) {
    case (let before?, let after?):
      let finish = words.finishChange(
        result.before.finishDay(of: before), result.after.finishDay(of: after))
      return [.init("~"), name, .init(whatChanged(before, after)), .init(finish)]
    case (nil, let after?):
      let finish = result.after.finishDay(of: after)
      return [
        .init("+", .relief), name, .init(words.added), .init(words.finishChange(finish, finish)),
      ]
    default: return [.init("-", .alarm), name, .init(words.removed), .init("")]
    }
  }

  private func whatChanged(_ before: Int, _ after: Int) -> String {
    let words = context.words
    let (old, new) = (result.before.plan.tasks[before], result.after.plan.tasks[after])
    var parts: [String] = []
    if old.duration != new.duration {
      let units = result.after.plan.units
      parts.append(
        words.daysChange(
          Figures.days(of: old, minutes: result.before.tasks[before].duration, units),
          Figures.days(of: new, minutes: result.after.tasks[after].duration, units)))
    }
    if old.after.map(\.text) != new.after.map(\.text) { parts.append(words.linksChanged) }
    if old.constraints != new.constraints { parts.append(words.constraintChanged) }
    if old.deadline != new.deadline { parts.append(words.deadlineChanged) }
    if old.owner != new.owner { parts.append(words.ownerChanged) }
    if old.cost != new.cost { parts.append(words.costChanged) }
    if old.calendar != new.calendar || parts.isEmpty { parts.append(words.calendarChanged) }
    return parts.joined(separator: words.pick(", ", "、"))
  }

  private func isEarlier(_ change: WhatIfResult.TaskChange) -> Bool {
    guard let before = change.before, let after = change.after else { return false }
    let (old, new) = (result.before.tasks[before], result.after.tasks[after])
    return (new.finish, new.start) < (old.finish, old.start)
  }
}
