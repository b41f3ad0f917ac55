internal import Planning
internal import Scheduling

/// The relationships of the document: between activities only, with lags that one calendar counts.
extension PMXMLDocument {
  mutating func writeRelationships(to stream: inout XMLStream) {
    let indexOf = Dictionary(
      plan.tasks.indices.map { (plan.tasks[$0].id, $0) }, uniquingKeysWith: { $1 })
    for task in outline.rows where takesPart[task] {
      for dependency in plan.tasks[task].after {
        guard let before = indexOf[dependency.task], takesPart[before] else { continue }
        writeRelationships(dependency, from: before, to: task, to: &stream)
      }
    }
  }

  private mutating func writeRelationships(
    _ dependency: PlanTask.Dependency, from before: Int, to task: Int,
    to stream: inout XMLStream
  ) {
    if isWBS(before) || isWBS(task) { report.note(.linkOfWBS, plan.tasks[task].id) }
    let predecessors = predecessors(dependency, before)
    let successors = activities(in: task)
    for predecessor in predecessors {
      for successor in successors where successor != predecessor {
        let lag = lagHours(dependency, stated: before, from: predecessor, to: successor)
        report.links += 1
        stream.start("Relationship")
        stream.element("Lag", lag)
        stream.element("ObjectId", report.links)
        stream.element("PredecessorActivityObjectId", number(predecessor))
        stream.element("PredecessorProjectObjectId", PMXMLDocument.project)
        stream.element("SuccessorActivityObjectId", number(successor))
        stream.element("SuccessorProjectObjectId", PMXMLDocument.project)
        stream.element("Type", PMXML.name(dependency.type))
        stream.end()
      }
    }
  }

  /// The activities in a summary; a task itself.
  private func activities(in task: Int) -> [Int] {
    guard isWBS(task) else { return [task] }
    return outline.leaves(of: task).filter { !isWBS($0) && takesPart[$0] }
  }

  /// The activities a link comes from: all of a summary when it waits for the last to finish; the
  /// one that starts first when it waits for the summary to start.
  private mutating func predecessors(
    _ dependency: PlanTask.Dependency, _ before: Int
  ) -> [Int] {
    guard isWBS(before) else { return [before] }
    let all = activities(in: before)
    if dependency.type.fromFinish { return all }
    report.note(.startOfSummary, plan.tasks[before].id)
    return all.min { schedule.tasks[$0].start < schedule.tasks[$1].start }.map { [$0] } ?? []
  }

  // MARK: Lags

  /// The lag of a relationship in hours of the calendar that P6 counts it on.
  private mutating func lagHours(
    _ dependency: PlanTask.Dependency, stated: Int, from before: Int, to task: Int
  ) -> String {
    let (minutes, calendar) = lag(dependency, from: stated, to: task)
    guard minutes != 0 else { return "0" }
    let counting: Int?
    switch plan.lagCalendar {
    case .successor: counting = calendars.inFile[task]
    case .predecessor: counting = calendars.inFile[before]
    case .project: counting = 0
    case .elapsed: counting = nil
    }
    guard counting != calendar else { return PMXML.hours(Int64(minutes)) }
    report.note(.lagConverted, plan.tasks[task].id)
    let dates = schedule.tasks[before]
    let origin = dependency.type.fromFinish ? dates.finish : dates.start
    let clock = Instant(minutes: origin.minutes + minutes)
    let reached = calendar.flatMap { calendars.time[$0].shifted(origin, by: minutes) } ?? clock
    guard let counting else { return PMXML.hours(Int64(reached.minutes - origin.minutes)) }
    return PMXML.hours(Int64(calendars.time[counting].minutes(from: origin, to: reached)))
  }

  /// The minutes of a lag, and the calendar that counts them in the plan; nil: the clock.
  private func lag(
    _ dependency: PlanTask.Dependency, from before: Int, to task: Int
  ) -> (minutes: Int32, calendar: Int?) {
    var isElapsed = (dependency.lagCalendar ?? plan.lagCalendar) == .elapsed
    let minutes: Int32
    switch dependency.lag {
    case .time(let time):
      minutes = plan.units.minutes(of: time) ?? 0
      if time.unit.isElapsed { isElapsed = true }
    case .percent(let share):
      let predecessor = plan.tasks[before]
      let whole = predecessor.isMilestone ? PlanDuration.zero : predecessor.duration ?? .zero
      let product = Int64(plan.units.minutes(of: whole) ?? 0) * share
      minutes = Int32(clamping: (product + (product < 0 ? -50_000 : 50_000)) / 100_000)
      if whole.unit.isElapsed { isElapsed = true }
    }
    if isElapsed { return (minutes, nil) }
    switch dependency.lagCalendar ?? plan.lagCalendar {
    case .predecessor: return (minutes, calendars.ofTask(before))
    case .project: return (minutes, 0)
    case .successor, .elapsed: return (minutes, calendars.ofTask(task))
    }
  }
}
