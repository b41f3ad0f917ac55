import Planning
import Scheduling
import SharedSystem

/// An arrow between two bars.
struct GanttArrow {
  /// A bar at one end.
  struct End {
    let dates: PlanSchedule.TaskDates
    let row: Int
    let isMilestone: Bool
  }

  /// Whether it belongs to the driving path.
  let isDriving: Bool
  /// The corners of its line, which is horizontal and vertical in turn.
  private(set) var points: [Picture.Point] = []
  private(set) var head: [Picture.Point] = []

  var shapes: [Picture.Shape] {
    [
      .polyline(points, .chart(isDriving ? .drivingLink : .link)),
      .polygon(head, .chart(isDriving ? .drivingLinkHead : .linkHead)),
    ]
  }

  /// From where to where its line and head lie between two heights.
  func places(between top: Int, and bottom: Int) -> [(left: Int, right: Int)] {
    let parts = zip(points, points.dropFirst()).map { [$0, $1] } + [head]
    return parts.compactMap { part in
      let (xs, ys) = (part.map(\.x), part.map(\.y))
      guard let low = ys.min(), let high = ys.max(), low <= bottom, top <= high,
        let left = xs.min(), let right = xs.max()
      else { return nil }
      return (left, right)
    }
  }

  /// Draws a link; nil when one of its ends is not on the chart.
  init?(
    from: End, to: End, type: LinkType, isDriving: Bool, _ layout: GanttLayout
  ) {
    self.isDriving = isDriving
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
