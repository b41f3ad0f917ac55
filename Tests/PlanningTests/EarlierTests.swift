import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// What would make a date a day earlier, against all days off that can be taken.
struct EarlierTests {
  @Test func `days off that are enough, alone or together`() throws {
    var (alone, together) = (0, 0)
    for seed in 0..<100 {
      var random = SplitMix64(seed: UInt64(seed))
      let plan = RandomPlan.ofDays(count: 8, using: &random)
      let schedule = try plan.scheduled()
      let last = plan.tasks.count - 1
      let part = try #require(schedule.explanation(of: last).parts.first)
      let changes = DaysOff.all(of: plan)
      let singles = try changes.filter { try isEarlier(plan, with: [$0], last, than: schedule) }
      let found = part.earlier.alone.map(\.change).filter(\.isDayOff)
      #expect(Set(found) == Set(singles), "seed \(seed)")
      #expect(part.earlier.tried == part.earlier.possible)
      if !singles.isEmpty {
        #expect(part.earlier.together == nil)
        alone += 1
        continue
      }
      let smallest = try (2...4).first { count in
        try DaysOff.sets(of: changes, count: count).contains {
          try isEarlier(plan, with: $0, last, than: schedule)
        }
      }
      if let set = part.earlier.together {
        together += 1
        #expect(try isEarlier(plan, with: set.changes, last, than: schedule), "seed \(seed)")
        let least = try #require(smallest)
        #expect(set.changes.count >= least && set.tiedPaths <= least, "seed \(seed)")
        #expect(!set.isSmallest || set.changes.count == least, "seed \(seed)")
      } else {
        #expect(smallest == nil, "seed \(seed)")
      }
    }
    #expect(alone > 30)
    #expect(together > 5)
  }

  private func isEarlier(
    _ plan: Plan, with changes: [Alteration], _ task: Int, than schedule: PlanSchedule
  ) throws -> Bool {
    let changed = changes.reduce(plan) { $0.altered(by: $1) }
    return try changed.scheduled().tasks[task].start.date < schedule.tasks[task].start.date
  }

  @Test func `three paths that tie need three days off`() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("a", "4d"), task("b", "4d"), task("c", "4d"), task("end", "2d", after: ["a", "b", "c"]),
    ]
    let start = try #require(try plan.scheduled().explanation(of: 3).parts.first)
    let set = try #require(start.earlier.together)
    #expect(set.changes.count == 3 && set.tiedPaths == 3 && set.isSmallest)
    // For an earlier finish a day off the task itself does.
    let finish = try #require(try plan.scheduled().explanation(of: 3, aim: .finish).parts.first)
    #expect(finish.earlier.together == nil)
    let alone = finish.earlier.alone.map(\.change)
    #expect(
      alone.contains(.shorten(task: 3, from: PlanDuration(2, .days), to: PlanDuration(1, .days))))
  }

  @Test func `a summary finishes earlier when all that ends it does`() throws {
    var plan = smallPlan()
    plan.tasks = [
      summary("both"), task("a", "4d", parent: 0), task("b", "4d", parent: 0),
      task("c", "1d", parent: 0),
    ]
    let parts = try plan.scheduled().explanation(of: 0).parts
    #expect(parts.map(\.aim) == [.start, .finish])
    let finish = try #require(parts.last)
    #expect(finish.leaf == 1)
    #expect(!finish.earlier.alone.contains { $0.change.isDayOff })
    let set = try #require(finish.earlier.together)
    #expect(set.isSmallest)
    #expect(
      set.changes
        == [1, 2].map {
          .shorten(task: $0, from: PlanDuration(4, .days), to: PlanDuration(3, .days))
        })
  }

  @Test func `a window swallows a day, and the one before must be reached`() throws {
    var plan = smallPlan()
    var nights = WorkCalendar.continuous
    // Ten days from Monday 15 June on, and two from 1 August on.
    nights.windows = [
      .init(
        start: Instant(CivilDate(dayNumber: 20_619)), end: Instant(CivilDate(dayNumber: 20_629))),
      .init(
        start: Instant(CivilDate(dayNumber: 20_666)), end: Instant(CivilDate(dayNumber: 20_676))),
    ]
    plan.calendars = [.init(id: "nights", name: LocalizedText("nights"), calendar: nights)]
    plan.tasks = [
      task("build", "25d"), task("change", "48h", after: ["build"]),
    ]
    plan.tasks[1].calendar = "nights"
    let schedule = try plan.scheduled()
    let part = try #require(schedule.explanation(of: 1).parts.first)
    #expect(part.earlier.alone.allSatisfy { !$0.change.isDayOff })
    #expect(part.earlier.together == nil)
    let reach = try #require(part.earlier.reaches.first)
    #expect(reach.task == 1)
    #expect(reach.window == nights.windows?[1] && reach.previous == nights.windows?[0])
    // The change takes the last two days of the window; from its start to the end of the build
    // there are nine working days.
    #expect(reach.readyBy == Instant(CivilDate(dayNumber: 20_627)))
    #expect(reach.missing == 9 * 480)
    let kinds = part.earlier.alone.map(\.change)
    #expect(kinds.contains { if case .widenWindow(1, 0, _) = $0 { true } else { false } })
    #expect(kinds.contains { if case .unlink(1, 0) = $0 { true } else { false } })
  }

  @Test func `a constraint can be moved or dropped, what happened cannot`() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "2d"), task("b", "1d", after: ["a"])]
    let date = Instant(CivilDate(dayNumber: 20_615), minuteOfDay: 540)
    plan.tasks[0].constraints = [TaskConstraint(.startNoEarlierThan, date)]
    let moved = try #require(try plan.scheduled().explanation(of: 1).parts.first)
    let kinds = moved.earlier.alone.map(\.change)
    #expect(kinds.contains(.dropConstraint(task: 0, plan.tasks[0].constraints[0])))
    #expect(kinds.contains { if case .moveConstraint(0, _, _) = $0 { true } else { false } })
    plan.tasks[0].constraints = []
    plan.statusDate = date
    plan.tasks[0].progress = .init(started: plan.start, finished: date)
    let done = try #require(try plan.scheduled().explanation(of: 0).parts.first)
    #expect(done.earlier.possible == 0 && done.earlier.alone.isEmpty)
  }

  @Test func `the number of trials is bounded`() throws {
    var plan = smallPlan()
    for index in 0..<200 {
      plan.tasks.append(task("t\(index)", "2d", after: index == 0 ? [] : ["t\(index - 1)"]))
    }
    let part = try #require(
      try plan.scheduled().explanation(of: 199, effort: 30 * 200).parts.first)
    #expect(part.earlier.tried == 30)
    #expect(part.earlier.possible > 500)
    #expect(part.steps.count == 200)
  }

  @Test(arguments: [
    ("3d", "2d"), ("1d", nil), ("2w", "9d"), ("12h", "4h"), ("4h", nil), ("3ed", "2ed"),
    ("1ew", "6ed"), ("P2M", "P1M"), ("P1M", nil), ("1mo", "19d"), ("1.5d", "0.5d"),
  ])
  func aDayLess(stated: String, shorter: String?) throws {
    let duration = try #require(PlanDuration(stated))
    #expect(duration.aDayShorter(WorkUnits())?.text == shorter)
  }
}

/// Every day off of a plan.
private enum DaysOff {
  static func all(of plan: Plan) -> [Alteration] {
    var result: [Alteration] = []
    for (index, task) in plan.tasks.enumerated() {
      if let duration = task.duration, let shorter = duration.aDayShorter(plan.units) {
        result.append(.shorten(task: index, from: duration, to: shorter))
      }
      for (link, stated) in task.after.enumerated() {
        guard case .time(let lag) = stated.lag, let less = lag.aDayShorter(plan.units) else {
          continue
        }
        result.append(.shortenLag(task: index, dependency: link, to: .time(less)))
      }
    }
    return result
  }

  static func sets(of changes: [Alteration], count: Int) -> [[Alteration]] {
    if count == 0 { return [[]] }
    return changes.indices.flatMap { index in
      sets(of: Array(changes[(index + 1)...]), count: count - 1).map { [changes[index]] + $0 }
    }
  }
}
