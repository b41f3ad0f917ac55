import ArgumentParser
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

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common, plan: "PLAN")
    let report = DefaultsReport(.standard, session.context)
    try session.answer(text: report.text, json: report.json)
  }
}
