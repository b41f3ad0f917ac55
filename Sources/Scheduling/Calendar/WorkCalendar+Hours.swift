/// Reading the description of a calendar as the hours of a run of days.
extension WorkCalendar {
  /// Calls `body` with the hours of every day from `first` to `last`, in order.
  ///
  /// - Complexity: O(days + exceptions · log exceptions) time, O(exceptions) space.
  package func forEachDay(
    from first: Int, through last: Int, _ body: (_ day: Int, _ hours: [Hours]) -> Void
  ) {
    guard first <= last else { return }
    var openHours: [Int: [Hours]] = [:]
    for day in open { openHours[day.date.dayNumber] = day.hours }
    let closedRuns = closed.map { ($0.first.dayNumber, $0.last.dayNumber) }.sorted { $0 < $1 }
    let windowRuns = windows?.sorted { $0.start < $1.start }
    var holidays: Set<Int> = []
    if holidayRules.contains(.japan) {
      let firstYear = CivilDate(dayNumber: first).year
      let lastYear = CivilDate(dayNumber: last).year
      let years = JapaneseHolidays.years.clamped(to: firstYear...max(firstYear, lastYear))
      for year in years where year >= firstYear && year <= lastYear {
        for holiday in JapaneseHolidays.holidays(of: year) {
          holidays.insert(holiday.date.dayNumber)
        }
      }
    }
    var closedIndex = 0
    var closedUntil = Int.min
    var windowIndex = 0
    var date = CivilDate(dayNumber: first)
    var weekday = date.isoWeekday - 1
    for day in first...last {
      defer {
        weekday = weekday == 6 ? 0 : weekday + 1
        date = date.nextDay
      }
      while closedIndex < closedRuns.count, closedRuns[closedIndex].0 <= day {
        closedUntil = max(closedUntil, closedRuns[closedIndex].1)
        closedIndex += 1
      }
      if let hours = openHours[day] {
        body(day, hours)
        continue
      }
      let hours = week[weekday]
      if hours.isEmpty || day <= closedUntil || holidays.contains(day)
        || yearlyClosures.contains(where: { $0.contains(date) })
      {
        body(day, [])
        continue
      }
      guard let windowRuns else {
        body(day, hours)
        continue
      }
      let dayStart = day * 1440
      while windowIndex < windowRuns.count, Int(windowRuns[windowIndex].end.minutes) <= dayStart {
        windowIndex += 1
      }
      body(day, WorkCalendar.clip(hours, ofDay: dayStart, to: windowRuns[windowIndex...]))
    }
  }

  /// The hours of one date.
  ///
  /// - Complexity: as `forEachDay` for one day.
  public func hours(on date: CivilDate) -> [Hours] {
    var result: [Hours] = []
    forEachDay(from: date.dayNumber, through: date.dayNumber) { _, hours in result = hours }
    return result
  }

  private static func clip(
    _ hours: [Hours], ofDay dayStart: Int, to windows: ArraySlice<Window>
  ) -> [Hours] {
    var result: [Hours] = []
    for window in windows {
      let start = Int(window.start.minutes) - dayStart
      let end = Int(window.end.minutes) - dayStart
      if start >= 1440 { break }
      for piece in hours {
        // Windows may overlap: what an earlier one gave is not given again.
        let from = max(piece.start, start, result.last?.end ?? 0)
        let to = min(piece.end, end)
        if from < to { result.append(Hours(start: from, end: to)) }
      }
    }
    return result
  }
}

extension CivilDate {
  /// The following day.
  ///
  /// - Complexity: O(1), without a division.
  package var nextDay: CivilDate {
    CivilDate(year: year, month: month, day: day + 1)
      ?? CivilDate(year: year, month: month + 1, day: 1)
      ?? CivilDate(year: year + 1, month: 1, day: 1)
      ?? adding(days: 1)
  }
}
