internal import Scheduling

extension PlanTask {
  /// Lets what remains, and the parts, follow a changed duration.
  ///
  /// What has been done stays done: of a task under way the remaining work takes the whole change.
  /// Parts stretch in proportion, rounded to whole minutes; a duration on the clock has none.
  mutating func followDuration(from old: PlanDuration, _ units: WorkUnits) {
    guard let duration, let before = units.minutes(of: old), let after = units.minutes(of: duration)
    else {
      parts = []
      return
    }
    var share = (before, after)
    if progress?.finished == nil, let stated = progress?.remaining,
      let remaining = units.minutes(of: stated)
    {
      let left = max(0, remaining + after - before)
      let unit: PlanDuration.Unit = stated.unit.isElapsed ? .elapsedMinutes : .minutes
      progress?.remaining =
        left == remaining ? stated : PlanDuration(thousandths: Int64(left) * 1000, unit)
      share = (remaining, left)
    }
    if !parts.isEmpty { stretchParts(by: share, isOnClock: duration.unit.isElapsed, units) }
  }

  private mutating func stretchParts(
    by share: (before: Int32, after: Int32), isOnClock: Bool, _ units: WorkUnits
  ) {
    guard !isOnClock, share.before > 0, share.after > 0 else {
      parts = []
      return
    }
    func stretched(_ part: PlanDuration) -> PlanDuration {
      let minutes = Int64(units.minutes(of: part) ?? 0) * Int64(share.after)
      let rounded = (minutes + Int64(share.before) / 2) / Int64(share.before)
      return PlanDuration(thousandths: rounded * 1000, .minutes)
    }
    for index in parts.indices {
      parts[index].duration = stretched(parts[index].duration)
      parts[index].delay = stretched(parts[index].delay)
    }
  }
}
