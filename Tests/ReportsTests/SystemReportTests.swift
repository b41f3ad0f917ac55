import Planning
import SharedSystem
import Testing

@testable import Reports

@Suite("Reports of the shared system")
struct SystemReportTests {
  /// A plan whose modules have names of all kinds.
  private func plan(seed: UInt64, modules: Int, couplings: Int, groups: Int) throws -> Plan {
    var random = SplitMix64(seed: seed)
    var plan = try SamplePlan.plan()
    plan.modules = (0..<modules).map { number in
      var module = Module(
        id: "module-\(number)", name: LocalizedText(RandomNames.name(&random)))
      module.heldBy = plan.owners.map(\.id).filter { _ in Bool.random(using: &random) }
      if groups > 0 { module.group = "group \(Int.random(in: 0..<groups, using: &random))" }
      return module
    }
    plan.couplings = (0..<couplings).map { _ in
      let from = Int.random(in: 0..<modules, using: &random)
      let to = (from + Int.random(in: 1..<modules, using: &random)) % modules
      var coupling = Coupling(from: "module-\(from)", to: "module-\(to)", kind: .batch)
      coupling.information = [RandomNames.name(&random), RandomNames.name(&random)]
      coupling.cost = Bool.random(using: &random) ? nil : Int64(from) * 700
      return coupling
    }
    return plan
  }

  private func separation(_ plan: Plan) -> [String: [String]] {
    let owners = plan.owners.map(\.id)
    return Dictionary(
      plan.modules.enumerated().map { ($1.id, [owners[$0 % owners.count]]) },
      uniquingKeysWith: { first, _ in first })
  }

  private func widest(_ text: String) -> Int {
    text.split(separator: "\n").map(\.displayWidth).max() ?? 0
  }

  @Test("never wider than 100 columns", arguments: [2, 20, 44, 60, 95, 130])
  func width(modules: Int) throws {
    let plan = try plan(seed: UInt64(modules), modules: modules, couplings: modules * 3, groups: 5)
    for language in [LocalizedText.Language.ja, .en] {
      let context = ReportContext(language: language)
      for view in [SystemView(plan), SystemView(plan, separated: separation(plan))] {
        #expect(widest(SystemReport(view, context).text) <= 100)
        #expect(widest(FocusReport(view, module: 0, hops: 9, context).text) <= 100)
        for weight in MatrixWeight.allCases {
          for order in CouplingMatrix.Order.allCases {
            for fold in [CouplingMatrix.Fold?.none] + CouplingMatrix.Fold.allCases {
              let report = MatrixReport(view, fold: fold, order: order, weight: weight, context)
              #expect(widest(report.text) <= 100)
            }
          }
        }
      }
    }
  }

  @Test("a wide matrix is folded and says how to unfold it")
  func folding() throws {
    let context = ReportContext(language: .en)
    let narrow = MatrixReport(
      SystemView(try plan(seed: 1, modules: 40, couplings: 80, groups: 5)), context)
    #expect(narrow.matrix.fold == .none && !narrow.text.contains("--fold none"))
    let wide = MatrixReport(
      SystemView(try plan(seed: 1, modules: 120, couplings: 80, groups: 5)), context)
    #expect(wide.matrix.fold == .group && wide.text.contains("Maybe `--fold none`"))
    let ungrouped = MatrixReport(
      SystemView(try plan(seed: 1, modules: 120, couplings: 80, groups: 0)), context)
    #expect(ungrouped.matrix.fold == .owner && ungrouped.text.contains("Maybe `--fold none`"))
    let manyGroups = MatrixReport(
      SystemView(try plan(seed: 1, modules: 900, couplings: 900, groups: 300)), context)
    #expect(manyGroups.matrix.fold == .owner)
  }

  @Test("what is drawn: tangles are shaded, the triangle below the diagonal is empty")
  func drawing() throws {
    var plan = try plan(seed: 3, modules: 4, couplings: 0, groups: 0)
    for place in 0..<4 { plan.modules[place].name = LocalizedText("M\(place)") }
    for place in 0..<4 { plan.modules[place].heldBy = [plan.owners[0].id] }
    plan.couplings = [(0, 1), (1, 2), (2, 1), (2, 3), (2, 3)].map {
      Coupling(from: "module-\($0.0)", to: "module-\($0.1)", kind: .table)
    }
    let report = MatrixReport(SystemView(plan), ReportContext(language: .en))
    let grid = MatrixGrid(report.matrix, figures: report.figures, report.context)
    #expect(
      grid.parts(names: ["M0", "M1", "M2", "M3"]) == [
        [
          "         1 2 3 4",
          " 1 A M0  ■ 1 · ·",
          " 2 A M1   ░■░1 ·",
          " 3 A M2   ░1░■ 2",
          " 4 A M3        ■",
        ]
      ])
  }

  @Test("parts together show every cell once")
  func parts() throws {
    let plan = try plan(seed: 9, modules: 150, couplings: 300, groups: 3)
    let report = MatrixReport(
      SystemView(plan), fold: CouplingMatrix.Fold.none, .init(language: .en))
    let grid = MatrixGrid(report.matrix, figures: report.figures, report.context)
    let parts = grid.parts(names: report.matrix.rows.map { _ in "" })
    #expect(parts.count > 1)
    // Behind the numbers of rows and below those of columns stand only figures.
    let drawn = parts.flatMap { $0.dropFirst(4) }.map { $0.dropFirst(7) }.joined()
    let sum = drawn.compactMap(\.wholeNumberValue).reduce(0, +)
    #expect(sum == 300)
  }

  @Test("crossings are listed by pair of holders, with their cost")
  func crossings() throws {
    var plan = try plan(seed: 3, modules: 3, couplings: 0, groups: 0)
    plan.couplings = [(0, 1), (1, 2), (2, 0), (0, 2)].map {
      Coupling(from: "module-\($0.0)", to: "module-\($0.1)", kind: .table)
    }
    plan.couplings[0].cost = 2_500
    let owners = plan.owners.map(\.id)
    let view = SystemView(
      plan,
      separated: ["module-0": [owners[0]], "module-1": [owners[1]], "module-2": owners])
    let report = MatrixReport(view, ReportContext(language: .en))
    #expect(report.matrix.order == .owner)
    #expect(report.pairs.map(\.couplings) == [[0], [2]])
    #expect(
      MatrixReport(SystemView(plan), ReportContext(language: .en)).pairs.isEmpty)
    #expect(
      report.picture.shapes.contains { shape in
        if case .rectangle(_, _, _, _, .crossing(0), _) = shape { return true }
        return false
      })
  }

  @Test("a plan without modules says so in each view")
  func empty() throws {
    var plan = try SamplePlan.plan()
    plan.modules = []
    plan.couplings = []
    let context = ReportContext(language: .en)
    let view = SystemView(plan)
    #expect(SystemReport(view, context).text.contains("no modules"))
    #expect(MatrixReport(view, context).text.contains("no modules"))
    #expect(MatrixReport(view, context).picture.width > 0)
  }

  @Test("5,000 modules with 50,000 couplings")
  func large() throws {
    let plan = try plan(seed: 5, modules: 5_000, couplings: 50_000, groups: 40)
    let context = ReportContext(language: .ja)
    let view = SystemView(plan)
    let report = MatrixReport(view, context)
    #expect(report.matrix.fold == .group && report.matrix.rows.count == 40)
    #expect(widest(report.text) <= 100)
    #expect(SystemReport(view, context).summary.fans.count == 5_000)
    let picture = MatrixReport(view, limit: MatrixReport.longestPicture, context)
    #expect(picture.matrix.fold == .group)
  }

  @Test("owners who can hold nothing are not counted")
  func holders() throws {
    var plan = try plan(seed: 3, modules: 6, couplings: 8, groups: 0)
    plan.owners = ["retail", "network"].map { Owner(id: $0, name: LocalizedText($0)) }
    for module in plan.modules.indices { plan.modules[module].heldBy = ["retail", "network"] }
    plan.owners.append(Owner(id: "joint", name: LocalizedText("Joint council")))
    let report = SystemReport(SystemView(plan), ReportContext(language: .en))
    #expect(report.text.contains("2 owners"))
    #expect(!report.text.contains("joint") && !report.json.document.contains("joint"))
  }
}
