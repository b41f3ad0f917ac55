package import Planning
import Scheduling
import SharedSystem

/// The cheapest levers and shorter tasks together.
package struct AccelerationReport: Sendable {
  let front: AccelerationFront
  let plan: Plan
  let context: ReportContext

  /// Makes a report of a search in a plan.
  ///
  /// - Parameter plan: with generated work.
  package init(_ front: AccelerationFront, _ plan: Plan, _ context: ReportContext) {
    self.front = front
    self.plan = plan
    self.context = context
  }

  var words: Words { context.words }
  /// Whether one answer was asked for.
  private var isSingle: Bool { front.goal != nil || front.budget != nil }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([
      LabelledLine(
        words.cutover,
        [.init(words.weekday(front.base.dayAsFinish), .strong), .init(words.asPlanned)]),
      answerLine, proofLine, earliestLine, IllustrativeData(plan)?.line(words),
    ])
    if !front.points.isEmpty { report.add(table) }
    if isSingle, let point = front.points.last {
      if !point.levers.isEmpty { report.add(leverTable(point)) }
      if !point.shorter.isEmpty { report.add(taskTable(point)) }
    }
    report.add(lines: notes.flatMap { $0.wrapped(toWidth: ReportContext.width) })
    return report.text
  }

  // MARK: Head

  private var answerLine: LabelledLine {
    let label = words.pick("Answer", "答え")
    guard let last = front.points.last else {
      let text =
        front.gap == nil
        ? words.pick(
          "no levers and no shorter tasks reach that date", "前倒し策と作業短縮のどの組合せでも届かない")
        : words.pick("nothing was found in time", "時間内に見つからない")
      return LabelledLine(label, [.init(text, .alarm)])
    }
    let day = words.weekday(last.finish.dayAsFinish)
    let cost = money(last.cost)
    if let goal = front.goal {
      return LabelledLine(
        label,
        [
          .init(
            words.pick(
              "by \(goal.dayAsFinish) costs \(cost); the cutover is then \(day)",
              "\(goal.dayAsFinish) までの費用は \(cost)、切替は \(day)"), .strong)
        ])
    }
    if let budget = front.budget {
      let limit = words.money(budget, currency: plan.currency)
      return LabelledLine(
        label,
        [
          .init(
            words.pick(
              "within \(limit) the earliest cutover is \(day), for \(cost)",
              "予算 \(limit) で最も早い切替は \(day)、費用は \(cost)"), .strong)
        ])
    }
    return LabelledLine(
      label,
      [
        .init(
          words.pick(
            "\(front.points.count) dates, the last \(day) for \(cost)",
            "\(front.points.count) 通りの日付、最後は \(day)、費用は \(cost)"), .strong)
      ])
  }

  private var proofLine: LabelledLine {
    let count = Figures.grouped(front.evaluations)
    let open = front.points.filter { $0.lowerBound != nil }
    if front.gap == nil, open.isEmpty {
      return LabelledLine(
        words.pick("Proof", "証明"),
        sentence: words.pick(
          "exact over every set of the \(plan.levers.count) levers and all durations, on the real "
            + "calendars (\(count) dates and bounds)",
          "\(plan.levers.count) 策の全組合せと全期間について、実際の暦の上で厳密（日付と下界の計算 \(count) 回）"))
    }
    var parts: [String] = []
    if let gap = front.gap {
      let stopped = words.pick("stopped by the time limit", "時間切れで停止")
      if front.budget != nil {
        parts.append(
          stopped
            + words.pick(
              ": an earlier date within the budget is not ruled out", "：予算内でより早い日付がないとは言えない"))
      } else {
        parts.append(
          stopped
            + (gap.costBound.map {
              words.pick(": the date costs at least \(money($0))", "：この日付の費用は少なくとも \(money($0))")
            } ?? ""))
      }
    }
    if !open.isEmpty {
      parts.append(
        words.pick(
          "\(open.count) of \(front.points.count) costs are upper limits (marked ≤): other calendars "
            + "leave a gap to the bound",
          "\(front.points.count) 件中 \(open.count) 件の費用は上限（≤）：別の暦のため下界と差がある"))
    }
    return LabelledLine(
      words.pick("Not proved", "未証明"), sentence: parts.joined(separator: words.pick("; ", "。")))
  }

  private var earliestLine: LabelledLine? {
    guard let earliest = front.earliest else { return nil }
    let day = words.weekday(earliest.dayAsFinish)
    return LabelledLine(
      words.pick("Limit", "限界"),
      sentence: words.pick(
        "nothing is earlier than \(day): all levers that help, every task at its shortest",
        "\(day) より早くはならない：有効な策をすべて使い、全作業を最短にした場合"))
  }

  func money(_ amount: PlanCompression.ExactAmount) -> String {
    words.money(amount.rounded(), currency: plan.currency)
  }

  // MARK: Tables

  private var hasWorkCosts: Bool { front.points.contains { $0.workCost != 0 } }

  private var table: Table {
    var columns: [Table.Column] = [
      .init(title: words.pick("cutover", "切替")),
      .init(title: words.pick("earlier", "短縮"), isNumeric: true),
      .init(title: words.pick("levers", "策の費用"), isNumeric: true),
    ]
    if hasWorkCosts { columns.append(.init(title: words.pick("work", "作業費の増減"), isNumeric: true)) }
    columns += [
      .init(title: words.pick("shorter tasks", "作業短縮"), isNumeric: true),
      .init(title: words.pick("total", "合計") + " (\(plan.currency))", isNumeric: true),
      .init(title: words.pick("with", "内容"), overflow: .wrap(minimum: 24)),
    ]
    var table = Table(columns: columns)
    table.rows = front.points.map { point in
      let days = Figures.ratio(front.base.minutes - point.finish.minutes, 1440)
      var row: [Table.Cell] = [
        .init("\(point.finish.dayAsFinish)"), .init(words.pick("\(days) d", "\(days)日")),
        .init(Figures.grouped(point.leverCost)),
      ]
      if hasWorkCosts { row.append(.init(Figures.signed(Figures.grouped(point.workCost)))) }
      let mark = point.lowerBound == nil ? "" : "≤ "
      row += [
        .init(Figures.grouped(point.crashCost.rounded())),
        .init(mark + Figures.grouped(point.cost.rounded())), .init(words.contents(of: point)),
      ]
      return row
    }
    return table
  }

  private func leverTable(_ point: AccelerationFront.Point) -> Table {
    var table = Table(columns: [
      .init(title: words.pick("lever", "前倒し策")), .init(title: "", overflow: .cut(minimum: 24)),
      .init(title: words.cost, isNumeric: true),
    ])
    for lever in plan.levers where point.levers.contains(lever.id) {
      table.rows.append([
        .init(lever.id), .init(context.text(lever.name)), .init(Figures.grouped(lever.cost)),
      ])
    }
    return table
  }

  private func taskTable(_ point: AccelerationFront.Point) -> Table {
    var table = Table(columns: [
      .init(title: words.taskColumn, overflow: .cut(minimum: 24)),
      .init(title: words.ownerColumn), .init(title: words.daysColumn),
      .init(title: words.cost, isNumeric: true),
    ])
    let known = Dictionary(
      plan.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for item in point.shorter {
      let task = known[item.task]
      table.rows.append([
        .init(task.map { context.name($0) } ?? item.task), .init(task?.owner ?? ""),
        .init(words.arrow(words.amount(item.from), words.amount(item.to))),
        .init(Figures.signed(Figures.grouped(item.cost.rounded()))),
      ])
    }
    return table
  }

  private var notes: [String] {
    var notes: [String] = []
    if front.step > 1, front.points.count > 1 {
      notes.append(
        words.pick(
          "Dates are \(front.step) days apart at least; each cost is the least for its date. "
            + "Maybe --to with a date between.",
          "日付は\(front.step)日以上の間隔。費用は各日付での最小値。Maybe: 間の日付は --to で。"))
    }
    if front.isCut {
      notes.append(
        words.pick(
          "There are earlier dates; the first \(front.points.count) are shown.",
          "これより早い日付もある。最初の\(front.points.count)件を表示。"))
    }
    return notes
  }

  // MARK: JSON

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "base": .time(front.base), "goal": .time(front.goal), "budget": .number(front.budget),
      "currency": .string(plan.currency),
      "exact": .bool(front.gap == nil && front.points.allSatisfy { $0.lowerBound == nil }),
      "earliest": .time(front.earliest), "stepDays": .number(front.step),
      "isCut": .bool(front.isCut),
      "gap": front.gap.map { gap in
        [
          "costBound": .number(gap.costBound?.rounded()), "dateBound": .time(gap.dateBound),
        ]
      } ?? .null,
      "evaluations": .number(front.evaluations),
      "points": .array(front.points.map(JSONValue.acceleration)),
    ]
  }
}

extension JSONValue {
  /// A way to be earlier.
  static func acceleration(_ point: AccelerationFront.Point) -> JSONValue {
    [
      "cutoverFinish": .time(point.finish), "cost": .integer(point.cost.rounded()),
      "leverCost": .integer(point.leverCost), "workCost": .integer(point.workCost),
      "crashCost": .integer(point.crashCost.rounded()),
      "lowerBound": .number(point.lowerBound?.rounded()),
      "levers": .array(point.levers.map(JSONValue.string)),
      "tasks": .array(
        point.shorter.map { item in
          [
            "task": .string(item.task), "from": .string(item.from.text),
            "to": .string(item.to.text), "cost": .integer(item.cost.rounded()),
          ]
        }),
    ]
  }
}

extension Words {
  var asPlanned: String { pick("as planned", "現計画") }

  /// The levers of a way, and how many tasks it makes shorter.
  func contents(of point: AccelerationFront.Point) -> String {
    var parts = point.levers
    let count = point.shorter.count
    if count > 0 {
      parts.append(pick(count == 1 ? "1 shorter task" : "\(count) shorter tasks", "短縮作業\(count)件"))
    }
    return parts.isEmpty ? asPlanned : parts.joined(separator: pick(", ", "、"))
  }
}
