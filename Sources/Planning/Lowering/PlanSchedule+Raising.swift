internal import Scheduling

extension PlanSchedule {
  /// Raises the dates of a network back to the plan's tasks: summaries span the tasks they hold.
  ///
  /// - Complexity: O(tasks · depth).
  init(_ lowered: LoweredPlan, _ scheduled: ScheduledNetwork) {
    let plan = lowered.plan
    let isDriving = scheduled.drivingTasks()
    var dates = lowered.node.indices.map { index -> TaskDates? in
      lowered.node[index].map {
        TaskDates(scheduled, node: $0, isDriving: isDriving[Int($0)])
      }
    }
    for (index, task) in plan.tasks.enumerated() where task.isSummary {
      let held = (lowered.leaves[index] ?? []).compactMap { dates[$0] }
      dates[index] = TaskDates(
        spanning: held, start: plan.start, scheduled, calendar: lowered.calendar[index])
    }
    self.plan = plan
    self.lowered = lowered
    self.scheduled = scheduled
    tasks = dates.map { $0 ?? TaskDates(at: plan.start, hasTarget: plan.target != nil) }
    start = tasks.map(\.start).min() ?? plan.start
    finish = Instant(minutes: scheduled.schedule.projectFinish)
    cutover = plan.cutover.flatMap { id in plan.tasks.firstIndex { $0.id == id } }
    cutoverFinish = cutover.map { [tasks] in tasks[$0].finish } ?? finish
    margin = plan.target.map { [cutoverFinish] in
      scheduled.workingMinutes(from: cutoverFinish, to: $0)
    }
    var reasons = RaisedReasons(lowered, scheduled)
    path = scheduled.pathEnd.map { reasons.raised(scheduled.drivingPath(to: $0)) } ?? []
  }
}

extension PlanSchedule.TaskDates {
  init(_ scheduled: ScheduledNetwork, node: Int32, isDriving: Bool) {
    let schedule = scheduled.schedule
    let index = Int(node)
    start = Instant(minutes: schedule.start[index])
    finish = Instant(minutes: schedule.finish[index])
    earlyStart = Instant(minutes: schedule.earlyStart[index])
    earlyFinish = Instant(minutes: schedule.earlyFinish[index])
    lateStart = Instant(minutes: schedule.lateStart[index])
    lateFinish = Instant(minutes: schedule.lateFinish[index])
    targetLateStart = schedule.toTarget.map { Instant(minutes: $0.lateStart[index]) }
    targetLateFinish = schedule.toTarget.map { Instant(minutes: $0.lateFinish[index]) }
    duration =
      switch scheduled.network.duration(of: node) {
      case .work(let minutes), .elapsed(let minutes): minutes
      case .months: schedule.finish[index] - schedule.start[index]
      }
    totalFloat = schedule.totalFloat[index]
    freeFloat = schedule.freeFloat[index]
    margin = schedule.toTarget?.margin[index]
    let isFinished = scheduled.network.progress(of: node)?.finished != nil
    isCritical = schedule.isCritical(node) && !isFinished
    self.isDriving = isDriving
  }

  /// The dates of a summary: from the first start to the last finish of what it holds; its floats
  /// are the smallest among them.
  init(
    spanning held: [Self], start projectStart: Instant, _ scheduled: ScheduledNetwork,
    calendar: Int32
  ) {
    self.init(at: projectStart, hasTarget: scheduled.network.target != nil)
    guard let first = held.first else { return }
    start = held.map(\.start).min() ?? first.start
    finish = held.map(\.finish).max() ?? first.finish
    earlyStart = held.map(\.earlyStart).min() ?? first.earlyStart
    earlyFinish = held.map(\.earlyFinish).max() ?? first.earlyFinish
    lateStart = held.map(\.lateStart).min() ?? first.lateStart
    lateFinish = held.map(\.lateFinish).max() ?? first.lateFinish
    targetLateStart = held.compactMap(\.targetLateStart).min()
    targetLateFinish = held.compactMap(\.targetLateFinish).max()
    duration = scheduled.workingMinutes(from: start, to: finish, calendar: calendar)
    totalFloat = held.map(\.totalFloat).min() ?? 0
    freeFloat = held.map(\.freeFloat).min() ?? 0
    margin = held.compactMap(\.margin).min()
    isCritical = held.contains(where: \.isCritical)
    isDriving = held.contains(where: \.isDriving)
  }

  /// The dates of something without work at an instant.
  init(at instant: Instant, hasTarget: Bool) {
    start = instant
    finish = instant
    earlyStart = instant
    earlyFinish = instant
    lateStart = instant
    lateFinish = instant
    targetLateStart = hasTarget ? instant : nil
    targetLateFinish = hasTarget ? instant : nil
    duration = 0
    totalFloat = 0
    freeFloat = 0
    margin = hasTarget ? 0 : nil
    isCritical = false
    isDriving = false
  }
}
