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

  var lateStart: [Int32]
  var lateFinish: [Int32]
  /// For plain work the number of its first working minute at the latest; before its turn the
  /// limit that plain links set.
  private(set) var position: [Int32]
  /// As positions, how late plain links let each task start with its successors keeping their
  /// early dates: a by-product for `freeFloats`.
  private(set) var freePosition: [Int32]

  /// Computes all late dates in reverse topological order.
  ///
  /// - Throws: when a date lies outside the compiled calendars.
  /// - Complexity: O(tasks + links) time and space.
  init(
    _ engine: Engine, _ early: ForwardPass, anchor: Anchor
  ) throws(OutsideHorizon) {
    let network = engine.network
    lateStart = Array(repeating: WorkingTime.farFuture, count: network.taskCount)
    position = lateStart
    freePosition = lateStart
    switch anchor {
    case .projectFinish(let finish):
      lateFinish = Array(repeating: finish, count: network.taskCount)
    case .target(let target, let finish):
      let others = network.cutover == nil ? target : max(target, finish)
      lateFinish = Array(repeating: others, count: network.taskCount)
      if let cutover = network.cutover { lateFinish[Int(cutover)] = target }
    }
    var keepsDeadlines = false
    if case .projectFinish = anchor { keepsDeadlines = true }
    for task in engine.order.reversed() {
      let task = Int(task)
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
      of: task, position: position[task], startLimit: lateStart[task],
      finishLimit: lateFinish[task])
    position[task] = latest
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
      let link = engine.incoming[index]
      let type = link.type
      let source = Int(link.source)
      if link.isPlain {
        position[source] = min(position[source], position[task] &- link.offset)
        freePosition[source] = min(freePosition[source], early.position[task] &- link.offset)
        continue
      }
      let own = type.toStart ? start : engine.finishCounted(lateFinish[task], for: task)
      let limit = engine.unshift(
        own, by: link)
      if type.fromFinish {
        lateFinish[source] = min(lateFinish[source], limit)
      } else {
        lateStart[source] = min(lateStart[source], limit)
      }
    }
  }
}
