import Foundation
import Scheduling

/// Runs all benchmarks, or those whose name contains the first argument; exits with 1 when an
/// answer is wrong or a limit is missed.
///
///     Benchmarks [FILTER] [--record FILE] [--commit NAME]
///     Benchmarks --dump TASKS FILE
///     Benchmarks --dump-separations COUNT FILE
@main
enum Main {
  /// All benchmarks in order; files come first, while the memory of the process is small.
  private static var benchmarks: [(name: String, make: () throws -> Benchmark?)] {
    (WritingBenchmarks.all + ReadingBenchmarks.all).map { ($0.name, $0.make) }
      + SchedulingBenchmarks.all.map { ($0.name, $0.make) }
      + RescheduleBenchmark.all.map { ($0.name, $0.make) } + CompressionBenchmarks.all
      + DiscreteBenchmarks.all
      + SeparationBenchmarks.all.map { ($0.name, $0.make) }
      + GenerationBenchmark.all.map { ($0.name, $0.make) } + LeverBenchmarks.all
  }

  static func main() throws {
    if try ReadingBenchmarks.wroteFile(CommandLine.arguments) { return }
    let options: Options
    do {
      options = try Options(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print(error.text)
      exit(2)
    }
    if let dump = options.dump { return try Dump.write(tasks: dump.tasks, to: dump.file) }
    if let dump = options.separationDump {
      return try SeparationDump.write(count: dump.count, to: dump.file)
    }
    if options.measuresMemory {
      let (lines, isGood) = try MemoryBenchmark.measure()
      lines.forEach { print($0) }
      exit(isGood ? 0 : 1)
    }
    var lines: [String] = []
    var isGood = true
    func note(_ new: [String], _ isRight: Bool) {
      new.forEach { print($0) }
      lines += new
      isGood = isGood && isRight
    }
    for (name, make) in benchmarks
    where options.filter.isEmpty || name.contains(options.filter) {
      if let benchmark = try make() {
        let (line, isRight) = try benchmark.run(as: name)
        note([line], isRight)
      } else {
        note(
          [
            "\(name): SKIPPED, its file is not in \(TimeCostFile.folder) or \(LeverBenchmarks.folder)"
          ],
          true)
      }
    }
    if options.filter.isEmpty || "memory".contains(options.filter) {
      let memory = try MemoryBenchmark.run()
      note(memory.lines, memory.isGood)
    }
    if let file = options.record {
      let text = (Record.header(commit: options.commit) + lines).joined(separator: "\n") + "\n"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    if !isGood { exit(1) }
  }
}
