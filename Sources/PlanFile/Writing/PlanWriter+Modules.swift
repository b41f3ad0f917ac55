import Planning
import SharedSystem

/// Writing the shared system.
extension PlanWriter {
  static func module(_ module: Module) -> YAMLNode {
    var fields = YAMLFields<ModuleKey>()
    fields.add(.id, .text(module.id))
    if let name = name(module.name, besides: module.id) { fields.add(.name, name) }
    fields.add(.group, text: module.group)
    fields.add(.wave, text: module.wave)
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
    if let owners = coupling.mayCross {
      fields.add(.mayCross, owners.isEmpty ? .value("false") : .texts(owners))
    }
    return fields.map
  }

  static func information(_ information: InformationClass) -> YAMLNode {
    var fields = YAMLFields<InformationKey>()
    fields.add(.id, .text(information.id))
    if let name = name(information.name, besides: information.id) { fields.add(.name, name) }
    if let entitled = information.entitled { fields.add(.entitled, .texts(entitled)) }
    return fields.map
  }

  /// How work is generated; nil when the plan says nothing about it. A plan whose generated tasks
  /// are written with the others must not generate them again.
  static func generation(_ plan: Plan) -> YAMLNode? {
    let settings = plan.generation
    var fields = YAMLFields<GenerationKey>()
    if plan.generated != nil {
      fields.add(.enabled, .value("false"))
    } else if let isEnabled = settings.isEnabled {
      fields.add(.enabled, .value(isEnabled ? "true" : "false"))
    }
    if !settings.after.isEmpty { fields.add(.after, .list(settings.after.map(dependency))) }
    switch settings.waves {
    case .count(1): break
    case .count(let count): fields.add(.waves, .number(count))
    case .named(let names): fields.add(.waves, .texts(names))
    }
    fields.add(.window, text: settings.window)
    fields.add(.rehearsals, text: settings.rehearsals)
    fields.add(.joint, text: settings.joint)
    if settings.rule != .juas { fields.add(.rule, .text(settings.rule.rawValue)) }
    if let rate = settings.rate { fields.add(.rate, .number(rate)) }
    return fields.fields.isEmpty ? nil : fields.block
  }

  static func defaults(_ figures: [String: [Int64]]) -> YAMLNode {
    .block(
      figures.keys.sorted().map { key in
        let values = figures[key] ?? []
        return (
          key, values.count == 1 ? .thousandths(values[0]) : .list(values.map { .thousandths($0) })
        )
      })
  }
}
