import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri defaults`: what the estimates rest on.
struct DefaultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "defaults",
    abstract: "Every number the estimates rest on, with its unit, its range and its source.",
    discussion: """
      Efforts are estimated from the sizes of modules by published rules and, where nothing is \
      published, by judgement. The table says which is which.
      """)

  @Argument(help: "A plan, to see which defaults it replaces; without one, the table as it comes.")
  var plan: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan ?? "PLAN")
    var defaults = EstimatorDefaults.standard
    if plan != nil {
      let plan = try session.writtenPlan()
      do {
        defaults = try plan.estimated().defaults
      } catch {
        throw session.fail([Diagnostic(error, plan: plan)])
      }
    }
    let report = DefaultsReport(defaults, session.context)
    try session.answer(text: report.text, json: report.json)
  }
}
