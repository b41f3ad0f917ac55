internal import Scheduling

/// The days of an exception of Microsoft Project, which may recur.
///
/// Recurrence follows the fields of the format: daily, weekly on some days, monthly and yearly by
/// day of the month or by position. An exception entered by its number of occurrences ends with
/// the last of them; any other with its last date.
struct ExceptionDays {
  private let exception: MSPDIFile.Exception
  private let first: Int
  private let last: Int

  /// The most days a single exception may name: eighty years.
  static let limit = 30_000

  /// Reads the period; nil when the exception has none that can be used.
  init?(_ exception: MSPDIFile.Exception) {
    guard let from = exception.period?.from, (1900...2999).contains(from.date.year) else {
      return nil
    }
    let to = exception.period?.to ?? from
    self.exception = exception
    first = from.date.dayNumber
    // A last date at midnight is the end of the day before, unless that is the first date itself.
    let end = to.minuteOfDay == 0 && to > from ? to.date.dayNumber - 1 : to.date.dayNumber
    last = min(max(end, first), first + ExceptionDays.limit)
  }

  /// Whether it is a plain run of days rather than a recurrence: such ones win over recurring ones.
  var isPlain: Bool { [nil, 0, 1, 9].contains(exception.type) && interval == 1 }

  private var interval: Int { max(1, exception.interval ?? 1) }

  /// The day numbers, ascending.
  var days: [Int] {
    let all: [Int]
    switch exception.type ?? 1 {
    case 2, 3: all = yearly()
    case 4, 5: all = monthly()
    case 6: all = weekly()
    default: all = Array(stride(from: first, through: last, by: interval))
    }
    guard exception.enteredByOccurrences == true, let count = exception.occurrences, count > 0,
      !isPlain
    else { return all }
    return Array(all.prefix(count))
  }

  private func weekly() -> [Int] {
    let bits = exception.daysOfWeek ?? 0
    let firstWeek = first - weekday(first)
    return (first...last).filter { day in
      bits & (1 << weekday(day)) != 0 && ((day - firstWeek) / 7) % interval == 0
    }
  }

  /// Sunday is 0, as in the format.
  private func weekday(_ day: Int) -> Int { CivilDate(dayNumber: day).isoWeekday % 7 }

  private func monthly() -> [Int] {
    let start = CivilDate(dayNumber: first)
    var result: [Int] = []
    for step in stride(from: 0, through: (last - first) / 28 + 1, by: interval) {
      let month = start.month - 1 + step
      if let day = day(inMonth: month % 12 + 1, of: start.year + month / 12),
        first...last ~= day
      {
        result.append(day)
      }
    }
    return result
  }

  private func yearly() -> [Int] {
    let month = (exception.month ?? 0) + 1
    guard (1...12).contains(month) else { return [] }
    let years = CivilDate(dayNumber: first).year...CivilDate(dayNumber: last).year
    return years.compactMap { day(inMonth: month, of: $0) }.filter { first...last ~= $0 }
  }

  /// The day that the exception names in a month; nil when the month has none.
  private func day(inMonth month: Int, of year: Int) -> Int? {
    if exception.type == 2 || exception.type == 4 {
      return CivilDate(year: year, month: month, day: exception.monthDay ?? 1)?.dayNumber
    }
    guard let first = CivilDate(year: year, month: month, day: 1)?.dayNumber else { return nil }
    let all = first..<first + CivilDate.daysInMonth(month, of: year)
    let matching = all.filter { day in
      switch exception.monthItem ?? 0 {
      case 1: (1...5).contains(weekday(day))
      case 2: weekday(day) == 0 || weekday(day) == 6
      case let item where item >= 3: weekday(day) == item - 3
      default: true
      }
    }
    let position = exception.monthPosition ?? 0
    if position >= 4 { return matching.last }
    return matching.indices.contains(position) ? matching[position] : nil
  }
}
