import Scheduling

/// One changed duration after the other in a network of 10,000 tasks.
enum RescheduleBenchmark {
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [
      ("one changed duration among 10,000 tasks", { try changes(isShuffled: false) }),
      (
        "one changed duration among 10,000 tasks, numbered at random",
        { try changes(isShuffled: true) }
      ),
    ]
  }

  private static func changes(isShuffled: Bool) throws -> Benchmark {
    let ascending = RandomProject.network(tasks: 10_000, seed: 2029)
    let network = isShuffled ? RandomProject.shuffled(ascending, seed: 2030) : ascending
    var random = SplitMix64(seed: 2031)
    let steps = (0..<2000).map { _ in
      (
        task: Int32.random(in: 0..<10_000, using: &random),
        duration: TaskDuration.work(minutes: 480 * Int32.random(in: 1...20, using: &random))
      )
    }
    let ready = try Rescheduler(network)
    var timed = ready
    return Benchmark(
      limit: isShuffled ? 0.4 : 0.3, judged: .slowest, repetitions: steps.count,
      check: {
        var rescheduler = try Rescheduler(network)
        for (number, step) in steps.enumerated() {
          try rescheduler.setDuration(step.duration, of: step.task)
          guard number % 100 == 0 else { continue }
          let anew = try Scheduler.schedule(rescheduler.scheduled.network).schedule
          if anew != rescheduler.schedule { return "change \(number) gives another schedule" }
        }
        return PlainAnswer.problem(in: rescheduler.scheduled)
      },
      prepare: { timed = ready },
      body: { try timed.setDuration(steps[$0].duration, of: steps[$0].task) })
  }
}
