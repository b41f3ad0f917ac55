import Scheduling
import SharedSystem
import Testing

@testable import Planning

/// Chains of reasons: contiguous, from a fixed date on, every date recomputed by hand.
struct ExplanationTests {
  @Test(arguments: 0..<6)
  func `every date of a chain follows from the one before`(block: Int) throws {
    var checked = 0
    for seed in 0..<20 {
      var random = SplitMix64(seed: UInt64(block * 100 + seed))
      let plan = RandomPlan.ofEverything(count: 14, using: &random)
      guard let schedule = try? plan.scheduled() else { continue }
      for index in plan.tasks.indices {
        let explanation = schedule.explanation(of: index, effort: 0)
        #expect(!explanation.parts.isEmpty)
        for part in explanation.parts {
          checked += try check(part, schedule, "seed \(block * 100 + seed)")
          #expect(part.steps.last?.task == part.leaf)
        }
        if plan.tasks[index].isSummary, explanation.parts.count == 2 {
          #expect(schedule.tasks[explanation.parts[0].leaf].start == schedule.tasks[index].start)
          #expect(schedule.tasks[explanation.parts[1].leaf].finish == schedule.tasks[index].finish)
        }
      }
    }
    #expect(checked > 400)
  }

  /// Recomputes a chain; returns the number of steps.
  private func check(
    _ part: Explanation.Part, _ schedule: PlanSchedule, _ seed: Comment
  ) throws -> Int {
    for (place, step) in part.steps.enumerated() {
      let start = Int(schedule.tasks[step.task].start.minutes)
      let work = walk(step.task, schedule)
      switch step.reason {
      case .projectStart:
        #expect(place == 0, seed)
        let isMilestone = schedule.tasks[step.task].duration == 0
        let first = Int(schedule.plan.start.minutes)
        // A milestone that waits for nothing takes the first working minute; where a link asks for
        // an earlier date, the very start.
        #expect(start == work.start(from: first) || isMilestone && start == first, seed)
      case .constraint(let constraint):
        #expect(place == 0, seed)
        #expect(step.constraintHolder != nil, seed)
        let date = Int(constraint.date.minutes)
        if !constraint.kind.concernsFinish { #expect(start == work.start(from: date), seed) }
      case .statusDate, .actual: #expect(place == 0, seed)
      case .link(let waiting), .calendar(let waiting?, _, _):
        let before = try #require(place > 0 ? part.steps[place - 1] : nil, seed)
        #expect(waiting.predecessor == before.task, seed)
        #expect(start == bound(waiting, step, schedule), seed)
        let dependency = try #require(step.dependency, seed)
        let stated = schedule.plan.tasks[dependency.task].after[dependency.index]
        #expect(stated.type == waiting.type && stated.lag == waiting.lag, seed)
      case .calendar(nil, _, _): Issue.record(seed)
      }
      #expect(finish(step.task, schedule) == Int(schedule.tasks[step.task].finish.minutes), seed)
    }
    return part.steps.count
  }

  private func calendar(_ task: Int, _ schedule: PlanSchedule) -> WorkCalendar {
    let id = schedule.plan.tasks[task].calendar ?? "office"
    return schedule.plan.calendars.first { $0.id == id }?.calendar ?? .standard
  }

  private func walk(_ task: Int, _ schedule: PlanSchedule) -> MinuteWalk {
    MinuteWalk(calendar(task, schedule))
  }

  /// The finish that follows from a task's start.
  private func finish(_ task: Int, _ schedule: PlanSchedule) -> Int {
    let start = Int(schedule.tasks[task].start.minutes)
    guard let duration = schedule.plan.tasks[task].duration else { return start }
    if duration.unit == .calendarMonths {
      let from = Instant(minutes: Int32(start))
      return Int(
        Instant(
          from.date.adding(months: Int(duration.thousandths / 1000)), minuteOfDay: from.minuteOfDay
        ).minutes)
    }
    let minutes = Int(schedule.plan.units.minutes(of: duration) ?? 0)
    return duration.unit.isElapsed
      ? start + minutes : walk(task, schedule).later(start, by: minutes)
  }

  /// The start that a link asks for, on the calendar of its successor.
  private func bound(
    _ waiting: PlanSchedule.Reason.Waiting, _ step: Explanation.Step, _ schedule: PlanSchedule
  ) -> Int {
    // With all work of a calendar after the date, its first work comes nearest.
    let first = Int(schedule.plan.start.minutes)
    let before = schedule.tasks[waiting.predecessor]
    var date = Int((waiting.type.fromFinish ? before.finish : before.start).minutes)
    if case .time(let lag) = waiting.lag, lag.thousandths != 0 {
      let minutes = Int(schedule.plan.units.minutes(of: lag) ?? 0)
      let counted =
        lag.unit.isElapsed ? MinuteWalk(nil) : walk(step.task, schedule)
      date =
        minutes > 0
        ? counted.later(date, by: minutes) : counted.earlier(date, by: -minutes) ?? first
    }
    let work = walk(step.task, schedule)
    guard let duration = schedule.plan.tasks[step.task].duration, duration.thousandths > 0 else {
      return date
    }
    if waiting.type.toStart { return work.start(from: date) }
    if duration.unit == .calendarMonths { return Int(schedule.tasks[step.task].start.minutes) }
    let minutes = Int(schedule.plan.units.minutes(of: duration) ?? 0)
    return work.start(
      from: duration.unit.isElapsed ? date - minutes : work.earlier(date, by: minutes) ?? first)
  }

  @Test func `days off are those that the week would have worked`() throws {
    var plan = smallPlan()
    var office = WorkCalendar.standard
    // Tuesday to Thursday, then Friday of the next week and the Monday after it.
    office.closed = [
      .init(CivilDate(dayNumber: 20_606), CivilDate(dayNumber: 20_608)),
      .init(CivilDate(dayNumber: 20_616), CivilDate(dayNumber: 20_619)),
    ]
    plan.calendars = [.init(id: "office", name: LocalizedText("office"), calendar: office)]
    plan.calendar = "office"
    plan.tasks = [task("a", "8d")]
    let step = try #require(try plan.scheduled().explanation(of: 0).parts.first?.steps.first)
    #expect(
      step.daysOff == [
        .init(
          first: CivilDate(dayNumber: 20_606), last: CivilDate(dayNumber: 20_608), count: 3),
        .init(
          first: CivilDate(dayNumber: 20_616), last: CivilDate(dayNumber: 20_619), count: 2),
      ])
  }

  @Test func `where the float comes from`() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("long", "10d"), task("short", "3d"), task("middle", "1d", after: ["short"]),
      task("end", "2d", after: ["long", "middle"]),
    ]
    var schedule = try plan.scheduled()
    let short = try #require(schedule.explanation(of: 1).standing)
    #expect(short.chain == [2, 3])
    #expect(short.slackBefore == .init(task: 3, minutes: 6 * 480))
    #expect(!short.endsAtOwnDate)
    let long = try #require(schedule.explanation(of: 0).standing)
    #expect(long.chain == [3] && long.slackBefore == nil)
    plan.tasks[2].deadline = schedule.tasks[2].finish
    schedule = try plan.scheduled()
    let bound = try #require(schedule.explanation(of: 1).standing)
    #expect(bound.chain == [2] && bound.endsAtOwnDate)
  }

  @Test func `an empty summary has nothing to explain`() throws {
    var plan = smallPlan()
    plan.tasks = [summary("nothing"), task("a", "1d")]
    let explanation = try plan.scheduled().explanation(of: 0)
    #expect(explanation.parts.isEmpty && explanation.standing == nil)
  }
}
