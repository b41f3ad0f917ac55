import SharedSystem

/// One module with what it uses and what uses it, hop by hop.
package struct FocusReport: Sendable {
  let view: SystemView
  let neighbourhood: Neighbourhood
  let hops: Int
  let context: ReportContext

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - view: the shared system.
  ///   - module: the module in the middle, by its place in the model.
  ///   - hops: how many couplings a way may have, at least 1.
  ///   - context: for whom it is written.
  package init(_ view: SystemView, module: Int32, hops: Int, _ context: ReportContext) {
    self.view = view
    self.hops = hops
    self.context = context
    neighbourhood = Neighbourhood(of: module, in: view.model, hops: hops)
  }

  private var centre: Module { view.model.modules[Int(neighbourhood.centre)] }

  /// The report for people.
  package var text: String {
    let words = context.words
    let holders = view.holding.owners[Int(neighbourhood.centre)]
    var report = ReportText(style: context.style)
    report.add([
      LabelledLine(
        words.focus,
        [
          .init(centre.id, .strong), .init(view.name(centre, context)),
          .init(words.heldBy(view.name(holders: holders, context))),
          .init(words.hops(hops), .faint),
        ])
    ])
    add(neighbourhood.uses, words.uses, orElse: words.usesNothing, to: &report)
    add(neighbourhood.usedBy, words.usedBy, orElse: words.usedByNothing, to: &report)
    if neighbourhood.further > 0 {
      report.add(lines: ["  " + words.further(neighbourhood.further)])
    }
    return report.text
  }

  private func add(
    _ steps: [Neighbourhood.Step], _ title: String, orElse nothing: String,
    to report: inout ReportText
  ) {
    guard !steps.isEmpty else { return report.add(lines: ["  " + nothing]) }
    let words = context.words
    var table = Table(columns: [
      .init(title: title, overflow: .cut(minimum: 24)),
      .init(title: words.moduleColumn, overflow: .cut(minimum: 16)),
      .init(title: words.kindColumn), .init(title: words.costColumn, isNumeric: true),
      .init(title: words.informationColumn, overflow: .wrap(minimum: 20)),
    ])
    for step in steps {
      let module = view.model.modules[Int(step.module)]
      for (number, place) in step.couplings.enumerated() {
        let coupling = view.model.couplings[Int(place)]
        // The deepest indent leaves room for the id.
        let indent = String(repeating: "  ", count: min(step.hop - 1, 8))
        table.rows.append([
          .init(number == 0 ? indent + module.id : ""),
          .init(number == 0 ? view.name(module, context) : ""), .init(words.kind(coupling.kind)),
          .init(view.costs[Int(place)].map { Figures.ratio($0, 1000) } ?? "?"),
          .init(coupling.information.joined(separator: words.pick(", ", "、")).onOneLine),
        ])
      }
    }
    report.add(table)
  }

  /// The report for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1,
      "module": ["id": .string(centre.id), "name": .string(view.name(centre, context))],
      "hops": .integer(Int64(hops)), "uses": json(neighbourhood.uses),
      "usedBy": json(neighbourhood.usedBy), "further": .integer(Int64(neighbourhood.further)),
    ]
  }

  private func json(_ steps: [Neighbourhood.Step]) -> JSONValue {
    .array(
      steps.map { step in
        let module = view.model.modules[Int(step.module)]
        return [
          "hop": .integer(Int64(step.hop)), "id": .string(module.id),
          "name": .string(view.name(module, context)),
          "through": .string(view.model.modules[Int(step.through)].id),
          "couplings": .array(
            step.couplings.map { place in
              let coupling = view.model.couplings[Int(place)]
              return [
                "from": .string(coupling.from), "to": .string(coupling.to),
                "kind": .string(coupling.kind.rawValue),
                "cost": view.costs[Int(place)].map(JSONValue.thousandths) ?? .null,
                "information": .array(coupling.information.map(JSONValue.string)),
              ]
            }),
        ]
      })
  }
}
