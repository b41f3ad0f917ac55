/// A network with its schedule, kept ready for one changed duration after the other.
///
/// Every schedule is the one `Scheduler.schedule` makes of the changed network; only the work differs.
/// The order of the tasks, the filed links and the compiled calendars are kept. In a network of work
/// that only links and calendars place, and whose calendars do not end, only dates that change are
/// computed (`PlainChanges`). Under anything else (constraints, deadlines, progress, milestones,
/// groups, other units of time, links across calendars, windows) both passes are run again.
///
/// It is a value: a copy goes its own way.
public struct Rescheduler: Sendable {
  /// The network as it is now, with its schedule.
  public private(set) var scheduled: ScheduledNetwork
  private var changes: PlainChanges?
  private var granules: DurationGranules

  /// Schedules a network.
  ///
  /// - Throws: as `Scheduler.schedule`.
  /// - Complexity: as `Scheduler.schedule`.
  public init(_ network: Network) throws(SchedulingError) {
    scheduled = try Scheduler.schedule(network)
    changes = PlainChanges(scheduled)
    granules = DurationGranules(network)
  }

  /// Its dates and floats as they are now.
  public var schedule: Schedule { scheduled.schedule }

  /// Changes the duration of a task and schedules again.
  ///
  /// - Parameters:
  ///   - duration: not negative.
  ///   - task: no gate.
  /// - Throws: as `Scheduler.schedule`; then network and schedule are as before.
  /// - Complexity: O(tasks + links) time; when only dates that change are computed, O(links) of the
  ///   tasks whose dates change and a few additions for every task.
  public mutating func setDuration(
    _ duration: TaskDuration, of task: Int32
  ) throws(SchedulingError) {
    let old = scheduled.network.duration(of: task)
    if duration == old, scheduled.network.parts(of: task).isEmpty { return }
    let isPlain = scheduled.early.engine.tasks[Int(task)].isPlainWork
    guard case .work(let minutes) = duration, minutes > 0, isPlain else {
      return try startAnew(duration, of: task)
    }
    granules.replace(old, with: duration)
    guard changes != nil else { return try runPasses(minutes, of: task) }
    let outgoing = changes?.places(from: Int(task)) ?? []
    scheduled.early.engine.setWork(
      minutes, of: task, outgoing: outgoing, granule: granules.granule)
    if changes?.apply(to: Int(task), &scheduled) == true { return }
    // Some date lies outside the compiled calendars.
    do {
      try startAnew(duration, of: task)
    } catch {
      try startAnew(old, of: task)
      throw error
    }
  }

  /// Runs the passes on the prepared network.
  private mutating func runPasses(_ minutes: Int32, of task: Int32) throws(SchedulingError) {
    var engine = scheduled.early.engine
    let outgoing = engine.placesOfLinks(from: task)
    engine.setWork(minutes, of: task, outgoing: outgoing[...], granule: granules.granule)
    do {
      scheduled = try Scheduler.schedule(engine)
    } catch {
      granules.replace(.work(minutes: minutes), with: scheduled.network.duration(of: task))
      throw error
    }
  }

  /// Prepares the network again, all but its calendars.
  private mutating func startAnew(
    _ duration: TaskDuration, of task: Int32
  ) throws(SchedulingError) {
    var network = scheduled.network
    network.setDuration(task, duration)
    let time = scheduled.early.engine.time
    scheduled = try Scheduler.schedule(try Engine(network, time: time))
    changes = PlainChanges(scheduled)
    granules = DurationGranules(network)
  }
}

extension Engine {
  /// Changes the duration of plain work.
  ///
  /// - Parameter outgoing: the places of the links that leave the task.
  /// - Complexity: O(links of the task).
  mutating func setWork(
    _ minutes: Int32, of task: Int32, outgoing: ArraySlice<Int32>, granule: Int32
  ) {
    let change = minutes - tasks[Int(task)].amount
    network.setDuration(task, .work(minutes: minutes))
    tasks[Int(task)].amount = minutes
    incoming.changeDuration(of: Int(task), by: change, outgoing: outgoing)
    self.granule = granule
  }

  /// The places of the links that leave a task.
  ///
  /// - Complexity: O(links).
  func placesOfLinks(from task: Int32) -> [Int32] {
    incoming.filed.indices.filter { incoming.filed[$0].mark == task }.map(Int32.init)
  }
}
