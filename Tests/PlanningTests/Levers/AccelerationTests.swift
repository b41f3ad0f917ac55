import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Levers and shorter tasks together, against every subset and every combination of whole days.
struct AccelerationTests {
  /// By real finish, the least cost over all sets of levers and all durations in whole days.
  private func leastCosts(_ plan: Plan, _ calendars: CalendarCache) throws -> [Instant: Int64] {
    var least: [Instant: Int64] = [:]
    func work(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    for bits in 0..<(1 << plan.levers.count) {
      let chosen = plan.levers.indices.filter { bits & (1 << $0) != 0 }.map { plan.levers[$0] }
      guard let changed = try? plan.applying(chosen.map { Scenario.Step.lever($0.id) }) else {
        continue
      }
      let own = chosen.reduce(0) { $0 + $1.cost } + work(changed) - work(plan)
      for (finish, cost) in RandomPrices.leastCosts(of: changed, calendars) {
        least[finish] = min(least[finish] ?? cost + own, cost + own)
      }
    }
    return least
  }

  /// What a date costs at least, set by set: levers applied, then the plan alone compressed.
  private func leastCost(
    _ plan: Plan, by date: Instant, _ calendars: CalendarCache
  ) throws -> PlanCompression.ExactAmount? {
    var least: PlanCompression.ExactAmount?
    func work(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    for bits in 0..<(1 << plan.levers.count) {
      let chosen = plan.levers.indices.filter { bits & (1 << $0) != 0 }.map { plan.levers[$0] }
      guard let changed = try? plan.applying(chosen.map { Scenario.Step.lever($0.id) }),
        let way = try changed.compressed(to: .date(date), calendars: calendars).chosen
      else { continue }
      let own = chosen.reduce(0) { $0 + $1.cost } + work(changed) - work(plan)
      let cost = PlanCompression.ExactAmount(own) + way.cost
      least = min(least ?? cost, cost)
    }
    return least
  }

  private func check(_ plan: Plan, isPlain: Bool, _ comment: Comment) throws -> (Int, Int) {
    let calendars = CalendarCache()
    guard (try? plan.scheduled(calendars: calendars)) != nil else { return (0, 0) }
    let least = try leastCosts(plan, calendars)
    var (count, proved) = (0, 0)
    for date in least.keys.sorted() {
      let cheapest = try #require(least.filter { $0.key <= date }.map(\.value).min())
      let front = try plan.accelerated(to: .date(date), calendars: calendars)
      #expect(front.gap == nil)
      let point = try #require(front.points.first, comment)
      #expect(point.finish <= date, comment)
      #expect((point.lowerBound ?? point.cost) <= .init(cheapest), comment)
      if isPlain, count < 5 {
        #expect(try point.cost == leastCost(plan, by: date, calendars), comment)
      }
      try verify(point, plan, calendars, comment)
      count += 1
      if point.lowerBound == nil { proved += 1 }
    }
    if let first = least.keys.min() {
      let before = Instant(minutes: first.minutes - 1)
      let front = try plan.accelerated(to: .date(before), calendars: calendars)
      if let point = front.points.first { #expect(point.finish <= before, comment) }
      if isPlain { #expect(front.points.isEmpty, comment) }
    }
    return (count, proved)
  }

  /// The point, done by hand: levers applied, tasks shortened, dates and costs added up.
  private func verify(
    _ point: AccelerationFront.Point, _ plan: Plan, _ calendars: CalendarCache, _ comment: Comment
  ) throws {
    var changed = try plan.applying(point.levers.map { .lever($0) })
    let levers = plan.levers.filter { point.levers.contains($0.id) }
    #expect(point.leverCost == levers.reduce(0) { $0 + $1.cost }, comment)
    func work(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    #expect(point.workCost == work(changed) - work(plan), comment)
    var sum = PlanCompression.ExactAmount.zero
    for item in point.shorter {
      let index = try #require(changed.tasks.firstIndex { $0.id == item.task })
      #expect(changed.tasks[index].duration == item.from, comment)
      changed.tasks[index].duration = item.to
      sum = sum + item.cost
    }
    #expect(sum == point.crashCost, comment)
    #expect(try changed.scheduled(calendars: calendars).cutoverFinish == point.finish, comment)
  }

  @Test(arguments: 0..<40) func plainPlans(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(60_000 + seed))
    var plan = RandomLevers.plain(tasks: 5 + seed % 4, levers: 2 + seed % 4, using: &random)
    RandomPrices.add(to: &plan, isMixed: false, most: 4, using: &random)
    _ = try check(plan, isPlain: true, "seed \(seed)")
  }

  @Test(arguments: 0..<8) func plansWithEverything(part: Int) throws {
    var (count, proved) = (0, 0)
    for seed in part * 5..<part * 5 + 5 {
      var random = SplitMix64(seed: UInt64(61_000 + seed))
      var plan = RandomLevers.plan(tasks: 4 + seed % 4, levers: 2 + seed % 3, using: &random)
      RandomPrices.add(to: &plan, most: 3, using: &random)
      let found = try check(plan, isPlain: false, "seed \(seed)")
      (count, proved) = (count + found.0, proved + found.1)
    }
    #expect(proved * 2 >= count, "\(proved) of \(count)")
  }

  /// A front and a budget say the same as dates one by one.
  @Test(arguments: 0..<10) func frontsAgreeWithDates(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(62_000 + seed))
    var plan = RandomLevers.plain(tasks: 8, levers: 5, using: &random)
    RandomPrices.add(to: &plan, isMixed: false, most: 5, using: &random)
    let front = try plan.accelerated()
    #expect(front.gap == nil && front.step == 1)
    let earliest = try #require(front.earliest)
    for (before, point) in zip(front.points, front.points.dropFirst()) {
      #expect(before.cost < point.cost && before.finish > point.finish)
    }
    for point in front.points {
      let alone = try plan.accelerated(to: .date(point.finish))
      #expect(alone.points.first?.cost == point.cost)
      #expect(point.finish >= earliest)
      guard point.cost.denominator == 1 else { continue }
      let within = try plan.accelerated(to: .budget(point.cost.numerator))
      #expect(within.points.first?.finish.startOfItsDay == point.finish.startOfItsDay)
    }
  }

  /// Without levers it is the compression alone; with no prices the levers alone.
  @Test(arguments: 0..<20) func partsAgree(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(63_000 + seed))
    var plan = RandomLevers.plain(tasks: 7, levers: 4, using: &random)
    let levers = try plan.leverFront()
    for point in levers.points {
      let both = try plan.accelerated(to: .date(point.finish))
      #expect(both.points.first?.cost == .init(point.cost))
    }
    plan.levers = []
    RandomPrices.add(to: &plan, isMixed: false, using: &random)
    for point in try plan.compressed().points {
      let both = try plan.accelerated(to: .date(point.finish))
      #expect(both.points.first?.cost == point.cost)
    }
  }

  @Test func aSearchThatIsStoppedSaysSo() throws {
    var random = SplitMix64(seed: 64_000)
    var plan = RandomLevers.plain(tasks: 9, levers: 6, using: &random)
    RandomPrices.add(to: &plan, isMixed: false, using: &random)
    let whole = try plan.accelerated()
    let last = try #require(whole.points.last)
    let stopped = try plan.accelerated(to: .date(last.finish), isOutOfTime: { true })
    let gap = try #require(stopped.gap)
    #expect(try #require(gap.costBound) <= last.cost)
    #expect(stopped.points.isEmpty)
  }
}
