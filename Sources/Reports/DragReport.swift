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
      LabelledLine(
        words.pick("Drag", "引き延ばし"),
        sentence: words.pick(
          "\(analysis.items.count) of the \(analysis.tried) things on the driving paths hold the "
            + "cutover back: by so many days it would be earlier without them, one at a time",
          "支配経路上の \(analysis.tried) 項目のうち \(analysis.items.count) 項目が切替を遅らせている。"
            + "日数は、その一つだけが無い場合に早まる幅")),
      IllustrativeData(plan)?.line(words),
    ])
    guard !analysis.items.isEmpty else { return report.text }
    report.add(table)
    let rest = analysis.items.count - top
    if rest > 0 { report.append(lines: ["  " + words.moreRows(rest)]) }
    return report.text
  }

  private var table: Table {
    var table = Table(columns: [
      .init(title: words.pick("days", "稼働日"), isNumeric: true),
      .init(title: words.pick("calendar", "暦日"), isNumeric: true),
      .init(
        title: words.pick("drag cost", "遅延費用") + " (\(plan.currency))", isNumeric: true),
      .init(title: words.pick("kind", "種類")),
      .init(title: words.pick("what", "対象"), overflow: .wrap(minimum: 30)),
      .init(title: words.pick("owner", "担当")),
    ])
    table.rows = analysis.items.prefix(top).map { item in
      let (kind, what, owner) = words(of: item.subject)
      return [
        .init(Figures.days(item.drag, plan.units)), .init(Figures.ratio(item.elapsed, 1440)),
        .init(cost(item).map { Figures.grouped($0) } ?? ""), .init(kind), .init(what),
        .init(owner),
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
          var members: [JSONValue.Member] = [
            .init("dragMinutes", .number(item.drag)),
            .init("elapsedMinutes", .number(item.elapsed)),
            .init("dragCost", .number(cost(item))),
          ]
          switch item.subject {
          case .task(let task):
            members += [.init("kind", "task"), .init("id", .string(plan.tasks[task].id))]
          case .lag(let task, let index):
            members += [
              .init("kind", "lag"), .init("id", .string(plan.tasks[task].id)),
              .init("link", .string(plan.tasks[task].after[index].text)),
            ]
          case .constraint(let task, let constraint):
            members += [
              .init("kind", "constraint"), .init("id", .string(plan.tasks[task].id)),
              .init("date", .time(constraint.date)),
            ]
          case .closed(let first, let last):
            members += [
              .init("kind", "closed"), .init("first", .string("\(first)")),
              .init("last", .string("\(last)")),
            ]
          case .windows(let id):
            members += [.init("kind", "windows"), .init("calendar", .string(id))]
          }
          return .object(members)
        }),
    ]
  }
}
