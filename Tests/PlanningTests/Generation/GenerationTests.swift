import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// The work that follows from modules, and how it joins what is written by hand.
struct GenerationTests {
  @Test func contractsPrecedeTheDesignOfBothEnds() throws {
    let plan = try SystemPlans.two().withGeneratedWork()
    let generated = try #require(plan.generated)
    #expect(generated.separation.crossings.count == 2)
    let design = try #require(plan.task("billing.design.retail"))
    #expect(design.after.contains { $0.task == "contract.billing--metering.table" })
    let other = try #require(plan.task("metering.design.network"))
    #expect(other.after.contains { $0.task == "contract.billing--metering.table" })
    let contract = try #require(plan.task("contract.billing--metering.table"))
    #expect(contract.after.map(\.task) == ["billing.requirements", "metering.requirements"])
  }

  @Test func aModuleThatStaysAsItIsMakesNoWork() throws {
    var plan = SystemPlans.two()
    var alone = Module(id: "alone", name: LocalizedText("alone"))
    alone.owner = "retail"
    alone.heldBy = ["retail"]
    alone.size = ["kloc": 40_000]
    plan.modules.append(alone)
    let result = try plan.withGeneratedWork()
    #expect(result.generated?.untouched == ["alone"])
    #expect(!result.tasks.contains { $0.id.hasPrefix("alone.") })
  }

  @Test func whoeverLosesAModuleLosesAccessAndThatIsVerified() throws {
    let plan = try SystemPlans.two().withGeneratedWork()
    let access = try #require(plan.task("metering.access.retail"))
    #expect(access.after.map(\.task) == ["metering.requirements"])
    let end = try #require(plan.task("metering.decommission.retail"))
    #expect(Set(end.after.map(\.task)).isSuperset(of: ["metering.access.retail"]))
    #expect(
      plan.task("metering.verification")?.after.map(\.task).contains(
        "metering.decommission.retail") == true)
  }

  @Test(arguments: Module.Strategy.allCases)
  func eachStrategyHasItsTasks(strategy: Module.Strategy) throws {
    var plan = SystemPlans.two()
    plan.modules[0].strategy = strategy
    let result = try plan.withGeneratedWork()
    let ids = Set(result.tasks.compactMap { $0.module == "billing" ? $0.work?.kind : nil })
    #expect(ids.isSuperset(of: [.analysis, .requirements]))
    #expect(
      ids.contains(.build)
        == [.clone, .rebuild, .replatform, .rehost, .package, .logical].contains(strategy)
        || strategy == .clone)
    #expect(ids.contains(.fitGap) == (strategy == .package))
    #expect(ids.contains(.accessDesign) == (strategy == .logical))
    #expect(ids.contains(.archive) == (strategy == .retire))
    if strategy == .keep { #expect(!ids.contains(.migration) && !ids.contains(.design)) }
  }

  // MARK: Stable ids

  @Test(arguments: 0..<60 as Range<UInt64>)
  func anotherModuleLeavesIdsAndNamesAsTheyAre(seed: UInt64) throws {
    let plan = SystemPlans.random(seed: seed)
    guard let before = try? plan.withGeneratedWork() else { return }
    var larger = plan
    var module = Module(id: "added", name: LocalizedText("Added"))
    module.owner = plan.owners[0].id
    module.heldBy = plan.owners.map(\.id)
    module.size = ["kloc": 30_000]
    larger.modules.insert(module, at: 0)
    let after = try larger.withGeneratedWork()
    let names = Dictionary(
      after.tasks.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for task in before.tasks { #expect(names[task.id] == task.name, "\(task.id)") }
  }

  @Test(arguments: 0..<120 as Range<UInt64>)
  func randomSystemsGiveSoundWork(seed: UInt64) throws {
    let plan = SystemPlans.random(seed: seed)
    // A random system may contradict itself.
    guard let result = try? plan.withGeneratedWork() else { return }
    var ids: Set<String> = []
    for task in result.tasks { #expect(ids.insert(task.id).inserted, "\(task.id) twice") }
    for (index, task) in result.tasks.enumerated() {
      if let parent = task.parent { #expect(parent < index && result.tasks[parent].isSummary) }
      #expect(Set(task.after.map(\.task)).count == task.after.count, "\(task.id): two links")
      for link in task.after {
        #expect(ids.contains(link.task), "\(task.id) waits for \(link.task)")
      }
      if let estimate = task.estimate {
        #expect(estimate.low.thousandths <= estimate.mode?.thousandths ?? .max)
        #expect(estimate.mode?.thousandths ?? 0 <= estimate.high.thousandths)
        #expect(estimate.mode == task.duration)
      }
    }
    let schedule = try result.scheduled()
    #expect(schedule.finish >= schedule.cutoverFinish)
    // Twice the same, byte by byte.
    #expect(facts(try plan.withGeneratedWork()) == facts(result))
    #expect(facts(try result.withGeneratedWork()) == facts(result))
    #expect(facts(result.withoutGeneratedWork()) == facts(plan))
    // Every dependency holds: nothing of a wave begins before its design's contracts are signed.
    for contract in try schedule.contracts() {
      #expect(contract.neededBy >= schedule.tasks[contract.task].finish)
      #expect(contract.float >= 0)
    }
  }

  /// What a plan's tasks say, as lines that can be compared.
  private func facts(_ plan: Plan) -> [String] {
    plan.tasks.map { task in
      let links = task.after.map(\.text).joined(separator: " ")
      let name = task.name.text(in: .ja) + task.name.text(in: .en)
      return "\(task.id) \(name) \(task.duration?.text ?? "") \(task.owner ?? "") \(links)"
        + " \(task.parent ?? -1) \(task.drivers) \(task.work?.effort?.mode ?? -1)"
    }
  }

  // MARK: Joining

  @Test func aWrittenTaskCompletesAGeneratedOne() throws {
    var plan = SystemPlans.two()
    var council = task("council", "5d")
    council.after = [.init(task: "billing.analysis")]
    var completing = PlanTask(
      id: "billing.requirements", name: LocalizedText("billing.requirements"))
    completing.after = [.init(task: "council")]
    completing.cost = 77
    var shorter = task("metering.analysis", "3d")
    shorter.name = LocalizedText("Our own analysis")
    plan.tasks = [council, completing, shorter]
    let result = try plan.withGeneratedWork()
    let base = try SystemPlans.two().withGeneratedWork()
    let requirements = try #require(result.task("billing.requirements"))
    #expect(requirements.after.map(\.task) == ["billing.analysis", "council"])
    #expect(requirements.duration == base.task("billing.requirements")?.duration)
    #expect(requirements.name == base.task("billing.requirements")?.name)
    #expect(requirements.cost == 77)
    let analysis = try #require(result.task("metering.analysis"))
    #expect(analysis.duration == PlanDuration(3, .days))
    #expect(analysis.name == LocalizedText("Our own analysis"))
    #expect(analysis.work?.kind == .analysis)
    #expect(result.tasks.count == base.tasks.count + 1)
    _ = try result.scheduled()
  }

  @Test func aWrittenTaskCanReplaceAGeneratedOne() throws {
    var plan = SystemPlans.two()
    var task = task("billing.requirements", "4d")
    task.replacesGenerated = true
    plan.tasks = [task]
    let result = try plan.withGeneratedWork()
    #expect(result.task("billing.requirements")?.after.isEmpty == true)
    #expect(result.task("billing.requirements")?.owner == nil)
  }

  @Test func theCutoverIsTheGeneratedOneUnlessThePlanNamesIt() throws {
    #expect(try SystemPlans.two().withGeneratedWork().cutover == "separation.operation")
    var plan = SystemPlans.two()
    plan.tasks = [task("go-live", "1d", after: ["separation.operation"])]
    plan.cutover = "go-live"
    let schedule = try plan.scheduled()
    #expect(schedule.plan.cutover == "go-live")
    #expect(schedule.plan.withoutGeneratedWork().cutover == "go-live")
  }

  @Test func withoutTwoHoldersOrWhenToldSoNothingIsGenerated() throws {
    var plan = SystemPlans.two()
    plan.generation.isEnabled = false
    #expect(try plan.withGeneratedWork().tasks.isEmpty)
    plan = SystemPlans.two()
    plan.owners = [plan.owners[0]]
    #expect(!plan.generatesWork)
  }

  // MARK: Waves and bridges

  @Test(arguments: [["main"], ["early", "main"]])
  func everyInterfaceIsCountedOnce(waves: [String]) throws {
    var plan = SystemPlans.two()
    plan.generation.waves = .named(waves)
    plan.modules[0].wave = waves[0]
    let generated = try #require(try plan.withGeneratedWork().generated)
    #expect(generated.waves.count == waves.count)
    let estimate = generated.estimate
    let modules = estimate.modules.indices.reduce(Int64(0)) {
      $0 + estimate.effort(of: $1, in: generated.separation).mode
    }
    let interfaces = generated.separation.crossings.reduce(Int64(0)) { $0 + $1.cost }
    #expect(generated.total.mode == modules + interfaces && interfaces > 0)
  }

  @Test func wavesHaveBridgesWhereTheyAreNeeded() throws {
    var plan = SystemPlans.two()
    plan.generation.waves = .named(["early", "main"])
    plan.modules[0].wave = "early"
    let result = try plan.withGeneratedWork()
    let generated = try #require(result.generated)
    #expect(generated.waves.map(\.id) == ["early", "main"])
    // Both couplings between billing and metering cross, and their ends are cut over apart.
    #expect(generated.bridges == [0, 1])
    let bridge = try #require(result.task("bridge.billing--metering.table"))
    #expect(bridge.work?.kind == .bridge)
    #expect(
      result.task("wave.early.integration.retail")?.after.contains { $0.task == bridge.id } == true)
    #expect(
      result.task("bridge-removal.billing--metering.table")?.after.map(\.task)
        == ["wave.main.cutover"])
    #expect(
      result.task("wave.main.cutover")?.after.contains { $0.task == "wave.early.cutover" } == true)
  }

  @Test func modulesOfACycleStayInOneWaveWhenWavesAreCounted() throws {
    for seed in 0..<40 as Range<UInt64> {
      var plan = SystemPlans.random(seed: seed)
      plan.generation.waves = .count(3)
      guard let result = try? plan.withGeneratedWork(), let generated = result.generated else {
        continue
      }
      #expect(generated.bridges.isEmpty)
      var waveOf: [Int: Int] = [:]
      for (number, wave) in generated.waves.enumerated() {
        for module in wave.modules { waveOf[module] = number }
      }
      for crossing in generated.separation.crossings {
        let ends = WaveAssignment.ends(of: plan.system)[crossing.coupling]
        #expect(waveOf[ends.from] == waveOf[ends.to])
      }
    }
  }

  // MARK: What drives it

  @Test func withoutADriverTheWorkIsNoLonger() throws {
    let schedule = try SystemPlans.two().scheduled()
    let costs = try schedule.driverCosts()
    #expect(costs.map(\.driver) == ["D1", "D2"])
    for cost in costs {
      #expect(cost.effort >= 0)
      #expect(cost.gainedMinutes >= 0)
    }
    #expect(costs.contains { $0.effort > 0 })
  }

  @Test func aSmallTeamMakesTasksLonger() throws {
    var plan = SystemPlans.two()
    plan.teams = [
      Team(
        id: "COBOL", name: LocalizedText("COBOL"),
        capacity: [Team.Step(from: nil, thousandths: 1000)])
    ]
    let result = try plan.withGeneratedWork()
    let base = try SystemPlans.two().withGeneratedWork()
    let build = try #require(result.task("billing.build.retail"))
    #expect(
      build.duration?.thousandths ?? 0 > base.task("billing.build.retail")?.duration?.thousandths
        ?? 0)
    #expect(build.needs == [.init(team: "COBOL", thousandths: 1000)])
    #expect(
      result.generated?.remarks.contains {
        if case .teamTooSmall("billing.build.retail", "COBOL", _, _) = $0 { return true }
        return false
      } == true)
  }

  @Test func aChangedStrategyMakesTheWorkAnew() throws {
    var plan = SystemPlans.two()
    plan.tasks = [task("kick-off", "5d")]
    plan.generation.after = [.init(task: "kick-off")]
    plan.levers = [
      Lever(
        id: "keep", name: LocalizedText("keep"),
        changes: [
          .duration(.init(id: "metering.requirements"), .set(PlanDuration(2, .days))),
          .strategy(module: "billing", .keep),
        ])
    ]
    let result = try WhatIfResult.compare(plan, applying: [.lever("keep")])
    #expect(result.before.plan.task("billing.build.retail") != nil)
    #expect(result.after.plan.task("billing.build.retail") == nil)
    #expect(result.after.plan.task("metering.requirements")?.duration == PlanDuration(2, .days))
    #expect(result.gainedMinutes > 0)
    // A further change starts from there.
    let more = try result.after.plan.applying([
      .assign(Assignment("kick-off.duration=8d"))
    ])
    #expect(more.task("billing.build.retail") == nil)
  }

  @Test func handOffsAreWhereOwnersChange() throws {
    let schedule = try SystemPlans.two().scheduled()
    for handOff in schedule.handOffs() {
      let (from, to) = (schedule.plan.tasks[handOff.from], schedule.plan.tasks[handOff.to])
      #expect(from.owner != nil && to.owner != nil && from.owner != to.owner)
      if let since = handOff.waitsSince { #expect(since < handOff.date) }
    }
    #expect(!schedule.handOffs().isEmpty)
  }
}

extension Plan {
  /// The task with this id.
  fileprivate func task(_ id: String) -> PlanTask? { tasks.first { $0.id == id } }
}
