import ProjectXML
import Scheduling

/// How a file's values are written, to compare them with the text of a document.
///
/// The texts are brought to one form first: `1.0` is `1`, `PT0H0M0S` and `PT0S` are the same.
enum StatedText {
  /// Fields of a task by the names of their elements, the absent ones among them.
  static func fields(of task: MSPDIFile.Task) -> [String: String?] {
    texts([
      "UID": Int(task.uid), "ID": task.id, "OutlineLevel": task.outlineLevel, "Type": task.type,
      "ConstraintType": task.constraintType, "DurationFormat": task.durationFormat,
      "LevelingDelayFormat": task.levelingDelayFormat, "Priority": task.priority,
      "PercentComplete": task.percentComplete, "PercentWorkComplete": task.percentWorkComplete,
      "FreeSlack": task.freeSlack, "TotalSlack": task.totalSlack, "StartSlack": task.startSlack,
      "FinishSlack": task.finishSlack, "LevelingDelay": task.levelingDelay,
      "CalendarUID": task.calendarUID, "Cost": task.cost, "FixedCost": task.fixedCost,
    ])
    .merging(
      dates([
        "Start": task.start, "Finish": task.finish, "Stop": task.stop, "Resume": task.resume,
        "EarlyStart": task.earlyStart, "EarlyFinish": task.earlyFinish,
        "LateStart": task.lateStart, "LateFinish": task.lateFinish,
        "ActualStart": task.actualStart, "ActualFinish": task.actualFinish,
        "ConstraintDate": task.constraintDate, "Deadline": task.deadline,
        "ManualStart": task.manualStart, "ManualFinish": task.manualFinish,
      ])
    ) { first, _ in first }
    .merging(
      durations([
        "Duration": task.duration, "ManualDuration": task.manualDuration,
        "ActualDuration": task.actualDuration, "RemainingDuration": task.remainingDuration,
        "Work": task.work, "ActualWork": task.actualWork, "RemainingWork": task.remainingWork,
      ])
    ) { first, _ in first }
    .merging(
      flags([
        "IsNull": task.isNull, "Active": task.isActive, "Manual": task.isManual,
        "EffortDriven": task.isEffortDriven, "Estimated": task.isEstimated,
        "Milestone": task.isMilestone, "Summary": task.isSummary, "Critical": task.isCritical,
        "IsSubproject": task.isSubproject, "ExternalTask": task.isExternal,
        "Recurring": task.isRecurring, "LevelingCanSplit": task.levelingCanSplit,
        "IgnoreResourceCalendar": task.ignoresResourceCalendar,
      ])
    ) { first, _ in first }
    .merging(
      stated([
        "Name": task.name, "WBS": task.wbs, "OutlineNumber": task.outlineNumber,
        "Notes": task.notes,
      ])
    ) { first, _ in first }
  }

  /// Fields of an assignment by the names of their elements.
  static func fields(of assignment: MSPDIFile.Assignment) -> [String: String?] {
    texts([
      "UID": Int(assignment.uid), "TaskUID": assignment.taskUID,
      "ResourceUID": assignment.resourceUID, "Delay": assignment.delay,
      "LevelingDelay": assignment.levelingDelay, "WorkContour": assignment.workContour,
      "PercentWorkComplete": assignment.percentWorkComplete,
    ])
    .merging(
      dates([
        "Start": assignment.start, "Finish": assignment.finish,
        "ActualStart": assignment.actualStart, "ActualFinish": assignment.actualFinish,
        "Stop": assignment.stop, "Resume": assignment.resume,
      ])
    ) { first, _ in first }
    .merging(
      durations([
        "Work": assignment.work, "ActualWork": assignment.actualWork,
        "RemainingWork": assignment.remainingWork,
      ])
    ) { first, _ in first }
    .merging(
      flags([
        "Milestone": assignment.isMilestone, "HasFixedRateUnits": assignment.hasFixedRateUnits,
      ])
    ) { first, _ in first }
    .merging(stated(["Units": assignment.units.map(decimal)])) { first, _ in first }
  }

  /// Fields of a link by the names of their elements.
  static func fields(of link: MSPDIFile.Link) -> [String: String?] {
    texts([
      "PredecessorUID": link.predecessorUID, "LinkLag": link.lag, "Type": link.type,
      "LagFormat": link.lagFormat,
    ])
    .merging(flags(["CrossProject": link.isCrossProject])) { first, _ in first }
    .merging(stated(["CrossProjectName": link.crossProjectName])) { first, _ in first }
  }

  /// Fields of a document's element in the same form; those of other names are left out.
  static func fields(
    _ element: [String: String], like names: some Collection<String>
  ) -> [String: String] {
    var result: [String: String] = [:]
    for name in names {
      guard let text = element[name] else { continue }
      if text.hasPrefix("PT") {
        let parts = text.dropFirst(2).split { "HMS".contains($0) }.compactMap { Int($0) }
        result[name] =
          parts.count == 3 ? duration((parts[0] * 60 + parts[1]) * 60 + parts[2]) : text
      } else {
        result[name] = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      }
    }
    return result
  }

  private static func texts(_ numbers: [String: Int?]) -> [String: String?] {
    numbers.mapValues { $0.map(String.init) }
  }

  private static func stated(_ texts: [String: String?]) -> [String: String?] {
    texts
  }

  private static func flags(_ flags: [String: Bool?]) -> [String: String?] {
    flags.mapValues { $0.map { $0 ? "1" : "0" } }
  }

  private static func dates(_ dates: [String: Instant?]) -> [String: String?] {
    dates.mapValues { $0.map { "\($0):00" } }
  }

  private static func durations(_ durations: [String: Int?]) -> [String: String?] {
    durations.mapValues { $0.map(duration) }
  }

  private static func duration(_ seconds: Int) -> String { "\(seconds) s" }

  private static func decimal(_ millionths: Int) -> String {
    var text = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while text.last == "0" { text.removeLast() }
    return text.isEmpty ? "\(millionths / 1_000_000)" : "\(millionths / 1_000_000).\(text)"
  }
}
