import Scheduling
import Testing

@testable import Planning

/// Tasks made of parts, work under way, and tasks that take no part.
struct PartsTests {
  private func planInParts() -> Plan {
    var plan = smallPlan()
    var work = task("work", "5d")
    work.parts = [
      .init(duration: PlanDuration(2, .days)),
      .init(duration: PlanDuration(3, .days), delay: PlanDuration(4, .days)),
    ]
    plan.tasks = [work, task("after", "1d", after: ["work"])]
    return plan
  }

  @Test func aPauseIsKept() throws {
    let schedule = try planInParts().scheduled()
    // Four days after its start the second piece begins: seven days in all.
    let minutes = schedule.tasks[0].finish.minutes - schedule.tasks[0].start.minutes
    #expect(minutes == 8 * 1440 + 540)
    #expect(schedule.tasks[0].totalFloat == 0)
    #expect(schedule.tasks[1].start.date == schedule.tasks[0].finish.date.adding(days: 1))
  }

  @Test func delaysCountFromTheFirstPiece() throws {
    var plan = planInParts()
    let before = try plan.scheduled()
    for index in plan.tasks[0].parts.indices {
      plan.tasks[0].parts[index].delay.thousandths += 2000
      plan.tasks[0].parts[index].delay.unit = .days
    }
    #expect(try plan.scheduled().tasks == before.tasks)
  }

  @Test func partsStretchWithTheDuration() throws {
    let result = try WhatIfResult.compare(
      planInParts(), applying: [.assign(Assignment("work.duration=10d"))])
    let parts = result.after.plan.tasks[0].parts
    #expect(parts.map { result.after.plan.units.minutes(of: $0.duration) } == [4 * 480, 6 * 480])
    #expect(result.gainedMinutes == -7 * 480)
  }

  @Test func remainingWorkTakesTheWholeChange() throws {
    var plan = smallPlan()
    var work = task("work", "10d")
    work.progress = .init(started: plan.start, remaining: PlanDuration(6, .days))
    plan.tasks = [work]
    let result = try WhatIfResult.compare(
      plan, applying: [.assign(Assignment("work.duration=8d"))])
    #expect(result.gainedMinutes == 2 * 480)
    let remaining = try #require(result.after.plan.tasks[0].progress?.remaining)
    let minutes = try #require(plan.units.minutes(of: remaining))
    #expect(minutes == 4 * 480)
  }

  @Test func anInactiveTaskHoldsNobodyUp() throws {
    var plan = smallPlan()
    plan.tasks = [
      task("a", "5d"), task("idle", "100d", after: ["a"]), task("b", "1d", after: ["idle"]),
    ]
    plan.tasks[1].isActive = false
    let schedule = try plan.scheduled()
    #expect(schedule.tasks[2].start == schedule.tasks[0].start)
    #expect(schedule.finish == schedule.tasks[0].finish)
    #expect(schedule.tasks[1].totalFloat == 0)
    #expect(!schedule.tasks[1].isCritical)
  }

  @Test func theCutoverMayBeInactive() throws {
    var plan = smallPlan()
    plan.tasks = [task("a", "5d"), task("go", "1d", after: ["a"])]
    plan.tasks[1].isActive = false
    plan.cutover = "go"
    let schedule = try plan.scheduled()
    #expect(schedule.cutover == nil)
    #expect(schedule.cutoverFinish == schedule.tasks[0].finish)
  }
}
