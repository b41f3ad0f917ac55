package import Planning
import SharedSystem

/// A plan's shared system as reports show it: with names, holders and costs.
package struct SystemView: Sendable {
  /// What the project is called.
  let name: LocalizedText
  /// The shared system.
  let model: SystemModel
  /// What people call the owners, by id.
  let ownerNames: [String: LocalizedText]
  /// Set when figures of the plan are invented.
  let illustrative: LocalizedText?
  /// Who holds what.
  let holding: Holding
  /// Person-months to cut each coupling of the model, in thousandths; nil: unknown.
  let costs: [Int64?]

  /// Makes a view.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - separated: for module ids the owners who hold an instance after the separation; nil when
  ///     it is not decided.
  ///   - costs: for each coupling of the plan what it costs to cut it; nil: what the plan states.
  package init(_ plan: Plan, separated: [String: [String]]? = nil, costs: [Int64?]? = nil) {
    name = plan.name
    // Owners who can hold nothing, a joint council say, are no part of the system.
    model = plan.system
    ownerNames = Dictionary(
      plan.owners.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    illustrative = plan.illustrative
    holding = Holding(of: model, separated: separated)
    self.costs = costs ?? plan.couplings.map(\.cost)
  }

  /// The place of a module in the model; nil when there is none of this id.
  package func module(_ id: String) -> Int32? {
    model.modules.firstIndex { $0.id == id }.map(Int32.init)
  }

  /// The ids of all modules.
  package var moduleIDs: [String] { model.modules.map(\.id) }

  /// A module's name in the reader's language, or its id.
  func name(_ module: Module, _ context: ReportContext) -> String {
    let name = context.text(module.name)
    return name.isEmpty ? module.id : name
  }

  /// Several owners as one name.
  func name(holders: [String], _ context: ReportContext) -> String {
    if holders.isEmpty { return context.words.nobodyKnown }
    return holders.map { id in ownerNames[id].map(context.text) ?? id }
      .joined(separator: context.words.pick(" + ", "・"))
  }

  /// What several couplings cost together, and how many of them have no cost.
  func cost(of couplings: [Int32]) -> (known: Int64, unknown: Int) {
    couplings.reduce((known: 0, unknown: 0)) { sum, coupling in
      guard let cost = costs[Int(coupling)] else { return (sum.known, sum.unknown + 1) }
      let (total, overflow) = sum.known.addingReportingOverflow(cost)
      return (overflow ? Int64.max : total, sum.unknown)
    }
  }
}
