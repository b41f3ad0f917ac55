/// The hours of a run of days, as a calendar states them: each day points to one of a few shapes.
struct DayTable {
  /// First day, in days since 1970-01-01.
  let firstDay: Int
  /// The shape of each day, an index into `shapes`.
  private(set) var shapeOfDay: [UInt16]
  /// Hours of a day, in ascending order. The first seven are the weekdays', Monday first; then a
  /// day without hours.
  private(set) var shapes: [[WorkCalendar.Hours]]
  private static let closedShape: UInt16 = 7

  /// Evaluates a calendar for the days `firstDay...lastDay`.
  ///
  /// - Complexity: O(days + exceptions · log exceptions) time, O(days) space.
  init(_ calendar: WorkCalendar, firstDay: Int, lastDay: Int) {
    self.firstDay = firstDay
    shapes = calendar.week + [[]]
    shapeOfDay = []
    shapeOfDay.reserveCapacity(max(0, lastDay - firstDay + 1))
    if calendar.windows == nil {
      var weekday = UInt16(CivilDate(dayNumber: firstDay).isoWeekday - 1)
      for _ in stride(from: firstDay, through: lastDay, by: 1) {
        shapeOfDay.append(weekday)
        weekday = weekday == 6 ? 0 : weekday + 1
      }
      for period in calendar.workWeeks { apply(period, through: lastDay) }
    } else {
      shapeOfDay.append(
        contentsOf: repeatElement(DayTable.closedShape, count: max(0, lastDay - firstDay + 1)))
      clip(calendar, to: calendar.windows ?? [])
    }
    close(calendar, from: firstDay, through: lastDay)
    for day in calendar.open { set(day.date.dayNumber, to: day.hours) }
  }

  private mutating func set(_ day: Int, to hours: [WorkCalendar.Hours]) {
    let index = day - firstDay
    guard shapeOfDay.indices.contains(index), shapes.count <= Int(UInt16.max) else { return }
    if let known = shapes.lastIndex(of: hours), shapes.count - known < 16 {
      shapeOfDay[index] = UInt16(known)
    } else {
      shapeOfDay[index] = UInt16(shapes.count)
      shapes.append(hours)
    }
  }

  /// Gives the days of a period the hours of its own week.
  private mutating func apply(_ period: WorkCalendar.WorkWeek, through lastDay: Int) {
    let base = UInt16(clamping: shapes.count)
    guard shapes.count + 7 < Int(UInt16.max) else { return }
    shapes += period.week
    let first = max(firstDay, period.days.first.dayNumber)
    for day in stride(from: first, through: min(lastDay, period.days.last.dayNumber), by: 1) {
      shapeOfDay[day - firstDay] = base + UInt16(CivilDate(dayNumber: day).isoWeekday - 1)
    }
  }

  private mutating func close(_ calendar: WorkCalendar, from first: Int, through last: Int) {
    func clamped(_ from: Int, _ to: Int) -> Range<Int> {
      let start = max(first, from) - first
      return start..<max(start, min(last, to) + 1 - first)
    }
    func close(_ days: Range<Int>) {
      for index in days { shapeOfDay[index] = DayTable.closedShape }
    }
    /// In order, so that each day is closed once: ten thousand runs may cover the same centuries.
    func closeAll(_ runs: [Range<Int>]) {
      var next = 0
      for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where run.upperBound > next {
        close(max(next, run.lowerBound)..<run.upperBound)
        next = run.upperBound
      }
    }
    closeAll(calendar.closed.map { clamped($0.first.dayNumber, $0.last.dayNumber) })
    guard first <= last else { return }
    let years = CivilDate(dayNumber: first).year...CivilDate(dayNumber: last).year
    for year in years where calendar.holidayRules.contains(.japan) {
      guard JapaneseHolidays.years.contains(year) else { continue }
      for day in JapaneseHolidays.dayNumbers(of: year) {
        close(clamped(day, day))
      }
    }
    // A closure that began in the year before may reach into the range.
    let closures = DayTable.longest(calendar.yearlyClosures)
    for year in (years.lowerBound - 1)...years.upperBound {
      closeAll(
        closures.map { closure in
          let (from, to) = closure.days(beginningIn: year)
          return clamped(from, to)
        })
    }
  }

  /// Of closures that begin on the same day the longest: at most one for each day of a year.
  private static func longest(
    _ closures: [WorkCalendar.YearlyClosure]
  ) -> [WorkCalendar.YearlyClosure] {
    var longest: [Int: (end: Int, closure: WorkCalendar.YearlyClosure)] = [:]
    for closure in closures {
      let first = closure.firstMonth * 32 + closure.firstDay
      let last = closure.lastMonth * 32 + closure.lastDay
      let end = last >= first ? last : last + 1000
      if longest[first].map({ $0.end < end }) ?? true { longest[first] = (end, closure) }
    }
    return longest.values.map(\.closure)
  }

  /// Gives the days of windows their hours, as far as they lie inside.
  private mutating func clip(
    _ calendar: WorkCalendar, to windows: [WorkCalendar.Window]
  ) {
    let lastDay = firstDay + shapeOfDay.count - 1
    for window in windows {
      let first = max(firstDay, Instant.day(of: window.start.minutes))
      let last = min(lastDay, Instant.day(of: window.end.minutes - 1))
      for day in stride(from: first, through: last, by: 1) {
        let (start, end) = (
          Int(window.start.minutes) - day * 1440, Int(window.end.minutes) - day * 1440
        )
        var hours = shapes[Int(shapeOfDay[day - firstDay])]
        for piece in calendar.week(ofDay: day)[CivilDate(dayNumber: day).isoWeekday - 1] {
          let (from, to) = (max(piece.start, start), min(piece.end, end))
          if from < to { hours.append(.init(start: from, end: to)) }
        }
        set(day, to: DayTable.merged(hours))
      }
    }
  }

  /// Hours in ascending order without overlap.
  private static func merged(_ hours: [WorkCalendar.Hours]) -> [WorkCalendar.Hours] {
    var result: [WorkCalendar.Hours] = []
    for piece in hours.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, piece.start < last.end {
        result[result.count - 1].end = max(last.end, piece.end)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}

extension WorkCalendar {
  /// The weekly pattern that holds on a day.
  fileprivate func week(ofDay day: Int) -> [[Hours]] {
    workWeeks.last { $0.days.first.dayNumber <= day && day <= $0.days.last.dayNumber }?.week ?? week
  }
}

extension WorkCalendar.YearlyClosure {
  /// The first and last day of the closure that begins in a year; the last is before the first
  /// when there is none. A 29 February that does not exist is 1 March as a beginning and
  /// 28 February as an end.
  fileprivate func days(beginningIn year: Int) -> (first: Int, last: Int) {
    func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
      CivilDate(year: year, month: month, day: day)?.dayNumber
    }
    let endYear = (firstMonth, firstDay) <= (lastMonth, lastDay) ? year : year + 1
    let first = number(year, firstMonth, firstDay) ?? number(year, 3, 1) ?? 0
    let last = number(endYear, lastMonth, lastDay) ?? number(endYear, 2, 28) ?? 0
    return (first, last)
  }
}
