import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Every default is read by something: replacing it changes a figure that people see. Those that are
/// shown only change nothing.
@Suite("Defaults in use")
struct DefaultsInUseTests {
  @Test func replacingADefaultChangesAFigure() throws {
    let usual = try figures(overriding: [:])
    let isRepeatable = usual == (try figures(overriding: [:]))
    #expect(isRepeatable)
    for entry in EstimatorDefaults.standard.entries {
      let other: Int64 =
        entry.unit == .yesNo ? 1000 - entry.value.mode : entry.value.mode * 3 / 2 + 1
      let replaced = try figures(overriding: [entry.key: [other]])
      let isRead = usual != replaced
      #expect(isRead != entry.isShownOnly, "`\(entry.key)`: \(isRead ? "read" : "not read")")
    }
  }

  /// Numbers of estimates, of generated work and of schedule rules.
  private func figures(overriding values: [String: [Int64]]) throws -> [Int64] {
    var result: [Int64] = []
    for var plan in plans {
      plan.defaults = values
      plan = try plan.withGeneratedWork()
      let generated = try #require(plan.generated)
      for module in generated.estimate.modules {
        let efforts =
          [module.nominalEffort, module.rebuildEffort] + module.otherEfforts
          + module.choices.map(\.cost)
        result += efforts.flatMap { numbers($0.value) }
        result += module.choices.flatMap { $0.perOwner.flatMap(numbers) }
      }
      result += generated.separation.crossings.map(\.cost)
      result += generated.overheads.flatMap { numbers($0.value) }
      result += generated.waves.flatMap { $0.efforts.flatMap(numbers) }
      for task in plan.tasks {
        result += [Int64(task.id.count), task.duration?.thousandths ?? -1]
        result += [task.estimate?.low, task.estimate?.high].map { $0?.thousandths ?? -1 }
        result += task.after.map { Int64($0.text.utf8.reduce(0) { $0 &* 31 &+ Int($1) }) }
        result += task.work?.effort.map(numbers) ?? []
      }
      result += rules(ScheduleRules(generated.estimate.defaults))
    }
    return result
  }

  /// What the schedule rules say of a small and of a large effort, and of shorter durations.
  private func rules(_ rules: ScheduleRules) -> [Int64] {
    var result: [Int64] = []
    for effort: Int64 in [50_000, 1_450_000] {
      for rule in rules.results(effort: ThreePoint(effort)) {
        result += numbers(rule.months) + [rule.shortest ?? -1, rule.limit ?? -1]
      }
    }
    for share in stride(from: Int64(700), through: 1000, by: 25) {
      let multipliers = rules.effortMultipliers(ofTime: share)
      result += [multipliers.cocomo2 ?? -1, multipliers.putnam ?? -1]
    }
    return result
  }

  private func numbers(_ value: ThreePoint) -> [Int64] { [value.low, value.mode, value.high] }

  /// Plans in which everything occurs that a default says something about.
  private var plans: [Plan] {
    var plan = SystemPlans.two()
    plan.generation.waves = .named(["first", "second"])
    plan.couplings = Coupling.Kind.allCases.flatMap { kind in
      [
        Coupling(from: "billing", to: "metering", kind: kind),
        Coupling(from: "metering", to: "billing", kind: kind),
      ]
    }
    plan.modules[0].wave = "first"
    plan.modules[0].drivers = ["D1", "D2", "D3", "D4"]
    for language in ["cobol", "c", "c++", "java", "javascript", "python", "pl/i"] {
      var module = Module(id: "in-\(plan.modules.count)", name: LocalizedText(language))
      module.heldBy = ["retail"]
      module.language = language
      module.size = ["functionPoints": 900_000]
      module.data = ["rows": 40_000_000_000]
      plan.modules.append(module)
    }
    var screens = Module(id: "screens", name: LocalizedText("Screens"))
    screens.heldBy = ["retail", "network"]
    screens.size = ["screens": 60_000, "batches": 40_000, "files": 30_000]
    screens.data = ["rows": 120_000_000]
    plan.modules.append(screens)
    var old = screens
    old.id = "old"
    old.heldBy = ["retail"]
    old.drivers = ["D1", "D2"]
    plan.modules.append(old)
    plan.modules.append(Module(id: "unknown", name: LocalizedText("Of no size")))
    for strategy in Module.Strategy.allCases {
      var module = screens
      module.id = "given-\(strategy.rawValue)"
      module.strategy = strategy
      plan.modules.append(module)
    }
    var sizeless = SystemPlans.two()
    for module in sizeless.modules.indices { sizeless.modules[module].size = [:] }
    return [plan, sizeless]
  }
}
