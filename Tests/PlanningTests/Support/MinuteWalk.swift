import Scheduling

/// Calendar arithmetic by walking days, with the public description of a calendar alone.
struct MinuteWalk {
  private let calendar: WorkCalendar?

  /// - Parameter calendar: nil counts the minutes of the clock.
  init(_ calendar: WorkCalendar?) { self.calendar = calendar }

  private func spans(of day: Int) -> [Range<Int>] {
    guard let calendar else { return [day * 1440..<(day + 1) * 1440] }
    return calendar.hours(on: CivilDate(dayNumber: day)).map {
      day * 1440 + $0.start..<day * 1440 + $0.end
    }
  }

  private func day(_ minute: Int) -> Int { Int((Double(minute) / 1440).rounded(.down)) }

  /// The first working minute at or after an instant.
  func start(from instant: Int) -> Int { later(instant, by: 1) - 1 }

  /// The end of the last of so many minutes from an instant on.
  func later(_ instant: Int, by minutes: Int) -> Int {
    if minutes == 0 { return instant }
    var left = minutes
    for day in day(instant)..<day(instant) + 1500 {
      for span in spans(of: day) where span.upperBound > instant {
        let from = max(span.lowerBound, instant)
        if span.upperBound - from >= left { return from + left }
        left -= span.upperBound - from
      }
    }
    return Int.max / 2
  }

  /// The start of the first of so many minutes before an instant; nil when there are not so many.
  func earlier(_ instant: Int, by minutes: Int) -> Int? {
    if minutes == 0 { return instant }
    var left = minutes
    for day in (day(instant) - 400...day(instant)).reversed() {
      for span in spans(of: day).reversed() where span.lowerBound < instant {
        let to = min(span.upperBound, instant)
        if to - span.lowerBound >= left { return to - left }
        left -= to - span.lowerBound
      }
    }
    return nil
  }
}
