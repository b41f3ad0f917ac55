package import Planning
import Scheduling
import SharedSystem

/// What differs between two plans: one line first, then the rows, largest effects first.
package struct DiffReport: Sendable {
  let difference: PlanDifference
  let context: ReportContext
  /// Calendar days that a task has to move to be shown, if nothing else of it differs.
  private let thresholdDays: Int

  /// - Parameter thresholdDays: tasks that only moved, by fewer days of the calendar, are counted
  ///   and not shown.
  package init(_ difference: PlanDifference, thresholdDays: Int, _ context: ReportContext) {
    self.difference = difference
    self.thresholdDays = thresholdDays
    self.context = context
  }

  /// Rows of a table that are shown.
  private static let shown = 20
  /// Rows of a kind of other things that are shown.
  private static let shownOfKind = 12

  var words: Words { context.words }
  var before: PlanSchedule { difference.before }
  var after: PlanSchedule { difference.after }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([cutoverLine, summaryLine, pathLine, notComparedLine])
    addOwn(to: &report)
    addMoved(to: &report)
    addOthers(to: &report)
    return report.text
  }

  // MARK: Head

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
    if difference.isEmpty {
      return LabelledLine(words.pick("Plans", "計画"), [.init(words.noDifference, .strong)])
    }
    func count(_ mark: PlanDifference.Mark) -> Int { own.count { $0.mark == mark } }
    let moved = difference.tasks.count - own.count
    var facts: [Table.Cell] = [
      .init(
        words.pick(
          "+\(count(.added)) added  ~\(count(.changed)) changed  -\(count(.removed)) removed",
          "+追加 \(count(.added))  ~変更 \(count(.changed))  -削除 \(count(.removed))"), .strong),
      .init(words.pick("\(moved) only moved", "日程だけ移動 \(moved)")),
    ]
    for kind in PlanDifference.Row.Kind.allCases {
      let rows = difference.others.filter { $0.kind == kind }
      if rows.isEmpty { continue }
      let counts = [PlanDifference.Mark.added, .changed, .removed].compactMap { mark in
        let count = rows.count { $0.mark == mark }
        return count == 0 ? nil : "\(mark.rawValue)\(count)"
      }
      // There is one project: nothing to count.
      let name = words.kind(kind, isOne: rows.count == 1)
      facts.append(
        .init(kind == .project ? "~" + name : "\(name) \(counts.joined(separator: " "))"))
    }
    return LabelledLine(words.pick("Tasks", "タスク"), facts)
  }

  private var pathLine: LabelledLine? {
    let (old, new) = (difference.leftPath.count, difference.joinedPath.count)
    if old == 0, new == 0 { return nil }
    func names(_ ids: [String], _ schedule: PlanSchedule) -> String {
      let known = Dictionary(
        schedule.plan.tasks.map { ($0.id, context.name($0)) },
        uniquingKeysWith: { first, _ in first })
      return words.list(ids.map { known[$0] ?? $0 })
    }
    var parts: [String] = []
    if new > 0 { parts.append(words.pick("joins: ", "加わる：") + names(difference.joinedPath, after)) }
    if old > 0 { parts.append(words.pick("leaves: ", "外れる：") + names(difference.leftPath, before)) }
    return LabelledLine(words.path, sentence: parts.joined(separator: words.pick("; ", "／")))
  }

  /// What one of the plans has and the other, read from a schedule of another program, cannot have.
  private var notComparedLine: LabelledLine? {
    guard difference.scope == .schedule else { return nil }
    let counts: [(PlanDifference.Row.Kind, (Plan) -> Int)] = [
      (.module, { $0.modules.count }), (.coupling, { $0.couplings.count }),
      (.team, { $0.teams.count }), (.lever, { $0.levers.count }),
      (.scenario, { $0.scenarios.count }),
    ]
    let things = counts.compactMap { kind, count -> String? in
      let most = max(count(before.plan), count(after.plan))
      return most == 0 ? nil : "\(words.kind(kind, isOne: most == 1)) (\(Figures.grouped(most)))"
    }
    guard !things.isEmpty else { return nil }
    return LabelledLine(words.pick("Left out", "比較外"), sentence: words.notCompared(things))
  }

  // MARK: Tasks

  private var own: [PlanDifference.TaskRow] {
    difference.tasks.filter { !$0.fields.isEmpty || $0.mark != .changed }
  }

  private func addOwn(to report: inout ReportText) {
    guard !own.isEmpty else { return }
    // What is new or gone has no move to be ranked by.
    let rows = own.filter { $0.mark != .changed } + own.filter { $0.mark == .changed }
    var table = taskTable
    table.rows = rows.prefix(DiffReport.shown).map { row in
      [mark(row.mark)] + dates(row) + [.init(what(row))]
    }
    report.add(lines: [words.ownDifferences])
    report.append(lines: table.lines(style: context.style))
    addRest(rows.count - DiffReport.shown, to: &report)
  }

  /// Tasks that moved from the same day to the same day are one row, a driving one first.
  private func addMoved(to report: inout ReportText) {
    let moved = difference.tasks.filter { $0.fields.isEmpty && $0.mark == .changed }
    let least = Int64(max(thresholdDays, 1)) * 1440
    let far = moved.filter { Int64($0.moved.magnitude) >= least }
    var order: [[CivilDate]] = []
    var groups: [[CivilDate]: [PlanDifference.TaskRow]] = [:]
    for row in far {
      guard let old = row.before, let new = row.after else { continue }
      let days = [before.finishDay(of: old), after.finishDay(of: new)]
      if groups[days] == nil { order.append(days) }
      groups[days, default: []].append(row)
    }
    var table = taskTable
    table.columns[4].title = ""
    table.rows = order.prefix(DiffReport.shown).compactMap { days in
      guard let rows = groups[days] else { return nil }
      let driving = rows.first { $0.after.map { after.tasks[$0].isDriving } ?? false }
      guard let first = driving ?? rows.first else { return nil }
      return [mark(.changed)] + dates(first)
        + [.init(rows.count == 1 ? "" : words.othersAlike(rows.count - 1), .faint)]
    }
    if !table.rows.isEmpty {
      report.add(lines: [words.onlyMoved(threshold: thresholdDays)])
      report.append(lines: table.lines(style: context.style))
      let hidden = order.dropFirst(DiffReport.shown).reduce(0) { $0 + (groups[$1]?.count ?? 0) }
      addRest(hidden, to: &report)
    }
    let near = moved.count - far.count
    if near > 0 {
      let line = "  " + words.movedLess(near, days: max(thresholdDays, 1))
      table.rows.isEmpty ? report.add(lines: [line]) : report.append(lines: [line])
    }
  }

  private var taskTable: Table {
    Table(columns: [
      .init(title: ""), .init(title: words.pick("task", "タスク"), overflow: .cut(minimum: 30)),
      .init(title: words.pick("finish", "終了"), minimumWidth: 10),
      .init(title: words.pick("days", "暦日"), isNumeric: true),
      .init(title: words.pick("what changed", "変更点"), overflow: .wrap(minimum: 30)),
    ])
  }

  private func addRest(_ count: Int, to report: inout ReportText) {
    if count > 0 { report.append(lines: ["  " + words.moreRows(count)]) }
  }

  private func mark(_ mark: PlanDifference.Mark) -> Table.Cell {
    .init(mark.rawValue, mark == .added ? .relief : mark == .removed ? .alarm : .none)
  }

  /// Name, finish and move of a task.
  private func dates(_ row: PlanDifference.TaskRow) -> [Table.Cell] {
    let old = row.before.map { before.finishDay(of: $0) }
    let new = row.after.map { after.finishDay(of: $0) }
    let task = row.after.map { after.plan.tasks[$0] } ?? row.before.map { before.plan.tasks[$0] }
    let finish: String =
      switch (old, new) {
      case (let old?, let new?): old == new ? "\(new)" : words.arrow("\(old)", "\(new)")
      default: (new ?? old).map { "\($0)" } ?? ""
      }
    let days = row.moved == 0 ? "" : Figures.signed(Figures.ratio(row.moved, 1440))
    return [.init(task.map(context.name) ?? row.id), .init(finish), .init(days)]
  }

  private func what(_ row: PlanDifference.TaskRow) -> String {
    guard let old = row.before, let new = row.after else {
      return row.mark == .added ? words.added : words.removed
    }
    let (first, second) = (before.plan.tasks[old], after.plan.tasks[new])
    // Estimates and teams of generated work follow its duration.
    let fields = row.fields.filter { field in
      ![.estimate, .teams].contains(field) || !row.fields.contains(.duration)
    }
    return fields.map { field in
      switch field {
      case .duration:
        words.daysChange(
          Figures.days(of: first, minutes: before.tasks[old].duration, before.plan.units),
          Figures.days(of: second, minutes: after.tasks[new].duration, after.plan.units))
      case .owner:
        words.field(field) + " " + words.arrow(first.owner ?? "–", second.owner ?? "–")
      case .cost:
        words.field(field) + " "
          + Figures.signed(Figures.grouped((second.cost ?? 0) - (first.cost ?? 0)))
      default: words.field(field)
      }
    }.joined(separator: words.pick(", ", "、"))
  }

  // MARK: Everything else

  private func addOthers(to report: inout ReportText) {
    guard !difference.others.isEmpty else { return }
    var table = Table(columns: [
      .init(title: ""), .init(title: words.pick("what", "種類")),
      .init(title: "", overflow: .cut(minimum: 24)),
      .init(title: words.pick("how it differs", "違い"), overflow: .wrap(minimum: 30)),
    ])
    for kind in PlanDifference.Row.Kind.allCases {
      let rows = difference.others.filter { $0.kind == kind }
      table.rows += rows.prefix(DiffReport.shownOfKind).map { row in
        [
          mark(row.mark), .init(words.kind(row.kind)), .init(row.id), .init(how(row)),
        ]
      }
      let rest = rows.count - DiffReport.shownOfKind
      if rest > 0 {
        table.rows.append([
          .init(""), .init(words.kind(kind), .faint), .init(words.moreRows(rest), .faint),
          .init(""),
        ])
      }
    }
    report.add(table)
  }

  /// What a thing was and is, then the fields that differ.
  private func how(_ row: PlanDifference.Row) -> String {
    let states = [row.before, row.after].compactMap { $0 }.filter { !$0.isEmpty }
    var parts: [String] = []
    if Set(states).count > 1 || row.mark != .changed {
      parts.append(states.joined(separator: " → "))
    }
    // Who holds a module and how is said already.
    let said = row.kind == .module && !parts.isEmpty ? ["strategy", "owner"] : []
    parts += row.parts.filter { !said.contains($0.key) }.map { part in
      let name = words.planKey(part.key)
      func shown(_ text: String) -> String {
        ["cost", "rate"].contains(part.key) ? grouped(text) : text
      }
      if part.removed.count == 1, part.added.count == 1 {
        return "\(name) \(words.arrow(shown(part.removed[0]), shown(part.added[0])))"
      }
      let changes = part.removed.map { "-" + shown($0) } + part.added.map { "+" + shown($0) }
      return ([name] + changes).joined(separator: " ")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: words.pick("; ", "；"))
  }

  private func grouped(_ text: String) -> String { Int64(text).map(Figures.grouped) ?? text }
}
