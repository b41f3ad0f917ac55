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
  func shapes(_ rows: ArraySlice<GanttRow>) -> [Picture.Shape] {
    var rowOf: [Int: Int] = [:]
    for (row, content) in rows.enumerated() {
      if let task = content.task { rowOf[task] = row }
    }
    var critical: [Picture.Shape] = []
    var driving: [Picture.Shape] = []
    for (row, content) in rows.enumerated() {
      guard let task = content.task, !schedule.plan.tasks[task].isSummary,
        let waiting = reasons[task]?.waiting, let source = rowOf[waiting.predecessor]
      else { continue }
      let (from, to) = (schedule.tasks[waiting.predecessor], schedule.tasks[task])
      let isDriving = from.isDriving && to.isDriving
      guard isDriving || (from.isCritical && to.isCritical) else { continue }
      let end = Arrow.End(dates: to, row: row, isMilestone: schedule.isPoint(task))
      guard
        let arrow = Arrow(
          from: .init(
            dates: from, row: source, isMilestone: schedule.isPoint(waiting.predecessor)), to: end,
          type: waiting.type, layout)
      else { continue }
      let line = Picture.Shape.polyline(
        arrow.points, .chart(isDriving ? .drivingLink : .link))
      let head = Picture.Shape.polygon(
        arrow.head, .chart(isDriving ? .drivingLinkHead : .linkHead))
      if isDriving { driving += [line, head] } else { critical += [line, head] }
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

/// An arrow between two bars.
private struct Arrow {
  /// A bar at one end.
  struct End {
    let dates: PlanSchedule.TaskDates
    let row: Int
    let isMilestone: Bool
  }

  private(set) var points: [Picture.Point] = []
  private(set) var head: [Picture.Point] = []

  /// Draws a link; nil when one of its ends is not on the chart.
  init?(from: End, to: End, type: LinkType, _ layout: GanttLayout) {
    let scale = layout.scale
    let source = type.fromFinish || from.isMilestone ? from.dates.finish : from.dates.start
    let target = type.toStart && !to.isMilestone ? to.dates.start : to.dates.finish
    guard scale.contains(source), scale.contains(target), from.row != to.row else { return nil }
    let (sourceY, targetY) = (layout.middle(from.row), layout.middle(to.row))
    let reach = layout.radius
    let out = max(60, layout.rowHeight * 35 / 100)
    let size = min(max(layout.rowHeight * 30 / 100, 45), 110)
    func middle(_ instant: Instant) -> Int {
      min(max(scale.x(instant), scale.left + reach), scale.right - reach)
    }
    // A link leaves a milestone from its middle, which the milestone covers.
    let start = from.isMilestone ? middle(source) : scale.x(source)
    let end =
      to.isMilestone
      ? middle(target) + (type.toStart ? -reach : reach) : scale.x(target)
    let isDown = targetY > sourceY
    switch (type.fromFinish, type.toStart) {
    case (true, true):
      // Into the bar from above or below, where the time allows it.
      var entry =
        to.isMilestone
        ? end + reach : end + min(size, max(0, (scale.clamped(to.dates.finish) - end) / 2))
      if entry < start, source <= target { entry = start }
      if entry >= start {
        let half = to.isMilestone ? reach : layout.rowHeight * 30 / 100
        let tip = isDown ? targetY - half : targetY + half
        points = [.init(start, sourceY), .init(entry, sourceY), .init(entry, tip)]
        let back = isDown ? tip - size : tip + size
        head = [
          .init(entry, tip), .init(entry - size / 2, back), .init(entry + size / 2, back),
        ]
        return
      }
      let between = isDown ? layout.top(to.row) : layout.top(to.row + 1)
      let (first, last) = (min(start + out, scale.right), max(end - out, scale.left))
      points = [
        .init(start, sourceY), .init(first, sourceY), .init(first, between),
        .init(last, between), .init(last, targetY), .init(end, targetY),
      ]
    case (false, true):
      let x = max(min(start, end) - out, scale.left)
      points = [
        .init(start, sourceY), .init(x, sourceY), .init(x, targetY), .init(end, targetY),
      ]
    case (true, false):
      let x = min(max(start, end) + out, scale.right)
      points = [
        .init(start, sourceY), .init(x, sourceY), .init(x, targetY), .init(end, targetY),
      ]
    case (false, false):
      let between = isDown ? layout.top(to.row) : layout.top(to.row + 1)
      let (first, last) = (max(start - out, scale.left), min(end + out, scale.right))
      points = [
        .init(start, sourceY), .init(first, sourceY), .init(first, between),
        .init(last, between), .init(last, targetY), .init(end, targetY),
      ]
    }
    let back = type.toStart ? end - size : end + size
    head = [
      .init(end, targetY), .init(back, targetY - size / 2), .init(back, targetY + size / 2),
    ]
  }
}
