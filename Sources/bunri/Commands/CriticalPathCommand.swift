import ArgumentParser
import Reports

/// `bunri critical-path`: the longest driving path to the cutover.
struct CriticalPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "critical-path",
    abstract: "The longest driving path to the cutover, with what drives each date.")

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var lateness: LatenessOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    let schedule = try session.schedule(plan)
    let advice = common.json ? nil : LeverAdvice(beyond: schedule, plan, limit: 2_000)
    let report = CriticalPathReport(schedule, session.context, advice: advice)
    try session.answer(text: report.text, json: report.json)
    try lateness.check(schedule)
  }
}
