import Foundation
import Scheduling

/// What `Scheduler.schedule` allocates at its peak, engine and results together; the network itself
/// is measured apart.
///
/// The peak is the kernel's own count of the pages that the process held at most (`VmHWM`), reset
/// just before; so it can be measured on Linux alone. It runs in a process of its own, whose
/// allocator is told to give large blocks back at once: a block that is free but kept would be used
/// again without being counted.
enum MemoryBenchmark {
  /// Bytes that may be held at the peak.
  static let bytesPerTask = 120.0
  static let bytesPerLink = 24.0

  /// Measures in a process of its own.
  ///
  /// - Returns: the lines, and whether all are under the limits.
  static func run() throws -> (lines: [String], isGood: Bool) {
    guard FileManager.default.isWritableFile(atPath: "/proc/self/clear_refs") else {
      return (["memory: measured on Linux only"], true)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--measure-memory"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["GLIBC_TUNABLES": "glibc.malloc.mmap_threshold=65536:glibc.malloc.trim_threshold=65536"]
    ) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (text.split(separator: "\n").map(String.init), process.terminationStatus == 0)
  }

  /// Measures a million tasks without links, then with about three links each.
  ///
  /// - Returns: the lines, and whether all are under the limits.
  static func measure() throws -> (lines: [String], isGood: Bool) {
    var lines: [String] = []
    let tasks = 1_000_000
    var unlinked = Network(start: RandomProject.start, calendars: [RandomProject.japaneseOffice])
    for _ in 0..<tasks { unlinked.addTask(.work(minutes: 480)) }
    let perTask = try peak(of: unlinked) / Double(tasks)
    lines.append(line("memory at the peak, a task", perTask, bytesPerTask))
    var isGood = perTask <= bytesPerTask
    let ascending = RandomProject.network(tasks: tasks, seed: 2029)
    let shuffled = RandomProject.shuffled(ascending, seed: 2030)
    for (name, network) in [("", ascending), (", numbered at random", shuffled)] {
      let all = try peak(of: network)
      let perLink = (all - perTask * Double(tasks)) / Double(network.linkCount)
      lines.append(line("memory at the peak, a link" + name, perLink, bytesPerLink))
      isGood = isGood && perLink <= bytesPerLink
    }
    let (forTasks, forLinks) = try networkBytes(tasks: tasks)
    lines.append("memory of the network itself: \(forTasks) bytes a task, \(forLinks) a link")
    return (lines, isGood)
  }

  private static func line(_ name: String, _ bytes: Double, _ limit: Double) -> String {
    "\(Text.padded(name, 46))     \(Text.padded(Text.decimals(bytes), -8)) bytes   "
      + "\(bytes <= limit ? "under" : "OVER") \(Text.decimals(limit)) "
      + "(\(Text.decimals(bytes / limit)) of it)"
  }

  /// The bytes that scheduling a network adds to what the process holds.
  private static func peak(of network: Network) throws -> Double {
    try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = try held("VmRSS:")
    let scheduled = try Scheduler.schedule(network)
    let peak = try held("VmHWM:") - before
    guard scheduled.schedule.start.count == network.taskCount else { return .infinity }
    return peak
  }

  /// The bytes that a network adds for each task and each link, arrays not longer than they must be.
  private static func networkBytes(tasks: Int) throws -> (task: String, link: String) {
    let start = RandomProject.start
    let empty = try held("VmRSS:")
    var network = Network(start: start, calendars: [RandomProject.japaneseOffice])
    network.reserveCapacity(tasks: tasks, links: 3 * tasks)
    for _ in 0..<tasks { network.addTask(.work(minutes: 480)) }
    let withTasks = try held("VmRSS:")
    for task in 3..<Int32(tasks) {
      for distance in 1...3 as ClosedRange<Int32> {
        network.addLink(from: task - distance, to: task)
      }
    }
    let all = try held("VmRSS:")
    return (
      Text.decimals((withTasks - empty) / Double(tasks)),
      Text.decimals((all - withTasks) / Double(network.linkCount))
    )
  }

  /// A figure of `/proc/self/status` in bytes.
  private static func held(_ name: String) throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    let figure = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return (figure.flatMap { Double($0) } ?? .infinity) * 1024
  }
}
