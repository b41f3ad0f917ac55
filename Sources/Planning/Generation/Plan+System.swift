public import SharedSystem

extension Plan {
  /// Ids of the owners who can hold modules, in the plan's order.
  ///
  /// Those that say `holds`; of the others, those that modules name (today's holders, pins,
  /// permissions, entered efforts) when modules name at least two, else all.
  public var holders: [String] {
    var named: Set<String> = []
    for module in modules {
      named.formUnion(module.heldBy)
      named.formUnion(module.allowed ?? [])
      named.formUnion(module.keep.keys)
      if let owner = module.owner { named.insert(owner) }
    }
    let undecided = owners.filter { $0.holds == nil }
    let decides = undecided.filter { named.contains($0.id) }.count >= 2
    return owners.filter { owner in
      owner.holds ?? (!decides || named.contains(owner.id))
    }.map(\.id)
  }

  /// The shared system of the plan.
  public var system: SystemModel {
    SystemModel(
      owners: holders, modules: modules, couplings: couplings, information: information)
  }

  /// Whether work follows from the modules: there are some, two owners can hold them, and the plan
  /// does not say otherwise.
  public var generatesWork: Bool {
    generation.isEnabled ?? true && !modules.isEmpty && holders.count >= 2
  }

  /// Id of the owner who does what the companies do together; nil: nobody in particular.
  var jointOwner: String? {
    if let joint = generation.joint { return joint }
    let holders = Set(holders)
    let others = owners.filter { !holders.contains($0.id) }
    return others.count == 1 ? others[0].id : nil
  }
}
