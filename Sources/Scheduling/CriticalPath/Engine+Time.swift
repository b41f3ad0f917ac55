/// The time arithmetic of links and durations, on compiled calendars.
extension Engine {
  // MARK: Lags

  /// The instant a link's lag after `instant`: the end of the last of them; for a
  /// lead the start of the last of the minutes before.
  @inline(__always)
  func shift(_ instant: Int32, by link: IncomingLinks.Link) -> Int32 {
    let lag = link.lag
    if lag == 0 { return instant }
    let calendar = Int32(link.lagCalendar)
    let position = time.position(instant, on: calendar)
    return lag > 0
      ? time.instant(position + lag - 1, on: calendar) + 1
      : time.instant(position + lag, on: calendar)
  }

  /// The latest instant whose `shift` is not after `limit`.
  @inline(__always)
  func unshift(_ limit: Int32, by link: IncomingLinks.Link) -> Int32 {
    let lag = link.lag
    if lag == 0 { return limit }
    let calendar = Int32(link.lagCalendar)
    if lag > 0 {
      let position = time.extendedPosition(limit, on: calendar)
      return time.extendedInstant(position - lag, on: calendar)
    }
    let position = time.extendedPosition(limit + granule, on: calendar)
    return time.extendedInstant(position - lag - granule, on: calendar)
  }

  // MARK: Durations

  /// The start and finish of a task that may begin at `bound`.
  @inline(__always)
  func dates(of task: Int, from bound: Int32) -> (start: Int32, finish: Int32) {
    let amount = tasks[task].amount
    if amount == 0 { return (bound, bound) }
    let calendar = Int32(tasks[task].calendar)
    let position = time.position(bound, on: calendar)
    let start = time.instant(position, on: calendar)
    if tasks[task].kind == .work {
      return (start, time.instant(position + amount - 1, on: calendar) + 1)
    }
    if tasks[task].kind == .parts { return partDates(of: task, from: bound) }
    return (start, clockFinish(of: task, from: start))
  }

  /// The finish of a task in elapsed time or calendar months.
  private func clockFinish(of task: Int, from start: Int32) -> Int32 {
    let amount = tasks[task].amount
    if WorkingTime.isFar(start) { return start }
    return tasks[task].kind == .months
      ? MonthArithmetic.adding(months: amount, to: start) : start + amount
  }

  /// The earliest start with which the task finishes no earlier than `bound`.
  ///
  /// Under `ConstraintRule.dates` an end of work counts as every instant up to the next work.
  func start(of task: Int, finishingFrom bound: Int32) -> Int32 {
    let amount = tasks[task].amount
    if amount == 0 || WorkingTime.isFar(bound) { return bound }
    switch tasks[task].kind {
    case .elapsed: return bound - amount
    case .months: return MonthArithmetic.earliestStart(months: amount, finishingFrom: bound)
    case .parts: return partsStart(of: task, finishingFrom: bound)
    default:
      let calendar = Int32(tasks[task].calendar)
      let needed =
        isStrict
        ? time.position(bound - granule, on: calendar) + granule
        : time.position(bound, on: calendar)
      // With all work of the calendar after the bound, its first work comes nearest.
      let first = time.isFinite(calendar) ? max(0, needed - amount) : needed - amount
      return time.instant(first, on: calendar)
    }
  }

  /// The latest start and finish of a task that starts no later than `startLimit` and finishes no
  /// later than `finishLimit`.
  @inline(__always)
  func latestDates(
    of task: Int, startLimit: Int32, finishLimit: Int32
  ) -> (start: Int32, finish: Int32) {
    let amount = tasks[task].amount
    if amount == 0 {
      let limit = min(startLimit, finishLimit)
      return (limit, limit)
    }
    let calendar = Int32(tasks[task].calendar)
    if tasks[task].kind == .work {
      var position = time.extendedPosition(finishLimit, on: calendar) - amount
      if startLimit < WorkingTime.farFuture {
        position = min(
          position, time.extendedPosition(startLimit + granule, on: calendar) - granule)
      }
      let start = time.extendedInstant(position, on: calendar)
      return (start, time.extendedInstant(position + amount - 1, on: calendar) + 1)
    }
    if tasks[task].kind == .parts {
      return latestPartDates(of: task, startLimit: startLimit, finishLimit: finishLimit)
    }
    let start = latestClockStart(of: task, startLimit: startLimit, finishLimit: finishLimit)
    return (start, clockFinish(of: task, from: start))
  }

  /// The latest working start of a task in elapsed time or calendar months within both limits.
  private func latestClockStart(of task: Int, startLimit: Int32, finishLimit: Int32) -> Int32 {
    let amount = tasks[task].amount
    let calendar = Int32(tasks[task].calendar)
    let byFinish =
      tasks[task].kind == .months
      ? MonthArithmetic.latestStart(months: amount, finishingBy: finishLimit)
      : finishLimit - amount
    var limit = min(startLimit, byFinish - byFinish.modulo(granule))
    while true {
      let position = time.extendedPosition(limit + granule, on: calendar) - granule
      let start = time.extendedInstant(position, on: calendar)
      if WorkingTime.isFar(start) || clockFinish(of: task, from: start) <= finishLimit {
        return start
      }
      // The last days of a month may all end on one day, each at its own hour: a day earlier, but
      // later in the day, is too late.
      limit = Instant(minutes: start).at(hourOf: Instant(minutes: finishLimit)).minutes
    }
  }

  /// The earliest instant from `bound` on from which a task in calendar months, begun at the next
  /// working minute, finishes no earlier than `finishBound`.
  func monthsStart(of task: Int, from bound: Int32, finishingFrom finishBound: Int32) -> Int32 {
    var bound = bound
    while true {
      let (start, finish) = dates(of: task, from: bound)
      if WorkingTime.isFar(start) || finish >= finishBound { return bound }
      // As above: a day later, but earlier in the day, is too early.
      bound = Instant(minutes: start).at(hourOf: Instant(minutes: finishBound)).minutes
    }
  }

  /// The latest position at which plain work may start under limits of all three kinds.
  @inline(__always)
  func latestPosition(
    of task: Int, position: Int32, startLimit: Int32, finishLimit: Int32
  ) -> Int32 {
    let (amount, calendar) = (tasks[task].amount, Int32(tasks[task].calendar))
    var latest = min(position, time.extendedPosition(finishLimit, on: calendar) - amount)
    if startLimit < WorkingTime.farFuture {
      latest = min(
        latest, time.extendedPosition(startLimit + granule, on: calendar) - granule)
    }
    return latest
  }

  /// The time from one instant to another as the task's float counts it.
  @inline(__always)
  func float(of task: Int, from first: Int32, to last: Int32) -> Int32 {
    switch tasks[task].kind {
    case .elapsed, .months: return last - first
    default:
      let calendar = Int32(tasks[task].calendar)
      return time.extendedPosition(last, on: calendar) - time.extendedPosition(first, on: calendar)
    }
  }

  // MARK: Stated dates

  /// A stated finish as the end of the work before it, when that work is on the same day:
  /// the end of 31 March means 18:00 to a task that works until six.
  func workingFinish(_ date: Int32, for task: Int) -> Int32 {
    if tasks[task].kind == .parts { return workingPartsFinish(date, of: task) }
    let calendar = Int32(tasks[task].calendar)
    let end = time.instant(time.position(date, on: calendar) - 1, on: calendar) + 1
    return !WorkingTime.isFar(end) && Instant.day(of: end - 1) == Instant.day(of: date - 1)
      ? end : date
  }

  /// The first working minute of the task's calendar at or after an instant.
  func workingStart(_ date: Int32, for task: Int) -> Int32 {
    if tasks[task].kind == .parts { return partDates(of: task, from: date).start }
    let calendar = Int32(tasks[task].calendar)
    return time.instant(time.position(date, on: calendar), on: calendar)
  }

  /// The latest instant that counts as finished by `limit` on the task's calendar: under
  /// `ConstraintRule.dates` the beginning of the next work.
  @inline(__always)
  func finishCounted(_ limit: Int32, for task: Int) -> Int32 {
    if isStrict || tasks[task].kind != .work || tasks[task].amount == 0 { return limit }
    let calendar = Int32(tasks[task].calendar)
    let next = time.extendedInstant(time.extendedPosition(limit, on: calendar), on: calendar)
    if !WorkingTime.isFar(next) { return next }
    // After the last window nothing comes that the finish could be late for.
    return next > 0 && time.isFinite(calendar) ? WorkingTime.noLimit : limit
  }
}

extension Instant {
  /// The instant of the same day at the time of day of another.
  fileprivate func at(hourOf other: Instant) -> Instant {
    Instant(date, minuteOfDay: other.minuteOfDay)
  }
}

extension Int32 {
  /// The remainder that is never negative.
  @inline(__always)
  func modulo(_ divisor: Int32) -> Int32 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
