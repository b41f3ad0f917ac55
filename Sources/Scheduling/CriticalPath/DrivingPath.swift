extension ScheduledNetwork {
  /// One task of a driving path and what sets its dates.
  public struct PathStep: Hashable, Sendable {
    /// The task's number.
    public let task: Int32
    /// What sets its dates; a link leads to the step before.
    public let driver: Driver
  }

  /// The node at which the longest path ends: the cutover, or without one the node that
  /// finishes last (of several the last one added); nil without tasks.
  public var pathEnd: Int32? {
    if let cutover = network.cutover { return cutover }
    return schedule.finish.lastIndex(of: schedule.projectFinish).map(Int32.init)
  }

  /// The longest driving path to a task, first task first: back from the task along the first
  /// driver of each, across gaps of the calendar, to a date that no link sets.
  ///
  /// - Complexity: O(links into the path's tasks) time, O(path) space.
  public func drivingPath(to end: Int32) -> [PathStep] {
    var steps: [PathStep] = []
    var task: Int32? = end
    while let current = task {
      let driver = driver(of: current)
      steps.append(PathStep(task: current, driver: driver))
      task = driver.link.map { network.linkSource[Int($0)] }
    }
    return steps.reversed()
  }

  /// Every task on some longest driving path to the cutover, or without one to the project's
  /// finish.
  ///
  /// - Parameter acrossGaps: whether a path goes on where the calendar left a gap, so that the
  ///   predecessor could slip a little without consequence.
  /// - Complexity: O(tasks + links) time and space.
  public func drivingTasks(acrossGaps: Bool = true) -> [Bool] {
    var isOnPath = [Bool](repeating: false, count: network.taskCount)
    var pending: [Int32]
    if let cutover = network.cutover {
      pending = [cutover]
    } else {
      pending = schedule.finish.indices.filter { schedule.finish[$0] == schedule.projectFinish }
        .map(Int32.init)
    }
    for task in pending { isOnPath[Int(task)] = true }
    while let task = pending.popLast() {
      for driver in drivers(of: task) {
        guard let link = driver.link else { continue }
        if !acrossGaps, slack(ofLink: link) > 0 { continue }
        let source = network.linkSource[Int(link)]
        if !isOnPath[Int(source)] {
          isOnPath[Int(source)] = true
          pending.append(source)
        }
      }
    }
    return isOnPath
  }
}
