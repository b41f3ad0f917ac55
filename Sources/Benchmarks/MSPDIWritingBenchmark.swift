import Foundation
import Planning
import ProjectXML

/// Writing Microsoft Project XML: a hundred thousand tasks with three links each, owners, teams,
/// assignments and baselines. Without the check against the schema, which `WritingBenchmarks` times.
enum MSPDIWritingBenchmark {
  /// The benchmarks, made when it is their turn.
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [("write MSPDI of 100,000 tasks", { try writing(tasks: 100_000) })]
  }

  private static func writing(tasks: Int) throws -> Benchmark {
    let schedule = try RandomPlan.plan(tasks: tasks, seed: 2029).scheduled()
    let (one, two) = (TemporaryFile(), TemporaryFile())
    return Benchmark(
      limit: 3000, repetitions: 3,
      check: {
        let (problem, _, growth) = MemoryUse.growth { (write(schedule, to: one.path), 0) }
        if let problem { return problem }
        if let problem = write(schedule, to: two.path) { return problem }
        // The same bytes each time.
        guard FileManager.default.contentsEqual(atPath: one.path, andPath: two.path) else {
          return "two files of one schedule differ"
        }
        let answer = try PlainReading(path: one.path)
        if let problem = answer.difference(from: MSPDIReader.read(path: one.path)) {
          return problem
        }
        guard let growth else { return nil }
        print("  memory grew by \(growth >> 20) MB")
        return growth < 400 << 20 ? nil : "memory grew by more than 400 MB"
      },
      body: { _ in if let problem = write(schedule, to: one.path) { print(problem) } })
  }

  private static func write(_ schedule: PlanSchedule, to path: String) -> String? {
    do {
      var options = MSPDI.Options()
      options.validates = false
      try MSPDI.write(schedule, toFile: path, options: options)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
