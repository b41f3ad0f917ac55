import SharedSystem
import Testing

@testable import Planning

@Suite("What a module costs")
struct SystemEstimateTests {
  static let owners = ["retail", "network"]

  static func module(
    _ id: String = "m", kloc: Int64 = 0, _ change: (inout Module) -> Void = { _ in }
  ) -> Module {
    var module = Module(id: id, name: LocalizedText(id))
    if kloc > 0 { module.size = ["kloc": kloc * 1000] }
    module.heldBy = owners
    change(&module)
    return module
  }

  static func estimate(
    _ modules: [Module], couplings: [Coupling] = [], owners: [String] = owners,
    overriding: [String: [Int64]] = [:], without: Set<String> = []
  ) throws -> SystemEstimate {
    SystemEstimate(
      of: SystemModel(owners: owners, modules: modules, couplings: couplings),
      defaults: try EstimatorDefaults(overriding: overriding), without: without)
  }

  @Test(
    "COCOMO II's nominal effort, as published",
    arguments: [
      (50, 217), (100, 465), (200, 997), (500, 2_732), (1_000, 5_854), (2_000, 12_546),
    ] as [(Int64, Int64)])
  func cocomo(kloc: Int64, personMonths: Int64) throws {
    let estimate = try Self.estimate([Self.module(kloc: kloc)])
    let effort = estimate.modules[0].rebuildEffort.value
    #expect((effort.mode + 500) / 1000 == personMonths)
    #expect(effort.low == (effort.mode * 670 + 500) / 1000)
    #expect(effort.high == (effort.mode * 1500 + 500) / 1000)
  }

  @Test("function points by productivity, and by lines of the language for comparison")
  func functionPoints() throws {
    let module = Self.module { module in
      module.size = ["functionPoints": 1_000_000]
      module.language = "COBOL"
    }
    let found = try Self.estimate([module]).modules[0]
    #expect(found.nominalEffort.value == ThreePoint(low: 50_000, mode: 100_000, high: 200_000))
    #expect(found.otherEfforts.count == 1)
    let lines = try Self.estimate([Self.module(kloc: 91)]).modules[0]
    #expect(found.otherEfforts.first?.value == lines.nominalEffort.value)
    #expect(
      ["PL/I", "pl1", "C++", "c++", "JS"].map(ModuleSizing.languageKey) == [
        "pli", "pli", "cpp", "cpp", "javascript",
      ])
  }

  @Test("screens, batches and files by the JUAS regressions")
  func screens() throws {
    let module = Self.module {
      $0.size = ["screens": 420_000, "batches": 680_000, "files": 10_000]
    }
    let found = try Self.estimate([module]).modules[0]
    let expected = ThreePoint(
      low: 420 * 970 + 680 * 260, mode: 420 * 1300 + 680 * 300 + 1000,
      high: 420 * 1550 + 680 * 300 + 1000)
    #expect(found.nominalEffort.value == expected)
    #expect(found.basis == .stated(measure: "screens"))
    let files = try Self.estimate([Self.module { $0.size = ["files": 10_000] }])
    #expect(files.modules[0].hasNoSize)
  }

  @Test("lines of code go before function points, these before screens")
  func order() throws {
    let module = Self.module(kloc: 100) {
      $0.size["functionPoints"] = 1_000_000
      $0.size["screens"] = 100_000
    }
    let found = try Self.estimate([module]).modules[0]
    #expect(found.basis == .stated(measure: "kloc"))
    #expect(found.otherEfforts.map(\.value.mode) == [100_000, 130_000])
  }

  @Test("without a size: the median of the group, else of all, else an assumption; wider")
  func missing() throws {
    let modules = [
      Self.module("a", kloc: 50) { $0.group = "x" }, Self.module("b", kloc: 200) { $0.group = "x" },
      Self.module("c", kloc: 100) { $0.group = "x" }, Self.module("d", kloc: 500),
      Self.module("e") { $0.group = "x" }, Self.module("f") { $0.group = "none such" },
    ]
    let estimate = try Self.estimate(modules)
    #expect(estimate.modulesWithoutSize == 2)
    #expect(estimate.modulesWithGuessedCost == 2)
    let (e, f, c) = (estimate.modules[4], estimate.modules[5], estimate.modules[2])
    #expect(e.basis == .median(group: "x", count: 3))
    #expect(e.nominalEffort.value == c.nominalEffort.value.widened(by: ThreePoint(1500)))
    #expect(e.nominalEffort.value.mode == c.nominalEffort.value.mode)
    #expect(f.basis == .median(group: nil, count: 4))
    let middle = [1, 2].map { estimate.modules[$0].nominalEffort.value.mode }
    #expect(f.nominalEffort.value.mode == (middle[0] + middle[1]) / 2)
    let alone = try Self.estimate([Self.module()])
    #expect(alone.modules[0].basis == .assumed)
    #expect((alone.modules[0].nominalEffort.value.mode + 500) / 1000 == 217)
  }

  @Test(
    "a driver multiplies the effort",
    arguments: [
      (["D1"], 1340), (["D2"], 1344), (["D3"], 1090), (["D4"], 1280), (["D5"], 1000),
      (["D1", "D1"], 1340), (["D1", "D3"], 1461),
    ] as [([String], Int64)])
  func drivers(drivers: [String], factor: Int64) throws {
    let estimate = try Self.estimate([Self.module(kloc: 100) { $0.drivers = drivers }])
    let found = estimate.modules[0]
    let expected = (found.nominalEffort.value.mode * factor + 500) / 1000
    #expect(abs(found.rebuildEffort.value.mode - expected) < 500)
    #expect(found.unknownDrivers == (drivers == ["D5"] ? ["D5"] : []))
    let free = try Self.estimate(
      [Self.module(kloc: 100) { $0.drivers = drivers }], without: Set(drivers))
    #expect(free.modules[0].rebuildEffort.value == found.nominalEffort.value)
  }

  @Test("entered figures are used as entered, with their place")
  func entered() throws {
    let place = SourceLocation(file: "plan.yaml", line: 7, column: 3)
    let module = Self.module(kloc: 100) {
      $0.keep = ["retail": 40_000]
      $0.both = 61_001
      $0.location = place
      $0.drivers = ["D1"]
    }
    let estimate = try Self.estimate([module])
    #expect(estimate.choiceCost(module: 0, choice: 0).value == ThreePoint(40_000))
    #expect(estimate.choiceCost(module: 0, choice: 0).origin == .entered(place))
    #expect(estimate.effort(module: 0, choice: 0, owner: 0) == ThreePoint(40_000))
    #expect(estimate.choiceCost(module: 0, choice: 2).value == ThreePoint(61_001))
    let parts = (0..<2).map { estimate.effort(module: 0, choice: 2, owner: $0).mode }
    #expect(parts[0] + parts[1] == 61_001)
    #expect(parts[0] > parts[1], "the first owner of a copy does more")
    guard case .computed = estimate.choiceCost(module: 0, choice: 1).origin else {
      Issue.record("what is not entered is computed")
      return
    }
    #expect(estimate.modulesWithMixedCosts == 1)
    #expect(try Self.estimate([Self.module(kloc: 1)]).modulesWithMixedCosts == 0)
    let surcharge = estimate.surcharge(drivers: ["D1"], module: 0, choice: 0)
    #expect(surcharge.allSatisfy { $0 == .zero })
  }

  @Test(
    "a coupling costs what its kind usually costs",
    arguments: [
      (.table, 3, 8, 20), (.file, 1, 3, 8), (.batch, 1, 3, 8), (.api, 2, 5, 12),
      (.screen, 2, 5, 12), (.code, 1, 4, 10),
    ] as [(Coupling.Kind, Int64, Int64, Int64)])
  func crossing(kind: Coupling.Kind, low: Int64, mode: Int64, high: Int64) throws {
    var stated = Coupling(from: "a", to: "b", kind: kind)
    stated.cost = 7_500
    let estimate = try Self.estimate(
      [Self.module("a"), Self.module("b")],
      couplings: [Coupling(from: "a", to: "b", kind: kind), stated])
    let usual = ThreePoint(low: low * 1000, mode: mode * 1000, high: high * 1000)
    #expect(estimate.crossingCost(coupling: 0, owner: 1).value == usual)
    #expect(estimate.crossingCost(coupling: 1, owner: 0).value == ThreePoint(7_500))
    #expect(estimate.crossingCost(coupling: 1, owner: 0).origin == .entered(nil))
    #expect(estimate.crossingCosts() == [mode * 1000, mode * 1000, 7_500, 7_500])
    let sides = estimate.sides(ofCrossing: ThreePoint(7_501))
    #expect(sides.user + sides.used == ThreePoint(7_501))
    #expect(abs(sides.user.mode - sides.used.mode) == 1)
  }

  @Test("rows of data cost a tool and repair by hand")
  func migration() throws {
    func moved(_ rows: Int64, asItIs: Bool = false) -> ThreePoint? {
      MigrationEffort(defaults: .standard)
        .figure(Self.module { $0.data = ["rows": rows * 1000] }, asItIs: asItIs)?.value
    }
    #expect(moved(0) == nil)
    // 40 million rows: 4,000 defective, 400 repaired, 10 minutes each: 66.7 hours of 152.
    #expect(moved(40_000_000)?.mode == 6_438)
    // 40,000 defective, 12,000 repaired, 20 minutes each: 4,000 hours.
    #expect(moved(40_000_000)?.high == 41_315)
    #expect(moved(40_000_000)?.low == 2_000)
    #expect(moved(100_000)?.mode == 1_001)
    #expect(moved(40_000_000, asItIs: true)?.mode == 1_000)
    let largest = try #require(moved(Int64.max / 1000))
    #expect(largest.mode < largest.high && largest.high <= ThreePoint.limit)
  }
}
