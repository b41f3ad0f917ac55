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
    for (index, own) in lowered.inactiveDates() { dates[index] = own }
    for (index, task) in plan.tasks.enumerated() where task.isSummary {
      let held = (lowered.leaves[index] ?? []).compactMap { leaf in
        lowered.isActive[leaf] == lowered.isActive[index]
          ? dates[leaf]?.rolledUp(from: plan.tasks[leaf], plan) : nil
      }
      dates[index] = TaskDates(
        spanning: held, start: plan.start, scheduled, calendar: lowered.calendar[index])
    }
    self.plan = plan
    self.lowered = lowered
    self.scheduled = scheduled
    tasks = dates.map { $0 ?? TaskDates(at: plan.start, hasTarget: plan.target != nil) }
    start = zip(tasks, lowered.isActive).lazy.filter(\.1).map(\.0.start).min() ?? plan.start
    finish = Instant(minutes: scheduled.schedule.projectFinish)
    cutover = plan.cutover.flatMap { id in
      plan.tasks.indices.first { plan.tasks[$0].id == id && lowered.isActive[$0] }
    }
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

  /// The dates as a summary takes them: of a task placed as late as possible where it lies, and of
  /// one that starts by hand not its late dates (MS Project).
  fileprivate func rolledUp(from task: PlanTask, _ plan: Plan) -> Self {
    var dates = self
    guard plan.constraintRule != .logic else { return dates }
    for constraint in task.constraints {
      switch constraint.kind {
      case .asLateAsPossible: (dates.earlyStart, dates.earlyFinish) = (start, finish)
      case .manualStart: (dates.lateStart, dates.lateFinish) = (earlyStart, earlyFinish)
      default: continue
      }
    }
    return dates
  }

  /// The dates of a summary: from the first start to the last finish of what it holds. Its total
  /// float is the lesser distance from its early to its late dates, as in MS Project; its free float
  /// and margin are the smallest among what it holds, and it is critical when one of them is.
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
    totalFloat = min(
      scheduled.workingMinutes(from: earlyStart, to: lateStart, calendar: calendar),
      scheduled.workingMinutes(from: earlyFinish, to: lateFinish, calendar: calendar))
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
