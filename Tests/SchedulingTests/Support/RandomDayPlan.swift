import Scheduling

extension DayPlan {
  /// A plan of up to `maximumCount` activities that exercises every rule of the oracle: sparse and
  /// dense links of all types with leads and lags on all calendars, milestones, all constraints,
  /// closures and extra days, with or without a deadline.
  static func random(maximumCount: Int, using generator: inout SplitMix64) -> DayPlan {
    let year = Int.random(in: 2026...2031, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = Int.random(in: 1...28, using: &generator)
    guard let start = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("a day up to the 28th is in every month")
    }
    var plan = DayPlan(start: start)
    plan.calendars = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      .random(using: &generator)
    }
    let count = Int.random(in: 1...maximumCount, using: &generator)
    let constrainedOneIn = [2, 4, 12, 1000].randomElement(using: &generator) ?? 4
    plan.activities = (0..<count).map { _ in
      .random(
        calendars: plan.calendars.count, constrainedOneIn: constrainedOneIn, count: count,
        using: &generator)
    }
    let places = (0..<count).shuffled(using: &generator)
    let laggedOneIn = [1, 2, 4, 1000].randomElement(using: &generator) ?? 2
    for _ in 0..<Int.random(in: 0...2 * count, using: &generator) {
      let source = Int.random(in: 0..<count, using: &generator)
      let target = Int.random(in: 0..<count, using: &generator)
      if source == target { continue }
      let isForward = places[source] < places[target]
      plan.links.append(
        Link(
          source: isForward ? source : target, target: isForward ? target : source,
          type: generator.oneIn(2) ? .finishToStart : .any(using: &generator),
          lag: generator.oneIn(laggedOneIn) ? Int.random(in: -6...6, using: &generator) : 0,
          lagCalendar: .random(calendars: plan.calendars.count, using: &generator)))
    }
    if generator.oneIn(2) { plan.deadline = Int.random(in: 0...4 * count + 5, using: &generator) }
    return plan
  }
}

extension DayPlan.Calendar {
  fileprivate static func random(using generator: inout SplitMix64) -> DayPlan.Calendar {
    var calendar = DayPlan.Calendar()
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: calendar.weekdays = [1, 2, 3, 4, 5]
    case 1: calendar.weekdays = [6, 7]
    case 2: break
    default:
      calendar.weekdays = Set((1...7).filter { _ in generator.oneIn(2) })
      calendar.weekdays.insert(Int.random(in: 1...7, using: &generator))
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let first = Int.random(in: -20...80, using: &generator)
      for day in first..<first + Int.random(in: 1...9, using: &generator) {
        calendar.closed.insert(day)
      }
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      calendar.open.insert(Int.random(in: -20...80, using: &generator))
    }
    return calendar
  }
}

extension DayPlan.Activity {
  fileprivate static func random(
    calendars: Int, constrainedOneIn: Int, count: Int, using generator: inout SplitMix64
  ) -> DayPlan.Activity {
    var activity = DayPlan.Activity(
      duration: generator.oneIn(5) ? 0 : Int.random(in: 1...6, using: &generator))
    if calendars > 0, !generator.oneIn(4) {
      activity.calendar = Int.random(in: 0..<calendars, using: &generator)
    }
    while generator.oneIn(constrainedOneIn), activity.constraints.count < 3 {
      let kinds = TaskConstraint.Kind.allCases.filter { $0 != .manualStart }
      let kind = kinds.randomElement(using: &generator) ?? .asLateAsPossible
      // Of two dates of one kind the oracle would take the first; of two mandatory ones the start.
      let isMandatory = kind == .mandatoryStart || kind == .mandatoryFinish
      if activity.date(of: kind) != nil || isMandatory && activity.isMandatory { continue }
      // Mandatory dates are rare, or nothing else would decide.
      if isMandatory && !generator.oneIn(3) { continue }
      activity.constraints.append(
        DayPlan.Constraint(kind: kind, day: Int.random(in: -8...3 * count + 8, using: &generator)))
    }
    return activity
  }
}

extension DayPlan.LagCalendar {
  fileprivate static func random(
    calendars: Int, using generator: inout SplitMix64
  ) -> DayPlan.LagCalendar {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: .predecessor
    case 1: .successor
    case 2: .elapsed
    default: calendars == 0 ? .elapsed : .named(Int.random(in: 0..<calendars, using: &generator))
    }
  }
}

extension LinkType {
  static func any(using generator: inout SplitMix64) -> LinkType {
    allCases.randomElement(using: &generator) ?? .finishToStart
  }
}
