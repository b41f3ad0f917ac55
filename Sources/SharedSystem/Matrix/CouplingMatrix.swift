import Graphs

/// The design-structure matrix of a shared system: a cell says how the row's modules use the
/// column's.
///
/// Rows and columns have the same order: see ``Arrangement``.
package struct CouplingMatrix: Hashable, Sendable {
  /// What a row stands for.
  package enum Fold: String, Hashable, Sendable, CaseIterable {
    /// One module.
    case none
    /// All modules of a group; those without a group share a row.
    case group
    /// All modules with the same holders.
    case owner
  }

  /// What decides the order first.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// The system: tangles are in one piece, couplings outside them lie above the diagonal.
    case system
    /// The holders: each one's modules are in one piece, arranged as a system of their own.
    case owner
  }

  /// A row, and the column of the same number.
  package struct Row: Hashable, Sendable {
    /// The modules, by their place in the model.
    package var modules: [Int32]
    /// The place of their holders in ``CouplingMatrix/holders``; nil when they differ.
    package var holder: Int?
    /// The group that all of them have.
    package var group: String?
  }

  /// A row's use of a column; in the diagonal, of modules of one row among themselves.
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int
    /// The couplings, by their place in the model; not empty.
    package var couplings: [Int32]
    /// Whether the row has an owner who holds none of what is used; always false before the
    /// separation.
    package var isCrossing: Bool

    /// Whether it leads against the order, which only tangles or sections bring about.
    package var isFeedback: Bool { row > column }
  }

  /// What rows stand for.
  package let fold: Fold
  /// What decided the order.
  package let order: Order
  /// The different sets of owners who hold a module, in the model's order of owners.
  package let holders: [[String]]
  /// The rows from top to bottom.
  package let rows: [Row]
  /// What is not empty, by row and column.
  package let cells: [Cell]
  /// The rows of each tangle.
  package let tangles: [Range<Int>]
  /// The rows of each holder when the holders decide the order; else one piece.
  package let sections: [Range<Int>]

  /// Arranges a system.
  ///
  /// - Parameters:
  ///   - model: the shared system.
  ///   - holding: who holds what.
  ///   - fold: what a row stands for.
  ///   - order: what decides the order first.
  /// - Complexity: O(modules + couplings · log couplings), and what ``Arrangement`` takes.
  package init(_ model: SystemModel, holding: Holding, fold: Fold, order: Order) {
    let couplings = CouplingGraph(model)
    let rank = Dictionary(
      model.owners.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let holders = Set(holding.owners).sorted { first, second in
      let pair = [first, second].map { $0.map { rank[$0] ?? Int.max } }
      // A single holder before joint ones, nobody last.
      return (first.isEmpty ? Int.max : first.count, pair[0].description, "\(first)")
        < (second.isEmpty ? Int.max : second.count, pair[1].description, "\(second)")
    }
    let number = Dictionary(
      holders.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let holderOfModule = holding.owners.map { number[$0] ?? 0 }
    let units = CouplingMatrix.units(model, holderOfModule, fold)
    var unitOfModule = Array(repeating: Int32(0), count: model.modules.count)
    for (unit, row) in units.enumerated() {
      for module in row.modules { unitOfModule[Int(module)] = Int32(unit) }
    }
    let edges = 0..<Int32(couplings.graph.edgeCount)
    let sources = edges.map { unitOfModule[Int(couplings.graph.source(ofEdge: $0))] }
    let targets = edges.map { unitOfModule[Int(couplings.graph.target(ofEdge: $0))] }
    let kin = units.map { Int32($0.holder ?? holders.count) }
    let arrangement = Arrangement(
      DirectedGraph(nodeCount: units.count, sources: sources, targets: targets),
      sections: order == .owner ? kin : kin.map { _ in 0 }, kin: kin)

    var place = Array(repeating: 0, count: units.count)
    for (row, unit) in arrangement.order.enumerated() { place[Int(unit)] = row }
    let filed = edges.map { edge in
      Filed(
        row: place[Int(sources[Int(edge)])], column: place[Int(targets[Int(edge)])], edge: edge)
    }.sorted()
    var cells: [Cell] = []
    for entry in filed {
      if cells.last?.row != entry.row || cells.last?.column != entry.column {
        cells.append(
          Cell(row: entry.row, column: entry.column, couplings: [], isCrossing: false))
      }
      let last = cells.count - 1
      cells[last].couplings.append(couplings.couplings[Int(entry.edge)])
      guard holding.isSeparated else { continue }
      let user = holding.owners[Int(couplings.graph.source(ofEdge: entry.edge))]
      let used = holding.owners[Int(couplings.graph.target(ofEdge: entry.edge))]
      if !Set(user).isSubset(of: used) { cells[last].isCrossing = true }
    }
    self.fold = fold
    self.order = order
    self.holders = holders
    self.rows = arrangement.order.map { units[Int($0)] }
    self.cells = cells
    tangles = arrangement.tangles
    sections = arrangement.sections
  }

  /// A coupling with its place in the matrix.
  private struct Filed: Comparable {
    let row: Int
    let column: Int
    let edge: Int32

    static func < (first: Filed, second: Filed) -> Bool {
      (first.row, first.column, first.edge) < (second.row, second.column, second.edge)
    }
  }

  /// What the rows stand for, in the order in which the model names them first.
  private static func units(_ model: SystemModel, _ holders: [Int], _ fold: Fold) -> [Row] {
    var units: [Row] = []
    var unitOfGroup: [String?: Int] = [:]
    var unitOfHolder: [Int: Int] = [:]
    for (place, module) in model.modules.enumerated() {
      let known: Int? =
        switch fold {
        case .none: nil
        case .group: unitOfGroup[module.group]
        case .owner: unitOfHolder[holders[place]]
        }
      guard let unit = known else {
        unitOfGroup[module.group] = units.count
        unitOfHolder[holders[place]] = units.count
        units.append(Row(modules: [Int32(place)], holder: holders[place], group: module.group))
        continue
      }
      units[unit].modules.append(Int32(place))
      if units[unit].holder != holders[place] { units[unit].holder = nil }
      if units[unit].group != module.group { units[unit].group = nil }
    }
    return units
  }
}
