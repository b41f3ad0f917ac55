import Planning
import Scheduling

/// What sets a task's dates, for programs.
struct DrivenBy: Sendable {
  private let schedule: PlanSchedule

  init(_ schedule: PlanSchedule) { self.schedule = schedule }

  /// The value of `drivenBy`.
  func json(_ reason: PlanSchedule.Reason) -> JSONValue {
    switch reason {
    case .projectStart: return ["kind": "start"]
    case .statusDate: return ["kind": "statusDate", "date": .time(schedule.plan.statusDate)]
    case .actual: return ["kind": "actual"]
    case .link(let waiting):
      return .object([.init("kind", "link")] + members(waiting))
    case .calendar(let waiting, let wait, let window):
      let range = window.map { ["start": .time($0.start), "end": .time($0.end)] as JSONValue }
      return .object(
        [
          .init("kind", "calendar"), .init("waitMinutes", .number(wait)),
          .init("window", range ?? .null),
        ] + (waiting.map(members) ?? []))
    case .constraint(let constraint):
      let hasDate = constraint.kind != .asLateAsPossible
      return [
        "kind": "constraint", "constraint": .string(constraint.kind.planName),
        "date": hasDate ? .time(constraint.date) : .null,
      ]
    }
  }

  /// The value of `drivenBy` of a summary: the tasks that give it its dates; null when it holds
  /// none.
  func json(ofSummary task: Int) -> JSONValue {
    guard let (first, last) = schedule.boundaries(of: task) else { return .null }
    return [
      "kind": "summary", "first": .string(schedule.plan.tasks[first].id),
      "last": .string(schedule.plan.tasks[last].id),
    ]
  }

  private func members(_ waiting: PlanSchedule.Reason.Waiting) -> [JSONValue.Member] {
    let plan = schedule.plan
    return [
      .init("predecessor", .string(plan.tasks[waiting.predecessor].id)),
      .init("type", .string(waiting.type.code)),
      .init("lag", lagMinutes(waiting)),
      .init("lagText", .text(waiting.lag.isZero ? nil : waiting.lag.signedText)),
      .init("viaSummary", .text(waiting.viaSummary.map { plan.tasks[$0].id })),
    ]
  }

  /// The lag in minutes; null for calendar months.
  private func lagMinutes(_ waiting: PlanSchedule.Reason.Waiting) -> JSONValue {
    switch waiting.lag {
    case .time(let duration): return .number(schedule.plan.units.minutes(of: duration))
    case .percent(let thousandths):
      let whole = Int64(schedule.tasks[waiting.predecessor].duration)
      let product = whole * thousandths
      return .integer((product + (product < 0 ? -50_000 : 50_000)) / 100_000)
    }
  }
}
