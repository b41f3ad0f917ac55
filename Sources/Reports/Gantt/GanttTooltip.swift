import Planning
import SharedSystem

/// What a reader sees who points at a row: all there is no room for in the chart.
struct GanttTooltip {
  private let schedule: PlanSchedule
  private let context: ReportContext

  init(_ schedule: PlanSchedule, _ context: ReportContext) {
    (self.schedule, self.context) = (schedule, context)
  }

  /// The id and the whole name, dates, floats, owner and module of a task, each on a line.
  func text(of index: Int) -> String {
    let (task, dates) = (schedule.plan.tasks[index], schedule.tasks[index])
    let (words, units) = (context.words, schedule.plan.units)
    var lines = ["\(task.id)  \(context.name(task))"]
    let length = Figures.days(of: task, minutes: dates.duration, units)
    let start = schedule.startDay(of: index)
    let finish = schedule.finishDay(of: index)
    lines.append(
      task.isMilestone ? "\(finish)" : "\(start) → \(finish)  \(words.clockDays(length))")
    lines.append(
      words.floats(
        total: Figures.days(of: task, minutes: dates.totalFloat, units),
        free: Figures.days(of: task, minutes: dates.freeFloat, units)))
    if let margin = dates.margin {
      lines.append(words.margin(days: Figures.days(margin, units), late: nil))
    }
    if dates.isDriving {
      lines.append(words.legendDriving(toFinish: schedule.cutover == nil))
    } else if dates.isCritical {
      lines.append(words.legendCritical)
    }
    if let agreed = task.agreed {
      lines.append(
        words.tooltipBaseline(agreed.start.dayAsStart, max(agreed.start, agreed.finish).dayAsFinish)
      )
    }
    if let owner = task.owner { lines.append(words.only(.owner(owner), name: owner)) }
    if let module = task.module { lines.append(words.only(.module(module), name: module)) }
    return lines.joined(separator: "\n")
  }
}
