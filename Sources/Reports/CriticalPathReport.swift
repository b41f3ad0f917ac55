package import Planning

/// The longest driving path to the cutover, task by task, with what drives each date, and the paths
/// nearest to it.
package struct CriticalPathReport: Sendable {
  let schedule: PlanSchedule
  let context: ReportContext
  /// The path nearest to the longest one; nil when there is none, or when it was not sought.
  let nextPath: PlanSchedule.NearPath?
  /// The paths to list, the longest first; nil when none were asked for.
  let listed: [PlanSchedule.NearPath]?
  /// The lever that gains most, for the advice.
  let advice: LeverAdvice?

  /// Makes a report of a schedule.
  ///
  /// - Parameters:
  ///   - paths: the longest driving path and those nearest to it (`PlanSchedule.nearPaths`).
  ///   - count: how many of them to list, the longest included; nil: the longest alone.
  ///   - advice: the lever that gains most.
  package init(
    _ schedule: PlanSchedule, _ context: ReportContext, paths: [PlanSchedule.NearPath] = [],
    listing count: Int? = nil, advice: LeverAdvice? = nil
  ) {
    self.schedule = schedule
    self.context = context
    self.advice = advice
    nextPath = paths.dropFirst().first
    listed = count.map { Array(paths.prefix($0)) }
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add([
      Verdict(schedule, context).line, pathLine, IllustrativeData(schedule.plan)?.line(words),
    ])
    report.add(table(schedule.path))
    var shown = schedule.path.map(\.task)
    for (number, path) in (listed ?? []).enumerated().dropFirst() {
      let added = Array(path.steps[path.added])
      report.add([heading(path, number: number + 1)])
      report.append(lines: table(added).lines(style: context.style))
      shown += added.map(\.task)
    }
    report.append(lines: DaysLegend(schedule, of: shown).lines(words))
    let tasks = shown.map { schedule.plan.tasks[$0] }
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
        days: minutes.map { Figures.days($0, schedule.plan.units) }) + nextPathWords)
  }

  private var nextPathWords: String {
    guard let nextPath else { return "" }
    let behind = nextPath.float < 0 ? -nextPath.float : nextPath.behind
    return context.words.nextPath(
      behind: Figures.days(behind, schedule.plan.units), isBroken: nextPath.float < 0)
  }

  /// The line above the tasks that a further path adds.
  private func heading(_ path: PlanSchedule.NearPath, number: Int) -> LabelledLine {
    let words = context.words
    let plan = schedule.plan
    let joined = path.joinedPath.map { $0 + 1 }
    var facts: [Table.Cell] = [
      .init(words.pathFloat(Figures.days(path.float, plan.units)), .strong),
      .init(words.isBehind(Figures.days(path.behind, plan.units), path: joined)),
      .init(words.adds(path.added.count)),
    ]
    if let task = path.leaves { facts.append(.init(words.leaves(context.name(plan.tasks[task])))) }
    if let task = path.joins, let joined {
      facts.append(.init(words.joins(context.name(plan.tasks[task]), path: joined)))
    }
    return LabelledLine(words.pathLabel(number), facts)
  }

  private func table(_ steps: [PlanSchedule.PathStep]) -> Table {
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
    table.rows = steps.map { step in
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
