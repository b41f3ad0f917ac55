import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri hand-offs`: who waits for whom.
struct HandOffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-offs",
    abstract: "Where one owner's work goes on with another's, by month, and who waits for whom.")

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let schedule = try session.schedule(session.plan())
    let report = HandOffsReport(schedule, schedule.handOffs(), session.context)
    try session.answer(text: report.text, json: report.json)
  }
}
