import Planning
import Scheduling
import SharedSystem

/// Writing levers and scenarios.
extension PlanWriter {
  /// The standard hours of each calendar: what an extra working day has that states none.
  typealias StandardHours = [String: [WorkCalendar.Hours]]

  static func lever(_ lever: Lever, hours: StandardHours) -> YAMLNode {
    var fields = YAMLFields<LeverKey>()
    fields.add(.id, .text(lever.id))
    if let name = name(lever.name, besides: lever.id) { fields.add(.name, name) }
    if lever.cost != 0 { fields.add(.cost, .number(lever.cost)) }
    var changes: [ChangeFields] = []
    for change in lever.changes {
      let next = ChangeFields(change, hours: hours)
      if changes.isEmpty || !changes[changes.count - 1].join(next) { changes.append(next) }
    }
    fields.add(.changes, .lines(changes.map(\.node)))
    fields.add(.requires, texts: lever.requires)
    fields.add(.excludes, texts: lever.excludes)
    return fields.block
  }

  static func scenario(_ scenario: Scenario) -> YAMLNode {
    var fields = YAMLFields<ScenarioKey>()
    fields.add(.id, .text(scenario.id))
    if let name = name(scenario.name, besides: scenario.id) { fields.add(.name, name) }
    if let target = scenario.target { fields.add(.target, finish(target)) }
    if !scenario.apply.isEmpty || scenario.target == nil {
      fields.add(
        .apply,
        .list(
          scenario.apply.map { step in
            switch step {
            case .lever(let id): .text(id)
            case .assign(let assignment): .text(AssignmentText.whole(assignment))
            }
          }))
    }
    return fields.map
  }
}

/// A change of a lever as the fields of a map.
///
/// What is set of one task, or of one calendar, in a row and in the order in which the reader takes
/// the keys goes into one map.
private struct ChangeFields {
  /// What the change is about.
  private let subject: (key: ChangeKey, value: YAMLNode)
  /// The id, when another change of the same thing may join it.
  private let id: String?
  private var effects: [(key: ChangeKey, value: YAMLNode)]

  private init(
    _ key: ChangeKey, _ value: YAMLNode, id: String? = nil,
    _ effects: [(key: ChangeKey, value: YAMLNode)]
  ) {
    subject = (key, value)
    self.id = id
    self.effects = effects
  }

  init(_ change: Change, hours: PlanWriter.StandardHours) {
    switch change {
    case .duration(let selector, let amount):
      let value = YAMLNode.value(AssignmentText.amount(amount))
      if let task = selector.id, selector == Change.Selector(id: task) {
        self.init(.task, .text(task), id: task, [(.duration, value)])
      } else {
        self.init(.where, ChangeFields.conditions(selector), [(.duration, value)])
      }
    case .link(let from, let to, let type, let lag):
      var effects: [(key: ChangeKey, value: YAMLNode)] = []
      if let type { effects.append((.type, .text(type.code))) }
      if let lag { effects.append((.lag, PlanWriter.lag(lag))) }
      self.init(.link, ChangeFields.ends(from, to), id: "\(from) → \(to)", effects)
    case .rework(let from, let to, let probability, let delay):
      var fields = YAMLFields<ReworkKey>()
      fields.add(.probability, text: Percentage.text(thousandths: probability))
      fields.add(.delay, text: delay.text)
      self.init(
        .link, ChangeFields.ends(from, to), id: "\(from) → \(to)", [(.rework, fields.map)])
    case .unlink(let from, let to):
      self.init(.link, ChangeFields.ends(from, to), [(.remove, .value("true"))])
    case .remove(let task): self.init(.task, .text(task), [(.remove, .value("true"))])
    case .assign(let assignment):
      self.init(
        .task, .text(assignment.task), id: assignment.task,
        [AssignmentText.field(assignment)])
    case .strategy(let module, let strategy):
      self.init(.module, .text(module), [(.strategy, .text(strategy.rawValue))])
    case .open(let calendar, let days):
      let standard = hours[calendar] ?? WorkCalendar.officeHours
      self.init(
        .calendar, .text(calendar), id: calendar,
        [(.open, PlanWriter.open(days, hours: standard))])
    case .windows(let calendar, let windows):
      self.init(
        .calendar, .text(calendar), id: calendar,
        [(.windows, .list(windows.map(PlanWriter.window)))])
    case .team(let team, let capacity, let from):
      let units: String =
        switch capacity {
        case .set(let thousandths): Decimals.text(thousandths)
        case .add(let thousandths):
          (thousandths < 0 ? "" : "+") + Decimals.text(thousandths)
        }
      var effects: [(key: ChangeKey, value: YAMLNode)] = [(.capacity, .value(units))]
      if let from { effects.append((.from, PlanWriter.start(from))) }
      self.init(.team, .text(team), effects)
    case .target(let target): self.init(.target, PlanWriter.finish(target), [])
    }
  }

  /// Takes in the change that follows; false when it needs a map of its own.
  mutating func join(_ next: ChangeFields) -> Bool {
    guard let id, next.id == id, next.subject.key == subject.key else { return false }
    if next.effects.first?.key == .rework, !effects.isEmpty {
      effects += next.effects
      return true
    }
    guard
      let last = effects.last.flatMap({ ChangeFields.order.firstIndex(of: $0.key) }),
      let first = next.effects.first.flatMap({ ChangeFields.order.firstIndex(of: $0.key) }),
      last < first
    else { return false }
    effects += next.effects
    return true
  }

  /// The map.
  var node: YAMLNode {
    var fields = YAMLFields<ChangeKey>()
    fields.add(subject.key, subject.value)
    for effect in effects { fields.add(effect.key, effect.value) }
    return fields.map
  }

  /// The order in which the reader makes changes of the keys of one map.
  private static let order: [ChangeKey] = [
    .duration, .cost, .deadline, .constraint, .owner, .calendar, .open, .windows,
  ]

  private static func ends(_ from: String, _ to: String) -> YAMLNode {
    var fields = YAMLFields<LinkKey>()
    fields.add(.from, .text(from))
    fields.add(.to, .text(to))
    return fields.map
  }

  private static func conditions(_ selector: Change.Selector) -> YAMLNode {
    var fields = YAMLFields<SelectorKey>()
    fields.add(.id, text: selector.id)
    fields.add(.module, text: selector.module)
    fields.add(.owner, text: selector.owner)
    fields.add(.driver, text: selector.driver)
    fields.add(.strategy, text: selector.strategy?.rawValue)
    return fields.map
  }
}
