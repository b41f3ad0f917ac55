import Planning
import Scheduling

/// Writing calendars.
extension PlanWriter {
  static func calendar(_ calendar: PlanCalendar) -> YAMLNode {
    var fields = YAMLFields<CalendarKey>()
    let days = calendar.calendar
    fields.add(.id, .text(calendar.id))
    if let name = name(calendar.name, besides: calendar.id) { fields.add(.name, name) }
    addWeek(calendar, to: &fields)
    if !days.workWeeks.isEmpty { fields.add(.weeks, .list(days.workWeeks.map(workWeek))) }
    if !days.holidayRules.isEmpty {
      fields.add(.holidays, .list(days.holidayRules.map { .text($0.rawValue) }))
    }
    let closures = days.yearlyClosures.map(yearly) + days.closed.map { range($0.first, $0.last) }
    if !closures.isEmpty { fields.add(.closed, .list(closures)) }
    if !days.open.isEmpty { fields.add(.open, open(days.open, hours: calendar.hours)) }
    if let windows = days.windows { fields.add(.windows, .list(windows.map(window))) }
    return fields.block
  }

  /// The standard hours, the days that have them, and the days that have others.
  private static func addWeek(
    _ calendar: PlanCalendar, to fields: inout YAMLFields<CalendarKey>
  ) {
    let week = calendar.calendar.week
    let standard = week.indices.filter { week[$0] == calendar.hours && !week[$0].isEmpty }
    let others = week.indices.filter { week[$0] != calendar.hours && !week[$0].isEmpty }
    let unstated = PlanBuilder.standardWorkingDays(hasWindows: calendar.calendar.windows != nil)
    let hasUnstated =
      calendar.hours.isEmpty
      || (standard.allSatisfy { unstated.contains($0) }
        && unstated.allSatisfy { standard.contains($0) || others.contains($0) })
    if !hasUnstated {
      fields.add(.workingDays, .list(standard.map { .text(PlanBuilder.weekdays[$0]) }))
    }
    if calendar.hours != WorkCalendar.officeHours { fields.add(.hours, hours(calendar.hours)) }
    if !others.isEmpty {
      fields.add(.week, .map(others.map { (PlanBuilder.weekdays[$0], hours(week[$0])) }))
    }
  }

  private static func workWeek(_ period: WorkCalendar.WorkWeek) -> YAMLNode {
    var fields = YAMLFields<WorkWeekKey>()
    fields.add(.days, range(period.days.first, period.days.last))
    let open = period.week.indices.filter { !period.week[$0].isEmpty }
    if !open.isEmpty {
      fields.add(.week, .map(open.map { (PlanBuilder.weekdays[$0], hours(period.week[$0])) }))
    }
    return fields.map
  }

  private static func hours(_ hours: [WorkCalendar.Hours]) -> YAMLNode {
    .list(hours.map { .quoted("\(ClockTime.text($0.start))-\(ClockTime.text($0.end))") })
  }

  private static func yearly(_ closure: WorkCalendar.YearlyClosure) -> YAMLNode {
    func text(_ month: Int, _ day: Int) -> String {
      "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    let first = text(closure.firstMonth, closure.firstDay)
    let last = text(closure.lastMonth, closure.lastDay)
    return .quoted(first == last ? first : "\(first)/\(last)")
  }

  private static func range(_ first: CivilDate, _ last: CivilDate) -> YAMLNode {
    .value(first == last ? "\(first)" : "\(first)/\(last)")
  }

  /// Windows as days, or with times of day where they begin or end within one.
  static func window(_ window: WorkCalendar.Window) -> YAMLNode {
    let first = startText(window.start)
    let last = finishText(window.end)
    return .value(first == last ? first : "\(first)/\(last)")
  }

  /// Extra working days; days in a row with the same hours are a range.
  static func open(
    _ days: [WorkCalendar.OpenDay], hours standard: [WorkCalendar.Hours]
  ) -> YAMLNode {
    var result: [YAMLNode] = []
    var index = 0
    while index < days.count {
      let first = days[index]
      var last = index
      while last + 1 < days.count, last - index < longestRange,
        days[last + 1].date == days[last].date.adding(days: 1), days[last + 1].hours == first.hours
      {
        last += 1
      }
      let dates = range(first.date, days[last].date)
      if first.hours == standard {
        result.append(dates)
      } else {
        var fields = YAMLFields<OpenDayKey>()
        fields.add(.date, dates)
        fields.add(.hours, hours(first.hours))
        result.append(fields.map)
      }
      index = last + 1
    }
    return .list(result)
  }

  /// Days that the reader allows in one range of open days, after the first.
  private static let longestRange = 3660
}
