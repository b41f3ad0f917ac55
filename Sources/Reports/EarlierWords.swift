import Planning
import Scheduling

/// What would make a date a day earlier, as a list.
struct EarlierWords: Sendable {
  private let part: Explanation.Part
  private let schedule: PlanSchedule
  private let context: ReportContext

  init(_ part: Explanation.Part, _ schedule: PlanSchedule, _ context: ReportContext) {
    self.part = part
    self.schedule = schedule
    self.context = context
  }

  private var plan: Plan { schedule.plan }

  /// The lines, those that are enough alone first.
  var lines: [String] {
    let words = context.words
    let earlier = part.earlier
    var items = alone
    let isDayOffTried = earlier.possible > 0 && !earlier.alone.contains(where: \.change.isDayOff)
    if isDayOffTried, earlier.together == nil, !items.isEmpty || !earlier.reaches.isEmpty {
      items.insert(words.noDayOffHelps, at: 0)
    }
    if let together = earlier.together {
      let changes = together.changes.map(partOfSet).joined(separator: words.pick(", ", "、"))
      items.append(
        words.together(
          changes, paths: together.tiedPaths, count: together.changes.count,
          isSmallest: together.isSmallest) + " " + words.gives([day(of: together.date)]))
    }
    for reach in earlier.reaches {
      items.append(
        words.reach(
          name(reach.task), window: reach.window, previous: reach.previous,
          ready: reach.readyBy.dayAsStart, missing: Figures.days(reach.missing, plan.units),
          result: day(of: reach.date)))
    }
    if items.isEmpty {
      items.append(earlier.possible == 0 ? words.nothingToChange : words.nothingHelps)
    }
    let lines = items.flatMap { item in
      item.wrapped(toWidth: ReportContext.width - 4).enumerated().map {
        ($0 == 0 ? "  - " : "    ") + $1
      }
    }
    if earlier.possible == 0 { return lines }
    return lines + [
      context.style.apply(.faint, to: "    " + words.tried(earlier.tried, of: earlier.possible))
    ]
  }

  /// The changes that are enough alone, those of one kind on one line.
  private var alone: [String] {
    let words = context.words
    var lines: [String] = []
    func add(
      _ sentence: ([String]) -> String, _ describe: (Explanation.Trial) -> String?
    ) {
      let found = part.earlier.alone.compactMap { trial in describe(trial).map { ($0, trial.date) }
      }
      if found.isEmpty { return }
      lines.append(sentence(found.map(\.0)) + " " + words.gives(found.map { day(of: $0.1) }))
    }
    add(words.dayOffTasks) { trial in
      if case .shorten(let task, _, _) = trial.change { name(task) } else { nil }
    }
    add(words.dayOffLags) { trial in
      if case .shortenLag(let task, let index, let lag) = trial.change, !isLead(lag) {
        link(task, index)
      } else {
        nil
      }
    }
    for trial in part.earlier.alone {
      if let sentence = single(trial.change) {
        lines.append(sentence + " " + words.gives([day(of: trial.date)]))
      }
    }
    add(words.overlaps) { trial in
      if case .shortenLag(let task, _, let lag) = trial.change, isLead(lag) {
        name(task)
      } else {
        nil
      }
    }
    add(words.workOn) { trial in
      if case .workOn(_, _, let day) = trial.change { "\(day)" } else { nil }
    }
    let unlinked = part.earlier.alone.compactMap { trial -> String? in
      guard case .unlink(let task, _) = trial.change else { return nil }
      return words.dated(name(task), day(of: trial.date))
    }
    if !unlinked.isEmpty { lines.append(words.unlinks(unlinked)) }
    return lines
  }

  /// A change that stands alone on its line.
  private func single(_ change: Alteration) -> String? {
    let words = context.words
    return switch change {
    case .moveConstraint(let task, let constraint, let date):
      words.constraintMoved(
        name(task), words.constraint(constraint),
        constraint.kind.concernsFinish ? date.dayAsFinish : date.dayAsStart)
    case .dropConstraint(let task, let constraint):
      words.constraintDropped(name(task), words.constraint(constraint))
    case .useProjectCalendar(let task): words.projectCalendar(name(task))
    case .widenWindow(let task, _, let window):
      words.windowFrom(name(task), window.start.dayAsStart)
    case .startProject(let start): words.projectStart(start.dayAsStart)
    default: nil
    }
  }

  private func partOfSet(_ change: Alteration) -> String {
    switch change {
    case .shortenLag(let task, let index, _): context.words.dayOffLag(link(task, index))
    case .shorten(let task, _, _): context.words.dayOffTask(name(task))
    default: single(change) ?? ""
    }
  }

  /// Columns of a name in a list of names.
  private static let nameWidth = 40

  private func name(_ task: Int) -> String {
    context.name(plan.tasks[task]).truncated(toWidth: EarlierWords.nameWidth)
  }

  private func link(_ task: Int, _ index: Int) -> String {
    let stated = plan.tasks[task].after[index]
    let predecessor = plan.tasks.first { $0.id == stated.task }
    let isPlain = stated.lag.isZero && stated.type == .finishToStart
    let code = stated.type.code + (stated.lag.isZero ? "" : stated.lag.signedText)
    return context.words.link(
      predecessor.map(context.name)?.truncated(toWidth: EarlierWords.nameWidth) ?? stated.task,
      name(task), isPlain ? "" : code)
  }

  private func isLead(_ lag: PlanTask.Lag) -> Bool {
    if case .time(let duration) = lag { duration.thousandths < 0 } else { false }
  }

  private func day(of date: Instant) -> CivilDate {
    let dates = schedule.tasks[part.leaf]
    let beginsWork = part.aim == .start && dates.start != dates.finish
    return beginsWork ? date.dayAsStart : date.dayAsFinish
  }
}
