import Planning
import Scheduling

/// The keys of a calendar.
enum CalendarKey: String, RecordKey {
  case id, name, workingDays, hours, week, weeks, holidays, closed, open, windows, notes, source,
    illustrative
}

/// The keys of a period with weekly hours of its own.
enum WorkWeekKey: String, RecordKey {
  case days, week, name
}

/// The keys of a holiday or a closed day that has a name.
enum NamedDayKey: String, RecordKey {
  case date, name
}

/// The keys of an extra working day.
enum OpenDayKey: String, RecordKey {
  case date, hours, name
}

extension PlanBuilder {
  /// The days of the week as a plan names them, Monday first.
  static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads the list of calendars.
  mutating func readCalendars(_ list: Value) {
    for item in items(list) {
      guard let fields = record(item, as: CalendarKey.self),
        let id = define(.calendar, .id, in: fields)
      else { continue }
      let before = diagnostics.errorCount
      let hours = fields[.hours].flatMap { readHours($0) } ?? WorkCalendar.officeHours
      var calendar = WorkCalendar(week: readWeek(fields, hours: hours))
      if let value = fields[.weeks] { calendar.workWeeks = readWorkWeeks(value) }
      if let value = fields[.holidays] { readHolidays(value, into: &calendar) }
      if let value = fields[.closed] { readClosed(value, into: &calendar) }
      if let value = fields[.open] { calendar.open = readOpenDays(value, hours: hours) }
      if let value = fields[.windows] {
        calendar.windows = PlanBuilder.merged(readWindows(value))
      }
      readRemarks(fields[.notes], fields[.source], fields[.illustrative])
      if diagnostics.errorCount == before, neverWorks(calendar) {
        error(.neverWorks(id), at: fields.position)
      }
      plan.calendars.append(
        PlanCalendar(
          id: id, name: name(fields[.name], or: id), calendar: calendar, hours: hours))
    }
  }

  /// The hours of the seven days: `workingDays` have the standard hours, and a day that `week`
  /// names has those stated there.
  private mutating func readWeek(
    _ fields: Record<CalendarKey>, hours: [WorkCalendar.Hours]
  ) -> [[WorkCalendar.Hours]] {
    // Without days of its own, a calendar of windows works on all days of its windows.
    let days = PlanBuilder.standardWorkingDays(hasWindows: fields[.windows] != nil)
    var week = (0..<7).map { days.contains($0) ? hours : [] }
    if let list = fields[.workingDays] {
      week = Array(repeating: [], count: 7)
      for item in items(list) {
        guard let text = text(item) else { continue }
        if let day = weekday(text, at: item.position) { week[day] = hours }
      }
    }
    if let value = fields[.week] { readWeek(value, into: &week) }
    return week
  }

  /// The hours of the days that a map names.
  private mutating func readWeek(_ value: Value, into week: inout [[WorkCalendar.Hours]]) {
    for (name, place, value) in dictionary(value) {
      guard let day = weekday(name, at: place) else { continue }
      if let own = readHours(value) { week[day] = own }
    }
  }

  /// Periods with weekly hours of their own; a day that the `week` of one does not name is closed.
  private mutating func readWorkWeeks(_ list: Value) -> [WorkCalendar.WorkWeek] {
    var result: [WorkCalendar.WorkWeek] = []
    for item in items(list) {
      guard let fields = record(item, as: WorkWeekKey.self) else { continue }
      if let name = fields[.name] { _ = localizedText(name) }
      guard let value = fields[.days] else {
        missing(.days, in: fields)
        continue
      }
      guard let text = text(value), let days = readDays(text, at: value.position) else { continue }
      var week: [[WorkCalendar.Hours]] = Array(repeating: [], count: 7)
      if let value = fields[.week] { readWeek(value, into: &week) }
      guard result.count < ReadingLimits.workWeeks else {
        error(.tooManyOpenDays(), at: item.position)
        break
      }
      result.append(WorkCalendar.WorkWeek(days, week: week))
    }
    return result
  }

  /// The working days, from 0 for Monday, of a calendar that does not state any.
  static func standardWorkingDays(hasWindows: Bool) -> Range<Int> { 0..<(hasWindows ? 7 : 5) }

  private mutating func weekday(_ text: String, at position: Position) -> Int? {
    if let day = PlanBuilder.weekdays.firstIndex(of: text) { return day }
    let short = String(text.lowercased().prefix(3))
    let nearest =
      PlanBuilder.weekdays.contains(short)
      ? short : spelling.nearest(to: text, among: PlanBuilder.weekdays)
    error(.weekday(text, nearest: nearest), at: position)
    return nil
  }

  private mutating func readHolidays(_ list: Value, into calendar: inout WorkCalendar) {
    for item in list.kind == .plain ? [list] : Array(items(list)) {
      if item.kind == .map {
        if let day = readNamedDay(item) { calendar.closed.append(day) }
        continue
      }
      guard let text = text(item) else { continue }
      if let rule = WorkCalendar.HolidayRule(rawValue: text) {
        if !calendar.holidayRules.contains(rule) { calendar.holidayRules.append(rule) }
      } else if text.first.map({ ("0"..."9").contains($0) }) ?? false {
        if let days = readDays(text, at: item.position) { calendar.closed.append(days) }
      } else {
        let sets = WorkCalendar.HolidayRule.allCases.map(\.rawValue)
        let nearest = spelling.nearest(to: text, among: sets)
        error(.holiday(text, nearest: nearest), at: item.position)
      }
    }
  }

  private mutating func readClosed(_ list: Value, into calendar: inout WorkCalendar) {
    for item in items(list) {
      if item.kind == .map {
        if let day = readNamedDay(item) { calendar.closed.append(day) }
        continue
      }
      guard let text = text(item) else { continue }
      if YearlyDays.isYearly(text) {
        switch YearlyDays.closure(text) {
        case .success(let closure):
          if !calendar.yearlyClosures.contains(closure) { calendar.yearlyClosures.append(closure) }
          guard calendar.yearlyClosures.count <= 366 else {
            error(.tooManyClosures(), at: item.position)
            return
          }
        case .failure(let failure):
          error(
            failure == .malformed ? .days(text) : .monthDay(text), at: item.position)
        }
      } else if let days = readDays(text, at: item.position) {
        calendar.closed.append(days)
      }
    }
  }

  /// Windows in order, those that overlap made one: the engine looks at one at a time.
  private static func merged(_ windows: [WorkCalendar.Window]) -> [WorkCalendar.Window] {
    var result: [WorkCalendar.Window] = []
    for window in windows.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, window.start < last.end {
        result[result.count - 1].end = max(last.end, window.end)
      } else {
        result.append(window)
      }
    }
    return result
  }

  private mutating func readNamedDay(_ value: Value) -> WorkCalendar.Days? {
    guard let day = record(value, as: NamedDayKey.self) else { return nil }
    if let name = day[.name] { _ = localizedText(name) }
    guard let value = day[.date] else {
      missing(.date, in: day)
      return nil
    }
    guard let text = text(value) else { return nil }
    return readDays(text, at: value.position)
  }

  /// Reads extra working days.
  mutating func readOpenDays(
    _ list: Value, hours standard: [WorkCalendar.Hours]
  ) -> [WorkCalendar.OpenDay] {
    var result: [WorkCalendar.OpenDay] = []
    for item in items(list) {
      var hours = standard
      var dates = item
      if item.kind == .map {
        guard let day = record(item, as: OpenDayKey.self) else { continue }
        if let name = day[.name] { _ = localizedText(name) }
        guard let value = day[.date] else {
          missing(.date, in: day)
          continue
        }
        dates = value
        if let value = day[.hours], let own = readHours(value) { hours = own }
      }
      guard let text = text(dates), let days = readDays(text, at: dates.position) else { continue }
      let first = days.first.dayNumber
      guard days.last.dayNumber - first <= 3660 else {
        error(.rangeTooLong(text), at: dates.position)
        continue
      }
      guard result.count <= ReadingLimits.openDays else {
        error(.tooManyOpenDays(), at: dates.position)
        break
      }
      for offset in 0...(days.last.dayNumber - first) {
        result.append(WorkCalendar.OpenDay(date: days.first.adding(days: offset), hours: hours))
      }
    }
    return result
  }

  /// Whether a calendar has no working time in any year a plan can lie in.
  ///
  /// - Complexity: O(1) for a calendar that works soon after the project's start or the beginning
  ///   of a window; else O(days).
  private mutating func neverWorks(_ calendar: WorkCalendar) -> Bool {
    if calendar.neverWorks { return true }
    if calendar.open.contains(where: { !$0.hours.isEmpty }) { return false }
    func works(from first: Int, through last: Int) -> Bool {
      if last - first > 1000 {
        // All of eleven centuries: scheduling says it of those which are not looked at here.
        longLooks += 1
        if longLooks > ReadingLimits.longLooks { return true }
      }
      var works = false
      calendar.forEachDay(from: first, through: last) { _, hours in
        if !hours.isEmpty { works = true }
      }
      return works
    }
    let start = plan.start.date.dayNumber
    if let windows = calendar.windows, let first = windows.first, let last = windows.last {
      return !windows.prefix(10).contains { window in
        let day = window.start.date.dayNumber
        return works(from: day, through: min(window.end.date.dayNumber, day + 10))
      } && !works(from: first.start.date.dayNumber, through: last.end.date.dayNumber)
    }
    return !works(from: start, through: start + 14)
      && !works(from: PlanBuilder.firstDay, through: PlanBuilder.lastDay)
  }

  private static let firstDay = CivilDate(year: 1900, month: 1, day: 1)?.dayNumber ?? 0
  private static let lastDay = CivilDate(year: 2999, month: 12, day: 31)?.dayNumber ?? 0
}
