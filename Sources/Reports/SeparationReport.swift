package import Planning
import Scheduling
import SharedSystem

/// Who gets which module; which couplings become contracts; what it costs; why.
package struct SeparationReport: Sendable {
  let answer: SeparationAnswer
  let context: ReportContext

  /// Makes a report.
  package init(_ answer: SeparationAnswer, _ context: ReportContext) {
    self.answer = answer
    self.context = context
  }

  var separation: PlanSeparation { answer.separation }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add(head)
    report.add(moduleTable)
    report.add(lines: ["  " + marginLegend])
    report.add(fixedLines)
    if !separation.crossings.isEmpty { report.add(crossingTable) }
    if !answer.tangles.isEmpty { report.add(tangleLines) }
    if let (remark, advice) = unsuitableStrategies {
      report.add(sentence: remark)
      report.append(lines: words.maybe(advice).wrapped(toWidth: ReportContext.width))
    }
    for line in MissingData(answer.estimate).lines(words) { report.add(sentence: line) }
    if let line = mixedCosts { report.add(sentence: line) }
    let path = context.planArgument
    report.add(
      sentence: words.maybe(
        words.pick(
          "`bunri generate \(path)`: the work that follows; `bunri explain \(path) MODULE`: where "
            + "a module's figures come from.",
          "`bunri generate \(path)`：これに伴う作業。`bunri explain \(path) モジュール`：数字の根拠")))
    return report.text
  }

  // MARK: Head

  private var head: [LabelledLine?] {
    let words = context.words
    let plan = answer.plan
    let contracts = separation.crossings.reduce(Int64(0)) { $0 + $1.cost }
    let cost = separation.solution.cost
    let proof =
      separation.solution.lowerBound == cost
      ? words.pick("proven: none is cheaper", "証明済み：これより安い分離はない")
      : words.pick(
        "at most \(gapText) above the cheapest (lower bound \(amount(separation.solution.lowerBound)))",
        "最安との差は \(gapText) 以内（下界 \(amount(separation.solution.lowerBound))）")
    let moved = answer.moved
    return [
      LabelledLine(
        words.pick("Cost", "費用"),
        [
          .init(words.personMonths(amount(cost)), .strong),
          .init(
            words.pick(
              "modules \(amount(cost - contracts)), contracts \(amount(contracts))",
              "モジュール \(amount(cost - contracts))、契約 \(amount(contracts))")),
          .init(proof),
        ]),
      LabelledLine(
        words.pick("System", "対象"),
        [
          .init(
            words.pick(
              "\(Figures.grouped(plan.modules.count)) modules",
              "\(Figures.grouped(plan.modules.count)) モジュール")),
          .init(
            words.pick(
              "\(Figures.grouped(plan.couplings.count)) couplings",
              "連係 \(Figures.grouped(plan.couplings.count))")),
          .init(
            words.pick(
              "\(Figures.grouped(separation.crossings.count)) become contracts",
              "うち契約になるもの \(Figures.grouped(separation.crossings.count))"), .strong),
        ]),
      LabelledLine(
        words.pick("Holders", "保有"),
        holderCounts.map { .init("\($0.name) \($0.count)") } + [
          .init(
            words.pick(
              "\(moved) \(moved == 1 ? "module differs" : "modules differ") from today",
              "現状と変わるもの \(moved)"))
        ]),
      plan.illustrative == nil
        ? nil : LabelledLine(words.data, [.init(words.invented, .strong)]),
    ]
  }

  private var gapText: String {
    let cost = separation.solution.cost
    let gap = cost - separation.solution.lowerBound
    return "\(Figures.ratio(gap * 100, Int(max(1, cost))))%"
  }

  private var holderCounts: [(name: String, count: Int)] {
    var counts: [(String, Int)] = []
    for (index, owner) in separation.owners.enumerated() {
      counts.append((owner, separation.holders.count { $0 == [index] }))
    }
    let both = separation.holders.count { $0.count > 1 }
    counts.append((context.words.everyOwner(separation.owners.count), both))
    return counts.filter { $0.1 > 0 }
  }

  // MARK: Tables

  /// Who holds a module, in words.
  func holder(_ holders: [Int]) -> String {
    holders.count == 1
      ? separation.owners[holders[0]] : context.words.everyOwner(separation.owners.count)
  }

  private var moduleTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.pick("module", "モジュール"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("name", "名称"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("holder", "保有")),
      .init(title: words.pick("strategy", "方式")),
      .init(title: words.pick("PM", "人月"), isNumeric: true),
      .init(title: words.pick("margin", "差"), isNumeric: true),
      .init(title: words.pick("decided by", "決め手"), overflow: .cut(minimum: 20)),
    ])
    let order = answer.plan.modules.indices.sorted {
      (separation.solution.choices[$0], $0) < (separation.solution.choices[$1], $1)
    }
    table.rows = order.map { module in
      let value = answer.plan.modules[module]
      let choice = Int(separation.solution.choices[module])
      let cost = separation.problem.choiceCosts[module * separation.problem.choiceCount + choice]
      return [
        .init(value.id),
        .init(context.text(value.name) == value.id ? "" : context.text(value.name)),
        .init(holder(separation.holders[module])),
        .init(separation.strategies[module].rawValue), .init(amount(cost)),
        marginCell(module), .init(deciding(module), .faint),
      ]
    }
    return table
  }

  private func marginCell(_ module: Int) -> Table.Cell {
    guard let margin = answer.margins[module], let best = margin.alternatives.first else {
      return .init(answer.fixed[module].map(fixedCell) ?? "", .faint)
    }
    let mark = best.isExact ? "" : "≤"
    return .init("\(mark)\(amount(best.extra))", best.extra == 0 ? .alarm : .none)
  }

  private func deciding(_ module: Int) -> String {
    guard let margin = answer.margins[module], let best = margin.alternatives.first else {
      return ""
    }
    let couplings = margin.deciding.prefix(3).map { item -> String in
      let coupling = answer.plan.couplings[item.coupling]
      let other =
        coupling.from == answer.plan.modules[module].id
        ? "→\(coupling.to)"
        : coupling.to == answer.plan.modules[module].id
          ? "←\(coupling.from)" : "\(coupling.from)→\(coupling.to)"
      return "\(other) \(Figures.signed(amount(item.difference)))"
    }
    return context.words.pick("not ", "他案 ") + holder(best.holders)
      + (couplings.isEmpty ? "" : ": " + couplings.joined(separator: ", "))
  }

  private var marginLegend: String {
    context.words.pick(
      "margin: what the best separation with another holder for this module costs more",
      "差：このモジュールの保有者を変えた最良の分離が余計に要する人月")
  }

  private var crossingTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.pick("contract: user", "契約：利用側"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("of", "提供側モジュール"), overflow: .cut(minimum: 14)),
      .init(title: words.pick("for", "利用者")), .init(title: words.pick("from", "提供者")),
      .init(title: words.pick("kind", "媒体")),
      .init(title: words.pick("PM", "人月"), isNumeric: true),
      .init(title: words.pick("information", "情報"), overflow: .cut(minimum: 12)),
    ])
    table.rows = separation.crossings.map { crossing in
      let coupling = answer.plan.couplings[crossing.coupling]
      return [
        .init(coupling.from), .init(coupling.to), .init(separation.owners[crossing.user]),
        .init(separation.owners[crossing.provider]), .init(coupling.kind.rawValue),
        .init(amount(crossing.cost)), .init(coupling.information.joined(separator: " ")),
      ]
    }
    return table
  }

  private var tangleLines: [LabelledLine?] {
    let words = context.words
    let plan = answer.plan
    return answer.tangles.enumerated().map { number, tangle in
      let names = tangle.modules.map { plan.modules[$0].id }
      let bridges = tangle.bridges.prefix(4).map {
        "\(plan.couplings[$0].from) → \(plan.couplings[$0].to)"
      }
      let more = tangle.bridges.count - bridges.count
      let list =
        bridges.joined(separator: words.pick(", ", "、"))
        + (more > 0 ? words.pick(" and \(more) more", "ほか \(more) 件") : "")
      let bound =
        tangle.lowerBound == tangle.cost
        ? words.pick("the cheapest", "最安")
        : words.pick("at least \(amount(tangle.lowerBound))", "下界 \(amount(tangle.lowerBound))")
      return LabelledLine(
        number == 0 ? words.pick("Tangles", "循環") : "",
        sentence: words.pick(
          "\(names.count) modules must be cut over together: \(names.joined(separator: ", ")); "
            + "\(tangle.bridges.count) \(tangle.bridges.count == 1 ? "bridge" : "bridges") for "
            + "\(amount(tangle.cost)) person-months (\(bound)) would untie them: \(list)",
          "\(names.count) モジュールは同時に切り替える必要がある：\(names.joined(separator: "、"))。"
            + "暫定連係 \(tangle.bridges.count) 件 \(amount(tangle.cost)) 人月（\(bound)）でほどける："
            + list))
    }
  }

  /// Person-months with at most one decimal.
  func amount(_ thousandths: Int64) -> String { Figures.ratio(thousandths, 1000) }
}

extension Words {
  /// A figure with its unit.
  func personMonths(_ figure: String) -> String {
    pick("\(figure) person-months", "\(figure) 人月")
  }

  /// Every owner has an instance.
  func everyOwner(_ count: Int) -> String {
    count == 2 ? pick("both", "両社") : pick("all", "全社")
  }
}
