import Planning
import ProjectXML
import Scheduling

/// The values of a task that Microsoft Project calculated and stored.
enum StoredField: String, CaseIterable {
  case start, finish, earlyStart, earlyFinish, lateStart, lateFinish, totalSlack

  /// The heading of its column.
  var heading: String {
    switch self {
    case .start: "start"
    case .finish: "finish"
    case .earlyStart: "e-start"
    case .earlyFinish: "e-finish"
    case .lateStart: "l-start"
    case .lateFinish: "l-finish"
    case .totalSlack: "slack"
    }
  }

  /// The stored date; nil when the file has none, or the field is no date.
  func stored(in task: MSPDIFile.Task) -> Instant? {
    switch self {
    case .start: task.start
    case .finish: task.finish
    case .earlyStart: task.earlyStart
    case .earlyFinish: task.earlyFinish
    case .lateStart: task.lateStart
    case .lateFinish: task.lateFinish
    case .totalSlack: nil
    }
  }

  /// The recalculated date.
  func recalculated(in dates: PlanSchedule.TaskDates) -> Instant? {
    switch self {
    case .start: dates.start
    case .finish: dates.finish
    case .earlyStart: dates.earlyStart
    case .earlyFinish: dates.earlyFinish
    case .lateStart: dates.lateStart
    case .lateFinish: dates.lateFinish
    case .totalSlack: nil
    }
  }
}
