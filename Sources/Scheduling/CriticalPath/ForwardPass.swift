/// Early dates: every task as soon as its predecessors, its constraints, its progress and its
/// calendar allow.
struct ForwardPass {
  var engine: Engine
  /// Start of each task; of inner tasks only after `fillInstants`.
  var start: [Int32]
  /// Finish of each task; of inner tasks only after `fillInstants`.
  var finish: [Int32]
  /// For plain work (`Engine.Task.isPlainWork`) the number of its first working minute.
  var position: [Int32]
  /// The starts that links ask of tasks whose own dates won over them.
  var overridden: [Int32: Int32] = [:]
  /// By task, what is known of the link that drives it (`DrivingPlace`).
  var driving: [Int32]
  /// By calendar, the end of the inner task that ends last, as a position.
  var lastEnd: [Int32]
  /// Tasks that start exactly here ("as late as possible").
  private let fixedStart: [Int32: Int32]
  /// How many tasks of the order have their dates.
  var placed = 0

  /// Prepares a pass; `run` computes the dates.
  ///
  /// - Parameters:
  ///   - engine: the prepared network.
  ///   - fixedStart: tasks that start exactly here ("as late as possible"), by task.
  init(_ engine: Engine, fixedStart: [Int32: Int32] = [:]) {
    self.engine = engine
    self.fixedStart = fixedStart
    start = Array(repeating: 0, count: engine.network.taskCount)
    finish = start
    position = start
    driving = Array(repeating: DrivingPlace.undecided, count: engine.network.taskCount)
    lastEnd = Array(repeating: WorkingTime.farPast, count: engine.network.calendars.count)
  }

  /// Compiles the calendars for more days at the end; what was computed stays.
  mutating func compileCalendars(for horizon: Horizon) {
    engine.compileCalendars(for: horizon)
  }

  /// No early date lies before it, unless a constraint or progress says so.
  var floor: Int32 {
    let network = engine.network
    return max(network.start, network.statusDate ?? network.start).minutes
  }

  /// Computes all early dates in topological order, or goes on where it was interrupted.
  ///
  /// - Throws: when a date lies outside the compiled calendars.
  /// - Complexity: O(tasks + links) time and space.
  mutating func run() throws(OutsideHorizon) {
    let floor = floor
    while true {
      placeInnerTasks(floor: floor)
      guard placed < engine.order.count else { return }
      let task = Int(engine.order[placed])
      let kind = engine.tasks[task].kind
      if engine.tasks[task].isPlainWork {
        var bounds = Bounds()
        collectLinks(into: task, &bounds)
        placePlain(task, bounds, floor: floor)
      } else if case .groupStart = kind {
        groupStart(task)
      } else if case .groupFinish = kind {
        groupFinish(task)
      } else {
        var bounds = Bounds()
        collectLinks(into: task, &bounds)
        if engine.tasks[task].isSpecial {
          placeSpecial(task, bounds, floor: floor, fixedStart: fixedStart[Int32(task)])
        } else {
          place(task, bounds, floor: floor)
        }
      }
      if WorkingTime.isFar(start[task]) || WorkingTime.isFar(finish[task]) {
        let isLater = max(start[task], finish[task]) > 0 && start[task] > WorkingTime.farPast / 2
        throw OutsideHorizon(
          task: Int32(task), isLater: isLater, isExhausted: isExhausted(task, isLater: isLater))
      }
      placed += 1
    }
  }

  /// Whether no longer table would help: the task's calendar, or that of a lag into it, has no
  /// working time left.
  func isExhausted(_ task: Int, isLater: Bool) -> Bool {
    guard isLater else { return false }
    return engine.time.isFinite(Int32(engine.tasks[task].calendar))
      || engine.links(into: task).contains { index in
        engine.time.isFinite(Int32(engine.incoming[index].lagCalendar))
          && WorkingTime.isFar(bound(ofIncoming: index)) && engine.incoming[index].lag > 0
      }
  }

  /// The instants that links ask a task to respect.
  struct Bounds {
    var start = WorkingTime.farPast
    var finish = WorkingTime.farPast
    /// As a position, what plain links ask of the start.
    var position = WorkingTime.farPast
  }

  @inline(__always)
  private func collectLinks(into task: Int, _ bounds: inout Bounds) {
    for index in engine.links(into: task) {
      let link = engine.incoming.filed[index]
      if link.isPlain {
        bounds.position = max(bounds.position, position[link.source] &+ link.offset)
        continue
      }
      let bound = bound(ofIncoming: index)
      if engine.incoming[index].type.toStart {
        bounds.start = max(bounds.start, bound)
      } else {
        bounds.finish = max(bounds.finish, bound)
      }
    }
  }

  /// The instant before which the link lets its successor neither start nor (FF, SF) finish.
  @inline(__always)
  func bound(ofIncoming index: Int) -> Int32 {
    let link = engine.incoming[index]
    let source = Int(link.source)
    return engine.shift(link.type.fromFinish ? finish[source] : start[source], by: link)
  }

  /// Moves the gates of groups after their members were moved.
  mutating func placeGates() {
    for task in engine.order {
      switch engine.tasks[Int(task)].kind {
      case .groupStart: groupStart(Int(task))
      case .groupFinish: groupFinish(Int(task))
      default: continue
      }
    }
  }

  private mutating func groupStart(_ task: Int) {
    var earliest: Int32?
    for index in engine.links(into: task) {
      let bound = bound(ofIncoming: index)
      earliest = min(earliest ?? bound, bound)
    }
    start[task] = earliest ?? engine.network.start.minutes
    finish[task] = start[task]
  }

  private mutating func groupFinish(_ task: Int) {
    var latest: Int32?
    for index in engine.links(into: task) {
      let bound = bound(ofIncoming: index)
      latest = max(latest ?? bound, bound)
    }
    start[task] = latest ?? engine.network.start.minutes
    finish[task] = start[task]
  }

  /// Work without constraints or progress: its place is a position.
  @inline(__always)
  private mutating func placePlain(_ task: Int, _ bounds: Bounds, floor: Int32) {
    let calendar = Int32(engine.tasks[task].calendar)
    var bound = max(bounds.start, floor)
    if bounds.finish > bound {
      bound = max(bound, engine.start(of: task, finishingFrom: bounds.finish))
    }
    let first = max(engine.time.position(bound, on: calendar), bounds.position)
    position[task] = first
    start[task] = engine.time.instant(first, on: calendar)
    finish[task] = engine.time.instant(first + engine.tasks[task].amount - 1, on: calendar) + 1
  }

  /// A task without constraints or progress.
  @inline(__always)
  mutating func place(_ task: Int, _ bounds: Bounds, floor: Int32) {
    var bound = max(bounds.start, floor)
    if bounds.finish > bound {
      bound = max(bound, engine.start(of: task, finishingFrom: bounds.finish))
      if engine.tasks[task].kind == .months {
        bound = engine.monthsStart(of: task, from: bound, finishingFrom: bounds.finish)
      }
    }
    if engine.tasks[task].amount == 0, !engine.isStrict,
      max(bounds.start, bounds.finish) < floor
    {
      // A milestone that only waits for the project to start waits for a working minute too.
      bound = engine.workingStart(bound, for: task)
    }
    (start[task], finish[task]) = engine.dates(of: task, from: bound)
  }
}

/// A date that the compiled calendars do not reach.
struct OutsideHorizon: Error {
  let task: Int32
  let isLater: Bool
  /// Whether the calendars have all their working time before the date.
  var isExhausted = false
}
