/// A network's links filed by their targets: targets in the order of the passes, the links of one
/// target in the order of their numbers.
///
/// The passes read twelve bytes a link. Everything else about a link is looked up in the network by
/// its number, which only the few links need that are no difference of two positions.
struct IncomingLinks: Sendable {
  /// What the passes need of a link, in twelve bytes.
  struct Filed {
    /// The predecessor's number when the link is plain, else its complement (below zero).
    let mark: Int32
    /// For a plain link: by how many working minutes the target starts after the source at least.
    var offset: Int32
    /// The network's number of the link.
    let number: Int32

    /// Whether both ends and the lag count the minutes of one calendar, so that the link is a
    /// difference of two positions and needs no calendar look-up.
    @inline(__always)
    var isPlain: Bool { mark >= 0 }

    /// The predecessor.
    @inline(__always)
    var source: Int { Int(mark ^ (mark >> 31)) }
  }

  /// Everything about a link.
  struct Link {
    let source: Int32
    let lag: Int32
    /// Index into `Engine.time`.
    let lagCalendar: Int16
    let type: LinkType
    /// Whether it is a difference of two positions, and which (`Filed`).
    let isPlain: Bool
    let offset: Int32
  }

  /// `starts[r]..<starts[r + 1]` are the places of the links into task `order[r]`.
  private(set) var starts: [Int32]
  /// The links, by successor.
  private(set) var filed: [Filed]
  /// The tasks in the order of the passes: every link leads from an earlier to a later one.
  private(set) var order: [Int32] = []
  /// By task, its place in the order; empty when the order is that of the numbers.
  private var rank: [Int32] = []

  private let links: [Network.Link]
  private let elapsedCalendar: Int16

  /// The link at a place.
  subscript(place: Int) -> Link {
    let filed = filed[place]
    let link = links[Int(filed.number)]
    let calendar = link.lagCalendar
    return Link(
      source: link.source, lag: link.lag,
      lagCalendar: calendar < 0 ? elapsedCalendar : Int16(truncatingIfNeeded: calendar),
      type: link.type, isPlain: filed.isPlain, offset: filed.offset)
  }

  /// The place of a task in the order of the passes.
  @inline(__always)
  func rank(of task: Int) -> Int { rank.isEmpty ? task : Int(rank[task]) }

  /// The places of the links into a task.
  @inline(__always)
  func places(into task: Int) -> Range<Int> {
    let rank = rank(of: task)
    return Int(starts[rank])..<Int(starts[rank + 1])
  }

  /// Files the links of a network, and takes from its tasks the traits that links deny them.
  ///
  /// - Throws: `SchedulingError.cycle`.
  /// - Complexity: O(tasks + links) time and space.
  init(_ network: Network, _ tasks: inout [Engine.Task]) throws(SchedulingError) {
    links = network.links
    elapsedCalendar = Int16(truncatingIfNeeded: network.calendars.count)
    let filing = LinkFiling(network)
    starts = filing.starts
    filed = filing.isGrouped ? filing.inOrder(&tasks) : filing.byTarget(&tasks)
    if filing.isAscending {
      order = (0..<Int32(network.taskCount)).map { $0 }
    } else {
      try sort(network)
    }
  }

  /// Sorts the tasks topologically, and their links with them.
  ///
  /// It begins at the sinks, so that the filed links are all it needs. The order is not that of
  /// `topologicalOrder`, whose rule for ties is first in, first out; the passes give the same dates
  /// in either. Links change to the order of the passes because these then read them one after the
  /// other, which in a large network is half of their time.
  ///
  /// - Throws: `SchedulingError.cycle`, with the cycle that `topologicalOrder` names.
  /// - Complexity: O(tasks + links) time and space.
  /// - Source: A. B. Kahn (1962), as for `topologicalOrder`.
  private mutating func sort(_ network: Network) throws(SchedulingError) {
    let count = network.taskCount
    let (oldStarts, oldLinks) = (starts, filed)
    let none = Filed(mark: 0, offset: 0, number: 0)
    var waiting = [Int32](repeating: 0, count: count)
    var newStarts = [Int32](repeating: Int32(oldLinks.count), count: count + 1)
    var newLinks = [Filed](repeating: none, count: oldLinks.count)
    // The order is its own queue: tasks from `head` on are placed, those between are free. Before
    // them lies a place that is written to whether a task is free or not, which costs less than to
    // guess it.
    var newOrder = [Int32](repeating: 0, count: count + 1)
    var (head, free, next) = (count, count, oldLinks.count)
    do {
      var leaving = waiting.mutableSpan
      var starts = newStarts.mutableSpan
      var filed = newLinks.mutableSpan
      var order = newOrder.mutableSpan
      for link in links { leaving[Int(link.source)] &+= 1 }
      for task in stride(from: count - 1, through: 0, by: -1) where leaving[task] == 0 {
        order[free] = Int32(truncatingIfNeeded: task)
        free &-= 1
      }
      while head > free {
        let task = Int(order[head])
        let first = Int(oldStarts[task])
        var place = Int(oldStarts[task + 1])
        while place > first {
          place &-= 1
          next &-= 1
          let link = oldLinks[place]
          filed[next] = link
          let source = link.source
          let left = leaving[source] &- 1
          leaving[source] = left
          order[free] = Int32(truncatingIfNeeded: source)
          free &-= left == 0 ? 1 : 0
        }
        head &-= 1
        starts[head] = Int32(truncatingIfNeeded: next)
      }
    }
    guard free == 0 else { throw cycle(of: network) }
    newOrder.removeFirst()
    (starts, filed, order, rank) = (newStarts, newLinks, newOrder, waiting)
    var ranks = rank.mutableSpan
    for place in newOrder.indices {
      ranks[Int(newOrder[place])] = Int32(truncatingIfNeeded: place)
    }
  }

  /// Gives plain links their offsets anew after the duration of a task was changed.
  ///
  /// - Parameter outgoing: the places of the links that leave the task.
  /// - Complexity: O(links of the task).
  mutating func changeDuration(of task: Int, by change: Int32, outgoing: ArraySlice<Int32>) {
    for place in outgoing where links[Int(filed[Int(place)].number)].type.fromFinish {
      filed[Int(place)].offset &+= change
    }
    for place in places(into: task) where !links[Int(filed[place].number)].type.toStart {
      filed[place].offset &-= change
    }
  }
}
