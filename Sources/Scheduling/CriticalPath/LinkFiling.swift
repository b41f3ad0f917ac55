internal import Graphs

/// Files a network's links by ascending targets.
struct LinkFiling {
  typealias Filed = IncomingLinks.Filed

  /// `starts[t]..<starts[t + 1]` are the places of the links into task `t`.
  let starts: [Int32]
  /// Whether links came grouped by ascending targets.
  let isGrouped: Bool
  /// Whether every link leads from a lower to a higher task number.
  let isAscending: Bool
  private let network: Network
  private let isLenient: Bool

  /// Counts the links into each task, and notes in what order links and tasks came.
  ///
  /// - Complexity: O(tasks + links) time, O(tasks) space.
  init(_ network: Network) {
    self.network = network
    isLenient = network.constraintRule != .logic
    var starts = [Int32](repeating: 0, count: network.taskCount + 1)
    var (isGrouped, isAscending) = (true, true)
    var last: Int32 = 0
    var counts = starts.mutableSpan
    for link in network.links {
      let target = link.target
      isGrouped = isGrouped && target >= last
      isAscending = isAscending && link.source < target
      last = target
      counts[Int(target) &+ 1] &+= 1
    }
    var sum: Int32 = 0
    for task in counts.indices {
      sum &+= counts[task]
      counts[task] = sum
    }
    (self.starts, self.isGrouped, self.isAscending) = (starts, isGrouped, isAscending)
  }

  /// The filed links, when they came grouped.
  ///
  /// - Complexity: O(links) time and space.
  func inOrder(_ tasks: inout [Engine.Task]) -> [Filed] {
    let links = network.links
    var result = [Filed](
      repeating: Filed(mark: 0, offset: 0, number: 0), count: links.count)
    var places = result.mutableSpan
    var tasks = tasks.mutableSpan
    for number in links.indices { places[number] = filed(number, links[number], &tasks) }
    return result
  }

  /// The filed links, in whatever order they came.
  ///
  /// They are first thrown into boxes of consecutive targets and then sorted inside each: what is
  /// written to at any time fits the processor's caches, which in a large network is several times
  /// as fast as filing each link at once where it belongs.
  ///
  /// - Complexity: O(tasks + links) time and space.
  /// - Source: counting sort in two digits; D. E. Knuth, *The Art of Computer Programming* 3,
  ///   section 5.2.5.
  func byTarget(_ tasks: inout [Engine.Task]) -> [Filed] {
    var result = [Filed](
      repeating: Filed(mark: 0, offset: 0, number: 0), count: network.linkCount)
    if network.taskCount <= 4 * LinkFiling.boxSize {
      fileAtOnce(&result, &tasks)
      return result
    }
    let targetInBox = throwIntoBoxes(&result, &tasks)
    var next = starts
    var sorted: [Filed] = []
    for firstTask in stride(from: 0, to: network.taskCount, by: LinkFiling.boxSize) {
      let box = places(ofBoxFrom: firstTask)
      while sorted.count < box.count { sorted.append(result[box.lowerBound]) }
      var places = result.mutableSpan
      var nextPlaces = next.mutableSpan
      var sortedPlaces = sorted.mutableSpan
      for place in box {
        let target = firstTask &+ Int(targetInBox[place])
        let own = nextPlaces[target]
        nextPlaces[target] = own &+ 1
        sortedPlaces[Int(own) &- box.lowerBound] = places[place]
      }
      for place in box { places[place] = sortedPlaces[place &- box.lowerBound] }
    }
    return result
  }

  /// Files each link at once where it belongs.
  private func fileAtOnce(_ result: inout [Filed], _ tasks: inout [Engine.Task]) {
    let links = network.links
    var next = starts
    var places = result.mutableSpan
    var nextPlaces = next.mutableSpan
    var tasks = tasks.mutableSpan
    for number in links.indices {
      let link = links[number]
      let place = nextPlaces[Int(link.target)]
      nextPlaces[Int(link.target)] = place &+ 1
      places[Int(place)] = filed(number, link, &tasks)
    }
  }

  /// Files each link anywhere in its box; returns by place the target's number in its box.
  private func throwIntoBoxes(
    _ result: inout [Filed], _ tasks: inout [Engine.Task]
  ) -> [UInt16] {
    let links = network.links
    var targetInBox = [UInt16](repeating: 0, count: links.count)
    var next = stride(from: 0, to: network.taskCount, by: LinkFiling.boxSize).map { starts[$0] }
    var places = result.mutableSpan
    var targets = targetInBox.mutableSpan
    var nextPlaces = next.mutableSpan
    var tasks = tasks.mutableSpan
    for number in links.indices {
      let link = links[number]
      let target = UInt(truncatingIfNeeded: link.target)
      let box = Int(bitPattern: target / UInt(LinkFiling.boxSize))
      let place = Int(nextPlaces[box])
      nextPlaces[box] = Int32(truncatingIfNeeded: place &+ 1)
      targets[place] = UInt16(truncatingIfNeeded: target % UInt(LinkFiling.boxSize))
      places[place] = filed(number, link, &tasks)
    }
    return targetInBox
  }

  /// Tasks in a box; a power of two, at most 65,536.
  private static let boxSize = 4096

  private func places(ofBoxFrom firstTask: Int) -> Range<Int> {
    let end = min(firstTask + LinkFiling.boxSize, network.taskCount)
    return Int(starts[firstTask])..<Int(starts[end])
  }

  /// A link as the passes read it.
  @inline(__always)
  private func filed(
    _ number: Int, _ link: Network.Link, _ tasks: inout MutableSpan<Engine.Task>
  ) -> Filed {
    let (source, target) = (Int(link.source), Int(link.target))
    let (from, to) = (tasks[source], tasks[target])
    let number = Int32(truncatingIfNeeded: number)
    let isPlain =
      from.isPlainWork && to.isPlainWork && from.calendar == to.calendar
      && (link.lagCalendar == Int32(to.calendar) || link.lag == 0)
      && (isLenient || link.type.toStart)
    guard isPlain else {
      tasks[source].traits.remove(.isInner)
      tasks[target].traits.remove([.isInner, .hasOnlyPlainLinks])
      return Filed(mark: ~link.source, offset: 0, number: number)
    }
    let before = link.type.fromFinish ? from.amount : 0
    let after = link.type.toStart ? 0 : to.amount
    return Filed(mark: link.source, offset: link.lag &+ before &- after, number: number)
  }
}

/// The error for a network in which tasks wait for each other.
///
/// - Precondition: there is a cycle.
func cycle(of network: Network) -> SchedulingError {
  do {
    _ = try topologicalOrder(
      nodeCount: network.taskCount, sources: Array(network.linkSource),
      targets: Array(network.linkTarget))
  } catch {
    return .cycle(tasks: error.nodes, links: error.edges)
  }
  preconditionFailure("tasks never became free, but there is no cycle")
}
