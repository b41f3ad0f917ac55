import Scheduling
import Testing

/// `Schedule.drivingLink` comes from the passes; `ScheduledNetwork.driver(of:)` asks all links of
/// one task. They must name the same link.
struct DrivingLinkTests {
  @Test(arguments: 0..<10, ConstraintRule.allCases)
  func `mixed networks`(block: Int, rule: ConstraintRule) throws {
    for seed in block * 100..<block * 100 + 60 {
      let network = RandomOfficeNetwork.network(
        seed: UInt64(seed), maximumCount: seed.isMultiple(of: 3) ? 60 : 12, rule: rule)
      guard let scheduled = try? Scheduler.schedule(network) else { continue }
      expectSameLinks(scheduled, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<10)
  func `plain networks, most tasks with several links that tie`(block: Int) throws {
    var hasTies = false
    for seed in block * 10..<block * 10 + 10 {
      let network = RandomPlainNetwork.network(seed: UInt64(seed), taskCount: 80)
      let scheduled = try Scheduler.schedule(network)
      expectSameLinks(scheduled, "seed \(seed)")
      let drivers = (0..<80).map { scheduled.drivers(of: $0).count }
      hasTies = hasTies || drivers.contains { $0 > 1 }
    }
    #expect(hasTies)
  }

  private func expectSameLinks(_ scheduled: ScheduledNetwork, _ comment: Comment) {
    let asked = (0..<Int32(scheduled.network.taskCount)).map {
      scheduled.driver(of: $0).link ?? -1
    }
    #expect(scheduled.schedule.drivingLink == asked, comment)
  }
}
