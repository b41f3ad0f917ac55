import Foundation
import Scheduling
import Testing

/// Random networks under both constraint rules: the scheduler against the oracle that tries every
/// slot, and against the checker. `BUNRI_SEEDS=20` tries twenty times as many.
struct RandomRulesTests {
  static let rounds =
    ProcessInfo.processInfo.environment["BUNRI_SEEDS"].flatMap { UInt64($0) } ?? 1

  @Test(arguments: 0..<20, ConstraintRule.allCases)
  func `up to 10 tasks`(block: UInt64, rule: ConstraintRule) throws {
    for seed in 0..<40 * RandomRulesTests.rounds {
      try expectAgreement(maximumCount: 10, rule: rule, seed: block * 1_000_000 + seed)
    }
  }

  @Test(arguments: 0..<4, ConstraintRule.allCases)
  func `up to 60 tasks`(block: UInt64, rule: ConstraintRule) throws {
    for seed in 0..<5 * RandomRulesTests.rounds {
      try expectAgreement(
        maximumCount: 60, rule: rule, seed: 100_000_000 + block * 1_000_000 + seed)
    }
  }

  @Test
  func `paths through tasks that have begun`() throws {
    for seed in 0..<400 * RandomRulesTests.rounds {
      let drawn = RandomSlotNetwork(seed: seed, maximumCount: 8, rule: .dates)
      let scheduled = try Scheduler.schedule(drawn.network)
      let oracle = drawn.oracle(unit: Int(scheduled.schedule.granule))
      #expect(
        scheduled.drivingTasks(acrossGaps: false) == oracle.isOnLongestPath, "seed \(seed)")
    }
  }

  private func expectAgreement(maximumCount: Int, rule: ConstraintRule, seed: UInt64) throws {
    let drawn = RandomSlotNetwork(seed: seed, maximumCount: maximumCount, rule: rule)
    let scheduled = try Scheduler.schedule(drawn.network)
    let schedule = scheduled.schedule
    let unit = Int(schedule.granule)
    let oracle = drawn.oracle(unit: unit)
    let base = Int(drawn.network.start.date.dayNumber) * 1440
    func slots(_ minutes: [Int32]) -> [Int] { minutes.map { (Int($0) - base) / unit } }
    func lengths(_ minutes: [Int32]) -> [Int] { minutes.map { Int($0) / unit } }
    let comment: Comment = "seed \(seed), \(rule)"
    #expect(slots(schedule.start) == oracle.planned.map(\.start), comment)
    #expect(slots(schedule.finish) == oracle.planned.map(\.finish), comment)
    #expect(slots(schedule.earlyStart) == oracle.early.map(\.start), comment)
    #expect(slots(schedule.earlyFinish) == oracle.early.map(\.finish), comment)
    #expect(slots(schedule.lateStart) == oracle.late.map(\.start), comment)
    #expect(slots(schedule.lateFinish) == oracle.late.map(\.finish), comment)
    #expect(lengths(schedule.totalFloat) == oracle.totalFloat, comment)
    #expect(lengths(schedule.freeFloat) == oracle.freeFloat, comment)
    #expect(slots([schedule.projectFinish]) == [oracle.projectFinish], comment)
    expectPath(scheduled, oracle, comment)
    #expect((schedule.toTarget == nil) == (oracle.target == nil), comment)
    if let dates = schedule.toTarget, let target = oracle.target {
      #expect(slots(dates.lateStart) == target.late.map(\.start), comment)
      #expect(slots(dates.lateFinish) == target.late.map(\.finish), comment)
      #expect(lengths(dates.margin) == target.margin, comment)
    }
    let violations = ScheduleChecker.violations(of: schedule, in: drawn.network)
    #expect(violations.isEmpty, comment)
  }

  /// The longest path, and that each of its steps is set by the one before it.
  private func expectPath(
    _ scheduled: ScheduledNetwork, _ oracle: PlainScheduler, _ comment: Comment
  ) {
    #expect(scheduled.drivingTasks(acrossGaps: false) == oracle.isOnLongestPath, comment)
    guard let end = scheduled.pathEnd else { return }
    var last: Int?
    for step in scheduled.drivingPath(to: end) {
      #expect(step.driver.link.map { oracle.links[Int($0)].source } == last, comment)
      #expect(step.driver.link.map { oracle.asksForDate(oracle.links[Int($0)]) } ?? true, comment)
      last = Int(step.task)
    }
    #expect(last == Int(end), comment)
  }
}
