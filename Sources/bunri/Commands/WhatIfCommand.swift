import ArgumentParser
import PlanFile
import Planning
import Reports
import Scheduling

/// `bunri what-if`: before and after a set of changes.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "What changes would do to the cutover: days gained, cost, what becomes critical.",
    discussion: """
      Changes are applied in this order: the scenario, the levers, the settings.

      Fields of --set: duration (40d, -10%, +5d), cost, calendar, owner, deadline, constraint \
      (start-no-earlier-than 2027-04-01); none takes a deadline, calendar, owner or constraint away.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp("A lever of the plan; repeatable, or several with commas.", valueName: "id"))
  var apply: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Set a field of a task; repeatable.", valueName: "task.field=value"))
  var set: [String] = []

  @Option(name: .long, help: ArgumentHelp("A scenario of the plan.", valueName: "id"))
  var scenario: String?

  @Flag(name: .long, help: "Show every scenario side by side.")
  var all = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the changed plan; - for standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Replace the file of --output.")
  var force = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var lateness: LatenessOptions

  func validate() throws {
    let hasSteps = !apply.isEmpty || !set.isEmpty || scenario != nil
    if !hasSteps, !all {
      throw ValidationError("Give at least one of --apply, --set, --scenario and --all.")
    }
    if all, hasSteps || output != nil {
      throw ValidationError("--all stands alone.")
    }
    if output == "-", common.json {
      throw ValidationError("The plan and the JSON document cannot both go to standard output.")
    }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    if all {
      let report = ScenarioReport(plan.scenarioTable(), plan, session.context)
      return try session.answer(text: report.text, json: report.json)
    }
    do {
      let (steps, target) = try steps(for: plan)
      let calendars = CalendarCache()
      let result = try WhatIfResult.compare(
        plan, applying: steps, target: target, calendars: calendars)
      let advice =
        common.json
        ? nil
        : LeverAdvice(
          beyond: result.after, plan, applied: steps, limit: 20_000, calendars: calendars)
      let report = WhatIfReport(result, session.context, advice: advice)
      if let output {
        try session.write(
          result.after.plan.withoutApplied(result.levers), to: output, force: force)
        if output == "-" { return }
      }
      try session.answer(text: report.text, json: report.json)
      try lateness.check(result.after)
    } catch WhatIfFailure.change(let error) {
      throw session.fail([Diagnostic(error)])
    } catch WhatIfFailure.plan(let error, _) {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }

  /// The changes in order, and the scenario's own target.
  private func steps(
    for plan: Plan
  ) throws(WhatIfFailure) -> (steps: [Scenario.Step], target: Instant?) {
    var steps: [Scenario.Step] = []
    var target: Instant?
    if let id = scenario {
      guard let scenario = plan.scenario(id) else {
        let maybe = NearestSpelling.of(id, among: plan.scenarios.map(\.id))
        throw .change(.unknown(kind: "scenario", id: id, maybe: maybe))
      }
      steps = scenario.apply
      target = scenario.target
    }
    for id in apply.flatMap({ $0.split(separator: ",") }) { steps.append(.lever(String(id))) }
    for text in set {
      do {
        steps.append(.assign(try Assignment(text)))
      } catch {
        throw .change(.assignment(text: text, error))
      }
    }
    return (steps, target)
  }
}
