import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri contracts`: which interfaces companies must agree on, in what order, by when.
struct ContractsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contracts",
    abstract: "Which interfaces the companies must agree on, in what order, and by when.")

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    guard plan.generated != nil else { throw session.fail([session.nothingToSeparate(plan)]) }
    let schedule = try session.schedule(plan)
    do {
      let report = ContractsReport(schedule, try schedule.contracts(), session.context)
      try session.answer(text: report.text, json: report.json)
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }
}
