import Planning
import Scheduling
import SharedSystem

/// The bar of a task with what belongs to it: progress, float, baseline, a milestone's day.
struct GanttBar {
  let schedule: PlanSchedule
  let layout: GanttLayout
  /// The links of the page.
  let arrows: [GanttArrow]
  let words: Words

  /// A bar is at least so wide that it is seen.
  private static let least = 45

  private var scale: TimeScale { layout.scale }
  private var height: Int { layout.rowHeight }

  /// The shapes of a task in a row of a page; empty when nothing of it lies on the chart.
  func shapes(of index: Int, row: Int) -> [Picture.Shape] {
    let (task, dates) = (schedule.plan.tasks[index], schedule.tasks[index])
    var shapes = baseline(of: index, row: row)
    if task.isSummary {
      return shapes + bracket(dates.start, dates.finish, row: row)
    }
    shapes += float(dates, task, row: row)
    if schedule.isPoint(index) {
      return shapes + milestone(index, row: row)
    }
    guard let (left, right) = span(dates.start, dates.finish) else { return shapes }
    let top = layout.top(row) + height * 20 / 100
    let role = role(of: task, dates)
    shapes.append(
      .rectangle(
        x: left, y: top, width: right - left, height: barHeight(of: task), .chart(role)))
    if let done = doneUntil(task, dates), let (from, to) = span(dates.start, done) {
      shapes.append(
        .rectangle(
          x: from, y: top + barHeight(of: task) / 3, width: to - from,
          height: barHeight(of: task) / 3, .chart(.done)))
    }
    return shapes
  }

  /// The bracket over what a summary or a group holds.
  func bracket(_ start: Instant, _ finish: Instant, row: Int) -> [Picture.Shape] {
    guard let (left, right) = span(start, finish) else { return [] }
    let top = layout.top(row) + height * 24 / 100
    let thickness = height * 22 / 100
    let point = height * 28 / 100
    let tooth = min(height * 26 / 100, (right - left) / 2)
    var outline = [Picture.Point(left, top), Picture.Point(right, top)]
    let bottom = top + thickness
    // An end that lies outside of the chart has no tooth.
    if finish <= scale.last {
      outline += [.init(right, bottom + point), .init(right - tooth, bottom)]
    } else {
      outline.append(.init(right, bottom))
    }
    if start >= scale.first {
      outline += [.init(left + tooth, bottom), .init(left, bottom + point)]
    } else {
      outline.append(.init(left, bottom))
    }
    return [.polygon(outline, .chart(.summary))]
  }

  /// What of a time lies on the chart, at least so wide that it is seen.
  private func span(_ start: Instant, _ finish: Instant) -> (left: Int, right: Int)? {
    guard start < scale.last, finish > scale.first else { return nil }
    let left = min(scale.clamped(start), scale.right - GanttBar.least)
    return (left, max(scale.clamped(finish), left + GanttBar.least))
  }

  private func barHeight(of task: PlanTask) -> Int {
    height * (task.agreed == nil ? 60 : 48) / 100
  }

  private func role(
    of task: PlanTask, _ dates: PlanSchedule.TaskDates
  ) -> Picture.ChartRole {
    if !task.isActive { return .inactiveBar }
    return dates.isDriving ? .drivingBar : dates.isCritical ? .criticalBar : .bar
  }

  /// Until where a bar is filled: the share of its work that is done, or the status date where the
  /// plan does not say what remains; nil before it has begun.
  private func doneUntil(_ task: PlanTask, _ dates: PlanSchedule.TaskDates) -> Instant? {
    guard let progress = task.progress else { return nil }
    if progress.finished != nil { return dates.finish }
    let units = schedule.plan.units
    if let remaining = progress.remaining.flatMap(units.minutes),
      let whole = task.duration.flatMap(units.minutes), whole > 0
    {
      let done = Int64(max(0, min(whole, whole - remaining)))
      let length = Int64(dates.finish.minutes) - Int64(dates.start.minutes)
      let offset = length * done / Int64(whole)
      return done == 0 ? nil : Instant(minutes: dates.start.minutes + Int32(offset))
    }
    guard let status = schedule.plan.statusDate, status > dates.start else { return nil }
    return min(status, dates.finish)
  }

  private func float(
    _ dates: PlanSchedule.TaskDates, _ task: PlanTask, row: Int
  ) -> [Picture.Shape] {
    guard let (left, right) = tail(dates, task) else { return [] }
    let y = layout.top(row) + height * 50 / 100
    var shapes: [Picture.Shape] = [
      .line(x1: left, y1: y, x2: right, y2: y, .chart(.float))
    ]
    if dates.lateFinish <= scale.last {
      let tick = height * 16 / 100
      shapes.append(.line(x1: right, y1: y - tick, x2: right, y2: y + tick, .chart(.float)))
    }
    return shapes
  }

  /// From where to where the float of a task reaches on the chart.
  private func tail(
    _ dates: PlanSchedule.TaskDates, _ task: PlanTask
  ) -> (left: Int, right: Int)? {
    guard task.isActive, dates.totalFloat > 0, dates.lateFinish > dates.finish,
      task.progress?.finished == nil, dates.finish < scale.last, dates.lateFinish > scale.first
    else { return nil }
    let left = scale.clamped(dates.finish)
    let right = scale.clamped(dates.lateFinish)
    return right - left < 20 ? nil : (left, right)
  }

  private func baseline(of index: Int, row: Int) -> [Picture.Shape] {
    guard let agreed = schedule.plan.tasks[index].agreed else { return [] }
    let top = layout.top(row) + height * 74 / 100
    if schedule.isPoint(index) || agreed.start == agreed.finish {
      guard scale.contains(agreed.finish) else { return [] }
      let x = inside(scale.x(agreed.finish), baselineRadius)
      return [diamond(x, layout.middle(row), baselineRadius, .baseline)]
    }
    guard let (left, right) = span(agreed.start, agreed.finish) else { return [] }
    return [
      .rectangle(
        x: left, y: top, width: right - left, height: height * 16 / 100, .chart(.baseline))
    ]
  }

  // MARK: Milestones

  private var baselineRadius: Int { layout.radius * 65 / 100 }

  /// Where the middle of a milestone is drawn: all of it stays on the chart.
  func inside(_ x: Int, _ radius: Int) -> Int {
    min(max(x, scale.left + radius), scale.right - radius)
  }

  private func diamond(
    _ x: Int, _ y: Int, _ radius: Int, _ role: Picture.ChartRole
  ) -> Picture.Shape {
    .polygon(
      [
        .init(x, y - radius), .init(x + radius, y), .init(x, y + radius), .init(x - radius, y),
      ], .chart(role))
  }

  private func milestone(_ index: Int, row: Int) -> [Picture.Shape] {
    let (task, dates) = (schedule.plan.tasks[index], schedule.tasks[index])
    guard scale.contains(dates.finish) else { return [] }
    let x = inside(scale.x(dates.finish), layout.radius)
    let role: Picture.ChartRole =
      !task.isActive
      ? .inactiveBar
      : dates.isDriving
        ? .drivingMilestone : dates.isCritical ? .criticalMilestone : .milestone
    let shape = diamond(x, layout.middle(row), layout.radius, role)
    return [shape] + mark(index, at: x, row: row)
  }

  /// A milestone's day beside it, where nothing else of its row is and, if there is such a place, no
  /// line passes.
  private func mark(_ index: Int, at x: Int, row: Int) -> [Picture.Shape] {
    let (task, dates) = (schedule.plan.tasks[index], schedule.tasks[index])
    let size = layout.table.textSize
    let text = words.shortDay(schedule.finishDay(of: index))
    let length = TextLength.of(text, size: size)
    let gap = size * 35 / 100
    var taken = [(left: x - layout.radius, right: x + layout.radius)]
    if let tail = tail(dates, task) { taken.append(tail) }
    if let agreed = task.agreed {
      let x = inside(scale.x(agreed.finish), baselineRadius)
      taken.append((x - baselineRadius, x + baselineRadius))
    }
    let places = [
      taken[0].right + gap, taken[0].left - gap - length,
      (taken.map(\.right).max() ?? 0) + gap, (taken.map(\.left).min() ?? 0) - gap - length,
    ]
    let (top, bottom) = (layout.middle(row) - size / 2, layout.middle(row) + size / 2)
    let lines =
      layout.flags.map { (left: $0.x, right: $0.x) }
      + arrows.flatMap { $0.places(between: top, and: bottom) }
    func isFree(_ left: Int, of others: [(left: Int, right: Int)]) -> Bool {
      others.allSatisfy { left + length <= $0.left || $0.right <= left }
    }
    let possible = places.filter {
      $0 >= scale.left && $0 + length <= scale.right && isFree($0, of: taken)
    }
    let free =
      possible.first { isFree($0 - 30, of: lines) && isFree($0 + 30, of: lines) }
      ?? possible.first
    return free.map {
      [.text(text, x: $0, y: layout.middle(row), .chart(.mark), size: size)]
    } ?? []
  }
}
