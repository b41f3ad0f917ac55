internal import Scheduling
import SharedSystem

/// The work of waves: integration, tests, rehearsals, cutover, and what follows.
extension WorkBuilder {
  /// What a wave consists of.
  private struct Contents {
    let index: Int
    /// Modules with work, ascending.
    let modules: [Int]
    /// Owners who hold one of them, ascending.
    let owners: [Int]
    let crossings: [PlanSeparation.Crossing]
    /// By owner, the effort of its project, with its ends of interfaces.
    let projects: [ThreePoint]
    /// By owner, the effort for the modules alone.
    let efforts: [ThreePoint]
    /// The drivers of its modules.
    let drivers: Set<String>
    /// Whether anything is built, moved or connected.
    let hasDevelopment: Bool
    let movesData: Bool
  }

  private func contents(_ wave: Int, _ touched: [Int]) -> Contents {
    let modules = touched.filter { waves.waveOfModule[$0] == wave }
    let here = Set(modules)
    let crossings = separation.crossings.filter {
      here.contains(ends[$0.coupling].from) || here.contains(ends[$0.coupling].to)
    }
    var owners = Set(modules.flatMap { separation.holders[$0] })
    for crossing in crossings { owners.formUnion([crossing.user, crossing.provider]) }
    let efforts = estimate.efforts(of: modules, in: separation)
    // An end of an interface belongs to the wave of its module.
    var projects = efforts
    for crossing in crossings {
      let sides = estimate.sides(ofCrossing: estimate.interfaceEffort(of: crossing.coupling))
      let (from, to) = ends[crossing.coupling]
      if here.contains(from) { projects[crossing.user] = projects[crossing.user] + sides.user }
      if here.contains(to) {
        projects[crossing.provider] = projects[crossing.provider] + sides.used
      }
    }
    return Contents(
      index: wave, modules: modules, owners: owners.sorted(), crossings: crossings,
      projects: projects, efforts: efforts,
      drivers: Set(modules.flatMap { system.modules[$0].drivers }),
      hasDevelopment: !crossings.isEmpty
        || modules.contains { separation.strategies[$0] != .keep },
      movesData: modules.contains { movesData($0) })
  }

  /// Adds the work of all waves, and the milestones behind them.
  ///
  /// - Returns: the waves with their modules and projects.
  mutating func addWaves(_ touched: [Int]) -> [GeneratedWork.Wave] {
    var result: [GeneratedWork.Wave] = []
    for wave in waves.ids.indices {
      let contents = contents(wave, touched)
      guard !contents.modules.isEmpty else { continue }
      let id = "wave.\(waves.ids[wave])"
      open(
        id,
        names.task(.wave, wave: shown(wave: wave)),
        GeneratedWork.Item(.wave, wave: waves.ids[wave]))
      addTests(id, contents)
      addRehearsals(id, contents)
      addCutover(id, contents, after: result.last.map { "wave.\($0.id).cutover" })
      close()
      result.append(
        GeneratedWork.Wave(
          id: waves.ids[wave], modules: contents.modules, efforts: contents.projects))
    }
    add(
      "separation.operation", WorkNames.words(.operation), GeneratedWork.Item(.operation), nil,
      owner: joint,
      after: result.map { wait("wave.\($0.id).cutover") })
    addClosing(touched)
    return result
  }

  private mutating func addTests(_ id: String, _ contents: Contents) {
    guard contents.hasDevelopment else { return }
    let wave = waves.ids[contents.index]
    let here = Set(contents.modules)
    for holder in contents.owners {
      let owner = owner(holder)
      var after = contents.modules.flatMap { module -> [PlanTask.Dependency] in
        let id = system.modules[module].id
        return [wait("\(id).unit-test.\(owner)"), wait("\(id).requirements")]
      }
      after += contents.crossings.filter { $0.user == holder || $0.provider == holder }
        .map { wait(interfaceID($0, holder)) }
      after += waves.bridges.filter { firstWave($0) == contents.index }
        .filter { here.contains(ends[$0].from) || here.contains(ends[$0].to) }
        .map { wait("bridge.\(interfaceIDs[$0])") }
      addWavePhase(.integration, id, contents, holder, ["D1", "D3"], after: after)
    }
    let integrated = contents.owners.map { wait("\(id).integration.\(owner($0))") }
    if contents.owners.count > 1 {
      let largest = contents.projects.max { $0.mode < $1.mode } ?? .zero
      add(
        "\(id).cross-test", names.task(.crossTest, wave: shown(wave: contents.index)),
        GeneratedWork.Item(
          .crossTest, wave: wave,
          effort: contents.efforts.reduce(.zero, +).share(share(.crossTest))),
        durations.phase(share(.crossTest), of: largest), owner: joint,
        drivers: contents.drivers.intersection(["D3", "D4"]),
        after: integrated + contents.crossings.map { wait(contractID($0)) })
    }
    for holder in contents.owners {
      addWavePhase(
        .systemTest, id, contents, holder, ["D4"],
        after: contents.owners.count > 1 ? [wait("\(id).cross-test")] : integrated)
    }
  }

  /// Adds a phase of one owner's project in a wave.
  private mutating func addWavePhase(
    _ kind: GeneratedWork.Kind, _ id: String, _ contents: Contents, _ holder: Int,
    _ drivers: Set<String>, after: [PlanTask.Dependency]
  ) {
    let effort = contents.efforts[holder].share(share(kind))
    add(
      "\(id).\(kind.rawValue).\(owner(holder))",
      names.task(kind, wave: shown(wave: contents.index), owner: owner(holder)),
      GeneratedWork.Item(
        kind, wave: waves.ids[contents.index], effort: effort),
      durations.phase(share(kind), of: contents.projects[holder]), owner: owner(holder),
      drivers: contents.drivers.intersection(drivers), after: after)
  }

  private mutating func addRehearsals(_ id: String, _ contents: Contents) {
    guard contents.hasDevelopment else { return }
    let wave = waves.ids[contents.index]
    let shown = shown(wave: contents.index)
    let tests = contents.owners.map { wait("\(id).system-test.\(owner($0))") }
    let count = contents.movesData ? rehearsals : 0
    let tools = contents.modules.flatMap { module in
      contents.owners.map { wait("\(system.modules[module].id).migration.\(owner($0))") }
    }
    let spacing = PlanTask.Lag.time(durations.fixed("gates.rehearsalSpacing", .elapsedWeeks).mode)
    for number in 1..<(count + 1) {
      var after = number == 1 ? tools : []
      if number > 1 { after.append(wait("\(id).rehearsal-\(number - 1)", .finishToStart, spacing)) }
      // The last two rehearse what has passed the system test.
      if number > count - 2 { after += tests }
      add(
        "\(id).rehearsal-\(number)",
        names.task(.rehearsal, wave: shown, number: number),
        GeneratedWork.Item(.rehearsal, wave: wave), cutoverSpan(contents), owner: joint,
        drivers: contents.drivers.intersection(["D4"]), calendar: plan.generation.rehearsals,
        after: after)
    }
    let before = max(1, count - 1)
    add(
      "\(id).parallel-run", names.task(.parallelRun, wave: shown),
      GeneratedWork.Item(.parallelRun, wave: wave),
      durations.fixed("gates.parallelRun", .calendarMonths), owner: joint,
      drivers: contents.drivers.intersection(["D4"]),
      after: tests + [wait("\(id).rehearsal-\(before)")])
    for holder in contents.owners {
      add(
        "\(id).training.\(owner(holder))",
        names.task(.training, wave: shown, owner: owner(holder)),
        GeneratedWork.Item(.training, wave: wave), durations.fixed("work.training", .weeks),
        owner: owner(holder), after: [wait("\(id).system-test.\(owner(holder))")])
    }
  }

  /// How many times migration is rehearsed.
  private var rehearsals: Int {
    max(1, Int((estimate.defaults.value("gates.rehearsals").mode + 500) / 1000))
  }

  private mutating func addCutover(_ id: String, _ contents: Contents, after previous: String?) {
    let wave = waves.ids[contents.index]
    let shown = shown(wave: contents.index)
    var ready: [PlanTask.Dependency] = [wait("\(id).parallel-run")]
    if contents.movesData { ready.append(wait("\(id).rehearsal-\(rehearsals)")) }
    ready += contents.owners.map { wait("\(id).training.\(owner($0))") }
    ready += contents.modules.flatMap { module -> [PlanTask.Dependency] in
      let module = system.modules[module].id
      return [wait("\(module).archive"), wait("\(module).requirements")]
    }
    add(
      "\(id).go-no-go", names.task(.goNoGo, wave: shown),
      GeneratedWork.Item(.goNoGo, wave: wave), durations.fixed("gates.goNoGo", .weeks),
      owner: joint, after: ready)
    var after = [wait("\(id).go-no-go")]
    if let previous { after.append(wait(previous)) }
    add(
      "\(id).cutover", names.task(.cutover, wave: shown),
      GeneratedWork.Item(.cutover, wave: wave), cutoverSpan(contents), owner: joint,
      drivers: contents.drivers.intersection(["D4"]), calendar: plan.generation.window,
      after: after)
    add(
      "\(id).stabilisation", names.task(.stabilisation, wave: shown),
      GeneratedWork.Item(.stabilisation, wave: wave),
      durations.fixed("gates.stabilisation", .calendarMonths), owner: joint,
      after: [wait("\(id).cutover")])
  }

  /// The hours of a cutover: the longest migration of a module, with its verification.
  private func cutoverSpan(_ contents: Contents) -> WorkDurations.Span {
    let defaults = estimate.defaults
    let rows =
      contents.modules.filter { movesData($0) }
      .map { system.modules[$0].data["rows"] ?? 0 }.max() ?? 0
    func hours(_ throughput: Int64) -> PlanDuration {
      // Rows are thousandths of a row, throughput thousandths of a million rows an hour.
      let streams = max(1000, defaults.value("migration.streams").mode)
      let perHour = max(1, throughput * 1000 * streams / 1000)
      let load = (rows + perHour * 1000 - 1) / (perHour * 1000)
      let verified = load * (1000 + defaults.value("migration.verifyShare").mode) / 1000
      return PlanDuration(
        Int(max(defaults.value("migration.leastHours").mode / 1000, verified)), .hours)
    }
    let rate = defaults.value("migration.throughput")
    return WorkDurations.Span(low: hours(rate.high), mode: hours(rate.mode), high: hours(rate.low))
  }

  /// Adds what ends the old paths: removal of bridges, decommissioning and verification.
  private mutating func addClosing(_ touched: [Int]) {
    open("separation.closing", WorkNames.words(.decommission), GeneratedWork.Item(.decommission))
    for coupling in waves.bridges {
      let (from, to) = ends[coupling]
      add(
        "bridge-removal.\(interfaceIDs[coupling])",
        names.task(
          .bridgeRemoval, from: system.modules[from].name, to: system.modules[to].name,
          system.couplings[coupling]),
        GeneratedWork.Item(.bridgeRemoval, wave: waves.ids[lastWave(coupling)], coupling: coupling),
        durations.fixed("work.bridgeRemoval", .weeks), owner: joint, drivers: ["D3"],
        after: [wait("wave.\(waves.ids[lastWave(coupling)]).cutover")])
    }
    var verified: [PlanTask.Dependency] = []
    for module in touched { verified += closePaths(of: module) }
    close()
    add(
      "separation.complete", WorkNames.words(.separated), GeneratedWork.Item(.separated), nil,
      owner: joint,
      after: verified + waves.bridges.map { wait("bridge-removal.\(interfaceIDs[$0])") }
        + [wait("separation.operation")])
  }

  /// The old paths of a module: the old instance when a new one replaces it, and the access of
  /// everybody who loses it.
  private mutating func closePaths(of module: Int) -> [PlanTask.Dependency] {
    let id = system.modules[module].id
    let wave = wave(of: module)
    let name = system.modules[module].name
    let holders = separation.holders[module]
    let lead = lead(of: module)
    let after = [wait("wave.\(wave).stabilisation"), wait("wave.\(wave).cutover")]
    var result: [PlanTask.Dependency] = []
    switch separation.strategies[module] {
    case .clone, .rebuild, .replatform, .rehost, .package, .retire:
      add(
        "\(id).decommission", names.task(.decommission, name),
        GeneratedWork.Item(.decommission, wave: wave),
        durations.fixed("work.decommission", .weeks), owner: lead, module: module,
        drivers: ["D4"], after: after)
      result.append(wait("\(id).decommission"))
    case .keep, .logical: break
    }
    for loser in losers(of: module) {
      let owner = owner(loser)
      add(
        "\(id).decommission.\(owner)", names.task(.decommission, name, owner: owner),
        GeneratedWork.Item(.decommission, wave: wave),
        durations.fixed("work.decommission", .weeks), owner: lead, module: module,
        drivers: ["D3"], after: after + [wait("\(id).access.\(owner)")])
      result.append(wait("\(id).decommission.\(owner)"))
    }
    let isShared = holders.count > 1
    guard isShared || !losers(of: module).isEmpty else { return result }
    add(
      "\(id).verification", names.task(.verification, name),
      GeneratedWork.Item(.verification, wave: wave), durations.fixed("work.verification", .weeks),
      owner: joint, module: module, after: result.isEmpty ? after : result)
    return [wait("\(id).verification")]
  }
}
