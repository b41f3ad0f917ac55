import Planning
import Scheduling

/// By how much a cutover moves earlier; negative when it moves later.
struct Gain: Sendable {
  /// Working minutes of the project's calendar.
  let minutes: Int32
  /// Minutes of the clock.
  let elapsedMinutes: Int32
  private let units: WorkUnits

  init(_ result: WhatIfResult) {
    minutes = result.gainedMinutes
    elapsedMinutes = result.gainedElapsedMinutes
    units = result.after.plan.units
  }

  /// The gain between two schedules of a plan.
  init(from before: PlanSchedule, to after: PlanSchedule) {
    elapsedMinutes = before.cutoverFinish.minutes - after.cutoverFinish.minutes
    minutes =
      before.plan.workingMinutes(from: after.cutoverFinish, to: before.cutoverFinish) ?? 0
    units = before.plan.units
  }

  func text(_ words: Words) -> String {
    words.moved(
      earlier: elapsedMinutes > 0,
      days: minutes == 0 ? nil : Figures.days(abs(minutes), units),
      calendarDays: elapsedMinutes == 0 ? nil : Figures.ratio(abs(elapsedMinutes), 1440))
  }
}
