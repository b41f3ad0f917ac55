internal import Planning
internal import SharedSystem

/// Durations and lags that no plan may state: a damaged file has them, and a plan file with them
/// would not be read again.
extension MSPDIImporter {
  /// Reports the first length of each task that is longer than a plan may state.
  ///
  /// - Complexity: O(tasks + links).
  mutating func checkLengths() {
    for task in plan.tasks {
      let line = task.location?.line ?? 0
      if let lag = task.after.first(where: { isTooLong($0.lag) }) {
        problem(.length(task: task.id, lagAfter: lag.task), at: lag.location?.line ?? line)
      }
      let baselines = task.baselines.lazy.compactMap(\.duration)
      let parts = task.parts.lazy.flatMap { [$0.duration, $0.delay] }
      let own = [task.duration, task.progress?.remaining].lazy.compactMap { $0 }
      if own.contains(where: isTooLong) || parts.contains(where: isTooLong)
        || baselines.contains(where: isTooLong)
      {
        problem(.length(task: task.id, lagAfter: nil), at: line)
      }
    }
  }

  private func isTooLong(_ duration: PlanDuration) -> Bool {
    duration.unit != .calendarMonths && plan.units.minutes(of: duration) == nil
  }

  private func isTooLong(_ lag: PlanTask.Lag) -> Bool {
    if case .time(let duration) = lag { isTooLong(duration) } else { false }
  }
}
