package import Planning
import Scheduling

/// The cheapest ways to be earlier, with the proof why not earlier.
package struct CompressReport: Sendable {
  let compression: PlanCompression
  let context: ReportContext
  /// Whether all points of the curve are shown.
  private let showsAll: Bool

  /// The rows of the curve that are shown unless all are wanted.
  static let shownPoints = 12

  /// Makes a report.
  ///
  /// - Parameter showsAll: whether all points of the curve are shown.
  package init(_ compression: PlanCompression, showsAll: Bool = false, _ context: ReportContext) {
    self.compression = compression
    self.showsAll = showsAll
    self.context = context
  }

  var words: Words { context.words }
  var plan: Plan { compression.now.plan }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add(head)
    if compression.points.count > 1 { report.add(curveTable) }
    if let point = compression.chosen, !point.changes.isEmpty { report.add(changeTable(point)) }
    if compression.reached.count > 1 { report.add(reachedTable) }
    report.add(limitLines)
    report.add(lines: notes.flatMap { $0.wrapped(toWidth: ReportContext.width) })
    if let advice { report.add(sentence: advice) }
    return report.text
  }

  // MARK: Head

  private var head: [LabelledLine?] {
    [
      compression.chosenSchedule.map(movedLine) ?? Verdict(compression.now, context).line,
      compression.aim != nil && compression.chosen == nil ? refusalLine : nil,
      compression.chosen.map(costLine), curveLine, IllustrativeData(plan)?.line(words),
    ]
  }

  private func movedLine(_ after: PlanSchedule) -> LabelledLine {
    let gain = Gain(from: compression.now, to: after)
    var facts: [Table.Cell] = [
      .init(
        words.arrow(
          words.weekday(compression.now.cutoverDay), words.weekday(after.cutoverDay)), .strong),
      .init(words.month(after.cutoverDay)),
      .init(gain.text(words), gain.elapsedMinutes > 0 ? .relief : .strong),
    ]
    if let target = plan.target {
      facts.append(.init(words.target(target.dayAsFinish), after.isLate ? .alarm : .none))
    }
    return LabelledLine(after.cutover == nil ? words.finish : words.cutover, facts)
  }

  private var refusalLine: LabelledLine {
    let day = compression.shortestSchedule.cutoverDay
    return LabelledLine(
      words.why,
      [
        .init(
          words.pick(
            "not possible: the earliest is \(words.weekday(day)), everything at its shortest",
            "不可能：すべてを最短にしても最早は \(words.weekday(day))"), .alarm)
      ])
  }

  private func costLine(_ point: PlanCompression.Point) -> LabelledLine {
    var facts = [
      Table.Cell(words.extra(point.cost.rounded(), currency: plan.currency), .strong)
    ]
    if let bound = point.lowerBound {
      facts.append(
        .init(
          words.pick(
            "not proved: nothing costs less than \(money(bound))",
            "未証明：\(money(bound)) より安くはならない")))
    } else {
      facts.append(
        .init(
          words.pick(
            "proved on the real calendars: nothing is cheaper", "実際の暦の上で証明済み：これより安い短縮はない")))
    }
    if compression.reached.count > 1 {
      // Where windows make dates jump, a day more buys nothing.
      if let next = compression.reached.first(where: { $0.finish < point.finish.startOfItsDay }) {
        let (day, more) = (next.finish.dayAsFinish, money(next.cost - point.cost))
        facts.append(
          .init(
            words.pick("the next date, \(day), costs \(more) more", "次に早い \(day) は \(more) の追加")))
      }
    } else if let next = nextDayPrice(after: point) {
      facts.append(
        .init(words.pick("the next day costs \(money(next))", "次の1日は \(money(next))")))
    }
    return LabelledLine(words.cost, facts)
  }

  /// What a day more costs beyond a point: the price of the stretch of the curve it lies in.
  private func nextDayPrice(after point: PlanCompression.Point) -> PlanCompression.ExactAmount? {
    compression.points.last { $0.duration >= point.duration }?.slope.map(perDay)
  }

  private func perDay(_ price: PlanCompression.ExactAmount) -> PlanCompression.ExactAmount {
    .init(price.numerator * compression.minutesPerDay, over: price.denominator)
  }

  func money(_ amount: PlanCompression.ExactAmount) -> String {
    words.money(amount.rounded(), currency: plan.currency)
  }

  func days(_ minutes: Int64) -> String { Figures.days(minutes, plan.units) }

  private var curveLine: LabelledLine? {
    guard let first = compression.points.first, let last = compression.points.last else {
      return nil
    }
    if first.duration == last.duration {
      return LabelledLine(
        words.curve,
        [.init(words.pick("nothing can be made shorter for money", "費用をかけて短縮できる作業がない"))])
    }
    return LabelledLine(
      words.curve,
      [
        .init(
          words.pick(
            "\(days(first.duration)) → \(days(last.duration)) working days",
            "\(days(first.duration)) → \(days(last.duration))稼働日")),
        .init(words.extra(last.cost.rounded(), currency: plan.currency)),
        .init(
          words.pick(
            "earliest \(words.weekday(compression.shortestSchedule.cutoverDay))",
            "最早 \(words.weekday(compression.shortestSchedule.cutoverDay))")),
      ])
  }

  // MARK: Tables

  private var curveTable: Table {
    var table = Table(columns: [
      .init(title: words.daysColumn, isNumeric: true),
      .init(title: words.pick("earlier", "短縮"), isNumeric: true),
      .init(title: words.finishColumn),
      .init(title: words.pick("extra cost", "追加費用"), isNumeric: true),
      .init(title: words.pick("next day", "次の1日"), isNumeric: true),
      .init(title: words.pick("what changes", "変わる作業"), overflow: .wrap(minimum: 24)),
    ])
    let points = compression.points
    let rows = shownRows
    for (place, index) in rows.enumerated() {
      let point = points[index]
      if place > 0, index > rows[place - 1] + 1 {
        let hidden = index - rows[place - 1] - 1
        table.rows.append([
          .init(""), .init(""), .init("…", .faint), .init(""), .init(""),
          .init(words.moreRows(hidden), .faint),
        ])
      }
      table.rows.append([
        .init(days(point.duration)), .init(days(points[0].duration - point.duration)),
        .init("\(dayOfFinish(point))"), .init(Figures.grouped(point.cost.rounded())),
        .init(point.slope.map { Figures.grouped(perDay($0).rounded()) } ?? ""),
        .init(changes(point)),
      ])
    }
    return table
  }

  /// The points that are shown: all, or the first and the last ones.
  private var shownRows: [Int] {
    let count = compression.points.count
    if showsAll || count <= Self.shownPoints { return Array(0..<count) }
    return Array(0..<Self.shownPoints - 3) + Array(count - 3..<count)
  }

  /// The day of a point's cutover; a milestone keeps the side of midnight it has today.
  func dayOfFinish(_ point: PlanCompression.Point) -> CivilDate {
    point.finish == compression.now.cutoverFinish
      ? compression.now.cutoverDay : point.finish.dayAsFinish
  }

  private func changes(_ point: PlanCompression.Point) -> String {
    let parts = point.changes.map { change in
      "\(change.by < 0 ? "−" : "+")\(days(abs(change.by))) \(context.name(plan.tasks[change.task]))"
    }
    return words.list(parts)
  }

  private func changeTable(_ point: PlanCompression.Point) -> Table {
    var table = Table(columns: [
      .init(title: ""), .init(title: words.taskColumn, overflow: .cut(minimum: 24)),
      .init(title: words.ownerColumn), .init(title: words.daysColumn),
      .init(title: words.cost, isNumeric: true),
    ])
    let durations = Dictionary(
      uniqueKeysWithValues: zip(compression.options, point.durations).map { ($0.task, $1) })
    for change in point.changes {
      let task = plan.tasks[change.task]
      let new = (durations[change.task] ?? nil) ?? task.duration ?? .zero
      table.rows.append([
        .init(change.by < 0 ? "~" : "+"), .init(context.name(task)), .init(task.owner ?? ""),
        .init(words.arrow(words.amount(task.duration ?? .zero), words.amount(new))),
        .init(Figures.signed(Figures.grouped(change.cost.rounded()))),
      ])
    }
    return table
  }

  private var reachedTable: Table {
    var table = Table(columns: [
      .init(title: words.pick("date reached", "届く日")),
      .init(title: words.pick("from", "必要な短縮"), isNumeric: true),
      .init(title: words.pick("extra cost", "追加費用"), isNumeric: true),
      .init(title: ""),
    ])
    let first = compression.points.first?.duration ?? 0
    for (place, point) in compression.reached.enumerated() {
      table.rows.append([
        .init("\(dayOfFinish(point))"),
        .init(
          words.pick("\(days(first - point.duration)) days", "\(days(first - point.duration))日")),
        .init(Figures.grouped(point.cost.rounded())),
        .init(place == 0 ? words.pick("as planned", "現計画") : "", .faint),
      ])
    }
    return table
  }

  private var limitLines: [LabelledLine?] {
    let limit = compression.limit
    guard !limit.path.isEmpty else { return [] }
    let steps = limit.path.filter { $0.duration > 0 || $0.wait > 0 }.map { step in
      let name = context.name(plan.tasks[step.task])
      let wait =
        step.wait > 0
        ? words.pick("wait \(days(step.wait))d → ", "待ち\(days(step.wait))日 → ") : ""
      let length =
        step.duration == 0
        ? "" : words.pick(" (\(days(step.duration))d)", "（\(days(step.duration))日）")
      return wait + name + length
    }
    return [
      LabelledLine(
        words.pick("Limit", "限界"), sentence: words.limitReason(limit.reason)),
      LabelledLine(words.path, sentence: steps.joined(separator: " → ")),
    ]
  }
}
