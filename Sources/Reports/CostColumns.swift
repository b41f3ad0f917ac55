import Planning

/// The columns of costs of a table of levers: what they cost themselves, by how much the work's own
/// cost changes, and both; where the work's cost never changes, one column.
struct CostColumns: Sendable {
  /// A cost in its two parts.
  struct Cost: Hashable, Sendable {
    /// What the levers cost themselves.
    var levers: Int64
    /// The change of the tasks' own costs.
    var work: Int64

    var total: Int64 { levers + work }
  }

  /// Whether the parts are shown apart.
  let isSplit: Bool
  private let currency: String
  private let words: Words

  init(_ costs: some Sequence<Cost>, currency: String, _ words: Words) {
    isSplit = costs.contains { $0.work != 0 }
    self.currency = currency
    self.words = words
  }

  var columns: [Table.Column] {
    let titles =
      isSplit
      ? [words.pick("levers", "前倒し策"), words.pick("work", "作業"), words.pick("total", "計")]
      : [words.cost.lowercased()]
    return titles.map { .init(title: "\($0) (\(currency))", isNumeric: true) }
  }

  func cells(_ cost: Cost) -> [Table.Cell] {
    let amounts = isSplit ? [cost.levers, cost.work, cost.total] : [cost.total]
    return amounts.map { .init(Figures.grouped($0)) }
  }

  /// Cells for a row of which only the levers' own cost is known.
  func cells(leversAlone cost: Int64) -> [Table.Cell] {
    isSplit ? [.init(Figures.grouped(cost)), .init(""), .init("")] : [.init(Figures.grouped(cost))]
  }

  /// Cells for a row without a cost.
  var empty: [Table.Cell] { columns.map { _ in .init("") } }

  /// What the columns mean; nil for one column.
  var legend: String? {
    guard isSplit else { return nil }
    return words.pick(
      "levers: what they cost themselves; work: by how much the tasks' own costs change with them",
      "前倒し策はそれ自体の費用、作業は各タスクの費用の増減")
  }
}

extension CostColumns.Cost {
  init(_ result: WhatIfResult) { self.init(levers: result.leverCost, work: result.taskCost) }

  init(_ point: LeverFront.Point) { self.init(levers: point.leverCost, work: point.workCost) }

  /// What a set of levers costs by itself, and the rest of a whole cost.
  init(total: Int64, levers ids: [String], of plan: Plan) {
    let own = ids.reduce(Int64(0)) { $0 + (plan.lever($1)?.cost ?? 0) }
    self.init(levers: own, work: total - own)
  }
}
