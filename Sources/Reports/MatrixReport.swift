package import SharedSystem

/// What the figures in a matrix's cells count.
package enum MatrixWeight: String, Hashable, Sendable, CaseIterable {
  /// The number of couplings.
  case couplings
  /// What it costs to cut them.
  case cost
}

/// Who uses whom: the design-structure matrix of a shared system.
package struct MatrixReport: Sendable {
  let view: SystemView
  let matrix: CouplingMatrix
  let weight: MatrixWeight
  let context: ReportContext
  /// Whether rows were folded because one for each module would be too wide.
  let isFoldedToFit: Bool

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - view: the shared system with its holders.
  ///   - fold: what a row stands for; nil: a module, or what else fits `limit` rows.
  ///   - order: what decides the order of rows; nil: the holders after a separation, else the
  ///     system.
  ///   - weight: what figures count.
  ///   - limit: how many rows are too many when nobody asked for them; nil: what fits a terminal.
  ///   - context: for whom it is written.
  package init(
    _ view: SystemView, fold: CouplingMatrix.Fold? = nil, order: CouplingMatrix.Order? = nil,
    weight: MatrixWeight = .couplings, limit: Int? = nil, _ context: ReportContext
  ) {
    self.view = view
    self.weight = weight
    self.context = context
    let order = order ?? (view.holding.isSeparated ? .owner : .system)
    func made(_ fold: CouplingMatrix.Fold) -> CouplingMatrix {
      CouplingMatrix(view.model, holding: view.holding, fold: fold, order: order)
    }
    if let fold {
      matrix = made(fold)
      isFoldedToFit = false
      return
    }
    let hasGroups = view.model.modules.contains { $0.group != nil }
    for fold in [CouplingMatrix.Fold.none, .group] where fold == .none || hasGroups {
      // More rows than columns of a terminal need not be tried.
      let rows = fold == .none ? view.model.modules.count : 0
      if rows > limit ?? ReportContext.width { continue }
      let matrix = made(fold)
      let fits =
        limit.map { matrix.rows.count <= $0 }
        ?? MatrixGrid(matrix, figures: MatrixFigures(matrix, view, weight), context).fits
      guard fits else { continue }
      self.matrix = matrix
      isFoldedToFit = fold != .none
      return
    }
    matrix = made(.owner)
    isFoldedToFit = true
  }

  var figures: MatrixFigures { MatrixFigures(matrix, view, weight) }

  /// What a row stands for, in the reader's language.
  func name(_ row: CouplingMatrix.Row) -> String {
    switch matrix.fold {
    case .none: row.modules.first.map { view.name(view.model.modules[Int($0)], context) } ?? ""
    case .group: row.group?.onOneLine ?? context.words.withoutGroup
    case .owner: holder(row)
    }
  }

  /// The id of a row that is one module.
  func id(_ row: CouplingMatrix.Row) -> String? {
    guard matrix.fold == .none else { return nil }
    return row.modules.first.map { view.model.modules[Int($0)].id }
  }

  /// Who holds a row's modules.
  func holder(_ row: CouplingMatrix.Row) -> String {
    guard let holder = row.holder else { return context.words.mixedHolders }
    return view.name(holders: matrix.holders[holder], context)
  }

  /// The same with ids, which are short.
  private func holderIDs(_ row: CouplingMatrix.Row) -> String {
    row.holder.map(holderIDs) ?? context.words.mixedHolders
  }

  private func holderIDs(_ holder: Int) -> String {
    let holders = matrix.holders[holder]
    return holders.isEmpty ? context.words.nobodyKnown : holders.joined(separator: "+")
  }

  /// The couplings between two holders that cross, with their number.
  struct Pair: Hashable, Sendable {
    var from: Int
    var to: Int
    var couplings: [Int32]
  }

  /// The crossings by pair of holders, in their order; empty before the separation.
  ///
  /// - Complexity: O(couplings + pairs · log pairs).
  var pairs: [Pair] {
    guard view.holding.isSeparated else { return [] }
    var number: [[String]: Int] = [:]
    for (index, holders) in matrix.holders.enumerated() { number[holders] = index }
    var places: [String: Int] = [:]
    for (place, module) in view.model.modules.enumerated() { places[module.id] = place }
    var found: [[Int]: [Int32]] = [:]
    for couplings in matrix.cells.lazy.filter(\.isCrossing).map(\.couplings) {
      for coupling in couplings {
        let ends = view.model.couplings[Int(coupling)]
        guard let from = places[ends.from], let to = places[ends.to] else { continue }
        let (user, used) = (view.holding.owners[from], view.holding.owners[to])
        guard !Set(user).isSubset(of: used), let first = number[user], let second = number[used]
        else { continue }
        found[[first, second], default: []].append(coupling)
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Pair(from: $0.key[0], to: $0.key[1], couplings: $0.value) }
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    guard !matrix.rows.isEmpty else {
      report.add([LabelledLine(words.matrix, sentence: words.noModules)])
      return report.text
    }
    report.add(headLines)
    let grid = MatrixGrid(matrix, figures: figures, context)
    for part in grid.parts(names: matrix.rows.map { name($0) }) { report.add(lines: part) }
    report.add(legend)
    if !pairs.isEmpty { report.add(pairTable) }
    if isFoldedToFit {
      report.add(lines: [
        words.maybe(
          words.pick(
            "`--fold none`: a row for each module, in parts; or `--svg FILE`: as a picture.",
            "`--fold none`：モジュールごとの行を分割して表示。`--svg ファイル`：図として保存"))
      ])
    }
    return report.text
  }

  private var headLines: [LabelledLine?] {
    let words = context.words
    let couplings = matrix.cells.reduce(0) { $0 + $1.couplings.count }
    var lines: [LabelledLine?] = [
      LabelledLine(
        words.matrix,
        [
          .init(words.rows(matrix.rows.count, fold: matrix.fold), .strong),
          .init(words.couplings(couplings), .strong), .init(words.order(matrix.order)),
          .init(
            isFoldedToFit ? words.folded(fold: matrix.fold, modules: view.model.modules.count) : ""),
        ]),
      LabelledLine(
        words.reading,
        [
          .init(words.reading(weight: weight)), .init(matrix.tangles.isEmpty ? "" : words.shading),
          .init(matrix.tangles.isEmpty || matrix.order == .owner ? "" : words.belowDiagonal),
          .init(matrix.fold == .none ? "" : words.insideRows),
        ]),
    ]
    if !matrix.tangles.isEmpty {
      lines.append(
        LabelledLine(words.tangles, matrix.tangles.map { .init(words.places($0)) }))
    }
    lines.append(
      LabelledLine(
        words.holders,
        matrix.holders.enumerated().map { number, holders in
          .init("\(MatrixGrid.mark(number)) = \(view.name(holders: holders, context))")
        }
          + (matrix.rows.contains { $0.holder == nil }
            ? [.init("\(MatrixGrid.mark(nil)) = \(words.mixedHolders)")] : [])))
    let unknown = matrix.cells.reduce(0) { $0 + view.cost(of: $1.couplings).unknown }
    if weight == .cost, unknown > 0 {
      lines.append(
        LabelledLine(words.missing, sentence: words.uncosted(unknown, of: couplings)))
    }
    if view.illustrative != nil {
      lines.append(LabelledLine(words.data, [.init(words.invented, .strong)]))
    }
    return lines
  }

  /// Rows with their names.
  private var legend: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.numberColumn, isNumeric: true),
      .init(title: words.idColumn, overflow: .cut(minimum: 12)),
      .init(title: words.rowColumn(matrix.fold), overflow: .cut(minimum: 16)),
      .init(title: words.groupColumn, overflow: .cut(minimum: 8)),
      .init(title: words.holderColumn, overflow: .cut(minimum: 12)),
    ])
    table.rows = matrix.rows.enumerated().map { number, row in
      [
        .init("\(number + 1)"), .init(id(row) ?? ""),
        .init(
          matrix.fold == .none
            ? name(row) : "\(name(row)): \(words.modules(row.modules.count))"),
        .init(matrix.fold == .none ? row.group?.onOneLine ?? "" : ""),
        .init(matrix.fold == .owner ? "" : holderIDs(row)),
      ]
    }
    return table
  }

  /// The crossings by pair of holders.
  private var pairTable: Table {
    let words = context.words
    var table = Table(columns: [
      .init(title: words.fromColumn, overflow: .cut(minimum: 12)),
      .init(title: words.toColumn, overflow: .cut(minimum: 12)),
      .init(title: words.couplingsColumn, isNumeric: true),
      .init(title: words.costColumn, isNumeric: true),
    ])
    table.rows = pairs.map { pair in
      let cost = view.cost(of: pair.couplings)
      return [
        .init(holderIDs(pair.from)), .init(holderIDs(pair.to)),
        .init(Figures.grouped(pair.couplings.count)),
        .init(
          cost.unknown == pair.couplings.count
            ? "?" : Figures.ratio(cost.known, 1000) + (cost.unknown > 0 ? "+?" : "")),
      ]
    }
    return table
  }
}
