internal import Scheduling

/// A calendar as Microsoft Project states it, with all that it takes from its base: weekly hours,
/// periods with hours of their own, and single days that differ.
struct CalendarDraft: Equatable {
  typealias Hours = WorkCalendar.Hours

  /// Hours by weekday, Monday first.
  var week: [[Hours]]
  /// Periods with other weekly hours.
  var workWeeks: [WorkCalendar.WorkWeek] = []
  /// Days that differ from their day of the week, by day number.
  var days: [Int: [Hours]] = [:]

  /// The hours of one day.
  func hours(on day: Int) -> [Hours] {
    if let own = days[day] { return own }
    return pattern(on: day)[CivilDate(dayNumber: day).isoWeekday - 1]
  }

  /// The working time of both calendars: what people do who work by one on a task that has the
  /// other.
  func intersection(_ other: CalendarDraft) -> CalendarDraft {
    var result = CalendarDraft(
      week: (0..<7).map { CalendarDraft.common(week[$0], other.week[$0]) })
    result.workWeeks = overlaps(with: other).map { period in
      let (own, others) = (
        pattern(on: period.first.dayNumber), other.pattern(on: period.first.dayNumber)
      )
      return WorkCalendar.WorkWeek(
        period, week: (0..<7).map { CalendarDraft.common(own[$0], others[$0]) })
    }
    for day in Set(days.keys).union(other.days.keys) {
      result.days[day] = CalendarDraft.common(hours(on: day), other.hours(on: day))
    }
    return result
  }

  /// The weekly pattern that holds on a day.
  private func pattern(on day: Int) -> [[Hours]] {
    workWeeks.last { $0.days.first.dayNumber <= day && day <= $0.days.last.dayNumber }?.week ?? week
  }

  /// The stretches of time in which either calendar has a period and neither changes.
  private func overlaps(with other: CalendarDraft) -> [WorkCalendar.Days] {
    let periods = (workWeeks + other.workWeeks).map {
      $0.days.first.dayNumber...max($0.days.first.dayNumber, $0.days.last.dayNumber)
    }
    let edges = Set(periods.flatMap { [$0.lowerBound, $0.upperBound + 1] }).sorted()
    return zip(edges, edges.dropFirst()).compactMap { first, next in
      periods.contains { $0.contains(first) }
        ? WorkCalendar.Days(CivilDate(dayNumber: first), CivilDate(dayNumber: next - 1)) : nil
    }
  }

  /// The hours of two days that both have.
  static func common(_ left: [Hours], _ right: [Hours]) -> [Hours] {
    left.flatMap { one in
      right.compactMap { two in
        let (start, end) = (max(one.start, two.start), min(one.end, two.end))
        return start < end ? Hours(start: start, end: end) : nil
      }
    }
  }

  /// The calendar in the plan's own terms.
  ///
  /// - Complexity: O(days that differ · log days).
  var calendar: WorkCalendar {
    var calendar = WorkCalendar(week: week)
    calendar.workWeeks = workWeeks
    var run: ClosedRange<Int>?
    func close(_ run: ClosedRange<Int>) {
      calendar.closed.append(
        .init(CivilDate(dayNumber: run.lowerBound), CivilDate(dayNumber: run.upperBound)))
    }
    for day in days.keys.sorted() {
      guard let hours = days[day] else { continue }
      if hours.isEmpty {
        if let open = run, open.upperBound == day - 1 {
          run = open.lowerBound...day
        } else {
          if let run { close(run) }
          run = day...day
        }
      } else {
        calendar.open.append(.init(date: CivilDate(dayNumber: day), hours: hours))
      }
    }
    if let run { close(run) }
    return calendar
  }

  /// Whether there is no working time at all.
  var neverWorks: Bool {
    week.allSatisfy(\.isEmpty) && workWeeks.allSatisfy { $0.week.allSatisfy(\.isEmpty) }
      && days.values.allSatisfy(\.isEmpty)
  }
}
