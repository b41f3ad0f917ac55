import Foundation

/// What a record of benchmarks begins with: where, when and what was measured.
enum Record {
  /// The header of a record, a line each.
  static func header(commit: String) -> [String] {
    let date = Date.now.formatted(.iso8601.year().month().day())
    return [
      "machine: \(model), \(ProcessInfo.processInfo.activeProcessorCount) cores",
      "date: \(date)",
      "commit: \(commit)",
      "Processor time of one thread. The fastest and the middle run of several; all answers are checked.",
      "",
    ]
  }

  private static var model: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":").last.map(String.init) ?? "unknown processor"
    return name.trimmingCharacters(in: .whitespaces)
  }
}
