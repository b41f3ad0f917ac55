package import Planning
import Scheduling
import SharedSystem

/// Where one owner's work goes on with another's: by month, and who waits for whom.
package struct HandOffsReport: Sendable {
  let schedule: PlanSchedule
  let handOffs: [PlanSchedule.HandOff]
  let context: ReportContext

  /// Makes a report of hand-offs in order of their date.
  package init(
    _ schedule: PlanSchedule, _ handOffs: [PlanSchedule.HandOff], _ context: ReportContext
  ) {
    self.schedule = schedule
    self.handOffs = handOffs
    self.context = context
  }

  /// How many waits the text lists.
  private static let longest = 15

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    let waits = waits
    let count = Figures.grouped(handOffs.count)
    report.add([
      Verdict(schedule, context).line,
      LabelledLine(
        words.pick("Hand-offs", "引き渡し"),
        [
          .init(
            words.pick("\(count) between owners", "会社をまたぐ引き渡し \(count) 件"), .strong),
          .init(
            words.pick(
              "in \(Figures.grouped(waits.count)) the taker waits",
              "うち受け手が待つもの \(Figures.grouped(waits.count)) 件")),
        ]), IllustrativeData(schedule.plan)?.line(words),
    ])
    guard !handOffs.isEmpty else { return report.text }
    report.add(monthTable)
    if !waits.isEmpty {
      report.add(waitTable(Array(waits.prefix(HandOffsReport.longest))))
      let rest = waits.count - HandOffsReport.longest
      if rest > 0 {
        report.add(lines: [
          "  "
            + words.pick(
              "and \(Figures.grouped(rest)) shorter waits (all with --json)",
              "ほか \(Figures.grouped(rest)) 件の短い待ち（--json で全件）")
        ])
      }
    }
    if let owners = OwnerLegend(context: context).line(
      schedule.plan, tasks: handOffs.map { schedule.plan.tasks[$0.to] })
    {
      report.add([owners])
    }
    return report.text
  }

  /// The pairs of owners in the plan's order.
  private var pairs: [(from: String, to: String)] {
    let order = schedule.plan.owners.map(\.id)
    return order.flatMap { from in order.map { (from, $0) } }.filter { pair in
      handOffs.contains { owner($0.from) == pair.0 && owner($0.to) == pair.1 }
    }
  }

  private func owner(_ task: Int) -> String { schedule.plan.tasks[task].owner ?? "" }

  private func month(_ handOff: PlanSchedule.HandOff) -> String {
    String(handOff.date.dayAsFinish.description.prefix(7))
  }

  /// Hand-offs by month and pair of owners.
  private var monthTable: Table {
    let pairs = pairs
    var table = Table(
      columns: [.init(title: context.words.pick("month", "月"))]
        + pairs.map { .init(title: "\($0.from)→\($0.to)", isNumeric: true) })
    var counts: [String: [Int]] = [:]
    for handOff in handOffs {
      guard
        let pair = pairs.firstIndex(where: {
          $0.from == owner(handOff.from) && $0.to == owner(handOff.to)
        })
      else { continue }
      counts[month(handOff), default: Array(repeating: 0, count: pairs.count)][pair] += 1
    }
    table.rows = counts.sorted { $0.key < $1.key }.map { month, counts in
      [.init(month)] + counts.map { .init($0 == 0 ? "·" : "\($0)") }
    }
    return table
  }

  /// The hand-offs for which the taker waits, the longest wait first.
  private var waits: [PlanSchedule.HandOff] {
    handOffs.filter { $0.waitsSince != nil }.sorted {
      let (left, right) = (wait($0), wait($1))
      return left == right ? ($0.date, $0.to) < ($1.date, $1.to) : left > right
    }
  }

  private func wait(_ handOff: PlanSchedule.HandOff) -> Int32 {
    handOff.waitsSince.map { handOff.date.minutes - $0.minutes } ?? 0
  }

  private func waitTable(_ waits: [PlanSchedule.HandOff]) -> Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.pick("waits since", "待ち始め")), .init(title: words.pick("until", "まで")),
      .init(title: words.pick("days", "日数"), isNumeric: true),
      .init(title: words.pick("who waits", "待つ側"), overflow: .cut(minimum: 8)),
      .init(title: words.pick("with", "待つ仕事"), overflow: .cut(minimum: 18)),
      .init(title: words.pick("for", "待たせる側"), overflow: .cut(minimum: 8)),
      .init(title: words.pick("and its", "その仕事"), overflow: .cut(minimum: 18)),
    ])
    table.rows = waits.map { handOff in
      [
        .init(handOff.waitsSince.map { "\($0.dayAsFinish)" } ?? ""),
        .init("\(handOff.date.dayAsFinish)"),
        .init(Figures.grouped((wait(handOff) + 1439) / 1440)),
        .init(owner(handOff.to)), .init(context.name(schedule.plan.tasks[handOff.to])),
        .init(owner(handOff.from)), .init(context.name(schedule.plan.tasks[handOff.from])),
      ]
    }
    return table
  }

  /// The report for programs.
  package var json: JSONValue {
    let plan = schedule.plan
    return [
      "formatVersion": 1,
      "handOffs": .array(
        handOffs.map { handOff in
          [
            "from": .string(plan.tasks[handOff.from].id),
            "fromOwner": .string(owner(handOff.from)),
            "to": .string(plan.tasks[handOff.to].id), "toOwner": .string(owner(handOff.to)),
            "date": .time(handOff.date), "waitsSince": .time(handOff.waitsSince),
          ]
        }),
    ]
  }
}
