internal import Scheduling

extension PlanTask {
  /// Stretches the parts as the duration was stretched, rounded to whole minutes; a duration on the
  /// clock has no parts.
  mutating func stretchParts(from old: PlanDuration, _ units: WorkUnits) {
    guard !parts.isEmpty, let duration else { return }
    guard !duration.unit.isElapsed, let before = units.minutes(of: old), before > 0,
      let after = units.minutes(of: duration), after > 0
    else {
      parts = []
      return
    }
    func stretched(_ part: PlanDuration) -> PlanDuration {
      let minutes = Int64(units.minutes(of: part) ?? 0) * Int64(after)
      return PlanDuration(Int((minutes + Int64(before) / 2) / Int64(before)), .minutes)
    }
    for index in parts.indices {
      parts[index].duration = stretched(parts[index].duration)
      parts[index].delay = stretched(parts[index].delay)
    }
  }
}
