/// Tasks made of pieces of work, each on a calendar of its own (`Network.NodeKind.parts`).
///
/// The task starts with the first working minute of any piece without delay; every piece begins its
/// delay after that, in time of its own calendar, and the task finishes with the last. All functions
/// cost O(pieces).
extension Engine {
  private func parts(of task: Int) -> [TaskPart] { network.parts[Int32(task)] ?? [] }

  /// The start and finish of a task that may begin at `bound`.
  func partDates(of task: Int, from bound: Int32) -> (start: Int32, finish: Int32) {
    let parts = parts(of: task)
    var start = WorkingTime.farFuture
    for part in parts where part.delay == 0 {
      start = min(start, time.instant(time.position(bound, on: part.calendar), on: part.calendar))
    }
    if WorkingTime.isFar(start) { return (start, start) }
    var finish = start
    for part in parts {
      let first = time.position(start, on: part.calendar) + part.delay
      let end = time.instant(first + part.minutes - 1, on: part.calendar)
      if WorkingTime.isFar(end) { return (end, end) }
      finish = max(finish, end + 1)
    }
    return (start, finish)
  }

  /// The earliest instant from which the last piece finishes no earlier than `bound`.
  func partsStart(of task: Int, finishingFrom bound: Int32) -> Int32 {
    var earliest = WorkingTime.farFuture
    for part in parts(of: task) {
      let needed = time.position(bound - granule, on: part.calendar) + granule
      // Every instant after the work before has the same position.
      let first = max(1, needed - part.minutes - part.delay)
      earliest = min(earliest, time.instant(first - 1, on: part.calendar) + 1)
    }
    return earliest
  }

  /// A stated finish as the end of the last piece's work before it on the same day.
  func workingPartsFinish(_ date: Int32, of task: Int) -> Int32 {
    var latest = WorkingTime.farPast
    for part in parts(of: task) {
      let last = time.instant(time.position(date, on: part.calendar) - 1, on: part.calendar)
      if !WorkingTime.isFar(last), Instant.day(of: last) == Instant.day(of: date - 1) {
        latest = max(latest, last + 1)
      }
    }
    return WorkingTime.isFar(latest) ? date : latest
  }

  /// The latest start with which the pieces finish by `finishLimit`, no later than `startLimit`.
  func latestPartsStart(of task: Int, startLimit: Int32, finishLimit: Int32) -> Int32 {
    let parts = parts(of: task)
    var limit = startLimit
    for part in parts {
      let last = time.extendedPosition(finishLimit, on: part.calendar) - part.minutes - part.delay
      limit = min(limit, time.extendedInstant(last, on: part.calendar))
    }
    if WorkingTime.isFar(limit) { return limit }
    var latest = WorkingTime.farPast
    for part in parts where part.delay == 0 {
      let position = time.extendedPosition(limit + granule, on: part.calendar) - granule
      latest = max(latest, time.extendedInstant(position, on: part.calendar))
    }
    return latest
  }

  /// The latest start and finish of a task within both limits.
  func latestPartDates(
    of task: Int, startLimit: Int32, finishLimit: Int32
  ) -> (start: Int32, finish: Int32) {
    let start = latestPartsStart(of: task, startLimit: startLimit, finishLimit: finishLimit)
    return WorkingTime.isFar(start) ? (start, start) : partDates(of: task, from: start)
  }
}
