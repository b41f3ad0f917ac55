/// Late dates of tasks with constraints, deadlines or progress.
extension BackwardPass {
  /// Late dates of a task with constraints, a deadline or progress; returns the start that its
  /// predecessors must respect, nil when they need not respect anything: it is finished, or under
  /// way and its remaining work ignores them.
  mutating func placeSpecial(
    _ task: Int, _ engine: Engine, _ early: ForwardPass, keepsDeadlines: Bool
  ) -> Int32? {
    let network = engine.network
    var (startLimit, finishLimit) = (lateStart[task], lateFinish[task])
    if keepsDeadlines, let deadline = network.deadline[Int32(task)] {
      finishLimit = min(finishLimit, deadline.minutes)
    }
    if let done = network.progress[Int32(task)] {
      return placeProgress(task, engine, early, done, finishLimit: finishLimit)
    }
    let constraints = network.constraints[Int32(task)] ?? []
    // What says where a task lies leaves other constraints no word; a start by hand needs no limit.
    let placing = constraints.placing
    let isManual = placing?.kind == .manualStart
    if isManual { startLimit = WorkingTime.farFuture }
    for constraint in isManual ? [] : placing.map({ [$0] }) ?? constraints {
      let date = constraint.date.minutes
      switch constraint.kind {
      case .mandatoryStart:
        (lateStart[task], lateFinish[task]) = engine.latestDates(
          of: task, startLimit: date, finishLimit: WorkingTime.noLimit)
        return lateStart[task]
      case .mandatoryFinish:
        (lateStart[task], lateFinish[task]) = engine.latestDates(
          of: task, startLimit: WorkingTime.farFuture,
          finishLimit: engine.workingFinish(date, for: task))
        return lateStart[task]
      case .mustStartOn where engine.honorsDates, .mustFinishOn where engine.honorsDates:
        (lateStart[task], lateFinish[task]) = (early.start[task], early.finish[task])
        return lateStart[task]
      case .startNoLaterThan, .mustStartOn:
        let limit = engine.isStrict ? date : engine.workingStart(date, for: task)
        startLimit = min(startLimit, limit)
      case .finishNoLaterThan, .mustFinishOn:
        finishLimit = min(finishLimit, date)
      default: break
      }
    }
    (lateStart[task], lateFinish[task]) = engine.latestDates(
      of: task, startLimit: startLimit, finishLimit: finishLimit)
    return lateStart[task]
  }

  private mutating func placeProgress(
    _ task: Int, _ engine: Engine, _ early: ForwardPass, _ done: TaskProgress, finishLimit: Int32
  ) -> Int32? {
    lateStart[task] = early.start[task]
    guard done.finished == nil else {
      lateFinish[task] = early.finish[task]
      return nil
    }
    let remaining = engine.remaining(of: task, done)
    let resume = engine.latestResume(of: task, remaining: remaining, finishLimit: finishLimit)
    lateFinish[task] = engine.latestFinish(
      of: task, remaining: remaining, finishLimit: finishLimit)
    return engine.network.progressRule == .retainedLogic ? resume : nil
  }
}
