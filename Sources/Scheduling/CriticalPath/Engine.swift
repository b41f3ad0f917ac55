internal import Graphs

/// A network made ready for the passes: compiled calendars, topological order, and the incoming
/// links of every task side by side.
///
/// It is a value without state: each pass reads it and writes arrays of its own.
struct Engine: Sendable {
  let network: Network
  /// The network's calendars, then the continuous one that counts elapsed time.
  let time: WorkingTime
  /// Tasks, predecessors first.
  let order: [Int32]
  /// By task, what the passes need of it.
  let tasks: [Task]
  /// `incomingStart[t]..<incomingStart[t + 1]` are the links into task `t`.
  let incomingStart: [Int32]
  /// The links, by successor.
  let incoming: [IncomingLink]
  /// The network's number of each incoming link.
  let incomingNumber: [Int32]
  let granule: Int32
  let isStrict: Bool

  /// What the passes need of a task, in eight bytes.
  struct Task {
    /// Minutes, or months for `Network.NodeKind.months`.
    let amount: Int32
    let calendar: Int16
    let kind: Network.NodeKind
    /// Whether it has a constraint, a deadline or progress.
    let isSpecial: Bool
  }

  /// What the passes need of a link, in twelve bytes.
  struct IncomingLink {
    let source: Int32
    let lag: Int32
    /// Index into `time`.
    let lagCalendar: Int16
    let type: LinkType
  }

  /// Files the links of an ordered network and compiles its calendars.
  ///
  /// - Complexity: O(tasks + links + days of the horizon) time and space.
  init(_ network: Network, ordered: NetworkOrder, horizon: Horizon) {
    self.network = network
    time = WorkingTime(
      network.calendars + [.continuous], firstDay: horizon.firstDay, lastDay: horizon.lastDay)
    order = ordered.order
    incomingStart = ordered.incomingStart
    incomingNumber = ordered.incomingLink
    let elapsed = Int16(network.calendars.count)
    tasks = network.durationAmount.indices.map {
      Task(
        amount: network.durationAmount[$0], calendar: Int16(network.taskCalendar[$0]),
        kind: network.nodeKind[$0], isSpecial: network.isSpecial[$0])
    }
    incoming = ordered.incomingLink.map {
      let link = Int($0)
      let calendar = network.lagCalendar[link]
      return IncomingLink(
        source: network.linkSource[link], lag: network.linkLag[link],
        lagCalendar: calendar == Network.elapsedCalendar ? elapsed : Int16(calendar),
        type: network.linkType[link])
    }
    granule = ordered.granule
    isStrict = network.constraintRule == .logic
  }

  /// The positions of the links into a task.
  @inline(__always)
  func links(into task: Int) -> Range<Int> {
    Int(incomingStart[task])..<Int(incomingStart[task + 1])
  }
}

/// What of a network's preparation does not depend on the horizon.
struct NetworkOrder: Sendable {
  let order: [Int32]
  let incomingStart: [Int32]
  let incomingLink: [Int32]
  let granule: Int32

  /// Sorts a network topologically.
  ///
  /// - Throws: `SchedulingError.cycle`.
  /// - Complexity: O(tasks + links) time and space.
  init(_ network: Network) throws(SchedulingError) {
    let graph = DirectedGraph(
      nodeCount: network.taskCount, sources: network.linkSource, targets: network.linkTarget)
    do {
      order = try topologicalOrder(of: graph)
    } catch {
      throw .cycle(tasks: error.nodes, links: error.edges)
    }
    incomingStart = graph.incoming.offsets
    incomingLink = graph.incoming.edges
    granule = Scheduling.granule(of: network)
  }
}

/// The days for which calendars are compiled; it grows until every date fits.
struct Horizon: Equatable {
  var firstDay: Int
  var lastDay: Int

  /// The outermost days that instants can name with room to add durations.
  static let limits = Horizon(firstDay: -1_270_000, lastDay: 1_270_000)

  /// A first guess: from a year before the earliest date stated to twelve years after the latest.
  init(for network: Network) {
    var dates = [network.start]
    if let target = network.target { dates.append(target) }
    if let status = network.statusDate { dates.append(status) }
    for constraint in network.constraints.values.joined() where constraint.kind != .asLateAsPossible
    {
      dates.append(constraint.date)
    }
    dates += network.deadline.values
    for done in network.progress.values {
      dates.append(done.started)
      if let finished = done.finished { dates.append(finished) }
    }
    for window in network.calendars.compactMap(\.windows).joined() {
      dates.append(window.start)
      dates.append(window.end)
    }
    for day in network.calendars.flatMap(\.open) { dates.append(Instant(day.date)) }
    let days = dates.map { Instant.day(of: $0.minutes) }
    firstDay = max((days.min() ?? 0) - 400, Horizon.limits.firstDay)
    lastDay = min((days.max() ?? 0) + 12 * 366, Horizon.limits.lastDay)
  }

  private init(firstDay: Int, lastDay: Int) {
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// The same with about four times the days on a side; nil when that side is at its limit.
  func grown(later: Bool) -> Horizon? {
    let length = lastDay - firstDay
    let grown =
      later
      ? Horizon(firstDay: firstDay, lastDay: min(lastDay + 3 * length, Horizon.limits.lastDay))
      : Horizon(firstDay: max(firstDay - 3 * length, Horizon.limits.firstDay), lastDay: lastDay)
    return grown == self ? nil : grown
  }
}
