/// How a task can be made shorter for money: the durations it may take, with what each costs over
/// the planned one.
public struct CrashOption: Hashable, Sendable {
  /// Where the figures come from.
  public enum Origin: String, Hashable, Sendable {
    /// `crash` of the task: every duration down to the shortest.
    case entered
    /// `modes` of the task: only these durations.
    case modes
    /// From the effort behind a generated task, by COCOMO II's multipliers.
    case derived
  }

  /// A duration with its extra cost.
  public struct Point: Hashable, Sendable {
    /// The duration.
    public let duration: PlanDuration
    /// The extra cost over the planned duration, in the plan's currency.
    public let cost: Int64
  }

  /// Index in `Plan.tasks`.
  public let task: Int
  /// Where the figures come from.
  public let origin: Origin
  /// The planned duration at no cost first; then shorter and dearer ones.
  public let points: [Point]
  /// Whether the durations between the points are impossible.
  public var isDiscrete: Bool {
    origin == .modes || points.contains { $0.duration.unit == .calendarMonths }
  }
  /// The share of the planned duration that is left at the shortest, in thousandths; nil when the
  /// two have no common unit.
  public func shortestShare(_ units: WorkUnits) -> Int64? {
    guard let first = points.first?.duration, let last = points.last?.duration else { return nil }
    if first.unit == last.unit, first.thousandths > 0 {
      return last.thousandths * 1000 / first.thousandths
    }
    guard first.unit.isElapsed == last.unit.isElapsed, let normal = units.minutes(of: first),
      let shortest = units.minutes(of: last), normal > 0
    else { return nil }
    return Int64(shortest) * 1000 / Int64(normal)
  }
}

extension Plan {
  /// How each task can be made shorter: what the plan states, and on demand what follows from the
  /// effort of generated tasks.
  ///
  /// Work that has begun, takes no part, or is made of several pieces is left as it is.
  ///
  /// - Parameter derives: whether generated development work without figures of its own gets those
  ///   of COCOMO II.
  /// - Complexity: O(tasks).
  public func crashOptions(derives: Bool = false) -> [CrashOption] {
    let isActive = tasksThatTakePart()
    let rules = derives ? scheduleRules : nil
    return tasks.indices.compactMap { index in
      let task = tasks[index]
      guard isActive[index], !task.isSummary, !task.isMilestone, task.progress == nil,
        task.parts.isEmpty, let duration = task.duration, duration.thousandths > 0
      else { return nil }
      if !task.crash.isEmpty {
        let points = task.crash.map { CrashOption.Point(duration: $0.duration, cost: $0.cost) }
        return option(index, .entered, duration, points)
      }
      if !task.modes.isEmpty {
        let own = task.modes.filter { $0.duration == duration }.map(\.cost).min() ?? 0
        let points = task.modes.map {
          CrashOption.Point(duration: $0.duration, cost: max(0, $0.cost - own))
        }
        return option(index, .modes, duration, points)
      }
      return rules.flatMap { derivedOption(index, duration, $0) }
    }
  }

  /// An option of the points that are shorter than the planned duration; nil when there are none.
  private func option(
    _ index: Int, _ origin: CrashOption.Origin, _ duration: PlanDuration,
    _ points: [CrashOption.Point]
  ) -> CrashOption? {
    let isInMonths = duration.unit == .calendarMonths
    func length(_ duration: PlanDuration) -> Int64? {
      guard (duration.unit == .calendarMonths) == isInMonths,
        duration.unit.isElapsed == points.first?.duration.unit.isElapsed
      else { return nil }
      return isInMonths ? duration.thousandths : units.minutes(of: duration).map { Int64($0) }
    }
    guard let normal = length(duration) else { return nil }
    let shorter = points.compactMap { point in length(point.duration).map { (point, $0) } }
      .filter { $0.1 < normal && $0.1 >= 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    guard !shorter.isEmpty else { return nil }
    return CrashOption(
      task: index, origin: origin, points: [.init(duration: duration, cost: 0)] + shorter)
  }
}

extension GeneratedWork.Kind {
  /// Whether more people shorten such work: development, as the published multipliers know it. What
  /// is fixed by agreement, by the calendar or by law is not.
  public var isCrashable: Bool {
    switch self {
    case .analysis, .requirements, .design, .fitGap, .accessDesign, .archive, .build, .interface,
      .unitTest, .dataRules, .migration, .bridge, .integration, .crossTest, .systemTest:
      true
    case .module, .contracts, .wave, .separation, .contract, .rehearsal, .parallelRun, .training,
      .access, .goNoGo, .cutover, .stabilisation, .bridgeRemoval, .decommission, .verification,
      .operation, .separated:
      false
    }
  }
}

/// Whose prices count where tasks may be made shorter.
struct CrashPrices: Hashable, Sendable {
  /// Whether generated development work without figures of its own gets those of COCOMO II.
  var derives: Bool
}
