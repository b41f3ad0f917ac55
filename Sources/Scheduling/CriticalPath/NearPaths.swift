extension ScheduledNetwork {
  /// A path to the cutover: the longest driving one, or one that comes near to it.
  public struct NearPath: Hashable, Sendable {
    /// How far the work that only this path has may slip before the cutover moves, or before a date
    /// that a constraint fixes is missed: the least float among `added`. Minutes of work: of the
    /// task's calendar, or of the project's where the task counts the clock. Zero for the first path.
    public let float: Int32
    /// How far that work may slip before it moves the task at which the path joins a path known
    /// before, or before it takes over there from what holds that task up now (a predecessor that
    /// waits for a window, too); in the same minutes. Zero for the first path.
    public let behind: Int32
    /// The whole path, first task first, with what really drives each date.
    public let steps: [PathStep]
    /// Which steps no path before has.
    public let added: Range<Int>
    /// The number of the path it joins; nil when it joins none.
    public let joinedPath: Int?
  }

  /// The longest driving path to the cutover and the paths nearest to it, in order of float.
  ///
  /// The first path is `drivingPath(to: pathEnd)`. Each further one is the path with the least
  /// float among those with a task that no path before has. It goes back from that task (of several
  /// with the same float the one with the lowest number) along the first drivers to a task already
  /// known or to a date that no link sets, and forward along the links that leave the least float,
  /// until it joins a path known before; from there it goes on as that path does. Without a
  /// cutover, paths lead to the project's finish and may end without joining another.
  ///
  /// Where all tasks count one calendar and no date is constrained, the float is the difference
  /// between the length of the path and that of the longest one.
  ///
  /// Finished tasks have no float and start no path. A task that is linked to no other work on the
  /// way to the cutover is on no path. Paths that differ only in a link between known tasks are not
  /// told apart.
  ///
  /// - Parameter count: how many paths at most, the first included.
  /// - Throws: `SchedulingError.outOfRange` when a date anchored at the cutover cannot be computed.
  /// - Complexity: one schedule and O((tasks + links) log tasks + length of all paths) time.
  public func nearPaths(count: Int) throws(SchedulingError) -> [NearPath] {
    guard count > 0, let end = pathEnd else { return [] }
    let longest = drivingPath(to: end)
    let first = NearPath(
      float: 0, behind: 0, steps: longest, added: 0..<longest.count, joinedPath: nil)
    if count == 1 { return [first] }
    var search = NearPathSearch(try CutoverFloat(self), first)
    return search.paths(count: count)
  }
}

/// Finds paths one after another.
private struct NearPathSearch {
  private let floats: CutoverFloat
  private var paths: [ScheduledNetwork.NearPath]
  /// By node, the first path that has it and its place there.
  private var known: [(path: Int32, position: Int32)?]

  init(_ floats: CutoverFloat, _ first: ScheduledNetwork.NearPath) {
    self.floats = floats
    paths = [first]
    known = Array(repeating: nil, count: floats.scheduled.network.taskCount)
    remember(first)
  }

  private mutating func remember(_ path: ScheduledNetwork.NearPath) {
    for position in path.added {
      known[Int(path.steps[position].task)] = (Int32(paths.count - 1), Int32(position))
    }
  }

  mutating func paths(count: Int) -> [ScheduledNetwork.NearPath] {
    for task in floats.candidates where known[Int(task)] == nil {
      if paths.count >= count { break }
      let path = path(through: task)
      paths.append(path)
      remember(path)
    }
    return paths
  }

  private func path(through seed: Int32) -> ScheduledNetwork.NearPath {
    let scheduled = floats.scheduled
    let network = scheduled.network
    var added: [Int32] = []
    var place = Optional(seed)
    while let task = place, known[Int(task)] == nil {
      added.append(task)
      place = scheduled.driver(of: task).link.map { network.linkSource[Int($0)] }
    }
    added.reverse()
    let before = place.flatMap { known[Int($0)] }
    var task = seed
    var behind = floats.floatToEnd(of: task)
    var after: (path: Int32, position: Int32)?
    while let link = floats.tightestLink(from: task) {
      let next = network.linkTarget[Int(link)]
      behind = floats.lag(ofLink: link)
      after = known[Int(next)]
      if after != nil { break }
      added.append(next)
      task = next
      behind = floats.floatToEnd(of: task)
    }
    var steps: [ScheduledNetwork.PathStep] = []
    if let before { steps += paths[Int(before.path)].steps[...Int(before.position)] }
    let range = steps.count..<steps.count + added.count
    steps += added.map { .init(task: $0, driver: scheduled.driver(of: $0)) }
    if let after { steps += paths[Int(after.path)].steps[Int(after.position)...] }
    return .init(
      float: added.compactMap(floats.float).min() ?? 0, behind: behind, steps: steps, added: range,
      joinedPath: after.map { Int($0.path) })
  }
}
