import Foundation
import Planning
import ProjectXML
import Scheduling

/// Reading Microsoft Project XML: a file of a hundred thousand tasks with three links each.
enum ReadingBenchmarks {
  /// The benchmarks, made when it is their turn. They come first, while the memory of the process
  /// is still small.
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [
      ("read MSPDI of 100,000 tasks", { try reading(tasks: 100_000) }),
      ("import MSPDI of 100,000 tasks as a plan", { try importing(tasks: 100_000) }),
      ("refuse hostile MSPDI", { HostileFiles.benchmark() }),
    ]
  }

  /// What the program is called with to write the file in a process of its own, whose memory would
  /// otherwise hide the reader's.
  static let writing = "--write-mspdi"

  /// Writes the file when the program was called to do so; returns whether it was.
  static func wroteFile(_ arguments: [String]) throws -> Bool {
    guard arguments.count == 4, arguments[1] == writing, let tasks = Int(arguments[2]) else {
      return false
    }
    try RandomPlan.write(tasks: tasks, to: arguments[3])
    return true
  }

  /// Writes the file in a process of its own.
  ///
  /// - Returns: the file, and how many bytes it has.
  private static func written(tasks: Int) throws -> (file: TemporaryFile, size: Int) {
    let file = TemporaryFile()
    let clock = ContinuousClock()
    let writing = try clock.measure {
      let program = Process()
      program.executableURL = Bundle.main.executableURL
      program.arguments = [self.writing, "\(tasks)", file.path]
      try program.run()
      program.waitUntilExit()
    }
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
    print("  \(size / 1_000_000) MB made, scheduled and written in \(writing)")
    return (file, size)
  }

  /// Reading and mapping to the plan that was written.
  private static func importing(tasks: Int) throws -> Benchmark {
    let (file, _) = try written(tasks: tasks)
    return Benchmark(
      limit: 5000, repetitions: 3,
      check: {
        let (plan, _, growth) = MemoryUse.growth { (MSPDIImport(path: file.path).plan, 0) }
        guard let plan else { return "not imported" }
        let original = RandomPlan.plan(tasks: tasks, seed: 2029)
        if plan.tasks.count != original.tasks.count { return "\(plan.tasks.count) tasks" }
        for (one, other) in zip(plan.tasks, original.tasks)
        where one.id != other.id || one.name != other.name || one.duration != other.duration
          || one.owner != other.owner || one.needs != other.needs
          || one.baselines != other.baselines || one.after.map(\.text) != other.after.map(\.text)
        {
          return "task \(one.id) is otherwise"
        }
        guard let growth else { return nil }
        print("  memory grew by \(growth >> 20) MB, file and plan together")
        return growth < 400 << 20 ? nil : "memory grew by more than 400 MB"
      },
      body: { _ in _ = MSPDIImport(path: file.path) })
  }

  private static func reading(tasks: Int) throws -> Benchmark {
    let (file, size) = try written(tasks: tasks)
    let path = file.path
    return Benchmark(
      // Sixty million bytes a second.
      limit: Double(size) / 60_000, repetitions: 5,
      check: {
        let answer = try PlainReading(path: path)
        let (problem, value, growth) = MemoryUse.growth {
          let reading = MSPDIReader.read(path: path)
          return (answer.difference(from: reading), reading.file.map(MemoryUse.bytes) ?? 0)
        }
        if let problem { return problem }
        if answer.tasks < tasks { return "\(answer.tasks) tasks were written" }
        guard let growth else { return nil }
        print("  memory grew by \(growth >> 20) MB for a value of \(value >> 20) MB")
        return growth < 3 * value ? nil : "memory grew to more than three times the value"
      },
      body: { _ in _ = MSPDIReader.read(path: file.path) })
  }
}

/// The path of a file that is removed with the last who knows it.
final class TemporaryFile: Sendable {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "bunri-benchmark-\(UUID().uuidString).xml").path

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
