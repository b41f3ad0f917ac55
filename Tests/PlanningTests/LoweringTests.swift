import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Plans in, dates out: calendars, summaries, lags, floats and the driving path.
struct LoweringTests {
  @Test func summariesSpanTheirTasksAndLinksReachThem() throws {
    // build holds a and b; test waits for all of build, early only for its beginning.
    var plan = smallPlan()
    plan.tasks = [
      task("before", "2d"), summary("build"),
      task("a", "3d", after: [], parent: 1), task("b", "2d", after: ["a"], parent: 1),
      task("test", "1d", after: ["build"]), task("early", "1d", after: ["build SS+1d"]),
    ]
    plan.tasks[1].after = [PlanTask.Dependency("before")].compactMap { $0 }
    let schedule = try plan.scheduled()
    #expect(dates(schedule, "a") == "2026-06-03 2026-06-05")
    #expect(dates(schedule, "b") == "2026-06-08 2026-06-09")
    #expect(dates(schedule, "build") == "2026-06-03 2026-06-09")
    #expect(dates(schedule, "test") == "2026-06-10 2026-06-10")
    #expect(dates(schedule, "early") == "2026-06-04 2026-06-04")
    #expect(schedule.tasks[1].duration == 5 * 480)
    #expect(schedule.path.map { plan.tasks[$0.task].id } == ["before", "a", "b", "test"])
    guard case .link(let waiting) = schedule.path[3].reason else {
      Issue.record("test waits for a link")
      return
    }
    #expect(waiting.viaSummary == 1 && waiting.predecessor == 3)
  }

  @Test func marginCountsWorkingDaysToTheTarget() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "5d"), task("side", "1d")]
    plan.cutover = "a"
    plan.target = try PlanDate("2026-06-10").asFinish
    let schedule = try plan.scheduled()
    #expect(schedule.margin == Int32(3 * 480))
    #expect(schedule.tasks[0].margin == Int32(3 * 480))
    #expect(schedule.tasks[0].totalFloat == 0)
    #expect(schedule.tasks[1].margin == Int32(7 * 480))
    #expect(!schedule.isLate)
    plan.target = try PlanDate("2026-06-03").asFinish
    let late = try plan.scheduled()
    #expect(late.isLate && late.margin == Int32(-2 * 480))
  }

  @Test func aCycleNamesItsTasksAndLinks() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("a", "1d", after: ["c"]), task("b", "1d", after: ["a"]), task("c", "1d", after: ["b"]),
    ]
    for index in plan.tasks.indices {
      plan.tasks[index].after[0].location = SourceLocation(file: "p", line: index + 1, column: 1)
    }
    let error = #expect(throws: PlanError.self) { try plan.scheduled() }
    guard case .cycle(let tasks, let links)? = error else {
      Issue.record("not a cycle: \(String(describing: error))")
      return
    }
    #expect(tasks == ["a", "b", "c"])
    #expect(links.map { $0?.line } == [2, 3, 1])
  }

  @Test(
    arguments: [
      (LagCalendar.successor, "2026-06-09"), (.predecessor, "2026-06-08"),
      (.project, "2026-06-09"), (.elapsed, "2026-06-08"),
    ])
  func lagCalendars(whose: LagCalendar, start: String) throws {
    // "a" works every day, to Friday 5 June; "b" and the project on weekdays; one day lies between:
    // Saturday for "a" and on the clock, Monday for "b" and for the project.
    var plan = smallPlan()
    let everyDay = WorkCalendar(week: Array(repeating: WorkCalendar.officeHours, count: 7))
    plan.calendars = [
      PlanCalendar(id: "daily", name: LocalizedText("daily"), calendar: everyDay)
    ]
    plan.tasks = [task("a", "5d"), task("b", "1d", after: ["a FS+1d"])]
    plan.tasks[0].calendar = "daily"
    plan.lagCalendar = whose
    #expect(try plan.scheduled().tasks[1].start.date.description == start)
  }

  @Test func percentagesTakeTheirShare() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "4d"), task("b", "1d", after: ["a SS+50%"])]
    #expect(dates(try plan.scheduled(), "b") == "2026-06-03 2026-06-03")
    plan.tasks[0].duration = PlanDuration(2, .calendarMonths)
    #expect(throws: PlanError.percentOfMonths(task: "b", predecessor: "a")) {
      try plan.scheduled()
    }
  }
}

/// A plan without tasks that starts on Monday 1 June 2026.
func smallPlan() -> Plan {
  Plan(start: Instant(CivilDate(dayNumber: 20_605)))
}

/// A task with a duration and dependencies as the plan format writes them.
func task(_ id: String, _ duration: String, after: [String] = [], parent: Int? = nil) -> PlanTask {
  var task = PlanTask(id: id, name: LocalizedText(id))
  task.duration = PlanDuration(duration)
  task.after = after.compactMap { PlanTask.Dependency($0) }
  task.parent = parent
  return task
}

/// A summary task.
func summary(_ id: String) -> PlanTask {
  var task = PlanTask(id: id, name: LocalizedText(id))
  task.isSummary = true
  return task
}

/// First and last day of a task.
func dates(_ schedule: PlanSchedule, _ id: String) -> String {
  guard let index = schedule.index(of: id) else { return "no \(id)" }
  let dates = schedule.tasks[index]
  return "\(dates.start.date) \(dates.finish.date)"
}
