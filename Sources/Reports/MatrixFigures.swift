import SharedSystem

/// The figure in each cell of a matrix, parallel to its cells.
struct MatrixFigures: Sendable {
  let texts: [String]

  init(_ matrix: CouplingMatrix, _ view: SystemView, _ weight: MatrixWeight) {
    texts = matrix.cells.map { cell in
      switch weight {
      case .couplings: return String(cell.couplings.count)
      case .cost:
        let cost = view.cost(of: cell.couplings)
        if cost.unknown == cell.couplings.count { return "?" }
        // Whole person-months; what is not free is not shown as 0.
        let rounded = cost.known / 1000 + (cost.known % 1000 >= 500 ? 1 : 0)
        return String(cost.known > 0 ? max(1, rounded) : rounded)
      }
    }
  }

  /// The columns that the longest figure takes.
  var width: Int { texts.reduce(1) { max($0, $1.count) } }
}
