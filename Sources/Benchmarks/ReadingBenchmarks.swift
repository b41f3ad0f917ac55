import Foundation
import ProjectXML
import Scheduling

/// Reading Microsoft Project XML: a file of a hundred thousand tasks with three links each.
enum ReadingBenchmarks {
  /// The benchmarks, made when it is their turn. They come first, while the memory of the process
  /// is still small.
  static var all: [(name: String, make: () throws -> Benchmark)] {
    [
      ("read MSPDI of 100,000 tasks", { try reading(tasks: 100_000) }),
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

  private static func reading(tasks: Int) throws -> Benchmark {
    let file = TemporaryFile()
    let path = file.path
    let clock = ContinuousClock()
    let writing = try clock.measure {
      let program = Process()
      program.executableURL = Bundle.main.executableURL
      program.arguments = [self.writing, "\(tasks)", path]
      try program.run()
      program.waitUntilExit()
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    print("  \(size / 1_000_000) MB written in \(writing)")
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
    .appending(path: "bunri-benchmark-\(ProcessInfo.processInfo.processIdentifier).xml").path

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
