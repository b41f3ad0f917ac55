internal import Scheduling

/// Finds the cheapest set of levers for a date, exactly.
///
/// For each combination of the levers that are decided first there is a `LeverBase`. In it the
/// search alternates between two parts (implicit hitting sets; E. Moreno-Centeno, R. M. Karp, "The
/// implicit hitting set approach to solve combinatorial optimization problems", Operations Research
/// 61(2), 2013):
///
/// 1. `CheapestChoice` gives the cheapest choice that keeps all conditions known so far. Nothing
///    cheaper can work.
/// 2. Its exact date is computed. When it comes too late, the relaxed plan explains it: as many
///    decisions as possible are given up as long as the bound still says "too late"; at least one of
///    the decisions left must be different, which is a new condition.
///
/// Bases take turns, the one with the smallest bound on the cost first; so costs never go down, and
/// a date that is reached is reached at the smallest cost. Conditions say that a date is missed, and
/// stay true for every earlier date: the whole front of cost against date is one search.
struct LeverSearch {
  private let preparation: LeverPreparation
  private var parts: [Part]
  /// How often an exact date or a bound was computed.
  private(set) var evaluations = 0
  private let isOutOfTime: () -> Bool

  /// One base with what is known about it.
  private struct Part {
    var base: LeverBase
    var chooser: CheapestChoice
    /// No choice that is left costs less.
    var bound: Int64
    var candidate: LeverSet?
    var isExhausted = false
    var dates: [LeverSet: Instant?] = [:]
  }

  /// A set of levers with its cost and date.
  struct Found: Hashable {
    var set: LeverSet
    var cost: Int64
    var finish: Instant
  }

  /// How a search ended.
  enum Outcome: Hashable {
    /// The cheapest set.
    case found(Found)
    /// No set, at any cost up to the limit.
    case none
    /// Time was up; nothing below this cost reaches the date.
    case stopped(costBound: Int64)
  }

  /// - Parameter isOutOfTime: asked between steps; the search then stops.
  init(_ preparation: LeverPreparation, isOutOfTime: @escaping () -> Bool = { false }) {
    self.preparation = preparation
    self.isOutOfTime = isOutOfTime
    parts = preparation.bases.map { base in
      // Of equal costs the fewer levers win: a lever more costs one unit of a finer currency.
      let costs = base.costs.map { LeverSearch.fine($0, levers: 1) }
      var chooser = CheapestChoice(levers: base.open, costs: costs)
      let all = LeverSet(first: base.plan.levers.count)
      for lever in base.open.members {
        guard let needed = base.rules.requires[lever] else {
          chooser.require(chosen: LeverSet(), orLeft: LeverSet([lever]))
          continue
        }
        for other in needed.subtracting(base.applied).members {
          chooser.require(
            chosen: LeverSet([other]).intersection(base.open), orLeft: LeverSet([lever]))
        }
        let excluded = base.rules.excludes[lever]
        if !excluded.isDisjoint(with: base.applied) {
          chooser.require(chosen: LeverSet(), orLeft: LeverSet([lever]))
        }
        for other in excluded.intersection(base.open).members where other > lever {
          chooser.require(chosen: LeverSet(), orLeft: LeverSet([lever, other]))
        }
      }
      for lever in base.applied.members {
        for other in (base.rules.requires[lever] ?? all).subtracting(base.applied).members {
          chooser.require(chosen: LeverSet([other]).intersection(base.open), orLeft: LeverSet())
        }
      }
      let saved = base.open.members.reduce(0) { $0 + min(base.costs[$1], 0) }
      return Part(
        base: base, chooser: chooser,
        bound: LeverSearch.fine(base.fixedCost + saved, levers: base.applied.count))
    }
  }

  /// A cost with the number of levers as its last digits.
  private static func fine(_ cost: Int64, levers: Int) -> Int64 { cost * 128 + Int64(levers) }

  private static func coarse(_ cost: Int64) -> Int64 { cost >> 7 }

  /// The cheapest set with which the cutover finishes by a date.
  ///
  /// Later calls must ask for the same date or an earlier one.
  ///
  /// - Parameter most: only sets that cost no more; nil: any cost.
  mutating func cheapest(by date: Instant, costingAtMost most: Int64? = nil) -> Outcome {
    while true {
      guard
        let number = parts.indices.filter({ !parts[$0].isExhausted })
          .min(by: { (parts[$0].bound, $0) < (parts[$1].bound, $1) })
      else { return .none }
      let bound = LeverSearch.coarse(parts[number].bound)
      if let most, bound > most { return .none }
      if isOutOfTime() { return .stopped(costBound: bound) }
      guard let candidate = parts[number].candidate else {
        let fixed = LeverSearch.fine(
          parts[number].base.fixedCost, levers: parts[number].base.applied.count)
        switch parts[number].chooser.solve(mostNodes: 2_000_000) {
        case .found(let choice, let cost):
          parts[number].candidate = choice
          parts[number].bound = max(parts[number].bound, cost + fixed)
        case .none: parts[number].isExhausted = true
        case .stopped: return .stopped(costBound: bound)
        }
        continue
      }
      if let finish = finish(of: candidate, in: number), finish <= date {
        let base = parts[number].base
        return .found(
          Found(
            set: candidate.union(base.applied), cost: base.cost(of: candidate), finish: finish))
      }
      explain(candidate, in: number, date)
      parts[number].candidate = nil
    }
  }

  /// Leaves out all sets that contain a set; for the empty set only that one.
  mutating func forbid(_ set: LeverSet) {
    for number in parts.indices {
      let base = parts[number].base
      let rest = set.subtracting(base.applied)
      if set.isEmpty {
        guard base.applied.isEmpty else { continue }
        parts[number].chooser.require(chosen: base.open, orLeft: LeverSet())
        if base.open.isEmpty { parts[number].isExhausted = true }
      } else if rest.isSubset(of: base.open) {
        parts[number].chooser.require(chosen: LeverSet(), orLeft: rest)
        if rest.isEmpty { parts[number].isExhausted = true }
      }
      parts[number].candidate = nil
    }
  }

  /// A date that no set of any cost up to the limit is known to beat: the earliest bound of the
  /// bases.
  mutating func earliestBound(costingAtMost most: Int64?) -> Instant? {
    var earliest: Instant?
    for part in parts where !part.isExhausted {
      if let most, LeverSearch.coarse(part.bound) > most { continue }
      evaluations += 1
      var relaxed = RelaxedPlan(part.base, decided: LeverSet(), undecided: part.base.open)
      switch relaxed?.bound() ?? .impossible {
      case .notBefore(let date): earliest = min(earliest ?? date, date)
      case .unknown: return part.base.plan.start
      case .impossible: continue
      }
    }
    return earliest
  }

  private mutating func finish(of choice: LeverSet, in number: Int) -> Instant? {
    if let known = parts[number].dates[choice] { return known }
    evaluations += 1
    let finish = parts[number].base.finish(choice)
    parts[number].dates[choice] = .some(finish)
    return finish
  }

  // MARK: Conditions

  private mutating func isTooLate(
    _ decided: LeverSet, _ undecided: LeverSet, in number: Int, _ date: Instant
  ) -> Bool {
    evaluations += 1
    guard
      var relaxed = RelaxedPlan(parts[number].base, decided: decided, undecided: undecided)
    else { return true }
    return relaxed.bound().excludes(date)
  }

  /// Learns from a choice that comes too late, or cannot be applied, what has to be different.
  private mutating func explain(_ choice: LeverSet, in number: Int, _ date: Instant) {
    let base = parts[number].base
    let others = base.open.subtracting(choice).members.sorted {
      (base.costs[$0], $0) < (base.costs[$1], $1)
    }
    // Cuts of levers that no other cut of this round has: they raise the bound together.
    var taken = LeverSet()
    for round in 0..<3 {
      var decided = choice
      var undecided = taken
      if round > 0, !isTooLate(LeverSet(), choice.union(undecided), in: number, date) { return }
      if round > 0 || isTooLate(LeverSet(), choice, in: number, date) {
        decided = LeverSet()
        undecided = choice.union(taken)
      } else if !isTooLate(choice, LeverSet(), in: number, date) {
        break
      } else {
        for lever in choice.members.reversed() {
          let fewer = decided.subtracting(LeverSet([lever]))
          if isTooLate(fewer, undecided.union(LeverSet([lever])), in: number, date) {
            decided = fewer
            undecided.insert(lever)
          }
        }
      }
      for lever in others where !undecided.contains(lever) {
        if isTooLate(decided, undecided.union(LeverSet([lever])), in: number, date) {
          undecided.insert(lever)
        }
      }
      let cut = base.open.subtracting(decided).subtracting(undecided)
      parts[number].chooser.require(chosen: cut, orLeft: decided)
      if cut.isEmpty, decided.isEmpty {
        parts[number].isExhausted = true
        return
      }
      if !decided.isEmpty { return }
      taken = taken.union(cut)
    }
    if taken.isEmpty {
      // The bound does not see it: this one choice is out.
      parts[number].chooser.require(chosen: base.open.subtracting(choice), orLeft: choice)
    }
  }
}
