import ArgumentParser
import Reports

/// `bunri schedule`: dates and floats of all tasks.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Dates and floats of all tasks.")

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var lateness: LatenessOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let schedule = try session.schedule(session.plan())
    let report = ScheduleReport(schedule, session.context)
    try session.answer(text: report.text, json: report.json)
    try lateness.check(schedule)
  }
}
