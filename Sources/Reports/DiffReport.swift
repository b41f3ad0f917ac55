package import Planning
import Scheduling
import SharedSystem

/// What differs between two plans: one line first, then the rows, largest effects first.
package struct DiffReport: Sendable {
  let difference: PlanDifference
  /// Clock minutes that a task has to move to be shown, if nothing else of it differs.
  let threshold: Int32
  let context: ReportContext

  /// - Parameter thresholdDays: tasks that only moved, by fewer days of the calendar, are counted
  ///   and not shown.
  package init(_ difference: PlanDifference, thresholdDays: Int, _ context: ReportContext) {
    self.difference = difference
    threshold = Int32(clamping: thresholdDays * 1440)
    self.context = context
  }

  /// Rows of each part that are shown.
  private static let shown = 30

  private var words: Words { context.words }
  private var before: PlanSchedule { difference.before }
  private var after: PlanSchedule { difference.after }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([cutoverLine, summaryLine, pathLine])
    let rows = shownTasks
    if !rows.isEmpty {
      var table = Table(columns: [
        .init(title: ""), .init(title: words.pick("task", "タスク"), overflow: .cut(minimum: 24)),
        .init(title: words.pick("finish", "終了"), minimumWidth: 10),
        .init(title: words.pick("days", "暦日"), isNumeric: true),
        .init(title: words.pick("what changed", "変更点"), overflow: .wrap(minimum: 20)),
      ])
      table.rows = rows.prefix(DiffReport.shown).map(row)
      report.add(table)
      let rest = rows.count - DiffReport.shown
      if rest > 0 { report.append(lines: ["  " + words.moreRows(rest)]) }
    }
    if !difference.others.isEmpty {
      var table = Table(columns: [
        .init(title: ""), .init(title: ""), .init(title: "", overflow: .cut(minimum: 30)),
        .init(title: "", overflow: .cut(minimum: 20)),
      ])
      table.rows = difference.others.prefix(DiffReport.shown).map { row in
        let change = [row.before, row.after].compactMap { $0 }.filter { !$0.isEmpty }
        return [
          mark(row.mark), .init(kind(row.kind)), .init(row.id),
          .init(
            change.count == 2 && change[0] == change[1] ? "" : change.joined(separator: " → ")),
        ]
      }
      report.add(table)
      let rest = difference.others.count - DiffReport.shown
      if rest > 0 { report.append(lines: ["  " + words.moreRows(rest)]) }
    }
    return report.text
  }

  private var shownTasks: [PlanDifference.TaskRow] {
    difference.tasks.filter {
      !$0.fields.isEmpty || $0.mark != .changed || $0.moved.magnitude >= UInt32(max(threshold, 1))
    }
  }

  private var cutoverLine: LabelledLine {
    let elapsed = difference.cutoverMoved
    let working = difference.cutoverMovedWorking
    let units = before.plan.units
    return LabelledLine(
      words.cutover,
      [
        .init(
          words.arrow(words.weekday(before.cutoverDay), words.weekday(after.cutoverDay)), .strong),
        .init(
          words.moved(
            earlier: elapsed < 0, days: working == 0 ? nil : Figures.days(abs(working), units),
            calendarDays: elapsed == 0 ? nil : Figures.ratio(abs(elapsed), 1440)),
          elapsed < 0 ? .relief : elapsed > 0 ? .alarm : .strong),
      ])
  }

  private var summaryLine: LabelledLine {
    func count(_ mark: PlanDifference.Mark) -> Int {
      difference.tasks.count { $0.mark == mark && (mark != .changed || !$0.fields.isEmpty) }
    }
    let moved = difference.tasks.count { $0.mark == .changed && $0.fields.isEmpty }
    let others = difference.others.count
    return LabelledLine(
      words.pick("Tasks", "タスク"),
      [
        .init(
          words.pick(
            "+\(count(.added)) added  ~\(count(.changed)) changed  -\(count(.removed)) removed",
            "+追加 \(count(.added))  ~変更 \(count(.changed))  -削除 \(count(.removed))"), .strong),
        .init(words.pick("\(moved) only moved", "日程だけ移動 \(moved)")),
        .init(
          others == 0
            ? ""
            : words.pick(
              "\(others) other differences", "ほかの違い \(others)")),
      ])
  }

  private var pathLine: LabelledLine? {
    let (old, new) = (difference.leftPath.count, difference.joinedPath.count)
    if old == 0, new == 0 { return nil }
    func names(_ ids: [String], _ schedule: PlanSchedule) -> String {
      let known = Dictionary(
        schedule.plan.tasks.map { ($0.id, context.name($0)) },
        uniquingKeysWith: { first, _ in first })
      let shown = ids.prefix(3).map { known[$0] ?? $0 }.joined(separator: words.pick(", ", "、"))
      return ids.count > 3
        ? shown + words.pick(" and \(ids.count - 3) more", "ほか\(ids.count - 3)件") : shown
    }
    var parts: [String] = []
    if new > 0 { parts.append(words.pick("joins: ", "加わる：") + names(difference.joinedPath, after)) }
    if old > 0 { parts.append(words.pick("leaves: ", "外れる：") + names(difference.leftPath, before)) }
    return LabelledLine(words.path, sentence: parts.joined(separator: words.pick("; ", "／")))
  }

  private func mark(_ mark: PlanDifference.Mark) -> Table.Cell {
    .init(mark.rawValue, mark == .added ? .relief : mark == .removed ? .alarm : .none)
  }

  private func kind(_ kind: PlanDifference.Row.Kind) -> String {
    switch kind {
    case .module: words.pick("module", "モジュール")
    case .coupling: words.pick("coupling", "連係")
    case .crossing: words.pick("crossing", "会社間連係")
    case .lever: words.pick("lever", "前倒し策")
    case .calendar: words.pick("calendar", "カレンダー")
    }
  }

  private func row(_ row: PlanDifference.TaskRow) -> [Table.Cell] {
    let old = row.before.map { before.finishDay(of: $0) }
    let new = row.after.map { after.finishDay(of: $0) }
    let task = row.after.map { after.plan.tasks[$0] } ?? row.before.map { before.plan.tasks[$0] }
    let finish: String =
      switch (old, new) {
      case (let old?, let new?): old == new ? "\(new)" : words.arrow("\(old)", "\(new)")
      default: (new ?? old).map { "\($0)" } ?? ""
      }
    let days = row.moved == 0 ? "" : Figures.signed(Figures.ratio(row.moved, 1440))
    return [
      mark(row.mark), .init(task.map(context.name) ?? row.id), .init(finish), .init(days),
      .init(what(row)),
    ]
  }

  private func what(_ row: PlanDifference.TaskRow) -> String {
    guard let old = row.before, let new = row.after else {
      return row.mark == .added ? words.added : words.removed
    }
    let (first, second) = (before.plan.tasks[old], after.plan.tasks[new])
    return row.fields.map { field in
      switch field {
      case .name: words.pick("name", "名称")
      case .duration:
        words.daysChange(
          Figures.days(of: first, minutes: before.tasks[old].duration, before.plan.units),
          Figures.days(of: second, minutes: after.tasks[new].duration, after.plan.units))
      case .owner:
        words.ownerChanged + " " + words.arrow(first.owner ?? "–", second.owner ?? "–")
      case .calendar: words.calendarChanged
      case .links: words.linksChanged
      case .constraint: words.constraintChanged
      case .deadline: words.deadlineChanged
      case .cost: words.costChanged
      case .progress: words.pick("progress", "進捗")
      }
    }.joined(separator: words.pick(", ", "、"))
  }

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
    return [
      "formatVersion": 1,
      "before": [
        "cutoverFinish": .time(before.cutoverFinish), "margin": .number(before.margin),
      ],
      "after": ["cutoverFinish": .time(after.cutoverFinish), "margin": .number(after.margin)],
      "movedElapsedMinutes": .number(difference.cutoverMoved),
      "movedMinutes": .number(difference.cutoverMovedWorking),
      "joinedPath": .array(difference.joinedPath.map(JSONValue.string)),
      "leftPath": .array(difference.leftPath.map(JSONValue.string)),
      "tasks": .array(
        difference.tasks.map { row in
          [
            "mark": .string(row.mark.rawValue), "id": .string(row.id),
            "movedElapsedMinutes": .number(row.moved),
            "fields": .array(row.fields.map { .string($0.rawValue) }),
            "before": dates(before, row.before), "after": dates(after, row.after),
          ]
        }),
      "others": .array(
        difference.others.map { row in
          [
            "mark": .string(row.mark.rawValue), "kind": .string(row.kind.rawValue),
            "id": .string(row.id), "before": .text(row.before), "after": .text(row.after),
          ]
        }),
    ]
  }
}
