import Scheduling
import Testing

/// Random networks on real calendars: office hours, Japanese holidays, night shifts, windows,
/// elapsed time, months, groups, progress. There is no oracle for them; every schedule goes through
/// the checker, which knows nothing of how it was computed.
struct OfficeHoursTests {
  @Test(arguments: 0..<20, ConstraintRule.allCases)
  func `the checker finds nothing in up to 12 tasks`(block: Int, rule: ConstraintRule) throws {
    let errors = try errorCount(
      maximumCount: 12, rule: rule, seeds: block * 1000..<block * 1000 + 50)
    // A task that its last window is too short for has no schedule; most networks have one.
    #expect(errors <= 10)
  }

  @Test(arguments: 0..<2, ConstraintRule.allCases)
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
        guard case .noWorkingTime(let task, _) = error else { throw error }
        errors += 1
        let later = RandomOfficeNetwork.network(
          seed: UInt64(seed), maximumCount: maximumCount, rule: rule, hasSpareWindow: true)
        try expectLate(task, of: network, in: later)
        continue
      }
      let violations = ScheduleChecker.violations(of: schedule, in: network)
      #expect(violations.isEmpty, "seed \(seed)")
    }
    return errors
  }

  /// A task for which there is no working time left ends, in a network with one more window, after
  /// the last window it has.
  private func expectLate(_ task: Int32, of network: Network, in later: Network) throws {
    let schedule = try Scheduler.schedule(later).schedule
    let windows = network.calendars[Int(network.calendar(of: task))].windows ?? []
    let last = try #require(windows.map(\.end).max())
    #expect(Instant(minutes: schedule.finish[Int(task)]) > last)
  }
}
