import Planning
import Scheduling

/// The keys of a piece of work.
enum PartKey: String, RecordKey {
  case duration, delay, calendar
}

/// Reading the pieces of work that a task is made of.
extension PlanBuilder {
  /// Reads `parts` of a task: pieces with a duration, and perhaps a delay and a calendar.
  mutating func readParts(_ list: Value, of task: PlanTask) -> [PlanTask.Part] {
    if let duration = task.duration, duration.unit.isElapsed || duration.unit == .calendarMonths {
      error(.partsOnClock(task.id, duration.text), at: list.position)
      return []
    }
    var parts: [PlanTask.Part] = []
    for item in items(list) {
      guard let fields = record(item, as: PartKey.self) else { continue }
      guard let length = fields[.duration] else {
        missing(.duration, in: fields)
        continue
      }
      guard let duration = partTime(length) else { continue }
      var part = PlanTask.Part(duration: duration)
      if let value = fields[.delay], let delay = partTime(value) { part.delay = delay }
      if let value = fields[.calendar] { part.calendar = reference(.calendar, value) }
      parts.append(part)
    }
    if parts.isEmpty || parts.contains(where: { $0.duration.thousandths > 0 }) { return parts }
    error(.partsWithoutWork(task.id), at: list.position)
    return []
  }

  /// A duration in working time.
  private mutating func partTime(_ value: Value) -> PlanDuration? {
    guard let duration = duration(value) else { return nil }
    guard !duration.unit.isElapsed, duration.unit != .calendarMonths else {
      error(.partTime(value.text ?? ""), at: value.position)
      return nil
    }
    return duration
  }
}
