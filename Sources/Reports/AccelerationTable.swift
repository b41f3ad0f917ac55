import Planning

/// Ways to be earlier as rows: what levers, the work and shorter tasks cost, and all together.
struct AccelerationTable {
  let points: [AccelerationFront.Point]
  let plan: Plan
  let words: Words

  private var costs: CostColumns {
    CostColumns(points.map(CostColumns.Cost.init), currency: plan.currency, words)
  }

  /// - Parameters:
  ///   - columns: what stands before the costs.
  ///   - cells: by point, its cells of those columns.
  func table(
    _ columns: [Table.Column], _ cells: (Int, AccelerationFront.Point) -> [Table.Cell]
  ) -> Table {
    var table = Table(columns: columns)
    table.columns.append(.init(title: words.pick("levers", "前倒し策"), isNumeric: true))
    let isSplit = costs.isSplit
    if isSplit { table.columns.append(.init(title: words.pick("work", "作業"), isNumeric: true)) }
    table.columns += [
      .init(title: words.pick("shorter tasks", "作業短縮"), isNumeric: true),
      .init(title: words.pick("total", "計") + " (\(plan.currency))", isNumeric: true),
      .init(title: words.pick("with", "内容"), overflow: .wrap(minimum: 24)),
    ]
    for (place, point) in points.enumerated() {
      var row = cells(place, point) + [.init(Figures.grouped(point.leverCost))]
      if isSplit { row.append(.init(Figures.signed(Figures.grouped(point.workCost)))) }
      row += [
        .init(Figures.grouped(point.crashCost.rounded())),
        .init((point.lowerBound == nil ? "" : "≤ ") + Figures.grouped(point.cost.rounded())),
        .init(contents(of: point)),
      ]
      table.rows.append(row)
    }
    return table
  }

  /// The levers of a way, and how many tasks it makes shorter.
  private func contents(of point: AccelerationFront.Point) -> String {
    var parts = point.levers
    let count = point.shorter.count
    if count > 0 {
      parts.append(
        words.pick(count == 1 ? "1 shorter task" : "\(count) shorter tasks", "短縮作業\(count)件"))
    }
    return parts.isEmpty ? words.asPlanned : parts.joined(separator: words.pick(", ", "、"))
  }
}

extension CostColumns.Cost {
  init(_ point: AccelerationFront.Point) {
    self.init(levers: point.leverCost, work: point.workCost)
  }
}
