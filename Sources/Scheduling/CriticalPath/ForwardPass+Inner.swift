/// Early dates of inner tasks: plain work that only plain links join, placed by positions alone.
extension ForwardPass {
  /// Places the inner tasks that come next in the order, up to the first task that is none or that
  /// the compiled calendars do not reach.
  ///
  /// - Complexity: O(tasks placed + links into them) time, O(1) space.
  mutating func placeInnerTasks(floor: Int32) {
    let (order, tasks) = (engine.order, engine.tasks)
    let (starts, links) = (engine.incoming.starts, engine.incoming.filed)
    // Arrays of this value are moved out, so that the loop writes to variables of its own.
    var position: [Int32] = []
    var driving: [Int32] = []
    swap(&position, &self.position)
    swap(&driving, &self.driving)
    defer {
      swap(&position, &self.position)
      swap(&driving, &self.driving)
    }
    var calendar: Int16 = -1
    var (least, limit, lastEnd, isFinite) = (Int32(0), Int32(0), Int32(0), false)
    var place = placed
    var positions = position.mutableSpan
    var drivers = driving.mutableSpan
    while place < order.count {
      let task = Int(order[place])
      let own = tasks[task]
      guard own.isInner else { break }
      if own.calendar != calendar {
        if calendar >= 0 { self.lastEnd[Int(calendar)] = lastEnd }
        calendar = own.calendar
        lastEnd = self.lastEnd[Int(calendar)]
        least = engine.time.position(floor, on: Int32(calendar))
        limit = engine.time.positions(of: Int32(calendar)).upperBound
        isFinite = engine.time.isFinite(Int32(calendar))
      }
      var bounds = LatestBound()
      var index = Int(starts[place])
      let end = Int(starts[place + 1])
      while index < end {
        let link = links[index]
        bounds.offer(positions[Int(link.mark)] &+ link.offset, at: index)
        index &+= 1
      }
      let latest = bounds.latest
      let first = max(latest, least)
      if first > limit &- own.amount {
        // An instant outside the tables tells the caller.
        (start[task], finish[task]) = (WorkingTime.farFuture, WorkingTime.farFuture)
        break
      }
      positions[task] = first
      lastEnd = max(lastEnd, first &+ own.amount)
      drivers[task] = latest < least ? DrivingPlace.none : bounds.driving
      // Before the first work of a finite calendar, bounds are no positions.
      if isFinite, first == 0 { drivers[task] = DrivingPlace.undecided }
      place &+= 1
    }
    placed = place
    if calendar >= 0 { self.lastEnd[Int(calendar)] = lastEnd }
  }

  /// The latest finish of all tasks; the project's start when there are none.
  ///
  /// - Complexity: O(tasks), O(calendars) when all tasks are inner.
  func latestFinish() -> Int32 {
    var latest: Int32?
    for (calendar, end) in lastEnd.enumerated() where end > WorkingTime.farPast {
      let finish = engine.time.instant(end - 1, on: Int32(calendar)) + 1
      latest = max(latest ?? finish, finish)
    }
    for task in engine.outerTasks {
      latest = max(latest ?? finish[Int(task)], finish[Int(task)])
    }
    return latest ?? engine.network.start.minutes
  }

  /// Finds the ends of the inner tasks that end last anew.
  ///
  /// - Complexity: O(tasks).
  mutating func findLastEnds() {
    let (tasks, position) = (engine.tasks, position)
    for calendar in lastEnd.indices { lastEnd[calendar] = WorkingTime.farPast }
    var calendar: Int16 = -1
    var latest = WorkingTime.farPast
    for task in tasks.indices where tasks[task].isInner {
      let own = tasks[task]
      if own.calendar != calendar {
        if calendar >= 0 { lastEnd[Int(calendar)] = latest }
        calendar = own.calendar
        latest = lastEnd[Int(calendar)]
      }
      latest = max(latest, position[task] &+ own.amount)
    }
    if calendar >= 0 { lastEnd[Int(calendar)] = latest }
  }

  /// Hands over what is known of driving links; the pass forgets it.
  mutating func takeDriving() -> [Int32] {
    var taken: [Int32] = []
    swap(&taken, &driving)
    return taken
  }

  /// Gives inner tasks their instants.
  ///
  /// - Complexity: O(tasks) time, O(1) space.
  mutating func fillInstants() {
    let (tasks, position) = (engine.tasks, position)
    var (starts, finishes): ([Int32], [Int32]) = ([], [])
    swap(&starts, &start)
    swap(&finishes, &finish)
    var calendar: Int16 = 0
    let time = engine.time
    var clock = time.clock(of: 0)
    var startSpan = starts.mutableSpan
    var finishSpan = finishes.mutableSpan
    for task in tasks.indices where tasks[task].isInner {
      if tasks[task].calendar != calendar {
        calendar = tasks[task].calendar
        clock = time.clock(of: Int32(calendar))
      }
      let first = position[task]
      startSpan[task] = time.instant(first, by: clock)
      finishSpan[task] = time.instant(first &+ tasks[task].amount &- 1, by: clock) &+ 1
    }
    swap(&starts, &start)
    swap(&finishes, &finish)
  }
}

/// The latest of the bounds that links set, and the link that sets it.
struct LatestBound {
  /// A bound above the complement of its place, so that the greatest is the latest bound, of several
  /// the first.
  private var best = Int64(WorkingTime.farPast) << 32
  private var second = Int64(WorkingTime.farPast) << 32

  @inline(__always)
  mutating func offer(_ bound: Int32, at place: Int) {
    let place = UInt32(truncatingIfNeeded: place)
    let key = Int64(bound) << 32 | Int64(UInt32.max &- place)
    second = max(second, min(best, key))
    best = max(best, key)
  }

  /// The latest bound; the far past when there is none.
  @inline(__always)
  var latest: Int32 { Int32(truncatingIfNeeded: best >> 32) }

  /// The place of its link, as `DrivingPlace` has it.
  @inline(__always)
  var driving: Int32 {
    let place = Int32(truncatingIfNeeded: Int64(UInt32.max) &- best)
    return (best ^ second) >> 32 == 0 ? ~place &- 1 : place
  }
}

/// What the forward pass knows of the link that drives a task, in an `Int32`: a place of
/// `IncomingLinks` from 0 on, or its complement less one when several links tie.
enum DrivingPlace {
  /// No link drives the task.
  static let none: Int32 = -1
  /// The task has to be looked at once all dates are known.
  static let undecided = Int32.min
}
