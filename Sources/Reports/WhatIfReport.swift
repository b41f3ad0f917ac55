package import Planning
import Scheduling

/// What a set of changes does to the cutover: before, after, the price, and why not more.
package struct WhatIfReport: Sendable {
  let result: WhatIfResult
  let context: ReportContext
  /// One more lever that would bring more.
  let advice: LeverAdvice?

  /// Makes a report of a comparison.
  package init(_ result: WhatIfResult, _ context: ReportContext, advice: LeverAdvice? = nil) {
    self.result = result
    self.context = context
    self.advice = advice
  }

  /// The report for people.
  package var text: String {
    var report = ReportText(style: context.style)
    report.add([
      cutoverLine, targetLine, appliedLine, costLine, reworkLine, whyLine, latePathLine,
      IllustrativeData(result.after.plan)?.line(context.words),
    ])
    let rows = WhatIfRows(result, context)
    report.add(rows.changed)
    report.append(lines: rows.critical.lines(style: context.style))
    if let advice { report.add(sentence: advice.sentence(context)) }
    return report.text
  }

  private var words: Words { context.words }

  private var cutoverLine: LabelledLine {
    let emphasis: Emphasis =
      result.gainedElapsedMinutes > 0
      ? .relief : result.gainedElapsedMinutes < 0 ? .alarm : .strong
    let (before, after) = (result.before.cutoverDay, result.after.cutoverDay)
    return LabelledLine(
      result.after.cutover == nil ? words.finish : words.cutover,
      [
        .init(words.arrow(words.weekday(before), words.weekday(after)), .strong),
        .init(words.month(after)), .init(Gain(result).text(words), emphasis),
      ])
  }

  private var targetLine: LabelledLine? {
    guard let target = result.after.plan.target, let after = result.after.margin else { return nil }
    let units = result.after.plan.units
    let change = words.marginChange(
      Figures.days(result.before.margin ?? after, units), Figures.days(after, units))
    let isLate = result.after.isLate
    return LabelledLine(
      words.target,
      [
        .init("\(target.dayAsFinish)"), .init(change, isLate ? .alarm : .relief),
        .init(isLate ? words.stillLate : "", .alarm),
      ])
  }

  private var appliedLine: LabelledLine? {
    guard !result.levers.isEmpty else { return nil }
    return LabelledLine(
      words.applied, result.levers.map { .init("\($0.id) = \(context.text($0.name))") })
  }

  private var costLine: LabelledLine {
    let currency = result.after.plan.currency
    var facts = [Table.Cell(words.extra(result.cost, currency: currency))]
    if result.taskCost != 0 {
      facts.append(
        .init(
          words.costParts(
            levers: words.extra(result.leverCost, currency: currency),
            work: words.extra(result.taskCost, currency: currency))))
    }
    return LabelledLine(words.cost, facts)
  }

  /// The rework that overlaps may bring, over all levers.
  private var reworkLine: LabelledLine? {
    let plan = result.after.plan
    let minutes = result.levers.compactMap { $0.expectedRework(plan) }.reduce(0, +)
    guard minutes > 0 else { return nil }
    let days = words.workingDays(Figures.days(minutes, plan.units))
    return LabelledLine(
      words.pick("Rework", "手戻り"),
      sentence: words.pick(
        "\(days) to be expected from overlaps; the dates do not contain them",
        "重ね合わせによる手戻りの期待値は\(days)（日付には含まない）"))
  }

  private var whyLine: LabelledLine? {
    if let swallowed = result.swallowed {
      return LabelledLine(words.why, sentence: explanation(of: swallowed))
    }
    if result.changes.isEmpty { return LabelledLine(words.why, sentence: words.nothingMoves) }
    guard result.gainedElapsedMinutes == 0 else { return nil }
    return LabelledLine(words.why, sentence: words.notWaitedFor)
  }

  /// When the target is still missed: the path that sets the date, with working days.
  private var latePathLine: LabelledLine? {
    let after = result.after
    guard after.isLate, !after.path.isEmpty else { return nil }
    let tasks = after.path.map { step in
      let task = after.plan.tasks[step.task]
      let minutes = after.tasks[step.task].duration
      return (
        context.text(task.name), Figures.days(of: task, minutes: minutes, after.plan.units)
      )
    }
    return LabelledLine(words.path, sentence: words.latePath(tasks))
  }

  /// Where the gain was lost, as a sentence.
  private func explanation(of swallowed: WhatIfResult.Swallowed) -> String {
    let units = result.after.plan.units
    func days(_ minutes: Int32) -> String { Figures.days(minutes, units) }
    switch swallowed {
    case .window(let task, let gained, let window, let previous, let missing):
      return words.swallowedByWindow(
        task: names.of([task])[0], gained: days(gained), window: window, previous: previous,
        missing: missing.map(days))
    case .closed(let task, let elapsed, let start):
      return words.swallowedByClosure(
        task: names.of([task])[0], elapsed: elapsed, start: start.dayAsStart)
    case .path(let tasks, let shortened, let gained):
      return words.swallowedByPath(
        tasks: names.of(tasks), shortened: days(shortened), gained: days(gained))
    case .startsOnly(let tasks): return words.startsOnly(names.of(tasks))
    case .offPath(let tasks, let float):
      return words.swallowedOffPath(tasks: names.of(tasks), float: days(float))
    }
  }

  private var names: TaskNames { TaskNames(result, context) }
}

/// Names of tasks that are known by id.
struct TaskNames: Sendable {
  private let tasks: [String: PlanTask]
  private let context: ReportContext

  /// - Complexity: O(tasks).
  init(_ result: WhatIfResult, _ context: ReportContext) {
    self.context = context
    tasks = Dictionary(
      (result.after.plan.tasks + result.before.plan.tasks).map { ($0.id, $0) },
      uniquingKeysWith: { new, _ in new })
  }

  func of(_ ids: [String]) -> [String] {
    ids.map { id in tasks[id].map(context.name) ?? id }
  }

  /// A name with its owner: `Rehearsal 1 (network)`.
  func withOwner(_ id: String) -> String {
    guard let task = tasks[id] else { return id }
    guard let owner = task.owner else { return context.name(task) }
    return context.words.pick("\(context.name(task)) (\(owner))", "\(context.name(task))（\(owner)）")
  }
}
