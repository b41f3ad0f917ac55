import Scheduling

/// The critical path method: topological order, early and late dates, total and free floats.
enum SchedulingBenchmarks {
  /// The benchmarks, made when it is their turn so that only one network is in memory.
  static var all: [(name: String, make: () throws -> Benchmark)] {
    sizes.flatMap { size in
      [
        ("schedule \(size.name) tasks", { random(size, isShuffled: false) }),
        ("schedule \(size.name) tasks, numbered at random", { random(size, isShuffled: true) }),
      ]
    } + [("schedule a chain of 1,000,000 tasks", { chain(tasks: 1_000_000) })]
  }

  private typealias Size = (name: String, tasks: Int, limit: Double, repetitions: Int)

  /// Limits: hundreds of times faster than MPXJ's scheduler with all slack (`make bench-peer`).
  private static let sizes: [Size] = [
    ("1,000", 1_000, 0.15, 200), ("10,000", 10_000, 1.5, 50), ("100,000", 100_000, 25, 20),
    ("1,000,000", 1_000_000, 400, 5),
  ]

  private static func random(_ size: Size, isShuffled: Bool) -> Benchmark {
    let ascending = RandomProject.network(tasks: size.tasks, seed: 2029)
    let network = isShuffled ? RandomProject.shuffled(ascending, seed: 2030) : ascending
    return Benchmark(
      // Numbers at random scatter what the passes read: half as much again is allowed.
      limit: size.limit * (isShuffled ? 1.5 : 1), repetitions: size.repetitions,
      check: { PlainAnswer.problem(in: try Scheduler.schedule(network)) },
      body: { _ in _ = try Scheduler.schedule(network) })
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
      body: { _ in _ = try Scheduler.schedule(network) })
  }
}
