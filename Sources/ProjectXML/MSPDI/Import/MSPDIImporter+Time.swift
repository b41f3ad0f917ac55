internal import Planning
internal import Scheduling

/// Working time between dates that people entered.
extension MSPDIImporter {
  /// The working time of a calendar of the plan, by its id; nil for the project's own. It is worked
  /// out once.
  mutating func workingTime(of calendar: String?) -> WorkingMinutes {
    let id = calendar ?? plan.calendar ?? ""
    if let known = clocks[id] { return known }
    let stated = plan.calendars.first { $0.id == id }?.calendar ?? .standard
    let first = plan.start.date.dayNumber - 400
    let clock = WorkingMinutes(stated, from: first, through: first + 8000)
    clocks[id] = clock
    return clock
  }

  /// The duration of a task scheduled by hand: the working time between the dates entered, which
  /// hold whatever duration is stated beside them; nil when there is none between them.
  mutating func durationByHand(
    _ task: MSPDIFile.Task, _ calendar: String?, format: Int
  ) -> PlanDuration? {
    guard let start = task.start ?? task.manualStart, let finish = task.finish ?? task.manualFinish,
      start < finish
    else { return nil }
    let code = format >= 32 ? format - 32 : format
    let isElapsed = [4, 6, 8, 10, 12].contains(code)
    let minutes =
      isElapsed
      ? finish.minutes - start.minutes
      : workingTime(of: calendar).minutes(from: start, to: finish)
    return minutes > 0 ? meaning.duration(minutes: Int(minutes), format: format) : nil
  }
}
