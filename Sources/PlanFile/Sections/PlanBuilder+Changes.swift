import Planning
import Scheduling
import SharedSystem

/// The keys of a change of a lever, over all kinds of change.
enum ChangeKey: String, RecordKey {
  case task, `where`, team, link, module, calendar, target
  case duration, cost, deadline, constraint, owner, remove, capacity, from, type, lag, strategy
  case open, windows, rework, notes
}

/// The keys of the link that a change is about.
enum LinkKey: String, RecordKey {
  case from, to
}

/// The keys of the rework that an overlap may bring.
enum ReworkKey: String, RecordKey {
  case probability, delay
}

/// The keys of a selector.
enum SelectorKey: String, RecordKey {
  case id, module, owner, driver, strategy
}

/// Reading the changes of levers.
///
/// A change is a map with one subject (`task`, `where`, `team`, `link`, `module`, `calendar`,
/// `target`) and what becomes of it. A task's calendar is the one key that is both: `{task: t,
/// calendar: c}` is about the task.
extension PlanBuilder {
  /// Reads a change; a map with several fields of a task gives several.
  mutating func readChange(_ value: Value) -> [Change] {
    guard let fields = record(value, as: ChangeKey.self) else { return [] }
    let subjects: [ChangeKey] = [.task, .where, .team, .link, .module, .calendar, .target]
    guard let subject = subjects.first(where: { fields.place(of: $0) != nil }) else {
      error(.changeWithoutSubject(), at: fields.position)
      return []
    }
    guard let value = fields[subject] else {
      missing(subject, in: fields)
      return []
    }
    let allowed: [ChangeKey] =
      switch subject {
      case .task: [.duration, .cost, .deadline, .constraint, .owner, .calendar, .remove]
      case .where: [.duration]
      case .team: [.capacity, .from]
      case .link: [.type, .lag, .remove, .rework]
      case .module: [.strategy]
      case .calendar: [.open, .windows]
      default: []
      }
    let before = diagnostics.errorCount
    for key in fields.keys where key != subject && key != .notes && !allowed.contains(key) {
      error(
        .changeKey(key.rawValue, subject: subject.rawValue, allowed: allowed.map(\.rawValue)),
        at: fields.place(of: key) ?? fields.position)
    }
    let changes: [Change] =
      switch subject {
      case .task: taskChanges(value, fields)
      case .where: selectorChange(value, fields)
      case .team: teamChange(value, fields)
      case .link: linkChange(value, fields)
      case .module: moduleChange(value, fields)
      case .calendar: calendarChanges(value, fields)
      default: date(value).map { [.target($0.asFinish)] } ?? []
      }
    if changes.isEmpty, diagnostics.errorCount == before {
      error(.changeWithoutEffect(allowed.map(\.rawValue)), at: fields.position)
    }
    return changes
  }

  private mutating func taskChanges(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let task = reference(.task, value) else { return [] }
    if let value = fields[.remove] {
      guard boolean(value) == true else { return [] }
      for key in fields.keys where ![.task, .remove, .notes].contains(key) {
        error(.both("remove", key.rawValue), at: fields.place(of: key) ?? fields.position)
      }
      return [.remove(task: task)]
    }
    var changes: [Change] = []
    func assign(_ field: ChangeKey, _ value: Assignment.Value) {
      let text = fields[field]?.text ?? ""
      changes.append(
        .assign(Assignment(task: task, value: value, text: "\(task).\(field)=\(text)")))
    }
    if let value = fields[.duration], let amount = amountChange(value) {
      changes.append(.duration(Change.Selector(id: task), amount))
    }
    if let value = fields[.cost], let cost = money(value) { assign(.cost, .cost(cost)) }
    if let value = fields[.deadline] {
      if value.text == "none" {
        assign(.deadline, .deadline(nil))
      } else if let date = date(value) {
        assign(.deadline, .deadline(date.asFinish))
      }
    }
    if let value = fields[.constraint] {
      if value.text == "none" || value.text == "as-soon-as-possible" {
        assign(.constraint, .constraint(nil))
      } else if let constraint = readConstraint(value) {
        assign(.constraint, .constraint(constraint))
      }
    }
    if let value = fields[.owner] {
      if value.text == "none" {
        assign(.owner, .owner(nil))
      } else if let owner = reference(.owner, value) {
        assign(.owner, .owner(owner))
      }
    }
    if let value = fields[.calendar] {
      if value.text == "none" {
        assign(.calendar, .calendar(nil))
      } else if let calendar = reference(.calendar, value) {
        assign(.calendar, .calendar(calendar))
      }
    }
    return changes
  }

  private mutating func selectorChange(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let conditions = record(value, as: SelectorKey.self) else { return [] }
    var selector = Change.Selector()
    if let value = conditions[.id] { selector.id = reference(.task, value) }
    if let value = conditions[.module] { selector.module = reference(.module, value) }
    if let value = conditions[.owner] { selector.owner = reference(.owner, value) }
    if let value = conditions[.driver] { selector.driver = identifier(value) }
    if let value = conditions[.strategy] { selector.strategy = choice(value) }
    selections.append((selector, value.position))
    guard let value = fields[.duration], let amount = amountChange(value) else { return [] }
    return [.duration(selector, amount)]
  }

  private mutating func amountChange(_ value: Value) -> Change.AmountChange? {
    guard let text = text(value) else { return nil }
    guard let amount = Change.AmountChange(text) else {
      error(.amountChange(text), at: value.position)
      return nil
    }
    switch amount {
    case .set(let duration), .add(let duration):
      return checked(duration, text, at: value.position) ? amount : nil
    case .percent(let thousandths):
      guard thousandths > -100_000 else {
        error(.nothingLeft(text), at: value.position)
        return nil
      }
      return amount
    }
  }

  private mutating func teamChange(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let team = reference(.team, value) else { return [] }
    let from = fields[.from].flatMap { date($0)?.asStart }
    guard let value = fields[.capacity], let text = text(value) else { return [] }
    let isChange = text.hasPrefix("+") || text.hasPrefix("-")
    let limit: Int64 = 1_000_000_000_000
    guard let units = number(value, in: (isChange ? -limit : 0)...limit) else { return [] }
    return [
      .team(team, isChange ? .add(thousandths: units) : .set(thousandths: units), from: from)
    ]
  }

  private mutating func linkChange(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let ends = record(value, as: LinkKey.self) else { return [] }
    for key in [LinkKey.from, .to] where ends[key] == nil { missing(key, in: ends) }
    guard let from = ends[.from].flatMap({ reference(.task, $0) }),
      let to = ends[.to].flatMap({ reference(.task, $0) })
    else { return [] }
    if from == to { error(.selfLink(from), at: value.position) }
    if let value = fields[.remove] {
      for key in [ChangeKey.type, .lag, .rework] where fields[key] != nil {
        error(.both("remove", key.rawValue), at: fields.place(of: key) ?? fields.position)
      }
      return boolean(value) == true ? [.unlink(from: from, to: to)] : []
    }
    let type = fields[.type].flatMap { linkType($0) }
    let lag = fields[.lag].flatMap { self.lag($0) }
    let rework = fields[.rework].flatMap { readRework($0, from: from, to: to) }
    // A map with rework alone tells of a link that another change makes.
    if let rework, type == nil, lag == nil { return [rework] }
    return [.link(from: from, to: to, type: type, lag: lag)] + (rework.map { [$0] } ?? [])
  }

  /// The rework that an overlap may bring.
  private mutating func readRework(_ value: Value, from: String, to: String) -> Change? {
    guard let fields = record(value, as: ReworkKey.self) else { return nil }
    for key in [ReworkKey.probability, .delay] where fields[key] == nil { missing(key, in: fields) }
    guard let stated = fields[.probability], let share = text(stated),
      let delay = fields[.delay].flatMap({ duration($0) })
    else { return nil }
    guard let probability = Percentage.thousandths(share), (0...100_000).contains(probability)
    else {
      error(.probability(share), at: stated.position)
      return nil
    }
    return .rework(from: from, to: to, probability: probability, delay: delay)
  }

  private mutating func moduleChange(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let module = reference(.module, value), let value = fields[.strategy],
      let strategy = choice(value, of: Module.Strategy.self)
    else { return [] }
    return [.strategy(module: module, strategy)]
  }

  private mutating func calendarChanges(_ value: Value, _ fields: Record<ChangeKey>) -> [Change] {
    guard let id = reference(.calendar, value) else { return [] }
    let calendar = plan.calendars.first { $0.id == id }
    var changes: [Change] = []
    if let value = fields[.open] {
      let days = readOpenDays(value, hours: calendar?.hours ?? WorkCalendar.officeHours)
      if !days.isEmpty { changes.append(.open(calendar: id, days)) }
    }
    if let value = fields[.windows] {
      if let calendar, calendar.calendar.windows == nil {
        error(.windowsOnPlainCalendar(id), at: fields.place(of: .windows) ?? value.position)
      }
      let windows = readWindows(value)
      if !windows.isEmpty { changes.append(.windows(calendar: id, windows)) }
    }
    return changes
  }
}
