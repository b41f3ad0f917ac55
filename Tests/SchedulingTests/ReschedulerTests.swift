import Scheduling
import Testing

/// Every schedule after a changed duration must be the one that is made from scratch.
struct ReschedulerTests {
  @Test(arguments: 0..<20)
  func `plain networks, change after change and back`(block: Int) throws {
    for seed in block * 10..<block * 10 + 10 {
      var random = SplitMix64(seed: UInt64(seed))
      let count = Int32.random(in: 1...60, using: &random)
      let network = RandomPlainNetwork.network(seed: UInt64(seed), taskCount: max(13, count))
      try expectSameSchedules(network, changes: 20, "seed \(seed)", using: &random)
    }
  }

  /// Large enough that most changes move a few tasks only, and some move most of them.
  @Test(arguments: 0..<6)
  func `larger plain networks`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let network = RandomPlainNetwork.network(seed: UInt64(1000 + seed), taskCount: 900)
    try expectSameSchedules(network, changes: 60, "seed \(seed)", using: &random)
  }

  @Test(arguments: 0..<20, ConstraintRule.allCases)
  func `mixed networks, change after change and back`(block: Int, rule: ConstraintRule) throws {
    for seed in block * 100..<block * 100 + 10 {
      var random = SplitMix64(seed: UInt64(seed))
      let network = RandomOfficeNetwork.network(
        seed: UInt64(seed), maximumCount: seed.isMultiple(of: 3) ? 40 : 12, rule: rule)
      try expectSameSchedules(network, changes: 12, "seed \(seed)", using: &random)
    }
  }

  @Test func `dates that leave the compiled years, and come back`() throws {
    var network = RandomPlainNetwork.network(seed: 1, taskCount: 40)
    network.target = nil
    var rescheduler = try Rescheduler(network)
    for days: Int32 in [1, 1000, 3, 20_000, 2, 5000] {
      for task: Int32 in [0, 20, 39] {
        try rescheduler.setDuration(.work(minutes: days * 480), of: task)
        network.setDuration(task, .work(minutes: days * 480))
        #expect(rescheduler.schedule == (try Scheduler.schedule(network).schedule))
      }
    }
  }

  @Test func `a change without a schedule leaves everything as it was`() throws {
    let network = RandomPlainNetwork.network(seed: 2, taskCount: 40)
    var rescheduler = try Rescheduler(network)
    let before = rescheduler.schedule
    #expect(throws: SchedulingError.self) {
      try rescheduler.setDuration(.work(minutes: 1_900_000_000), of: 7)
    }
    #expect(rescheduler.schedule == before)
    try rescheduler.setDuration(.work(minutes: 960), of: 7)
    var changed = network
    changed.setDuration(7, .work(minutes: 960))
    #expect(rescheduler.schedule == (try Scheduler.schedule(changed).schedule))
  }

  @Test func `copies go their own ways`() throws {
    let network = RandomPlainNetwork.network(seed: 3, taskCount: 40)
    var first = try Rescheduler(network)
    let before = first.schedule
    var second = first
    try first.setDuration(.work(minutes: 4800), of: 5)
    #expect(second.schedule == before)
    try second.setDuration(.work(minutes: 4800), of: 5)
    #expect(first.schedule == second.schedule)
  }

  private func expectSameSchedules(
    _ start: Network, changes: Int, _ comment: Comment, using random: inout SplitMix64
  ) throws {
    var network = start
    guard var rescheduler = try? Rescheduler(network) else { return }
    var history: [(task: Int32, duration: TaskDuration)] = []
    for step in 0..<changes {
      var task = Int32.random(in: 0..<Int32(network.taskCount), using: &random)
      var duration = self.duration(using: &random)
      if step % 4 == 3, let last = history.popLast() { (task, duration) = last }
      switch network.kind(of: task) {
      case .groupStart, .groupFinish: continue
      default: break
      }
      var changed = network
      changed.setDuration(task, duration)
      if let anew = try? Scheduler.schedule(changed) {
        history.append((task, network.duration(of: task)))
        network = changed
        try rescheduler.setDuration(duration, of: task)
        #expect(rescheduler.schedule == anew.schedule, comment)
        let drivers = (0..<Int32(network.taskCount)).map { rescheduler.scheduled.drivers(of: $0) }
        #expect(drivers == (0..<Int32(network.taskCount)).map { anew.drivers(of: $0) }, comment)
      } else {
        #expect(throws: SchedulingError.self, comment) {
          try rescheduler.setDuration(duration, of: task)
        }
      }
    }
  }

  private func duration(using random: inout SplitMix64) -> TaskDuration {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: .work(minutes: 0)
    case 1: .elapsed(minutes: 60 * Int32.random(in: 0...50, using: &random))
    case 2: .months(Int32.random(in: 0...2, using: &random))
    case 3...6: .work(minutes: Int32.random(in: 1...3000, using: &random))
    default: .work(minutes: 240 * Int32.random(in: 1...30, using: &random))
    }
  }
}
