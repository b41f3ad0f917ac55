import Planning
import Scheduling

/// The time behind the bars: when nobody works, and when the cutover may happen.
enum GanttGround {
  /// From how many days off on a break is long.
  static let longBreak = 4
  /// From which width of a day on weekends are shown, in hundredths of a millimetre.
  static let dayForWeekends = 90

  /// Stretches of days without work on the project's calendar that are wide enough to be seen.
  ///
  /// - Complexity: O(days on the chart).
  static func rest(_ plan: Plan, _ scale: TimeScale) -> [Range<Int>] {
    let showsAll = scale.width(ofDays: 1) >= dayForWeekends
    // A century has some 36,500 days; beyond it no break would be seen.
    guard showsAll || scale.width(ofDays: 10) >= 50 else { return [] }
    let calendar = plan.calendars.first { $0.id == plan.calendar }?.calendar ?? .standard
    // A moment without work pinned behind the chart makes the calendar known up to it.
    var network = Network(start: scale.first, calendars: [calendar])
    let pinned = network.addTask(.work(minutes: 0))
    network.constrain(pinned, TaskConstraint(.mandatoryStart, scale.last))
    guard let known = try? Scheduler.schedule(network) else { return [] }
    var stretches: [Range<Int>] = []
    var free: CivilDate?
    func close(_ end: CivilDate) {
      defer { free = nil }
      guard let first = free else { return }
      guard showsAll || end.dayNumber - first.dayNumber >= longBreak else { return }
      let (left, right) = (scale.clamped(first), scale.clamped(end))
      if right - left >= 30 { stretches.append(left..<right) }
    }
    var day = scale.firstDay
    while day <= scale.lastDay {
      let next = day.adding(days: 1)
      if known.workingMinutes(from: Instant(day), to: Instant(next)) > 0 {
        close(day)
      } else if free == nil {
        free = day
      }
      day = next
    }
    close(day)
    return stretches
  }

  /// The windows that the cutover waits for: those of its own calendar or, when that has none, of
  /// the last task before it on the driving path whose calendar has some.
  static func windows(_ schedule: PlanSchedule) -> [WorkCalendar.Window] {
    let plan = schedule.plan
    let chain = [schedule.cutover].compactMap(\.self) + schedule.path.reversed().map(\.task)
    for index in chain {
      let task = plan.tasks[index]
      let owner = plan.owners.first { $0.id == task.owner }
      let id = task.calendar ?? owner?.calendar ?? plan.calendar
      if let windows = plan.calendars.first(where: { $0.id == id })?.calendar.windows {
        return windows
      }
    }
    return []
  }

  /// Where the windows lie, at least so wide that they are seen.
  static func places(of windows: [WorkCalendar.Window], _ scale: TimeScale) -> [Range<Int>] {
    windows.compactMap { window in
      guard window.start < scale.last, window.end > scale.first else { return nil }
      let left = scale.clamped(window.start)
      let right = scale.clamped(window.end)
      return min(left, scale.right - 30)..<max(right, min(left, scale.right - 30) + 30)
    }
  }
}
