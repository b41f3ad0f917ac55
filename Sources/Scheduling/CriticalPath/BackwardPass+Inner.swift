/// Late dates of inner tasks: plain work that only plain links join, placed by positions alone.
extension BackwardPass {
  /// Places the inner tasks among the first `left` of the order, from the back, up to the first
  /// task that is none.
  ///
  /// - Throws: when a date lies outside the compiled calendars.
  /// - Complexity: O(tasks placed + links into them) time, O(1) space.
  mutating func placeInnerTasks(
    _ left: inout Int, _ engine: Engine, _ early: ForwardPass
  ) throws(OutsideHorizon) {
    let (order, tasks, position) = (engine.order, engine.tasks, early.position)
    let (starts, links) = (engine.incoming.starts, engine.incoming.filed)
    // Moved out, so that the loop writes to a variable of its own.
    var limits: [Limits] = []
    swap(&limits, &self.limits)
    defer { swap(&limits, &self.limits) }
    var calendar: Int16 = -1
    var finishLimit: Int32 = 0
    var allowed: Range<Int32> = 0..<0
    var rest = left
    defer { left = rest }
    var all = limits.mutableSpan
    while rest > 0 {
      let task = Int(order[rest &- 1])
      let own = tasks[task]
      guard own.isInner else { return }
      if own.calendar != calendar {
        calendar = own.calendar
        finishLimit = engine.time.extendedPosition(anchor, on: Int32(calendar))
        allowed = engine.time.positions(of: Int32(calendar))
      }
      let latest = min(all[task].latest, finishLimit - own.amount)
      if latest < allowed.lowerBound || latest > allowed.upperBound &- own.amount {
        try check(latest, own, task, engine)
      }
      all[task].latest = latest
      let first = position[task]
      var index = Int(starts[rest &- 1])
      let end = Int(starts[rest])
      while index < end {
        let offset = links[index].offset
        all[Int(links[index].mark)].keep(latest: latest &- offset, free: first &- offset)
        index &+= 1
      }
      rest &-= 1
    }
  }

  /// A latest position outside the tables may still have instants: before the first work of a
  /// finite calendar.
  private func check(
    _ latest: Int32, _ own: Engine.Task, _ task: Int, _ engine: Engine
  ) throws(OutsideHorizon) {
    let calendar = Int32(own.calendar)
    let start = engine.time.extendedInstant(latest, on: calendar)
    let finish = engine.time.extendedInstant(latest + own.amount - 1, on: calendar)
    guard WorkingTime.isFar(start) || WorkingTime.isFar(finish) else { return }
    throw OutsideHorizon(
      task: Int32(task), isLater: (WorkingTime.isFar(start) ? start : finish) > 0)
  }

  /// Gives inner tasks their instants.
  ///
  /// - Complexity: O(tasks) time, O(1) space.
  mutating func fillInstants(_ engine: Engine) {
    let (tasks, limits) = (engine.tasks, limits)
    var (starts, finishes): ([Int32], [Int32]) = ([], [])
    swap(&starts, &lateStart)
    swap(&finishes, &lateFinish)
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
      let latest = limits[task].latest
      startSpan[task] = time.instant(latest, by: clock)
      finishSpan[task] = time.instant(latest &+ tasks[task].amount &- 1, by: clock) &+ 1
    }
    swap(&starts, &lateStart)
    swap(&finishes, &lateFinish)
  }
}

extension BackwardPass.Limits {
  /// Lowers both limits.
  @inline(__always)
  mutating func keep(latest: Int32, free: Int32) {
    self.latest = min(self.latest, latest)
    self.free = min(self.free, free)
  }
}
