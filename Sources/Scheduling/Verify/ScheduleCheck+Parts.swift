/// Tasks made of parts, recomputed piece by piece.
extension ScheduleCheck {
  func isInParts(_ task: Int) -> Bool { network.kind(of: Int32(task)) == .parts }

  private func pieces(_ task: Int, isLate: Bool) -> [(calendar: PlainCalendar, part: TaskPart)] {
    network.parts(of: Int32(task)).map { part in
      ((isLate ? lateCalendars : calendars)[Int(part.calendar)], part)
    }
  }

  /// The calendars by which the task can start: those of its pieces without delay.
  private func startCalendars(_ task: Int, isLate: Bool) -> [PlainCalendar] {
    pieces(task, isLate: isLate).filter { $0.part.delay == 0 }.map(\.calendar)
  }

  /// The dates of a task whose pieces may begin at an instant.
  func partDates(of task: Int, from instant: Int, isLate: Bool) -> Dates? {
    let starts = startCalendars(task, isLate: isLate).compactMap { $0.nextWork(instant) }
    guard let start = starts.min() else { return nil }
    var finish = start
    for (calendar, part) in pieces(task, isLate: isLate) {
      guard let end = calendar.end(of: Int(part.delay) + Int(part.minutes), from: start) else {
        return nil
      }
      finish = max(finish, end)
    }
    return Dates(start: start, finish: finish)
  }

  /// A stated finish as the end of the last piece's work before it on the same day.
  func statedPartsFinish(_ date: Int, _ task: Int) -> Int {
    let ends = pieces(task, isLate: false).compactMap { $0.calendar.endOfWork(before: date) }
    let day = Instant(minutes: Int32(date - 1)).date
    return ends.filter { Instant(minutes: Int32($0 - 1)).date == day }.max() ?? date
  }

  /// The dates of the pieces moved a granule earlier.
  func earlierParts(_ task: Int, _ dates: Dates) -> Dates? {
    let starts = startCalendars(task, isLate: false).compactMap { calendar in
      calendar.start(of: granule, before: dates.start)
    }
    return starts.max().flatMap { partDates(of: task, from: $0, isLate: false) }
  }

  /// The dates of the pieces moved a granule later.
  func laterParts(_ task: Int, _ dates: Dates) -> Dates? {
    partDates(of: task, from: dates.start + granule, isLate: true)
  }

  /// The latest start with which the pieces finish by an instant.
  func latestStartOfParts(_ task: Int, finishingBy finish: Int) -> Int? {
    latestParts(task, around: finish) { $0.finish <= finish }?.start
  }

  /// The latest dates of the pieces for which something holds that holds for all earlier ones, found
  /// by halving.
  func latestParts(_ task: Int, around instant: Int, where isKept: (Dates) -> Bool) -> Dates? {
    func isEarlyEnough(_ instant: Int) -> Bool {
      partDates(of: task, from: instant, isLate: true).map(isKept) ?? false
    }
    // Everything is a multiple of the granule.
    var (low, high) = (instant - Self.searchSpan, instant + Self.searchSpan)
    low -= low % granule
    high -= high % granule
    guard isEarlyEnough(low) else { return nil }
    while high - low > granule {
      let middle = low + (high - low) / (2 * granule) * granule
      if isEarlyEnough(middle) { low = middle } else { high = middle }
    }
    return partDates(of: task, from: low, isLate: true)
  }

  /// The earliest dates of the pieces, from an instant on, for which something holds that holds for
  /// all later ones.
  func earliestParts(_ task: Int, from instant: Int, where isMet: (Dates) -> Bool) -> Dates? {
    var (low, high) = (instant - 1, instant + Self.searchSpan)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let dates = partDates(of: task, from: middle, isLate: false)
      if dates.map(isMet) ?? true { high = middle } else { low = middle }
    }
    return partDates(of: task, from: high, isLate: false)
  }

  /// Some decades, in minutes.
  private static let searchSpan = 20_000 * 1440

  /// Checks the free float of pieces: from their start to the latest that moves no successor.
  mutating func checkFreeFloatOfParts(_ task: Int) {
    let dates = planned(task)
    guard progress(task) == nil, !hasDelayedTasks,
      let latest = latestParts(task, around: dates.start, where: { keepsSuccessors(task, $0) })
    else { return }
    let float = floatCalendar(task).minutes(from: dates.start, to: latest.start)
    if Int(schedule.freeFloat[task]) != float {
      report(.freeFloat, task, "\(schedule.freeFloat[task]) min, not \(float) min")
    }
  }

  /// Whether a task lies where its pieces put it.
  func areParts(_ task: Int, at dates: Dates, isLate: Bool) -> Bool {
    partDates(of: task, from: dates.start, isLate: isLate) == dates
  }
}
