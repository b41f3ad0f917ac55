/// A network made ready for the passes: compiled calendars, topological order, and the incoming
/// links of every task side by side.
///
/// It is a value without state: each pass reads it and writes arrays of its own.
struct Engine: Sendable {
  var network: Network
  /// The network's calendars, then the continuous one that counts elapsed time.
  private(set) var time: WorkingTime
  /// By task, what the passes need of it.
  var tasks: [Task]
  /// The tasks that are not inner, in the order of the passes.
  let outerTasks: [Int32]
  /// The links, by successor.
  var incoming: IncomingLinks
  var granule: Int32
  let isStrict: Bool
  /// Whether constraint dates win over links.
  let honorsDates: Bool

  /// What the passes need of a task, in eight bytes.
  struct Task {
    /// Minutes, or months for `Network.NodeKind.months`.
    var amount: Int32
    let calendar: Int16
    let kind: Network.NodeKind
    var traits: Traits

    /// Whether it has a constraint, a deadline or progress.
    @inline(__always)
    var isSpecial: Bool { traits.contains(.isSpecial) }

    /// Whether its duration is counted on the clock.
    var isOnClock: Bool { kind == .elapsed || kind == .months }

    /// Whether it is work that only links and its calendar place.
    @inline(__always)
    var isPlainWork: Bool { traits.contains(.isPlainWork) }

    /// Whether it is plain work all of whose links, in and out, are plain: passes know it by
    /// positions alone and give it instants at the end.
    @inline(__always)
    var isInner: Bool { traits.contains(.isInner) }
  }

  /// What decides how the passes treat a task.
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let isSpecial = Traits(rawValue: 1)
    static let isPlainWork = Traits(rawValue: 2)
    static let isInner = Traits(rawValue: 4)
    /// Whether all links into the task are plain.
    static let hasOnlyPlainLinks = Traits(rawValue: 8)
  }

  /// Files the links of a network and sorts its tasks.
  ///
  /// - Throws: `SchedulingError.cycle`.
  /// - Complexity: O(tasks + links) time and space.
  ///
  /// - Parameter time: the network's calendars and the continuous one, compiled.
  init(_ network: Network, time: WorkingTime) throws(SchedulingError) {
    self.network = network
    self.time = time
    var tasks = Engine.tasks(of: network)
    incoming = try IncomingLinks(network, &tasks)
    self.tasks = tasks
    outerTasks = incoming.order.filter { !tasks[Int($0)].isInner }
    granule = Scheduling.granule(of: network)
    isStrict = network.constraintRule == .logic
    honorsDates = network.constraintRule == .dates
  }

  /// Compiles the calendars for more days.
  mutating func compileCalendars(for horizon: Horizon) {
    time = WorkingTime(
      network.calendars + [.continuous], firstDay: horizon.firstDay, lastDay: horizon.lastDay,
      extending: time)
  }

  private static func tasks(of network: Network) -> [Task] {
    let (amounts, calendars) = (network.durationAmount, network.taskCalendar)
    let (kinds, special) = (network.nodeKind, network.isSpecial)
    var tasks: [Task] = []
    tasks.reserveCapacity(amounts.count)
    for task in amounts.indices {
      var traits: Traits = .hasOnlyPlainLinks
      if special[task] {
        traits.insert(.isSpecial)
      } else if kinds[task] == .work, amounts[task] > 0 {
        traits.insert([.isPlainWork, .isInner])
      }
      tasks.append(
        Task(
          amount: amounts[task], calendar: Int16(truncatingIfNeeded: calendars[task]),
          kind: kinds[task], traits: traits))
    }
    return tasks
  }

  /// What still bounds a task that may lie before the project's start.
  var statusFloor: Int32 { network.statusDate?.minutes ?? WorkingTime.farPast }

  /// Tasks, predecessors first.
  @inline(__always)
  var order: [Int32] { incoming.order }

  /// By place, the network's number of each incoming link.
  var incomingNumber: LazyMapCollection<[IncomingLinks.Filed], Int32> {
    incoming.filed.lazy.map(\.number)
  }

  /// The places of the links into a task.
  @inline(__always)
  func links(into task: Int) -> Range<Int> { incoming.places(into: task) }
}
