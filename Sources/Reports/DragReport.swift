package import Planning
import Scheduling
import SharedSystem

/// What each thing on the driving path costs the cutover.
package struct DragReport: Sendable {
  let analysis: DragAnalysis
  let top: Int
  let dayCost: Int64?
  let context: ReportContext

  /// - Parameters:
  ///   - top: how many rows the text shows.
  ///   - dayCost: what a working day of delay costs, in the plan's currency.
  package init(_ analysis: DragAnalysis, top: Int, dayCost: Int64?, _ context: ReportContext) {
    self.analysis = analysis
    self.top = top
    self.dayCost = dayCost
    self.context = context
  }

  private var plan: Plan { analysis.schedule.plan }
  private var words: Words { context.words }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([
      Verdict(analysis.schedule, context).line,
      LabelledLine(words.pick("Drag", "遅延要因"), sentence: summary),
      IllustrativeData(plan)?.line(words),
    ])
    if !analysis.items.isEmpty {
      report.add(table)
      addRest(analysis.items.count, to: &report)
    }
    if !analysis.swallowed.isEmpty {
      report.add(sentence: words.swallowedHeading(oneWindow))
      report.append(lines: swallowedTable.lines(style: context.style))
      addRest(analysis.swallowed.count, to: &report)
    }
    return report.text
  }

  private var summary: String {
    let (held, lost) = (analysis.items.count, analysis.swallowed.count)
    let rest = analysis.tried - held - lost
    var text = words.pick(
      "of \(analysis.tried) things on the driving paths \(held) "
        + "\(held == 1 ? "holds" : "hold") the cutover back: by so many days it would be earlier "
        + "without them, one at a time",
      "支配経路上の \(analysis.tried) 項目のうち \(held) 項目が切替を遅らせている。日数は、その一つだけが無い場合に早まる幅")
    if lost > 0 {
      text += words.pick(
        "; a window swallows what \(lost) \(lost == 1 ? "other" : "others") would bring",
        "。ほか \(lost) 項目の効果は期間待ちに吸収される")
    }
    if rest > 0 {
      text += words.pick(
        "; without \(rest == 1 ? "the other one" : "the other \(rest)") something else takes as "
          + "long", "。残る \(rest) 項目は、無くても別の経路が同じだけかかる")
    }
    return text
  }

  private func addRest(_ count: Int, to report: inout ReportText) {
    if count > top { report.append(lines: ["  " + words.moreRows(count - top)]) }
  }

  private var table: Table {
    var table = Table(columns: [
      .init(title: words.pick("days", "稼働日"), isNumeric: true),
      .init(title: words.pick("calendar", "暦日"), isNumeric: true),
      .init(
        title: words.pick("drag cost", "遅延費用") + " (\(plan.currency))", isNumeric: true),
      .init(title: words.pick("kind", "種類")),
      .init(title: words.pick("what", "対象"), overflow: .wrap(minimum: 24)),
      .init(title: words.pick("owner", "担当")),
      .init(title: words.pick("window it reaches", "届く期間")),
    ])
    table.rows = analysis.items.prefix(top).map { item in
      let (kind, what, owner) = words(of: item.subject)
      return [
        .init(Figures.days(item.drag, plan.units)), .init(Figures.ratio(item.elapsed, 1440)),
        .init(cost(item).map { Figures.grouped($0) } ?? ""), .init(kind), .init(what),
        .init(owner), .init(item.window.map(words.window) ?? ""),
      ]
    }
    return table
  }

  // MARK: What a window swallows

  /// The window, when all gains are lost to the same one.
  private var oneWindow: WorkCalendar.Window? {
    let windows = Set(analysis.swallowed.map(\.window))
    return windows.count == 1 ? windows.first : nil
  }

  private var swallowedTable: Table {
    var table = Table(columns: [
      .init(title: words.pick("days", "稼働日"), isNumeric: true),
      .init(title: words.pick("short", "不足"), isNumeric: true),
      .init(title: words.pick("of the window before", "一つ前の期間")),
      .init(title: words.pick("kind", "種類")),
      .init(title: words.pick("what", "対象"), overflow: .wrap(minimum: 24)),
      .init(title: words.pick("owner", "担当")),
      .init(title: words.pick("waits for", "待つ期間")),
    ])
    table.rows = analysis.swallowed.prefix(top).map { item in
      let (kind, what, owner) = words(of: item.subject)
      return [
        .init(Figures.days(item.gained, plan.units)),
        .init(item.missing.map { Figures.days($0, plan.units) } ?? "–"),
        .init(item.previous.map(words.window) ?? words.pick("none", "なし")), .init(kind),
        .init(what), .init(owner),
        .init(oneWindow == nil ? words.window(item.window) : ""),
      ]
    }
    return table
  }

  private func cost(_ item: DragAnalysis.Item) -> Int64? {
    dayCost.map { $0 * Int64(item.drag) / Int64(max(plan.units.minutesPerDay, 1)) }
  }

  private func words(
    of subject: DragAnalysis.Subject
  ) -> (kind: String, what: String, owner: String) {
    func owner(_ task: Int) -> String { plan.tasks[task].owner ?? "" }
    func name(_ task: Int) -> String { context.name(plan.tasks[task]) }
    switch subject {
    case .task(let task): return (words.pick("task", "タスク"), name(task), owner(task))
    case .lag(let task, let index):
      let link = plan.tasks[task].after[index]
      let source = plan.tasks.first { $0.id == link.task }.map(context.name) ?? link.task
      return (
        words.pick("lag", "ラグ"), "\(source) → \(name(task)) (\(link.text))", owner(task)
      )
    case .constraint(let task, let constraint):
      return (
        words.pick("constraint", "制約"),
        "\(name(task)) (\(constraint.date.dayAsStart))", owner(task)
      )
    case .closed(let first, let last):
      return (
        words.pick("closed days", "休業"), first == last ? "\(first)" : "\(first)/\(last)", ""
      )
    case .windows(let id):
      let calendar = plan.calendars.first { $0.id == id }
      return (
        words.pick("windows", "期間限定"), calendar.map { context.text($0.name) } ?? id, ""
      )
    }
  }

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "cutoverFinish": .time(analysis.schedule.cutoverFinish),
      "tried": .number(analysis.tried), "dayCost": .number(dayCost),
      "currency": .string(plan.currency),
      "items": .array(
        analysis.items.map { item in
          .object(
            [
              .init("dragMinutes", .number(item.drag)),
              .init("elapsedMinutes", .number(item.elapsed)),
              .init("dragCost", .number(cost(item))),
            ] + members(of: item.subject) + [
              .init("window", .text(item.window.map(words.window)))
            ])
        }),
      "swallowed": .array(
        analysis.swallowed.map { item in
          .object(
            [.init("gainedMinutes", .number(item.gained))] + members(of: item.subject) + [
              .init("waiting", .string(plan.tasks[item.task].id)),
              .init("window", .string(words.window(item.window))),
              .init("previous", .text(item.previous.map(words.window))),
              .init("missingMinutes", .number(item.missing)),
            ])
        }),
    ]
  }

  private func members(of subject: DragAnalysis.Subject) -> [JSONValue.Member] {
    switch subject {
    case .task(let task):
      [.init("kind", "task"), .init("id", .string(plan.tasks[task].id))]
    case .lag(let task, let index):
      [
        .init("kind", "lag"), .init("id", .string(plan.tasks[task].id)),
        .init("link", .string(plan.tasks[task].after[index].text)),
      ]
    case .constraint(let task, let constraint):
      [
        .init("kind", "constraint"), .init("id", .string(plan.tasks[task].id)),
        .init("date", .time(constraint.date)),
      ]
    case .closed(let first, let last):
      [
        .init("kind", "closed"), .init("first", .string("\(first)")),
        .init("last", .string("\(last)")),
      ]
    case .windows(let id): [.init("kind", "windows"), .init("calendar", .string(id))]
    }
  }
}

extension Words {
  /// What stands above the gains that windows swallow; nil when they are several.
  fileprivate func swallowedHeading(_ window: WorkCalendar.Window?) -> String {
    guard let window else {
      return pick(
        "Swallowed by windows: without these the work is ready so many days earlier, and waits for "
          + "the same window", "期間待ちに吸収される効果：無ければ作業はこの日数だけ早く整うが、同じ期間を待つ")
    }
    return pick(
      "Swallowed by the window \(self.window(window)): without these the work is ready so many days "
        + "earlier, and waits for the same window",
      "期間 \(self.window(window)) の待ちに吸収される効果：無ければ作業はこの日数だけ早く整うが、同じ期間を待つ")
  }
}
