import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// The search for sets of levers, against every subset.
struct LeverSearchTests {
  private func front(_ front: LeverFront) -> [[Int64]] {
    front.points.map { [$0.cost, Int64($0.finish.startOfItsDay.minutes)] }
  }

  /// The front below the plan's own date, as `LeverFront` gives it.
  private func expected(_ every: EverySubset, _ base: Instant) -> [[Int64]] {
    every.front.filter { $0[1] <= Int64(base.startOfItsDay.minutes) }
  }

  private func check(_ plan: Plan, _ comment: Comment) throws {
    let calendars = CalendarCache()
    guard let base = try? plan.scheduled(calendars: calendars) else { return }
    let every = try EverySubset(plan, calendars: calendars)
    let front = try plan.leverFront(calendars: calendars)
    #expect(front.gap == nil)
    #expect(self.front(front) == expected(every, base.cutoverFinish), comment)
    for point in front.points {
      let match = every.all.first { $0.ids == Set(point.levers) }
      #expect(match?.cost == point.cost, comment)
      #expect(match?.finish == point.finish, comment)
    }
    guard let middle = front.points.dropFirst().first else { return }
    let cheapest = try plan.cheapestLevers(reaching: middle.finish, calendars: calendars)
    #expect(cheapest.points.first?.cost == middle.cost, comment)
    let within = try plan.leverFront(budget: middle.cost, calendars: calendars)
    #expect(within.points.last?.finish == middle.finish, comment)
  }

  @Test(arguments: 0..<120) func plainPlans(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let plan = RandomLevers.plain(tasks: 6 + seed % 6, levers: 4 + seed % 5, using: &random)
    try check(plan, "seed \(seed)")
  }

  @Test(arguments: 0..<140) func plansWithEverything(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    let plan = RandomLevers.plan(tasks: 5 + seed % 6, levers: 3 + seed % 4, using: &random)
    try check(plan, "seed \(seed)")
  }

  /// Levers that must not be used: the sets without them, and without what requires them.
  @Test(arguments: 0..<60) func leversLeftOut(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(3000 + seed))
    let plan = RandomLevers.plan(tasks: 5 + seed % 6, levers: 3 + seed % 4, using: &random)
    let calendars = CalendarCache()
    guard let base = try? plan.scheduled(calendars: calendars) else { return }
    let every = try EverySubset(plan, calendars: calendars)
    let without = Set(plan.levers.map(\.id).filter { _ in Bool.random(using: &random) })
    let left = every.all.filter { $0.ids.isDisjoint(with: without) }
    let front = try plan.leverFront(without: without, calendars: calendars)
    #expect(front.without == plan.levers.map(\.id).filter(without.contains))
    let latest = base.cutoverFinish.startOfItsDay
    for point in front.points {
      #expect(without.isDisjoint(with: point.levers), "seed \(seed)")
      let day = point.finish.startOfItsDay
      #expect(
        left.filter { $0.finish.startOfItsDay <= day }.map(\.cost).min() == point.cost,
        "seed \(seed)")
    }
    let earliest = left.map(\.finish.startOfItsDay).filter { $0 <= latest }.min()
    #expect(front.points.last?.finish.startOfItsDay == earliest, "seed \(seed)")
  }

  @Test(arguments: 0..<2) func twelveLevers(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(5000 + seed))
    let plan = RandomLevers.plain(tasks: 9, levers: 12, using: &random)
    try check(plan, "seed \(seed)")
  }

  /// No bound is later than a plan that the decisions leave possible.
  @Test(arguments: 0..<150) func boundsAreSound(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(9000 + seed))
    let plan = RandomLevers.plan(tasks: 4 + seed % 7, levers: 2 + seed % 3, using: &random)
    let calendars = CalendarCache()
    guard (try? plan.scheduled(calendars: calendars)) != nil else { return }
    let preparation = try LeverPreparation(plan, calendars: calendars)
    for base in preparation.bases {
      let finishes = base.open.subsets.map { ($0, base.finish($0)) }
      for decided in base.open.subsets {
        for undecided in base.open.subtracting(decided).subsets {
          var relaxed = RelaxedPlan(base, decided: decided, undecided: undecided)
          let bound = relaxed?.bound() ?? .impossible
          for (choice, finish) in finishes
          where decided.isSubset(of: choice) && choice.isSubset(of: decided.union(undecided)) {
            guard let finish else { continue }
            #expect(!bound.excludes(finish), "seed \(seed) \(decided) \(undecided) \(choice)")
          }
        }
      }
    }
  }
}
