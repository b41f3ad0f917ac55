import Planning
import Scheduling
import SharedSystem

/// The links that set the dates of critical tasks, as arrows with right angles.
struct GanttLinks {
  let schedule: PlanSchedule
  let layout: GanttLayout
  /// By index of a task, what sets its dates.
  let reasons: [PlanSchedule.Reason?]

  private var scale: TimeScale { layout.scale }

  /// The arrows between rows of one page: the driving path's last, so that they lie above.
  ///
  /// - Complexity: O(rows).
  func arrows(_ rows: ArraySlice<GanttRow>) -> [GanttArrow] {
    var rowOf: [Int: Int] = [:]
    for (row, content) in rows.enumerated() {
      if let task = content.task { rowOf[task] = row }
    }
    var critical: [GanttArrow] = []
    var driving: [GanttArrow] = []
    for (row, content) in rows.enumerated() {
      guard let task = content.task, !schedule.plan.tasks[task].isSummary,
        let waiting = reasons[task]?.waiting, let source = rowOf[waiting.predecessor]
      else { continue }
      let (from, to) = (schedule.tasks[waiting.predecessor], schedule.tasks[task])
      let isDriving = from.isDriving && to.isDriving
      guard isDriving || (from.isCritical && to.isCritical) else { continue }
      let start = GanttArrow.End(
        dates: from, row: source, isMilestone: schedule.isPoint(waiting.predecessor))
      let end = GanttArrow.End(dates: to, row: row, isMilestone: schedule.isPoint(task))
      guard
        let arrow = GanttArrow(
          from: start, to: end, type: waiting.type, isDriving: isDriving, layout)
      else { continue }
      if isDriving { driving.append(arrow) } else { critical.append(arrow) }
    }
    return critical + driving
  }
}

extension PlanSchedule.Reason {
  /// The link that sets the date, or for whose bound the calendar has no working time yet.
  fileprivate var waiting: Waiting? {
    switch self {
    case .link(let waiting): waiting
    case .calendar(let waiting, _, _): waiting
    default: nil
    }
  }
}
