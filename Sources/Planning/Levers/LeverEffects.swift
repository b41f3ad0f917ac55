public import Scheduling

/// What every lever of a plan does by itself, and which pairs do more or less together.
public struct LeverEffects: Sendable {
  /// One lever, applied with what it requires.
  public struct Effect: Sendable {
    /// Index in `Plan.levers`.
    public var lever: Int
    /// Ids of the levers it requires, directly or through others, in the order of the plan.
    public var with: [String]
    /// Before and after, both with the levers it requires; nil when it cannot be applied.
    public var result: WhatIfResult?
    /// Why it cannot be applied.
    public var failure: WhatIfFailure?
  }

  /// Two levers whose gain together is not the sum of their gains.
  public struct Pair: Hashable, Sendable {
    /// Indices in `Plan.levers`.
    public var first: Int, second: Int
    /// Working minutes of the project's calendar that each gains alone, with what it requires.
    public var firstGain: Int32, secondGain: Int32
    /// What both together gain.
    public var together: Int32
    /// When the cutover finishes with both.
    public var finish: Instant

    /// What the pair gains beyond the sum: positive is synergy, negative is conflict.
    public var difference: Int32 { together - firstGain - secondGain }
  }

  /// The plan as it is.
  public var base: PlanSchedule
  /// By lever, in the order of the plan.
  public var alone: [Effect]
  /// Pairs that differ, the largest difference first.
  public var pairs: [Pair]
}

extension Plan {
  /// Tries every lever by itself and every pair.
  ///
  /// - Throws: when the plan has too many levers, or cannot be scheduled.
  /// - Complexity: O(levers²) schedules.
  public func leverEffects(
    calendars: CalendarCache = CalendarCache()
  ) throws(LeverSearchError) -> LeverEffects {
    let preparation = try LeverPreparation(self, calendars: calendars)
    let plan = preparation.plan
    let base: PlanSchedule
    do {
      base = try plan.scheduled(calendars: calendars)
    } catch {
      throw .plan(error)
    }
    let alone = levers.indices.map { lever in
      plan.effect(of: lever, preparation.rules, calendars)
    }
    let closures = levers.indices.map { preparation.rules.closure(of: $0) }
    func gain(_ set: LeverSet) -> (minutes: Int32, finish: Instant)? {
      preparation.finish(of: set).map {
        (base.scheduled.workingMinutes(from: $0, to: base.cutoverFinish), $0)
      }
    }
    let gains = closures.map { $0.flatMap(gain) }
    var pairs: [LeverEffects.Pair] = []
    for first in levers.indices {
      for second in levers.indices where second > first {
        guard let one = closures[first], let two = closures[second], !one.contains(second),
          !two.contains(first), let oneGain = gains[first], let twoGain = gains[second],
          let both = gain(one.union(two))
        else { continue }
        let pair = LeverEffects.Pair(
          first: first, second: second, firstGain: oneGain.minutes, secondGain: twoGain.minutes,
          together: both.minutes, finish: both.finish)
        if pair.difference != 0 { pairs.append(pair) }
      }
    }
    pairs.sort {
      (-abs($0.difference), $0.first, $0.second) < (-abs($1.difference), $1.first, $1.second)
    }
    return LeverEffects(base: base, alone: alone, pairs: pairs)
  }

  private func effect(
    of lever: Int, _ rules: LeverRules, _ calendars: CalendarCache
  ) -> LeverEffects.Effect {
    let closure = rules.closure(of: lever) ?? LeverSet([lever])
    let needed = closure.subtracting(LeverSet([lever])).members.map { levers[$0].id }
    var effect = LeverEffects.Effect(lever: lever, with: needed)
    var before = self
    do {
      if !needed.isEmpty { before = try applying(needed.map { .lever($0) }) }
    } catch {
      effect.failure = .change(error)
      return effect
    }
    // What it requires is applied already.
    before.levers[lever].requires = []
    do {
      effect.result = try WhatIfResult.compare(
        before, applying: [.lever(levers[lever].id)], calendars: calendars)
    } catch {
      effect.failure = error
    }
    return effect
  }
}

extension LeverPreparation {
  /// When the cutover finishes with a set of levers; nil when they cannot be applied together.
  func finish(of set: LeverSet) -> Instant? {
    for base in bases
    where base.applied.isSubset(of: set) && set.subtracting(base.applied).isSubset(of: base.open) {
      return base.finish(set.subtracting(base.applied))
    }
    return nil
  }
}
