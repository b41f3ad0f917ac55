import Planning
import Scheduling

/// Reading what has happened to tasks so far.
extension PlanBuilder {
  /// Reads `progress` of a task.
  mutating func readPast(_ fields: Record<TaskKey>, into task: inout PlanTask) {
    guard let value = fields[.progress], let progress = record(value, as: ProgressKey.self)
    else { return }
    guard let startedValue = progress[.started] else {
      missing(.started, in: progress)
      return
    }
    guard let started = date(startedValue)?.asStart else { return }
    warnIfLater(started, startedValue)
    var result = PlanTask.Progress(started: started)
    if let value = progress[.finished], let finished = date(value)?.asFinish {
      if finished < started {
        error(.finishedBeforeStarted(value.text ?? "", startedValue.text ?? ""), at: value.position)
      }
      warnIfLater(finished, value)
      result.finished = finished
    }
    if let value = progress[.remaining], let remaining = duration(value) {
      if progress[.finished] != nil, remaining.thousandths > 0 {
        error(.finishedButRemaining(value.text ?? ""), at: value.position)
      } else {
        result.remaining = remaining
      }
    }
    if let value = progress[.resumed], let resumed = date(value)?.asStart {
      if progress[.finished] != nil {
        error(.finishedButResumed(value.text ?? ""), at: value.position)
      } else if resumed < started {
        error(.resumedBeforeStarted(value.text ?? "", startedValue.text ?? ""), at: value.position)
      }
      result.resumed = resumed
    }
    task.progress = result
  }

  /// Warns about something that happened after the day the plan's facts are from.
  private mutating func warnIfLater(_ instant: Instant, _ value: Value) {
    guard let status = plan.statusDate, instant.date > status.date else { return }
    warn(.afterStatusDate(value.text ?? "", status.date.description), at: value.position)
  }
}
