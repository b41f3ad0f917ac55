import Scheduling
import SharedSystem

@testable import Planning

/// Plans with modules.
enum SystemPlans {
  /// Two companies share billing and metering, which use each other.
  static func two() -> Plan {
    var plan = Plan(start: Instant(CivilDate(dayNumber: 20_544)))
    plan.owners = [
      Owner(id: "retail", name: LocalizedText("Retail")),
      Owner(id: "network", name: LocalizedText("Network")),
      Owner(id: "council", name: LocalizedText("Council"), holds: false),
    ]
    var billing = Module(id: "billing", name: LocalizedText("Billing"))
    billing.owner = "retail"
    billing.heldBy = ["retail", "network"]
    billing.language = "cobol"
    billing.size = ["kloc": 120_000]
    billing.data = ["rows": 40_000_000_000]
    billing.drivers = ["D1", "D2"]
    billing.strategy = .rebuild
    var metering = Module(id: "metering", name: LocalizedText("Metering"))
    metering.owner = "network"
    metering.heldBy = ["retail", "network"]
    metering.size = ["kloc": 80_000]
    metering.data = ["rows": 90_000_000_000]
    metering.strategy = .rebuild
    plan.modules = [billing, metering]
    plan.couplings = [
      Coupling(from: "billing", to: "metering", kind: .table),
      Coupling(from: "metering", to: "billing", kind: .file),
    ]
    return plan
  }

  /// A system of chance: up to nine modules, two or three owners.
  static func random(seed: UInt64) -> Plan {
    var random = SplitMix64(seed: seed &* 7919 &+ 13)
    func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var plan = two()
    plan.modules = []
    plan.couplings = []
    let owners = Array(["retail", "network", "third"].prefix(int(2...3)))
    plan.owners = owners.map { Owner(id: $0, name: LocalizedText($0)) }
    let count = int(1...9)
    for number in 0..<count {
      var module = Module(id: "m\(number)", name: LocalizedText("Module \(number)"))
      module.heldBy = owners.filter { _ in int(0...2) > 0 }
      if int(0...2) == 0 { module.owner = owners[int(0...owners.count - 1)] }
      if int(0...3) > 0 { module.size = ["kloc": Int64(int(5...300)) * 1000] }
      if int(0...1) == 0 { module.data = ["rows": Int64(int(1...400)) * 1_000_000_000] }
      module.drivers = ["D1", "D2", "D3", "D4"].filter { _ in int(0...2) == 0 }
      if int(0...3) == 0 {
        module.strategy = Module.Strategy.allCases[int(0...Module.Strategy.allCases.count - 1)]
      }
      plan.modules.append(module)
    }
    for _ in 0..<int(0...2 * count) {
      let (from, to) = (int(0...count - 1), int(0...count - 1))
      guard from != to else { continue }
      let kinds = Coupling.Kind.allCases
      plan.couplings.append(
        Coupling(from: "m\(from)", to: "m\(to)", kind: kinds[int(0...kinds.count - 1)]))
    }
    return plan
  }
}
