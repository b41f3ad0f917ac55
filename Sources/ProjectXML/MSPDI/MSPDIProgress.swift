internal import Planning
internal import Scheduling

/// How much of each task is done, in the minutes of its duration.
struct MSPDIProgress {
  /// The whole duration, what of it is done, and what remains.
  struct Amount: Hashable {
    var whole: Int32 = 0
    var done: Int32 = 0
    var remaining: Int32 { whole - done }
  }

  /// The amounts of each task; of a summary, of its span.
  private(set) var amounts: [Amount]
  /// Done and whole minutes of the tasks that each task holds, itself included.
  private(set) var held: [(done: Int64, whole: Int64)]
  /// When work on each task, or on what it holds, began.
  private(set) var started: [Instant?]
  /// When each task, or all that it holds, was finished.
  private(set) var finished: [Instant?]
  /// Tasks whose time without work is part of the duration.
  private(set) var interrupted: Set<Int> = []

  /// Works out the amounts.
  ///
  /// A task under way is one piece from its start to its finish, so that start plus duration is
  /// the finish again; time without work in between counts as done.
  ///
  /// - Complexity: O(tasks).
  init(_ schedule: PlanSchedule, _ outline: MSPDIOutline, _ calendars: MSPDICalendars) {
    let plan = schedule.plan
    let count = plan.tasks.count
    amounts = Array(repeating: Amount(), count: count)
    held = Array(repeating: (0, 0), count: count)
    started = Array(repeating: nil, count: count)
    finished = Array(repeating: nil, count: count)
    var unfinished = Array(repeating: 0, count: count)
    for task in outline.rows.reversed() {
      let dates = schedule.tasks[task]
      if outline.isSummary(task) {
        let whole = calendars.time[0].minutes(from: dates.start, to: dates.finish)
        amounts[task] = Amount(whole: whole, done: share(of: held[task], whole))
        if unfinished[task] > 0 { finished[task] = nil }
      } else {
        place(task, schedule, calendars)
        held[task] = (Int64(amounts[task].done), Int64(amounts[task].whole))
        if finished[task] == nil { unfinished[task] = 1 }
      }
      if let parent = outline.parents[task] {
        held[parent].done += held[task].done
        held[parent].whole += held[task].whole
        unfinished[parent] += unfinished[task]
        if let own = started[task] { started[parent] = min(own, started[parent] ?? own) }
        if let own = finished[task] { finished[parent] = max(own, finished[parent] ?? own) }
      }
    }
  }

  private mutating func place(
    _ task: Int, _ schedule: PlanSchedule, _ calendars: MSPDICalendars
  ) {
    let plan = schedule.plan
    let dates = schedule.tasks[task]
    guard let progress = plan.tasks[task].progress else {
      amounts[task].whole = dates.duration
      return
    }
    func minutes(from first: Instant, to last: Instant) -> Int32 {
      plan.tasks[task].countsOnClock
        ? last.minutes - first.minutes
        : calendars.time(of: task).minutes(from: first, to: last)
    }
    started[task] = dates.start
    finished[task] = progress.finished
    let span = minutes(from: dates.start, to: dates.finish)
    let whole = span > 0 ? span : dates.duration
    guard progress.finished == nil else {
      amounts[task] = Amount(whole: whole, done: whole)
      return
    }
    var remaining = dates.duration
    if let stated = progress.remaining {
      remaining = plan.units.minutes(of: stated) ?? remaining
    } else if let status = plan.statusDate {
      remaining = max(0, remaining - max(0, minutes(from: dates.start, to: status)))
    }
    if max(remaining, dates.duration) < whole { interrupted.insert(task) }
    amounts[task] = Amount(whole: whole, done: whole - min(whole, remaining))
  }

  /// The per cent done of a task, rounded down: 100 only when nothing remains.
  func percent(of task: Int) -> Int64 {
    if held[task].whole == 0 { return finished[task] == nil ? 0 : 100 }
    return held[task].done * 100 / held[task].whole
  }
}

/// The share of `whole` minutes that corresponds to done ones.
private func share(of held: (done: Int64, whole: Int64), _ whole: Int32) -> Int32 {
  held.whole == 0 ? 0 : Int32(Int64(whole) * held.done / held.whole)
}

extension PlanTask {
  /// Whether its duration is counted on the clock.
  var countsOnClock: Bool {
    guard !isMilestone, let unit = duration?.unit else { return false }
    return unit.isElapsed || unit == .calendarMonths
  }
}
