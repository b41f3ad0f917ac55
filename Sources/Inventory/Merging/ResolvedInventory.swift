import PlanFile
import Planning
import SharedSystem

/// An inventory whose modules have ids and whose couplings lead to them.
struct ResolvedInventory {
  /// A row for a table of the plan.
  struct Row {
    var id: String
    var values: [String: String]
    var names: [String: String] = [:]
    var position: Position
    /// For couplings, whether the kind is only assumed.
    var isKindAssumed = false
  }

  private(set) var modules: [Row] = []
  private(set) var couplings: [Row] = []
  private(set) var rejections: [Rejection] = []
  private(set) var remarks = RemarkList()
  private(set) var owners: OwnerCells

  private var indexOf: [String: Int] = [:]
  private var references: [String: String] = [:]
  private var codes: [String: String] = [:]
  private var names: [String: String] = [:]
  private var knownIDs: Set<String> = []
  private var knownNames: [String: String] = [:]
  private var slugs: [String: Set<String>] = [:]
  private static let ambiguous = ""
  private static let spellings = 50

  /// Gives ids and looks up ends.
  ///
  /// - Parameters:
  ///   - raw: what the files say.
  ///   - plan: the plan to merge into; nil for a new one.
  /// - Complexity: O(rows) expected time.
  init(_ raw: RawInventory, plan: Plan?, _ options: InventoryOptions) {
    owners = OwnerCells(OwnerDirectory(plan: plan, given: options.owners))
    for module in plan?.modules ?? [] {
      knownIDs.insert(module.id)
      for name in [module.name.plain].compactMap(\.self) + module.name.byLanguage.values {
        let key = Folding.key(name)
        let isNew = knownNames[key] == nil || knownNames[key] == module.id
        knownNames[key] = isNew ? module.id : ResolvedInventory.ambiguous
      }
    }
    rejections = raw.rejections
    remarks = raw.remarks
    owners.decide(raw.modules)
    let listsModules = raw.listsModules || !knownIDs.isEmpty
    let creates = raw.impliesModules || options.addsMissing || !listsModules
    collectSlugs(raw, withEnds: creates)
    for module in raw.modules { add(module) }
    addCouplings(raw.couplings, creates: creates)
    for index in modules.indices { owners.replace(in: &modules[index].values) }
    for index in couplings.indices { owners.replace(in: &couplings[index].values) }
    remarks.add(owners.remarks)
  }

  /// Which different names come to the same id: `A B` and `A-B`.
  private mutating func collectSlugs(_ raw: RawInventory, withEnds: Bool) {
    func note(_ name: String) {
      let slug = StableID.fromName(name, prefix: "m")
      slugs[slug, default: []].insert(Folding.key(name))
    }
    for module in raw.modules {
      if let id = module.code.flatMap(StableID.fromCode) {
        slugs[id, default: []].insert(Folding.key(id))
      } else {
        note(module.name)
      }
    }
    for coupling in withEnds ? raw.couplings : [] {
      note(coupling.from)
      note(coupling.to)
    }
  }

  /// The id of a name: the plan's own, when it has a module of that name.
  private func id(forName name: String) -> String {
    let key = Folding.key(name)
    if let known = knownNames[key], known != ResolvedInventory.ambiguous { return known }
    let slug = StableID.fromName(name, prefix: "m")
    // Of several names for one id, the one that is spelt like the id has it.
    if let others = slugs[slug], others.count > 1, key != slug {
      return "\(slug)-\(StableID.hash(name))"
    }
    return slug
  }

  private mutating func add(_ raw: RawInventory.RawModule) {
    var id = raw.code.flatMap(StableID.fromCode) ?? ""
    if raw.code != nil, id.isEmpty {
      remarks.add(
        "id-from-name", example: raw.code,
        en: "codes that cannot be ids; the ids were made of the names",
        ja: "ID に使えないコード（名称から ID を作ります）")
    }
    if id.isEmpty || id == "both" { id = self.id(forName: raw.name) }
    if let index = indexOf[id] {
      let first = modules[index].position
      guard !raw.isListed || raw.isRepeatable else {
        reject(duplicate: id, raw.name, first, at: raw.position)
        return
      }
      modules[index].values.merge(raw.values) { old, _ in old }
      if raw.name != raw.reference, modules[index].values["name"] == raw.reference {
        modules[index].values["name"] = raw.name
      }
      return
    }
    var row = Row(id: id, values: raw.values, names: raw.names, position: raw.position)
    row.values["id"] = id
    if !raw.name.isEmpty { row.values["name"] = raw.name }
    indexOf[id] = modules.count
    modules.append(row)
    if !raw.reference.isEmpty {
      references[raw.reference] = id
      ResolvedInventory.note(Folding.key(raw.reference), id, in: &codes)
    }
    for name in Set([raw.name] + raw.names.values) where !name.isEmpty {
      ResolvedInventory.note(Folding.key(name), id, in: &names)
    }
  }

  private static func note(_ key: String, _ id: String, in table: inout [String: String]) {
    table[key] = table[key] == nil || table[key] == id ? id : ambiguous
  }

  private mutating func reject(
    duplicate id: String, _ name: String, _ first: Position, at position: Position
  ) {
    rejections.append(
      Rejection(
        "duplicate", at: position,
        en: "`\(Message.shown(name))` is the same module as in line \(first.line) (`\(id)`)",
        ja: "「\(Message.shown(name))」は \(first.line) 行目と同じモジュールです（`\(id)`）"))
  }

  /// The id that an end of a coupling means; empty when several modules are called so.
  private func target(of end: String) -> String? {
    if let id = references[end] { return id }
    if indexOf[end] != nil || knownIDs.contains(end) { return end }
    let key = Folding.key(end)
    if let id = codes[key] ?? names[key] { return id }
    return knownNames[key]
  }

  private mutating func addCouplings(_ raw: [RawInventory.RawCoupling], creates: Bool) {
    var targets: [String: String] = [:]
    var seen: [String: Position] = [:]
    var suggestions: [String: String?] = [:]
    for coupling in raw {
      var ends: [String] = []
      let pair = [coupling.from, coupling.to]
      // Of a coupling that is rejected anyway, no end becomes a module.
      let creates =
        creates && pair.contains { targets[$0] == nil } && canLead(coupling)
      for end in pair {
        if let known = targets[end] {
          ends.append(known)
          continue
        }
        var id = target(of: end)
        if id == nil, creates {
          var module = RawInventory.RawModule(position: coupling.position)
          module.name = end
          module.code = StableID.isCode(end) ? end : nil
          module.isListed = false
          add(module)
          id = target(of: end)
        }
        guard let id else { break }
        targets[end] = id
        ends.append(id)
      }
      if let rejection = check(coupling, ends, &suggestions) {
        rejections.append(rejection)
        continue
      }
      var row = Row(
        id: "\(ends[0]) → \(ends[1])", values: coupling.values, position: coupling.position)
      row.values["from"] = ends[0]
      row.values["to"] = ends[1]
      row.isKindAssumed = row.values.removeValue(forKey: "kind?") != nil
      let key = [
        ends[0], ends[1], row.values["kind"] ?? "", row.values["source"] ?? "",
      ].joined(separator: "\u{0}")
      if let first = seen[key] {
        rejections.append(
          Rejection(
            "duplicate", at: coupling.position,
            en:
              "\(ResolvedInventory.shown(coupling)) is the same coupling as in line \(first.line)",
            ja: "\(ResolvedInventory.shown(coupling)) は \(first.line) 行目と同じ連係です"))
        continue
      }
      seen[key] = coupling.position
      couplings.append(row)
    }
  }

  /// Whether a coupling leads from one module to another, once its unknown ends are modules.
  private func canLead(_ coupling: RawInventory.RawCoupling) -> Bool {
    let (from, to) = (target(of: coupling.from), target(of: coupling.to))
    if from == nil, to == nil { return Folding.key(coupling.from) != Folding.key(coupling.to) }
    return from != ResolvedInventory.ambiguous && to != ResolvedInventory.ambiguous
  }

  private static func shown(_ coupling: RawInventory.RawCoupling) -> String {
    "`\(Message.shown(coupling.from)) → \(Message.shown(coupling.to))`"
  }

  private mutating func check(
    _ coupling: RawInventory.RawCoupling, _ ends: [String], _ suggestions: inout [String: String?]
  ) -> Rejection? {
    if ends.isEmpty, Folding.key(coupling.from) == Folding.key(coupling.to) {
      return ResolvedInventory.selfCoupling(coupling)
    }
    if ends.count < 2 {
      let missing = ends.isEmpty ? coupling.from : coupling.to
      if suggestions[missing] == nil, suggestions.count < ResolvedInventory.spellings {
        let known = modules.lazy.compactMap { $0.values["name"] }.prefix(5000)
        suggestions[missing] = .some(NearestSpelling.of(missing, among: known))
      }
      let nearest = suggestions[missing].flatMap(\.self)
      return Rejection(
        "unknown-module", at: coupling.position,
        en: "`\(Message.shown(missing))` is no module"
          + (nearest.map { "; maybe `\(Message.shown($0))`" } ?? ""),
        ja: "「\(Message.shown(missing))」というモジュールがありません"
          + (nearest.map { "（もしかして「\(Message.shown($0))」）" } ?? ""))
    }
    if let index = ends.firstIndex(of: ResolvedInventory.ambiguous) {
      let end = index == 0 ? coupling.from : coupling.to
      return Rejection(
        "ambiguous", at: coupling.position,
        en: "several modules are called `\(Message.shown(end))`",
        ja: "「\(Message.shown(end))」という名のモジュールが複数あります")
    }
    return ends[0] == ends[1] ? ResolvedInventory.selfCoupling(coupling) : nil
  }

  private static func selfCoupling(_ coupling: RawInventory.RawCoupling) -> Rejection {
    Rejection(
      "self-coupling", at: coupling.position, en: "`\(Message.shown(coupling.from))` uses itself",
      ja: "「\(Message.shown(coupling.from))」が自分自身を使っています")
  }
}
