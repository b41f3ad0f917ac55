import Foundation
import Planning
import ProjectXML
import Scheduling
import SharedSystem

/// Writing a schedule of a hundred thousand tasks with three links each, checked against the schema
/// of its format and not.
enum WritingBenchmarks {
  /// The benchmarks, made when it is their turn.
  static var all: [(name: String, make: () throws -> Benchmark)] {
    MSPDIWritingBenchmark.all + [
      ("write Gantt XML of 100,000 tasks", { try gantt(validates: false) }),
      ("the same, checked", { try gantt(validates: true) }),
      ("write PMXML of 100,000 tasks", { try pmxml(validates: false) }),
      ("the same PMXML, checked", { try pmxml(validates: true) }),
      ("write and check MSPDI of 100,000 tasks", { try mspdi(validates: true) }),
      ("write CSV of 100,000 tasks", csv),
    ]
  }

  private static let tasks = 100_000
  /// What writing may add to the memory of the process.
  private static let mostMemory = 400 << 20

  private static func schedule() throws -> PlanSchedule {
    try RandomPlan.plan(tasks: tasks, seed: 2029).scheduled()
  }

  private static func gantt(validates: Bool) throws -> Benchmark {
    let options = GanttXML.Options(language: .ja, validates: validates)
    return try writing(limit: validates ? 8000 : 5000) { schedule, path in
      try GanttXML.write(schedule, toFile: path, options: options).tasks
    } count: { bytes in
      GanttXML.read(bytes).file?.tasks.count
    }
  }

  private static func pmxml(validates: Bool) throws -> Benchmark {
    let options = PMXML.Options(language: .ja, validates: validates)
    return try writing(limit: validates ? 15_000 : 8000) { schedule, path in
      try PMXML.write(schedule, toFile: path, options: options).tasks
    } count: { bytes in
      bytes.matches("<Activity>") + bytes.matches("<WBS>")
    }
  }

  private static func mspdi(validates: Bool) throws -> Benchmark {
    var options = MSPDI.Options(language: .ja)
    options.validates = validates
    return try writing(limit: nil) { schedule, path in
      try MSPDI.write(schedule, toFile: path, options: options).tasks
    } count: { bytes in
      MSPDIReader.read(bytes: bytes).file.map { $0.tasks.count - 1 }
    }
  }

  private static func csv() throws -> Benchmark {
    try writing(limit: 5000) { schedule, path in
      let report = try Spreadsheet.write(schedule, toFile: path, language: .ja)
      // The table of tasks is the file that is looked at.
      try FileManager.default.removeItem(atPath: Spreadsheet.Table.links.path(for: path))
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(
        atPath: Spreadsheet.Table.tasks.path(for: path), toPath: path)
      return report.tasks
    } count: { bytes in
      bytes.matches("\r\n") - 1
    }
  }

  private static func writing(
    limit: Double?, _ write: @escaping (PlanSchedule, String) throws -> Int,
    count: @escaping ([UInt8]) -> Int?
  ) throws -> Benchmark {
    let schedule = try schedule()
    let file = TemporaryFile()
    return Benchmark(
      limit: limit, repetitions: 2,
      check: {
        var failure: (any Error)?
        let (told, _, growth) = MemoryUse.growth {
          do {
            return (try write(schedule, file.path), 0)
          } catch {
            failure = error
            return (0, 0)
          }
        }
        if let failure { return "\(failure)" }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
        let wanted = schedule.plan.tasks.count
        guard told == wanted, let held = count(bytes), held == wanted else {
          return "\(told) tasks told, \(count(bytes) ?? 0) in the file, not \(wanted)"
        }
        guard let growth else { return nil }
        print("  \(bytes.count / 1_000_000) MB; memory grew by \(growth >> 20) MB")
        return growth < mostMemory ? nil : "memory grew by more than \(mostMemory >> 20) MB"
      },
      body: { _ in _ = try write(schedule, file.path) })
  }
}

extension [UInt8] {
  /// How often a text occurs.
  fileprivate func matches(_ text: String) -> Int {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return 0 }
    var count = 0
    for (position, byte) in enumerated()
    where byte == first && self[position...].starts(with: wanted) {
      count += 1
    }
    return count
  }
}
