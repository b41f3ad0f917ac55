import Planning

/// Says who the owner ids of a table are.
struct OwnerLegend: Sendable {
  let context: ReportContext

  /// The line for these tasks; nil when the ids say it all.
  func line(_ plan: Plan, tasks: some Sequence<PlanTask>) -> LabelledLine? {
    let shown = Set(tasks.lazy.compactMap(\.owner))
    let named = plan.owners.filter { shown.contains($0.id) && context.text($0.name) != $0.id }
    guard !named.isEmpty else { return nil }
    let facts = named.map { Table.Cell("\($0.id) = \(context.text($0.name))", .faint) }
    return LabelledLine(context.words.owners, facts)
  }
}
