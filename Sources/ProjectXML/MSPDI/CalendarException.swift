internal import Planning
internal import Scheduling
internal import SharedSystem

/// A run of days whose hours are not those of the week, as a calendar of Project states it.
struct CalendarException: Hashable {
  /// The first and the last day, as days since 1970-01-01.
  var firstDay: Int, lastDay: Int
  /// Why the days are exceptional: the holiday's name, say.
  var name: String
  /// The hours of each of the days; empty when nothing works.
  var hours: [WorkCalendar.Hours]
}

extension CalendarException {
  /// The exceptions of a calendar on the days `first...last`, in order: one for each run of
  /// consecutive days with the same hours and the same name.
  ///
  /// A calendar of windows has no working week at all: each day with hours is an exception.
  /// A closure states its weekends too, so that it stays one exception.
  ///
  /// - Complexity: O(days + exceptions · log exceptions) time, O(exceptions) space.
  static func all(
    of calendar: WorkCalendar, from first: Int, through last: Int,
    in language: LocalizedText.Language
  ) -> [CalendarException] {
    let reasons = DayReasons(calendar, from: first, through: last, language)
    let isWindowed = calendar.windows != nil
    let periods = calendar.hasPlainWorkWeeks ? calendar.workWeeks : []
    var result: [CalendarException] = []
    calendar.forEachDay(from: first, through: last) { day, hours in
      let weekday = CivilDate(dayNumber: day).isoWeekday - 1
      let period = periods.first {
        $0.days.first.dayNumber <= day && day <= $0.days.last.dayNumber
      }
      let usual = isWindowed ? [] : (period?.week ?? calendar.week)[weekday]
      let isStated = hours.isEmpty && !isWindowed && reasons.isClosure(day)
      guard hours != usual || isStated else { return }
      let name = reasons.name(of: day)
      if let run = result.last, run.lastDay == day - 1, run.hours == hours, run.name == name {
        result[result.count - 1].lastDay = day
      } else {
        result.append(CalendarException(firstDay: day, lastDay: day, name: name, hours: hours))
      }
    }
    return result
  }
}

/// Why days of a calendar differ from its week.
private struct DayReasons {
  private let calendar: WorkCalendar
  private let language: LocalizedText.Language
  private var holidays: [Int: String] = [:]
  private var open: Set<Int> = []
  private var closed: Set<Int> = []

  init(
    _ calendar: WorkCalendar, from first: Int, through last: Int,
    _ language: LocalizedText.Language
  ) {
    self.calendar = calendar
    self.language = language
    guard first <= last else { return }
    if calendar.holidayRules.contains(.japan) {
      let years = CivilDate(dayNumber: first).year...CivilDate(dayNumber: last).year
      for holiday in years.flatMap(JapaneseHolidays.holidays(of:)) {
        holidays[holiday.date.dayNumber] =
          language == .ja ? holiday.name : holiday.englishName
      }
    }
    open = Set(calendar.open.map(\.date.dayNumber))
    for run in calendar.closed {
      let start = max(run.first.dayNumber, first)
      let end = min(run.last.dayNumber, last)
      if start <= end { closed.formUnion(start...end) }
    }
  }

  func isClosure(_ day: Int) -> Bool {
    guard !open.contains(day) else { return false }
    let date = CivilDate(dayNumber: day)
    return closed.contains(day) || calendar.yearlyClosures.contains { $0.contains(date) }
  }

  func name(of day: Int) -> String {
    if open.contains(day) { return language == .ja ? "営業日" : "Working day" }
    if let holiday = holidays[day] { return holiday }
    if isClosure(day) { return language == .ja ? "休業" : "Closed" }
    return language == .ja ? "作業可能期間" : "Window"
  }
}
