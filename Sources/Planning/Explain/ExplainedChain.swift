internal import Scheduling

/// The reasons for the dates of one task, in order.
struct ExplainedChain {
  private let lowered: LoweredPlan
  private let scheduled: ScheduledNetwork
  let steps: [Explanation.Step]

  /// Walks the driving path to a task.
  ///
  /// - Complexity: O(links into the tasks of the chain + days of their work).
  init(to node: Int32, _ schedule: PlanSchedule) {
    lowered = schedule.lowered
    scheduled = schedule.scheduled
    var reasons = RaisedReasons(lowered, scheduled)
    var steps: [Explanation.Step] = []
    for step in scheduled.drivingPath(to: node) where !lowered.isGate(step.task) {
      let task = lowered.task[Int(step.task)]
      var explained = Explanation.Step(
        task: task, reason: reasons.reason(of: step.task, step.driver), daysOff: [])
      explained.daysOff = ExplainedChain.daysOff(step.task, schedule)
      if case .calendarGap(_, let bound) = step.driver { explained.ready = bound }
      if case .constraint(let constraint) = step.driver {
        explained.constraintHolder = ExplainedChain.holder(of: constraint, task, schedule.plan)
      }
      if let link = step.driver.link {
        explained.dependency = lowered.origin[Int(link)].dependency
      }
      steps.append(explained)
    }
    self.steps = steps
  }

  /// The task that states a constraint: the task itself, or a summary that holds it.
  private static func holder(of constraint: TaskConstraint, _ task: Int, _ plan: Plan) -> Int? {
    var holder: Int? = task
    while let current = holder {
      if plan.tasks[current].constraints.contains(constraint) { return current }
      holder = plan.tasks[current].parent
    }
    return nil
  }

  /// The days between a task's start and finish that its week works and its calendar does not.
  private static func daysOff(
    _ node: Int32, _ schedule: PlanSchedule
  ) -> [Explanation.DaysOff] {
    let network = schedule.lowered.network
    guard network.kind(of: node) == .work, !network.duration(of: node).isZero else { return [] }
    let calendar = network.calendars[Int(network.calendar(of: node))]
    let dates = schedule.scheduled.schedule
    let first = Instant(minutes: dates.start[Int(node)]).date.dayNumber
    let last = Instant(minutes: dates.finish[Int(node)] - 1).date.dayNumber
    var runs: [Explanation.DaysOff] = []
    var isOpenRun = false
    calendar.forEachDay(from: first, through: last) { day, hours in
      let date = CivilDate(dayNumber: day)
      if !hours.isEmpty {
        isOpenRun = false
      } else if !calendar.week[date.isoWeekday - 1].isEmpty {
        if isOpenRun {
          runs[runs.count - 1].last = date
          runs[runs.count - 1].count += 1
        } else {
          runs.append(.init(first: date, last: date, count: 1))
          isOpenRun = true
        }
      }
    }
    return runs
  }
}
