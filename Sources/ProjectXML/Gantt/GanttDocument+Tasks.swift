internal import Planning
internal import Scheduling
internal import SharedSystem

/// The tasks of the document, bar by bar.
extension GanttDocument {
  func write(_ task: Int, at row: Int, to stream: inout XMLStream) {
    let stated = plan.tasks[task]
    stream.start("task")
    stream.attribute("id", stated.id)
    stream.attribute("name", rows.name(of: task))
    stream.attribute("kind", rows.kind(of: task).rawValue)
    stream.attribute("number", rows.outline.numbers[row])
    stream.attribute("level", rows.outline.levels[row])
    if let parent = rows.outline.parents[task] {
      stream.attribute("parent", plan.tasks[parent].id)
    }
    if let owner = stated.owner { stream.attribute("owner", owner) }
    if let module = stated.module { stream.attribute("module", module) }
    if let calendar = rows.calendar(of: task) { stream.attribute("calendar", calendar) }
    writeDates(of: task, to: &stream)
    stream.attribute("percentComplete", Int(rows.progress.percent(of: task)))
    stream.attribute("active", stated.isActive)
    if let deadline = stated.deadline { stream.attribute("deadline", deadline) }
    if let cost = stated.cost { stream.attribute("cost", Int(cost)) }
    if let isIllustrative = stated.illustrative {
      stream.attribute("illustrative", isIllustrative)
    }
    for driver in stated.drivers {
      stream.start("driver")
      stream.attribute("id", driver)
      stream.end()
    }
    writeDrivenBy(of: task, to: &stream)
    writeLinks(of: task, to: &stream)
    for constraint in stated.constraints { write(constraint, to: &stream) }
    if let progress = stated.progress { write(progress, to: &stream) }
    for baseline in stated.baselines { write(baseline, to: &stream) }
    if let source = stated.source { stream.element("source", source) }
    if let notes = stated.notes { stream.element("notes", text(notes)) }
    stream.end()
  }

  /// The late dates are those of the margin when the plan has a target, as in `schedule --json`.
  private func writeDates(of task: Int, to stream: inout XMLStream) {
    let dates = schedule.tasks[task]
    stream.attribute("start", dates.start)
    stream.attribute("finish", dates.finish)
    stream.attribute("earlyStart", dates.earlyStart)
    stream.attribute("earlyFinish", dates.earlyFinish)
    stream.attribute("lateStart", dates.targetLateStart ?? dates.lateStart)
    stream.attribute("lateFinish", dates.targetLateFinish ?? dates.lateFinish)
    stream.attribute("duration", Int(dates.duration))
    stream.attribute("totalFloat", Int(dates.totalFloat))
    stream.attribute("freeFloat", Int(dates.freeFloat))
    if let margin = dates.margin { stream.attribute("margin", Int(margin)) }
    stream.attribute("critical", dates.isCritical)
    stream.attribute("driving", dates.isDriving)
  }

  private func writeLinks(of task: Int, to stream: inout XMLStream) {
    for dependency in plan.tasks[task].after {
      stream.start("link")
      stream.attribute("predecessor", dependency.task)
      stream.attribute("type", dependency.type.code)
      if let minutes = rows.lagMinutes(of: dependency) {
        stream.attribute("lag", Int(minutes))
      }
      if !dependency.lag.isZero { stream.attribute("lagText", dependency.lag.signedText) }
      stream.attribute("lagCalendar", rows.lagCalendar(of: dependency).rawValue)
      stream.attribute("driving", rows.drives(dependency, task))
      stream.end()
    }
  }

  private func write(_ constraint: TaskConstraint, to stream: inout XMLStream) {
    stream.start("constraint")
    stream.attribute("type", constraint.kind.planName)
    if constraint.kind != .asLateAsPossible { stream.attribute("date", constraint.date) }
    stream.end()
  }

  private func write(_ progress: PlanTask.Progress, to stream: inout XMLStream) {
    stream.start("progress")
    stream.attribute("started", progress.started)
    if let finished = progress.finished { stream.attribute("finished", finished) }
    if let remaining = progress.remaining {
      if let minutes = plan.units.minutes(of: remaining) {
        stream.attribute("remaining", Int(minutes))
      }
      stream.attribute("remainingText", remaining.text)
    }
    if let resumed = progress.resumed { stream.attribute("resumed", resumed) }
    stream.end()
  }

  private func write(_ baseline: PlanTask.Baseline, to stream: inout XMLStream) {
    stream.start("baseline")
    stream.attribute("number", baseline.number)
    if let start = baseline.start { stream.attribute("start", start) }
    if let finish = baseline.finish { stream.attribute("finish", finish) }
    if let duration = baseline.duration {
      if let minutes = plan.units.minutes(of: duration) {
        stream.attribute("duration", Int(minutes))
      }
      stream.attribute("durationText", duration.text)
    }
    if let cost = baseline.cost { stream.attribute("cost", Int(cost)) }
    stream.end()
  }
}
