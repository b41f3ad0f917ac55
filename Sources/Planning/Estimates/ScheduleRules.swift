import SharedSystem

/// How long work of a given effort usually takes, by three independent rules, side by side.
///
/// A rule holds for one owner's project or one wave, not for the sum of both owners.
public struct ScheduleRules: Sendable {
  /// Where a duration comes from.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// `C · PM^(D + 0.2 (E − B))`.
    case cocomo2
    /// `k · PM^(1/3)`.
    case juas
    /// 経済調査会, new development.
    case keizaiNew
    /// 経済調査会, modification.
    case keizaiModification
  }

  /// What one rule says about one effort.
  public struct Result: Hashable, Sendable {
    /// Where it comes from.
    public var rule: Rule
    /// Months, in thousandths.
    public var months: ThreePoint
    /// The shortest time that the rule's publishers think possible, in thousandths of a month: 75 %
    /// for COCOMO II, 70 % for JUAS; nil where none is published.
    public var shortest: Int64?
    /// The effort up to which the rule rests on data, in thousandths of a person-month; nil: not
    /// published.
    public var limit: Int64?
    /// Whether the most likely effort is beyond that limit.
    public var isOutsideData: Bool
  }

  /// The phases of a project.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    case requirements, design, build, test, migration
  }

  /// The values the rules rest on.
  public let defaults: EstimatorDefaults
  /// COCOMO II's exponent of size `E = B + 0.01 · sum of scale factors`, with what it is made of.
  let exponentFigure: EstimatedFigure
  /// The same for each level, in thousand-millionths.
  private let exponents: [EstimateLevel: Int64]

  /// Makes the rules.
  public init(_ defaults: EstimatorDefaults = .standard) {
    self.defaults = defaults
    let factors = defaults.keys(beginningWith: "cocomo2.scale.").map(defaults.figure)
    let base = defaults.figure("cocomo2.B")
    let sum = factors.reduce(ThreePoint.zero) { $0 + $1.value }
    let values = EstimateLevel.allCases.map { level in
      (level, defaults.millionths("cocomo2.B", level) * 1000 + sum.value(level) * 10_000)
    }
    let exponents = Dictionary(uniqueKeysWithValues: values)
    self.exponents = exponents
    exponentFigure = EstimatedFigure(
      .exponent, ThreePoint { ((exponents[$0] ?? 0) + 500_000) / 1_000_000 }, .exponent,
      .computed(.exponent, [base] + factors))
  }

  /// What all rules say about an effort in thousandths of a person-month.
  ///
  /// - Complexity: O(1).
  public func results(effort: ThreePoint) -> [Result] {
    Rule.allCases.map { rule in
      let limit = limit(rule)
      return Result(
        rule: rule, months: months(rule, effort: effort), shortest: shortest(rule, effort: effort),
        limit: limit, isOutsideData: limit.map { effort.mode > $0 } ?? false)
    }
  }

  /// Months by one rule, in thousandths; low of a low effort with a low coefficient, and so on.
  public func months(_ rule: Rule, effort: ThreePoint) -> ThreePoint {
    ThreePoint { level in
      FixedPower.power(
        coefficient: coefficient(rule, level), base: effort.value(level),
        exponent: exponent(rule, level))
    }
  }

  /// The effort that takes so many months by a rule, both in thousandths: the inverse of
  /// ``months(_:effort:)``. A high coefficient gives a low effort.
  public func effort(_ rule: Rule, months: Int64) -> ThreePoint {
    ThreePoint { level in
      FixedPower.root(
        coefficient: coefficient(rule, level), value: months, exponent: exponent(rule, level))
    }
  }

  /// The shortest time that is thought possible, in thousandths of a month; nil: none published.
  public func shortest(_ rule: Rule, effort: ThreePoint) -> Int64? {
    let share: ThreePoint
    switch rule {
    case .cocomo2: share = defaults.value("compression.cocomo.floor")
    case .juas: share = defaults.value("compression.juas.reckless")
    case .keizaiNew, .keizaiModification: return nil
    }
    return months(rule, effort: effort).times(share).mode
  }

  /// An effort in the phases, whose sum is the effort; in thousandths.
  public func phaseShares(of effort: Int64) -> [(phase: Phase, effort: Int64)] {
    let weights = Phase.allCases.map { defaults.value("phase.\($0.rawValue)").mode }
    let parts = ThreePoint(effort).split(by: weights)
    return zip(Phase.allCases, parts).map { ($0, $1.mode) }
  }

  /// COCOMO II's exponent of size `E`, in thousand-millionths (10⁻⁹).
  public func effortExponent(_ level: EstimateLevel) -> Int64 { exponents[level] ?? 0 }

  private func limit(_ rule: Rule) -> Int64? {
    switch rule {
    case .cocomo2: nil
    case .juas: defaults.value("schedule.juas.limit").mode
    case .keizaiNew: defaults.value("schedule.new.limit").mode
    case .keizaiModification: defaults.value("schedule.modification.limit").mode
    }
  }

  /// In millionths.
  private func coefficient(_ rule: Rule, _ level: EstimateLevel) -> Int64 {
    switch rule {
    case .cocomo2: defaults.millionths("cocomo2.C", level)
    case .juas: defaults.millionths("schedule.juas.k", level)
    case .keizaiNew: defaults.millionths("schedule.new.a", level)
    case .keizaiModification: defaults.millionths("schedule.modification.a", level)
    }
  }

  /// In thousand-millionths.
  private func exponent(_ rule: Rule, _ level: EstimateLevel) -> Int64 {
    switch rule {
    case .cocomo2:
      let slope = defaults.value("schedule.cocomo2.slope").value(level)
      let excess = effortExponent(level) - defaults.millionths("cocomo2.B", level) * 1000
      return defaults.millionths("cocomo2.D", level) * 1000 + slope * excess / 1000
    case .juas: return 333_333_333
    case .keizaiNew: return defaults.millionths("schedule.new.b", level) * 1000
    case .keizaiModification: return defaults.millionths("schedule.modification.b", level) * 1000
    }
  }
}

extension ScheduleRules {
  /// What a compressed schedule costs: the multiplier of the effort at a share of the nominal time.
  ///
  /// Between published points the multipliers are interpolated linearly.
  ///
  /// - Parameter share: of the nominal time, in thousandths.
  /// - Returns: multipliers in thousandths: by COCOMO II (mild) and by Putnam (harsh); nil where
  ///   the time is shorter than the rule's publishers think possible.
  public func effortMultipliers(ofTime share: Int64) -> (cocomo2: Int64?, putnam: Int64?) {
    func value(_ key: String) -> Int64 { defaults.value("compression.\(key)").mode }
    let cocomo: [(Int64, Int64)] = [
      (750, value("cocomo.75")), (850, value("cocomo.85")), (1000, 1000),
    ]
    let putnam: [(Int64, Int64)] =
      [85, 90, 95].map { ($0 * 10, value("putnam.\($0)")) }
      + [(1000, 1000)] + [110, 120, 130].map { ($0 * 10, value("putnam.\($0)")) }
    let isPossible = share >= value("cocomo.floor")
    return (
      isPossible ? ScheduleRules.interpolate(share, cocomo, extends: true) : nil,
      ScheduleRules.interpolate(share, putnam, extends: false)
    )
  }

  /// A value between points in order; beyond the last the last, if it `extends`; below the first,
  /// and beyond the last otherwise, none.
  private static func interpolate(
    _ share: Int64, _ points: [(Int64, Int64)], extends: Bool
  ) -> Int64? {
    guard let first = points.first, let last = points.last, share >= first.0 else { return nil }
    if share >= last.0 { return extends || share == last.0 ? last.1 : nil }
    for (before, after) in zip(points, points.dropFirst()) where share <= after.0 {
      let (width, rise) = (after.0 - before.0, after.1 - before.1)
      return before.1 + (rise * (share - before.0) * 2 + width * (rise < 0 ? -1 : 1)) / (width * 2)
    }
    return last.1
  }
}
