internal import Planning
internal import Scheduling
internal import SharedSystem

/// A schedule on its way into tables.
struct SpreadsheetTables {
  private let rows: ScheduleRows
  private let language: LocalizedText.Language
  private(set) var report: ExportReport

  private typealias Cell = CSVText.Cell
  private var schedule: PlanSchedule { rows.schedule }
  private var plan: Plan { rows.schedule.plan }

  init(_ schedule: PlanSchedule, _ language: LocalizedText.Language) {
    rows = ScheduleRows(schedule, in: language)
    self.language = language
    report = rows.report
    report.noteLeftOut(schedule.plan)
    for task in schedule.plan.tasks where !task.baselines.isEmpty {
      report.note(.baseline, task.id)
    }
  }

  /// The table of tasks, in the order of the outline.
  ///
  /// - Complexity: O(tasks · depth).
  mutating func tasks() -> [UInt8] {
    var text = CSVText()
    text.add(SpreadsheetTables.taskColumns.map { .plain($0.title(language)) })
    let owners = names(plan.owners.map { ($0.id, $0.name) })
    let modules = names(plan.modules.map { ($0.id, $0.name) })
    for (row, task) in rows.outline.rows.enumerated() {
      text.add(cells(of: task, row, owners, modules))
    }
    report.note(.guardedCell, times: text.guarded)
    return text.bytes
  }

  private func cells(
    of task: Int, _ row: Int, _ owners: [String: String], _ modules: [String: String]
  ) -> [Cell] {
    let stated = plan.tasks[task]
    let dates = schedule.tasks[task]
    let perDay = stated.countsOnClock ? 1440 : plan.units.minutesPerDay
    let parent = rows.outline.parents[task].map { plan.tasks[$0].id }
    return [
      .plain(rows.outline.numbers[row]), .number(rows.outline.levels[row]), .text(stated.id),
      .text(rows.name(of: task)), .plain(word(rows.kind(of: task))), .text(parent),
      .text(stated.owner), .text(stated.owner.flatMap { owners[$0] }), .text(stated.module),
      .text(stated.module.flatMap { modules[$0] }),
      .text(stated.drivers.isEmpty ? nil : stated.drivers.joined(separator: " ")),
      date(dates.start), date(dates.finish), date(dates.earlyStart), date(dates.earlyFinish),
      date(dates.targetLateStart ?? dates.lateStart),
      date(dates.targetLateFinish ?? dates.lateFinish),
      days(dates.duration, perDay), .number(dates.duration), days(dates.totalFloat, perDay),
      .number(dates.totalFloat), days(dates.freeFloat, perDay), .number(dates.freeFloat),
      dates.margin.map { days($0, perDay) } ?? .empty, .number(dates.margin),
      .flag(dates.isCritical), .flag(dates.isDriving), .number(rows.progress.percent(of: task)),
      stated.deadline.map(date) ?? .empty, .text(rows.calendar(of: task)), .number(stated.cost),
      .flag(stated.isActive), .text(stated.source), .text(stated.notes?.text(in: language)),
    ]
  }

  /// The table of links, in the order of their successors in the plan.
  ///
  /// - Complexity: O(links).
  mutating func links() -> [UInt8] {
    var text = CSVText()
    text.add(SpreadsheetTables.linkColumns.map { .plain($0.title(language)) })
    for task in rows.outline.rows {
      for dependency in plan.tasks[task].after {
        let before = rows.index(of: dependency.task)
        text.add([
          .text(dependency.task), .text(before.map(rows.name)), .text(plan.tasks[task].id),
          .text(rows.name(of: task)), .plain(dependency.type.code),
          .plain(dependency.lag.isZero ? "" : spelled(dependency.lag)),
          .number(rows.lagMinutes(of: dependency)),
          .plain(word(rows.lagCalendar(of: dependency))),
          .flag(rows.drives(dependency, task)),
        ])
      }
    }
    report.note(.guardedCell, times: text.guarded)
    return text.bytes
  }

  private func names(_ pairs: [(String, LocalizedText)]) -> [String: String] {
    Dictionary(
      pairs.map { ($0, $1.text(in: language)) }, uniquingKeysWith: { first, _ in first })
  }

  /// `2029-01-04 09:00`.
  private func date(_ instant: Instant) -> Cell {
    .plain(String(instant.description.map { $0 == "T" ? " " : $0 }))
  }

  /// Minutes as days with up to three decimals, rounded half away from zero.
  private func days(_ minutes: Int32, _ perDay: Int) -> Cell {
    let perDay = Int64(perDay)
    let doubled = Int64(minutes).magnitude * 2000 + UInt64(perDay)
    let thousandths = Int64(doubled / UInt64(2 * perDay)) * (minutes < 0 ? -1 : 1)
    return .plain(String(PlanDuration(thousandths: thousandths, .minutes).text.dropLast()))
  }

  /// A lag as the plan spells it. Its sign stands behind, since a cell that begins with one is a
  /// formula: `10d`, or `10d lead`.
  private func spelled(_ lag: PlanTask.Lag) -> String {
    let signed = lag.signedText
    guard signed.hasPrefix("-") else { return String(signed.dropFirst()) }
    return signed.dropFirst() + (language == .ja ? " リード" : " lead")
  }

  private func word(_ kind: ScheduleRows.Kind) -> String {
    switch (kind, language) {
    case (.task, .ja): "タスク"
    case (.milestone, .ja): "マイルストーン"
    case (.summary, .ja): "サマリー"
    case (_, .en): kind.rawValue
    }
  }

  private func word(_ calendar: LagCalendar) -> String {
    switch (calendar, language) {
    case (.successor, .ja): "後続"
    case (.predecessor, .ja): "先行"
    case (.project, .ja): "プロジェクト"
    case (.elapsed, .ja): "経過時間"
    case (_, .en): calendar.rawValue
    }
  }
}
