/// What a `Rescheduler` keeps beside the schedule to compute only what a changed duration changes.
///
/// It knows networks of inner tasks alone, on calendars that do not end. There every date is a
/// position, and a position is the latest of differences to its neighbours'. Early positions change
/// behind the task, in the order of the passes, as far as they change at all. Late positions are
/// kept as distances to the project's finish (`tail`): moving that changes none of them.
struct PlainChanges: Sendable {
  /// A link as its predecessor sees it.
  private struct Outgoing {
    let place: Int32
    let target: Int32
    let targetRank: Int32
  }

  private let outgoingStart: [Int32]
  private let outgoing: [Outgoing]
  private let outgoingPlaces: [Int32]
  /// By task, the working minutes from its late start to the project's finish.
  private var tail: [Int32]
  /// By task, the latest position with which all its successors keep their early dates.
  private var freeLimit: [Int32]
  /// By task, what is known of the link that drives it (`DrivingPlace`).
  private var driving: [Int32]
  /// Ranks of tasks that wait to be looked at, a bit each.
  private var waiting: RankSet
  /// By calendar, the project's finish as a position.
  private var anchors: [Int32]
  private let instants: [InstantTable]

  /// Prepares a schedule for changes; nil when its network has anything but inner tasks on
  /// calendars that do not end.
  ///
  /// - Complexity: O(tasks + links) time and space.
  init?(_ scheduled: ScheduledNetwork) {
    let engine = scheduled.engine
    let count = engine.tasks.count
    guard count > 0, engine.outerTasks.isEmpty,
      !engine.network.calendars.indices.contains(where: { engine.time.isFinite(Int32($0)) })
    else { return nil }
    var starts = [Int32](repeating: 0, count: count + 1)
    for link in engine.incoming.filed { starts[link.source + 1] += 1 }
    for task in 0..<count { starts[task + 1] += starts[task] }
    var next = starts
    let none = Outgoing(place: 0, target: 0, targetRank: 0)
    var outgoing = [Outgoing](repeating: none, count: engine.incoming.filed.count)
    for (rank, target) in engine.order.enumerated() {
      for place in engine.links(into: Int(target)) {
        let source = engine.incoming.filed[place].source
        outgoing[Int(next[source])] = Outgoing(
          place: Int32(place), target: target, targetRank: Int32(rank))
        next[source] += 1
      }
    }
    outgoingStart = starts
    self.outgoing = outgoing
    outgoingPlaces = outgoing.map(\.place)
    tail = [Int32](repeating: 0, count: count)
    freeLimit = tail
    driving = [Int32](repeating: DrivingPlace.none, count: count)
    waiting = RankSet(count: count)
    anchors = [Int32](repeating: 0, count: engine.network.calendars.count)
    instants = anchors.indices.map { InstantTable(engine.time, calendar: Int32($0)) }
    setAnchors(engine, scheduled.schedule.projectFinish)
    for task in engine.order.reversed() {
      tail[Int(task)] = longestTail(of: Int(task), engine)
      freeLimit[Int(task)] = limit(of: Int(task), engine, scheduled.early.position)
    }
    let least = leastPositions(engine)
    for task in engine.tasks.indices {
      driving[task] =
        PlainChanges.earliest(
          engine.links(into: task), engine.incoming.filed, scheduled.early.position.span,
          least: least[Int(engine.tasks[task].calendar)]
        ).driving
    }
  }

  /// The places of the links that leave a task.
  func places(from task: Int) -> ArraySlice<Int32> {
    outgoingPlaces[Int(outgoingStart[task])..<Int(outgoingStart[task + 1])]
  }

  /// Brings a schedule up to date after the duration of a task was changed in its engine.
  ///
  /// - Returns: false when a date lies outside the compiled calendars; then neither the schedule
  ///   nor this is of any use.
  /// - Complexity: O(tasks) additions, and O(links) of the tasks whose dates change.
  mutating func apply(to changed: Int, _ scheduled: inout ScheduledNetwork) -> Bool {
    let engine = scheduled.early.engine
    guard let moved = moveEarly(changed, engine, &scheduled.early) else { return false }
    let lengthened = moveLate(changed, engine)
    if lengthened == nil || moved.tasks.count > freeLimit.count / 8 {
      findTailsAndLimits(engine, scheduled.early.position)
    } else {
      moveFreeLimits(changed, engine, moved.tasks, scheduled.early.position)
    }
    scheduled.early.findLastEnds()
    let finish = scheduled.early.latestFinish()
    let isAnchorMoved = setAnchors(engine, finish)
    scheduled.schedule.projectFinish = finish
    scheduled.schedule.granule = engine.granule
    fillEarly(moved.tasks, engine, &scheduled)
    guard fillFloats(engine, &scheduled) else { return false }
    if isAnchorMoved || lengthened == nil {
      fillLate(0..<Int32(engine.tasks.count), engine, &scheduled.schedule)
    } else {
      fillLate(lengthened ?? [], engine, &scheduled.schedule)
      fillLate(CollectionOfOne(Int32(changed)), engine, &scheduled.schedule)
    }
    fillDriving(moved.driven, engine, &scheduled)
    guard let target = engine.network.target else { return true }
    scheduled.schedule.toTarget = try? Scheduler.datesToTarget(
      target, scheduled.early, projectFinish: finish)
    return scheduled.schedule.toTarget != nil
  }

  // MARK: Early dates

  private func leastPositions(_ engine: Engine) -> [Int32] {
    let network = engine.network
    let floor = max(network.start, network.statusDate ?? network.start).minutes
    return network.calendars.indices.map { engine.time.position(floor, on: Int32($0)) }
  }

  /// The earliest position of the task at a rank, and what drives it.
  @inline(__always)
  private static func earliest(
    _ links: Range<Int>, _ filed: [IncomingLinks.Filed], _ position: Span<Int32>, least: Int32
  ) -> (position: Int32, driving: Int32) {
    var bounds = LatestBound()
    for place in links {
      let link = filed[place]
      bounds.offer(position[Int(link.mark)] &+ link.offset, at: place)
    }
    return bounds.latest < least
      ? (least, DrivingPlace.none) : (bounds.latest, bounds.driving)
  }

  /// Moves the task and all behind it that must move.
  ///
  /// Once many tasks have moved, placing every task that follows is less work than finding out which
  /// of them must be placed.
  ///
  /// - Returns: the tasks that may have moved, and those that another link may drive now; nil when
  ///   one leaves the tables.
  private mutating func moveEarly(
    _ changed: Int, _ engine: Engine, _ early: inout ForwardPass
  ) -> (tasks: [Int32], driven: [Int32])? {
    let order = engine.order
    guard var moved = moveSome(changed, engine, &early, atMost: order.count / 64) else {
      return nil
    }
    guard let rank = waiting.popFirst() else { return moved }
    waiting.removeAll()
    early.placed = rank
    swap(&driving, &early.driving)
    early.placeInnerTasks(floor: early.floor)
    swap(&driving, &early.driving)
    guard early.placed == order.count else { return nil }
    if rank < order.count / 2 {
      // In ascending order, results are written one after the other.
      let all = (0..<Int32(order.count)).map { $0 }
      return (all, all)
    }
    moved.tasks += order[rank...]
    moved.driven += order[rank...]
    return moved
  }

  /// Moves the task and those behind it that must move, until so many have moved or none waits.
  private mutating func moveSome(
    _ changed: Int, _ engine: Engine, _ early: inout ForwardPass, atMost limit: Int
  ) -> (tasks: [Int32], driven: [Int32])? {
    let least = leastPositions(engine)
    let ends = engine.network.calendars.indices.map {
      engine.time.positions(of: Int32($0)).upperBound
    }
    let (order, tasks) = (engine.order, engine.tasks)
    let (starts, filed) = (engine.incoming.starts, engine.incoming.filed)
    var moved: [Int32] = []
    var driven: [Int32] = []
    waiting.insert(engine.incoming.rank(of: changed))
    while moved.count <= limit, let rank = waiting.popFirst() {
      let task = Int(order[rank])
      let calendar = Int(tasks[task].calendar)
      let now = PlainChanges.earliest(
        Int(starts[rank])..<Int(starts[rank + 1]), filed, early.position.span,
        least: least[calendar])
      guard now.position <= ends[calendar] &- tasks[task].amount else { return nil }
      if driving[task] != now.driving {
        driving[task] = now.driving
        driven.append(Int32(truncatingIfNeeded: task))
      }
      guard now.position != early.position[task] || task == changed else { continue }
      early.position[task] = now.position
      moved.append(Int32(truncatingIfNeeded: task))
      for index in Int(outgoingStart[task])..<Int(outgoingStart[task + 1]) {
        waiting.insert(Int(outgoing[index].targetRank))
      }
    }
    return (moved, driven)
  }

  // MARK: Late dates

  @inline(__always)
  private func longestTail(of task: Int, _ engine: Engine) -> Int32 {
    var longest = engine.tasks[task].amount
    for index in Int(outgoingStart[task])..<Int(outgoingStart[task + 1]) {
      let link = outgoing[index]
      longest = max(
        longest, tail[Int(link.target)] &+ engine.incoming.filed[Int(link.place)].offset)
    }
    return longest
  }

  /// Changes the tails of the task and of all before it that must change.
  ///
  /// - Returns: the tasks whose tails changed; nil when they are many and `findTailsAndLimits` is to
  ///   find them.
  private mutating func moveLate(_ changed: Int, _ engine: Engine) -> [Int32]? {
    var result: [Int32] = []
    waiting.insert(engine.incoming.rank(of: changed))
    insertSources(of: changed, engine)
    while let rank = waiting.popLast() {
      let task = Int(engine.order[rank])
      let longest = longestTail(of: task, engine)
      guard longest != tail[task] else { continue }
      tail[task] = longest
      result.append(Int32(truncatingIfNeeded: task))
      if result.count > tail.count / 64 {
        waiting.removeAll()
        return nil
      }
      insertSources(of: task, engine)
    }
    return result
  }

  /// Finds all tails and free limits, link by link: with many that change that is less work.
  private mutating func findTailsAndLimits(_ engine: Engine, _ position: [Int32]) {
    let (order, tasks) = (engine.order, engine.tasks)
    let (starts, filed) = (engine.incoming.starts, engine.incoming.filed)
    var (newTail, newLimit): ([Int32], [Int32]) = ([], [])
    swap(&newTail, &tail)
    swap(&newLimit, &freeLimit)
    defer {
      swap(&newTail, &tail)
      swap(&newLimit, &freeLimit)
    }
    var tails = newTail.mutableSpan
    var limits = newLimit.mutableSpan
    for task in tasks.indices {
      tails[task] = tasks[task].amount
      limits[task] = WorkingTime.farFuture
    }
    for rank in order.indices.reversed() {
      let task = Int(order[rank])
      let (ownTail, own) = (tails[task], position[task])
      var place = Int(starts[rank])
      let end = Int(starts[rank + 1])
      while place < end {
        let link = filed[place]
        let source = Int(link.mark)
        tails[source] = max(tails[source], ownTail &+ link.offset)
        limits[source] = min(limits[source], own &- link.offset)
        place &+= 1
      }
    }
  }

  @inline(__always)
  private mutating func insertSources(of task: Int, _ engine: Engine) {
    for place in engine.links(into: task) {
      waiting.insert(engine.incoming.rank(of: engine.incoming.filed[place].source))
    }
  }

  // MARK: Free floats

  @inline(__always)
  private func limit(of task: Int, _ engine: Engine, _ position: [Int32]) -> Int32 {
    var limit = WorkingTime.farFuture
    for index in Int(outgoingStart[task])..<Int(outgoingStart[task + 1]) {
      let link = outgoing[index]
      limit = min(
        limit, position[Int(link.target)] &- engine.incoming.filed[Int(link.place)].offset)
    }
    return limit
  }

  /// Brings free limits up to date: those of the task and of all before a task that moved.
  private mutating func moveFreeLimits(
    _ changed: Int, _ engine: Engine, _ moved: [Int32], _ position: [Int32]
  ) {
    waiting.insert(engine.incoming.rank(of: changed))
    for task in moved { insertSources(of: Int(task), engine) }
    while let rank = waiting.popFirst() {
      let task = Int(engine.order[rank])
      freeLimit[task] = limit(of: task, engine, position)
    }
  }

  // MARK: Results

  /// Takes the project's finish; returns whether it moved on any calendar.
  @discardableResult
  private mutating func setAnchors(_ engine: Engine, _ finish: Int32) -> Bool {
    let old = anchors
    for calendar in anchors.indices {
      anchors[calendar] = engine.time.extendedPosition(finish, on: Int32(calendar))
    }
    return anchors != old
  }

  private func fillEarly(
    _ moved: [Int32], _ engine: Engine, _ scheduled: inout ScheduledNetwork
  ) {
    let tasks = engine.tasks
    var calendar: Int16 = 0
    var table = instants[0]
    var (start, finish): ([Int32], [Int32]) = ([], [])
    swap(&start, &scheduled.early.start)
    swap(&finish, &scheduled.early.finish)
    // The schedule's own arrays are the same ones: they must not keep them from being changed.
    scheduled.schedule.start = []
    scheduled.schedule.finish = []
    scheduled.schedule.earlyStart = []
    scheduled.schedule.earlyFinish = []
    do {
      var starts = start.mutableSpan
      var finishes = finish.mutableSpan
      for task in moved {
        let task = Int(task)
        let own = tasks[task]
        if own.calendar != calendar {
          calendar = own.calendar
          table = instants[Int(calendar)]
        }
        let first = scheduled.early.position[task]
        starts[task] = table.instant(first)
        finishes[task] = table.instant(first &+ own.amount &- 1) &+ 1
      }
    }
    scheduled.schedule.start = start
    scheduled.schedule.finish = finish
    scheduled.schedule.earlyStart = start
    scheduled.schedule.earlyFinish = finish
    swap(&start, &scheduled.early.start)
    swap(&finish, &scheduled.early.finish)
  }

  /// Total and free floats of all tasks; false when a late date lies before the tables.
  private func fillFloats(_ engine: Engine, _ scheduled: inout ScheduledNetwork) -> Bool {
    let (tasks, position) = (engine.tasks, scheduled.early.position)
    var (totalFloat, freeFloat): ([Int32], [Int32]) = ([], [])
    swap(&totalFloat, &scheduled.schedule.totalFloat)
    swap(&freeFloat, &scheduled.schedule.freeFloat)
    defer {
      swap(&totalFloat, &scheduled.schedule.totalFloat)
      swap(&freeFloat, &scheduled.schedule.freeFloat)
    }
    var total = totalFloat.mutableSpan
    var free = freeFloat.mutableSpan
    let (tail, freeLimit) = (tail, freeLimit)
    var isInside = true
    var calendar: Int16 = -1
    var (anchor, least) = (Int32(0), Int32(0))
    for task in tasks.indices {
      let own = tasks[task]
      if own.calendar != calendar {
        calendar = own.calendar
        anchor = anchors[Int(calendar)]
        least = engine.time.positions(of: Int32(calendar)).lowerBound
      }
      let latest = anchor &- tail[task]
      isInside = isInside && latest >= least
      total[task] = latest &- position[task]
      free[task] = min(freeLimit[task], anchor &- own.amount) &- position[task]
    }
    return isInside
  }

  private func fillLate(
    _ changed: some Sequence<Int32>, _ engine: Engine, _ schedule: inout Schedule
  ) {
    let tasks = engine.tasks
    var calendar: Int16 = 0
    var table = instants[0]
    var (lateStart, lateFinish): ([Int32], [Int32]) = ([], [])
    swap(&lateStart, &schedule.lateStart)
    swap(&lateFinish, &schedule.lateFinish)
    defer {
      swap(&lateStart, &schedule.lateStart)
      swap(&lateFinish, &schedule.lateFinish)
    }
    var starts = lateStart.mutableSpan
    var finishes = lateFinish.mutableSpan
    for task in changed {
      let task = Int(task)
      let own = tasks[task]
      if own.calendar != calendar {
        calendar = own.calendar
        table = instants[Int(calendar)]
      }
      let latest = anchors[Int(own.calendar)] &- tail[task]
      starts[task] = table.instant(latest)
      finishes[task] = table.instant(latest &+ own.amount &- 1) &+ 1
    }
  }

  /// The links that drive tasks: of those for which another one does now, and of all for which
  /// several tie, because their order may have changed.
  private func fillDriving(
    _ driven: [Int32], _ engine: Engine, _ scheduled: inout ScheduledNetwork
  ) {
    for task in driven where driving[Int(task)] >= DrivingPlace.none {
      let place = driving[Int(task)]
      scheduled.schedule.drivingLink[Int(task)] =
        place >= 0 ? engine.incoming.filed[Int(place)].number : -1
    }
    let places = driving
    for task in places.indices where places[task] < DrivingPlace.none {
      scheduled.schedule.drivingLink[task] = scheduled.firstOfTie(task)
    }
  }
}
