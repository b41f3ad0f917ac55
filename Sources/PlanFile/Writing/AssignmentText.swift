import Planning
import Scheduling

/// Writing what is set of a task: in a lever as a field, in a scenario as `task.field=value`.
///
/// An assignment remembers the text it was read from, which reports show: it is written in that
/// text as long as it means the same.
enum AssignmentText {
  /// The assignment in one text.
  static func whole(_ assignment: Assignment) -> String {
    if let read = try? Assignment(assignment.text), read == assignment { return assignment.text }
    let (field, value) = canonical(assignment.value)
    return "\(assignment.task).\(field.rawValue)=\(value)"
  }

  /// The field of a change with its value.
  static func field(_ assignment: Assignment) -> (key: ChangeKey, value: YAMLNode) {
    let (field, value) = canonical(assignment.value)
    // Ids are texts: they may look like numbers.
    if field == .calendar || field == .owner { return (field, .text(value)) }
    if let raw = raw(assignment, field) { return (field, .value(raw)) }
    if case .constraint(let constraint?) = assignment.value {
      return (field, PlanWriter.constraint(constraint))
    }
    return (field, .value(value))
  }

  /// What was written for the value, when a lever can say it with the same meaning.
  private static func raw(_ assignment: Assignment, _ field: ChangeKey) -> String? {
    let prefix = "\(assignment.task).\(field.rawValue)="
    guard assignment.text.hasPrefix(prefix) else { return nil }
    let raw = String(assignment.text.dropFirst(prefix.count))
    switch assignment.value {
    case .cost(let cost):
      return Decimals.thousandths(raw, decimals: 0) == cost * 1000 ? raw : nil
    case .constraint(nil): return raw == "none" || raw == "as-soon-as-possible" ? raw : nil
    default:
      guard let read = try? Assignment(assignment.text), read.value == assignment.value else {
        return nil
      }
      return raw
    }
  }

  private static func canonical(_ value: Assignment.Value) -> (field: ChangeKey, text: String) {
    switch value {
    case .duration(let change): return (.duration, amount(change))
    case .cost(let cost): return (.cost, String(cost))
    case .calendar(let id): return (.calendar, id ?? "none")
    case .owner(let id): return (.owner, id ?? "none")
    case .deadline(let date): return (.deadline, date.map(PlanWriter.finishText) ?? "none")
    case .constraint(let constraint):
      guard let constraint else { return (.constraint, "none") }
      let kind = constraint.kind
      if kind == .asLateAsPossible { return (.constraint, kind.planName) }
      let date = constraint.date
      let text = kind.concernsFinish ? PlanWriter.finishText(date) : PlanWriter.startText(date)
      return (.constraint, "\(kind.planName) \(text)")
    }
  }

  /// A new duration, a difference or a share, the last two with a sign.
  static func amount(_ change: Change.AmountChange) -> String {
    switch change {
    case .set(let duration): duration.text
    case .add(let duration): (duration.thousandths < 0 ? "" : "+") + duration.text
    case .percent(let share): (share < 0 ? "" : "+") + Percentage.text(thousandths: share)
    }
  }
}
