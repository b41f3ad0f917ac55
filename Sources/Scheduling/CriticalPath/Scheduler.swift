/// The critical path method on whole calendars: early and late dates, floats, driving links.
///
/// Rules: MS Project's by default (`ConstraintRule.dates`) or P6's (`.logic`). The method is that
/// of J. E. Kelley and M. R. Walker, "Critical-path planning and scheduling" (1959), with the
/// precedence relations of J. W. Fondahl (1961) and J. D. Craig (1964).
public enum Scheduler {
  /// Schedules a network.
  ///
  /// - Parameters:
  ///   - network: what is to be scheduled.
  ///   - calendars: compiled calendars of networks scheduled before; nil compiles them.
  /// - Throws: `SchedulingError`: a cycle, a calendar without working time left, or dates beyond
  ///   the years that can be computed.
  /// - Complexity: O(tasks + links + days of the calendars) time and space.
  public static func schedule(
    _ network: Network, calendars: CalendarCache? = nil
  ) throws(SchedulingError) -> ScheduledNetwork {
    let horizon = Horizon(for: network)
    try horizon.check(network)
    let time =
      calendars?.tables(of: network, covering: horizon)
      ?? WorkingTime(
        network.calendars + [.continuous], firstDay: horizon.firstDay, lastDay: horizon.lastDay)
    let scheduled = try schedule(try Engine(network, time: time))
    calendars?.keep(scheduled.early.engine.time, of: network)
    return scheduled
  }

  /// Runs the passes, with calendars that reach far enough.
  static func schedule(_ engine: Engine) throws(SchedulingError) -> ScheduledNetwork {
    var horizon = engine.time.horizon
    var engine = engine
    while true {
      let early = try earlyDates(&engine, &horizon)
      do {
        return try schedule(early)
      } catch {
        horizon = try grown(horizon, error, engine.network)
        engine.compileCalendars(for: horizon)
      }
    }
  }

  /// Early dates, with calendars that reach far enough.
  static func earlyDates(
    _ engine: inout Engine, _ horizon: inout Horizon
  ) throws(SchedulingError) -> ForwardPass {
    var pass = ForwardPass(engine)
    while true {
      do {
        try pass.run()
        engine = pass.engine
        return pass
      } catch {
        horizon = try grown(horizon, error, engine.network)
        if error.isLater {
          pass.compileCalendars(for: horizon)
        } else {
          engine.compileCalendars(for: horizon)
          pass = ForwardPass(engine)
        }
      }
    }
  }

  /// A horizon that may include the date that lies outside.
  private static func grown(
    _ horizon: Horizon, _ error: OutsideHorizon, _ network: Network
  ) throws(SchedulingError) -> Horizon {
    if error.isExhausted { throw .noWorkingTime(task: error.task, after: network.start) }
    guard let grown = horizon.grown(later: error.isLater) else {
      throw .outOfRange(task: error.task)
    }
    try grown.check(network)
    return grown
  }

  private static func schedule(
    _ firstEarly: ForwardPass
  ) throws(OutsideHorizon) -> ScheduledNetwork {
    let engine = firstEarly.engine
    let network = engine.network
    var early = firstEarly
    var projectFinish = early.latestFinish()
    var late = try BackwardPass(engine, early, anchor: .projectFinish(projectFinish))
    let delayed = engine.asLateAsPossible()
    if !delayed.isEmpty, !engine.isStrict {
      let starts = Dictionary(
        uniqueKeysWithValues: delayed.map {
          ($0, max(late.lateStart[Int($0)], early.start[Int($0)]))
        })
      early = ForwardPass(engine, fixedStart: starts)
      try early.run()
      projectFinish = early.latestFinish()
      late = try BackwardPass(engine, early, anchor: .projectFinish(projectFinish))
    }
    var free = freeFloats(engine, early, late, projectFinish: projectFinish)
    if !delayed.isEmpty, engine.isStrict {
      engine.useUpFreeFloat(of: delayed, &early, &free)
      early.placeGates()
      let moved = freeFloats(engine, early, late, projectFinish: projectFinish)
      for task in free.indices where engine.isGate(task) { free[task] = moved[task] }
      late = try BackwardPass(engine, early, anchor: .projectFinish(projectFinish))
    }
    early.fillInstants()
    late.fillInstants(engine)
    var schedule = Schedule(
      start: early.start, finish: early.finish, earlyStart: early.start,
      earlyFinish: early.finish, lateStart: late.lateStart, lateFinish: late.lateFinish,
      totalFloat: engine.floats(from: early, to: late), freeFloat: free, toTarget: nil,
      projectFinish: projectFinish, granule: engine.granule)
    if !engine.isStrict {
      for task in delayed {
        schedule.earlyStart[Int(task)] = firstEarly.start[Int(task)]
        schedule.earlyFinish[Int(task)] = firstEarly.finish[Int(task)]
      }
    }
    if let target = network.target {
      schedule.toTarget = try datesToTarget(target, early, projectFinish: projectFinish)
    }
    let places = early.takeDriving()
    var scheduled = ScheduledNetwork(schedule: schedule, early: early)
    scheduled.schedule.drivingLink = scheduled.drivingLinks(from: places)
    return scheduled
  }

  /// The late dates that keep a target, and what they leave; what the cutover does not wait for
  /// binds nothing that it waits for.
  static func datesToTarget(
    _ target: Instant, _ early: ForwardPass, projectFinish: Int32
  ) throws(OutsideHorizon) -> Schedule.TargetDates {
    let early = early.towardsCutover()
    let engine = early.engine
    var late = try BackwardPass(
      engine, early, anchor: .target(target.minutes, projectFinish: projectFinish))
    late.fillInstants(engine)
    return Schedule.TargetDates(
      lateStart: late.lateStart, lateFinish: late.lateFinish,
      margin: engine.floats(from: early, to: late))
  }
}

/// A network with its schedule: it can also say why a date is what it is.
public struct ScheduledNetwork: Sendable {
  /// Its dates and floats.
  public internal(set) var schedule: Schedule
  /// The early dates, on the prepared network.
  var early: ForwardPass

  /// The network that was scheduled.
  public var network: Network { early.engine.network }
  var engine: Engine { early.engine }
}

extension Engine {
  /// The tasks to be placed as late as possible, in ascending order; a mandatory date overrides it.
  func asLateAsPossible() -> [Int32] {
    network.constraints.filter { entry in
      entry.value.contains { $0.kind == .asLateAsPossible }
        && entry.value.placing == nil
        && network.progress[entry.key] == nil
    }.keys.sorted()
  }

  /// Moves tasks to the end of their free float; their successors keep their dates.
  func useUpFreeFloat(of delayed: [Int32], _ early: inout ForwardPass, _ free: inout [Int32]) {
    for task in delayed where free[Int(task)] > 0 {
      let index = Int(task)
      let bound: Int32
      switch tasks[index].kind {
      case .parts:
        // The pieces may begin where the task's own calendar has no work.
        let calendar = Int32(tasks[index].calendar)
        let position = time.extendedPosition(early.start[index], on: calendar) + free[index]
        bound = max(early.start[index], time.extendedInstant(position - 1, on: calendar) + 1)
      case .elapsed, .months: bound = early.start[index] + free[index]
      default:
        let calendar = Int32(tasks[index].calendar)
        let position = time.extendedPosition(early.start[index], on: calendar) + free[index]
        // A milestone goes to the end of the last working minute, not to the next one's start.
        bound =
          tasks[index].amount == 0
          ? time.extendedInstant(position - 1, on: calendar) + 1
          : time.extendedInstant(position, on: calendar)
      }
      (early.start[index], early.finish[index]) = dates(of: index, from: bound)
      free[index] = 0
    }
  }

  /// Whether the node is the start or the finish of a group.
  func isGate(_ task: Int) -> Bool {
    tasks[task].kind == .groupStart || tasks[task].kind == .groupFinish
  }

  /// The float of every task: from its early to its late start; what is under way counts from
  /// finish to finish, what is finished has none. A task whose own date
  /// won over links counts from the start that the links asked for.
  func floats(from early: ForwardPass, to late: BackwardPass) -> [Int32] {
    var result = [Int32](repeating: 0, count: network.taskCount)
    var floats = result.mutableSpan
    for task in floats.indices {
      if tasks[task].isPlainWork {
        floats[task] = late.limits[task].latest - early.position[task]
        continue
      }
      let isUnderWay = tasks[task].isSpecial && network.progress[Int32(task)] != nil
      floats[task] =
        isUnderWay
        ? float(of: task, from: early.finish[task], to: late.lateFinish[task])
        : float(
          of: task, from: early.overridden[Int32(task)] ?? early.start[task],
          to: late.lateStart[task])
    }
    return result
  }
}
