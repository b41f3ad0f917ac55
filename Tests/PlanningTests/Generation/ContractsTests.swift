import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Contracts when one module is used by several owners.
struct ContractsTests {
  /// Each of three owners has an instance of `portal`, which uses `ledger` of the first.
  private func plan() -> Plan {
    var plan = SystemPlans.two()
    plan.owners = ["retail", "network", "third"].map { Owner(id: $0, name: LocalizedText($0)) }
    var portal = Module(id: "portal", name: LocalizedText("Portal"))
    portal.allowed = ["both"]
    var ledger = Module(id: "ledger", name: LocalizedText("Ledger"))
    ledger.owner = "retail"
    plan.modules = [portal, ledger]
    for module in plan.modules.indices {
      plan.modules[module].heldBy = ["retail", "network", "third"]
      plan.modules[module].size = ["kloc": 30_000]
    }
    plan.couplings = [Coupling(from: "portal", to: "ledger", kind: .api)]
    return plan
  }

  @Test func aContractKnowsItsUserAndProvider() throws {
    let schedule = try plan().scheduled()
    let contracts = try schedule.contracts()
    #expect(Set(contracts.map(\.user)) == ["network", "third"])
    #expect(contracts.allSatisfy { $0.provider == "retail" })
    check(contracts, schedule)
  }

  /// What is written by hand comes first, so that contracts are not in the order of crossings.
  @Test func theOrderOfTasksDoesNotMatter() throws {
    var plan = plan()
    var talks = PlanTask(id: "talks", name: LocalizedText("Talks"))
    talks.isSummary = true
    var last = PlanTask(
      id: "contract.portal--ledger.api.third", name: LocalizedText("Contract with the third"))
    last.parent = 0
    plan.tasks = [talks, last]
    let schedule = try plan.scheduled()
    let order = schedule.plan.tasks.filter { $0.work?.kind == .contract }.map(\.id)
    #expect(
      order == ["contract.portal--ledger.api.third", "contract.portal--ledger.api.network"])
    check(try schedule.contracts(), schedule)
  }

  @Test func bothEndsOfAnInterfaceKnowTheirCrossing() throws {
    let made = try plan().withGeneratedWork()
    let ends = made.tasks.filter { $0.work?.kind == .interface && !$0.isSummary }
    #expect(ends.count == 4)
    for task in ends {
      let crossing = try #require(task.work?.crossing)
      let owners = [crossing.user, crossing.provider].map { ["retail", "network", "third"][$0] }
      #expect(task.owner.map(owners.contains) == true)
      #expect(task.work?.coupling == crossing.coupling)
    }
  }

  /// With three owners the id of a contract ends in its user.
  private func check(_ contracts: [PlanSchedule.Contract], _ schedule: PlanSchedule) {
    #expect(contracts.count == 2)
    for contract in contracts {
      let id = schedule.plan.tasks[contract.task].id
      #expect(id == "contract.portal--ledger.api.\(contract.user)")
    }
  }
}
