import Planning
import Scheduling

extension Plan {
  /// The calendar of the project.
  var projectCalendar: WorkCalendar {
    calendars.first { $0.id == calendar }?.calendar ?? .standard
  }

  /// Working minutes of the project's calendar from one instant to another; zero when they are not
  /// in order.
  ///
  /// - Complexity: O(days between them).
  func workingMinutes(from start: Instant, to finish: Instant) -> Int32 {
    guard start < finish else { return 0 }
    let table = WorkingTime(
      projectCalendar, firstDay: start.date.dayNumber, lastDay: finish.date.dayNumber)
    return table.position(finish.minutes) - table.position(start.minutes)
  }
}
