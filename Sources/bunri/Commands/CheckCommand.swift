import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri check`: is the plan sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Is the plan sound: everything that is wrong with it, with its place.")

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let reading = PlanSource(plan)
    var diagnostics = reading.diagnostics
    var schedule: PlanSchedule?
    if let plan = reading.plan {
      do throws(PlanError) {
        schedule = try reading.planWithGeneratedWork()?.scheduled()
        diagnostics += schedule?.warnings ?? []
      } catch {
        diagnostics.append(Diagnostic(error, plan: plan))
      }
    }
    session.tellImport(reading)
    let report = session.report(diagnostics, schedule: schedule)
    try session.answer(text: report.text, json: report.json)
    if report.hasErrors { throw ExitCode(1) }
  }
}
