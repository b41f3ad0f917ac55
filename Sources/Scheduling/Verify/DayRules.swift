/// The rules of a calendar, read for one day after the other.
///
/// They are applied in the order `WorkCalendar` states, the later rule winning: the weekly pattern;
/// public holidays and closed days; windows; open days.
struct DayRules {
  private let calendar: WorkCalendar
  /// Closed days and open days, by day number.
  private let closed: [ClosedRange<Int>]
  private let open: [Int: [WorkCalendar.Hours]]
  private let holidays: Set<Int>
  /// The years whose holidays are in `holidays`.
  private let years: ClosedRange<Int>
  /// The days outside which there is no work, when there are such.
  let workDays: ClosedRange<Int>?

  /// Takes a calendar; the holidays of `days` are looked up once.
  init(_ calendar: WorkCalendar, days: ClosedRange<Int>) {
    self.calendar = calendar
    closed = calendar.closed.filter { $0.first <= $0.last }
      .map { $0.first.dayNumber...$0.last.dayNumber }
    open = Dictionary(
      calendar.open.map { ($0.date.dayNumber, $0.hours) }, uniquingKeysWith: { $1 })
    let first = CivilDate(dayNumber: days.lowerBound).year
    years = first...CivilDate(dayNumber: days.upperBound).year
    holidays =
      calendar.holidayRules.contains(.japan)
      ? Set(years.flatMap(JapaneseHolidays.holidays(of:)).map(\.date.dayNumber)) : []
    var candidates = Array(open.keys)
    for window in calendar.windows ?? [] {
      candidates += [window.start.date.dayNumber, window.end.date.dayNumber]
    }
    let isLimited =
      calendar.windows != nil
      || (calendar.week + calendar.workWeeks.flatMap(\.week)).allSatisfy(\.isEmpty)
    workDays = isLimited ? (candidates.min() ?? 0)...(candidates.max() ?? 0) : nil
  }

  /// The working time of a day, in ascending order without overlap, as minutes since 1970.
  ///
  /// - Complexity: O(exceptions of the calendar).
  func work(on day: Int) -> [Range<Int>] {
    let midnight = day * 1440
    if let hours = open[day] { return hours.map { midnight + $0.start..<midnight + $0.end } }
    if isClosed(day) { return [] }
    let weekday = CivilDate(dayNumber: day).isoWeekday
    let week =
      calendar.workWeeks.last {
        $0.days.first.dayNumber <= day && day <= $0.days.last.dayNumber
      }?.week ?? calendar.week
    let hours = week[weekday - 1].map { midnight + $0.start..<midnight + $0.end }
    guard let windows = calendar.windows else { return hours }
    let pieces = hours.flatMap { piece in
      windows.map { piece.clamped(to: Int($0.start.minutes)..<Int($0.end.minutes)) }
    }
    return union(pieces.filter { !$0.isEmpty })
  }

  private func isClosed(_ day: Int) -> Bool {
    if closed.contains(where: { $0.contains(day) }) { return true }
    let date = CivilDate(dayNumber: day)
    if calendar.yearlyClosures.contains(where: { covers($0, date) }) { return true }
    guard calendar.holidayRules.contains(.japan) else { return false }
    return years.contains(date.year)
      ? holidays.contains(day)
      : JapaneseHolidays.holidays(of: date.year).contains { $0.date == date }
  }

  /// Whether a closure that comes back every year, perhaps over the new year, covers the date.
  private func covers(_ closure: WorkCalendar.YearlyClosure, _ date: CivilDate) -> Bool {
    let day = date.month * 100 + date.day
    let first = closure.firstMonth * 100 + closure.firstDay
    let last = closure.lastMonth * 100 + closure.lastDay
    return first <= last ? first <= day && day <= last : first <= day || day <= last
  }

  /// The same minutes, each once, in ascending order.
  private func union(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, piece.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
