/// Constraints that win over links (rule 4).
extension ScheduleCheck {
  /// A stated finish as the end of the work before it, when that work is on the same day: the end
  /// of 31 March means 18:00 to a task that works until six.
  func statedFinish(_ date: Instant, _ task: Int) -> Int {
    let date = Int(date.minutes)
    if isInParts(task) { return statedPartsFinish(date, task) }
    guard let end = calendar(task).endOfWork(before: date) else { return date }
    return Instant(minutes: Int32(end - 1)).date == Instant(minutes: Int32(date - 1)).date
      ? end : date
  }

  /// The constraints of a task that override links under `ConstraintRule.dates`.
  func overriding(_ task: Int) -> [TaskConstraint] {
    guard honorsDates else { return [] }
    return constraints(task).filter { constraint in
      switch constraint.kind {
      case .mustStartOn, .mustFinishOn, .startNoLaterThan, .finishNoLaterThan: true
      default: false
      }
    }
  }

  /// Whether a task lies as its mandatory constraint says: the earliest dates from there on.
  func isEarliest(_ task: Int, _ dates: Dates, at constraint: TaskConstraint) -> Bool {
    let bound =
      constraint.kind != .mandatoryFinish
      ? Bound(instant: Int(constraint.date.minutes), bindsStart: true, rule: .constraint)
      : Bound(instant: statedFinish(constraint.date, task), bindsStart: false, rule: .constraint)
    guard isMet(bound, task, dates) else { return false }
    return earlier(task, dates).map { !isMet(bound, task, $0) } ?? true
  }

  /// Whether a task lies exactly where an overriding constraint puts it: on the first working minute
  /// from a start date on, or at the last work that ends by a finish date.
  func isHeld(_ task: Int, _ dates: Dates, by constraint: TaskConstraint) -> Bool {
    if !constraint.kind.concernsFinish {
      return dates.start == firstStart(task, from: Int(constraint.date.minutes))
    }
    let limit = statedFinish(constraint.date, task)
    // With all work of its calendar after the date, the first of it comes nearest.
    guard dates.finish <= limit else { return earlier(task, dates) == nil }
    return later(task, dates).map { $0.finish > limit } ?? true
  }

  /// The first working minute at which a task can start.
  func firstStart(_ task: Int, from instant: Int) -> Int? {
    isInParts(task)
      ? partDates(of: task, from: instant, isLate: false)?.start : calendar(task).nextWork(instant)
  }

  /// Whether a task is not later than an overriding constraint allows.
  func keeps(_ task: Int, _ dates: Dates, _ constraint: TaskConstraint) -> Bool {
    let date = Int(constraint.date.minutes)
    if constraint.kind.concernsFinish {
      return floatCalendar(task).minutes(from: date, to: dates.finish) <= 0
    }
    return dates.start <= firstStart(task, from: date) ?? .max
  }
}
