internal import Planning
internal import Scheduling
internal import SharedSystem

/// A schedule row by row, as the formats for people who post-process show it: in the order of the
/// outline, with links and reasons looked up.
struct ScheduleRows {
  let schedule: PlanSchedule
  let outline: MSPDIOutline
  let progress: MSPDIProgress
  /// What sets the dates of each task; nil for summaries.
  let reasons: [PlanSchedule.Reason?]
  /// The numbers of tasks and links.
  private(set) var report = ExportReport()
  private let language: LocalizedText.Language
  private let indexOf: [String: Int]
  private let calendarOfOwner: [String: String]

  /// What a row is.
  enum Kind: String {
    case task, milestone, summary
  }

  /// - Complexity: O(tasks · depth + links).
  init(_ schedule: PlanSchedule, in language: LocalizedText.Language) {
    let plan = schedule.plan
    self.schedule = schedule
    self.language = language
    outline = MSPDIOutline(plan.tasks)
    progress = MSPDIProgress(schedule, outline, MSPDICalendars(schedule, in: language))
    reasons = schedule.reasons()
    indexOf = Dictionary(
      plan.tasks.indices.map { (plan.tasks[$0].id, $0) }, uniquingKeysWith: { $1 })
    calendarOfOwner = Dictionary(
      plan.owners.compactMap { owner in owner.calendar.map { (owner.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    report.tasks = plan.tasks.count
    report.links = plan.tasks.reduce(0) { $0 + $1.after.count }
  }

  private var plan: Plan { schedule.plan }

  /// The name of a task; its id when it has none.
  func name(of task: Int) -> String {
    let name = plan.tasks[task].name.text(in: language)
    return name.isEmpty ? plan.tasks[task].id : name
  }

  func kind(of task: Int) -> Kind {
    plan.tasks[task].isSummary ? .summary : plan.tasks[task].isMilestone ? .milestone : .task
  }

  /// The id of the calendar a task runs on; nil: the project's.
  func calendar(of task: Int) -> String? {
    plan.tasks[task].calendar ?? plan.tasks[task].owner.flatMap { calendarOfOwner[$0] }
  }

  /// The index of a task.
  func index(of id: String) -> Int? { indexOf[id] }

  /// The lag of a link in minutes; nil for calendar months.
  func lagMinutes(of dependency: PlanTask.Dependency) -> Int32? {
    lagMinutes(dependency.lag, from: indexOf[dependency.task])
  }

  /// A lag in minutes; nil for calendar months. A share is one of the predecessor's duration.
  func lagMinutes(_ lag: PlanTask.Lag, from predecessor: Int?) -> Int32? {
    switch lag {
    case .time(let duration):
      return duration.thousandths == 0 ? 0 : plan.units.minutes(of: duration)
    case .percent(let thousandths):
      let whole = predecessor.map { Int64(schedule.tasks[$0].duration) } ?? 0
      let (product, overflow) = whole.multipliedReportingOverflow(by: thousandths)
      guard !overflow else { return nil }
      return Int32(exactly: (product + (product < 0 ? -50_000 : 50_000)) / 100_000)
    }
  }

  /// Whose calendar counts the lag of a link.
  func lagCalendar(of dependency: PlanTask.Dependency) -> LagCalendar {
    let stated = dependency.lagCalendar ?? plan.lagCalendar
    switch dependency.lag {
    case .time(let lag): return lag.unit.isElapsed ? .elapsed : stated
    case .percent:
      let predecessor = indexOf[dependency.task].map { plan.tasks[$0] }
      return predecessor?.duration?.unit.isElapsed == true ? .elapsed : stated
    }
  }

  /// Whether a link sets the dates of the task that states it.
  func drives(_ dependency: PlanTask.Dependency, _ task: Int) -> Bool {
    let waiting: PlanSchedule.Reason.Waiting?
    switch reasons[task] {
    case .link(let link): waiting = link
    case .calendar(let link, _, _): waiting = link
    default: waiting = nil
    }
    guard let waiting else { return false }
    return plan.tasks[waiting.viaSummary ?? waiting.predecessor].id == dependency.task
      && waiting.type == dependency.type && waiting.lag == dependency.lag
  }
}

extension ExportReport {
  /// Counts what a plan holds about its tasks that no format of dates and links does.
  mutating func noteLeftOut(_ plan: Plan) {
    for task in plan.tasks {
      if !task.parts.isEmpty { note(.piecesLeftOut, task.id) }
      if !task.needs.isEmpty { note(.needsLeftOut, task.id, times: task.needs.count) }
      if !task.crash.isEmpty || !task.modes.isEmpty { note(.accelerationLeftOut, task.id) }
      if task.estimate != nil { note(.estimateLeftOut, task.id) }
    }
  }
}
