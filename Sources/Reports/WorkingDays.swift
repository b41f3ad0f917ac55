import Planning
import Scheduling

extension Plan {
  /// Working minutes of the project's calendar from one instant to another; nil when the calendar
  /// cannot be computed there.
  ///
  /// - Complexity: O(days between them).
  func workingMinutes(from start: Instant, to finish: Instant) -> Int32? {
    let calendar = calendars.first { $0.id == self.calendar }?.calendar ?? .standard
    // A network without tasks: nothing but its calendar is asked.
    let empty = try? Scheduler.schedule(Network(start: start, calendars: [calendar]))
    return empty?.workingMinutes(from: start, to: finish)
  }
}
