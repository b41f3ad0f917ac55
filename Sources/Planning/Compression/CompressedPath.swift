public import Scheduling

/// The time from the project's start to the cutover, without a gap, as a chain of tasks and waits.
///
/// The longest driving path hands the time on: each task has it from where the task before hands it
/// over to where it hands it over itself. The parts are minutes of the clock, and their sum is the
/// whole time.
public struct CompressedPath: Sendable {
  /// What fills a stretch of the path.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Work that can be made shorter and is at its shortest.
    case shortened
    /// Generated development work without figures that would make it shorter.
    case development
    /// Agreeing on interfaces between the owners.
    case contract
    /// Rehearsing the migration.
    case rehearsal
    /// Running the old and the new system side by side.
    case parallelRun = "parallel-run"
    /// Deciding on the cutover, with evidence.
    case decision
    /// Other work of a length that money does not change.
    case fixed
    /// A lag between two tasks.
    case lag
    /// Waiting for a window of a calendar.
    case window
    /// Waiting for a working day of a calendar: nights, weekends and holidays between tasks.
    case calendar
    /// Waiting for a date that a constraint, the status date or progress states.
    case date
  }

  /// A stretch of the path.
  public struct Part: Hashable, Sendable {
    /// Index in `Plan.tasks`: the task that works, or that waits.
    public var task: Int
    /// What fills it.
    public var kind: Kind
    /// From when.
    public var start: Instant
    /// Minutes of the clock.
    public var minutes: Int64
  }

  /// The parts in order; each has some minutes.
  public let parts: [Part]
  /// From the project's start to the cutover: the sum of the parts.
  public let total: Int64

  /// - Parameter shortened: the tasks that can be made shorter.
  /// - Complexity: O(path).
  init(_ schedule: PlanSchedule, shortened: Set<Int>) {
    var parts: [Part] = []
    var cursor = schedule.plan.start.minutes
    let end = schedule.cutoverFinish.minutes
    func add(_ task: Int, _ kind: Kind, until minutes: Int32) {
      let limit = min(minutes, end)
      guard limit > cursor else { return }
      parts.append(
        .init(
          task: task, kind: kind, start: Instant(minutes: cursor), minutes: Int64(limit - cursor)))
      cursor = limit
    }
    for (place, step) in schedule.path.enumerated() {
      let dates = schedule.tasks[step.task]
      // What lies between the handing over and the start is waiting; a task that is tied by its
      // finish has begun before.
      let isTiedByStart = step.link?.type.toStart ?? true
      if isTiedByStart {
        if case .calendar(_, let wait, _) = step.reason {
          add(step.task, .lag, until: dates.start.minutes - wait)
        }
        add(step.task, step.waitingKind, until: dates.start.minutes)
      }
      let next = place + 1 < schedule.path.count ? schedule.path[place + 1] : nil
      let handsOverAtStart = next?.link.map { !$0.type.fromFinish } ?? false
      // After a start-start link the task goes on working while the lag runs.
      var handOver = dates.finish.minutes
      if handsOverAtStart, let next {
        handOver = min(handOver, schedule.tasks[next.task].start.minutes)
      }
      let work = schedule.plan.tasks[step.task].work?.kind
      add(step.task, shortened.contains(step.task) ? .shortened : Kind(work), until: handOver)
    }
    if let last = schedule.path.last { add(last.task, .calendar, until: end) }
    self.parts = parts
    total = parts.reduce(0) { $0 + $1.minutes }
  }

  /// Minutes by kind, in the order of the kinds; those without any are left out.
  public var byKind: [(kind: Kind, minutes: Int64)] {
    Kind.allCases.compactMap { kind in
      let sum = parts.reduce(Int64(0)) { $0 + ($1.kind == kind ? $1.minutes : 0) }
      return sum > 0 ? (kind, sum) : nil
    }
  }

  /// Minutes by driver, in order of the drivers, the rest (nil) last. A task with several drivers
  /// gives each an equal share, the first the odd minutes; the time a task waits is its own.
  public func byDriver(_ plan: Plan) -> [(driver: String?, minutes: Int64)] {
    sums { part in
      let drivers = plan.tasks[part.task].drivers.sorted()
      guard !drivers.isEmpty else { return [(nil, part.minutes)] }
      let share = part.minutes / Int64(drivers.count)
      let rest = part.minutes - share * Int64(drivers.count)
      return drivers.enumerated().map { ($1, share + ($0 == 0 ? rest : 0)) }
    }
  }

  /// Minutes by owner, in order of the owners' ids, the rest (nil) last.
  public func byOwner(_ plan: Plan) -> [(owner: String?, minutes: Int64)] {
    sums { [(plan.tasks[$0.task].owner, $0.minutes)] }.map {
      (owner: $0.driver, minutes: $0.minutes)
    }
  }

  private func sums(
    _ shares: (Part) -> [(key: String?, minutes: Int64)]
  ) -> [(driver: String?, minutes: Int64)] {
    var sums: [String?: Int64] = [:]
    for part in parts {
      for share in shares(part) { sums[share.key, default: 0] += share.minutes }
    }
    return sums.sorted { left, right in
      guard let key = left.key else { return false }
      return right.key.map { key < $0 } ?? true
    }
    .map { ($0.key, $0.value) }
  }
}

extension CompressedPath.Kind {
  /// What work of a kind is when money does not make it shorter.
  fileprivate init(_ work: GeneratedWork.Kind?) {
    self =
      switch work {
      case .contract: .contract
      case .rehearsal: .rehearsal
      case .parallelRun: .parallelRun
      case .goNoGo: .decision
      case let work? where work.isCrashable: .development
      default: .fixed
      }
  }
}

extension PlanSchedule {
  /// When the work before the last wait for a window on the path is ready: what a window swallows
  /// shows here. Without such a wait, the cutover's finish.
  var readyBeforeWindow: Instant {
    var ready = cutoverFinish
    for step in path {
      if case .calendar(_, let wait, .some) = step.reason {
        ready = Instant(minutes: tasks[step.task].start.minutes - wait)
      }
    }
    return ready
  }
}

extension PlanSchedule {
  /// When the cutover would finish if the last window that the path waits for began as soon as the
  /// work is ready; the cutover's finish without such a wait.
  var finishWithoutWait: Instant {
    for step in path.reversed() {
      if case .calendar(_, let wait, .some) = step.reason {
        return Instant(minutes: cutoverFinish.minutes - wait)
      }
    }
    return cutoverFinish
  }

  /// The window before the last one that the path waits for: the one that was missed.
  var missedWindow: WorkCalendar.Window? {
    for step in path.reversed() {
      guard case .calendar(_, _, let window?) = step.reason else { continue }
      let calendar = lowered.network.calendars[Int(lowered.calendar[step.task])]
      return calendar.windows?.filter { $0.end <= window.start }.max { $0.end < $1.end }
    }
    return nil
  }
}

extension PlanSchedule.PathStep {
  /// The link that sets the date, when one does.
  fileprivate var link: PlanSchedule.Reason.Waiting? {
    switch reason {
    case .link(let waiting): waiting
    case .calendar(let waiting, _, _): waiting
    default: nil
    }
  }

  fileprivate var waitingKind: CompressedPath.Kind {
    switch reason {
    case .link(let waiting): waiting.lag.isZero ? .calendar : .lag
    case .calendar(_, _, let window): window == nil ? .calendar : .window
    case .projectStart: .calendar
    case .constraint, .statusDate, .actual: .date
    }
  }
}
