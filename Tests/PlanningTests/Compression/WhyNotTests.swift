import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// The proof that a date cannot be had.
struct WhyNotTests {
  @Test(arguments: 0..<60)
  func thePathIsWithoutGaps(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let plan = RandomPlan.ofEverything(count: 20, using: &random)
    let schedule = try plan.scheduled()
    let path = CompressedPath(schedule, shortened: [])
    var time = plan.start
    for part in path.parts {
      #expect(part.start == time)
      #expect(part.minutes > 0)
      time = Instant(minutes: time.minutes + Int32(part.minutes))
    }
    #expect(schedule.path.isEmpty || time == max(plan.start, schedule.cutoverFinish))
    #expect(path.total == Int64(time.minutes - plan.start.minutes))
    for sums in [
      path.byKind.map(\.minutes), path.byDriver(plan).map(\.minutes),
      path.byOwner(plan).map(\.minutes),
    ] { #expect(sums.reduce(0, +) == path.total) }
  }

  @Test func everyKindIsTold() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("a", "5d"), task("b", "5d", after: ["a FS+3ed"]), task("c", "2d", after: ["b"]),
    ]
    plan.tasks[0].crash = [.init(duration: PlanDuration(4, .days), cost: 10)]
    plan.tasks[0].drivers = ["D1", "D2"]
    plan.tasks[1].owner = "retail"
    plan.tasks[0].constraints = [
      .init(.startNoEarlierThan, Instant(CivilDate(dayNumber: 20_609)))
    ]
    let answer = try plan.whyNot(by: Instant(CivilDate(dayNumber: 20_610)))
    #expect(!answer.isPossible && !answer.isMet)
    let kinds = Set(answer.path.parts.map(\.kind))
    #expect(kinds.isSuperset(of: [.shortened, .lag, .fixed, .date]))
    #expect(answer.costOfEverything == 10)
    #expect(answer.path.byDriver(answer.earliest.plan).map(\.driver) == ["D1", "D2", nil])
  }

  @Test func publishedLimitsAreSharesOfThePlan() throws {
    var plan = CrashCase.continuousPlan()
    plan.tasks = [task("a", "100d")]
    let day = Int32(1440)
    func answer(_ days: Int32) throws -> WhyNot {
      try plan.whyNot(by: Instant(minutes: plan.start.minutes + days * day))
    }
    #expect(try answer(80).limits.map(\.isBroken) == [false, false, true])
    #expect(try answer(72).limits.map(\.isBroken) == [true, false, true])
    #expect(try answer(69).limits.map(\.isBroken) == [true, true, true])
    #expect(try answer(69).limits.map(\.asked) == [690, 690, 690])
    #expect(
      try answer(69).limits[0].date == Instant(minutes: plan.start.minutes + 75 * day))
    #expect(try answer(100).isMet)
  }

  @Test func theCheapestLeversAreFound() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "10d"), task("b", "10d", after: ["a"])]
    plan.levers = [
      lever("quick", cost: 100, "a", -4), lever("cheap", cost: 10, "a", -2),
      lever("other", cost: 30, "b", -3), lever("late", cost: 1, "b", 5),
    ]
    let schedule = try plan.scheduled()
    let date = try #require(schedule.cutoverFinish(earlierBy: PlanDuration(5, .days)))
    let answer = try plan.whyNot(by: date)
    #expect(answer.levers?.levers == ["cheap", "other"])
    #expect(answer.levers?.cost == 40)
    #expect(answer.triedAllLevers)
    #expect(try #require(answer.levers).finish <= date)
    #expect(answer.best <= date)
  }

  @Test func alternativesHaveOtherLevers() throws {
    var plan = smallPlan()
    plan.tasks = (0..<10).map { task("t\($0)", "5d", after: $0 == 0 ? [] : ["t\($0 - 1)"]) }
    plan.levers = (0..<10).map { lever("l\($0)", cost: 10 + Int64($0), "t\($0)", -1) }
    let date = try #require(
      try plan.scheduled().cutoverFinish(earlierBy: PlanDuration(3, .days)))
    let answer = try plan.whyNot(by: date)
    #expect(answer.triedAllLevers)
    #expect(
      answer.ways.map(\.levers) == [["l0", "l1", "l2"], ["l0", "l1", "l3"], ["l0", "l1", "l4"]])
    #expect(answer.ways.map { $0.cost.rounded() } == [33, 34, 35])
    #expect(answer.ways.allSatisfy { $0.finish <= date && $0.lowerBound == nil })
    #expect(answer.levers?.levers == ["l0", "l1", "l2"])
  }

  /// Up to three ways, against every set of levers and every combination of whole days.
  @Test(arguments: 0..<20) func waysAreTheCheapest(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(65_000 + seed))
    var plan = RandomLevers.plain(tasks: 6, levers: 4, using: &random)
    RandomPrices.add(to: &plan, isMixed: false, most: 3, using: &random)
    let now = try plan.scheduled().cutoverFinish
    let earliest = try #require(try plan.accelerated().points.last?.finish)
    for days in 1...4 {
      let date = Instant(minutes: now.minutes - Int32(days) * 1440)
      let answer = try plan.whyNot(by: date)
      #expect(answer.ways.isEmpty == (earliest > date), "seed \(seed), \(days)")
      if earliest > date, earliest < now {
        // Where shorter tasks alone are as early, no lever is named.
        let nearest = answer.levers?.finishAtShortest ?? answer.earliest.cutoverFinish
        #expect(nearest.startOfItsDay == earliest.startOfItsDay)
      }
      var sets: [Set<String>] = []
      var withoutLevers: PlanCompression.ExactAmount?
      for way in answer.ways {
        // The cheapest of all sets that hold no set before it.
        var least: PlanCompression.ExactAmount?
        for bits in 0..<(1 << plan.levers.count) {
          let ids = plan.levers.indices.filter { bits & (1 << $0) != 0 }.map { plan.levers[$0].id }
          let isOther = sets.allSatisfy {
            $0.isEmpty ? !ids.isEmpty : !$0.isSubset(of: Set(ids))
          }
          guard isOther, let changed = try? plan.applying(ids.map { .lever($0) }),
            let chosen = try changed.compressed(to: .date(date)).chosen,
            withoutLevers.map({ chosen.cost < $0 }) ?? true
          else { continue }
          let own = plan.levers.filter { ids.contains($0.id) }.reduce(0) { $0 + $1.cost }
          let cost = PlanCompression.ExactAmount(own) + chosen.cost
          least = min(least ?? cost, cost)
        }
        #expect(way.cost == least, "seed \(seed), \(days)")
        sets.append(Set(way.levers))
        if way.levers.isEmpty { withoutLevers = way.crashCost }
      }
    }
  }

  @Test func modulesGiveChangesOfTheStructure() throws {
    let plan = SystemPlans.two()
    let date = Instant(minutes: plan.start.minutes + 60 * 1440)
    let answer = try plan.whyNot(by: date)
    #expect(!answer.isPossible)
    var finish = answer.earliest.cutoverFinish
    for step in answer.structure {
      #expect(step.finish <= finish)
      #expect(step.ready <= step.finish)
      finish = step.finish
    }
    #expect(answer.best <= finish)
    let stopped = try plan.whyNot(by: date, shouldStop: { true })
    #expect(stopped.structure.isEmpty)
    #expect(stopped.earliest.cutoverFinish == answer.earliest.cutoverFinish)
  }

  private func lever(_ id: String, cost: Int64, _ task: String, _ days: Int) -> Lever {
    Lever(
      id: id, name: LocalizedText(id), cost: cost,
      changes: [
        .duration(.init(id: task), .add(PlanDuration(days, .days)))
      ])
  }
}
