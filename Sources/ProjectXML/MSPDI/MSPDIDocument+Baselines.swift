internal import Planning
internal import Scheduling

/// What was once agreed.
extension MSPDIDocument {
  mutating func writeBaselines(of task: PlanTask, to stream: inout XMLStream) {
    for baseline in row.baselines {
      stream.start("Baseline")
      stream.element("Number", baseline.number ?? 0)
      stream.element("Interim", false)
      if let start = baseline.start { writeDate("Start", start, task.id, to: &stream) }
      if let finish = baseline.finish { writeDate("Finish", finish, task.id, to: &stream) }
      if let seconds = baseline.duration {
        stream.element("Duration", MSPDI.duration(seconds: seconds))
        stream.element("DurationFormat", baseline.durationFormat ?? MSPDI.code(.days))
        stream.element("EstimatedDuration", false)
      }
      if let cost = baseline.cost { stream.element("Cost", cost) }
      stream.end()
    }
  }

  /// The baselines of a task as the file holds them.
  func heldBaselines(of task: PlanTask) -> [MSPDIFile.Baseline] {
    task.baselines.map { stated in
      var held = MSPDIFile.Baseline()
      held.number = stated.number
      held.start = stated.start
      held.finish = stated.finish
      if let duration = stated.duration {
        held.durationFormat = MSPDI.code(duration.unit)
        var minutes = plan.units.minutes(of: duration).map(Int.init) ?? 0
        if duration.unit == .calendarMonths, let start = stated.start {
          // Months have a length only from a start on.
          let months = min(max(0, Int(clamping: duration.thousandths / 1000)), 12_000)
          minutes = (start.date.adding(months: months).dayNumber - start.date.dayNumber) * 1440
        }
        held.duration = minutes * 60
      }
      let most: Int64 = 1_000_000_000_000_000
      if let cost = stated.cost, (0...most).contains(cost) { held.cost = Int(cost) * 100 }
      return held
    }
  }
}
