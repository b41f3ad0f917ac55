import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri separate`: who gets which module.
struct SeparateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "separate",
    abstract: "Who gets which module; which couplings become contracts; what it costs; why.",
    discussion: """
      With two owners the separation is the cheapest there is: one minimum cut. With more it is the \
      best that was found, with a lower bound. The margin of a module is what the best separation \
      with another holder for it costs more; the couplings that decide follow.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.writtenPlan()
    guard !plan.modules.isEmpty, plan.holders.count >= 2 else {
      throw session.fail([session.nothingToSeparate(plan)])
    }
    do {
      let report = SeparationReport(try plan.separationAnswer(), session.context)
      try session.answer(text: report.text, json: report.json)
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }
}
