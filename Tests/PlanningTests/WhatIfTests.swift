import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Levers, settings, and what they do to the cutover.
struct WhatIfTests {
  /// a (10 days) and b (6 days) side by side, then the cutover c of one day.
  private func plan() -> Plan {
    var plan = smallPlan()
    plan.tasks = [task("a", "10d"), task("b", "6d"), task("c", "1d", after: ["a", "b"])]
    plan.cutover = "c"
    plan.levers = [
      Lever(
        id: "faster", name: LocalizedText("faster"), cost: 500,
        changes: [.duration(.init(id: "a"), .percent(thousandths: -50_000))]),
      Lever(
        id: "idle", name: LocalizedText("idle"),
        changes: [.duration(.init(id: "b"), .set(PlanDuration(2, .days)))], excludes: ["faster"]),
      Lever(
        id: "needy", name: LocalizedText("needy"), changes: [.remove(task: "b")],
        requires: ["faster"]),
    ]
    return plan
  }

  @Test func aShorterPathMovesTheCutover() throws {
    let result = try WhatIfResult.compare(plan(), applying: [.assign(Assignment("a.duration=8d"))])
    #expect(result.gainedMinutes == 2 * 480)
    #expect(result.gainedElapsedMinutes == 4 * 1440)
    #expect(result.changes.map(\.id) == ["a", "c"])
    #expect(result.changes.map(\.kind) == [.changed, .moved])
    #expect(result.swallowed == nil)
  }

  @Test func anotherPathSwallowsTheRest() throws {
    let result = try WhatIfResult.compare(plan(), applying: [.lever("faster")])
    #expect(result.cost == 500)
    #expect(result.gainedMinutes == 4 * 480)
    #expect(result.becameCritical == ["b"])
    #expect(result.noLongerCritical == ["a"])
    #expect(
      result.swallowed == .path(tasks: ["b"], shortened: 5 * 480, gained: 4 * 480))
  }

  @Test func workOffThePathGainsNothing() throws {
    let result = try WhatIfResult.compare(plan(), applying: [.lever("idle")])
    #expect(result.gainedMinutes == 0)
    #expect(result.swallowed == .offPath(tasks: ["b"], float: 4 * 480))
  }

  @Test func aWindowSwallowsAGain() throws {
    var plan = plan()
    let days = [(20_620, 20_621), (20_634, 20_635)].map {
      WorkCalendar.Window(
        start: Instant(CivilDate(dayNumber: $0.0)), end: Instant(CivilDate(dayNumber: $0.1)))
    }
    var calendar = WorkCalendar(week: Array(repeating: WorkCalendar.officeHours, count: 7))
    calendar.windows = days
    plan.calendars = [
      PlanCalendar(id: "windows", name: LocalizedText("windows"), calendar: calendar)
    ]
    plan.tasks[2].calendar = "windows"
    plan.tasks[0].duration = PlanDuration(15, .days)
    // Ready on 19 June: the window of 16 June is missed, that of 30 June is reached.
    let result = try WhatIfResult.compare(plan, applying: [.assign(Assignment("a.duration=13d"))])
    #expect(dates(result.after, "c") == "2026-06-30 2026-06-30")
    #expect(
      result.swallowed
        == .window(
          task: "c", gained: 2 * 480, window: days[1], previous: days[0], missing: 2 * 480))
    let enough = try WhatIfResult.compare(plan, applying: [.assign(Assignment("a.duration=11d"))])
    #expect(dates(enough.after, "c") == "2026-06-16 2026-06-16")
    #expect(enough.swallowed == nil)
  }

  /// Work round the clock ends on Friday night instead of Saturday morning: nobody works before
  /// Monday either way.
  @Test func aWeekendSwallowsAGain() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "5ed"), task("b", "1d", after: ["a"])]
    plan.cutover = "b"
    let result = try WhatIfResult.compare(
      plan, applying: [.assign(Assignment("a.duration=108eh"))])
    #expect(dates(result.before, "b") == dates(result.after, "b"))
    let start = try #require(result.after.tasks.last).start
    #expect(start.date.isoWeekday == 1)
    #expect(result.swallowed == .closed(task: "b", elapsed: 720, start: start))
    let enough = try WhatIfResult.compare(
      plan, applying: [.assign(Assignment("a.duration=96eh"))])
    #expect(enough.gainedMinutes == 480)
    #expect(enough.swallowed == nil)
  }

  /// The next task hangs on the start of the one that is made shorter.
  @Test func aTaskWhoseStartCountsGainsNothing() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "10d"), task("b", "20d", after: ["a SS+5d"])]
    plan.cutover = "b"
    let result = try WhatIfResult.compare(plan, applying: [.assign(Assignment("a.duration=8d"))])
    #expect(result.gainedMinutes == 0)
    #expect(result.swallowed == .startsOnly(tasks: ["a"]))
    let later = try WhatIfResult.compare(plan, applying: [.assign(Assignment("a.duration=12d"))])
    #expect(later.swallowed == nil)
  }

  @Test func leversSayWhatTheyNeed() {
    let plan = plan()
    #expect(throws: ChangeError.requires(lever: "needy", missing: "faster")) {
      try plan.applying([.lever("needy")])
    }
    #expect(throws: ChangeError.excludes(lever: "idle", other: "faster")) {
      try plan.applying([.lever("faster"), .lever("idle")])
    }
    #expect(throws: ChangeError.unknown(kind: "lever", id: "fastr", maybe: "faster")) {
      try plan.applying([.lever("fastr")])
    }
    #expect(throws: ChangeError.unknown(kind: "task", id: "xyz", maybe: nil)) {
      try plan.applying([.assign(Assignment("xyz.duration=1d"))])
    }
  }

  @Test func removingATaskKeepsTheOrderOfTheWork() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("a", "2d"), summary("s"), task("b", "3d", after: ["a"], parent: 1),
      task("c", "1d", after: ["b"]), task("d", "1d", after: ["c"]),
    ]
    plan.levers = [
      Lever(id: "skip", name: LocalizedText("skip"), changes: [.remove(task: "c")])
    ]
    let changed = try plan.applying([.lever("skip")])
    #expect(changed.tasks.map(\.id) == ["a", "s", "b", "d"])
    #expect(changed.tasks[3].after.map(\.task) == ["b"])
    #expect(changed.tasks[2].parent == 1)
    #expect(dates(try changed.scheduled(), "d") == "2026-06-08 2026-06-08")
  }

  @Test func linksAndCalendarsChange() throws {
    var plan = smallPlan()
    plan.calendars = [
      PlanCalendar(id: "office", name: LocalizedText("office"), calendar: .standard)
    ]
    plan.calendar = "office"
    plan.tasks = [task("a", "10d"), task("b", "5d", after: ["a"])]
    let saturday = CivilDate(dayNumber: 20_605 + 5)
    plan.levers = [
      Lever(
        id: "overlap", name: LocalizedText("overlap"),
        changes: [
          .link(from: "a", to: "b", type: .startToStart, lag: .time(PlanDuration(4, .days)))
        ]),
      Lever(
        id: "saturday", name: LocalizedText("saturday"),
        changes: [
          .open(calendar: "office", [.init(date: saturday, hours: WorkCalendar.officeHours)])
        ]),
    ]
    let overlap = try plan.applying([.lever("overlap")])
    #expect(dates(try overlap.scheduled(), "b") == "2026-06-05 2026-06-11")
    let saturdays = try WhatIfResult.compare(plan, applying: [.lever("saturday")])
    // The gain is one working day of the calendar as it then is.
    #expect(saturdays.after.cutoverFinish.date.description == "2026-06-18")
    #expect(saturdays.before.cutoverFinish.date.description == "2026-06-19")
  }
}
