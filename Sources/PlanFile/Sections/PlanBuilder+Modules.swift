import Planning
import SharedSystem

/// The keys of a module.
enum ModuleKey: String, RecordKey {
  case id, name, group, wave, owner, allowed, heldBy, language, size, data, strategy, drivers,
    information
  case keep, both, notes, source, illustrative
}

/// The keys of a coupling.
enum CouplingKey: String, RecordKey {
  case from, to, kind, cost, information, mayCross, notes, source, illustrative
}

extension PlanBuilder {
  /// The measures of a module's size.
  static let sizeMeasures = [
    "kloc", "functionPoints", "screens", "batches", "tables", "files", "interfaces", "reports",
  ]
  /// The measures of a module's data.
  static let dataMeasures = ["rows", "tables", "gigabytes"]

  /// Reads the list of modules.
  mutating func readModules(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: ModuleKey.self), let id = define(.module, .id, in: fields)
      else { continue }
      var module = Module(id: id, name: name(fields[.name], or: id))
      module.location = location(fields.position)
      if let value = fields[.group] { module.group = prose(value) }
      if let value = fields[.wave] { module.wave = readWave(value) }
      if let value = fields[.owner] { module.owner = reference(.owner, value) }
      if let value = fields[.allowed] { module.allowed = readAllowed(value, module) }
      if let value = fields[.heldBy] { module.heldBy = referenceList(.owner, value) }
      if let value = fields[.language] { module.language = prose(value) }
      if let value = fields[.size] {
        module.size = readMeasures(value, known: PlanBuilder.sizeMeasures)
      }
      if let value = fields[.data] {
        module.data = readMeasures(value, known: PlanBuilder.dataMeasures)
      }
      if let value = fields[.strategy] { module.strategy = choice(value) }
      if let value = fields[.drivers] { module.drivers = wordList(value) }
      if let value = fields[.information] { module.information = proseList(value) }
      if let value = fields[.keep] { module.keep = readKeep(value) }
      if let value = fields[.both] { module.both = number(value) }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      plan.modules.append(module)
    }
  }

  /// Reads the list of couplings.
  mutating func readCouplings(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: CouplingKey.self) else { continue }
      let ends = [CouplingKey.from, .to].map { key -> String? in
        guard let value = fields[key] else {
          missing(key, in: fields)
          return nil
        }
        return reference(.module, value)
      }
      var kind = Coupling.Kind.table
      if let value = fields[.kind] {
        if let found = choice(value, of: Coupling.Kind.self) { kind = found }
      } else {
        missing(.kind, in: fields)
      }
      guard let from = ends[0], let to = ends[1] else { continue }
      if from == to { error(.selfCoupling(from), at: fields.position) }
      var coupling = Coupling(from: from, to: to, kind: kind)
      coupling.location = location(fields.position)
      if let value = fields[.cost] { coupling.cost = number(value) }
      if let value = fields[.information] { coupling.information = proseList(value) }
      if let value = fields[.mayCross] { coupling.mayCross = readMayCross(value) }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      plan.couplings.append(coupling)
    }
  }

  /// `true` (for all owners), `false` (for none), or the owners for whom it may.
  private mutating func readMayCross(_ value: Value) -> [String]? {
    if value.kind == .list { return referenceList(.owner, value) }
    return boolean(value) == false ? [] : nil
  }

  private mutating func readAllowed(_ list: Value, _ module: Module) -> [String] {
    var allowed: [String] = []
    for item in items(list) {
      if item.text == "both" {
        allowed.append("both")
      } else if let owner = reference(.owner, item) {
        allowed.append(owner)
      }
    }
    if let owner = module.owner, !allowed.contains(owner) {
      error(.ownerNotAllowed(owner), at: list.position)
    }
    return allowed
  }

  private mutating func readMeasures(_ value: Value, known: [String]) -> [String: Int64] {
    var result: [String: Int64] = [:]
    for (measure, place, value) in dictionary(value) {
      guard known.contains(measure) else {
        unknownKey(measure, known: known, at: place)
        continue
      }
      if !value.isNull, let amount = number(value) { result[measure] = amount }
    }
    return result
  }

  private mutating func readKeep(_ value: Value) -> [String: Int64] {
    var result: [String: Int64] = [:]
    for (owner, place, value) in dictionary(value) {
      references.append(Reference(kind: .owner, id: owner, position: place))
      if !value.isNull, let effort = number(value) { result[owner] = effort }
    }
    return result
  }

  /// A list of texts for people.
  private mutating func proseList(_ value: Value) -> [String] {
    items(value).compactMap { prose($0) }
  }
}
