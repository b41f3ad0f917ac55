/// A calendar walked day by day: slow, plain, and without anything in common with the compiled
/// tables of the engine.
///
/// Instants are minutes since 1970-01-01T00:00. The days around the schedule are worked out once,
/// any other day each time it is asked for. A walk that meets no work for some hundred years, or
/// none before the first or after the last day of work that the description names, has no answer.
struct PlainCalendar {
  private let rules: DayRules
  private let days: ClosedRange<Int>
  private let work: [[Range<Int>]]
  /// The first working minute of a calendar that has one, when the minutes before it count too.
  private var clockUntil: Int?

  /// How many days without work are walked before a calendar counts as exhausted.
  private static let patience = 40_000

  /// Reads a calendar; `days` are the days around the schedule.
  init(_ calendar: WorkCalendar, days: ClosedRange<Int>) {
    rules = DayRules(calendar, days: days)
    self.days = days
    work = days.map(rules.work)
  }

  /// The same calendar, counting the minutes before its very first work, if there is a first.
  ///
  /// Late dates and floats need it: a task whose last chance lies before every window of its
  /// calendar still has late dates and a float, and the time up to the first window is then
  /// counted on the clock.
  func countingClockBeforeFirstWork() -> PlainCalendar {
    var result = self
    result.clockUntil =
      rules.workDays?.lazy.compactMap { rules.work(on: $0).first?.lowerBound }.first
    return result
  }

  /// The working time of a day.
  func work(on day: Int) -> [Range<Int>] {
    let known = days.contains(day) ? work[day - days.lowerBound] : rules.work(on: day)
    guard let clockUntil, day * 1440 < clockUntil else { return known }
    let clock = day * 1440..<min((day + 1) * 1440, clockUntil)
    return clock.upperBound == clockUntil ? [clock] + known : [clock]
  }

  /// The working minutes from one instant to another; negative when `last` is before `first`.
  func minutes(from first: Int, to last: Int) -> Int {
    if last < first { return -minutes(from: last, to: first) }
    if last == first { return 0 }
    var sum = 0
    for day in day(of: first)...day(of: last - 1) {
      for span in work(on: day) { sum += span.clamped(to: first..<last).count }
    }
    return sum
  }

  /// Whether the minute that begins at an instant is worked.
  func isWorking(_ minute: Int) -> Bool {
    work(on: day(of: minute)).contains { $0.contains(minute) }
  }

  /// The beginning of the first working minute at or after an instant.
  func nextWork(_ instant: Int) -> Int? {
    walkForward(from: instant) { span in span.lowerBound }
  }

  /// The end of the `count`-th working minute after an instant; the instant itself for none.
  func end(of count: Int, from instant: Int) -> Int? {
    if count == 0 { return instant }
    var left = count
    return walkForward(from: instant) { span in
      if span.count >= left { return span.lowerBound + left }
      left -= span.count
      return nil
    }
  }

  /// The beginning of the `count`-th working minute before an instant; the instant itself for none.
  func start(of count: Int, before instant: Int) -> Int? {
    if count == 0 { return instant }
    var left = count
    return walkBackward(from: instant) { span in
      if span.count >= left { return span.upperBound - left }
      left -= span.count
      return nil
    }
  }

  /// The end of the last working minute before an instant.
  func endOfWork(before instant: Int) -> Int? {
    walkBackward(from: instant) { span in span.upperBound }
  }

  // MARK: Walks

  /// Hands over the working spans after an instant until one gives an answer.
  private func walkForward(
    from instant: Int, _ answer: (Range<Int>) -> Int?
  ) -> Int? {
    var day = max(day(of: instant), rules.workDays.map(\.lowerBound) ?? .min)
    if clockUntil != nil { day = self.day(of: instant) }
    var idle = 0
    while idle < Self.patience, day <= rules.workDays?.upperBound ?? .max {
      let spans = work(on: day)
      idle = spans.isEmpty && rules.workDays == nil ? idle + 1 : 0
      for span in spans where span.upperBound > instant {
        if let result = answer(max(span.lowerBound, instant)..<span.upperBound) { return result }
      }
      day += 1
    }
    return nil
  }

  /// Hands over the working spans before an instant, the latest first, until one gives an answer.
  private func walkBackward(
    from instant: Int, _ answer: (Range<Int>) -> Int?
  ) -> Int? {
    var day = min(day(of: instant), rules.workDays.map(\.upperBound) ?? .max)
    let firstDay = clockUntil == nil ? rules.workDays?.lowerBound ?? .min : .min
    var idle = 0
    while idle < Self.patience, day >= firstDay {
      let spans = work(on: day)
      idle = spans.isEmpty && rules.workDays == nil ? idle + 1 : 0
      for span in spans.reversed() where span.lowerBound < instant {
        if let result = answer(span.lowerBound..<min(span.upperBound, instant)) { return result }
      }
      day -= 1
    }
    return nil
  }

  private func day(of instant: Int) -> Int {
    instant >= 0 ? instant / 1440 : (instant - 1439) / 1440
  }
}
