import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri generate`: the work that follows from the modules.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "The work that follows from separating the modules: tasks, effort, drivers.",
    discussion: """
      Every verb that schedules a plan with modules does so with this work. With --output the plan \
      is written with the generated tasks as if they had been written by hand.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Flag(name: .long, help: "List every generated task with its id.")
  var list = false

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The plan to write, with the generated tasks.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Replace an existing file.")
  var force = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    let schedule = try session.schedule(plan)
    let drivers: [DriverCost]
    do {
      drivers = try schedule.driverCosts()
    } catch {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
    guard
      let report = GenerateReport(schedule, drivers: drivers, session.context, listing: list)
    else { throw session.fail([session.nothingToSeparate(plan)]) }
    if let output { try session.write(schedule.plan, to: output, force: force) }
    try session.answer(text: report.text, json: report.json)
  }
}
