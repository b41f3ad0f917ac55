internal import Planning
internal import Scheduling
internal import SharedSystem

/// Assignments, as far as they decide when a task works: the calendars of its resources, delays,
/// and pauses. Such a task is made of parts.
extension MSPDIImporter {
  /// One assignment's share of a task.
  struct Share {
    let index: Int
    /// The calendar where it is not the task's.
    let calendar: String?
    let delay: Int
    let minutes: Int
  }

  /// Whether an assignment is of somebody who works.
  func isPerson(_ index: Int) -> Bool {
    guard let uid = file.assignments[index].resourceUID, let resource = resourceIndex[uid] else {
      return false
    }
    if case .none = people[resource] { return false }
    return true
  }

  /// Keeps who works on a task, and returns what may decide when: the shares of an unfinished one.
  mutating func readAssignments(
    of task: MSPDIFile.Task, _ stated: inout PlanTask
  ) -> [Share] {
    let isUnderWay = stated.progress != nil
    let isFinished = stated.progress?.finished != nil
    var shares: [Share] = []
    var needed: Set<String> = []
    for index in assignments[Int(task.uid)] ?? [] {
      let assignment = file.assignments[index]
      guard let uid = assignment.resourceUID, let resource = resourceIndex[uid],
        file.resources[resource].type ?? 1 == 1
      else { continue }
      need(resource, assignment, &stated, &needed)
      if assignment.workContour ?? 0 != 0 { report.note(.contour, stated.id) }
      if isFinished { continue }
      guard let minutes = minutes(of: assignment, isUnderWay: isUnderWay) else { continue }
      shares.append(
        Share(
          index: index, calendar: calendarID(ofResource: resource, on: task),
          delay: isUnderWay ? 0 : (max(0, assignment.delay ?? 0) + 5) / 10, minutes: minutes))
    }
    return shares
  }

  /// The pieces of work; none when the task is one piece of work on its own calendar.
  mutating func parts(
    _ shares: [Share], _ task: MSPDIFile.Task, _ stated: PlanTask
  ) -> [PlanTask.Part] {
    guard let first = shares.first else { return [] }
    let nominal =
      stated.progress == nil
      ? minutes(task.duration ?? 0) : minutes(task.remainingDuration ?? 0)
    if stated.progress == nil, let segments = segments(of: shares, task) { return segments }
    // The duration of such a task is counted in its own time, whoever works on it.
    if task.type == 1 { return [] }
    if shares.allSatisfy({ $0.calendar == first.calendar && $0.delay == 0 }) {
      // The duration is counted in the time its resources work.
      return first.calendar == nil || nominal == 0
        ? [] : [.init(duration: time(nominal, task), calendar: first.calendar)]
    }
    let earliest = shares.map(\.delay).min() ?? 0
    return shares.map {
      PlanTask.Part(
        duration: time($0.minutes, task), delay: time($0.delay - earliest, task),
        calendar: $0.calendar)
    }
  }

  /// How long an assignment takes: its work by its units.
  private func minutes(of assignment: MSPDIFile.Assignment, isUnderWay: Bool) -> Int? {
    let work = isUnderWay ? assignment.remainingWork : assignment.work ?? assignment.remainingWork
    guard let work, work > 0 else { return nil }
    let units = assignment.units ?? 1_000_000
    guard units > 0 else { return nil }
    return minutes(Int(min((Double(work) * 1_000_000 / Double(units)).rounded(), 1e15)))
  }

  /// Minutes of work in the unit of the task, where that is exact.
  private func time(_ minutes: Int, _ task: MSPDIFile.Task) -> PlanDuration {
    minutes == 0 ? .zero : meaning.duration(minutes: minutes, format: task.durationFormat ?? 7)
  }

  private func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

  /// Keeps which resource works on the task, and how much of it.
  private mutating func need(
    _ resource: Int, _ assignment: MSPDIFile.Assignment, _ stated: inout PlanTask,
    _ needed: inout Set<String>
  ) {
    guard case .team(let id) = people[resource] else { return }
    let thousandths = Int64(max(0, assignment.units ?? 1_000_000) / 1000)
    guard thousandths > 0, needed.insert(id).inserted else { return }
    stated.needs.append(.init(team: id, thousandths: thousandths))
  }

  // MARK: Pauses

  /// The pieces between the pauses of a split task; nil when no assignment states a pause.
  private mutating func segments(of shares: [Share], _ task: MSPDIFile.Task) -> [PlanTask.Part]? {
    var parts: [PlanTask.Part] = []
    var isSplit = false
    for share in shares {
      let assignment = file.assignments[share.index]
      let runs = runs(of: Array(file.plannedWork(of: assignment)))
      guard let begin = assignment.start ?? runs.first?.start, runs.count > 1 else {
        parts.append(
          .init(
            duration: time(share.minutes, task), delay: time(share.delay, task),
            calendar: share.calendar))
        continue
      }
      isSplit = true
      let clock = workingTime(of: share.calendar)
      for run in runs {
        let delay = Int(clock.minutes(from: begin, to: run.start)) + share.delay
        let length = Int(clock.minutes(from: run.start, to: run.finish))
        if length > 0 {
          parts.append(
            .init(
              duration: time(length, task), delay: time(max(0, delay), task),
              calendar: share.calendar))
        }
      }
    }
    return isSplit ? parts : nil
  }

  /// The stretches with work, where periods without any lie between them.
  private func runs(
    of periods: [MSPDIFile.WorkPeriod]
  ) -> [(start: Instant, finish: Instant)] {
    var runs: [(start: Instant, finish: Instant)] = []
    var isPaused = true
    for period in periods {
      guard let start = period.start, let finish = period.finish, start < finish else { continue }
      if period.work ?? 0 == 0 {
        isPaused = true
      } else if isPaused {
        runs.append((start, finish))
        isPaused = false
      } else {
        runs[runs.count - 1].finish = finish
      }
    }
    return runs
  }
}
