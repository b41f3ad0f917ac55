import SharedSystem
import Testing

@testable import Planning

@Suite("Strategies of a module")
struct StrategyTests {
  private typealias Reason = StrategyCandidate.Reason

  /// 100 KSLOC: 465 person-months to build anew.
  private func choices(
    owners: [String] = SystemEstimateTests.owners, overriding: [String: [Int64]] = [:],
    _ change: (inout Module) -> Void = { _ in }
  ) throws -> [ChoiceEstimate] {
    let module = SystemEstimateTests.module(kloc: 100, change)
    return try SystemEstimateTests.estimate([module], owners: owners, overriding: overriding)
      .modules[0].choices
  }

  private func reasons(_ choice: ChoiceEstimate) -> [Module.Strategy: Reason] {
    Dictionary(uniqueKeysWithValues: choice.candidates.map { ($0.strategy, $0.reason) })
  }

  /// The effort as a share of a full rebuild, in thousandths.
  private func share(_ choice: ChoiceEstimate, _ strategy: Module.Strategy, _ rebuild: Int64)
    -> Int64?
  {
    let effort = choice.candidates.first { $0.strategy == strategy }?.effort.value.mode
    return effort.map { ($0 * 1000 + rebuild / 2) / rebuild }
  }

  @Test("shared today: kept by either owner, copied for both")
  func sharedToday() throws {
    let found = try choices()
    #expect(found.map(\.strategy) == [.keep, .keep, .clone])
    #expect(reasons(found[0])[.keep] == .holdsToday(owner: "retail"))
    #expect(
      reasons(found[2]) == [
        .clone: .copiesForEach, .rebuild: .buildsAnew, .replatform: .convertsAsItIs,
        .rehost: .movesOneSystem, .keep: .leavesOneSystem, .logical: .leavesOneSystem,
        .package: .onlyWhenGiven, .retire: .onlyWhenGiven,
      ])
    #expect(
      reasons(found[0]) == [
        .clone: .makesOneForEach, .rebuild: .buildsAnew, .replatform: .convertsAsItIs,
        .rehost: .movesAsItIs, .keep: .holdsToday(owner: "retail"), .logical: .onlyWhenGiven,
        .package: .onlyWhenGiven, .retire: .onlyWhenGiven,
      ])
  }

  @Test("shares of a full rebuild for two owners")
  func shares() throws {
    let found = try choices()
    let rebuild = try SystemEstimateTests.estimate([SystemEstimateTests.module(kloc: 100)])
      .modules[0].rebuildEffort.value.mode
    func shares(_ choice: ChoiceEstimate) -> [Int64?] {
      Module.Strategy.allCases.map { share(choice, $0, rebuild) }
    }
    // clone, rebuild, replatform, rehost, keep, logical, package, retire
    #expect(shares(found[2]) == [600, 2000, 850, 400, 100, 150, 1000, 50])
    #expect(shares(found[0])[1...] == [1000, 350, 150, 100, 150, 550, 50])
    let alone = try choices { $0.heldBy = ["network"] }
    #expect(share(alone[2], .rebuild, rebuild) == 1100)
    #expect(share(alone[2], .replatform, rebuild) == 600)
    let three = try choices(owners: ["retail", "network", "thermal"])
    #expect(share(three[3], .clone, rebuild) == 800)
    #expect(three[3].perOwner.count == 3)
  }

  @Test("the first owner of a copy is today's holder")
  func firstOwner() throws {
    let network = try choices { $0.heldBy = ["network"] }[2]
    #expect(network.perOwner[1].mode > network.perOwner[0].mode)
    let retail = try choices { $0.heldBy = [] }[2]
    #expect(retail.perOwner[0].mode > retail.perOwner[1].mode)
  }

  @Test("an owner who does not hold it today cannot keep it")
  func transfer() throws {
    let found = try choices { $0.heldBy = ["network"] }
    #expect(found.map(\.strategy) == [.rehost, .keep, .clone])
    #expect(reasons(found[0])[.keep] == .doesNotHoldToday(owner: "retail"))
    let unknown = try choices { $0.heldBy = [] }
    #expect(unknown.map(\.strategy) == [.keep, .keep, .clone])
    #expect(reasons(unknown[0])[.keep] == .holderUnknown)
    let allowed = try choices(overriding: ["choose.keepWithoutHolding": [1000]]) {
      $0.heldBy = ["network"]
    }
    #expect(allowed[0].strategy == .keep)
    #expect(reasons(allowed[0])[.keep] == .allowed(key: "choose.keepWithoutHolding"))
  }

  @Test("bloated and in an old language: nothing of it is carried on")
  func bloatedAndOld() throws {
    let found = try choices {
      $0.drivers = ["D1", "D2"]
      $0.heldBy = ["network"]
    }
    #expect(found.map(\.strategy) == [.rebuild, .keep, .rebuild])
    for strategy in [Module.Strategy.rehost, .replatform] {
      #expect(reasons(found[0])[strategy] == .copiesOldThing)
    }
    #expect(reasons(found[2])[.clone] == .copiesOldThing)
    for drivers in [["D1"], ["D2", "D3"]] {
      #expect(try choices { $0.drivers = drivers }[2].strategy == .clone)
    }
    let copied = try choices(overriding: ["choose.copyDespiteD1D2": [1000]]) {
      $0.drivers = ["D1", "D2"]
    }
    #expect(copied[2].strategy == .clone)
    let converted = try choices(overriding: ["choose.convertDespiteD1D2": [1000]]) {
      $0.drivers = ["D1", "D2"]
    }
    #expect(converted[2].strategy == .replatform)
  }

  @Test("given strategies are taken when they fit", arguments: Module.Strategy.allCases)
  func given(strategy: Module.Strategy) throws {
    let found = try choices { module in
      module.strategy = strategy
      module.drivers = ["D1", "D2"]
    }
    for (index, choice) in found.enumerated() {
      let fits = StrategyRules.fits(strategy, index < 2 ? index : nil)
      #expect(choice.givenDoesNotFit == !fits)
      #expect((choice.strategy == strategy) == fits)
      if fits {
        #expect(reasons(choice)[strategy] == .given)
        #expect(choice.candidates.count { $0.isEligible } == 1)
        let other = Module.Strategy.allCases.first { $0 != strategy } ?? .clone
        #expect(reasons(choice)[other] == .anotherGiven(strategy))
      } else {
        #expect(choice.strategy == (index < 2 ? .keep : .rebuild))
      }
    }
  }

  @Test("logical, package and retire are chosen only when the plan allows it")
  func onlyWhenGiven() throws {
    #expect(try choices(overriding: ["choose.retire": [1000]])[2].strategy == .retire)
    #expect(try choices(overriding: ["choose.package": [1000]])[2].strategy == .clone)
    let logical = try choices(overriding: ["choose.logical": [1000], "strategy.logical": [50]])
    #expect(logical.map(\.strategy) == [.logical, .logical, .clone])
  }

  /// The elements whose bit is set.
  private func picked(_ list: [String], _ bits: Int) -> [String] {
    list.indices.filter { (bits >> $0) & 1 == 1 }.map { list[$0] }
  }

  @Test("parts of owners add up, and every level is in order", arguments: 0..<40)
  func consistent(seed: Int) throws {
    let owners = Array(["a", "b", "c"].prefix(2 + seed % 2))
    let module = SystemEstimateTests.module { module in
      let measure = ["kloc", "functionPoints", "screens", "none"][seed % 4]
      module.size = [measure: Int64(seed) * 7_919 + 1]
      module.heldBy = picked(owners, seed)
      module.drivers = picked(["D1", "D2", "D3", "D4"], seed * 7)
      if seed % 3 == 0 { module.data = ["rows": Int64(seed) * 1_000_000_000] }
      if seed % 5 == 0 { module.both = 12_345 }
    }
    let estimate = try SystemEstimateTests.estimate([module], owners: owners)
    let smaller = try SystemEstimateTests.estimate([module], owners: owners, without: ["D2"])
    for (index, choice) in estimate.modules[0].choices.enumerated() {
      #expect(choice.perOwner.reduce(.zero, +) == choice.cost.value)
      for candidate in choice.candidates {
        let value = candidate.effort.value
        #expect(candidate.perOwner.reduce(.zero, +) == value)
        #expect(value.low <= value.mode && value.mode <= value.high)
        #expect(choice.isEntered || !candidate.isEligible || choice.cost.value.mode <= value.mode)
      }
      #expect(choice.candidates.contains { $0.strategy == .rebuild && $0.isEligible })
      #expect(smaller.modules[0].choices[index].cost.value.mode <= choice.cost.value.mode)
    }
  }

  @Test("a larger module never costs less")
  func monotone() throws {
    for measure in ["kloc", "functionPoints", "screens", "batches"] {
      var last = [ThreePoint.zero, .zero, .zero]
      for size in stride(from: Int64(1), to: 3_000_000, by: 100_003) {
        let module = SystemEstimateTests.module { $0.size = [measure: size] }
        let costs = try SystemEstimateTests.estimate([module]).modules[0].choices.map(\.cost.value)
        for (cost, before) in zip(costs, last) {
          #expect(cost.low >= before.low && cost.mode >= before.mode && cost.high >= before.high)
        }
        last = costs
      }
    }
  }

  @Test("what drivers cost each owner")
  func surcharges() throws {
    let modules = [
      SystemEstimateTests.module("a", kloc: 100) { $0.drivers = ["D1", "D2"] },
      SystemEstimateTests.module("b", kloc: 100) { $0.drivers = ["D3"] },
      SystemEstimateTests.module("c", kloc: 100) {
        $0.drivers = ["D4"]
        $0.both = 60_000
      },
    ]
    let estimate = try SystemEstimateTests.estimate(modules)
    let found = estimate.surcharges(choices: [2, 0, 2])
    #expect(found.drivers == ["D1", "D2", "D3", "D4"])
    #expect(found.enteredModules == 1)
    #expect(found.perOwner[3] == [.zero, .zero])
    // D3 acts on what retail keeps: 9 % of a tenth of 465.
    #expect(found.perOwner[2][1] == .zero)
    #expect(abs(found.perOwner[2][0].mode - 465 * 9) < 5)
    // Without D1 the module could be copied instead of being built twice.
    let free = try SystemEstimateTests.estimate(modules, without: ["D1"])
    #expect(free.modules[0].choices[2].strategy == .clone)
    let costs = [estimate, free].map { $0.choiceCost(module: 0, choice: 2).value.mode }
    #expect(found.total(0).mode == costs[0] - costs[1])
    let none = estimate.without(["D1", "D2", "D3", "D4"])
    #expect(none.drivers.isEmpty)
    func sum(_ estimate: SystemEstimate) -> Int64 {
      let first = estimate.choiceCost(module: 0, choice: 2).value.mode
      return first + estimate.choiceCost(module: 1, choice: 0).value.mode
    }
    let together = found.together[0].mode + found.together[1].mode
    #expect(together == sum(estimate) - sum(none))
  }
}
