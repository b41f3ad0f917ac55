internal import Planning
internal import Scheduling

/// What MSPDI can hold of a task's constraints: one of them, and a deadline.
struct MSPDIConstraints {
  /// The constraint.
  var constraint: TaskConstraint?
  /// The deadline.
  var deadline: Instant?

  /// Chooses among the constraints of a task and of the summaries that hold it.
  ///
  /// The strongest is kept: dates "on", then "no earlier than" (the one that asks for the latest
  /// start), then "no later than" (the earliest), then "as late as possible". A further "finish
  /// no later than" becomes the deadline, which bounds the late dates alike.
  ///
  /// - Parameter lead: how long before a stated finish the task would start.
  init(
    _ all: [TaskConstraint], deadline: Instant?, lead: (Instant) -> Int32,
    note: (ExportReport.Kind) -> Void
  ) {
    self.deadline = deadline
    func startOf(_ one: TaskConstraint) -> Int32 {
      one.kind.concernsFinish ? one.date.minutes - lead(one.date) : one.date.minutes
    }
    for candidate in all {
      guard let kept = constraint else {
        constraint = candidate
        continue
      }
      if candidate == kept { continue }
      let (new, old) = (MSPDIConstraints.rank(candidate.kind), MSPDIConstraints.rank(kept.kind))
      let isStronger =
        switch new {
        case 1 where old == 1: startOf(candidate) > startOf(kept)
        case 2 where old == 2: startOf(candidate) < startOf(kept)
        default: new < old
        }
      let dropped = isStronger ? kept : candidate
      if isStronger { constraint = candidate }
      // Of two of the same kind, the weaker asks for nothing more.
      if candidate.kind == kept.kind, new == 1 || new == 2 { continue }
      if dropped.kind == .finishNoLaterThan {
        self.deadline = min(dropped.date, self.deadline ?? dropped.date)
        note(.constraintAsDeadline)
      } else {
        note(.constraintDropped)
      }
    }
  }

  private static func rank(_ kind: TaskConstraint.Kind) -> Int {
    switch kind {
    case .mandatoryStart, .mandatoryFinish, .manualStart: -1
    case .mustStartOn, .mustFinishOn: 0
    case .startNoEarlierThan, .finishNoEarlierThan: 1
    case .startNoLaterThan, .finishNoLaterThan: 2
    case .asLateAsPossible: 3
    }
  }
}

extension MSPDIDocument {
  /// What is held of the constraints of a task and of the summaries that hold it.
  ///
  /// - Parameter asked: the latest start that the links ask for; nil without links.
  mutating func heldConstraints(of task: Int, asked: Instant?) -> MSPDIConstraints {
    guard !outline.isSummary(task) else {
      return MSPDIConstraints(
        [], deadline: plan.tasks[task].deadline, lead: { _ in 0 }, note: { _ in })
    }
    var all: [TaskConstraint] = []
    var deadline: Instant?
    var holder: Int? = task
    while let current = holder {
      let stated = plan.tasks[current]
      all += stated.constraints
      if let own = stated.deadline { deadline = min(own, deadline ?? own) }
      holder = outline.parents[current]
    }
    if let (floor, kind) = floor(of: task, asked), !all.contains(where: \.isAsLateAsPossible) {
      all.append(TaskConstraint(.startNoEarlierThan, floor))
      report.note(kind, plan.tasks[task].id)
    }
    if all.isEmpty { return MSPDIConstraints([], deadline: deadline, lead: { _ in 0 }) { _ in } }
    var noted: [ExportReport.Kind] = []
    let held = MSPDIConstraints(all, deadline: deadline, lead: lead(of: task)) { noted.append($0) }
    for kind in noted { report.note(kind, plan.tasks[task].id) }
    if let kind = held.constraint?.kind, kind == .mandatoryStart || kind == .mandatoryFinish {
      report.note(.mandatoryDate, plan.tasks[task].id)
    }
    return held
  }

  /// The date that holds a task back though no link or constraint does, if Project would let it go.
  private func floor(of task: Int, _ asked: Instant?) -> (Instant, ExportReport.Kind)? {
    guard plan.tasks[task].progress == nil else { return nil }
    let start = schedule.tasks[task].start
    func holds(_ date: Instant) -> Bool {
      start == date || start == calendars.time(of: task).nextWork(date)
    }
    if let status = plan.statusDate, status > plan.start, asked ?? plan.start < status,
      holds(status)
    {
      return (start, .heldAtStatusDate)
    }
    if let asked, asked < plan.start, holds(plan.start) { return (start, .heldAtStart) }
    return nil
  }

  /// How long before a finish a task starts.
  private func lead(of task: Int) -> (Instant) -> Int32 {
    let time = calendars.time(of: task)
    let duration = schedule.tasks[task].duration
    let isElapsed = isElapsed(task)
    return { finish in
      if isElapsed || duration == 0 { return duration }
      let start = time.shifted(finish, by: -duration)
      return start.map { finish.minutes - $0.minutes } ?? duration
    }
  }

  /// A stated start as Project would have it entered: the first working minute of that day.
  ///
  /// On a day without work it stays on that day, unless the task starts at the next work because
  /// of it, or counts on the clock from there: successors on other calendars see the difference.
  func startDate(_ date: Instant, of task: Int) -> Instant {
    let next = calendars.time(of: task).nextWork(date) ?? date
    if next.date == date.date || next == schedule.tasks[task].start || isElapsed(task) {
      return next
    }
    return date.minuteOfDay == 0 ? Instant(date.date, minuteOfDay: defaultHours.start) : date
  }

  /// A stated finish as Project would have it entered: the end of a day (the next day's 00:00) is
  /// the end of that day's work, or of a usual day's when nothing works.
  ///
  /// If the task finishes at the end of the work before because of it, it is that end.
  func finishDate(_ date: Instant, of task: Int) -> Instant {
    let end = calendars.time(of: task).previousWorkEnd(date) ?? date
    if end == schedule.tasks[task].finish { return end }
    guard date.minuteOfDay == 0 else { return date }
    let day = Instant(minutes: date.minutes - 1).date
    if Instant(minutes: end.minutes - 1).date == day { return end }
    return isElapsed(task) ? date : Instant(day, minuteOfDay: defaultHours.end)
  }
}

extension TaskConstraint {
  /// Whether it has no date.
  fileprivate var isAsLateAsPossible: Bool { kind == .asLateAsPossible }
}
