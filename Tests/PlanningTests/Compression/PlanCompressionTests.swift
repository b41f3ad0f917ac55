import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// The time-cost curve of plans.
struct PlanCompressionTests {
  @Test(arguments: CrashCase.all)
  func theSharedCasesGiveTheirCurves(case item: CrashCase) throws {
    let result = try item.plan.compressed()
    #expect(result.isComplete)
    #expect(result.points.map { [$0.duration / 1440, $0.cost.rounded()] } == item.points)
    #expect(result.points.allSatisfy { $0.isOnAxis && $0.cost.denominator > 0 })
    for (before, point) in zip(result.points, result.points.dropFirst()) {
      let change = point.changes.reduce(Int64(0)) { $0 + $1.cost.rounded() }
      #expect(before.cost.rounded() + change == point.cost.rounded())
    }
  }

  @Test func thereAreCases() { #expect(CrashCase.all.count >= 22) }

  @Test func aSearchThatIsStoppedSaysSo() throws {
    let item = try #require(CrashCase.all.first { $0.isDiscrete && $0.points.count > 50 })
    let whole = try item.plan.compressed()
    let stopped = try item.plan.compressed(shouldStop: { _ in true })
    #expect(!stopped.isComplete)
    #expect(stopped.points.contains { $0.lowerBound != nil })
    for point in stopped.points {
      let bound = (point.lowerBound ?? point.cost).rounded()
      let least = try #require(
        whole.points.filter { $0.duration <= point.duration }.map { $0.cost.rounded() }.min())
      #expect(bound <= least && least <= point.cost.rounded())
    }
  }

  /// Random plans of a few tasks, with prices: what every combination of durations costs and when it
  /// really ends.
  @Test(arguments: 0..<40)
  func smallPlansAreSolvedExactly(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let plan = randomPlan(&random, count: 5, isMixed: seed.isMultiple(of: 2))
    let result = try plan.compressed()
    #expect(result.isComplete)
    // By real finish, the least cost.
    var least: [Instant: Int64] = [:]
    try forEachChoice(of: plan) { changed, cost in
      let finish = try changed.scheduled().finish
      least[finish] = min(least[finish] ?? cost, cost)
    }
    let dates = least.keys.sorted()
    let earliest = try #require(dates.first)
    #expect(result.points.last?.finish == earliest)
    for date in dates {
      let cheapest = try #require(least.filter { $0.key <= date }.map(\.value).min())
      let answer = try plan.compressed(to: .date(date))
      let chosen = try #require(answer.chosen)
      #expect(chosen.cost.rounded() == cheapest, "\(date)")
      #expect(chosen.finish <= date)
      #expect(answer.chosenSchedule?.finish == chosen.finish)
      let within = try #require(try plan.compressed(to: .budget(cheapest)).chosen)
      #expect(within.cost.rounded() <= cheapest)
      #expect(within.finish <= date)
    }
    let before = Instant(minutes: earliest.minutes - 1)
    #expect(try plan.compressed(to: .date(before)).chosen == nil)
  }

  @Test(arguments: 0..<30)
  func everyBreakpointIsProved(seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 1000)
    var plan = randomPlan(&random, count: 30, isMixed: false)
    if seed.isMultiple(of: 3) { plan.cutover = plan.tasks[20].id }
    let work = try CompressionWork(
      plan, derives: false, calendars: CalendarCache(), shouldStop: { _ in false })
    let compression = try Compression(work.model.problem)
    let curve = compression.curve(withCertificates: true)
    for index in curve.points.indices {
      let project = try #require(compression.project(on: curve, at: index))
      let violations = CompressionCheck.violations(of: project, in: work.model.problem)
      #expect(violations.isEmpty, "\(violations)")
    }
    let result = try plan.compressed()
    #expect(result.points.count == curve.points.count)
    #expect(result.points.allSatisfy { $0.isOnAxis })
    #expect(result.points.first?.finish == result.now.cutoverFinish)
    #expect(result.points.last?.finish == result.shortestSchedule.cutoverFinish)
  }

  @Test(arguments: 0..<40)
  func realDatesAreThoseOfTheScheduler(seed: UInt64) throws {
    var random = SplitMix64(seed: seed &+ 2000)
    var plan = RandomPlan.ofEverything(count: 20, using: &random)
    addPrices(&plan, &random)
    let result = try plan.compressed()
    #expect(result.points.first?.finish == result.now.cutoverFinish)
    for point in result.points {
      var changed = result.now.plan
      for (option, duration) in zip(result.options, point.durations) {
        if let duration { changed.tasks[option.task].duration = duration }
      }
      #expect(try changed.scheduled().cutoverFinish == point.finish)
    }
    if let last = result.points.last, last.finish < result.now.cutoverFinish {
      let chosen = try #require(try plan.compressed(to: .date(last.finish)).chosen)
      #expect(chosen.finish <= last.finish)
      #expect(chosen.cost.rounded() <= last.cost.rounded())
    }
  }

  // MARK: Windows

  @Test func aWindowIsReachedFromADayOn() throws {
    var plan = smallPlan()
    let days = (0..<200).map { Instant(CivilDate(dayNumber: 20_605 + $0)) }
    var window = WorkCalendar(week: Array(repeating: [.init(start: 0, end: 1440)], count: 7))
    window.windows = [
      .init(start: days[60], end: days[62]), .init(start: days[100], end: days[102]),
    ]
    plan.calendars = [.init(id: "window", name: LocalizedText("window"), calendar: window)]
    plan.tasks = [task("build", "60d"), task("go", "2ed", after: ["build"])]
    plan.tasks[0].crash = [.init(duration: PlanDuration(20, .days), cost: 4000)]
    plan.tasks[1].calendar = "window"
    plan.cutover = "go"
    let result = try plan.compressed(to: .earlier(PlanDuration(1, .days)))
    #expect(result.now.cutoverFinish == days[102])
    let chosen = try #require(result.chosen)
    // On the last working day before the window ends the two days just begin in it.
    let inTime = Instant(minutes: days[62].minutes + 1080)
    #expect(chosen.finish == inTime)
    // A minute more misses the day.
    let build = try #require(chosen.durations[0])
    var longer = result.now.plan
    longer.tasks[0].duration = PlanDuration(
      thousandths: Int64(try #require(plan.units.minutes(of: build))) * 1000 + 1000, .minutes)
    #expect(try longer.scheduled().cutoverFinish == days[102])
    #expect(result.reached.map(\.finish) == [days[102], inTime, days[62]])
    #expect(result.reached[1].cost == chosen.cost)
    // More money than the window needs is not spent.
    let dear = try plan.compressed(to: .budget(4000)).chosen
    #expect(dear?.finish == days[62])
    #expect(dear?.cost == result.reached[2].cost)
    #expect(result.reached.allSatisfy { $0.lowerBound == nil })
    #expect(result.approximations.waiting == [1])
  }

  // MARK: Figures

  @Test func withoutPricesTheCurveIsAPoint() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "5d"), task("b", "5d", after: ["a"])]
    let result = try plan.compressed(to: .earlier(PlanDuration(1, .days)))
    #expect(result.points.count == 1)
    #expect(result.chosen == nil)
    #expect(result.limit.reason == .nothingToCompress)
    #expect(result.limit.path.map(\.task) == [0, 1])
    #expect(result.limit.path.map(\.duration) == [2400, 2400])
  }

  @Test func costsThatAreTooLargeAreRefused() {
    var plan = smallPlan()
    plan.tasks = [task("a", "5d")]
    plan.tasks[0].crash = [.init(duration: PlanDuration(4, .days), cost: 4_000_000_000_000)]
    #expect(throws: PlanCompressionError.costsTooLarge) { try plan.compressed() }
  }

  @Test func derivedFiguresFollowTheMultipliers() throws {
    var plan = SystemPlans.two()
    #expect(try plan.compressed(derives: true).options.isEmpty)
    #expect(try plan.compressed(derives: true).derivable > 0)
    plan.generation.rate = 1_000_000
    #expect(try plan.compressed().options.isEmpty)
    let result = try plan.compressed(derives: true)
    #expect(!result.options.isEmpty && result.derivable == 0)
    for option in result.options {
      let item = result.now.plan.tasks[option.task]
      let work = try #require(item.work)
      let effort = try #require(work.effort?.mode)
      let last = try #require(option.points.last)
      // 143 % of the effort for 75 % of the time, rounded up to days.
      #expect(last.cost == (effort * 430 + 500) / 1000 * 1000 || effort * 430 == last.cost)
      let normal = option.points[0].duration.thousandths / 1000
      #expect(last.duration.thousandths / 1000 == (normal * 3 + 3) / 4)
      #expect(work.kind.isCrashable)
    }
    let last = try #require(result.points.last)
    let band = try #require(result.band(of: last))
    #expect(band.tasks > 0 && band.beyondPutnam <= band.tasks)
    #expect(last.finish < result.now.cutoverFinish)
  }

  @Test func enteredFiguresBelowPublishedLimitsAreNamed() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "20d"), task("b", "20d"), task("c", "20d")]
    for (index, days) in [14, 13, 15].enumerated() {
      plan.tasks[index].crash = [.init(duration: PlanDuration(days, .days), cost: 100)]
    }
    let found = try plan.compressed().belowLimits
    #expect(found.map(\.task) == [0, 1])
    #expect(found.map(\.isBelowJUAS) == [false, true])
    #expect(found.allSatisfy { $0.isBelowCocomo2 })
  }

  // MARK: Random plans

  /// Work in days with links of all types; some tasks with prices, of mixed plans some with modes.
  private func randomPlan(
    _ random: inout SplitMix64, count: Int, isMixed: Bool
  ) -> Plan {
    var plan = smallPlan()
    for index in 0..<count {
      var item = task("t\(index)", "\(Int.random(in: 2...5, using: &random))d")
      for other in 0..<index where Int.random(in: 0..<max(2, count / 3), using: &random) == 0 {
        let type = LinkType.allCases.randomElement(using: &random) ?? .finishToStart
        item.after.append(
          .init(
            task: "t\(other)", type: type,
            lag: .time(PlanDuration(Int.random(in: 0...2, using: &random), .days))))
      }
      plan.tasks.append(item)
    }
    addPrices(&plan, &random, isMixed: isMixed)
    return plan
  }

  private func addPrices(_ plan: inout Plan, _ random: inout SplitMix64, isMixed: Bool = false) {
    for index in plan.tasks.indices {
      guard let duration = plan.tasks[index].duration, duration.unit == .days,
        duration.thousandths >= 2000, !plan.tasks[index].isSummary
      else { continue }
      let days = Int(duration.thousandths / 1000)
      let price = Int.random(in: 1...9, using: &random)
      if isMixed, Int.random(in: 0..<3, using: &random) == 0 {
        plan.tasks[index].modes = [
          .init(duration: duration, cost: 0),
          .init(duration: PlanDuration(days - 1, .days), cost: Int64(price * 2)),
          .init(duration: PlanDuration(max(0, days - 2), .days), cost: Int64(price * 3)),
        ]
      } else if Int.random(in: 0..<4, using: &random) > 0 {
        var points: [PlanTask.CrashPoint] = [
          .init(duration: PlanDuration(days - 1, .days), cost: Int64(price))
        ]
        if days > 2 {
          points.append(
            .init(
              duration: PlanDuration(days - 2, .days),
              cost: Int64(2 * price + Int.random(in: 0...4, using: &random))))
        }
        plan.tasks[index].crash = points
      }
    }
  }

  /// Every way to do the tasks in whole days.
  private func forEachChoice(of plan: Plan, _ body: (Plan, Int64) throws -> Void) throws {
    let options = plan.crashOptions()
    func go(_ place: Int, _ plan: Plan, _ cost: Int64) throws {
      guard place < options.count else { return try body(plan, cost) }
      for point in options[place].points {
        var next = plan
        next.tasks[options[place].task].duration = point.duration
        try go(place + 1, next, cost + point.cost)
      }
    }
    try go(0, plan, 0)
  }
}
