/// What deciding an activity has cost so far, for each unit of time by which it had to move.
struct BranchingCosts: Sendable {
  private var sums: [Int64]
  private var counts: [Int64]

  init(activityCount: Int) {
    sums = Array(repeating: 0, count: 2 * activityCount)
    counts = sums
  }

  mutating func note(_ activity: Int, isLonger: Bool, by rise: Int64, distance: Int64) {
    let place = 2 * activity + (isLonger ? 1 : 0)
    sums[place] += min(max(0, rise) / distance, 1 << 40)
    counts[place] += 1
  }

  /// How much the bound is likely to rise; nil when nothing is known.
  func estimate(_ activity: Int, isLonger: Bool, distance: Int64) -> Int128? {
    let place = 2 * activity + (isLonger ? 1 : 0)
    if counts[place] == 0 { return nil }
    return Int128(sums[place] / counts[place]) * Int128(distance)
  }
}

/// Which activity to decide next.
extension DiscreteSearch {
  /// One half of the alternatives of an activity.
  struct Half {
    var mask: UInt64
    /// How far the nearest of them is from the duration in the convex problem; 1 at least.
    var distance: Int64
    /// What no choice with them costs less than, as far as is known.
    var bound: Int64
  }

  /// An activity whose duration in the convex problem is no alternative.
  struct Branch {
    var activity: Int
    var longer: Half
    var shorter: Half
    /// How much too cheap the convex problem takes the activity.
    var lack: Int64
  }

  /// How many activities are tried out before one is decided.
  private static let trials = 6

  /// Chooses the activity whose decision raises the bound most, in both halves.
  ///
  /// What raised the bounds before tells which are worth a trial; those of which nothing is known
  /// are tried first. - Source: T. Achterberg, T. Koch, A. Martin, "Branching rules revisited",
  /// *Operations Research Letters* 33 (2005), 42–54, doi:10.1016/j.orl.2004.04.002.
  ///
  /// - Returns: nil when every duration is an alternative.
  mutating func choose(in state: DiscreteState, bound: Int64) -> Branch? {
    var branches = state.activities.indices.compactMap { branch(on: $0, in: state, bound: bound) }
    if branches.isEmpty { return nil }
    branches.sort { score($0) > score($1) }
    var best: (branch: Branch, score: Int128)?
    for branch in branches.prefix(Self.trials) {
      var branch = branch
      attempt(&branch.longer, of: branch.activity, isLonger: true, state, bound)
      // Nothing is left in that half: the activity is decided.
      if branch.longer.bound >= limit { return branch }
      attempt(&branch.shorter, of: branch.activity, isLonger: false, state, bound)
      if branch.shorter.bound >= limit { return branch }
      let score =
        Int128(max(1, branch.longer.bound - bound)) * Int128(max(1, branch.shorter.bound - bound))
      if score > best?.score ?? 0 { best = (branch, score) }
    }
    return best?.branch
  }

  private func branch(on activity: Int, in state: DiscreteState, bound: Int64) -> Branch? {
    let own = state.activities[activity]
    let mask = state.masks[activity]
    guard own.isDiscrete, mask.nonzeroBitCount > 1 else { return nil }
    let now = state.duration(of: activity)
    var longer: UInt64 = 0
    var longest: Int64 = 0
    var next: TimeCostActivity.Point?
    for (place, point) in own.points.enumerated() where mask & (1 << UInt64(place)) != 0 {
      if point.duration > now {
        longer |= 1 << UInt64(place)
        longest = point.duration
      } else if next == nil {
        next = point
      }
    }
    guard longer != 0, let next else { return nil }
    let lack =
      next.cost * state.scale
      - LowerHull.cost(of: now, on: state.hulls[activity])
    // Prices were rounded down by less than one a unit.
    if lack <= own.normal { return nil }
    return Branch(
      activity: activity, longer: Half(mask: longer, distance: longest - now, bound: bound),
      shorter: Half(mask: mask & ~longer, distance: max(1, now - next.duration), bound: bound),
      lack: lack)
  }

  private func score(_ branch: Branch) -> Int128 {
    let (activity, longer, shorter) = (branch.activity, branch.longer, branch.shorter)
    guard
      let rise = costs.estimate(activity, isLonger: true, distance: longer.distance),
      let fall = costs.estimate(activity, isLonger: false, distance: shorter.distance)
    else { return Int128(1) << 110 + Int128(branch.lack) }
    return max(1, rise) * max(1, fall)
  }

  private mutating func attempt(
    _ half: inout Half, of activity: Int, isLonger: Bool, _ state: DiscreteState, _ bound: Int64
  ) {
    var trial = state
    guard let new = trial.restrict(to: [(activity, half.mask)], limit: limit) else {
      half.bound = limit
      return
    }
    half.bound = max(bound, new)
    costs.note(activity, isLonger: isLonger, by: half.bound - bound, distance: half.distance)
  }
}
