import SharedSystem
import Testing

@Suite("Coupling matrix")
struct CouplingMatrixTests {
  @Test(
    "every module is in one row and every coupling in one cell", arguments: 0..<24 as Range<UInt64>)
  func complete(seed: UInt64) {
    let model = RandomModel.model(seed: seed, modules: 18, couplings: 50)
    let separated = seed % 2 == 0 ? nil : RandomModel.separation(seed: seed, of: model)
    let holding = Holding(of: model, separated: separated)
    let number = Dictionary(uniqueKeysWithValues: zip(model.modules.map(\.id), 0..<Int32(18)))
    for fold in CouplingMatrix.Fold.allCases {
      for order in CouplingMatrix.Order.allCases {
        let matrix = CouplingMatrix(model, holding: holding, fold: fold, order: order)
        #expect(matrix.rows.flatMap(\.modules).sorted() == (0..<18).map(Int32.init))
        #expect(matrix.cells.flatMap(\.couplings).sorted() == (0..<50).map(Int32.init))
        #expect(matrix.cells.map { [$0.row, $0.column] } == sorted(matrix))
        for cell in matrix.cells {
          var crosses = false
          for coupling in cell.couplings {
            let ends = model.couplings[Int(coupling)]
            #expect(number[ends.from].map(matrix.rows[cell.row].modules.contains) == true)
            #expect(number[ends.to].map(matrix.rows[cell.column].modules.contains) == true)
            guard let separated else { continue }
            for owner in separated[ends.from] ?? [] {
              if separated[ends.to]?.contains(owner) == false { crosses = true }
            }
          }
          #expect(cell.isCrossing == crosses)
        }
      }
    }
  }

  /// The places of the cells as they must come: ascending, each once.
  private func sorted(_ matrix: CouplingMatrix) -> [[Int]] {
    Set(matrix.cells.map { [$0.row, $0.column] }).sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test("holders: the separation wins, then the pin, then who holds it today")
  func holding() {
    var modules = ["a", "b", "c", "d"].map { Module(id: $0, name: LocalizedText($0)) }
    modules[0].heldBy = ["network", "retail"]
    modules[1].heldBy = ["retail"]
    modules[1].owner = "network"
    modules[2].owner = "network"
    let model = SystemModel(owners: ["retail", "network"], modules: modules, couplings: [])
    #expect(Holding(of: model).owners == [["retail", "network"], ["network"], ["network"], []])
    let separated = Holding(of: model, separated: ["c": ["retail"], "d": ["network", "retail"]])
    #expect(
      separated.owners == [
        ["retail", "network"], ["network"], ["retail"], ["retail", "network"],
      ])
  }

  @Test("folded rows know what their modules have in common")
  func folded() {
    var modules = ["a", "b", "c"].map { Module(id: $0, name: LocalizedText($0)) }
    for place in 0..<3 { modules[place].owner = ["retail", "network", "retail"][place] }
    for place in 0..<2 { modules[place].group = "billing" }
    let model = SystemModel(
      owners: ["retail", "network"], modules: modules,
      couplings: [
        Coupling(from: "a", to: "b", kind: .table), Coupling(from: "a", to: "c", kind: .file),
        Coupling(from: "b", to: "c", kind: .api),
      ])
    let byGroup = CouplingMatrix(
      model, holding: Holding(of: model), fold: .group, order: .system)
    #expect(byGroup.rows.map(\.group) == ["billing", nil])
    #expect(byGroup.rows.map(\.holder) == [nil, 0])
    #expect(byGroup.cells.map(\.couplings) == [[0], [1, 2]])
    let byOwner = CouplingMatrix(
      model, holding: Holding(of: model), fold: .owner, order: .system)
    #expect(byOwner.holders == [["retail"], ["network"]])
    #expect(byOwner.rows.map(\.modules) == [[0, 2], [1]])
    #expect(byOwner.tangles == [0..<2])
  }

  @Test("5,000 modules with 50,000 couplings fold")
  func large() {
    let model = RandomModel.model(seed: 1, modules: 5_000, couplings: 50_000)
    let matrix = CouplingMatrix(
      model, holding: Holding(of: model), fold: .group, order: .system)
    #expect(matrix.rows.count == 5)
    #expect(matrix.cells.reduce(0) { $0 + $1.couplings.count } == 50_000)
    let all = CouplingMatrix(model, holding: Holding(of: model), fold: .none, order: .owner)
    #expect(all.rows.count == 5_000)
  }
}
