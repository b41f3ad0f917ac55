import Scheduling
import Testing

/// What the reader of a plan rejects before there is a network.
enum CaseError: String, Error {
  case unknownActivity = "unknown_activity"
  case duplicateID = "duplicate_id"
  case negativeDuration = "negative_duration"
}

extension CaseFile {
  /// The activities that are scheduled; hammocks are read off the schedule.
  var work: [Activity] { activities.filter { !$0.isHammock } }

  /// The case as a plan in days; activities and links keep their order.
  func dayPlan() throws -> DayPlan {
    let indexOf = try indices()
    let names = calendars.keys.sorted()
    var plan = DayPlan(start: try date(project.startDate ?? "2029-01-01"))
    plan.calendars = try names.map { name in
      let calendar = try #require(calendars[name])
      return DayPlan.Calendar(
        weekdays: Set(calendar.workweek.map { $0 + 1 }),
        closed: try days(calendar.nonworking, after: plan.start),
        open: try days(calendar.extraWorking ?? [], after: plan.start))
    }
    plan.deadline = try project.deadline.map { try day($0, after: plan.start, isFinish: true) }
    for activity in work {
      guard activity.duration >= 0 else { throw CaseError.negativeDuration }
      let constraints = try (activity.constraints ?? []).map { constraint in
        let kind = try #require(Self.kinds[constraint.type])
        return DayPlan.Constraint(
          kind: kind,
          day: try day(constraint.date, after: plan.start, isFinish: kind.concernsFinish))
      }
      let calendar = try activity.calendar.map { try #require(names.firstIndex(of: $0)) }
      plan.activities.append(
        DayPlan.Activity(
          duration: activity.duration, calendar: calendar, constraints: constraints))
    }
    for link in links {
      guard let source = indexOf[link.pred], let target = indexOf[link.succ] else {
        throw CaseError.unknownActivity
      }
      let lagCalendar: DayPlan.LagCalendar =
        switch link.lagCalendar {
        case nil, "predecessor": .predecessor
        case "successor": .successor
        case "elapsed": .elapsed
        case let name?: .named(try #require(names.firstIndex(of: name)))
        }
      plan.links.append(
        DayPlan.Link(
          source: source, target: target, type: try #require(Self.linkTypes[link.type]),
          lag: link.lag, lagCalendar: lagCalendar))
    }
    return plan
  }

  private func indices() throws -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, activity) in work.enumerated() {
      guard result.updateValue(index, forKey: activity.id) == nil else {
        throw CaseError.duplicateID
      }
    }
    return result
  }

  /// An integer is an instant; a date is the first day of a start, the last day of a finish.
  private func day(_ day: Day, after start: CivilDate, isFinish: Bool) throws -> Int {
    switch day {
    case .instant(let day): day
    case .date(let text):
      try date(text).dayNumber - start.dayNumber + (isFinish ? 1 : 0)
    }
  }

  private func days(_ texts: [String], after start: CivilDate) throws -> Set<Int> {
    Set(try texts.map { try date($0).dayNumber - start.dayNumber })
  }

  private func date(_ text: String) throws -> CivilDate {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    try #require(numbers.count == 3)
    return try #require(CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]))
  }

  private static let linkTypes: [String: LinkType] = Dictionary(
    uniqueKeysWithValues: LinkType.allCases.map { ($0.code, $0) })

  private static let kinds: [String: TaskConstraint.Kind] = [
    "SNET": .startNoEarlierThan, "SNLT": .startNoLaterThan, "FNET": .finishNoEarlierThan,
    "FNLT": .finishNoLaterThan, "MSO": .mustStartOn, "MFO": .mustFinishOn,
    "MANDATORY_START": .mandatoryStart, "MANDATORY_FINISH": .mandatoryFinish,
    "ALAP": .asLateAsPossible,
  ]
}
