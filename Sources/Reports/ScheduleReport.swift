package import Planning

/// All tasks in outline order with their dates and floats.
package struct ScheduleReport: Sendable {
  let schedule: PlanSchedule
  let context: ReportContext

  /// Makes a report of a schedule.
  package init(_ schedule: PlanSchedule, _ context: ReportContext) {
    self.schedule = schedule
    self.context = context
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    let plan = schedule.plan
    var report = ReportText(style: context.style)
    report.add([Verdict(schedule, context).line, tasksLine, IllustrativeData(plan)?.line(words)])
    guard !plan.tasks.isEmpty else { return report.text }
    report.add(table)
    let days = DaysLegend(schedule, of: Array(plan.tasks.indices)).lines(words)
    report.add(lines: ["  " + words.marksLegend] + days)
    if let owners = OwnerLegend(context: context).line(plan, tasks: plan.tasks) {
      report.add([owners])
    }
    report.add(
      sentence: words.maybeCriticalPath(command: "bunri critical-path \(context.planArgument)"))
    return report.text
  }

  private var tasksLine: LabelledLine {
    let words = context.words
    guard !schedule.plan.tasks.isEmpty else {
      return LabelledLine(words.tasksLabel, sentence: words.noTasks)
    }
    let leaves = schedule.plan.tasks.indices.filter { !schedule.plan.tasks[$0].isSummary }
    let critical = leaves.count { schedule.tasks[$0].isCritical }
    return LabelledLine(words.tasksLabel, sentence: words.tasks(leaves.count, critical: critical))
  }

  private var table: Table {
    let words = context.words
    let plan = schedule.plan
    let depths = depths
    var table = Table(columns: [
      .init(title: words.startColumn), .init(title: words.finishColumn),
      .init(title: words.daysColumn, isNumeric: true),
      .init(title: words.floatColumn, isNumeric: true),
      .init(title: words.marginColumn, isNumeric: true), .init(title: ""),
      .init(title: words.taskColumn, overflow: .cut(minimum: 14)),
      .init(title: words.idColumn, overflow: .cut(minimum: 10)),
      .init(title: words.ownerColumn, overflow: .cut(minimum: 6)),
    ])
    table.indent = 0
    table.rows = plan.tasks.indices.map { index in
      let task = plan.tasks[index]
      let dates = schedule.tasks[index]
      let indentation = String(repeating: " ", count: min(depths[index], 8) * 2)
      let emphasis: Emphasis = task.isSummary ? .strong : .none
      return [
        .init("\(schedule.startDay(of: index))"), .init("\(schedule.finishDay(of: index))"),
        .init(Figures.days(of: task, minutes: dates.duration, plan.units)),
        .init(float(dates.totalFloat, of: task)),
        margin(dates, of: task),
        .init((dates.isDriving ? ">" : " ") + (dates.isCritical ? "*" : ""), .alarm),
        .init(indentation + context.name(task), emphasis), .init(task.id, .faint),
        .init(task.owner ?? ""),
      ]
    }
    return table
  }

  /// A float in the unit of the task's own duration; without decimals from 100 days on.
  private func float(_ minutes: Int32, of task: PlanTask) -> String {
    let isOnTheClock = task.duration?.isOnTheClock ?? false
    let perDay = isOnTheClock ? 1440 : schedule.plan.units.minutesPerDay
    let isLong = abs(Int(minutes)) >= 100 * perDay
    let days = isLong ? Figures.grouped(Int(minutes) / perDay) : Figures.ratio(minutes, perDay)
    return isOnTheClock ? days + "ed" : days
  }

  /// The margin of a late plan says what must be pulled in; in time it is the float again.
  private func margin(_ dates: PlanSchedule.TaskDates, of task: PlanTask) -> Table.Cell {
    guard schedule.isLate, let margin = dates.margin else { return .init("") }
    return .init(float(margin, of: task), margin < 0 ? .alarm : .none)
  }

  /// How many summaries hold each task.
  private var depths: [Int] {
    var depths: [Int] = []
    for task in schedule.plan.tasks { depths.append(task.parent.map { depths[$0] + 1 } ?? 0) }
    return depths
  }
}
