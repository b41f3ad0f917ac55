import Scheduling
import Testing

/// Random plans in whole days: the scheduler against the oracle that tries every day.
struct RandomNetworkTests {
  @Test(arguments: 0..<20)
  func `up to 12 activities`(block: Int) throws {
    for seed in 0..<100 {
      try expectAgreement(maximumCount: 12, seed: UInt64(block * 1000 + seed))
    }
  }

  @Test(arguments: 0..<10)
  func `up to 60 activities`(block: Int) throws {
    for seed in 0..<20 {
      try expectAgreement(maximumCount: 60, seed: UInt64(100_000 + block * 1000 + seed))
    }
  }

  private func expectAgreement(maximumCount: Int, seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let plan = DayPlan.random(maximumCount: maximumCount, using: &generator)
    let scheduled = try Scheduler.schedule(plan.network)
    let schedule = DaySchedule(scheduled, of: plan)
    let oracle = BruteForceScheduler(plan)
    #expect(schedule.earlyStart == oracle.early.start, "seed \(seed)")
    #expect(schedule.earlyFinish == oracle.early.finish, "seed \(seed)")
    #expect(schedule.lateStart == oracle.late.start, "seed \(seed)")
    #expect(schedule.lateFinish == oracle.late.finish, "seed \(seed)")
    #expect(schedule.totalFloat == oracle.totalFloat, "seed \(seed)")
    #expect(schedule.freeFloat == oracle.freeFloat, "seed \(seed)")
    #expect(schedule.isOnLongestPath == oracle.isOnLongestPath, "seed \(seed)")
    #expect(schedule.projectFinish == oracle.projectFinish, "seed \(seed)")
    let violations = ScheduleChecker.violations(of: scheduled.schedule, in: plan.network)
    #expect(violations.isEmpty, "seed \(seed)")
  }
}
