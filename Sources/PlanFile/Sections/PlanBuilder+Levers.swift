import Planning
import Scheduling

/// The keys of a lever.
enum LeverKey: String, RecordKey {
  case id, name, cost, changes, requires, excludes, notes, source, illustrative
}

/// The keys of a scenario.
enum ScenarioKey: String, RecordKey {
  case id, name, target, apply, notes, source, illustrative
}

extension PlanBuilder {
  /// Reads the list of levers.
  mutating func readLevers(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: LeverKey.self), let id = define(.lever, .id, in: fields)
      else { continue }
      var lever = Lever(
        id: id, name: name(fields[.name], or: id), changes: [],
        location: location(fields.position))
      if let value = fields[.cost] { lever.cost = money(value) ?? 0 }
      if let value = fields[.changes] {
        for change in items(value) { lever.changes += readChange(change) }
      } else {
        missing(.changes, in: fields)
      }
      if let value = fields[.requires] { lever.requires = referenceList(.lever, value) }
      if let value = fields[.excludes] { lever.excludes = referenceList(.lever, value) }
      for other in Set(lever.requires).intersection(lever.excludes + [id]) {
        error(.leverContradicts(id, other), at: fields.place(of: .requires) ?? fields.position)
      }
      if lever.excludes.contains(id), let place = fields.place(of: .excludes) {
        error(.leverContradicts(id, id), at: place)
      }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      plan.levers.append(lever)
    }
  }

  /// Reads the list of scenarios.
  mutating func readScenarios(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: ScenarioKey.self),
        let id = define(.scenario, .id, in: fields)
      else { continue }
      var scenario = Scenario(
        id: id, name: name(fields[.name], or: id), apply: [], location: location(fields.position))
      if let value = fields[.target] { scenario.target = date(value)?.asFinish }
      if let value = fields[.apply] {
        scenario.apply = items(value).compactMap { readStep($0) }
      } else if scenario.target == nil {
        missing(.apply, in: fields)
      }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      plan.scenarios.append(scenario)
    }
  }

  /// A lever's id, or `task.field=value`.
  private mutating func readStep(_ value: Value) -> Scenario.Step? {
    guard let text = text(value) else { return nil }
    guard text.contains("=") else {
      return reference(.lever, value).map { .lever($0) }
    }
    do throws(Assignment.Failure) {
      let assignment = try Assignment(text)
      addReferences(of: assignment, at: value.position)
      return .assign(assignment)
    } catch {
      let nearest: String? =
        if case .unknownField(let field) = error {
          spelling.nearest(to: field, among: Assignment.fields)
        } else {
          nil
        }
      diagnostics.error(.assignment(text, error, nearest: nearest), at: value.position)
      return nil
    }
  }

  private mutating func addReferences(of assignment: Assignment, at position: Position) {
    references.append(Reference(kind: .task, id: assignment.task, position: position))
    switch assignment.value {
    case .calendar(let id?):
      references.append(Reference(kind: .calendar, id: id, position: position))
    case .owner(let id?): references.append(Reference(kind: .owner, id: id, position: position))
    default: break
    }
  }
}
