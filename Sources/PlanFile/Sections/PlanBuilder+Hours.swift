import Planning
import Scheduling

/// Reading hours of the day, ranges of days and windows.
extension PlanBuilder {
  /// A list of hours such as `"09:00-12:00"` in ascending order; nil when there is an error.
  mutating func readHours(_ list: Value) -> [WorkCalendar.Hours]? {
    var result: [WorkCalendar.Hours] = []
    var isSound = true
    for item in list.kind == .list ? Array(items(list)) : [list] {
      guard let text = text(item) else {
        isSound = false
        continue
      }
      guard let (start, end) = ClockTime.range(text) else {
        error(.hours(text), at: item.position)
        isSound = false
        continue
      }
      guard start < end else {
        let message =
          start == end
          ? Message.hoursEmpty(text)
          : .hoursOverMidnight(text, start: ClockTime.text(start), end: ClockTime.text(end))
        error(message, at: item.position)
        isSound = false
        continue
      }
      if let last = result.last, start < last.end {
        error(.hoursOrder(text), at: item.position)
        isSound = false
        continue
      }
      result.append(WorkCalendar.Hours(start: start, end: end))
    }
    return isSound ? result : nil
  }

  /// A day or a range of days `first/last`, both included.
  mutating func readDays(_ text: String, at position: Position) -> WorkCalendar.Days? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // 2026/08/13 is a misspelled date, not a range.
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.count >= 10 }) else {
      if DateSpelling.meant(by: text) != nil {
        error(.date(text, .malformed), at: position)
      } else {
        error(.days(text), at: position)
      }
      return nil
    }
    var days: [CivilDate] = []
    for part in parts {
      guard let date = date(part, at: position) else { return nil }
      guard case .day(let day) = date else {
        error(.timeWhereDay(part), at: position)
        return nil
      }
      days.append(day)
    }
    guard let first = days.first, let last = days.last else { return nil }
    guard first <= last else {
      error(.rangeBackwards(text, meant: "\(last)/\(first)"), at: position)
      return nil
    }
    return WorkCalendar.Days(first, last)
  }

  /// Reads windows: `2028-12-29/2029-01-03`, with or without times of day.
  mutating func readWindows(_ list: Value) -> [WorkCalendar.Window] {
    items(list).compactMap { item in
      guard let text = text(item) else { return nil }
      return readWindow(text, at: item.position)
    }
  }

  private mutating func readWindow(_ text: String, at position: Position) -> WorkCalendar.Window? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let from = parts.first, let to = parts.last,
      from.utf8.count >= 10, to.utf8.count >= 10
    else {
      error(.window(text), at: position)
      return nil
    }
    guard let first = date(from, at: position), let last = date(to, at: position) else {
      return nil
    }
    let start = first.asStart
    let end = last.asFinish
    guard start < end else {
      error(.rangeBackwards(text, meant: "\(to)/\(from)"), at: position)
      return nil
    }
    return WorkCalendar.Window(start: start, end: end)
  }
}

/// Times of day such as `9:00` and `24:00`.
enum ClockTime {
  /// Reads `from-to` as minutes after midnight; nil when it is not of that form.
  static func range(_ text: String) -> (start: Int, end: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = minutes(parts[0]), let end = minutes(parts[1]) else {
      return nil
    }
    return (start, end)
  }

  /// The time as `HH:MM`.
  static func text(_ minutes: Int) -> String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  /// Reads a time of day or a length of hours such as `7:40` as minutes; nil when it is none.
  static func minutes(_ text: some StringProtocol) -> Int? {
    let trimmed = text.drop { $0 == " " }.prefix { $0 != " " }
    let parts = trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60,
      hours * 60 + minutes <= 1440
    else { return nil }
    return hours * 60 + minutes
  }
}

/// Closures of every year such as `12-29/01-03`.
enum YearlyDays {
  /// Why a text is not a yearly closure.
  enum Failure: Error {
    case malformed, impossible
  }

  /// Whether a text has months and days, but no years.
  static func isYearly(_ text: String) -> Bool {
    let first = text.prefix { $0 != "/" }
    let dash = first.firstIndex(of: "-").map { first.distance(from: first.startIndex, to: $0) }
    return dash.map { $0 <= 2 } ?? false
  }

  /// Reads `MM-DD` or `MM-DD/MM-DD`.
  static func closure(_ text: String) -> Result<WorkCalendar.YearlyClosure, Failure> {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    var days: [(month: Int, day: Int)] = []
    for part in parts {
      let numbers = part.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count <= 2, numbers.count == 2,
        numbers.allSatisfy({ $0.utf8.count <= 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let month = Int(numbers[0]), let day = Int(numbers[1])
      else { return .failure(.malformed) }
      // 2024 is a leap year: 02-29 is a day of some years.
      guard CivilDate(year: 2024, month: month, day: day) != nil else {
        return .failure(.impossible)
      }
      days.append((month, day))
    }
    guard let first = days.first, let last = days.last else { return .failure(.malformed) }
    return .success(
      WorkCalendar.YearlyClosure(
        firstMonth: first.month, firstDay: first.day, lastMonth: last.month, lastDay: last.day))
  }
}
