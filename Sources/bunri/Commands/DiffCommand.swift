import ArgumentParser
import PlanFile
import Planning
import Reports
import Scheduling

/// `bunri diff`: what changed between two plans, and what it did to the cutover.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What differs between two plans, or two scenarios, and what it did to the cutover.",
    discussion: """
      Either file may be a plan or a schedule saved by Microsoft Project as XML; then only what such \
      a schedule holds is compared. With one file, --scenario and --against choose what is compared; \
      without --against, the plan as it is.
      """)

  @Argument(help: "The first plan.")
  var plan: String

  @Argument(help: "The second plan.")
  var other: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A scenario of the plan; with two plans, of the second.", valueName: "id"))
  var scenario: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The scenario it is compared with.", valueName: "id"))
  var against: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show tasks that only moved from so many calendar days on.", valueName: "days"))
  var threshold = 1

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if other == nil, scenario == nil {
      throw ValidationError("Give a second plan or --scenario.")
    }
    if threshold < 0 { throw ValidationError("--threshold \(threshold) is negative.") }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let first = try session.planWithOrigin()
    let otherSession = other.map { Session(common, plan: $0) } ?? session
    let second = try other == nil ? first : otherSession.planWithOrigin()
    let before = try schedule(first.plan, against, session)
    let after = try schedule(second.plan, scenario, otherSession)
    let isSchedule = first.isImported || second.isImported
    let report = DiffReport(
      PlanDifference(before, after, scope: isSchedule ? .schedule : .everything),
      thresholdDays: threshold, session.context)
    try session.answer(text: report.text, json: report.json)
  }

  private func schedule(
    _ plan: Plan, _ scenario: String?, _ session: Session
  ) throws -> PlanSchedule {
    do {
      let plan = try plan.withGeneratedWork()
      return try session.schedule(try scenario.map { try plan.applying(scenario: $0) } ?? plan)
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    } catch let error as ChangeError {
      throw session.fail([Diagnostic(error)])
    }
  }
}
