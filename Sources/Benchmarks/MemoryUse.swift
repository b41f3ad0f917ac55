import Foundation
import ProjectXML

/// How much memory a value and its making take.
enum MemoryUse {
  /// The bytes of a file's value: its lists, and the texts that do not lie in them.
  static func bytes(of file: MSPDIFile) -> Int {
    let texts = file.tasks.reduce(0) {
      $0 + bytes($1.name) + bytes($1.wbs) + bytes($1.outlineNumber) + bytes($1.notes)
    }
    return texts + file.values.reduce(0) { $0 + bytes($1.value) }
      + file.tasks.count * MemoryLayout<MSPDIFile.Task>.stride
      + file.links.count * MemoryLayout<MSPDIFile.Link>.stride
      + file.values.count * MemoryLayout<MSPDIFile.ExtendedValue>.stride
      + file.baselines.count * MemoryLayout<MSPDIFile.Baseline>.stride
      + file.assignments.count * MemoryLayout<MSPDIFile.Assignment>.stride
      + file.periods.count * MemoryLayout<MSPDIFile.WorkPeriod>.stride
  }

  /// Texts of up to fifteen bytes lie within their strings.
  private static func bytes(_ text: String?) -> Int {
    guard let count = text?.utf8.count, count > 15 else { return 0 }
    return (32 + count + 15) / 16 * 16
  }

  /// By how many bytes the memory of the process grows at most while a closure runs.
  ///
  /// - Returns: what the closure returns, and the growth; nil where the system does not tell.
  static func growth<First, Second>(
    _ body: () -> (First, Second)
  ) -> (First, Second, growth: Int?) {
    // Linux: the highest mark falls to what is used now.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = status("VmRSS")
    let (first, second) = body()
    guard let before, let peak = status("VmHWM") else { return (first, second, nil) }
    return (first, second, peak - before)
  }

  private static func status(_ name: String) -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line.flatMap { Int($0.split { !$0.isNumber }.last ?? "") }.map { $0 * 1024 }
  }
}
