internal import SharedSystem

/// Crash figures from the effort behind generated work.
extension Plan {
  /// What COCOMO II's multipliers make of a generated task: the same work in 85 % of the time for
  /// 114 % of the effort, in 75 % for 143 %, and not below.
  ///
  /// The shorter durations are whole working days, rounded up.
  ///
  /// - Returns: nil for other work, and when the plan has no price of a person-month
  ///   (`generation.rate`).
  func derivedOption(
    _ index: Int, _ duration: PlanDuration, _ rules: ScheduleRules
  ) -> CrashOption? {
    guard canBeDerived(index, duration), let rate = generation.rate, rate > 0,
      let effort = tasks[index].work?.effort?.mode
    else { return nil }
    let minutes = Int64(duration.thousandths) / 1000
    var points: [CrashOption.Point] = []
    for share in rules.crashShares {
      guard let multiplier = rules.effortMultipliers(ofTime: share).cocomo2 else { continue }
      let days = (minutes * share + 999) / 1000
      guard days < minutes, days < points.last.map({ $0.duration.thousandths / 1000 }) ?? minutes,
        days > 0
      else { continue }
      points.append(
        .init(
          duration: PlanDuration(Int(days), .days),
          cost: Plan.extraCost(effort: effort, multiplier: multiplier, rate: rate)))
    }
    guard !points.isEmpty else { return nil }
    // Rounding to days must not make the second stretch cheaper than the first.
    if points.count == 2 {
      let (first, last) = (points[0], points[1])
      let before = duration.thousandths - first.duration.thousandths
      let after = first.duration.thousandths - last.duration.thousandths
      let rates = (
        Int128(first.cost) * Int128(after), Int128(last.cost - first.cost) * Int128(before)
      )
      if rates.0 > rates.1 { points.removeFirst() }
    }
    return CrashOption(
      task: index, origin: .derived, points: [.init(duration: duration, cost: 0)] + points)
  }

  /// Whether crash figures could be derived for a task, if the plan had a price.
  func canBeDerived(_ index: Int, _ duration: PlanDuration) -> Bool {
    guard let work = tasks[index].work, work.kind.isCrashable, let effort = work.effort else {
      return false
    }
    return effort.mode > 0 && duration.unit == .days && duration.thousandths.isMultiple(of: 1000)
  }

  /// The rules with the plan's own values.
  var scheduleRules: ScheduleRules? {
    (try? EstimatorDefaults(overriding: defaults)).map { ScheduleRules($0) }
  }

  /// What a multiplied effort costs more than the effort itself.
  ///
  /// - Parameters:
  ///   - effort: in thousandths of a person-month.
  ///   - multiplier: in thousandths.
  ///   - rate: the price of a person-month.
  static func extraCost(effort: Int64, multiplier: Int64, rate: Int64) -> Int64 {
    let product = Int128(effort) * Int128(max(0, multiplier - 1000)) * Int128(rate)
    return Int64(clamping: (product + 500_000) / 1_000_000)
  }
}

extension ScheduleRules {
  /// The shares of the nominal time at which the price of a day changes, in thousandths: 85 %, and
  /// the shortest that COCOMO II thinks possible.
  var crashShares: [Int64] {
    let floor = max(750, defaults.value("compression.cocomo.floor").mode)
    return [850, floor].filter { $0 >= floor && $0 < 1000 }.reduce(into: []) {
      if $0.last != $1 { $0.append($1) }
    }
  }
}
