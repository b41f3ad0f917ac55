import Foundation
import ProjectXML
import Scheduling

/// A second reading of a file of ours, plain and slow: it looks at the lines alone, of which our
/// writer makes one for each element, and knows nothing of XML.
struct PlainReading {
  private(set) var tasks = 0
  private var links = 0
  /// The sum of all starts of tasks as digits, 20290402T0900 as 202904020900, wrapping around.
  private var starts: UInt64 = 0
  private var finishes: UInt64 = 0
  private var lags = 0
  private var seconds = 0

  /// Reads the lines of a file.
  init(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var isInTasks = false
    var isInBaseline = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: "<Tasks>".utf8) { isInTasks = true }
      if text.starts(with: "<Resources".utf8) { isInTasks = false }
      if text.starts(with: "<Baseline>".utf8) { isInBaseline = true }
      if text.starts(with: "</Baseline>".utf8) { isInBaseline = false }
      guard isInTasks, !isInBaseline else { continue }
      if text.starts(with: "<Task>".utf8) { tasks += 1 }
      if text.starts(with: "<PredecessorLink>".utf8) { links += 1 }
      if text.starts(with: "<Start>".utf8) { starts &+= PlainReading.digits(text) }
      if text.starts(with: "<Finish>".utf8) { finishes &+= PlainReading.digits(text) }
      if text.starts(with: "<LinkLag>".utf8) {
        let isLead = text.contains(UInt8(ascii: "-"))
        lags += Int(PlainReading.digits(text)) * (isLead ? -1 : 1)
      }
      if text.starts(with: "<Duration>".utf8) {
        let parts = text.split { !(0x30...0x39).contains($0) }.map { PlainReading.digits($0) }
        seconds += Int(parts[0] * 3600 + parts[1] * 60 + parts[2])
      }
    }
  }

  private static func digits(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0) { (0x30...0x39).contains($1) ? $0 &* 10 &+ UInt64($1 - 0x30) : $0 }
  }

  private static func digits(_ instant: Instant?) -> UInt64 {
    guard let instant else { return 0 }
    let date = instant.date
    let time = instant.minuteOfDay / 60 * 100 + instant.minuteOfDay % 60
    return UInt64(((date.year * 100 + date.month) * 100 + date.day) * 1_000_000 + time * 100)
  }

  /// What a reading of the same file says otherwise; nil when nothing.
  func difference(from reading: MSPDIReading) -> String? {
    guard let file = reading.file else { return "not read: \(reading.problems)" }
    if !reading.problems.isEmpty { return "problems: \(reading.problems)" }
    if file.tasks.count != tasks { return "\(file.tasks.count) tasks, not \(tasks)" }
    if file.links.count != links { return "\(file.links.count) links, not \(links)" }
    let starts = file.tasks.reduce(0) { $0 &+ PlainReading.digits($1.start) }
    if starts != self.starts { return "starts sum up to \(starts), not \(self.starts)" }
    let finishes = file.tasks.reduce(0) { $0 &+ PlainReading.digits($1.finish) }
    if finishes != self.finishes { return "finishes sum up to \(finishes), not \(self.finishes)" }
    if file.links.reduce(0, { $0 + ($1.lag ?? 0) }) != lags { return "lags differ" }
    if file.tasks.reduce(0, { $0 + ($1.duration ?? 0) }) != seconds { return "durations differ" }
    return nil
  }
}
