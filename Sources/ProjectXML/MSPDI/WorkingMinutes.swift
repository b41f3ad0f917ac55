internal import Scheduling

/// The working minutes of a calendar over the days of a plan, numbered from 0.
///
/// What the exporter asks of a calendar: how much work lies between two instants, and which
/// instant lies so much work after another. The engine has faster tables of its own; they stay
/// inside it.
struct WorkingMinutes {
  private let isContinuous: Bool
  /// Whether there is no work outside the table (windows).
  private let isFinite: Bool
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  /// Working minutes before each span.
  private var before: [Int32] = []
  private var total: Int32 = 0

  /// Reads the hours of the days `first...last` (days since 1970-01-01).
  ///
  /// - Complexity: as `WorkCalendar.forEachDay`.
  init(_ calendar: WorkCalendar, from first: Int, through last: Int) {
    isContinuous = calendar.isContinuous
    isFinite =
      calendar.windows != nil
      || (calendar.week + calendar.workWeeks.flatMap(\.week)).allSatisfy(\.isEmpty)
    guard !isContinuous else { return }
    calendar.forEachDay(from: first, through: last) { day, hours in
      for piece in hours {
        let start = Int32(day * 1440 + piece.start)
        let end = Int32(day * 1440 + piece.end)
        if ends.last == start {
          ends[ends.count - 1] = end
        } else {
          starts.append(start)
          ends.append(end)
          before.append(total)
        }
        total += end - start
      }
    }
  }

  /// Whether all its work lies within the work of another, over the days of the tables.
  ///
  /// - Complexity: O(days · log days).
  func isWithin(_ other: WorkingMinutes) -> Bool {
    if isContinuous || other.isContinuous { return other.isContinuous }
    return zip(starts, ends).allSatisfy { start, end in
      other.minutes(from: Instant(minutes: start), to: Instant(minutes: end)) == end - start
    }
  }

  /// The number of working minutes before an instant; before the first minute of a calendar of
  /// windows, the minutes of the clock up to it, negative.
  ///
  /// - Complexity: O(log days).
  func position(_ instant: Instant) -> Int32 {
    if isContinuous { return instant.minutes }
    let span = ends.partitioningIndex { $0 > instant.minutes }
    guard span < starts.count else { return total }
    if span == 0, isFinite { return min(instant.minutes - starts[0], 0) + inside(instant, 0) }
    return before[span] + inside(instant, span)
  }

  private func inside(_ instant: Instant, _ span: Int) -> Int32 {
    max(0, instant.minutes - starts[span])
  }

  /// The beginning of the working minute with a number; nil outside the table.
  ///
  /// - Complexity: O(log days).
  func instant(_ position: Int32) -> Instant? {
    if isContinuous { return Instant(minutes: position) }
    guard position < total, let first = starts.first else { return nil }
    if position < 0 { return isFinite ? Instant(minutes: first + position) : nil }
    let span = before.partitioningIndex { $0 > position } - 1
    return Instant(minutes: starts[span] + (position - before[span]))
  }

  /// The working minutes between two instants; negative when `last` is before `first`.
  func minutes(from first: Instant, to last: Instant) -> Int32 {
    position(last) - position(first)
  }

  /// The instant that lies a number of working minutes after another, or before it when negative;
  /// nil when the calendar has none there.
  func shifted(_ instant: Instant, by minutes: Int32) -> Instant? {
    guard minutes != 0 else { return instant }
    let position = position(instant) + minutes
    return minutes > 0 ? end(ofMinute: position - 1) : self.instant(position)
  }

  /// The first working minute at or after an instant.
  func nextWork(_ instant: Instant) -> Instant? { self.instant(position(instant)) }

  /// The end of the last work at or before an instant.
  func previousWorkEnd(_ instant: Instant) -> Instant? { end(ofMinute: position(instant) - 1) }

  private func end(ofMinute position: Int32) -> Instant? {
    instant(position).map { Instant(minutes: $0.minutes + 1) }
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no earlier one does and all later
  /// ones do; `endIndex` when none does.
  fileprivate func partitioningIndex(_ predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
