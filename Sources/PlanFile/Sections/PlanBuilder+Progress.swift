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

  /// Reads `baselines` of a task: dates and amounts as they were once agreed, each number once.
  mutating func readBaselines(_ list: Value) -> [PlanTask.Baseline] {
    var result: [PlanTask.Baseline] = []
    for item in items(list) {
      guard let fields = record(item, as: BaselineKey.self) else { continue }
      var number = 0
      if let value = fields[.number] {
        guard let stated = wholeNumber(value, in: 0...10) else { continue }
        number = Int(stated)
      }
      guard !result.contains(where: { $0.number == number }) else {
        error(.baselineTwice(number), at: item.position)
        continue
      }
      var baseline = PlanTask.Baseline(number: number)
      if let value = fields[.start] { baseline.start = date(value)?.asStart }
      if let value = fields[.finish] { baseline.finish = date(value)?.asFinish }
      if let value = fields[.duration] { baseline.duration = duration(value) }
      if let value = fields[.cost] { baseline.cost = money(value) }
      result.append(baseline)
    }
    return result
  }

  /// Warns about something that happened after the day the plan's facts are from.
  private mutating func warnIfLater(_ instant: Instant, _ value: Value) {
    guard let status = plan.statusDate, instant.date > status.date else { return }
    warn(.afterStatusDate(value.text ?? "", status.date.description), at: value.position)
  }
}
