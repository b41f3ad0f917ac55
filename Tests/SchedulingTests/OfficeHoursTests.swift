import Scheduling
import Testing

/// Random networks on real calendars: office hours, Japanese holidays, night shifts, windows,
/// elapsed time, months, groups, progress. There is no oracle for them; every schedule goes through
/// the checker, which knows nothing of how it was computed.
struct OfficeHoursTests {
  @Test(arguments: 0..<20, [ConstraintRule.dates, .logic])
  func `the checker finds nothing in up to 12 tasks`(block: Int, rule: ConstraintRule) throws {
    let errors = try errorCount(
      maximumCount: 12, rule: rule, seeds: block * 1000..<block * 1000 + 50)
    // A task that its last window is too short for has no schedule; most networks have one.
    #expect(errors <= 10)
  }

  @Test(arguments: 0..<2, [ConstraintRule.dates, .logic])
  func `the checker finds nothing in up to 80 tasks`(block: Int, rule: ConstraintRule) throws {
    let first = 100_000 + block * 1000
    let errors = try errorCount(maximumCount: 80, rule: rule, seeds: first..<first + 10)
    #expect(errors <= 5)
  }

  /// Checks the schedules of some seeds; returns how many have none.
  private func errorCount(
    maximumCount: Int, rule: ConstraintRule, seeds: Range<Int>
  ) throws -> Int {
    var errors = 0
    for seed in seeds {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(seed), maximumCount: maximumCount, rule: rule)
      let schedule: Schedule
      do {
        schedule = try Scheduler.schedule(network).schedule
      } catch {
        guard case .noWorkingTime = error else { throw error }
        #expect(network.calendars.contains { $0.windows != nil }, "seed \(seed)")
        errors += 1
        continue
      }
      let violations = ScheduleChecker.violations(of: schedule, in: network)
      #expect(violations.isEmpty, "seed \(seed)")
    }
    return errors
  }
}
