internal import Scheduling

/// Finds out why a change gains less for the cutover than it shortens the work.
struct SwallowedGain {
  private let result: WhatIfResult
  private let before: ScheduledNetwork
  private let after: ScheduledNetwork

  init(_ result: WhatIfResult, _ before: ScheduledNetwork, _ after: ScheduledNetwork) {
    self.result = result
    self.before = before
    self.after = after
  }

  /// The explanation; nil when nothing is lost, or when nothing was shortened.
  var found: WhatIfResult.Swallowed? {
    if result.gainedMinutes < 0 { return nil }
    return window ?? closed ?? otherPath
  }

  // MARK: Windows

  /// The last task of the path that waits for a window, if its work is ready earlier than before.
  private var window: WhatIfResult.Swallowed? {
    guard result.gainedElapsedMinutes == 0,
      let step = result.after.path.last(where: { $0.window != nil }),
      let old = result.before.path.first(where: {
        result.before.plan.tasks[$0.task].id == result.after.plan.tasks[step.task].id
      }),
      case .calendar(_, let newWait, let window?) = step.reason,
      case .calendar(_, let oldWait, _) = old.reason
    else { return nil }
    let task = result.after.tasks[step.task]
    let readyNow = Instant(minutes: task.start.minutes - newWait)
    let readyThen = Instant(minutes: result.before.tasks[old.task].start.minutes - oldWait)
    let gained = after.workingMinutes(from: readyNow, to: readyThen)
    guard gained > 0 else { return nil }
    let previous = result.after.previousWindow(before: window, of: step.task)
    return .window(
      task: result.after.plan.tasks[step.task].id, gained: gained, window: window,
      previous: previous?.window,
      missing: previous.map { after.workingMinutes(from: $0.latestStart, to: readyNow) })
  }

  // MARK: Closed days

  /// The last task of the path that starts when it did, although what it waits for is finished
  /// earlier than before: no time of its calendar lies between.
  private var closed: WhatIfResult.Swallowed? {
    guard result.gainedElapsedMinutes == 0 else { return nil }
    let index = Dictionary(
      result.before.plan.tasks.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    for step in result.after.path.reversed() {
      guard let link = step.waiting, link.type == .finishToStart,
        let old = index[result.after.plan.tasks[step.task].id],
        let oldSource = index[result.after.plan.tasks[link.predecessor].id]
      else { continue }
      let start = result.after.tasks[step.task].start
      let elapsed =
        result.before.tasks[oldSource].finish.minutes
        - result.after.tasks[link.predecessor].finish.minutes
      guard start == result.before.tasks[old].start, elapsed > 0 else { continue }
      return .closed(task: result.after.plan.tasks[step.task].id, elapsed: elapsed, start: start)
    }
    return nil
  }

  // MARK: Paths

  private var otherPath: WhatIfResult.Swallowed? {
    let changed = result.changes.filter { $0.kind == .changed || $0.kind == .removed }
    guard !changed.isEmpty else { return nil }
    let pathBefore = Set(result.before.path.map { result.before.plan.tasks[$0.task].id })
    let onPath = changed.filter { pathBefore.contains($0.id) }
    if onPath.isEmpty {
      guard result.gainedElapsedMinutes == 0 else { return nil }
      return .offPath(
        tasks: changed.map(\.id), float: smallestFloat(of: changed.compactMap(\.before)))
    }
    let shortened = onPath.reduce(Int32(0)) { sum, row in
      let old = row.before.map { result.before.tasks[$0].duration } ?? 0
      let new = row.after.map { result.after.tasks[$0].duration } ?? 0
      return sum + max(0, old - new)
    }
    guard shortened > result.gainedMinutes else { return nil }
    if result.gainedElapsedMinutes == 0, let starts = startsOnly(onPath) { return starts }
    let newlyOnPath = result.after.path.map { result.after.plan.tasks[$0.task].id }
      .filter { !pathBefore.contains($0) }
    guard !newlyOnPath.isEmpty else { return nil }
    return .path(tasks: newlyOnPath, shortened: shortened, gained: result.gainedMinutes)
  }

  /// When the path leaves each of these tasks by its start.
  private func startsOnly(_ tasks: [WhatIfResult.TaskChange]) -> WhatIfResult.Swallowed? {
    let path = result.after.path
    let leavesByStart = zip(path, path.dropFirst()).compactMap { step, next -> Int? in
      guard let link = next.waiting, link.predecessor == step.task, !link.type.fromFinish else {
        return nil
      }
      return step.task
    }
    let ids = Set(leavesByStart.map { result.after.plan.tasks[$0].id })
    guard tasks.allSatisfy({ ids.contains($0.id) }) else { return nil }
    return .startsOnly(tasks: tasks.map(\.id))
  }

  /// How far the tasks may slip before the cutover moves: the smallest margin among them when the
  /// cutover's own finish is the target.
  private func smallestFloat(of tasks: [Int]) -> Int32 {
    var network = before.network
    network.target = result.before.cutoverFinish
    guard let lowered = try? LoweredPlan(result.before.plan),
      let anchored = try? Scheduler.schedule(network),
      let margins = anchored.schedule.toTarget?.margin
    else { return 0 }
    return tasks.compactMap { lowered.node[$0].map { margins[Int($0)] } }.min() ?? 0
  }
}

extension PlanSchedule {
  /// The latest window before another one in which a task would fit, and its latest start there; nil
  /// when there is none.
  ///
  /// - Complexity: O(windows log windows).
  func previousWindow(
    before window: WorkCalendar.Window, of task: Int
  ) -> (window: WorkCalendar.Window, latestStart: Instant)? {
    let (minutes, calendar) = (tasks[task].duration, lowered.calendar[task])
    guard minutes > 0, let windows = lowered.network.calendars[Int(calendar)].windows else {
      return nil
    }
    for candidate in windows.sorted(by: { $0.start > $1.start })
    where candidate.end <= window.start {
      if let start = scheduled.latestStart(of: minutes, by: candidate.end, calendar: calendar),
        start >= candidate.start
      {
        return (candidate, start)
      }
    }
    return nil
  }
}

extension PlanSchedule.PathStep {
  /// The link that the step waits for, without a window between.
  fileprivate var waiting: PlanSchedule.Reason.Waiting? {
    switch reason {
    case .link(let waiting): waiting
    case .calendar(let waiting, _, nil): waiting
    default: nil
    }
  }

  /// The window the step waits for.
  fileprivate var window: WorkCalendar.Window? {
    if case .calendar(_, _, let window) = reason { return window }
    return nil
  }
}
