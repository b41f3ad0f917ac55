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
      answerLine, proofLine, earliestLine, words.withoutLine(front.without),
      IllustrativeData(plan)?.line(words),
    ])
    if !front.points.isEmpty { report.add(table) }
    if isSingle, let point = front.points.last {
      if !point.levers.isEmpty { report.add(leverTable(point)) }
      if !point.shorter.isEmpty { report.add(taskTable(point)) }
    }
    if front.isCut {
      report.add(
        sentence: words.pick(
          "There are earlier dates; the first \(front.points.count) are shown.",
          "これより早い日付もある。最初の\(front.points.count)件を表示。"))
    }
    if let advice { report.add(sentence: words.maybe(advice)) }
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
    let tried = front.evaluations == 1 ? "1 date or bound" : "\(count) dates and bounds"
    let searched = plan.levers.count - front.without.count
    let open = front.points.filter { $0.lowerBound != nil }
    if front.gap == nil, open.isEmpty {
      return LabelledLine(
        words.pick("Proof", "証明"),
        sentence: words.pick(
          "exact over every set of \(searched == 1 ? "1 lever" : "the \(searched) levers") and all "
            + "durations, on the real calendars (\(tried))",
          "\(searched) 策の全組合せと全期間について、実際の暦の上で厳密（日付と下界の計算 \(count) 回）"))
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

  private var table: Table {
    AccelerationTable(points: front.points, plan: plan, words: words).table([
      .init(title: words.pick("cutover", "切替")),
      .init(title: words.pick("earlier", "短縮"), isNumeric: true),
    ]) { _, point in
      let days = Figures.ratio(front.base.minutes - point.finish.minutes, 1440)
      return [.init("\(point.finish.dayAsFinish)"), .init(words.pick("\(days) d", "\(days)日"))]
    }
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

  private var advice: String? {
    if let goal = front.goal, front.points.isEmpty {
      let command = "bunri why-not \(context.planArgument) --by \(goal.dayAsFinish)"
      return words.pick("`\(command)`: what stands in the way.", "`\(command)`：妨げているもの。")
    }
    guard front.step > 1, front.points.count > 1 else { return nil }
    return words.pick(
      "`--to` with a date between: the dates above are \(front.step) days apart at least.",
      "`--to` で間の日付：上の日付は\(front.step)日以上の間隔。")
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
      "without": .array(front.without.map(JSONValue.string)),
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
}
