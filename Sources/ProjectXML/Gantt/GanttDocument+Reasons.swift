internal import Planning
internal import Scheduling

/// What sets a task's dates: the same as `drivenBy` of `schedule --json`.
extension GanttDocument {
  func writeDrivenBy(of task: Int, to stream: inout XMLStream) {
    guard let reason = rows.reasons[task] else {
      return writeBoundaries(of: task, to: &stream)
    }
    stream.start("drivenBy")
    switch reason {
    case .projectStart: stream.attribute("kind", "start")
    case .statusDate:
      stream.attribute("kind", "statusDate")
      if let status = plan.statusDate { stream.attribute("date", status) }
    case .actual: stream.attribute("kind", "actual")
    case .link(let waiting):
      stream.attribute("kind", "link")
      write(waiting, to: &stream)
    case .calendar(let waiting, let wait, let window):
      stream.attribute("kind", "calendar")
      stream.attribute("waitMinutes", Int(wait))
      if let window {
        stream.attribute("windowStart", window.start)
        stream.attribute("windowEnd", window.end)
      }
      if let waiting { write(waiting, to: &stream) }
    case .constraint(let constraint):
      stream.attribute("kind", "constraint")
      stream.attribute("constraint", constraint.kind.planName)
      if constraint.kind != .asLateAsPossible { stream.attribute("date", constraint.date) }
    }
    stream.end()
  }

  /// The tasks that give a summary its dates; nothing when it holds none.
  private func writeBoundaries(of task: Int, to stream: inout XMLStream) {
    guard plan.tasks[task].isSummary, let (first, last) = schedule.boundaries(of: task) else {
      return
    }
    stream.start("drivenBy")
    stream.attribute("kind", "summary")
    stream.attribute("first", plan.tasks[first].id)
    stream.attribute("last", plan.tasks[last].id)
    stream.end()
  }

  private func write(_ waiting: PlanSchedule.Reason.Waiting, to stream: inout XMLStream) {
    stream.attribute("predecessor", plan.tasks[waiting.predecessor].id)
    stream.attribute("type", waiting.type.code)
    if let minutes = rows.lagMinutes(waiting.lag, from: waiting.predecessor) {
      stream.attribute("lag", Int(minutes))
    }
    if !waiting.lag.isZero { stream.attribute("lagText", waiting.lag.signedText) }
    if let summary = waiting.viaSummary {
      stream.attribute("viaSummary", plan.tasks[summary].id)
    }
  }
}
