import Planning
import SharedSystem

/// Writing the shared system.
extension PlanWriter {
  static func module(_ module: Module) -> YAMLNode {
    var fields = YAMLFields<ModuleKey>()
    fields.add(.id, .text(module.id))
    if let name = name(module.name, besides: module.id) { fields.add(.name, name) }
    fields.add(.owner, text: module.owner)
    if let allowed = module.allowed { fields.add(.allowed, .texts(allowed)) }
    fields.add(.heldBy, texts: module.heldBy)
    fields.add(.language, text: module.language)
    if !module.size.isEmpty {
      fields.add(.size, amounts(module.size, order: PlanBuilder.sizeMeasures))
    }
    if !module.data.isEmpty {
      fields.add(.data, amounts(module.data, order: PlanBuilder.dataMeasures))
    }
    if let strategy = module.strategy { fields.add(.strategy, .text(strategy.rawValue)) }
    fields.add(.drivers, texts: module.drivers)
    fields.add(.information, texts: module.information)
    if !module.keep.isEmpty { fields.add(.keep, amounts(module.keep)) }
    if let both = module.both { fields.add(.both, .thousandths(both)) }
    return fields.block
  }

  static func coupling(_ coupling: Coupling) -> YAMLNode {
    var fields = YAMLFields<CouplingKey>()
    fields.add(.from, .text(coupling.from))
    fields.add(.to, .text(coupling.to))
    fields.add(.kind, .text(coupling.kind.rawValue))
    if let cost = coupling.cost { fields.add(.cost, .thousandths(cost)) }
    fields.add(.information, texts: coupling.information)
    return fields.map
  }
}
