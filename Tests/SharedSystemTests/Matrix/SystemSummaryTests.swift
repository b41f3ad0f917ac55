import Testing

@testable import SharedSystem

@Suite("System summary")
struct SystemSummaryTests {
  private var model: SystemModel {
    var modules = ["a", "b", "c", "d"].map { Module(id: $0, name: LocalizedText($0)) }
    modules[0].heldBy = ["retail"]
    modules[1].heldBy = ["retail", "network"]
    modules[2].owner = "network"
    modules[0].size = ["kloc": 1_000]
    var first = Coupling(from: "a", to: "b", kind: .table)
    first.cost = 1
    return SystemModel(
      owners: ["retail", "network"], modules: modules,
      couplings: [
        first, Coupling(from: "b", to: "a", kind: .file), Coupling(from: "a", to: "b", kind: .api),
        Coupling(from: "b", to: "c", kind: .api),
      ])
  }

  @Test("owners, pins, tangles and fans") func figures() {
    let summary = SystemSummary(model)
    #expect(summary.ownerships.map(\.alone) == [1, 0])
    #expect(summary.ownerships.map(\.shared) == [1, 1])
    #expect(summary.ownerships.map(\.pinned) == [0, 1])
    #expect((summary.free, summary.unheld) == (3, 2))
    #expect(
      summary.tangles == [SystemSummary.Tangle(modules: [0, 1], couplings: 3, feedback: 1)])
    #expect(summary.fans.map(\.uses) == [1, 2, 0, 0])
    #expect(summary.fans.map(\.usedBy) == [1, 1, 1, 0])
    #expect(summary.fans.map(\.couplings) == [3, 4, 1, 0])
  }

  @Test("what is missing is counted, what is not is not mentioned") func gaps() {
    let gaps = SystemSummary(model).gaps
    #expect(gaps.first == SystemSummary.Gap(fact: .size, missing: 3, total: 4))
    #expect(gaps.last == SystemSummary.Gap(fact: .couplingCost, missing: 3, total: 4))
    var whole = model
    whole.modules[1].size = ["screens": 1]
    whole.modules[2].size = ["screens": 1]
    whole.modules[3].size = ["screens": 1]
    #expect(!SystemSummary(whole).gaps.contains { $0.fact == .size })
  }
}
