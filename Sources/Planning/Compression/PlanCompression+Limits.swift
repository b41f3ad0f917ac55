import SharedSystem

extension PlanCompression {
  /// What the derived part of a point costs by the mild and by the harsh published rule.
  public struct Band: Hashable, Sendable {
    /// By COCOMO II: what the point's cost has in it.
    public var cocomo2: Int64
    /// By Putnam, for the tasks that his figures cover.
    public var putnam: Int64
    /// How many derived tasks are made shorter.
    public var tasks: Int
    /// How many of them are shorter than Putnam's figures reach.
    public var beyondPutnam: Int
  }

  /// A task whose entered figures go below a published limit.
  public struct BelowLimit: Hashable, Sendable {
    /// Index in `Plan.tasks`.
    public var task: Int
    /// What is left of the planned duration at the shortest, in thousandths.
    public var share: Int64
    /// Whether it is below the limit of COCOMO II, and below that of JUAS.
    public var isBelowCocomo2: Bool, isBelowJUAS: Bool
  }

  /// The tasks whose entered shortest duration is below what is published as possible: 75 % of the
  /// nominal time by COCOMO II, 70 % by JUAS.
  ///
  /// - Complexity: O(options).
  public var belowLimits: [BelowLimit] {
    guard let rules = now.plan.scheduleRules else { return [] }
    let cocomo2 = rules.defaults.value("compression.cocomo.floor").mode
    let juas = rules.defaults.value("compression.juas.reckless").mode
    return options.compactMap { option in
      guard option.origin != .derived, let share = option.shortestShare(now.plan.units),
        share < max(cocomo2, juas)
      else { return nil }
      return BelowLimit(
        task: option.task, share: share, isBelowCocomo2: share < cocomo2, isBelowJUAS: share < juas)
    }
  }

  /// The band of the derived costs of a point; nil when none of its tasks has derived figures.
  ///
  /// - Complexity: O(options).
  public func band(of point: Point) -> Band? {
    guard let rules = now.plan.scheduleRules, let rate = now.plan.generation.rate else {
      return nil
    }
    var band = Band(cocomo2: 0, putnam: 0, tasks: 0, beyondPutnam: 0)
    for (option, duration) in zip(options, point.durations) where option.origin == .derived {
      guard let duration, let effort = now.plan.tasks[option.task].work?.effort?.mode,
        let normal = now.plan.units.minutes(of: option.points[0].duration),
        let minutes = now.plan.units.minutes(of: duration), normal > 0
      else { continue }
      band.tasks += 1
      let multipliers = rules.effortMultipliers(ofTime: Int64(minutes) * 1000 / Int64(normal))
      band.cocomo2 += Plan.extraCost(
        effort: effort, multiplier: multipliers.cocomo2 ?? 1000, rate: rate)
      if let putnam = multipliers.putnam {
        band.putnam += Plan.extraCost(effort: effort, multiplier: putnam, rate: rate)
      } else {
        band.beyondPutnam += 1
      }
    }
    return band.tasks > 0 ? band : nil
  }
}
