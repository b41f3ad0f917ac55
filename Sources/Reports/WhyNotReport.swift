package import Planning
import Scheduling

/// Why a date cannot be had, as numbered sentences with their figures.
package struct WhyNotReport: Sendable {
  let answer: WhyNot
  let context: ReportContext

  /// Makes a report.
  package init(_ answer: WhyNot, _ context: ReportContext) {
    self.answer = answer
    self.context = context
  }

  var words: Words { context.words }
  /// The plan whose path is shown.
  var plan: Plan { answer.earliest.plan }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([verdictLine, planLine, IllustrativeData(plan)?.line(words)])
    var number = 0
    func add(_ sentences: [String], _ tables: Table?...) {
      let tables = tables.compactMap(\.self)
      guard !sentences.isEmpty || !tables.isEmpty else { return }
      number += 1
      for (index, sentence) in sentences.enumerated() {
        let mark = index == 0 ? "\(number). " : "   "
        let lines = sentence.wrapped(toWidth: ReportContext.width - 3)
        let shown = lines.enumerated().map { ($0 == 0 ? mark : "   ") + $1 }
        index == 0 ? report.add(lines: shown) : report.append(lines: shown)
      }
      for (place, table) in tables.enumerated() {
        let lines = table.lines(style: context.style)
        place == 0 ? report.append(lines: lines) : report.add(lines: lines)
      }
    }
    add(earliestSentences)
    add([pathSentence], pathTable)
    add([kindSentence], shareTable)
    if !answer.isMet {
      add(limitSentences, limitTable)
      add(leverSentences, wayTable, scenarioTable)
      add(structureSentences)
      add([conclusion])
    }
    report.add(sentence: words.maybe(advice))
    return report.text
  }

  // MARK: Head

  private var verdictLine: LabelledLine {
    let day = answer.date.dayAsFinish
    let months = words.monthsAfterStart(tenths: answer.now.tenthsOfMonths(until: answer.date))
    let verdict: (String, Emphasis) =
      if answer.isMet {
        (words.pick("the plan meets it", "現計画で間に合う"), .relief)
      } else if answer.isPossible {
        (words.pick("possible, for money", "費用をかければ可能"), .relief)
      } else if answer.best <= answer.date {
        (words.pick("not by money alone", "費用をかけるだけでは不可能"), .alarm)
      } else {
        (words.pick("not possible", "不可能"), .alarm)
      }
    return LabelledLine(
      words.pick("Asked", "問い"),
      [
        .init(words.weekday(day), .strong), .init(words.month(day)), .init(months),
        .init(verdict.0, verdict.1),
      ])
  }

  private var planLine: LabelledLine {
    LabelledLine(
      words.pick("Plan", "計画"),
      [
        .init(words.weekday(answer.now.cutoverDay)), .init(words.month(answer.now.cutoverDay)),
        .init(
          words.monthsAfterStart(
            tenths: answer.now.tenthsOfMonths(until: answer.now.cutoverFinish))),
      ])
  }

  func months(until instant: Instant) -> String {
    let tenths = answer.now.tenthsOfMonths(until: instant)
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  // MARK: What is possible at the utmost

  private var earliestSentences: [String] {
    let day = words.weekday(answer.earliest.cutoverDay)
    let months = months(until: answer.earliest.cutoverFinish)
    let count = answer.options.count
    guard count > 0 else {
      return [
        words.pick(
          "The plan says of no task that money makes it shorter (`crash`, `modes`): "
            + "the earliest cutover is the planned one, \(day).",
          "計画には費用で短縮できるタスク（`crash`、`modes`）がなく、最早の切替は現計画の \(day) のままである。")
      ]
    }
    let cost = words.money(answer.costOfEverything, currency: plan.currency)
    let derived = answer.options.count { $0.origin == .derived }
    var sentences = [
      words.pick(
        "With all \(count) tasks that can be made shorter at their shortest at once (\(cost) extra), on "
          + "the real calendars, the earliest cutover is \(day), \(months) months after the start.",
        "短縮できる\(count)件のタスクをすべて同時に最短にし（追加費用 \(cost)）、実際のカレンダーで計算しても、"
          + "最早の切替は \(day)、開始から\(months)か月である。")
    ]
    if derived > 0 {
      let share = answer.limits.first { $0.publisher == .cocomo2 }?.share ?? 750
      let floor = "\(Figures.ratio(share, 10))%"
      sentences.append(
        words.pick(
          "Assumed for \(derived) generated tasks: no shorter than COCOMO II allows (\(floor) of the time), and "
            + "people without limit.",
          "生成された\(derived)件は COCOMO II の限界（期間の\(floor)）まで、要員は無制限と仮定。"))
    }
    if answer.earliest.cutoverFinish > answer.date {
      let late = Figures.grouped(
        (Int64(answer.earliest.cutoverFinish.minutes) - Int64(answer.date.minutes) + 1439) / 1440)
      sentences.append(
        words.pick(
          "That is \(words.clockDays(late)) after the date that was asked for.",
          "これは求められた期日より\(words.clockDays(late))遅い。"))
    }
    return sentences
  }

  // MARK: The path

  private var pathSentence: String {
    let total = months(until: answer.earliest.cutoverFinish)
    return words.pick(
      "What remains is one chain without a gap, \(total) months from the start to the cutover. Its "
        + "longest parts:",
      "残るのは開始から切替まで切れ目のない一本の連なり、\(total)か月である。長い部分から：")
  }

  /// The longest parts, in order of time; the rest in one row.
  private var pathTable: Table {
    var table = Table(columns: [
      .init(title: words.startColumn), .init(title: words.pick("months", "月数"), isNumeric: true),
      .init(title: words.taskColumn, overflow: .cut(minimum: 24)),
      .init(title: words.ownerColumn), .init(title: words.driverColumn),
      .init(title: words.pick("what it is", "内容")),
    ])
    let parts = answer.path.parts
    let shares = MonthShares(answer, parts.map(\.minutes))
    // A night or a weekend between two tasks is no row of its own.
    let long = parts.indices.filter { parts[$0].kind != .calendar || parts[$0].minutes > 3 * 1440 }
    let shown = Set(
      long.sorted { (parts[$0].minutes, $1) > (parts[$1].minutes, $0) }.prefix(14))
    var rest: Int64 = 0
    var hidden = 0
    for (index, part) in parts.enumerated() {
      guard shown.contains(index) else {
        hidden += 1
        rest += shares.tenths[index]
        continue
      }
      let task = plan.tasks[part.task]
      table.rows.append([
        .init("\(part.start.dayAsStart)"), .init(shares.text(index)), .init(context.name(task)),
        .init(task.owner ?? ""), .init(task.drivers.sorted().joined(separator: " ")),
        .init(words.pathKind(part.kind), part.kind == .shortened ? .none : .faint),
      ])
    }
    if hidden > 0 {
      table.rows.append([
        .init(""), .init("\(rest / 10).\(rest % 10)"), .init(words.moreRows(hidden), .faint),
        .init(""), .init(""), .init(""),
      ])
    }
    return table
  }

  private var kindSentence: String {
    let sums = answer.path.byKind
    let shares = MonthShares(answer, sums.map(\.minutes))
    let list = sums.indices.map { index in
      let kind = words.pathKind(sums[index].kind)
      return words.pick("\(kind) \(shares.text(index))", "\(kind) \(shares.text(index))")
    }
    return words.pick(
      "Its months: \(list.joined(separator: ", ")). By driver and by owner:",
      "月数の内訳：\(list.joined(separator: "、"))。要因別・担当別：")
  }

  /// Drivers and owners side by side, each column summing to the whole.
  private var shareTable: Table {
    var table = Table(columns: [
      .init(title: words.driverColumn), .init(title: words.pick("months", "月数"), isNumeric: true),
      .init(title: words.ownerColumn), .init(title: words.pick("months", "月数"), isNumeric: true),
    ])
    let drivers = answer.path.byDriver(plan)
    let owners = answer.path.byOwner(plan)
    let shares = (
      MonthShares(answer, drivers.map(\.minutes)), MonthShares(answer, owners.map(\.minutes))
    )
    let none = words.pick("none", "なし")
    for row in 0..<max(drivers.count, owners.count) {
      table.rows.append([
        .init(row < drivers.count ? drivers[row].driver ?? none : ""),
        .init(row < drivers.count ? shares.0.text(row) : ""),
        .init(row < owners.count ? owners[row].owner ?? none : ""),
        .init(row < owners.count ? shares.1.text(row) : ""),
      ])
    }
    let total = words.pick("sum", "計")
    table.rows.append([
      .init(total), .init(shares.0.sum), .init(total), .init(shares.1.sum),
    ])
    return table
  }
}

/// Minutes as tenths of months that sum up to the months of the whole.
struct MonthShares: Sendable {
  let tenths: [Int64]

  /// - Complexity: O(n log n).
  init(_ answer: WhyNot, _ minutes: [Int64]) {
    let whole = Int64(answer.earliest.tenthsOfMonths(until: answer.earliest.cutoverFinish))
    let total = max(1, minutes.reduce(0, +))
    var tenths = minutes.map { $0 * whole / total }
    // What rounding down lost goes to the largest remainders.
    let order = minutes.indices.sorted {
      (minutes[$0] * whole % total, $1) > (minutes[$1] * whole % total, $0)
    }
    let missing = Int(whole - tenths.reduce(0, +))
    for index in order.prefix(max(0, missing)) { tenths[index] += 1 }
    self.tenths = tenths
  }

  func text(_ index: Int) -> String { "\(tenths[index] / 10).\(tenths[index] % 10)" }

  var sum: String {
    let sum = tenths.reduce(0, +)
    return "\(sum / 10).\(sum % 10)"
  }
}
