internal import Planning
internal import Scheduling

/// What has happened so far.
///
/// Project itself does not move unfinished work to the status date, so that date stays out of the
/// plan; work under way goes on where the file says.
extension MSPDIImporter {
  /// The baselines of a task, each number once.
  func baselines(of task: MSPDIFile.Task) -> [PlanTask.Baseline] {
    var result: [PlanTask.Baseline] = []
    for stated in file.baselines(of: task) {
      let number = stated.number ?? 0
      guard (0...10).contains(number), !result.contains(where: { $0.number == number }) else {
        continue
      }
      var baseline = PlanTask.Baseline(number: number)
      baseline.start = stated.start.flatMap { isInRange($0) ? $0 : nil }
      baseline.finish = stated.finish.flatMap { isInRange($0) ? $0 : nil }
      baseline.duration = stated.duration.map {
        duration(seconds: $0, format: task.durationFormat ?? 7)
      }
      baseline.cost = stated.cost.flatMap(money)
      result.append(baseline)
    }
    return result
  }

  func readProgress(of task: MSPDIFile.Task, _ stated: inout PlanTask) {
    let percent = task.percentComplete ?? 0
    if percent >= 100 || task.actualFinish != nil,
      let finished = task.actualFinish ?? task.finish
    {
      let started = task.actualStart ?? task.start ?? finished
      stated.progress = .init(started: min(started, finished), finished: finished)
      return
    }
    guard let started = task.actualStart ?? (percent > 0 ? task.start : nil) else { return }
    let format = task.durationFormat ?? 7
    let whole = task.duration ?? 0
    let done = task.actualDuration ?? whole * percent / 100
    let left = task.remainingDuration ?? max(0, whole - done)
    stated.progress = .init(
      started: started, remaining: duration(seconds: left, format: format),
      resumed: done > 0 ? task.resume ?? task.stop : started)
  }
}
