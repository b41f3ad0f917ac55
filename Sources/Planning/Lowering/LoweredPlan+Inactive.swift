internal import Scheduling

extension Plan {
  /// By task, whether it and all that hold it take part in the schedule.
  ///
  /// - Complexity: O(tasks).
  func tasksThatTakePart() -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(tasks.count)
    for task in tasks {
      // A summary stands before the tasks it holds.
      result.append(task.isActive && (task.parent.map { result[$0] } ?? true))
    }
    return result
  }
}

extension LoweredPlan {
  /// The dates of inactive tasks, by index: where they would lie by themselves, from the project's
  /// start or their own constraints on. No link reaches them, and nothing waits for them.
  ///
  /// - Complexity: O(tasks) when there are none; else one schedule more.
  func inactiveDates() -> [(task: Int, dates: PlanSchedule.TaskDates)] {
    let indices = plan.tasks.indices.filter { !isActive[$0] && !plan.tasks[$0].isSummary }
    guard !indices.isEmpty else { return [] }
    var alone = plan
    for index in alone.tasks.indices {
      alone.tasks[index].isActive = plan.tasks[index].isSummary || !isActive[index]
      alone.tasks[index].after = []
      alone.tasks[index].deadline = nil
    }
    alone.cutover = nil
    alone.target = nil
    guard let lowered = try? LoweredPlan(alone), let scheduled = try? lowered.scheduled() else {
      return []
    }
    return indices.compactMap { index in
      guard let node = lowered.node[index] else { return nil }
      var dates = PlanSchedule.TaskDates(scheduled, node: node, isDriving: false)
      (dates.lateStart, dates.lateFinish) = (dates.earlyStart, dates.earlyFinish)
      (dates.totalFloat, dates.freeFloat, dates.isCritical) = (0, 0, false)
      if plan.target != nil {
        (dates.targetLateStart, dates.targetLateFinish) = (dates.earlyStart, dates.earlyFinish)
        dates.margin = 0
      }
      return (index, dates)
    }
  }
}
