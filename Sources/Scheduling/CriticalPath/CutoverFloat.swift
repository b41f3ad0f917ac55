/// How far each task may slip before the cutover (or the project's finish) moves, and which link
/// passes that on.
///
/// Towards the cutover the late dates are those of a network whose target is the cutover's own finish (without a
/// cutover the project's), so calendars, windows and constraints are the engine's own.
struct CutoverFloat {
  /// The network with its planned dates.
  let scheduled: ScheduledNetwork
  /// Tasks that lead to the cutover and are not finished, the one with the least float first.
  private(set) var candidates: [Int32] = []
  /// The engine of the anchored schedule: its calendars reach as far as its late dates.
  private let engine: Engine
  private let lateStart: [Int32]
  private let lateFinish: [Int32]
  /// Whether paths end at the cutover, not at the project's finish.
  private let isTowardsCutover: Bool
  /// The finish of the cutover or of the project.
  private let end: Int32
  /// By link, its place among the engine's incoming links.
  private let place: [Int32]
  /// `outgoingStart[t]..<outgoingStart[t + 1]` are the links from task `t` in `outgoing`.
  private let outgoingStart: [Int32]
  private let outgoing: [Int32]
  /// Whether the cutover depends on a task.
  private var leads: [Bool]

  /// Anchors a schedule at its cutover.
  ///
  /// - Throws: when a late date lies outside the years that can be computed.
  /// - Complexity: one schedule and O((tasks + links) log tasks) time.
  init(_ scheduled: ScheduledNetwork) throws(SchedulingError) {
    self.scheduled = scheduled
    let network = scheduled.network
    isTowardsCutover = network.cutover != nil
    end =
      network.cutover.map { scheduled.schedule.finish[Int($0)] }
      ?? scheduled.schedule.projectFinish
    let anchored = try CutoverFloat.anchored(scheduled, at: Instant(minutes: end))
    engine = anchored.engine
    lateStart = anchored.schedule.toTarget?.lateStart ?? anchored.schedule.lateStart
    lateFinish = anchored.schedule.toTarget?.lateFinish ?? anchored.schedule.lateFinish
    (outgoingStart, outgoing) = CutoverFloat.linksBySource(network)
    place = CutoverFloat.places(of: engine)
    leads = Array(repeating: network.cutover == nil, count: network.taskCount)
    if let cutover = network.cutover { findWhatLeads(to: cutover) }
    var floats: [(float: Int32, task: Int32)] = []
    for task in 0..<Int32(network.taskCount) where leads[Int(task)] && task != network.cutover {
      if let float = float(of: task) { floats.append((float, task)) }
    }
    candidates = floats.sorted { ($0.float, $0.task) < ($1.float, $1.task) }.map(\.task)
  }

  /// The same towards the project's finish, with all deadlines: total floats.
  ///
  /// - Complexity: O(tasks + links).
  init(projectFinishOf scheduled: ScheduledNetwork) {
    self.scheduled = scheduled
    engine = scheduled.engine
    isTowardsCutover = false
    end = scheduled.schedule.projectFinish
    lateStart = scheduled.schedule.lateStart
    lateFinish = scheduled.schedule.lateFinish
    (outgoingStart, outgoing) = CutoverFloat.linksBySource(scheduled.network)
    place = CutoverFloat.places(of: engine)
    leads = Array(repeating: true, count: scheduled.network.taskCount)
  }

  private static func places(of engine: Engine) -> [Int32] {
    var place = [Int32](repeating: 0, count: engine.incomingNumber.count)
    for (position, link) in engine.incomingNumber.enumerated() {
      place[Int(link)] = Int32(truncatingIfNeeded: position)
    }
    return place
  }

  /// The network with the cutover's finish as its target.
  ///
  /// A target also holds every task to the project's finish. What reaches the cutover by its start
  /// alone may finish later than that, so a node far behind moves the project's finish away; not
  /// where tasks are as late as the project's finish allows.
  private static func anchored(
    _ scheduled: ScheduledNetwork, at end: Instant
  ) throws(SchedulingError) -> ScheduledNetwork {
    var network = scheduled.network
    network.target = end
    if network.cutover != nil, scheduled.engine.asLateAsPossible().isEmpty {
      var roomy = network
      let finish = Int64(scheduled.schedule.projectFinish)
      let day = (3 * finish - 2 * Int64(network.start.minutes)) / 1440 + 400
      if let minutes = Int32(exactly: day * 1440) {
        let behind = roomy.addTask(.work(minutes: 0))
        roomy.constrain(behind, TaskConstraint(.mandatoryStart, Instant(minutes: minutes)))
        if let anchored = try? Scheduler.schedule(roomy) { return anchored }
      }
    }
    return try Scheduler.schedule(network)
  }

  private static func linksBySource(_ network: Network) -> (starts: [Int32], links: [Int32]) {
    var starts = [Int32](repeating: 0, count: network.taskCount + 1)
    for source in network.linkSource { starts[Int(source) + 1] += 1 }
    for task in 0..<network.taskCount { starts[task + 1] += starts[task] }
    var links = [Int32](repeating: 0, count: network.linkCount)
    var next = starts
    for (link, source) in network.linkSource.enumerated() {
      links[Int(next[Int(source)])] = Int32(link)
      next[Int(source)] += 1
    }
    return (starts, links)
  }

  private mutating func findWhatLeads(to cutover: Int32) {
    leads[Int(cutover)] = true
    for task in scheduled.engine.order.reversed() where leads[Int(task)] {
      for position in engine.links(into: Int(task)) where binds(position, Int(task)) {
        leads[Int(engine.incoming[position].source)] = true
      }
    }
  }

  /// The float of a task towards the cutover in minutes of work; nil for a gate and for what is
  /// finished.
  func float(of task: Int32) -> Int32? {
    let index = Int(task)
    let done = scheduled.network.progress[task]
    if engine.isGate(index) || done?.finished != nil { return nil }
    let schedule = scheduled.schedule
    return done == nil
      ? measured(index, from: schedule.start[index], to: lateStart[index])
      : measured(index, from: schedule.finish[index], to: lateFinish[index])
  }

  /// Minutes of work: of the task's calendar, or of the project's where the task counts the clock.
  private func measured(_ task: Int, from first: Int32, to last: Int32) -> Int32 {
    switch engine.tasks[task].kind {
    case .elapsed, .months:
      return engine.time.extendedPosition(last, on: 0)
        - engine.time.extendedPosition(first, on: 0)
    default: return engine.float(of: task, from: first, to: last)
    }
  }

  // MARK: Links

  /// The link from a task that leaves it the least float towards the cutover, of several the one
  /// added first; nil where the task itself ends the path.
  func tightestLink(from task: Int32) -> Int32? {
    if isTowardsCutover, task == scheduled.network.cutover { return nil }
    var best: (float: Int32, link: Int32)?
    for index in outgoingStart[Int(task)]..<outgoingStart[Int(task) + 1] {
      let link = outgoing[Int(index)]
      let target = Int(scheduled.network.linkTarget[Int(link)])
      guard leads[target], binds(Int(place[Int(link)]), target) else { continue }
      let left = float(leftBy: link)
      if left < best?.float ?? Int32.max { best = (left, link) }
    }
    guard let best else { return nil }
    let endsHere = !isTowardsCutover && floatToEnd(of: task) < best.float
    return endsHere ? nil : best.link
  }

  /// The float that a link leaves to its predecessor.
  func float(leftBy link: Int32) -> Int32 {
    let target = Int(scheduled.network.linkTarget[Int(link)])
    return float(
      ofIncoming: Int(place[Int(link)]), into: target, start: lateStart[target],
      finish: lateFinish[target])
  }

  /// How far the predecessor of a link may slip before the link moves its successor, or before it
  /// takes over from the link for which the successor waits across a gap of its calendar.
  func lag(ofLink link: Int32) -> Int32 {
    let target = scheduled.network.linkTarget[Int(link)]
    if scheduled.network.linkType[Int(link)].toStart,
      case .calendarGap(_, let bound) = scheduled.driver(of: target)
    {
      return slack(ofLink: link, start: bound.minutes)
    }
    return slack(ofLink: link)
  }

  /// How far the predecessor of a link may slip before the link moves its successor.
  func slack(ofLink link: Int32) -> Int32 {
    let target = scheduled.network.linkTarget[Int(link)]
    return slack(ofLink: link, start: scheduled.schedule.start[Int(target)])
  }

  private func slack(ofLink link: Int32, start: Int32) -> Int32 {
    let target = Int(scheduled.network.linkTarget[Int(link)])
    return float(
      ofIncoming: Int(place[Int(link)]), into: target, start: start,
      finish: scheduled.schedule.finish[target])
  }

  /// The float a task has when only the end of all paths holds it up.
  func floatToEnd(of task: Int32) -> Int32 {
    float(ofTask: Int(task), startLimit: WorkingTime.farFuture, finishLimit: end)
  }

  /// Whether a slip of the link's predecessor can reach its successor at all.
  private func binds(_ position: Int, _ target: Int) -> Bool {
    let link = engine.incoming[position]
    if engine.tasks[Int(link.source)].isSpecial, let done = scheduled.network.progress[link.source],
      done.finished != nil || !link.type.fromFinish
    {
      return false
    }
    if engine.tasks[target].kind == .groupStart {
      return position
        == engine.links(into: target).first {
          scheduled.early.bound(ofIncoming: $0) == scheduled.early.start[target]
        }
    }
    guard engine.tasks[target].isSpecial, let done = scheduled.network.progress[Int32(target)]
    else { return true }
    return done.finished == nil && scheduled.network.progressRule == .retainedLogic
  }

  /// What a link leaves to its predecessor when the successor keeps a start and a finish.
  private func float(
    ofIncoming position: Int, into task: Int, start: Int32, finish: Int32
  ) -> Int32 {
    let link = engine.incoming[position]
    var start = start
    if engine.tasks[task].isSpecial, scheduled.network.progress[Int32(task)] != nil {
      start = resume(of: task, finish: finish)
    }
    let own = link.type.toStart ? start : engine.finishCounted(finish, for: task)
    let limit = engine.unshift(own, by: link)
    return float(
      ofTask: Int(link.source), startLimit: link.type.fromFinish ? WorkingTime.farFuture : limit,
      finishLimit: link.type.fromFinish ? limit : WorkingTime.noLimit)
  }

  private func float(ofTask task: Int, startLimit: Int32, finishLimit: Int32) -> Int32 {
    let (start, finish) = (scheduled.schedule.start[task], scheduled.schedule.finish[task])
    if engine.tasks[task].isSpecial, let done = scheduled.network.progress[Int32(task)] {
      // What has begun cannot start later; only its end can slip.
      if done.finished != nil || finishLimit >= WorkingTime.noLimit { return Int32.max }
      let latest = engine.latestFinish(
        of: task, remaining: engine.remaining(of: task, done), finishLimit: finishLimit)
      return measured(task, from: finish, to: latest)
    }
    let latest = engine.latestDates(of: task, startLimit: startLimit, finishLimit: finishLimit)
    return measured(task, from: start, to: latest.start)
  }

  /// When work under way must go on to end by a finish.
  private func resume(of task: Int, finish: Int32) -> Int32 {
    guard let done = scheduled.network.progress[Int32(task)] else { return finish }
    return engine.latestResume(
      of: task, remaining: engine.remaining(of: task, done), finishLimit: finish)
  }
}
