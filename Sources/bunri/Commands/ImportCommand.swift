import ArgumentParser
import Foundation
import PlanFile
import Planning
import ProjectXML
import Reports

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns a schedule made elsewhere into a plan that schedules to the same dates.",
    discussion: """
      Reads Microsoft Project's XML format (MSPDI). The other verbs read such a file too; import \
      writes the plan, to go on with. What a plan does not hold is counted in the summary.
      """)

  @Argument(help: "The schedule: an XML file, or - for standard input.")
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The plan to write: a file, a folder, or - for standard output.", valueName: "file"))
  var output: String

  @Flag(name: .long, help: "Replace an existing file.")
  var force = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if common.json, output == "-" {
      throw ValidationError("--json and -o - both want standard output.")
    }
  }

  func run() throws {
    let session = Session(common, plan: file)
    let source = PlanSource(file)
    guard let plan = source.plan else { throw session.fail(source.diagnostics) }
    guard let imported = source.imported else { throw session.fail([session.alreadyAPlan(file)]) }
    // A plan that cannot be scheduled is not written.
    _ = try session.schedule(plan)
    Output.message(session.report(source.diagnostics).problemText)
    let header = [session.context.words.importedFrom(file: file == "-" ? "<stdin>" : file)]
    if output == "-" {
      try Output.result(PlanWriter.text(of: plan, header: header))
    } else {
      try write(plan, header, session)
    }
    let summary = ImportSummary(
      imported, file: file, output: output == "-" ? nil : output, session.context.language)
    if common.json {
      try Output.result(summary.json.document)
    } else {
      Output.message(summary.text(session.context.words))
    }
  }

  private func write(_ plan: Plan, _ header: [String], _ session: Session) throws {
    var isFolder = output.hasSuffix("/")
    if let type = try? FileManager.default.attributesOfItem(atPath: output)[.type] {
      isFolder = type as? FileAttributeType == .typeDirectory
    }
    let place = isFolder ? "\(output)/plan.yaml" : output
    if !force, FileManager.default.fileExists(atPath: place) {
      throw session.fail([session.alreadyExists(place)])
    }
    do {
      try PlanWriter.write(plan, to: output, header: header)
    } catch .file(_, let reason) {
      throw session.fail([session.unwritable(output, reason: reason)])
    }
  }
}
