internal import Planning
internal import Scheduling

/// Calendars as the facts of a file spell them: fields of a letter, a colon and a value.
extension PlanText {
  /// A calendar with its rules, which the file has only as days.
  static func text(_ calendar: PlanCalendar) -> String {
    let rules = calendar.calendar
    var fields = ["d:" + text(calendar.hours), "w:" + text(week: rules.week)]
    for week in rules.workWeeks { fields.append("v:\(text(week.days)):\(text(week: week.week))") }
    for rule in rules.holidayRules { fields.append("h:" + rule.rawValue) }
    for closure in rules.yearlyClosures {
      fields.append(
        "y:\(closure.firstMonth)-\(closure.firstDay)/\(closure.lastMonth)-\(closure.lastDay)")
    }
    for run in rules.closed { fields.append("c:" + text(run)) }
    for day in rules.open { fields.append("o:\(day.date):\(text(day.hours))") }
    if let windows = rules.windows {
      fields.append("n:")
      for window in windows {
        fields.append("n:\(window.start.minutes)/\(window.end.minutes)")
      }
    }
    return fields.joined(separator: " ")
  }

  /// The calendar that was spelt; nil when it is not one.
  static func calendar(
    _ text: some StringProtocol
  ) -> (calendar: WorkCalendar, hours: [WorkCalendar.Hours])? {
    var result = WorkCalendar(week: Array(repeating: [], count: 7))
    var usual: [WorkCalendar.Hours] = []
    for field in Substring(text).split(separator: " ") {
      let parts = field.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { return nil }
      switch parts[0] {
      case "d":
        guard let hours = hours(parts[1]) else { return nil }
        usual = hours
      case "w":
        guard let week = week(parts[1]) else { return nil }
        result.week = week
      case "v":
        guard parts.count == 3, let days = days(parts[1]), let week = week(parts[2]) else {
          return nil
        }
        result.workWeeks.append(.init(days, week: week))
      case "h":
        guard let rule = WorkCalendar.HolidayRule(rawValue: String(parts[1])) else { return nil }
        result.holidayRules.append(rule)
      case "y":
        let numbers = parts[1].split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
        guard numbers.count == 4, (1...12).contains(numbers[0]), (1...31).contains(numbers[1]),
          (1...12).contains(numbers[2]), (1...31).contains(numbers[3])
        else { return nil }
        result.yearlyClosures.append(
          .init(
            firstMonth: numbers[0], firstDay: numbers[1], lastMonth: numbers[2],
            lastDay: numbers[3]))
      case "c":
        guard let days = days(parts[1]) else { return nil }
        result.closed.append(days)
      case "o":
        guard parts.count == 3, let date = civilDate(parts[1]), let hours = hours(parts[2]) else {
          return nil
        }
        result.open.append(.init(date: date, hours: hours))
      case "n":
        result.windows = result.windows ?? []
        if parts[1].isEmpty { continue }
        let ends = parts[1].split(separator: "/").compactMap { Int32($0) }
        guard ends.count == 2, ends[0] < ends[1],
          ends[0] >= result.windows?.last?.end.minutes ?? .min,
          MSPDIMeaning.isInRange(Instant(minutes: ends[0])), ends[1] < 600_000_000
        else { return nil }
        result.windows?.append(
          .init(start: Instant(minutes: ends[0]), end: Instant(minutes: ends[1])))
      default: return nil
      }
    }
    return (result, usual)
  }

  /// `540-720+780-1080`, in minutes of the day.
  private static func text(_ hours: [WorkCalendar.Hours]) -> String {
    hours.map { "\($0.start)-\($0.end)" }.joined(separator: "+")
  }

  private static func hours(_ text: Substring) -> [WorkCalendar.Hours]? {
    var last = 0
    return all(text.split(separator: "+")) { piece -> WorkCalendar.Hours? in
      let ends = piece.split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] >= last, ends[0] < ends[1], ends[1] <= 1440 else {
        return nil
      }
      last = ends[1]
      return WorkCalendar.Hours(start: ends[0], end: ends[1])
    }
  }

  private static func text(week: [[WorkCalendar.Hours]]) -> String {
    week.map(text).joined(separator: "/")
  }

  private static func week(_ text: Substring) -> [[WorkCalendar.Hours]]? {
    let days = text.split(separator: "/", omittingEmptySubsequences: false)
    return days.count == 7 ? all(days, hours) : nil
  }

  private static func text(_ days: WorkCalendar.Days) -> String { "\(days.first)_\(days.last)" }

  private static func days(_ text: Substring) -> WorkCalendar.Days? {
    let ends = text.split(separator: "_").compactMap(civilDate)
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return WorkCalendar.Days(ends[0], ends[1])
  }

  private static func civilDate(_ text: Substring) -> CivilDate? { date(text)?.date }
}
