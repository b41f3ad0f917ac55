package import Planning

/// Whether a plan is sound: everything that is wrong with it, or what it holds.
package struct CheckReport: Sendable {
  let problems: [Problem]
  /// The problems as text for people, one each.
  let texts: [String]
  /// The schedule; nil when the plan has errors.
  let schedule: PlanSchedule?
  let context: ReportContext

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - problems: what is wrong, with the text of each for people.
  ///   - schedule: the plan's schedule when it could be made.
  package init(
    _ problems: [(problem: Problem, text: String)], schedule: PlanSchedule?,
    _ context: ReportContext
  ) {
    self.problems = problems.map(\.problem)
    texts = problems.map(\.text)
    self.schedule = schedule
    self.context = context
  }

  /// Whether there is an error among the problems.
  package var hasErrors: Bool { problems.contains { $0.severity == "error" } }

  /// The problems alone with their count; empty when there are none.
  package var problemText: String {
    guard !problems.isEmpty else { return "" }
    let errors = problems.count { $0.severity == "error" }
    let warnings = problems.count { $0.severity == "warning" }
    var lines = texts
    if errors + warnings > 0 {
      lines.append(context.words.problems(errors: errors, warnings: warnings))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report for people.
  package var text: String {
    guard let schedule, !hasErrors else { return problemText }
    let words = context.words
    let plan = schedule.plan
    let contents = words.contents(
      tasks: plan.tasks.count { !$0.isSummary }, modules: plan.modules.count,
      couplings: plan.couplings.count, owners: plan.owners.count, levers: plan.levers.count,
      scenarios: plan.scenarios.count)
    var report = ReportText(style: context.style)
    report.add([
      LabelledLine(words.sound, sentence: contents), Verdict(schedule, context).line,
      IllustrativeData(plan)?.line(words),
    ])
    if !problems.isEmpty {
      report.add(lines: [String(problemText.dropLast())])
    }
    return report.text
  }

  /// The report for programs.
  package var json: JSONValue { Problem.document(problems) }
}
