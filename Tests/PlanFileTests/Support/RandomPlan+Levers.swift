import Planning
import Scheduling

@testable import PlanFile
import SharedSystem

extension RandomPlan {
  mutating func makeLevers() {
    for _ in 0..<int(0...3) {
      let id = id()
      let others = soFar.levers.map(\.id)
      let requires = others.filter { _ in chance(20) }
      append(
        Lever(
          id: id, name: name(id), cost: money(),
          changes: many(4) { $0.changes() }.flatMap { $0 }, requires: requires,
          excludes: others.filter { !requires.contains($0) && chance(20) }))
    }
    for _ in 0..<int(0...2) {
      let id = id()
      append(
        Scenario(
          id: id, name: name(id), target: maybe { $0.finish() },
          apply: many(3) { $0.step() }.compactMap { $0 }))
    }
  }

  private mutating func step() -> Scenario.Step? {
    if chance(50) { return soFar.levers.isEmpty ? nil : .lever(pick(soFar.levers).id) }
    return soFar.tasks.isEmpty ? nil : .assign(assignment(task(), inLever: false))
  }

  private mutating func amountChange() -> Change.AmountChange {
    switch int(0...2) {
    case 0: return .set(duration())
    case 1:
      let duration = duration()
      return .add(
        PlanDuration(
          thousandths: chance(50) ? -duration.thousandths : duration.thousandths, duration.unit))
    default: return .percent(thousandths: Int64(int(-99...200)) * 1000)
    }
  }

  private mutating func assignment(_ task: String, inLever: Bool) -> Assignment {
    let (field, value, text): (String, Assignment.Value, String)
    switch int(inLever ? 1...5 : 0...5) {
    case 0:
      let change = amountChange()
      (field, value, text) = ("duration", .duration(change), AssignmentText.amount(change))
    case 1:
      let cost = money()
      (field, value, text) = ("cost", .cost(cost), chance(50) ? "\(cost)" : "0_\(cost)")
    case 2:
      let date = maybe { $0.finish() }
      (field, value) = ("deadline", .deadline(date))
      text = date.map { PlanWriter.finishText($0) } ?? "none"
    case 3:
      let calendar = calendarID()
      (field, value, text) = ("calendar", .calendar(calendar), calendar ?? "none")
    case 4:
      let owner = ownerID()
      (field, value, text) = ("owner", .owner(owner), owner ?? "none")
    default:
      let constraint = maybe { $0.constraint() }
      (field, value) = ("constraint", .constraint(constraint))
      // A map in a lever leaves no text.
      let isMap = inLever && chance(50) && constraint != nil
      text = isMap ? "" : constraint.map(spelling) ?? "none"
    }
    return Assignment(task: task, value: value, text: "\(task).\(field)=\(text)")
  }

  private func spelling(_ constraint: TaskConstraint) -> String {
    let kind = constraint.kind
    let date = constraint.date
    if kind == .asLateAsPossible { return kind.planName }
    let text = kind.concernsFinish ? PlanWriter.finishText(date) : PlanWriter.startText(date)
    return "\(kind.planName) \(text)"
  }

  /// One change, or a few of the same thing.
  private mutating func changes() -> [Change] {
    switch int(0...7) {
    case 0 where !soFar.tasks.isEmpty:
      let task = task()
      return (0...int(0...3)).map { _ in
        chance(30)
          ? .duration(Change.Selector(id: task), amountChange())
          : .assign(assignment(task, inLever: true))
      }
    case 1:
      return [
        .duration(
          Change.Selector(
            id: soFar.tasks.isEmpty ? nil : maybe { $0.task() }, module: moduleID(),
            owner: ownerID(), driver: maybe { $0.pick(NastyTexts.ids) },
            strategy: maybe { $0.pick(Module.Strategy.allCases) }), amountChange())
      ]
    case 2 where soFar.tasks.count > 1:
      let (from, to) = (soFar.tasks[0].id, soFar.tasks[1].id)
      if chance(30) { return [.unlink(from: from, to: to)] }
      let type = maybe { $0.pick(LinkType.allCases) }
      let lag = maybe { $0.lag() }
      let link = Change.link(from: from, to: to, type: type, lag: lag)
      // A map that says nothing of the link but its rework is that alone.
      guard type != nil || lag != nil, chance(40) else { return [link] }
      return [
        link,
        .rework(
          from: from, to: to, probability: Int64(int(0...100_000)), delay: duration(.days)),
      ]
    case 3 where !soFar.tasks.isEmpty: return [.remove(task: task())]
    case 4 where !soFar.modules.isEmpty:
      return [.strategy(module: pick(soFar.modules).id, pick(Module.Strategy.allCases))]
    case 5 where !soFar.calendars.isEmpty:
      let calendar = pick(soFar.calendars)
      let days = openDays(calendar.hours)
      var changes: [Change] = days.isEmpty ? [] : [.open(calendar: calendar.id, days)]
      let windows = windows()
      if calendar.calendar.windows != nil, !windows.isEmpty {
        changes.append(.windows(calendar: calendar.id, windows))
      }
      return changes
    case 6 where !soFar.teams.isEmpty:
      let units = amount(20)
      return [
        .team(
          pick(soFar.teams).id,
          chance(50)
            ? .set(thousandths: units) : .add(thousandths: chance(50) ? units : -units - 1),
          from: maybe { $0.start() })
      ]
    default: return [.target(finish())]
    }
  }
}
