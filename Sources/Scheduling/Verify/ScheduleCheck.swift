/// One run of the checker: the schedule, its network, calendars to walk, and what was found.
struct ScheduleCheck {
  /// The start and finish a task has, or might have, in minutes since 1970.
  struct Dates: Hashable {
    var start: Int
    var finish: Int
  }

  let schedule: Schedule
  let network: Network
  /// The network's calendars, then the clock.
  let calendars: [PlainCalendar]
  /// The same, counting the clock before the first work of a calendar that has a first.
  let lateCalendars: [PlainCalendar]
  let incoming: [[Int32]]
  let outgoing: [[Int32]]
  let granule: Int
  /// Whether some task is to be placed as late as possible.
  private(set) var hasDelayedTasks = false
  private(set) var violations: [ScheduleViolation] = []

  /// Prepares a run.
  init(_ schedule: Schedule, _ network: Network) {
    self.schedule = schedule
    self.network = network
    granule = max(1, Int(schedule.granule))
    var incoming: [[Int32]] = Array(repeating: [], count: network.taskCount)
    var outgoing = incoming
    for link in 0..<Int32(network.linkCount) {
      incoming[Int(network.link(link).target)].append(link)
      outgoing[Int(network.link(link).source)].append(link)
    }
    (self.incoming, self.outgoing) = (incoming, outgoing)
    let days = ScheduleCheck.days(around: schedule, network)
    calendars = (network.calendars + [.continuous]).map { PlainCalendar($0, days: days) }
    lateCalendars = calendars.map { $0.countingClockBeforeFirstWork() }
    hasDelayedTasks = (0..<network.taskCount).contains { isDelayed($0) }
  }

  /// A month more than the days of the schedule, at most fifty years to either side of its start.
  private static func days(around schedule: Schedule, _ network: Network) -> ClosedRange<Int> {
    let start = network.start.date.dayNumber
    let dates =
      [schedule.start, schedule.finish, schedule.lateStart, schedule.lateFinish].flatMap { $0 }
    let first = dates.min().map { Instant(minutes: $0).date.dayNumber } ?? start
    let last = dates.max().map { Instant(minutes: $0).date.dayNumber } ?? start
    return max(min(first, start) - 31, start - 18_000)...min(max(last, start) + 31, start + 18_000)
  }

  /// Notes that a task breaks a rule.
  mutating func report(
    _ rule: ScheduleViolation.Rule, _ task: Int, link: Int32? = nil, _ detail: String
  ) {
    violations.append(
      ScheduleViolation(rule: rule, task: Int32(task), link: link, detail: detail))
  }

  /// An instant in words.
  func text(_ minutes: Int) -> String {
    Int32(exactly: minutes).map { Instant(minutes: $0).description } ?? "\(minutes) min"
  }

  // MARK: The network, by task

  var isStrict: Bool { network.constraintRule == .logic }

  /// Whether constraint dates win over links.
  var honorsDates: Bool { network.constraintRule == .dates }

  /// The planned dates of a task.
  func planned(_ task: Int) -> Dates {
    Dates(start: Int(schedule.start[task]), finish: Int(schedule.finish[task]))
  }

  func isGate(_ task: Int) -> Bool {
    let kind = network.kind(of: Int32(task))
    return kind == .groupStart || kind == .groupFinish
  }

  func isMilestone(_ task: Int) -> Bool { network.duration(of: Int32(task)).isZero }

  /// Whether a task counts working minutes of its calendar, more than none.
  func countsWork(_ task: Int) -> Bool {
    !isMilestone(task) && (network.kind(of: Int32(task)) == .work || isInParts(task))
  }

  func progress(_ task: Int) -> TaskProgress? { network.progress(of: Int32(task)) }

  func constraints(_ task: Int) -> [TaskConstraint] { network.constraints(of: Int32(task)) }

  /// The constraint that says where a task lies, whatever else holds: the first, when there are
  /// several.
  func placing(_ task: Int) -> TaskConstraint? {
    constraints(task).first {
      $0.kind == .mandatoryStart || $0.kind == .mandatoryFinish || $0.kind == .manualStart
    }
  }

  /// The mandatory constraint of a task, which binds its late dates too.
  func mandatory(_ task: Int) -> TaskConstraint? {
    placing(task).flatMap { $0.kind == .manualStart ? nil : $0 }
  }

  /// Whether a task starts by hand: no other constraint counts.
  func isManual(_ task: Int) -> Bool { placing(task)?.kind == .manualStart }

  /// Whether a "must" date wins over everything else (`ConstraintRule.dates`).
  func isHeldByMust(_ task: Int) -> Bool {
    honorsDates
      && constraints(task).contains { $0.kind == .mustStartOn || $0.kind == .mustFinishOn }
  }

  /// Whether the task is to be placed as late as possible, and nothing keeps it from that.
  func isDelayed(_ task: Int) -> Bool {
    progress(task) == nil && placing(task) == nil
      && constraints(task).contains { $0.kind == .asLateAsPossible }
  }

  // MARK: Time

  /// The calendar of a task, to walk for early dates.
  func calendar(_ task: Int) -> PlainCalendar {
    calendars[Int(network.calendar(of: Int32(task)))]
  }

  /// The calendar of a task, to walk for late dates; the clock for durations that ignore it.
  func lateCalendar(_ task: Int) -> PlainCalendar {
    lateCalendars[Int(network.calendar(of: Int32(task)))]
  }

  /// The calendar in which a task's floats are counted.
  func floatCalendar(_ task: Int) -> PlainCalendar {
    let kind = network.kind(of: Int32(task))
    return kind == .elapsed || kind == .months
      ? lateCalendars[lateCalendars.count - 1] : lateCalendar(task)
  }

  /// The instant that a link asks its successor to respect when its predecessor has these dates:
  /// the end of the lag's last minute, or the beginning of a lead's (rule 3).
  ///
  /// A lead longer than all the work before asks for nothing: the result lies before all dates. A lag
  /// longer than all the work after cannot be kept: the result lies after all dates.
  func bound(of link: Int32, from dates: Dates, isLate: Bool = false) -> Int {
    let link = network.link(link)
    let base = link.type.fromFinish ? dates.finish : dates.start
    let all = isLate ? lateCalendars : calendars
    let isElapsed = link.lagCalendar == Network.elapsedCalendar
    let calendar = all[isElapsed ? all.count - 1 : Int(link.lagCalendar)]
    let lag = Int(link.lag)
    return lag >= 0
      ? calendar.end(of: lag, from: base) ?? .max : calendar.start(of: -lag, before: base) ?? .min
  }

  /// The finish of a task that starts at a working minute.
  func finish(of task: Int, from start: Int, isLate: Bool = false) -> Int? {
    switch network.duration(of: Int32(task)) {
    case .work(let minutes):
      (isLate ? lateCalendar(task) : calendar(task)).end(of: Int(minutes), from: start)
    case .elapsed(let minutes): start + Int(minutes)
    case .months(let months): addMonths(Int(months), to: start)
    }
  }

  /// The dates of a task that starts with the working minute after an instant; a milestone, there.
  func dates(of task: Int, from instant: Int, isLate: Bool = false) -> Dates? {
    if isMilestone(task) { return Dates(start: instant, finish: instant) }
    if isInParts(task) { return partDates(of: task, from: instant, isLate: isLate) }
    let calendar = isLate ? lateCalendar(task) : calendar(task)
    guard let start = calendar.nextWork(instant) else { return nil }
    return finish(of: task, from: start, isLate: isLate).map { Dates(start: start, finish: $0) }
  }

  /// The dates of a task moved a granule earlier, to the working time before.
  func earlier(_ task: Int, _ dates: Dates) -> Dates? {
    if isMilestone(task) {
      return Dates(start: dates.start - granule, finish: dates.start - granule)
    }
    if isInParts(task) { return earlierParts(task, dates) }
    guard let start = calendar(task).start(of: granule, before: dates.start) else { return nil }
    return finish(of: task, from: start).map { Dates(start: start, finish: $0) }
  }

  /// The dates of a task moved a granule later, to the working time after.
  func later(_ task: Int, _ dates: Dates) -> Dates? {
    if isMilestone(task) {
      return Dates(start: dates.start + granule, finish: dates.start + granule)
    }
    if isInParts(task) { return laterParts(task, dates) }
    let calendar = lateCalendar(task)
    guard let passed = calendar.end(of: granule, from: dates.start),
      let start = calendar.nextWork(passed)
    else { return nil }
    return finish(of: task, from: start, isLate: true).map { Dates(start: start, finish: $0) }
  }

  /// The same time of day some months later; the day is clamped to the end of its month.
  private func addMonths(_ months: Int, to minutes: Int) -> Int {
    guard let exact = Int32(exactly: minutes) else { return minutes }
    let start = Instant(minutes: exact)
    var (year, month) = (start.date.year, start.date.month)
    for _ in 0..<months {
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    let day = min(start.date.day, CivilDate.daysInMonth(month, of: year))
    guard let date = CivilDate(year: year, month: month, day: day) else { return minutes }
    return date.dayNumber * 1440 + start.minuteOfDay
  }
}
