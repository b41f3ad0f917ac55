/// Late dates: every task as late as its successors, its constraints and an anchor allow.
struct BackwardPass {
  /// What the late dates must keep.
  enum Anchor {
    /// The project's own finish, and every deadline.
    case projectFinish(Int32)
    /// The target: of the cutover, or of every task when no task is the cutover. Tasks that do not
    /// lead to the cutover keep the later of the target and the project's finish.
    case target(Int32, projectFinish: Int32)
  }

  /// Latest starts; of inner tasks only after `fillInstants`.
  var lateStart: [Int32]
  /// Latest finishes; of inner tasks only after `fillInstants`.
  var lateFinish: [Int32]
  /// By task, what plain links allow.
  var limits: [Limits]
  /// What late dates must keep, as an instant, for every task but the cutover.
  let anchor: Int32

  /// Limits that plain links set to the position of a task's first working minute.
  struct Limits {
    /// For plain work its latest position; before its turn the limit that plain links set.
    var latest: Int32
    /// How late it may start with its successors keeping their early dates: a by-product for
    /// `freeFloats`.
    var free: Int32
  }

  /// Computes all late dates in reverse topological order.
  ///
  /// - Throws: when a date lies outside the compiled calendars.
  /// - Complexity: O(tasks + links) time and space.
  init(
    _ engine: Engine, _ early: ForwardPass, anchor: Anchor
  ) throws(OutsideHorizon) {
    let network = engine.network
    lateStart = Array(repeating: WorkingTime.farFuture, count: network.taskCount)
    limits = Array(
      repeating: Limits(latest: WorkingTime.farFuture, free: WorkingTime.farFuture),
      count: network.taskCount)
    var keepsDeadlines = false
    switch anchor {
    case .projectFinish(let finish):
      keepsDeadlines = true
      self.anchor = finish
    case .target(let target, let finish):
      self.anchor = network.cutover == nil ? target : max(target, finish)
    }
    lateFinish = Array(repeating: self.anchor, count: network.taskCount)
    if case .target(let target, _) = anchor, let cutover = network.cutover {
      lateFinish[Int(cutover)] = target
      let task = engine.tasks[Int(cutover)]
      if task.isInner {
        limits[Int(cutover)].latest =
          engine.time.extendedPosition(target, on: Int32(task.calendar)) - task.amount
      }
    }
    var left = engine.order.count
    while true {
      try placeInnerTasks(&left, engine, early)
      guard left > 0 else { return }
      left -= 1
      let task = Int(engine.order[left])
      // Until here the arrays hold limits; from here on the task's late dates.
      let startToPass: Int32?
      if engine.tasks[task].isPlainWork {
        placePlain(task, engine)
        startToPass = lateStart[task]
      } else if engine.tasks[task].isSpecial {
        startToPass = placeSpecial(task, engine, early, keepsDeadlines: keepsDeadlines)
      } else {
        (lateStart[task], lateFinish[task]) = engine.latestDates(
          of: task, startLimit: lateStart[task], finishLimit: lateFinish[task])
        startToPass = lateStart[task]
      }
      if WorkingTime.isFar(lateStart[task]) || WorkingTime.isFar(lateFinish[task]) {
        let outside = WorkingTime.isFar(lateStart[task]) ? lateStart[task] : lateFinish[task]
        throw OutsideHorizon(task: Int32(task), isLater: outside > 0)
      }
      if let startToPass { passOn(from: task, start: startToPass, engine, early) }
    }
  }

  /// Late dates of work that only links and its calendar place.
  @inline(__always)
  private mutating func placePlain(_ task: Int, _ engine: Engine) {
    let (amount, calendar) = (engine.tasks[task].amount, Int32(engine.tasks[task].calendar))
    let latest = engine.latestPosition(
      of: task, position: limits[task].latest, startLimit: lateStart[task],
      finishLimit: lateFinish[task])
    limits[task].latest = latest
    lateStart[task] = engine.time.extendedInstant(latest, on: calendar)
    lateFinish[task] = engine.time.extendedInstant(latest + amount - 1, on: calendar) + 1
  }

  /// Hands the task's late dates to its predecessors as limits.
  @inline(__always)
  private mutating func passOn(
    from task: Int, start: Int32, _ engine: Engine, _ early: ForwardPass
  ) {
    let range = engine.links(into: task)
    if engine.tasks[task].kind == .groupStart {
      // Only the member that sets the group's start must keep it.
      if let index = range.first(where: { early.bound(ofIncoming: $0) == early.start[task] }) {
        let source = Int(engine.incoming[index].source)
        lateStart[source] = min(lateStart[source], start)
      }
      return
    }
    for index in range {
      let filed = engine.incoming.filed[index]
      if filed.isPlain {
        limits[filed.source].keep(
          latest: limits[task].latest &- filed.offset,
          free: early.position[task] &- filed.offset)
        continue
      }
      let link = engine.incoming[index]
      let (type, source) = (link.type, filed.source)
      let own = type.toStart ? start : engine.finishCounted(lateFinish[task], for: task)
      let limit = engine.unshift(own, by: link)
      if type.fromFinish {
        lateFinish[source] = min(lateFinish[source], limit)
      } else {
        lateStart[source] = min(lateStart[source], limit)
      }
    }
  }
}
