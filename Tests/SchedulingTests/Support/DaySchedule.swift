import Scheduling

/// A schedule of the engine in days after the start, its late dates being those against the target
/// when the plan has a deadline.
struct DaySchedule: Equatable {
  var earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat: [Int]
  var isOnLongestPath: [Bool]
  var projectFinish: Int

  init(_ scheduled: ScheduledNetwork, of plan: DayPlan) {
    let schedule = scheduled.schedule
    let day = { (minutes: Int32) in plan.day(minutes) }
    let days = { (minutes: Int32) in Int(minutes) / 1440 }
    earlyStart = schedule.earlyStart.map(day)
    earlyFinish = schedule.earlyFinish.map(day)
    lateStart = (schedule.toTarget?.lateStart ?? schedule.lateStart).map(day)
    lateFinish = (schedule.toTarget?.lateFinish ?? schedule.lateFinish).map(day)
    totalFloat = (schedule.toTarget?.margin ?? schedule.totalFloat).map(days)
    freeFloat = schedule.freeFloat.map(days)
    isOnLongestPath = scheduled.drivingTasks(acrossGaps: false)
    projectFinish = day(schedule.projectFinish)
  }

  /// The same without the last so many nodes.
  func dropped(last count: Int) -> DaySchedule {
    var result = self
    result.earlyStart.removeLast(count)
    result.earlyFinish.removeLast(count)
    result.lateStart.removeLast(count)
    result.lateFinish.removeLast(count)
    result.totalFloat.removeLast(count)
    result.freeFloat.removeLast(count)
    result.isOnLongestPath.removeLast(count)
    return result
  }
}
