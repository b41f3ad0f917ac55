internal import Graphs

/// A network made ready for the passes: compiled calendars, topological order, and the incoming
/// links of every task side by side.
///
/// It is a value without state: each pass reads it and writes arrays of its own.
struct Engine: Sendable {
  let network: Network
  /// The network's calendars, then the continuous one that counts elapsed time.
  private(set) var time: WorkingTime
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
  /// By task, whether all links into it are plain.
  let hasOnlyPlainLinks: [Bool]
  let granule: Int32
  let isStrict: Bool
  /// Whether constraint dates win over links.
  let honorsDates: Bool

  /// What the passes need of a task, in eight bytes.
  struct Task {
    /// Minutes, or months for `Network.NodeKind.months`.
    let amount: Int32
    let calendar: Int16
    let kind: Network.NodeKind
    /// Whether it has a constraint, a deadline or progress.
    let isSpecial: Bool

    /// Whether its duration is counted on the clock.
    var isOnClock: Bool { kind == .elapsed || kind == .months }

    /// Whether it is work that only links and its calendar place.
    @inline(__always)
    var isPlainWork: Bool {
      if case .work = kind { return amount > 0 && !isSpecial }
      return false
    }
  }

  /// What the passes need of a link, in sixteen bytes.
  struct IncomingLink {
    let source: Int32
    let lag: Int32
    /// For a plain link: by how many working minutes the target starts after the source at least.
    let offset: Int32
    /// Index into `time`.
    let lagCalendar: Int16
    let type: LinkType
    /// Whether both ends and the lag count the minutes of one calendar, so that the link is a
    /// difference of two positions and needs no calendar look-up.
    let isPlain: Bool
  }

  /// Files the links of an ordered network and compiles its calendars.
  ///
  /// - Complexity: O(tasks + links + days of the horizon) time and space.
  init(_ network: Network, ordered: NetworkOrder, horizon: Horizon) {
    self.network = network
    time = WorkingTime(
      network.calendars + [.continuous], firstDay: horizon.firstDay, lastDay: horizon.lastDay)
    order = ordered.order
    tasks = Engine.tasks(of: network)
    incomingStart = Engine.starts(of: network)
    (incoming, incomingNumber, hasOnlyPlainLinks) = Engine.filed(network, tasks, incomingStart)
    granule = ordered.granule
    isStrict = network.constraintRule == .logic
    honorsDates = network.constraintRule == .dates
  }

  /// Compiles the calendars for other days.
  mutating func compileCalendars(for horizon: Horizon) {
    time = WorkingTime(
      network.calendars + [.continuous], firstDay: horizon.firstDay, lastDay: horizon.lastDay)
  }

  private static func tasks(of network: Network) -> [Task] {
    let (amounts, calendars) = (network.durationAmount, network.taskCalendar)
    let (kinds, special) = (network.nodeKind, network.isSpecial)
    var tasks: [Task] = []
    tasks.reserveCapacity(amounts.count)
    for task in amounts.indices {
      tasks.append(
        Task(
          amount: amounts[task], calendar: Int16(truncatingIfNeeded: calendars[task]),
          kind: kinds[task], isSpecial: special[task]))
    }
    return tasks
  }

  /// Where the links into each task begin, when links are filed by their targets.
  private static func starts(of network: Network) -> [Int32] {
    var starts = [Int32](repeating: 0, count: network.taskCount + 1)
    for target in network.linkTarget { starts[Int(target) + 1] += 1 }
    for task in 0..<network.taskCount { starts[task + 1] += starts[task] }
    return starts
  }

  /// Files the links by their targets, those of one target in the order of their numbers.
  private static func filed(
    _ network: Network, _ tasks: [Task], _ starts: [Int32]
  ) -> (links: [IncomingLink], numbers: [Int32], areAllPlain: [Bool]) {
    let (sources, targets, types) = (network.linkSource, network.linkTarget, network.linkType)
    let (lags, calendars) = (network.linkLag, network.lagCalendar)
    let elapsed = Int16(truncatingIfNeeded: network.calendars.count)
    let isLenient = network.constraintRule != .logic
    let none = IncomingLink(
      source: 0, lag: 0, offset: 0, lagCalendar: 0, type: .finishToStart, isPlain: false)
    var links = [IncomingLink](repeating: none, count: sources.count)
    var numbers = [Int32](repeating: 0, count: sources.count)
    var areAllPlain = [Bool](repeating: true, count: tasks.count)
    var next = starts
    // By task, its calendar when it is plain work; below zero, and no calendar, otherwise.
    let plainCalendar = tasks.map { $0.isPlainWork ? $0.calendar : -1 }
    for link in sources.indices {
      let (source, target) = (Int(sources[link]), Int(targets[link]))
      let (type, lag) = (types[link], lags[link])
      let calendar = calendars[link] < 0 ? elapsed : Int16(truncatingIfNeeded: calendars[link])
      var offset = lag
      if type.fromFinish { offset &+= tasks[source].amount }
      if !type.toStart { offset &-= tasks[target].amount }
      let plain = plainCalendar[target]
      let isPlain =
        plain >= 0 && plainCalendar[source] == plain && (calendar == plain || lag == 0)
        && (isLenient || type.toStart)
      if !isPlain { areAllPlain[target] = false }
      let place = Int(next[target])
      next[target] = Int32(truncatingIfNeeded: place &+ 1)
      numbers[place] = Int32(truncatingIfNeeded: link)
      links[place] = IncomingLink(
        source: Int32(truncatingIfNeeded: source), lag: lag, offset: offset,
        lagCalendar: calendar, type: type, isPlain: isPlain)
    }
    return (links, numbers, areAllPlain)
  }

  /// What still bounds a task that may lie before the project's start.
  var statusFloor: Int32 { network.statusDate?.minutes ?? WorkingTime.farPast }

  /// The positions of the links into a task.
  @inline(__always)
  func links(into task: Int) -> Range<Int> {
    Int(incomingStart[task])..<Int(incomingStart[task + 1])
  }
}

/// What of a network's preparation does not depend on the horizon.
struct NetworkOrder: Sendable {
  let order: [Int32]
  let granule: Int32

  /// Sorts a network topologically.
  ///
  /// - Throws: `SchedulingError.cycle`.
  /// - Complexity: O(tasks + links) time and space.
  init(_ network: Network) throws(SchedulingError) {
    do {
      order = try topologicalOrder(
        nodeCount: network.taskCount, sources: network.linkSource, targets: network.linkTarget)
    } catch {
      throw .cycle(tasks: error.nodes, links: error.edges)
    }
    granule = Scheduling.granule(of: network)
  }
}

/// The days for which calendars are compiled; it grows until every date fits.
struct Horizon: Equatable {
  var firstDay: Int
  var lastDay: Int

  /// The outermost days that instants can name with room to add durations.
  static let limits = Horizon(firstDay: -1_270_000, lastDay: 1_270_000)

  /// A first guess: from a year before the earliest date stated to three years after the latest.
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
      if let resumed = done.resumed { dates.append(resumed) }
    }
    for window in network.calendars.compactMap(\.windows).joined() {
      dates.append(window.start)
      dates.append(window.end)
    }
    for day in network.calendars.flatMap(\.open) { dates.append(Instant(day.date)) }
    let days = dates.map { Instant.day(of: $0.minutes) }
    firstDay = max((days.min() ?? 0) - 400, Horizon.limits.firstDay)
    lastDay = min((days.max() ?? 0) + 3 * 366, Horizon.limits.lastDay)
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
