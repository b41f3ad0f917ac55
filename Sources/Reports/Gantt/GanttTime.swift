import Planning
import Scheduling

/// The time that a chart shows.
struct GanttTime {
  let first: Instant
  let last: Instant

  /// The time of the tasks that are shown, with whole months (whole weeks for short ones), and of
  /// the days that matter if they are not far. Days that are asked for are kept exactly.
  ///
  /// - Complexity: O(rows).
  init(_ schedule: PlanSchedule, _ rows: [GanttRow], _ options: GanttOptions) {
    var instants: [Instant] = []
    for row in rows {
      switch row.content {
      case .group(_, let start, let finish): instants += [start, finish]
      case .task(let index):
        let dates = schedule.tasks[index]
        instants += [dates.start, dates.finish]
        if let agreed = schedule.plan.tasks[index].agreed {
          instants += [agreed.start, agreed.finish]
        }
      }
    }
    var first = instants.min() ?? schedule.start
    var last = instants.max() ?? schedule.start
    let reach = (Int(last.minutes) - Int(first.minutes)) / 4
    let others: [Instant?] = [
      schedule.plan.target, schedule.plan.statusDate, schedule.cutoverFinish,
    ]
    for day in others {
      guard let day else { continue }
      if day < first, Int(first.minutes) - Int(day.minutes) <= reach { first = day }
      if day > last, Int(day.minutes) - Int(last.minutes) <= reach { last = day }
    }
    let days = (first.date, last.date)
    let isLong = days.1.dayNumber - days.0.dayNumber > 120
    var start = GanttTime.wholeUnit(days.0, isLong: isLong)
    var end =
      isLong
      ? GanttTime.wholeUnit(days.1.adding(days: 5), isLong: true).adding(months: 1)
      : GanttTime.wholeUnit(days.1.adding(days: 3), isLong: false).adding(days: 7)
    if end.dayNumber - start.dayNumber < 14 { end = start.adding(days: 14) }
    if let from = options.from { start = from }
    if let to = options.to { end = to.adding(days: 1) }
    if end <= start {
      // Nothing of the plan lies in what was asked for.
      if options.from == nil { start = end.adding(days: -28) } else { end = start.adding(days: 28) }
    }
    self.first = Instant(start)
    self.last = Instant(end)
  }

  private static func wholeUnit(_ day: CivilDate, isLong: Bool) -> CivilDate {
    day.adding(days: isLong ? 1 - day.day : 1 - day.isoWeekday)
  }
}

extension PlanSchedule {
  /// Whether a task is drawn as a point, at its finish: milestones, whose actual dates may be a day
  /// apart, and what takes no time.
  func isPoint(_ index: Int) -> Bool {
    plan.tasks[index].isMilestone || tasks[index].start == tasks[index].finish
  }
}

extension PlanTask {
  /// The dates once agreed: those of baseline 0.
  var agreed: (start: Instant, finish: Instant)? {
    guard let baseline = baselines.first(where: { $0.number == 0 }),
      let start = baseline.start ?? baseline.finish,
      let finish = baseline.finish ?? baseline.start, start <= finish
    else { return nil }
    return (start, finish)
  }
}
