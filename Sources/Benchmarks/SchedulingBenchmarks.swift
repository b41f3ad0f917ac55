import Scheduling

/// The critical path method: topological order, early and late dates, total and free floats.
enum SchedulingBenchmarks {
  /// The benchmarks, made when it is their turn so that only one network is in memory.
  static var all: [(name: String, make: () -> Benchmark)] {
    [
      ("schedule 1,000 tasks", { random(tasks: 1_000, limit: nil, repetitions: 200) }),
      ("schedule 10,000 tasks", { random(tasks: 10_000, limit: nil, repetitions: 50) }),
      ("schedule 100,000 tasks", { random(tasks: 100_000, limit: 60, repetitions: 20) }),
      ("schedule 1,000,000 tasks", { random(tasks: 1_000_000, limit: nil, repetitions: 5) }),
      ("schedule a chain of 1,000,000 tasks", { chain(tasks: 1_000_000) }),
    ]
  }

  private static func random(tasks: Int, limit: Double?, repetitions: Int) -> Benchmark {
    let network = RandomProject.network(tasks: tasks, seed: 2029)
    return Benchmark(
      limit: limit, repetitions: repetitions,
      check: { PlainAnswer.problem(in: try Scheduler.schedule(network)) },
      body: { _ = try Scheduler.schedule(network) })
  }

  private static func chain(tasks: Int) -> Benchmark {
    let network = RandomProject.chain(tasks: tasks)
    return Benchmark(
      limit: nil, repetitions: 5,
      check: {
        let scheduled = try Scheduler.schedule(network)
        let whole = scheduled.workingMinutes(
          from: network.start, to: Instant(minutes: scheduled.schedule.projectFinish))
        if whole != Int32(tasks) * 60 { return "\(whole) working minutes, not \(tasks * 60)" }
        if scheduled.drivingPath(to: Int32(tasks - 1)).count != tasks { return "path is broken" }
        return scheduled.schedule.totalFloat.contains { $0 != 0 } ? "a task has float" : nil
      },
      body: { _ = try Scheduler.schedule(network) })
  }
}
