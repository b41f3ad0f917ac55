import Planning
import Scheduling

extension RandomPlan {
  mutating func calendar() -> PlanCalendar {
    let id = id()
    let hours = chance(40) ? WorkCalendar.officeHours : hours()
    let hasWindows = chance(30)
    var week: [[WorkCalendar.Hours]] = (0..<7).map { $0 < (hasWindows ? 7 : 5) ? hours : [] }
    switch int(0...3) {
    case 0: break
    case 1: week = (0..<7).map { _ in chance(60) ? hours : [] }
    case 2: week[int(0...6)] = self.hours()
    default: week = (0..<7).map { _ in chance(40) ? hours : self.hours() }
    }
    var calendar = WorkCalendar(week: week)
    if chance(40) { calendar.holidayRules = [.japan] }
    calendar.yearlyClosures = many(2) { maker in
      WorkCalendar.YearlyClosure(
        firstMonth: maker.int(1...12), firstDay: maker.int(1...29), lastMonth: maker.int(1...12),
        lastDay: maker.int(1...29))
    }
    calendar.yearlyClosures = calendar.yearlyClosures.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    calendar.closed = many(3) { maker in
      let first = CivilDate(dayNumber: maker.int(20000...24000))
      return WorkCalendar.Days(first, first.adding(days: maker.chance(50) ? 0 : maker.int(0...9)))
    }
    calendar.workWeeks = many(2) { maker in
      let first = CivilDate(dayNumber: maker.int(20000...24000))
      return WorkCalendar.WorkWeek(
        WorkCalendar.Days(first, first.adding(days: maker.int(0...200))),
        week: (0..<7).map { _ in maker.chance(50) ? maker.hours() : [] })
    }
    if hasWindows { calendar.windows = windows() }
    calendar.open = openDays(hours)
    // A calendar that never works is an error.
    calendar.open.append(
      WorkCalendar.OpenDay(
        date: CivilDate(dayNumber: int(20000...24000)),
        hours: [WorkCalendar.Hours(start: 0, end: int(1...1440))]))
    return PlanCalendar(id: id, name: name(id), calendar: calendar, hours: hours)
  }

  mutating func hours() -> [WorkCalendar.Hours] {
    let times = Set((0..<int(0...6)).map { _ in int(0...1440) }).sorted()
    return (0..<(times.count / 2)).map {
      WorkCalendar.Hours(start: times[2 * $0], end: times[2 * $0 + 1])
    }
  }

  mutating func openDays(_ hours: [WorkCalendar.Hours]) -> [WorkCalendar.OpenDay] {
    many(4) { maker -> [WorkCalendar.OpenDay] in
      let first = CivilDate(dayNumber: maker.int(20000...24000))
      let own = maker.chance(60) ? hours : maker.hours()
      return (0...maker.int(0...3)).map {
        WorkCalendar.OpenDay(date: first.adding(days: $0), hours: own)
      }
    }.flatMap { $0 }
  }

  /// Windows in order that do not overlap; two may touch.
  mutating func windows() -> [WorkCalendar.Window] {
    let count = int(0...3)
    var times: Set<Int32> = []
    while times.count < 2 * count {
      let day = CivilDate(dayNumber: int(20000...24000))
      times.insert(Instant(day, minuteOfDay: chance(50) ? 0 : int(0...1439)).minutes)
    }
    let sorted = times.sorted()
    var windows = (0..<count).map {
      WorkCalendar.Window(
        start: Instant(minutes: sorted[2 * $0]), end: Instant(minutes: sorted[2 * $0 + 1]))
    }
    if let last = windows.last, chance(30) {
      windows.append(
        WorkCalendar.Window(start: last.end, end: Instant(minutes: last.end.minutes + 1440)))
    }
    return windows
  }
}
