internal import Scheduling
import SharedSystem

/// The work of modules: analysis, requirements, and for each owner design, build, test and data.
extension WorkBuilder {
  /// Adds what precedes the contracts: analysis, and requirements with the split policy.
  mutating func addRequirements(_ module: Int) {
    let id = system.modules[module].id
    let whole = estimate.effort(of: module, in: separation)
    open(
      "\(id).work", system.modules[module].name,
      GeneratedWork.Item(.module, wave: wave(of: module), effort: whole))
    let lead = lead(of: module)
    addPhase(.analysis, module, owner: lead, project: whole, drivers: ["D1", "D2"], after: [])
    addPhase(
      .requirements, module, owner: lead, project: whole, drivers: ["D1", "D3"],
      after: [wait("\(id).analysis")])
    close()
  }

  /// Adds what follows the contracts, until the wave is tested.
  mutating func addDevelopments(_ module: Int) {
    let id = system.modules[module].id
    let holders = separation.holders[module]
    let lead = lead(of: module)
    reopen("\(id).work")
    switch separation.strategies[module] {
    case .clone, .rebuild, .replatform, .rehost:
      for holder in holders { addDevelopment(module, holder, design: .design) }
    case .package:
      for holder in holders { addDevelopment(module, holder, design: .fitGap) }
    case .logical:
      for holder in holders { addDevelopment(module, holder, design: .accessDesign) }
    case .retire:
      addPhase(
        .archive, module, owner: lead, project: estimate.effort(of: module, in: separation),
        drivers: ["D4"], after: [wait("\(id).requirements")])
    case .keep: break
    }
    for loser in losers(of: module) {
      add(
        "\(id).access.\(owner(loser))",
        names.task(.access, system.modules[module].name, owner: owner(loser)),
        GeneratedWork.Item(.access, wave: wave(of: module)),
        durations.fixed("work.access", .weeks), owner: lead ?? owner(loser), module: module,
        drivers: ["D3"], after: [wait("\(id).requirements")])
    }
    close()
  }

  /// Who answers for a module as a whole: its only holder, else who does what is done together.
  func lead(of module: Int) -> String? {
    let holders = separation.holders[module]
    return holders.count == 1 ? owner(holders[0]) : joint
  }

  /// Design, build, test and data of one owner's instance.
  private mutating func addDevelopment(
    _ module: Int, _ holder: Int, design kind: GeneratedWork.Kind
  ) {
    let id = system.modules[module].id
    let owner = owner(holder)
    let project = estimate.effort(of: module, for: holder, in: separation)
    guard project.mode > 0 else { return }
    let contracts = crossings(of: module)
      .filter { $0.user == holder || $0.provider == holder }
      .map { wait(contractID($0)) }
    let design = "\(id).\(kind.rawValue).\(owner)"
    addPhase(
      kind, module, owner: owner, project: project, drivers: ["D1", "D3"],
      after: [wait("\(id).requirements")] + contracts)
    let build = "\(id).build.\(owner)"
    addPhase(
      .build, module, owner: owner, project: project, drivers: ["D1", "D2"],
      after: [wait(design)])
    // Part of the unit test overlaps with the build, the rest follows it. One link says so: between
    // two tasks Microsoft Project keeps only one.
    let overlap = estimate.defaults.value("work.overlap").mode
    let test = durations.phase(share(.unitTest), of: project)
    let rest = PlanDuration(
      Int((test.mode.thousandths * (1000 - overlap) / 1000 + 500) / 1000), .days)
    addPhase(
      .unitTest, module, owner: owner, project: project, drivers: ["D1", "D2"],
      after: [
        wait(build, .finishToFinish, .time(rest))
      ])
    if movesData(module) {
      addPhase(
        .dataRules, module, owner: owner, project: project, drivers: ["D4"],
        after: [wait("\(id).requirements")])
      addPhase(
        .migration, module, owner: owner, project: project, drivers: ["D4"],
        after: [wait("\(id).data-rules.\(owner)"), wait(design)])
    }
  }

  /// Whether data of a module are split or moved.
  func movesData(_ module: Int) -> Bool {
    switch separation.strategies[module] {
    case .keep, .logical, .retire: false
    case .clone, .rebuild, .replatform, .rehost, .package:
      (system.modules[module].data["rows"] ?? 0) > 0
    }
  }

  /// The share of a phase in a project's time and effort, in thousandths.
  func share(_ kind: GeneratedWork.Kind) -> Int64 {
    let defaults = estimate.defaults
    func part(_ key: String, of phase: String) -> Int64 {
      (defaults.value(phase).mode * defaults.value(key).mode + 500) / 1000
    }
    func rest(of phase: String, without keys: [String]) -> Int64 {
      let taken = keys.reduce(0) { $0 + defaults.value($1).mode }
      return defaults.value(phase).mode * max(0, 1000 - taken) / 1000
    }
    switch kind {
    case .analysis: return part("work.part.analysis", of: "phase.requirements")
    case .requirements: return rest(of: "phase.requirements", without: ["work.part.analysis"])
    case .design, .accessDesign, .fitGap: return defaults.value("phase.design").mode
    case .build: return defaults.value("phase.build").mode
    case .integration: return part("work.part.integration", of: "phase.test")
    case .crossTest: return part("work.part.crossTest", of: "phase.test")
    case .systemTest: return part("work.part.systemTest", of: "phase.test")
    case .unitTest:
      return rest(
        of: "phase.test",
        without: ["work.part.integration", "work.part.crossTest", "work.part.systemTest"])
    case .dataRules: return part("work.part.dataRules", of: "phase.migration")
    case .migration: return rest(of: "phase.migration", without: ["work.part.dataRules"])
    case .archive: return defaults.value("phase.migration").mode
    default: return 0
    }
  }

  /// Adds a phase of a module: for one owner when the phase has its own task for each.
  private mutating func addPhase(
    _ kind: GeneratedWork.Kind, _ module: Int, owner: String?, project: ThreePoint,
    drivers: Set<String>, after: [PlanTask.Dependency]
  ) {
    let isForEach: Bool =
      switch kind {
      case .analysis, .requirements, .archive: false
      default: true
      }
    let name = system.modules[module].name
    let effort = project.share(share(kind))
    let suffix = isForEach ? owner.map { ".\($0)" } ?? "" : ""
    add(
      "\(system.modules[module].id).\(kind.rawValue)\(suffix)",
      names.task(kind, name, owner: isForEach ? owner : nil),
      GeneratedWork.Item(kind, wave: wave(of: module), effort: effort),
      durations.phase(share(kind), of: project), owner: owner, module: module, drivers: drivers,
      after: after)
    switch kind {
    case .analysis, .build, .unitTest: staff(system.modules[module].language, for: effort)
    default: break
    }
  }
}
