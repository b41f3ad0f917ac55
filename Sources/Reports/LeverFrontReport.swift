package import Planning
import Scheduling
import SharedSystem

/// The cheapest set of levers for a date, within a budget, or for every date.
package struct LeverFrontReport: Sendable {
  let front: LeverFront
  let plan: Plan
  let context: ReportContext

  /// Makes a report of a search among the levers of a plan.
  package init(_ front: LeverFront, _ plan: Plan, _ context: ReportContext) {
    self.front = front
    self.plan = plan
    self.context = context
  }

  private var words: Words { context.words }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([
      LabelledLine(
        words.cutover,
        [
          .init(
            words.pick(
              "\(words.weekday(front.base.dayAsFinish)) without levers",
              "\(words.weekday(front.base.dayAsFinish))（前倒し策なし）"), .strong)
        ]),
      answerLine, gapLine, words.withoutLine(front.without), IllustrativeData(plan)?.line(words),
    ])
    if !front.points.isEmpty {
      report.add(table)
      report.append(lines: [costs.legend.map { "  " + $0 }].compactMap { $0 })
    }
    if let last = front.points.last, !last.levers.isEmpty {
      let option = last.levers.joined(separator: ",")
      report.add(
        sentence: words.maybe(
          words.pick(
            "`bunri what-if \(context.planArgument) --apply \(option)`: what moves then.",
            "`bunri what-if \(context.planArgument) --apply \(option)`：動く日程の詳細。")))
    } else if let goal = front.goal, front.points.isEmpty {
      let command = "bunri why-not \(context.planArgument) --by \(goal.dayAsFinish)"
      report.add(
        sentence: words.maybe(
          words.pick("`\(command)`: what stands in the way.", "`\(command)`：妨げているもの。")))
    }
    return report.text
  }

  private var answerLine: LabelledLine {
    let label = words.pick("Answer", "答え")
    func cost(_ point: LeverFront.Point) -> String {
      words.money(point.cost, currency: plan.currency)
    }
    if let goal = front.goal {
      guard let point = front.points.last else {
        let text =
          front.gap == nil
          ? words.pick(
            "no set of levers reaches \(goal.dayAsFinish) (proven over all sets)",
            "どの組合せでも \(goal.dayAsFinish) には届かない（全組合せで証明済み）")
          : words.pick("no set was found in time", "時間内に組合せが見つからない")
        return LabelledLine(label, [.init(text, .alarm)])
      }
      return LabelledLine(
        label,
        [
          .init(
            words.pick(
              "\(goal.dayAsFinish) costs \(cost(point)) at least; the cutover is then \(point.finish.dayAsFinish)",
              "\(goal.dayAsFinish) までの最小費用は \(cost(point))、切替は \(point.finish.dayAsFinish)"),
            .strong)
        ])
    }
    guard let last = front.points.last else { return LabelledLine(label, sentence: words.noChange) }
    if let budget = front.budget {
      let limit = words.money(budget, currency: plan.currency)
      return LabelledLine(
        label,
        [
          .init(
            words.pick(
              "within \(limit) the earliest cutover is \(last.finish.dayAsFinish), for \(cost(last))",
              "予算 \(limit) で最も早い切替は \(last.finish.dayAsFinish)、費用は \(cost(last))"), .strong)
        ])
    }
    return LabelledLine(
      label,
      [
        .init(
          words.pick(
            "at the earliest \(last.finish.dayAsFinish), for \(cost(last)); \(front.points.count) "
              + (front.points.count == 1
                ? "date is worth its price" : "dates are worth their price"),
            "最も早くて \(last.finish.dayAsFinish)、費用は \(cost(last))。検討に値する日付は \(front.points.count) 通り"),
          .strong)
      ])
  }

  /// How many levers were searched.
  private var searched: Int { plan.levers.count - front.without.count }

  private var gapLine: LabelledLine {
    guard let gap = front.gap else {
      return LabelledLine(
        words.pick("Proof", "証明"),
        sentence: words.pick(
          "exact: every set of the \(searched) levers is tried or excluded by a bound "
            + "(\(Figures.grouped(front.evaluations)) schedules)",
          "厳密解：\(searched) 策の全組合せを、計算するか下界で除外した"
            + "（日程計算 \(Figures.grouped(front.evaluations)) 回）"))
    }
    let cost = words.money(gap.costBound, currency: plan.currency)
    var text = words.pick(
      "stopped by the time limit: a further date costs at least \(cost)",
      "時間切れで停止：これより早い日付の費用は少なくとも \(cost)")
    if let date = gap.dateBound {
      let best = front.points.last?.finish ?? front.base
      let days = Figures.ratio(best.minutes - date.minutes, 1440)
      text += words.pick(
        "; no set is earlier than \(date.dayAsFinish) (gap \(days) calendar days)",
        "。どの組合せも \(date.dayAsFinish) より早くならない（差 暦日で\(days)日）")
    }
    return LabelledLine(words.pick("Unproven", "未証明"), sentence: text)
  }

  private var table: Table {
    var table = Table(columns: [
      .init(title: words.pick("cutover", "切替")),
      .init(title: words.pick("earlier", "短縮"), isNumeric: true),
    ])
    let costs = costs
    table.columns += costs.columns
    table.columns.append(
      .init(title: words.pick("levers", "前倒し策"), overflow: .wrap(minimum: 40)))
    for (number, point) in front.points.enumerated() {
      let days = Figures.ratio(front.base.minutes - point.finish.minutes, 1440)
      let levers = Table.Cell(
        point.levers.isEmpty ? words.pick("none", "なし") : point.levers.joined(separator: ", "))
      // With all parts of the cost side by side there is no room beside them.
      if costs.isSplit { table.below[number] = levers }
      table.rows.append(
        [.init("\(point.finish.dayAsFinish)"), .init(words.clockDaysShort(days))]
          + costs.cells(.init(point)) + [costs.isSplit ? .init("") : levers])
    }
    return table
  }

  private var costs: CostColumns {
    CostColumns(front.points.lazy.map { .init($0) }, currency: plan.currency, words)
  }

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "base": .time(front.base), "goal": .time(front.goal), "budget": .number(front.budget),
      "currency": .string(plan.currency), "exact": .bool(front.gap == nil),
      "gap": front.gap.map { gap in
        ["costBound": .integer(gap.costBound), "dateBound": .time(gap.dateBound)]
      } ?? .null,
      "without": .array(front.without.map(JSONValue.string)),
      "evaluations": .number(front.evaluations),
      "points": .array(
        front.points.map { point in
          [
            "cutoverFinish": .time(point.finish), "cost": .integer(point.cost),
            "leverCost": .integer(point.leverCost), "workCost": .integer(point.workCost),
            "levers": .array(point.levers.map(JSONValue.string)),
          ]
        }),
    ]
  }
}

extension Words {
  /// Days of the calendar in a column.
  fileprivate func clockDaysShort(_ days: String) -> String { pick("\(days) d", "\(days)日") }

  /// The levers that were left out; nil for none.
  func withoutLine(_ levers: [String]) -> LabelledLine? {
    guard !levers.isEmpty else { return nil }
    return LabelledLine(
      pick("Without", "不使用"), sentence: levers.joined(separator: pick(", ", "、")))
  }
}
