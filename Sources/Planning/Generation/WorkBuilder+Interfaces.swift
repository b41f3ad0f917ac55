internal import Scheduling
import SharedSystem

/// The work of couplings: contracts, interfaces, and bridges between waves.
extension WorkBuilder {
  /// The id of a crossing's contract.
  func contractID(_ crossing: PlanSeparation.Crossing) -> String {
    "contract.\(suffix(crossing))"
  }

  /// The id of one end of a crossing's interface.
  func interfaceID(_ crossing: PlanSeparation.Crossing, _ owner: Int) -> String {
    "interface.\(suffix(crossing)).\(self.owner(owner))"
  }

  /// With more than two owners, one coupling can cross for several of them.
  private func suffix(_ crossing: PlanSeparation.Crossing) -> String {
    let id = interfaceIDs[crossing.coupling]
    return separation.owners.count > 2 ? "\(id).\(owner(crossing.user))" : id
  }

  /// Adds a contract for each crossing coupling: it waits for the requirements of both ends.
  mutating func addContracts() {
    open(
      "separation.contracts", WorkNames.words(.contracts), GeneratedWork.Item(.contracts))
    for crossing in separation.crossings {
      let coupling = system.couplings[crossing.coupling]
      let (from, to) = ends[crossing.coupling]
      add(
        contractID(crossing),
        names.task(
          .contract, from: system.modules[from].name, to: system.modules[to].name, coupling),
        GeneratedWork.Item(.contract, wave: wave(of: from), crossing: crossing),
        durations.fixed("work.contract.\(coupling.kind.rawValue)", .weeks), owner: joint,
        drivers: ["D3"],
        after: [
          wait("\(coupling.from).requirements"), wait("\(coupling.to).requirements"),
        ])
    }
    close()
  }

  /// Adds both ends of the interface of each crossing coupling: each waits for the contract and
  /// for the design of its module.
  mutating func addInterfaces() {
    open("separation.interfaces", WorkNames.words(.interface), GeneratedWork.Item(.interface))
    for crossing in separation.crossings {
      let coupling = system.couplings[crossing.coupling]
      let (from, to) = ends[crossing.coupling]
      let sides = estimate.sides(
        ofCrossing: estimate.interfaceEffort(of: crossing.coupling))
      for (holder, module, half) in [
        (crossing.user, from, sides.user), (crossing.provider, to, sides.used),
      ] {
        let id = system.modules[module].id
        add(
          interfaceID(crossing, holder),
          names.task(
            .interface, from: system.modules[from].name, to: system.modules[to].name, coupling,
            owner: owner(holder)),
          GeneratedWork.Item(
            .interface, wave: wave(of: module), crossing: crossing, effort: half),
          durations.phase(developmentShare, of: half), owner: owner(holder), drivers: ["D3"],
          after: [wait(contractID(crossing))] + designs(of: id, owner(holder)))
      }
    }
    close()
  }

  /// Design, build and unit test: what an interface needs once its contract is signed. Its
  /// requirements are in the contract, its integration is the wave's.
  private var developmentShare: Int64 { share(.design) + share(.build) + share(.unitTest) }

  /// Adds the bridges between waves: built before the earlier wave, removed after the later one.
  mutating func addBridges() {
    guard !waves.bridges.isEmpty else { return }
    open("separation.bridges", WorkNames.words(.bridge), GeneratedWork.Item(.bridge))
    for coupling in waves.bridges {
      let (from, to) = ends[coupling]
      let effort = estimate.interfaceEffort(of: coupling)
      add(
        "bridge.\(interfaceIDs[coupling])",
        names.task(
          .bridge, from: system.modules[from].name, to: system.modules[to].name,
          system.couplings[coupling]),
        GeneratedWork.Item(
          .bridge, wave: waves.ids[firstWave(coupling)], coupling: coupling, effort: effort),
        durations.phase(developmentShare, of: effort), owner: joint, drivers: ["D3"],
        after: [
          wait("\(system.modules[from].id).requirements"),
          wait("\(system.modules[to].id).requirements"),
        ])
    }
    close()
  }

  /// The wave of a bridge's earlier end.
  func firstWave(_ coupling: Int) -> Int {
    min(waves.waveOfModule[ends[coupling].from], waves.waveOfModule[ends[coupling].to])
  }

  /// The wave of a bridge's later end.
  func lastWave(_ coupling: Int) -> Int {
    max(waves.waveOfModule[ends[coupling].from], waves.waveOfModule[ends[coupling].to])
  }

  private func designs(of module: String, _ owner: String) -> [PlanTask.Dependency] {
    [GeneratedWork.Kind.design, .fitGap, .accessDesign].map {
      wait("\(module).\($0.rawValue).\(owner)")
    }
  }
}
