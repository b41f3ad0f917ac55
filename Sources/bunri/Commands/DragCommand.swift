import ArgumentParser
import PlanFile
import Planning
import Reports
import Scheduling

/// `bunri drag`: by how much each thing on the driving path holds the cutover back.
struct DragCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drag",
    abstract: "By how many days each task, lag, date and closure holds the cutover back.",
    discussion: """
      Every task on a driving path (ties included), every lag and date that sets one, the windows and \
      the runs of closed days are taken away one at a time, and the plan is scheduled without them. \
      What lies on no driving path has no drag and is not tried.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(name: .long, help: ArgumentHelp("How many rows to show.", valueName: "n"))
  var top = 20

  @Option(
    name: .long,
    help: ArgumentHelp("What a working day of delay costs.", valueName: "amount"))
  var dayCost: Int64?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 1 { throw ValidationError("--top \(top) shows nothing.") }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let schedule = try session.schedule(try session.plan())
    let report = DragReport(
      schedule.dragAnalysis(), top: top, dayCost: dayCost, session.context)
    try session.answer(text: report.text, json: report.json)
  }
}
