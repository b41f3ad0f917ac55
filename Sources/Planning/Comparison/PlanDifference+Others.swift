internal import Scheduling
internal import SharedSystem

/// The rows of everything but tasks.
struct OtherRows {
  private(set) var rows: [PlanDifference.Row] = []

  /// - Complexity: O(modules + couplings + calendars + levers + …).
  init(_ before: Plan, _ after: Plan, _ scope: PlanDifference.Scope) {
    compare(.project, [OtherRows.project(before, scope)], [OtherRows.project(after, scope)])
    compare(.calendar, OtherRows.calendars(before), OtherRows.calendars(after))
    compare(.owner, OtherRows.owners(before, scope), OtherRows.owners(after, scope))
    guard scope == .everything else { return }
    compare(.information, OtherRows.information(before), OtherRows.information(after))
    compare(.module, OtherRows.modules(before), OtherRows.modules(after))
    compare(.coupling, OtherRows.couplings(before), OtherRows.couplings(after))
    compare(.crossing, OtherRows.crossings(before), OtherRows.crossings(after))
    compare(.team, OtherRows.teams(before), OtherRows.teams(after))
    compare(.lever, OtherRows.levers(before), OtherRows.levers(after))
    compare(.scenario, OtherRows.scenarios(before), OtherRows.scenarios(after))
    compare(.estimate, OtherRows.defaults(before), OtherRows.defaults(after))
  }

  /// A thing with an id, what is shown of it, and the fields that are compared.
  private struct Entry {
    var id: String
    var shown = ""
    var fields: [Field] = []

    /// A field whose values are short enough to be shown.
    mutating func add(_ key: String, _ texts: [String]) {
      fields.append(Field(key: key, texts: texts, whole: AnyHashable(texts)))
    }

    /// A field with one value or none.
    mutating func add(_ key: String, _ text: String?) { add(key, text.map { [$0] } ?? []) }

    /// A field of which only is said that it differs.
    mutating func add(_ key: String, hidden whole: some Hashable) {
      fields.append(Field(key: key, texts: [], whole: AnyHashable(whole)))
    }
  }

  private struct Field {
    var key: String
    var texts: [String]
    var whole: AnyHashable
  }

  private mutating func compare(
    _ kind: PlanDifference.Row.Kind, _ old: [Entry], _ new: [Entry]
  ) {
    let (old, new) = (OtherRows.toldApart(old), OtherRows.toldApart(new))
    let index = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(old.map(\.id))
    for entry in old {
      guard let other = index[entry.id] else {
        rows.append(
          .init(mark: .removed, kind: kind, id: entry.id, before: entry.shown, after: nil))
        continue
      }
      let parts = OtherRows.parts(entry, other)
      if !parts.isEmpty || entry.shown != other.shown {
        rows.append(
          .init(
            mark: .changed, kind: kind, id: entry.id, before: entry.shown, after: other.shown,
            parts: parts))
      }
    }
    for entry in new where !known.contains(entry.id) {
      rows.append(.init(mark: .added, kind: kind, id: entry.id, before: nil, after: entry.shown))
    }
  }

  /// Things that are called the same (two couplings of a kind between two modules) get numbers.
  private static func toldApart(_ entries: [Entry]) -> [Entry] {
    var count: [String: Int] = [:]
    return entries.map { entry in
      var entry = entry
      count[entry.id, default: 0] += 1
      if let number = count[entry.id], number > 1 { entry.id += " #\(number)" }
      return entry
    }
  }

  private static func parts(_ old: Entry, _ new: Entry) -> [PlanDifference.Part] {
    zip(old.fields, new.fields).compactMap { old, new in
      guard old.whole != new.whole else { return nil }
      let (was, isNow) = (Set(old.texts), Set(new.texts))
      return .init(
        key: old.key, removed: old.texts.filter { !isNow.contains($0) },
        added: new.texts.filter { !was.contains($0) })
    }
  }

  // MARK: The project and its calendars

  private static func project(_ plan: Plan, _ scope: PlanDifference.Scope) -> Entry {
    var entry = Entry(id: "")
    entry.add("name", hidden: plan.name)
    entry.add("start", day(plan.start))
    entry.add("target", plan.target.map(lastDay))
    entry.add("cutover", plan.cutover)
    entry.add("statusDate", plan.statusDate.map(day))
    entry.add("calendar", plan.calendar)
    entry.add("currency", plan.currency)
    entry.add("hoursPerDay", hidden: plan.units)
    entry.add("lagCalendar", plan.lagCalendar.rawValue)
    entry.add("constraints", plan.constraintRule.rawValue)
    entry.add("criticalPaths", plan.criticalPaths.rawValue)
    entry.add("progress", hidden: plan.progressRule)
    guard scope == .everything else { return entry }
    let generation = plan.generation
    switch generation.waves {
    case .count(let count): entry.add("waves", "\(count)")
    case .named(let names): entry.add("waves", names)
    }
    entry.add("rule", generation.rule.rawValue)
    entry.add("rate", generation.rate.map { "\($0)" })
    entry.add("window", generation.window)
    entry.add("rehearsals", generation.rehearsals)
    entry.add("joint", generation.joint)
    entry.add("after", generation.after.map(\.text))
    return entry
  }

  private static func calendars(_ plan: Plan) -> [Entry] {
    plan.calendars.map { own in
      let calendar = own.calendar
      var entry = Entry(id: own.id)
      entry.add("name", hidden: own.name)
      entry.add("week", hidden: calendar.week)
      entry.add("weeks", hidden: calendar.workWeeks)
      entry.add("holidays", calendar.holidayRules.map(\.rawValue))
      entry.add(
        "closed",
        calendar.yearlyClosures.map { closure in
          func day(_ month: Int, _ day: Int) -> String {
            "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          }
          return range(
            day(closure.firstMonth, closure.firstDay), day(closure.lastMonth, closure.lastDay))
        } + calendar.closed.map { range("\($0.first)", "\($0.last)") })
      let open = calendar.open.sorted { $0.date < $1.date }
      entry.fields.append(
        Field(key: "open", texts: open.map { "\($0.date)" }, whole: AnyHashable(open)))
      entry.add("windows", (calendar.windows ?? []).map { range(day($0.start), lastDay($0.end)) })
      return entry
    }
  }

  private static func range(_ first: String, _ last: String) -> String {
    first == last ? first : "\(first)/\(last)"
  }

  private static func day(_ instant: Instant) -> String {
    instant.minuteOfDay == 0 ? "\(instant.date)" : "\(instant)"
  }

  /// The day that ends at an instant.
  private static func lastDay(_ instant: Instant) -> String {
    instant.minuteOfDay == 0 ? "\(instant.date.adding(days: -1))" : "\(instant)"
  }

  // MARK: Who takes part

  private static func owners(_ plan: Plan, _ scope: PlanDifference.Scope) -> [Entry] {
    plan.owners.map { owner in
      var entry = Entry(id: owner.id)
      entry.add("name", hidden: owner.name)
      entry.add("calendar", owner.calendar)
      if scope == .everything { entry.add("holds", owner.holds.map { $0 ? "true" : "false" }) }
      return entry
    }
  }

  private static func information(_ plan: Plan) -> [Entry] {
    plan.information.map { information in
      var entry = Entry(id: information.id)
      entry.add("name", hidden: information.name)
      entry.add("entitled", information.entitled ?? [])
      return entry
    }
  }

  private static func teams(_ plan: Plan) -> [Entry] {
    plan.teams.map { team in
      var entry = Entry(id: team.id)
      entry.add("name", hidden: team.name)
      entry.add(
        "capacity",
        team.capacity.map { step in
          let units = DecimalText.thousandths(step.thousandths)
          return step.from.map { "\(units) from \(day($0))" } ?? units
        })
      return entry
    }
  }

  // MARK: The shared system

  private static func modules(_ plan: Plan) -> [Entry] {
    plan.modules.indices.map { index in
      let module = plan.modules[index]
      var shown: [String] = []
      if let separation = plan.generated?.separation {
        shown.append(separation.holders[index].map { separation.owners[$0] }.joined(separator: "+"))
        shown.append(separation.strategies[index].rawValue)
      } else {
        shown = [module.owner, module.strategy?.rawValue].compactMap { $0 }
      }
      var entry = Entry(id: module.id, shown: shown.joined(separator: " "))
      entry.add("name", hidden: module.name)
      entry.add("allowed", module.allowed ?? [])
      entry.add("owner", module.owner)
      entry.add("group", module.group)
      entry.add("wave", module.wave)
      entry.add("heldBy", module.heldBy)
      entry.add("language", module.language)
      entry.add("size", amounts(module.size))
      entry.add("data", amounts(module.data))
      entry.add("strategy", module.strategy?.rawValue)
      entry.add("drivers", module.drivers)
      entry.add("information", module.information)
      entry.add("keep", amounts(module.keep))
      entry.add("both", module.both.map(DecimalText.thousandths))
      return entry
    }
  }

  private static func amounts(_ amounts: [String: Int64]) -> [String] {
    amounts.sorted { $0.key < $1.key }.map { "\($0.key) \(DecimalText.thousandths($0.value))" }
  }

  private static func couplings(_ plan: Plan) -> [Entry] {
    plan.couplings.map { coupling in
      var entry = Entry(
        id: "\(coupling.from) → \(coupling.to) (\(coupling.kind.rawValue))")
      entry.add("cost", coupling.cost.map(DecimalText.thousandths))
      entry.add("information", coupling.information)
      entry.add("mayCross", coupling.mayCross ?? [])
      return entry
    }
  }

  private static func crossings(_ plan: Plan) -> [Entry] {
    (plan.generated?.separation.crossings ?? []).map { crossing in
      let coupling = plan.couplings[crossing.coupling]
      let owner = plan.generated?.separation.owners[crossing.user] ?? ""
      return Entry(
        id: "\(coupling.from) → \(coupling.to) (\(coupling.kind.rawValue), \(owner))",
        shown: owner)
    }
  }

  private static func defaults(_ plan: Plan) -> [Entry] {
    plan.defaults.sorted { $0.key < $1.key }.map { key, values in
      Entry(id: key, shown: values.map(DecimalText.thousandths).joined(separator: " "))
    }
  }

  // MARK: Levers

  private static func levers(_ plan: Plan) -> [Entry] {
    plan.levers.map { lever in
      var entry = Entry(id: lever.id)
      entry.add("name", hidden: lever.name)
      entry.add("cost", "\(lever.cost)")
      entry.add("changes", hidden: lever.changes)
      entry.add("requires", lever.requires)
      entry.add("excludes", lever.excludes)
      return entry
    }
  }

  private static func scenarios(_ plan: Plan) -> [Entry] {
    plan.scenarios.map { scenario in
      var entry = Entry(id: scenario.id)
      entry.add("name", hidden: scenario.name)
      entry.add("target", scenario.target.map(lastDay))
      entry.add(
        "apply",
        scenario.apply.map { step in
          switch step {
          case .lever(let id): id
          case .assign(let assignment): assignment.text
          }
        })
      return entry
    }
  }
}

/// Numbers in thousandths as a plan file writes them.
private enum DecimalText {
  /// Without superfluous zeros: `2.5`.
  static func thousandths(_ value: Int64) -> String {
    var digits = String(value.magnitude % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let whole = "\(value < 0 ? "-" : "")\(value.magnitude / 1000)"
    return digits.isEmpty ? whole : "\(whole).\(digits)"
  }
}
