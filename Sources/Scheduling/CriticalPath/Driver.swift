/// What sets the dates of a task.
public enum Driver: Hashable, Sendable {
  /// The project's start.
  case projectStart
  /// A link, by number: any slip of the predecessor moves the task.
  case link(Int32)
  /// A link asks for `bound`, but the task's calendar has no working time until its start.
  case calendarGap(link: Int32, bound: Instant)
  /// The task's own constraint.
  case constraint(TaskConstraint)
  /// The status date.
  case statusDate
  /// What really happened.
  case actual

  /// The number of the link, when a link has a part in it.
  public var link: Int32? {
    switch self {
    case .link(let link), .calendarGap(let link, _): link
    default: nil
    }
  }
}

extension ScheduledNetwork {
  /// What sets the dates of a task: the first of `drivers(of:)`.
  ///
  /// - Complexity: O(links into the task).
  public func driver(of task: Int32) -> Driver {
    drivers(of: task)[0]
  }

  /// Everything that sets the dates of a task, the first being the one to name: one entry, or
  /// several links that tie.
  ///
  /// Links whose every slip moves the task come first, in order of the predecessor's total float,
  /// then of the link's number. Where the calendar leaves a gap, the link that asks for the latest
  /// date is the driver, unless a constraint or the status date asks for a later one.
  ///
  /// - Complexity: O(k log k) time and O(k) space for k links into the task.
  public func drivers(of task: Int32) -> [Driver] {
    let index = Int(task)
    if engine.tasks[index].isSpecial, let fixed = fixedDriver(of: index) { return [fixed] }
    var tight: [Int32] = []
    var loose: (link: Int32, need: Int32)?
    for position in engine.links(into: index) {
      let bound = early.bound(ofIncoming: position)
      let link = engine.incomingNumber[position]
      if engine.isGate(index) {
        if bound == early.start[index] { tight.append(link) }
        continue
      }
      let need =
        engine.incoming[position].type.toStart
        ? bound : engine.start(of: index, finishingFrom: bound)
      guard engine.dates(of: index, from: need).start >= early.start[index] else { continue }
      if slack(ofIncoming: position, into: index) <= 0 {
        tight.append(link)
      } else if need > loose?.need ?? WorkingTime.farPast {
        loose = (link, need)
      }
    }
    if !tight.isEmpty {
      let ranked = tight.map { (schedule.totalFloat[Int(network.linkSource[Int($0)])], $0) }
      return ranked.sorted(by: <).map { .link($0.1) }
    }
    let stated = latestStatedBound(of: index)
    if let loose, loose.need > stated?.need ?? network.start.minutes {
      // A milestone on Friday evening lets work begin on Monday morning: no work lies between.
      let source = Int(network.linkSource[Int(loose.link)])
      let bound = Instant(minutes: loose.need)
      let isSameMoment =
        engine.tasks[source].amount == 0
        && engine.float(of: source, from: loose.need, to: early.start[index]) == 0
      return [isSameMoment ? .link(loose.link) : .calendarGap(link: loose.link, bound: bound)]
    }
    return [stated?.driver ?? .projectStart]
  }

  /// How far the predecessor of a link may slip before the successor must move, in the
  /// predecessor's own minutes.
  ///
  /// - Parameter link: a link's number.
  /// - Complexity: O(links into the successor).
  public func slack(ofLink link: Int32) -> Int32 {
    let task = Int(network.linkTarget[Int(link)])
    let range = engine.links(into: task)
    guard let position = range.first(where: { engine.incomingNumber[$0] == link }) else { return 0 }
    return slack(ofIncoming: position, into: task)
  }

  /// The same for a place among the engine's incoming links; O(1).
  func slack(ofIncoming position: Int, into task: Int) -> Int32 {
    let filed = engine.incoming.filed[position]
    if filed.isPlain {
      return early.position[task] - filed.offset - early.position[filed.source]
    }
    let type = engine.incoming[position].type
    let source = Int(engine.incoming[position].source)
    let own =
      type.toStart ? early.start[task] : engine.finishCounted(early.finish[task], for: task)
    let limit = engine.unshift(
      own, by: engine.incoming[position])
    if network.progress[Int32(source)] != nil {
      // The finish of what has begun can still move, its work by its calendar, a milestone by the
      // clock.
      if !type.fromFinish { return limit - early.start[source] }
      return engine.tasks[source].amount == 0
        ? limit - early.finish[source]
        : engine.float(of: source, from: early.finish[source], to: limit)
    }
    if engine.tasks[source].amount == 0 { return limit - early.start[source] }
    let latest = engine.latestDates(
      of: source, startLimit: type.fromFinish ? WorkingTime.farFuture : limit,
      finishLimit: type.fromFinish ? limit : WorkingTime.noLimit)
    return engine.float(of: source, from: early.start[source], to: latest.start)
  }

  /// A driver that leaves links no say: progress, mandatory dates, or a date that won over links.
  private func fixedDriver(of task: Int) -> Driver? {
    if network.progress[Int32(task)] != nil { return .actual }
    let constraints = network.constraints[Int32(task)] ?? []
    if let placing = constraints.placing { return .constraint(placing) }
    for constraint in constraints where constraint.kind == .asLateAsPossible {
      if early.start[task] > firstPossibleStart(of: task) { return .constraint(constraint) }
    }
    return engine.honorsDates ? winningDate(of: task, constraints).map { .constraint($0) } : nil
  }

  /// The date that won over links and over the other dates: of those that give the task's start the
  /// last, as it was kept last.
  private func winningDate(of task: Int, _ constraints: [TaskConstraint]) -> TaskConstraint? {
    var (winner, pinned): (TaskConstraint?, TaskConstraint?)
    for constraint in constraints {
      switch constraint.kind {
      case .mustStartOn, .mustFinishOn: pinned = constraint
      case .startNoLaterThan, .finishNoLaterThan: break
      default: continue
      }
      if start(given: constraint, task) == early.start[task] { winner = constraint }
    }
    if pinned != nil { return winner ?? pinned }
    return early.start[task] < firstPossibleStart(of: task) ? winner : nil
  }

  /// The start that a date alone gives.
  private func start(given constraint: TaskConstraint, _ task: Int) -> Int32 {
    let date = constraint.date.minutes
    if !constraint.kind.concernsFinish {
      return engine.dates(of: task, from: engine.workingStart(date, for: task)).start
    }
    let latest = engine.latestDates(
      of: task, startLimit: WorkingTime.farFuture,
      finishLimit: engine.workingFinish(date, for: task))
    return engine.dates(of: task, from: latest.start).start
  }

  /// The start that links, the project's start and lower bounds alone would give.
  private func firstPossibleStart(of task: Int) -> Int32 {
    var bound = latestStatedBound(of: task)?.need ?? network.start.minutes
    for position in engine.links(into: task) {
      let asked = early.bound(ofIncoming: position)
      bound = max(
        bound,
        engine.incoming[position].type.toStart
          ? asked : engine.start(of: task, finishingFrom: asked))
    }
    return engine.dates(of: task, from: bound).start
  }

  /// The latest of the bounds that are dates: lower constraints and the status date.
  private func latestStatedBound(of task: Int) -> (need: Int32, driver: Driver)? {
    guard engine.tasks[task].kind != .groupStart, engine.tasks[task].kind != .groupFinish else {
      return nil
    }
    var latest: (need: Int32, driver: Driver)?
    // A task before the project's start is there because its own date says so.
    let floor =
      early.start[task] < network.start.minutes ? WorkingTime.farPast : network.start.minutes
    func offer(_ need: Int32, _ driver: Driver) {
      if need > latest?.need ?? floor { latest = (need, driver) }
    }
    if let status = network.statusDate { offer(status.minutes, .statusDate) }
    guard engine.tasks[task].isSpecial else { return latest }
    for constraint in network.constraints[Int32(task)] ?? [] {
      let date = constraint.date.minutes
      switch constraint.kind {
      case .startNoEarlierThan: offer(date, .constraint(constraint))
      case .mustStartOn where !engine.honorsDates: offer(date, .constraint(constraint))
      case .finishNoEarlierThan: offer(finishNeed(date, task), .constraint(constraint))
      case .mustFinishOn where !engine.honorsDates:
        offer(finishNeed(date, task), .constraint(constraint))
      default: break
      }
    }
    return latest
  }

  private func finishNeed(_ date: Int32, _ task: Int) -> Int32 {
    engine.start(of: task, finishingFrom: engine.workingFinish(date, for: task))
  }
}
