package import Planning
import Scheduling
import SharedSystem

/// All scenarios of a plan side by side.
package struct ScenarioReport: Sendable {
  let table: ScenarioTable
  let plan: Plan
  let context: ReportContext

  /// Makes a report of all scenarios of a plan.
  package init(_ table: ScenarioTable, _ plan: Plan, _ context: ReportContext) {
    self.table = table
    self.plan = plan
    self.context = context
  }

  private var words: Words { context.words }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    if let best = table.rows.first, let result = best.result {
      report.add([
        LabelledLine(
          words.pick("Earliest", "最も早い"),
          [
            .init(title(best), .strong), .init(words.weekday(result.after.cutoverDay), .strong),
            .init(words.month(result.after.cutoverDay)),
          ]), IllustrativeData(plan)?.line(words),
      ])
    }
    report.add(rows)
    report.append(lines: [costs.legend.map { "  " + $0 }].compactMap { $0 })
    let legend =
      words.pick(
        "days: working days behind the first row; margin: working days until the target; PM: "
          + "person-months of generated work",
        "差・余裕は稼働日（差は先頭行との差、余裕は目標まで）、人月は生成した作業の工数")
    report.append(lines: legend.wrapped(toWidth: ReportContext.width - 2).map { "  " + $0 })
    return report.text
  }

  private var costs: CostColumns {
    let costs = table.rows.lazy.compactMap(\.result).map { CostColumns.Cost($0) }
    return CostColumns(costs, currency: plan.currency, words)
  }

  private var rows: Table {
    var rows = Table(columns: [
      .init(title: words.pick("scenario", "シナリオ"), overflow: .cut(minimum: 16)),
      .init(title: words.pick("cutover", "切替")),
      .init(title: words.pick("days", "差"), isNumeric: true),
      .init(title: words.pick("margin", "余裕"), isNumeric: true),
    ])
    let costs = costs
    rows.columns += costs.columns
    rows.columns += [
      .init(title: words.pick("PM", "人月"), isNumeric: true),
      .init(title: words.pick("what differs", "違い"), overflow: .wrap(minimum: 26)),
    ]
    let differences = table.rows.map { differs($0.scenario) }
    // Settings of fields are long: one that does not fit beside the figures goes below them.
    let isBelow =
      costs.isSplit
      || differences.contains {
        $0.split(separator: " ").contains { $0.displayWidth > ScenarioReport.roomBeside }
      }
    for (number, scenario) in table.rows.enumerated() {
      if isBelow { rows.below[number] = .init(differences[number]) }
      rows.rows.append(row(scenario, costs, isBelow ? "" : differences[number]))
    }
    return rows
  }

  /// Columns beside the figures that a word may take.
  private static let roomBeside = 26

  private func title(_ row: ScenarioTable.Row) -> String {
    row.scenario ?? words.pick("as planned", "現行計画")
  }

  private func row(
    _ row: ScenarioTable.Row, _ costs: CostColumns, _ differs: String
  ) -> [Table.Cell] {
    guard let result = row.result else {
      return [
        .init(title(row)), .init(words.pick("cannot be applied", "適用できない"), .alarm), .init(""),
        .init(""),
      ] + costs.empty + [.init(""), .init(differs)]
    }
    let after = result.after
    let behind = row.behind.map { $0 == 0 ? "·" : Figures.days($0, plan.units) } ?? ""
    let margin = after.margin.map { Figures.signed(Figures.days($0, plan.units)) } ?? ""
    return [
      .init(title(row)), .init("\(after.cutoverDay)"), .init(behind),
      .init(margin, after.isLate ? .alarm : .none),
    ] + costs.cells(.init(result)) + [
      .init(row.effort.map(Figures.estimated) ?? ""), .init(differs),
    ]
  }

  /// Levers and settings in the order of the scenario.
  private func differs(_ id: String?) -> String {
    guard let id, let scenario = plan.scenario(id) else { return "" }
    return scenario.apply.map { step in
      switch step {
      case .lever(let lever): lever
      case .assign(let assignment): assignment.text
      }
    }.joined(separator: ", ")
  }

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "currency": .string(plan.currency),
      "scenarios": .array(
        table.rows.map { row in
          let after = row.result?.after
          return [
            "id": .text(row.scenario), "applicable": .bool(after != nil),
            "cutoverFinish": .time(after?.cutoverFinish), "margin": .number(after?.margin),
            "late": .bool(after?.isLate ?? false), "cost": .number(row.result?.cost),
            "leverCost": .number(row.result?.leverCost),
            "workCost": .number(row.result?.taskCost),
            "effort": row.effort.map(JSONValue.thousandths) ?? .null,
            "behindMinutes": .number(row.behind),
            "applied": .array(
              (row.scenario.flatMap { plan.scenario($0) }?.apply ?? []).map { step in
                switch step {
                case .lever(let lever): .string(lever)
                case .assign(let assignment): .string(assignment.text)
                }
              }),
          ]
        }),
    ]
  }
}
