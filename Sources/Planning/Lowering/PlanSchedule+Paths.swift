internal import Scheduling

extension PlanSchedule {
  /// A path to the cutover: the longest driving one, or one that comes near to it
  /// (`ScheduledNetwork.NearPath`).
  public struct NearPath: Hashable, Sendable {
    /// How far the work that only this path has may slip before the cutover moves or a date fixed by
    /// a constraint is missed, in minutes of work; 0 for the first path.
    public var float: Int32
    /// How far it may slip before it takes over where it joins a path known before, in minutes of
    /// work; 0 for the first path.
    public var behind: Int32
    /// The whole path, first task first, with what really drives each date.
    public var steps: [PathStep]
    /// Which steps no path before has.
    public var added: Range<Int>
    /// Index in `plan.tasks` of the task at which it leaves a path known before; nil where it begins
    /// by itself.
    public var leaves: Int?
    /// Index in `plan.tasks` of the task at which it joins a path known before; nil for the first.
    public var joins: Int?
    /// The number of the path it joins there, from 0.
    public var joinedPath: Int?
  }

  /// The longest driving path to the cutover and the paths nearest to it, in order of float
  /// (`ScheduledNetwork.nearPaths(count:)`).
  ///
  /// - Parameter count: how many paths at most, the first included.
  /// - Throws: `PlanError.outOfRange` when a date anchored at the cutover cannot be computed.
  /// - Complexity: one schedule and O((tasks + links) log tasks + length of all paths) time.
  public func nearPaths(_ count: Int) throws(PlanError) -> [NearPath] {
    let found: [ScheduledNetwork.NearPath]
    do {
      found = try scheduled.nearPaths(count: count)
    } catch {
      throw lowered.raised(error)
    }
    var reasons = RaisedReasons(lowered, scheduled)
    return found.map { path in
      func raised(_ steps: ArraySlice<ScheduledNetwork.PathStep>) -> [PathStep] {
        reasons.raised(Array(steps))
      }
      let before = raised(path.steps[..<path.added.lowerBound])
      let added = raised(path.steps[path.added])
      let after = raised(path.steps[path.added.upperBound...])
      return NearPath(
        float: path.float, behind: path.behind, steps: before + added + after,
        added: before.count..<before.count + added.count, leaves: before.last?.task,
        joins: after.first?.task, joinedPath: path.joinedPath)
    }
  }
}
