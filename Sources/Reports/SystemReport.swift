import SharedSystem

/// What a shared system is like: its size, its holders, its tangles, and what is not known of it.
package struct SystemReport: Sendable {
  let view: SystemView
  let summary: SystemSummary
  let context: ReportContext
  /// How many of the most coupled modules are shown.
  static let listed = 8

  /// Makes a report.
  package init(_ view: SystemView, _ context: ReportContext) {
    self.view = view
    self.context = context
    summary = SystemSummary(view.model)
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    let model = view.model
    var report = ReportText(style: context.style)
    guard !model.modules.isEmpty else {
      report.add([LabelledLine(words.system, sentence: words.noModules)])
      return report.text
    }
    report.add(
      [
        LabelledLine(
          words.system,
          [
            .init(words.modules(model.modules.count), .strong),
            .init(words.couplings(model.couplings.count), .strong),
            .init(words.ownersOfSystem(model.owners.count)), .init(words.free(summary.free)),
          ])
      ] + tangleLines + [
        summary.gaps.isEmpty
          ? nil : LabelledLine(words.missing, summary.gaps.map { .init(words.gap($0)) }),
        view.illustrative == nil
          ? nil : LabelledLine(words.data, [.init(words.invented, .strong)]),
      ])
    report.add(ownerTable)
    report.add(lines: ["  " + words.mostCoupled(mostCoupled.count, of: model.modules.count)])
    report.append(lines: coupledTable.lines(style: context.style))
    report.add(
      lines: [
        words.maybe(
          words.pick(
            "`bunri show \(context.planArgument) --matrix`: who uses whom, at a glance.",
            "`bunri show \(context.planArgument) --matrix`：どのモジュールがどのモジュールを使うかの一覧"))
      ])
    return report.text
  }

  private var tangleLines: [LabelledLine] {
    let words = context.words
    guard !summary.tangles.isEmpty else {
      return [LabelledLine(words.tangles, sentence: words.noTangles)]
    }
    var lines = summary.tangles.prefix(3).enumerated().map { index, tangle in
      let names = tangle.modules.prefix(12).map { view.model.modules[Int($0)].id }
      let rest = tangle.modules.count - names.count
      let more = words.pick("and \(Figures.grouped(rest)) more", "ほか\(Figures.grouped(rest))")
      return LabelledLine(
        index == 0 ? words.tangles : "",
        sentence: words.tangle(tangle, names: names + (rest > 0 ? [more] : [])))
    }
    if summary.tangles.count > 3 {
      lines.append(LabelledLine("", sentence: words.moreTangles(summary.tangles.count - 3)))
    }
    return lines
  }

  /// The modules with the most couplings, in the model's order when equal.
  var mostCoupled: [Int] {
    Array(
      summary.fans.indices
        .sorted { (summary.fans[$1].couplings, $0) < (summary.fans[$0].couplings, $1) }
        .prefix(SystemReport.listed))
  }

  private var ownerTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.idColumn, overflow: .cut(minimum: 10)),
      .init(title: words.ownerColumn, overflow: .cut(minimum: 16)),
      .init(title: words.aloneColumn, isNumeric: true),
      .init(title: words.sharedColumn, isNumeric: true),
      .init(title: words.pinnedColumn, isNumeric: true),
    ])
    table.rows = summary.ownerships.map { ownership in
      [
        .init(ownership.owner), .init(view.name(holders: [ownership.owner], context)),
        .init(Figures.grouped(ownership.alone)), .init(Figures.grouped(ownership.shared)),
        .init(Figures.grouped(ownership.pinned)),
      ]
    }
    return table
  }

  private var coupledTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.idColumn, overflow: .cut(minimum: 10)),
      .init(title: words.moduleColumn, overflow: .cut(minimum: 16)),
      .init(title: words.usedByColumn, isNumeric: true),
      .init(title: words.usesColumn, isNumeric: true),
      .init(title: words.couplingsColumn, isNumeric: true),
    ])
    table.rows = mostCoupled.map { place in
      let module = view.model.modules[place]
      let fan = summary.fans[place]
      return [
        .init(module.id), .init(view.name(module, context)), .init(Figures.grouped(fan.usedBy)),
        .init(Figures.grouped(fan.uses)), .init(Figures.grouped(fan.couplings)),
      ]
    }
    return table
  }

  /// The report for programs.
  package var json: JSONValue {
    let model = view.model
    func ids(_ modules: [Int32]) -> JSONValue {
      .array(modules.map { .string(model.modules[Int($0)].id) })
    }
    func count(_ value: Int) -> JSONValue { .integer(Int64(value)) }
    return [
      "formatVersion": 1, "modules": count(model.modules.count),
      "couplings": count(model.couplings.count), "free": count(summary.free),
      "unheld": count(summary.unheld),
      "owners": .array(
        summary.ownerships.map {
          [
            "id": .string($0.owner), "name": .string(view.name(holders: [$0.owner], context)),
            "alone": count($0.alone), "shared": count($0.shared), "pinned": count($0.pinned),
          ]
        }),
      "tangles": .array(
        summary.tangles.map {
          [
            "modules": ids($0.modules), "couplings": count($0.couplings),
            "feedback": count($0.feedback),
          ]
        }),
      "coupled": .array(
        zip(model.modules, summary.fans).map { module, fan in
          [
            "id": .string(module.id), "name": .string(view.name(module, context)),
            "usedBy": count(fan.usedBy), "uses": count(fan.uses),
            "couplings": count(fan.couplings),
          ]
        }),
      "missing": .array(
        summary.gaps.map {
          [
            "fact": .string($0.fact.rawValue), "missing": count($0.missing),
            "of": count($0.total),
          ]
        }),
    ]
  }
}
