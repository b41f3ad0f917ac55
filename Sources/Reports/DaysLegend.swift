import Planning
import Scheduling

/// Says what the days of a table are, where readers would stumble.
struct DaysLegend: Sendable {
  private let hasElapsed: Bool
  private let hasLongDays: Bool
  private let hours: String

  /// Looks at the tasks of a table.
  init(_ schedule: PlanSchedule, of tasks: [Int]) {
    let plan = schedule.plan
    hours = Figures.ratio(plan.units.minutesPerDay, 60)
    hasElapsed = tasks.contains { plan.tasks[$0].duration?.isOnTheClock ?? false }
    hasLongDays = tasks.contains { index in
      guard !plan.tasks[index].isSummary, plan.tasks[index].duration?.isOnTheClock == false else {
        return false
      }
      let days = schedule.finishDay(of: index).dayNumber - schedule.startDay(of: index).dayNumber
      return Int(schedule.tasks[index].duration) > (days + 1) * plan.units.minutesPerDay
    }
  }

  func lines(_ words: Words) -> [String] {
    (hasElapsed ? ["  " + words.elapsedLegend] : [])
      + (hasLongDays ? ["  " + words.roundTheClockLegend(hours: hours)] : [])
  }
}
