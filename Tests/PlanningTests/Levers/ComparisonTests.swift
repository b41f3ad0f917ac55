import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Effects of levers, drag, scenarios side by side, and the difference of two plans.
struct ComparisonTests {
  private func lever(
    _ id: String, _ changes: [Change], cost: Int64 = 1, requires: [String] = [],
    excludes: [String] = []
  ) -> Lever {
    Lever(
      id: id, name: LocalizedText(id), cost: cost, changes: changes, requires: requires,
      excludes: excludes)
  }

  /// a (10 days) and b (8 days) side by side, then c (1 day).
  private func plan() -> Plan {
    var plan = smallPlan()
    plan.tasks = [task("a", "10d"), task("b", "8d"), task("c", "1d", after: ["a", "b FS+1d"])]
    plan.cutover = "c"
    plan.levers = [
      lever("a5", [.duration(.init(id: "a"), .set(PlanDuration(5, .days)))]),
      lever("b4", [.duration(.init(id: "b"), .set(PlanDuration(4, .days)))]),
      lever("more", [.duration(.init(id: "c"), .set(PlanDuration(0, .days)))], requires: ["a5"]),
    ]
    plan.scenarios = [
      Scenario(id: "both", name: LocalizedText("both"), apply: [.lever("a5"), .lever("b4")]),
      Scenario(id: "one", name: LocalizedText("one"), apply: [.lever("b4")]),
    ]
    return plan
  }

  @Test func leversAloneAndInPairs() throws {
    let effects = try plan().leverEffects()
    #expect(effects.alone.map { $0.result?.gainedMinutes } == [480, 0, 480])
    #expect(effects.alone[2].with == ["a5"])
    #expect(effects.pairs.count == 2)
    let pair = effects.pairs.first { $0.first == 0 && $0.second == 1 }
    #expect(pair?.together == Int32(2400))
    #expect(pair?.difference == Int32(1920))
  }

  /// Each pair against the plan with both applied.
  @Test(arguments: 0..<30) func pairsAreThoseOfTheAppliedPlans(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(300 + seed))
    let plan = RandomLevers.plan(tasks: 6, levers: 5, using: &random)
    guard (try? plan.scheduled()) != nil else { return }
    let effects = try plan.leverEffects()
    for pair in effects.pairs {
      var ids = Set([pair.first, pair.second].map { plan.levers[$0].id })
      for lever in [pair.first, pair.second] { ids.formUnion(effects.alone[lever].with) }
      let steps = plan.levers.map(\.id).filter(ids.contains).map { Scenario.Step.lever($0) }
      let result = try WhatIfResult.compare(plan, applying: steps)
      #expect(result.gainedMinutes == pair.together)
      #expect(result.after.cutoverFinish == pair.finish)
    }
  }

  @Test func dragOfTasksAndLags() throws {
    var plan = plan()
    plan.tasks[1].duration = PlanDuration(9, .days)
    let analysis = try plan.scheduled().dragAnalysis()
    // a (10 days) ties with b (9 days) and its lag: neither alone holds the cutover back.
    #expect(analysis.items.map(\.subject) == [.task(2)])
    plan.tasks[0].duration = PlanDuration(7, .days)
    let other = try plan.scheduled().dragAnalysis()
    #expect(
      other.items.map(\.subject)
        == [.task(1), .task(2), .lag(task: 2, dependency: 1)])
    #expect(other.items.map(\.drag) == [3 * 480, 480, 480])
  }

  /// The drag of every task by scheduling the plan without its duration: tasks off the driving path
  /// have none, those on it the stated one.
  @Test(arguments: 0..<60) func dragAgainstEveryTask(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(700 + seed))
    let plan = RandomPlan.ofDays(count: 10, using: &random)
    let schedule = try plan.scheduled()
    let analysis = schedule.dragAnalysis()
    for index in plan.tasks.indices {
      var without = plan
      without.tasks[index].duration = .zero
      let finish = try without.scheduled().cutoverFinish
      let elapsed = analysis.items.first { $0.subject == .task(index) }?.elapsed ?? 0
      #expect(elapsed == schedule.cutoverFinish.minutes - finish.minutes, "task \(index)")
    }
  }

  @Test func closedDaysHaveDrag() throws {
    var plan = plan()
    var calendar = WorkCalendar.standard
    let monday = plan.start.date.dayNumber / 7 * 7
    let day = (monday...monday + 20).first {
      CivilDate(dayNumber: $0).isoWeekday == 3 && $0 > plan.start.date.dayNumber
    }
    let closed = CivilDate(dayNumber: try #require(day))
    calendar.closed = [.init(closed, closed)]
    plan.calendars = [.init(id: "office", name: LocalizedText("office"), calendar: calendar)]
    plan.calendar = "office"
    let analysis = try plan.scheduled().dragAnalysis()
    let item = analysis.items.first { $0.subject == .closed(first: closed, last: closed) }
    #expect(item?.drag == 480)
  }

  @Test func scenariosAreRanked() {
    let table = plan().scenarioTable()
    #expect(table.rows.map(\.scenario) == ["both", nil, "one"])
    #expect(table.rows.map(\.behind) == [0, 5 * 480, 5 * 480])
    #expect(table.rows.map { $0.result?.cost } == [2, 0, 1])
  }

  @Test func aDifferenceNamesWhatChanged() throws {
    let plan = plan()
    var other = plan
    other.tasks[0].duration = PlanDuration(12, .days)
    other.tasks[1].owner = "x"
    other.tasks.append(task("d", "1d"))
    other.levers[0].cost = 9
    other.levers.removeLast()
    let difference = PlanDifference(try plan.scheduled(), try other.scheduled())
    #expect(difference.cutoverMovedWorking == 2 * 480)
    #expect(difference.tasks.map(\.id) == ["a", "c", "b", "d"])
    #expect(difference.tasks.map(\.fields) == [[.duration], [], [.owner], []])
    #expect(difference.tasks.map(\.mark) == [.changed, .changed, .changed, .added])
    #expect(difference.others.map(\.id) == ["a5", "more"])
    #expect(difference.others.map(\.mark) == [.changed, .removed])
    let none = PlanDifference(try plan.scheduled(), try plan.scheduled())
    #expect(none.tasks.isEmpty && none.others.isEmpty && none.joinedPath.isEmpty)
  }

  @Test func anAppliedPlanGoesOnWithoutItsLevers() throws {
    var plan = plan()
    plan.levers.append(lever("rival", [], excludes: ["a5"]))
    let changed = try plan.applying([.lever("a5")])
    let written = changed.withoutApplied([plan.levers[0]])
    #expect(written.levers.map(\.id) == ["b4", "more"])
    #expect(written.levers[1].requires.isEmpty)
    #expect(written.scenarios.map(\.id) == ["both", "one"])
    #expect(written.scenarios[0].apply == [.lever("b4")])
    #expect(try written.scheduled().cutoverFinish == changed.scheduled().cutoverFinish)
  }

  @Test func expectedReworkIsCountedAndMovesNothing() throws {
    var plan = plan()
    plan.levers[0].changes.append(
      .rework(from: "a", to: "c", probability: 30_000, delay: PlanDuration(20, .days)))
    #expect(plan.levers[0].expectedRework(plan) == Int64(2880))
    #expect(plan.levers[1].expectedRework(plan) == nil)
    let result = try WhatIfResult.compare(plan, applying: [.lever("a5")])
    #expect(result.gainedMinutes == 480)
  }

  @Test func aStoppedSearchStatesItsBounds() throws {
    let front = try plan().leverFront(isOutOfTime: { true })
    let gap = try #require(front.gap)
    #expect(gap.costBound == 0)
    let best = try plan().leverFront().points.last
    let bound = try #require(gap.dateBound)
    #expect(bound <= (try #require(best)).finish)
  }
}
