/// Early dates of tasks with constraints or progress.
extension ForwardPass {
  mutating func placeSpecial(
    _ task: Int, _ bounds: Bounds, floor: Int32, fixedStart: Int32?
  ) {
    let constraints = engine.network.constraints[Int32(task)] ?? []
    if let done = engine.network.progress[Int32(task)] {
      placeProgress(task, bounds, done, constraints)
      return
    }
    if placeMandatory(task, constraints) { return }
    if let fixedStart {
      (start[task], finish[task]) = engine.dates(of: task, from: fixedStart)
      return
    }
    var bounds = bounds
    var stated = Bounds()
    for constraint in constraints {
      let date = constraint.date.minutes
      switch constraint.kind {
      case .startNoEarlierThan: stated.start = max(stated.start, date)
      case .mustStartOn where !engine.honorsDates: stated.start = max(stated.start, date)
      case .finishNoEarlierThan: stated.finish = max(stated.finish, date)
      case .mustFinishOn where !engine.honorsDates: stated.finish = max(stated.finish, date)
      default: break
      }
    }
    if stated.finish > WorkingTime.farPast {
      stated.finish = engine.workingFinish(stated.finish, for: task)
    }
    let floor = isFreeOfStart(task, constraints) ? engine.statusFloor : floor
    if engine.tasks[task].amount == 0, !engine.isStrict,
      stated.start > max(bounds.start, bounds.finish)
    {
      stated.start = engine.workingStart(max(stated.start, floor), for: task)
    }
    bounds.start = max(bounds.start, stated.start)
    bounds.finish = max(bounds.finish, stated.finish)
    place(task, bounds, floor: floor)
    if engine.honorsDates {
      let asked = start[task]
      // A date that the calendars do not reach yet is worked out first.
      if WorkingTime.isFar(asked), !isExhausted(task, isLater: asked > 0) { return }
      capByDates(task, constraints)
      if start[task] < asked, !WorkingTime.isFar(asked) { overridden[Int32(task)] = asked }
    }
  }

  /// Whether a task may lie before the project's start: nothing but its own date, which lies there,
  /// says when it starts (`ConstraintRule.dates` and `.soft`).
  private func isFreeOfStart(_ task: Int, _ constraints: [TaskConstraint]) -> Bool {
    guard !engine.isStrict, engine.links(into: task).isEmpty else { return false }
    let dates = constraints.filter {
      $0.kind == .startNoEarlierThan || $0.kind == .finishNoEarlierThan
    }
    return !dates.isEmpty && dates.allSatisfy { $0.date < engine.network.start }
  }

  /// Under `ConstraintRule.dates`, "on" and "no later than" win over links.
  private mutating func capByDates(_ task: Int, _ constraints: [TaskConstraint]) {
    for constraint in constraints {
      let date = constraint.date.minutes
      switch constraint.kind {
      case .startNoLaterThan:
        if start[task] > engine.workingStart(date, for: task) { startOn(date, task) }
      case .finishNoLaterThan:
        if engine.float(of: task, from: date, to: finish[task]) > 0 { finishOn(date, task) }
      case .mustStartOn: startOn(date, task)
      case .mustFinishOn: finishOn(date, task)
      default: break
      }
    }
  }

  private mutating func startOn(_ date: Int32, _ task: Int) {
    (start[task], finish[task]) = engine.dates(
      of: task, from: engine.workingStart(date, for: task))
  }

  private mutating func finishOn(_ date: Int32, _ task: Int) {
    let latest = engine.latestDates(
      of: task, startLimit: WorkingTime.farFuture,
      finishLimit: engine.workingFinish(date, for: task))
    // With all work of the calendar after the date, its first work comes nearest.
    let isWithoutWork =
      WorkingTime.isFar(latest.start)
      && engine.time.isFinite(Int32(engine.tasks[task].calendar))
    (start[task], finish[task]) = engine.dates(
      of: task, from: isWithoutWork ? date : latest.start)
  }

  private mutating func placeMandatory(_ task: Int, _ constraints: [TaskConstraint]) -> Bool {
    guard let constraint = constraints.placing else { return false }
    let date = constraint.date.minutes
    if !constraint.kind.concernsFinish {
      (start[task], finish[task]) = engine.dates(of: task, from: date)
      return true
    }
    let finishBound = engine.workingFinish(date, for: task)
    var bound = engine.start(of: task, finishingFrom: finishBound)
    if engine.tasks[task].kind == .months {
      bound = engine.monthsStart(of: task, from: bound, finishingFrom: finishBound)
    }
    (start[task], finish[task]) = engine.dates(of: task, from: bound)
    return true
  }

  private mutating func placeProgress(
    _ task: Int, _ bounds: Bounds, _ done: TaskProgress, _ constraints: [TaskConstraint]
  ) {
    start[task] = done.started.minutes
    if let finished = done.finished {
      finish[task] = finished.minutes
      return
    }
    let remaining = engine.remaining(of: task, done)
    var resume = max(
      engine.resume(of: task, done, remaining: remaining),
      engine.network.statusDate?.minutes ?? WorkingTime.farPast)
    if engine.network.progressRule == .retainedLogic {
      resume = max(resume, bounds.start)
      if bounds.finish > WorkingTime.farPast {
        let asked = engine.earliestResume(
          of: task, remaining: remaining, finishingFrom: bounds.finish)
        resume = max(resume, asked)
      }
    }
    finish[task] = engine.finish(of: task, remaining: remaining, from: resume)
    guard !engine.isStrict else { return }
    for constraint in constraints where constraint.kind == .finishNoEarlierThan {
      finish[task] = max(
        finish[task], engine.workingFinish(constraint.date.minutes, for: task))
    }
  }
}
