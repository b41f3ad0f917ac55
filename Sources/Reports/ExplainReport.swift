package import Planning
import Scheduling

/// Why a task has its dates, in numbered prose, and what would make it a day earlier.
package struct ExplainReport: Sendable {
  let schedule: PlanSchedule
  let explanation: Explanation
  let context: ReportContext

  /// So many steps are told at the beginning and at the end of a long chain.
  private static let firstSteps = 5
  private static let lastSteps = 45

  /// Makes a report of an explanation.
  package init(_ explanation: Explanation, of schedule: PlanSchedule, _ context: ReportContext) {
    self.explanation = explanation
    self.schedule = schedule
    self.context = context
  }

  /// The report for people.
  package var text: String {
    let words = context.words
    var report = ReportText(style: context.style)
    report.add([taskLine, datesLine, IllustrativeData(schedule.plan)?.line(words)])
    for part in explanation.parts {
      report.add(lines: heading(part))
      report.append(lines: steps(part))
    }
    report.add(floatLines)
    for part in explanation.parts {
      let earlier = EarlierWords(part, schedule, context)
      report.add(lines: [
        context.style.apply(.strong, to: words.whatMakesEarlier(start: part.aim == .start))
      ])
      report.append(lines: earlier.lines)
    }
    return report.text
  }

  private var plan: Plan { schedule.plan }
  private var task: PlanTask { plan.tasks[explanation.task] }
  private var dates: PlanSchedule.TaskDates { schedule.tasks[explanation.task] }

  private var taskLine: LabelledLine {
    let owner = task.owner.map { owner in
      plan.owners.first { $0.id == owner }.map { context.text($0.name) } ?? owner
    }
    return LabelledLine(
      context.words.task,
      [.init(task.id), .init(context.name(task), .strong), .init(owner ?? "")])
  }

  private var datesLine: LabelledLine {
    let words = context.words
    let (start, finish) = (
      schedule.startDay(of: explanation.task), schedule.finishDay(of: explanation.task)
    )
    let days =
      start == finish
      ? words.weekday(start) : words.arrow(words.weekday(start), words.weekday(finish))
    var facts: [Table.Cell] = [.init(days, .strong)]
    if dates.duration > 0 {
      facts.append(.init(StepWords(schedule, context).amount(explanation.task)))
    }
    return LabelledLine(words.dates, facts)
  }

  private func heading(_ part: Explanation.Part) -> [String] {
    let words = context.words
    let leaf = part.leaf == explanation.task ? nil : context.name(plan.tasks[part.leaf])
    let text =
      part.aim == .start
      ? words.whyStarts(schedule.startDay(of: part.leaf), leaf: leaf)
      : words.whyFinishes(schedule.finishDay(of: part.leaf), leaf: leaf)
    return text.wrapped(toWidth: ReportContext.width).map { context.style.apply(.strong, to: $0) }
  }

  private func steps(_ part: Explanation.Part) -> [String] {
    let words = StepWords(schedule, context)
    let hidden = part.steps.count - ExplainReport.firstSteps - ExplainReport.lastSteps
    var lines: [String] = []
    for index in part.steps.indices {
      if hidden > 0, index >= ExplainReport.firstSteps,
        index < ExplainReport.firstSteps + hidden
      {
        if index == ExplainReport.firstSteps {
          lines.append("      " + context.words.skipped(hidden))
        }
        continue
      }
      let number = String(index + 1)
      let margin = String(repeating: " ", count: max(0, 4 - number.count)) + number + ". "
      let text = words.text(part.steps, index)
      lines += text.wrapped(toWidth: ReportContext.width - margin.count).enumerated().map {
        ($0 == 0 ? margin : String(repeating: " ", count: margin.count)) + $1
      }
    }
    return lines
  }

  // MARK: Float

  private var floatLines: [LabelledLine?] {
    let words = context.words
    guard let standing = explanation.standing else {
      return [LabelledLine(words.float, sentence: words.emptySummary)]
    }
    func days(_ minutes: Int32) -> String {
      words.floatDays(Figures.days(of: task, minutes: minutes, plan.units))
    }
    var facts: [Table.Cell] = [
      .init(words.totalFloat(days(dates.totalFloat))),
      .init(words.freeFloat(days(dates.freeFloat))),
    ]
    if let margin = dates.margin {
      facts.append(
        .init(words.margin(days: Figures.days(margin, plan.units), late: nil)))
    }
    facts.append(.init(words.onPath(dates.isDriving)))
    return [
      LabelledLine(words.float, facts),
      LabelledLine(words.standing, sentence: standingSentence(standing)),
    ]
  }

  private func standingSentence(_ standing: Explanation.Standing) -> String {
    let words = context.words
    func name(_ index: Int) -> String { context.name(plan.tasks[index]) }
    if task.progress?.finished != nil { return words.finishedTask() }
    let last = standing.chain.last ?? explanation.task
    let own = standing.endsAtOwnDate ? ownDate(of: last) : nil
    if dates.isCritical {
      return words.critical(chain: standing.chain.count, last: name(last), ownDate: own)
    }
    return words.notCritical(
      Figures.days(of: task, minutes: dates.totalFloat, plan.units),
      before: standing.slackBefore.map { name($0.task) }, last: name(last), ownDate: own)
  }

  /// What gives a task its late date: a deadline or a constraint, its own or of a summary above it.
  private func ownDate(of index: Int) -> String {
    let latest = schedule.tasks[index].lateFinish
    var holder: Int? = index
    var constraint: String?
    while let current = holder {
      let stated = plan.tasks[current]
      if let deadline = stated.deadline, plan.workingMinutes(from: latest, to: deadline) == 0 {
        return context.words.ownDeadline(deadline.dayAsFinish)
      }
      constraint =
        constraint
        ?? stated.constraints.first { $0.kind.bindsLateDates }.map(context.words.constraint)
      holder = stated.parent
    }
    return constraint ?? context.words.ownConstraint
  }
}

extension TaskConstraint.Kind {
  /// Whether it sets a latest date.
  fileprivate var bindsLateDates: Bool {
    switch self {
    case .startNoEarlierThan, .finishNoEarlierThan, .asLateAsPossible: false
    default: true
    }
  }
}
