internal import Scheduling
import SharedSystem

/// Turns effort into durations: a share of the time that the schedule rule gives a project of this
/// effort, or longer when the team that does it is too small.
struct WorkDurations {
  /// The plan's defaults.
  let defaults: EstimatorDefaults
  /// The schedule rules with these.
  let rules: ScheduleRules
  /// The rule.
  let rule: GenerationSettings.Rule
  /// Working days in a month.
  let daysPerMonth: Int64

  /// A duration with its uncertainty.
  struct Span {
    var low: PlanDuration
    var mode: PlanDuration
    var high: PlanDuration

    /// As an estimate of a task; nil when there is no uncertainty.
    var estimate: PlanTask.Estimate? {
      guard low != high else { return nil }
      return PlanTask.Estimate(low: low, mode: mode, high: high, distribution: "pert")
    }
  }

  /// The time of a whole project, in thousandths of a month.
  func months(_ effort: ThreePoint) -> ThreePoint {
    rules.months(rule.scheduleRule, effort: effort)
  }

  /// A phase of a project: a share of its time, at least a day.
  ///
  /// - Parameters:
  ///   - share: the phase's share, in thousandths.
  ///   - project: the effort of the whole project.
  func phase(_ share: Int64, of project: ThreePoint) -> Span {
    let months = months(project)
    return Span(
      low: days(share, months.low), mode: days(share, months.mode), high: days(share, months.high))
  }

  private func days(_ share: Int64, _ months: Int64) -> PlanDuration {
    let thousandths = months * daysPerMonth * share / 1000
    return PlanDuration(Int(max(1, (thousandths + 500) / 1000)), .days)
  }

  /// A duration that a default gives, in a unit.
  func fixed(_ key: String, _ unit: PlanDuration.Unit) -> Span {
    let value = defaults.value(key)
    func duration(_ thousandths: Int64) -> PlanDuration {
      unit == .calendarMonths
        ? PlanDuration(Int((thousandths + 500) / 1000), unit)
        : PlanDuration(thousandths: thousandths, unit)
    }
    return Span(
      low: duration(value.low), mode: duration(value.mode), high: duration(value.high))
  }

  /// Working days that a team of this capacity needs for an effort, rounded up.
  ///
  /// - Parameter capacity: people, in thousandths.
  func days(of effort: Int64, capacity: Int64) -> Int {
    guard capacity > 0 else { return 0 }
    return Int((effort * daysPerMonth + capacity - 1) / capacity)
  }
}

extension GenerationSettings.Rule {
  /// The rule of the estimator.
  public var scheduleRule: ScheduleRules.Rule {
    switch self {
    case .juas: .juas
    case .cocomo2: .cocomo2
    case .keizai: .keizaiNew
    }
  }
}
