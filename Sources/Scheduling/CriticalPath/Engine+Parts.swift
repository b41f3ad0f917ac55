/// Tasks made of pieces of work, each on a calendar of its own (`Network.NodeKind.parts`).
///
/// The pieces move together: each begins its delay after the task may begin, in time of its own
/// calendar. All functions cost O(pieces).
extension Engine {
  private func parts(of task: Int) -> [TaskPart] { network.parts[Int32(task)] ?? [] }

  /// From the first start to the last finish of the pieces of a task that may begin at `bound`.
  func partDates(of task: Int, from bound: Int32) -> (start: Int32, finish: Int32) {
    var (start, finish) = (WorkingTime.farFuture, WorkingTime.farPast)
    for part in parts(of: task) {
      let first = time.position(bound, on: part.calendar) + part.delay
      start = min(start, time.instant(first, on: part.calendar))
      finish = max(finish, time.instant(first + part.minutes - 1, on: part.calendar) + 1)
    }
    return WorkingTime.isFar(start) || WorkingTime.isFar(finish)
      ? (WorkingTime.farFuture, WorkingTime.farFuture) : (start, finish)
  }

  /// The earliest instant from which the last piece finishes no earlier than `bound`.
  func partsStart(of task: Int, finishingFrom bound: Int32) -> Int32 {
    var earliest = WorkingTime.farFuture
    for part in parts(of: task) {
      let needed =
        isStrict
        ? time.position(bound - granule, on: part.calendar) + granule
        : time.position(bound, on: part.calendar)
      let first = max(0, needed - part.minutes - part.delay)
      earliest = min(earliest, time.instant(first, on: part.calendar))
    }
    return earliest
  }

  /// The latest instant from which the pieces start by `startLimit` and finish by `finishLimit`.
  func latestPartsBound(of task: Int, startLimit: Int32, finishLimit: Int32) -> Int32 {
    var byFinish = WorkingTime.farFuture
    var byStart = WorkingTime.farPast
    for part in parts(of: task) {
      let last = time.extendedPosition(finishLimit, on: part.calendar) - part.minutes - part.delay
      byFinish = min(byFinish, time.extendedInstant(last, on: part.calendar))
      guard startLimit < WorkingTime.farFuture else { continue }
      let first =
        time.extendedPosition(startLimit + granule, on: part.calendar) - granule - part.delay
      byStart = max(byStart, time.extendedInstant(first, on: part.calendar))
    }
    return startLimit < WorkingTime.farFuture ? min(byFinish, byStart) : byFinish
  }

  /// The latest start and finish of a task within both limits.
  func latestPartDates(
    of task: Int, startLimit: Int32, finishLimit: Int32
  ) -> (start: Int32, finish: Int32) {
    let bound = latestPartsBound(of: task, startLimit: startLimit, finishLimit: finishLimit)
    return WorkingTime.isFar(bound) ? (bound, bound) : partDates(of: task, from: bound)
  }
}
