package import Planning

/// The longest driving path to the cutover, task by task, with what drives each date.
package struct CriticalPathReport: Sendable {
  let schedule: PlanSchedule
  let context: ReportContext
  /// The lever that gains most, for the advice.
  let advice: LeverAdvice?

  /// Makes a report of a schedule.
  package init(_ schedule: PlanSchedule, _ context: ReportContext, advice: LeverAdvice? = nil) {
    self.schedule = schedule
    self.context = context
    self.advice = advice
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add([
      Verdict(schedule, context).line, pathLine, IllustrativeData(schedule.plan)?.line(words),
    ])
    report.add(table)
    let tasks = schedule.path.map { schedule.plan.tasks[$0.task] }
    report.append(lines: DaysLegend(schedule, of: schedule.path.map(\.task)).lines(words))
    if let owners = OwnerLegend(context: context).line(schedule.plan, tasks: tasks) {
      report.add([owners])
    }
    if let advice { report.add(sentence: advice.sentence(context)) }
    return report.text
  }

  private var pathLine: LabelledLine {
    let words = context.words
    guard let first = schedule.path.first else {
      return LabelledLine(words.path, sentence: words.noTasks)
    }
    let minutes = schedule.plan.workingMinutes(
      from: schedule.tasks[first.task].start, to: schedule.cutoverFinish)
    return LabelledLine(
      words.path,
      sentence: words.path(
        tasks: schedule.path.count, of: schedule.plan.tasks.count { !$0.isSummary },
        days: minutes.map { Figures.days($0, schedule.plan.units) }))
  }

  private var table: Table {
    let words = context.words
    let plan = schedule.plan
    var table = Table(columns: [
      .init(title: words.startColumn), .init(title: words.finishColumn),
      .init(title: words.daysColumn, isNumeric: true),
      .init(title: words.taskColumn, overflow: .cut(minimum: 16)),
      .init(title: words.ownerColumn, overflow: .cut(minimum: 6)),
      .init(title: words.driverColumn, overflow: .cut(minimum: 5)),
      .init(title: words.becauseColumn, overflow: .wrap(minimum: 22)),
    ])
    table.rows = schedule.path.map { step in
      let task = plan.tasks[step.task]
      let dates = schedule.tasks[step.task]
      let because = Because(step, in: schedule, context)
      return [
        .init("\(schedule.startDay(of: step.task))"), .init("\(schedule.finishDay(of: step.task))"),
        .init(Figures.days(of: task, minutes: dates.duration, plan.units)),
        .init(context.name(task)), .init(task.owner ?? ""),
        .init(task.drivers.joined(separator: " ").onOneLine),
        .init(because.text, shorter: { because.text(fitting: $0) }),
      ]
    }
    return table
  }
}
