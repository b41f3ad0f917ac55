import Planning
import Scheduling
import SharedSystem

/// The work that follows from a large shared system, its separation included.
enum GenerationBenchmark {
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [("generate the work of 5,000 modules, areas", { generation() })]
  }

  private static func generation() -> Benchmark {
    let plan = RandomSystem.plan(modules: 5_000, couplings: 50_000, seed: 2029)
    return Benchmark(
      limit: nil, repetitions: 3,
      check: {
        let made = try plan.withGeneratedWork()
        guard let generated = made.generated else { return "nothing was generated" }
        let contracts = made.tasks.count { $0.work?.kind == .contract }
        guard contracts == generated.separation.crossings.count, contracts > 0 else {
          return "\(contracts) contracts, \(generated.separation.crossings.count) crossings"
        }
        let ids = Set(made.tasks.map(\.id))
        let isLinked = made.tasks.allSatisfy { $0.after.allSatisfy { ids.contains($0.task) } }
        return ids.count == made.tasks.count && isLinked ? nil : "a link leads nowhere"
      },
      body: { _ in _ = try plan.withGeneratedWork() })
  }
}

extension RandomSystem {
  /// A plan with the modules and couplings of a random system, of areas.
  ///
  /// Each module is held by one owner or both, has a size, and is pinned one in twelve times.
  static func plan(modules: Int, couplings: Int, seed: UInt64) -> Plan {
    let problem = problem(
      owners: 2, modules: modules, couplings: couplings, shape: .areas, seed: seed)
    var random = SplitMix64(seed: seed)
    let owners = ["retail", "network"]
    var plan = Plan(start: Instant(CivilDate(dayNumber: 20_544)))
    plan.owners = owners.map { Owner(id: $0, name: LocalizedText($0)) }
    plan.modules = (0..<modules).map { number in
      var module = Module(id: "m\(number)", name: LocalizedText("Module \(number)"))
      let allowed = problem.allowedChoices(of: Int32(number))
      if allowed.count == 1 { module.owner = owners[Int(allowed[0])] }
      module.heldBy = problem.today[number] < 0 ? owners : [owners[Int(problem.today[number])]]
      module.size = ["kloc": Int64.random(in: 1...40, using: &random) * 1000]
      module.data = ["rows": Int64.random(in: 0...10, using: &random) * 1_000_000_000]
      return module
    }
    plan.couplings = problem.couplingSources.indices.compactMap { number in
      let (from, to) = (problem.couplingSources[number], problem.couplingTargets[number])
      guard from != to else { return nil }
      let kinds = Coupling.Kind.allCases
      var coupling = Coupling(from: "m\(from)", to: "m\(to)", kind: kinds[number % kinds.count])
      let cost = problem.crossingCosts[number * 2]
      if cost != SeparationProblem.forbidden { coupling.cost = cost }
      return coupling
    }
    return plan
  }
}
