import Foundation
import Scheduling

/// Writes a network of the benchmarks as text, a line for each thing, with its schedule and the time
/// that took: what `Tests/Interop/PeerBenchmark.java` reads.
enum Dump {
  /// Writes the random network of this many tasks.
  static func write(tasks: Int, to file: String) throws {
    let network = RandomProject.network(tasks: tasks, seed: 2029)
    let schedule = try Scheduler.schedule(network).schedule
    let benchmark = Benchmark(
      limit: nil, repetitions: max(5, min(200, 1_000_000 / tasks)), check: { nil },
      body: { _ in _ = try Scheduler.schedule(network) })
    func text(_ minutes: Int32) -> String { "\(Instant(minutes: minutes))" }
    var lines = [
      "start \(network.start)", "finish \(text(schedule.projectFinish))",
      "milliseconds \(try benchmark.times()[0])",
    ]
    // Leads and floats reach beyond both ends.
    var day = network.start.date.adding(days: -400)
    let last = Instant(minutes: schedule.projectFinish).date.adding(days: 400)
    while day <= last {
      if day.isoWeekday <= 5, network.calendars[0].hours(on: day).isEmpty {
        lines.append("closed \(day)")
      }
      day = day.adding(days: 1)
    }
    for task in 0..<Int32(tasks) {
      guard case .work(let minutes) = network.duration(of: task) else { continue }
      lines.append("task \(minutes)")
    }
    for number in 0..<Int32(network.linkCount) {
      let link = network.link(number)
      lines.append("link \(link.source) \(link.target) \(link.type.code) \(link.lag)")
    }
    for task in 0..<tasks {
      lines.append("dates \(text(schedule.start[task])) \(text(schedule.finish[task]))")
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: file, atomically: true, encoding: .utf8)
  }
}
