import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// What a date costs at least on real calendars, against every combination of whole days.
struct DatedProblemTests {
  /// No bound is dearer than a way that is really in time.
  @Test(arguments: 0..<150) func boundsAreSound(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(40_000 + seed))
    var plan = RandomPlan.ofEverything(count: 4 + seed % 6, using: &random)
    if seed.isMultiple(of: 2) { plan.cutover = plan.tasks.last { !$0.isSummary }?.id }
    RandomPrices.add(to: &plan, using: &random)
    let calendars = CalendarCache()
    guard (try? plan.scheduled(calendars: calendars)) != nil else { return }
    let preparation = try LeverPreparation(
      plan, prices: CrashPrices(derives: false), calendars: calendars)
    let base = try #require(preparation.bases.first)
    let merged = try #require(MergedPlan(base, decided: LeverSet(), undecided: LeverSet()))
    let least = RandomPrices.leastCosts(of: plan, calendars)
    for (date, cost) in least {
      guard let problem = DatedProblem(merged, by: date) else { continue }
      #expect(problem.earliest <= date, "seed \(seed) \(date)")
      switch problem.solve() {
      case .impossible: Issue.record("seed \(seed): \(date) is possible for \(cost)")
      case .unknown: break
      case .least(let found): #expect(found.cost <= .init(cost), "seed \(seed) \(date)")
      }
    }
  }

  /// What is chosen is in time, costs no less than its bound, and is as cheap as anything when it
  /// says so.
  @Test(arguments: 0..<10) func chosenWaysAreInTime(part: Int) throws {
    var (count, proved) = (0, 0)
    for seed in part * 10..<part * 10 + 10 {
      var random = SplitMix64(seed: UInt64(50_000 + seed))
      var plan = RandomPlan.ofEverything(count: 4 + seed % 5, using: &random)
      plan.cutover = plan.tasks.last { !$0.isSummary }?.id
      RandomPrices.add(to: &plan, most: 4, using: &random)
      let calendars = CalendarCache()
      guard (try? plan.scheduled(calendars: calendars)) != nil else { continue }
      let least = RandomPrices.leastCosts(of: plan, calendars)
      for date in least.keys.sorted() {
        let cheapest = try #require(least.filter { $0.key <= date }.map(\.value).min())
        let result = try plan.compressed(to: .date(date), calendars: calendars)
        let chosen = try #require(result.chosen, "seed \(seed) \(date)")
        #expect(chosen.finish <= date)
        #expect(result.chosenSchedule?.cutoverFinish == chosen.finish)
        let bound = chosen.lowerBound ?? chosen.cost
        #expect(bound <= .init(cheapest), "seed \(seed) \(date)")
        count += 1
        if chosen.lowerBound == nil { proved += 1 }
      }
    }
    // Where lengths on other calendars depend on dates, a gap may be left: not often.
    #expect(proved * 3 >= count * 2, "\(proved) of \(count)")
  }
}

/// Random prices of plans, and all ways to spend them.
enum RandomPrices {
  static func add(
    to plan: inout Plan, isMixed: Bool = true, most: Int = 5, using random: inout SplitMix64
  ) {
    var left = most
    for index in plan.tasks.indices where left > 0 {
      guard let duration = plan.tasks[index].duration, !plan.tasks[index].isSummary,
        duration.thousandths >= 2000, duration.unit == .days || duration.unit == .elapsedDays,
        Int.random(in: 0..<4, using: &random) > 0
      else { continue }
      left -= 1
      let days = duration.thousandths / 1000
      let price = Int64.random(in: 1...9, using: &random)
      func shorter(by count: Int64) -> PlanDuration {
        PlanDuration(thousandths: (days - count) * 1000, duration.unit)
      }
      if isMixed, Int.random(in: 0..<3, using: &random) == 0 {
        plan.tasks[index].modes = [
          .init(duration: duration, cost: 0), .init(duration: shorter(by: 1), cost: price * 2),
          .init(duration: shorter(by: 2), cost: price * 3),
        ]
      } else {
        plan.tasks[index].crash = [
          .init(duration: shorter(by: 1), cost: price),
          .init(
            duration: shorter(by: 2),
            cost: 2 * price + Int64.random(in: 0...4, using: &random)),
        ]
      }
    }
  }

  /// By real finish of the cutover, what it costs at least in whole days.
  static func leastCosts(of plan: Plan, _ calendars: CalendarCache) -> [Instant: Int64] {
    var least: [Instant: Int64] = [:]
    forEachChoice(of: plan) { changed, cost in
      guard let finish = changed.finishOfCutover(calendars: calendars) else { return }
      least[finish] = min(least[finish] ?? cost, cost)
    }
    return least
  }

  /// Every way to do the tasks in whole days.
  static func forEachChoice(of plan: Plan, _ body: (Plan, Int64) -> Void) {
    let options = plan.crashOptions()
    func go(_ place: Int, _ plan: Plan, _ cost: Int64) {
      guard place < options.count else { return body(plan, cost) }
      for point in options[place].points {
        var next = plan
        next.tasks[options[place].task].duration = point.duration
        go(place + 1, next, cost + point.cost)
      }
    }
    go(0, plan, 0)
  }
}
