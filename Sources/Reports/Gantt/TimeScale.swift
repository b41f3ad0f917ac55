import Scheduling

/// Where instants lie on a chart: the same distance for every minute.
struct TimeScale: Hashable {
  /// The first instant and the one at the end.
  let first: Instant
  let last: Instant
  /// Where they lie.
  let left: Int
  let right: Int

  /// Makes a scale.
  ///
  /// - Precondition: `first < last`, `left < right`.
  init(_ first: Instant, _ last: Instant, left: Int, right: Int) {
    precondition(first < last && left < right, "\(first)/\(last) on \(left)...\(right)")
    (self.first, self.last, self.left, self.right) = (first, last, left, right)
  }

  private var minutes: Int { Int(last.minutes) - Int(first.minutes) }
  private var width: Int { right - left }

  /// Where an instant lies, outside of the chart when it is outside of its time.
  func x(_ instant: Instant) -> Int {
    let offset = (Int(instant.minutes) - Int(first.minutes)) * width
    // Rounded down also before the beginning.
    return left + (offset >= 0 ? offset / minutes : (offset - minutes + 1) / minutes)
  }

  /// Where an instant lies, or the edge that is nearest to it.
  func clamped(_ instant: Instant) -> Int { min(max(x(instant), left), right) }

  /// Where the beginning of a day lies, or the edge that is nearest to it.
  func clamped(_ day: CivilDate) -> Int {
    let minutes = min(max(day.dayNumber * 1440, Int(first.minutes)), Int(last.minutes))
    return clamped(Instant(minutes: Int32(minutes)))
  }

  /// Whether an instant lies on the chart, its edges included.
  func contains(_ instant: Instant) -> Bool { first <= instant && instant <= last }

  /// The width of some days, rounded down.
  func width(ofDays days: Int) -> Int { days * 1440 * width / minutes }

  /// The first day.
  var firstDay: CivilDate { first.date }
  /// The day the chart ends on: its end is the beginning of the next.
  var lastDay: CivilDate { last.dayAsFinish }
}
