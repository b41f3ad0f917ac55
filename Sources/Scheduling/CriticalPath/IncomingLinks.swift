/// A network's links filed by their targets, those of one target in the order of their numbers.
///
/// The passes read eight bytes a link. Everything else about a link is looked up in the network by
/// its number, which only the few links need that are no difference of two positions.
struct IncomingLinks: Sendable {
  /// What the passes need of a link, in eight bytes.
  struct Filed {
    /// The predecessor's number when the link is plain, else its complement (below zero).
    let mark: Int32
    /// For a plain link: by how many working minutes the target starts after the source at least.
    var offset: Int32

    /// Whether both ends and the lag count the minutes of one calendar, so that the link is a
    /// difference of two positions and needs no calendar look-up.
    @inline(__always)
    var isPlain: Bool { mark >= 0 }

    /// The predecessor.
    @inline(__always)
    var source: Int { Int(mark ^ (mark >> 31)) }
  }

  /// The numbers of the filed links.
  struct Numbers: Sendable {
    /// By place, the link's number; empty when links came in the order in which they are filed.
    fileprivate(set) var filed: [Int32] = []

    /// The number of the link at a place.
    @inline(__always)
    subscript(place: Int) -> Int32 {
      filed.isEmpty ? Int32(truncatingIfNeeded: place) : filed[place]
    }
  }

  /// Everything about a link.
  struct Link {
    let source: Int32
    let lag: Int32
    /// Index into `Engine.time`.
    let lagCalendar: Int16
    let type: LinkType
    let isPlain: Bool
  }

  /// `starts[t]..<starts[t + 1]` are the places of the links into task `t`.
  let starts: [Int32]
  /// The links, by successor.
  private(set) var filed: [Filed]
  private(set) var numbers = Numbers()
  /// Whether every link leads from a lower to a higher task number.
  let isAscending: Bool

  private let types: [LinkType]
  private let lags: [Int32]
  private let calendars: [Network.CalendarIndex]
  private let elapsedCalendar: Int16

  /// The link at a place.
  subscript(place: Int) -> Link {
    let link = filed[place]
    let number = Int(numbers[place])
    let calendar = calendars[number]
    return Link(
      source: Int32(truncatingIfNeeded: link.source), lag: lags[number],
      lagCalendar: calendar < 0 ? elapsedCalendar : Int16(truncatingIfNeeded: calendar),
      type: types[number], isPlain: link.isPlain)
  }

  /// Files the links of a network, and takes from its tasks the traits that links deny them.
  ///
  /// - Complexity: O(tasks + links) time; eight bytes a link, and four more when links do not
  ///   come grouped by ascending targets.
  init(_ network: Network, _ tasks: inout [Engine.Task]) {
    types = network.linkType
    lags = network.linkLag
    calendars = network.lagCalendar
    elapsedCalendar = Int16(truncatingIfNeeded: network.calendars.count)
    let isGrouped: Bool
    (starts, isGrouped, isAscending) = IncomingLinks.counted(network)
    filed = []
    if isGrouped {
      fileInOrder(network, &tasks)
    } else {
      fileByTarget(network, &tasks)
    }
  }

  /// Where the links into each task begin, and in what order links and tasks came.
  private static func counted(
    _ network: Network
  ) -> (starts: [Int32], isGrouped: Bool, isAscending: Bool) {
    let (sources, targets) = (network.linkSource, network.linkTarget)
    var starts = [Int32](repeating: 0, count: network.taskCount + 1)
    var (isGrouped, isAscending) = (true, true)
    var last: Int32 = 0
    for link in sources.indices {
      let target = targets[link]
      isGrouped = isGrouped && target >= last
      isAscending = isAscending && sources[link] < target
      last = target
      starts[Int(target) + 1] &+= 1
    }
    var sum: Int32 = 0
    for task in starts.indices {
      sum &+= starts[task]
      starts[task] = sum
    }
    return (starts, isGrouped, isAscending)
  }

  private mutating func fileInOrder(_ network: Network, _ tasks: inout [Engine.Task]) {
    let (sources, targets) = (network.linkSource, network.linkTarget)
    let filer = Filer(network)
    var filed: [Filed] = []
    filed.reserveCapacity(sources.count)
    for link in sources.indices {
      filed.append(
        filer.filed(
          Int(sources[link]), Int(targets[link]), types[link], lags[link], calendars[link], &tasks))
    }
    self.filed = filed
  }

  private mutating func fileByTarget(_ network: Network, _ tasks: inout [Engine.Task]) {
    let (sources, targets) = (network.linkSource, network.linkTarget)
    let filer = Filer(network)
    var filed = [Filed](repeating: Filed(mark: 0, offset: 0), count: sources.count)
    var numbers = [Int32](repeating: 0, count: sources.count)
    var next = starts
    for link in sources.indices {
      let target = Int(targets[link])
      let place = Int(next[target])
      next[target] = Int32(truncatingIfNeeded: place &+ 1)
      numbers[place] = Int32(truncatingIfNeeded: link)
      filed[place] = filer.filed(
        Int(sources[link]), target, types[link], lags[link], calendars[link], &tasks)
    }
    self.filed = filed
    self.numbers.filed = numbers
  }

  /// Gives plain links their offsets anew after the duration of a task was changed.
  ///
  /// - Parameter outgoing: the places of the links that leave the task.
  /// - Complexity: O(links of the task).
  mutating func changeDuration(of task: Int, by change: Int32, outgoing: ArraySlice<Int32>) {
    for place in outgoing where types[Int(numbers[Int(place)])].fromFinish {
      filed[Int(place)].offset &+= change
    }
    for place in Int(starts[task])..<Int(starts[task + 1])
    where !types[Int(numbers[place])].toStart {
      filed[place].offset &-= change
    }
  }
}

/// Tells plain links from others.
private struct Filer {
  private let isLenient: Bool

  init(_ network: Network) { isLenient = network.constraintRule == .dates }

  @inline(__always)
  func filed(
    _ source: Int, _ target: Int, _ type: LinkType, _ lag: Int32, _ calendar: Int32,
    _ tasks: inout [Engine.Task]
  ) -> IncomingLinks.Filed {
    let (from, to) = (tasks[source], tasks[target])
    let isPlain =
      from.isPlainWork && to.isPlainWork && from.calendar == to.calendar
      && (calendar == Int32(to.calendar) || lag == 0) && (isLenient || type.toStart)
    guard isPlain else {
      tasks[source].traits.remove(.isInner)
      tasks[target].traits.remove([.isInner, .hasOnlyPlainLinks])
      return IncomingLinks.Filed(mark: ~Int32(truncatingIfNeeded: source), offset: 0)
    }
    let before = type.fromFinish ? from.amount : 0
    let after = type.toStart ? 0 : to.amount
    return IncomingLinks.Filed(
      mark: Int32(truncatingIfNeeded: source), offset: lag &+ before &- after)
  }
}
