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
    isLenient = network.constraintRule == .dates
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
    (self.starts, self.isGrouped, self.isAscending) = (starts, isGrouped, isAscending)
  }

  /// The filed links, when they came grouped.
  ///
  /// - Complexity: O(links) time and space.
  func inOrder(_ tasks: inout [Engine.Task]) -> [Filed] {
    let (sources, targets) = (network.linkSource, network.linkTarget)
    let (types, lags, calendars) = (network.linkType, network.linkLag, network.lagCalendar)
    var result: [Filed] = []
    result.reserveCapacity(sources.count)
    for link in sources.indices {
      result.append(
        filed(
          link, sources[link], targets[link], types[link], lags[link], calendars[link], &tasks))
    }
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
    let targetInBox = throwIntoBoxes(&result, &tasks)
    var next = starts
    var sorted: [Filed] = []
    for firstTask in stride(from: 0, to: network.taskCount, by: LinkFiling.boxSize) {
      let box = places(ofBoxFrom: firstTask)
      while sorted.count < box.count { sorted.append(result[box.lowerBound]) }
      for place in box {
        let target = firstTask + Int(targetInBox[place])
        let own = Int(next[target])
        next[target] = Int32(truncatingIfNeeded: own &+ 1)
        sorted[own &- box.lowerBound] = result[place]
      }
      for place in box { result[place] = sorted[place &- box.lowerBound] }
    }
    return result
  }

  /// Files each link anywhere in its box; returns by place the target's number in its box.
  private func throwIntoBoxes(
    _ result: inout [Filed], _ tasks: inout [Engine.Task]
  ) -> [UInt16] {
    let (sources, targets) = (network.linkSource, network.linkTarget)
    let (types, lags, calendars) = (network.linkType, network.linkLag, network.lagCalendar)
    var targetInBox = [UInt16](repeating: 0, count: sources.count)
    var next = stride(from: 0, to: network.taskCount, by: LinkFiling.boxSize).map { starts[$0] }
    for link in sources.indices {
      let target = targets[link]
      let box = Int(target) / LinkFiling.boxSize
      let place = Int(next[box])
      next[box] = Int32(truncatingIfNeeded: place &+ 1)
      targetInBox[place] = UInt16(truncatingIfNeeded: Int(target) % LinkFiling.boxSize)
      result[place] = filed(
        link, sources[link], target, types[link], lags[link], calendars[link], &tasks)
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
    _ number: Int, _ source: Int32, _ target: Int32, _ type: LinkType, _ lag: Int32,
    _ calendar: Int32, _ tasks: inout [Engine.Task]
  ) -> Filed {
    let (from, to) = (tasks[Int(source)], tasks[Int(target)])
    let number = Int32(truncatingIfNeeded: number)
    let isPlain =
      from.isPlainWork && to.isPlainWork && from.calendar == to.calendar
      && (calendar == Int32(to.calendar) || lag == 0) && (isLenient || type.toStart)
    guard isPlain else {
      tasks[Int(source)].traits.remove(.isInner)
      tasks[Int(target)].traits.remove([.isInner, .hasOnlyPlainLinks])
      return Filed(mark: ~source, offset: 0, number: number)
    }
    let before = type.fromFinish ? from.amount : 0
    let after = type.toStart ? 0 : to.amount
    return Filed(mark: source, offset: lag &+ before &- after, number: number)
  }
}

/// The error for a network in which tasks wait for each other.
///
/// - Precondition: there is a cycle.
func cycle(of network: Network) -> SchedulingError {
  do {
    _ = try topologicalOrder(
      nodeCount: network.taskCount, sources: network.linkSource, targets: network.linkTarget)
  } catch {
    return .cycle(tasks: error.nodes, links: error.edges)
  }
  preconditionFailure("tasks never became free, but there is no cycle")
}
