/// What progress leaves to do, and when it can go on.
extension Engine {
  /// The minutes that remain of a task under way: as reported, else the duration less the work
  /// between its start and the status date.
  func remaining(of task: Int, _ done: TaskProgress) -> Int32 {
    if let remaining = done.remaining { return remaining }
    if tasks[task].kind == .parts {
      // Its parts are what remains.
      return (network.parts[Int32(task)] ?? []).reduce(0) { $0 + $1.minutes }
    }
    let duration = wholeDuration(of: task, from: done.started.minutes)
    guard let status = network.statusDate?.minutes else { return duration }
    return max(0, duration - max(0, worked(task, from: done.started.minutes, to: status)))
  }

  /// When the work that was done ends, if all of it was done without a break from the start.
  func resume(of task: Int, _ done: TaskProgress, remaining: Int32) -> Int32 {
    if let resumed = done.resumed { return resumed.minutes }
    let started = done.started.minutes
    let finished = max(0, wholeDuration(of: task, from: started) - remaining)
    return end(of: finished, of: task, from: started)
  }

  /// The end of `remaining` minutes from an instant, as the task counts them.
  func finish(of task: Int, remaining: Int32, from instant: Int32) -> Int32 {
    if remaining == 0 { return instant }
    if tasks[task].kind == .parts { return partDates(of: task, from: instant).finish }
    return end(of: remaining, of: task, from: instant)
  }

  /// The end of some minutes from an instant, on the task's own calendar or on the clock.
  private func end(of minutes: Int32, of task: Int, from instant: Int32) -> Int32 {
    if minutes == 0 { return instant }
    if tasks[task].isOnClock { return instant + minutes }
    let calendar = Int32(tasks[task].calendar)
    return time.instant(time.position(instant, on: calendar) + minutes - 1, on: calendar) + 1
  }

  /// The latest instant from which `remaining` minutes end by `limit`.
  func latestResume(of task: Int, remaining: Int32, finishLimit: Int32) -> Int32 {
    if remaining == 0 || tasks[task].isOnClock { return finishLimit - remaining }
    if tasks[task].kind == .parts {
      return latestPartsStart(
        of: task, startLimit: WorkingTime.farFuture, finishLimit: finishLimit)
    }
    let calendar = Int32(tasks[task].calendar)
    return time.extendedInstant(
      time.extendedPosition(finishLimit, on: calendar) - remaining, on: calendar)
  }

  /// The latest end of remaining work by `limit`.
  func latestFinish(of task: Int, remaining: Int32, finishLimit: Int32) -> Int32 {
    if remaining == 0 || tasks[task].isOnClock { return finishLimit }
    if tasks[task].kind == .parts {
      return latestPartDates(
        of: task, startLimit: WorkingTime.farFuture, finishLimit: finishLimit
      ).finish
    }
    let calendar = Int32(tasks[task].calendar)
    let position = time.extendedPosition(finishLimit, on: calendar)
    return time.extendedInstant(position - 1, on: calendar) + 1
  }

  /// The earliest instant from which `remaining` minutes end no earlier than `bound`.
  func earliestResume(of task: Int, remaining: Int32, finishingFrom bound: Int32) -> Int32 {
    if remaining == 0 || tasks[task].isOnClock { return bound - remaining }
    if tasks[task].kind == .parts { return partsStart(of: task, finishingFrom: bound) }
    let calendar = Int32(tasks[task].calendar)
    let needed =
      isStrict
      ? time.position(bound - granule, on: calendar) + granule
      : time.position(bound, on: calendar)
    return time.instant(needed - remaining, on: calendar)
  }

  private func wholeDuration(of task: Int, from start: Int32) -> Int32 {
    let amount = tasks[task].amount
    guard tasks[task].kind == .months else { return amount }
    return MonthArithmetic.adding(months: amount, to: start) - start
  }

  private func worked(_ task: Int, from first: Int32, to last: Int32) -> Int32 {
    if tasks[task].isOnClock { return last - first }
    let calendar = Int32(tasks[task].calendar)
    return time.position(last, on: calendar) - time.position(first, on: calendar)
  }
}
