package import Planning
import Scheduling
import SharedSystem

/// The interfaces that companies must agree on: in what order, and by when.
package struct ContractsReport: Sendable {
  let schedule: PlanSchedule
  let contracts: [PlanSchedule.Contract]
  let context: ReportContext

  /// Makes a report of contracts in the order in which they are needed.
  package init(
    _ schedule: PlanSchedule, _ contracts: [PlanSchedule.Contract], _ context: ReportContext
  ) {
    self.schedule = schedule
    self.contracts = contracts
    self.context = context
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    let plan = schedule.plan
    var report = ReportText(style: context.style)
    let critical = contracts.count { $0.float <= 0 }
    let count = Figures.grouped(contracts.count)
    report.add([
      Verdict(schedule, context).line,
      LabelledLine(
        words.pick("Contracts", "連係契約"),
        [
          .init(words.pick("\(count) to agree", "\(count) 件"), .strong),
          .init(
            words.pick(
              "\(critical) of them critical: a later signature moves the cutover",
              "うち \(critical) 件は遅れるとそのまま切替が遅れる")),
        ]), IllustrativeData(plan)?.line(words),
    ])
    guard !contracts.isEmpty else { return report.text }
    report.add(table)
    report.add(lines: [
      "  "
        + words.pick(
          "needed by: the latest finish that does not move the cutover; * critical",
          "期限：切替を遅らせない最も遅い合意日。* は余裕なし")
    ])
    if let owners = OwnerLegend(context: context).line(
      plan,
      tasks: contracts.map { schedule.plan.tasks[$0.task] }
        + plan.owners.map {
          var task = PlanTask(id: $0.id, name: $0.name)
          task.owner = $0.id
          return task
        })
    {
      report.add([owners])
    }
    return report.text
  }

  private var table: Table {
    let words = context.words
    let plan = schedule.plan
    var table = Table(columns: [
      .init(title: words.pick("needed by", "期限")), .init(title: words.floatColumn, isNumeric: true),
      .init(title: ""), .init(title: words.pick("planned", "予定")),
      .init(title: words.pick("user", "利用側")), .init(title: words.pick("provider", "提供側")),
      .init(title: words.pick("interface", "連係"), overflow: .cut(minimum: 24)),
      .init(title: words.pick("by", "媒体")),
      .init(title: words.pick("information", "情報"), overflow: .cut(minimum: 10)),
    ])
    table.rows = contracts.map { contract in
      let coupling = plan.couplings[contract.coupling]
      let dates = schedule.tasks[contract.task]
      return [
        .init("\(contract.neededBy.dayAsFinish)"),
        .init(Figures.days(contract.float, plan.units), contract.float < 0 ? .alarm : .none),
        .init(contract.float <= 0 ? "*" : "", .alarm),
        .init("\(dates.start.dayAsStart)/\(dates.finish.dayAsFinish.description.suffix(5))"),
        .init(contract.user), .init(contract.provider),
        .init("\(coupling.from) → \(coupling.to)"),
        .init(coupling.kind.rawValue), .init(coupling.information.joined(separator: " ")),
      ]
    }
    return table
  }

  /// The report for programs.
  package var json: JSONValue {
    let plan = schedule.plan
    return [
      "formatVersion": 1,
      "cutoverFinish": .time(schedule.cutoverFinish),
      "contracts": .array(
        contracts.map { contract in
          let coupling = plan.couplings[contract.coupling]
          let dates = schedule.tasks[contract.task]
          return [
            "task": .string(plan.tasks[contract.task].id),
            "from": .string(coupling.from), "to": .string(coupling.to),
            "kind": .string(coupling.kind.rawValue),
            "information": .array(coupling.information.map(JSONValue.string)),
            "user": .string(contract.user), "provider": .string(contract.provider),
            "start": .time(dates.start), "finish": .time(dates.finish),
            "neededBy": .time(contract.neededBy), "float": .integer(Int64(contract.float)),
          ]
        }),
    ]
  }
}
