import ArgumentParser
import Foundation
import Inventory
import PlanFile
import Planning
import ProjectXML
import Reports

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns an inventory or a schedule made elsewhere into a plan.",
    discussion: """
      An inventory (tables of modules and couplings as CSV or TSV, an adjacency matrix, relations \
      of a CMDB, ArchiMate, GraphML, DOT, JSON) becomes modules.csv and couplings.csv in the \
      folder of a plan, and plan.yaml when there is none. Importing again updates the tables by \
      the modules' ids; what is written by hand in the plan is compared, never changed. Several \
      files are read together.

      A schedule (Microsoft Project's XML, MSPDI) becomes a plan file that schedules to the same \
      dates. The other verbs read such a file too; what a plan does not hold is counted.
      """)

  @Argument(help: "The files: an inventory, or one schedule; - for standard input.")
  var files: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The folder of the plan; for a schedule, the plan to write: a file, a folder, or -.",
      valueName: "folder"))
  var output: String

  @Flag(name: .long, help: "Replace an existing file.")
  var force = false

  @OptionGroup(title: "Inventories") var inventory: InventoryArguments

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if common.json, output == "-" {
      throw ValidationError("--json and -o - both want standard output.")
    }
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  func run() throws {
    let beginning = files.contains("-") ? PlanSource.beginningOfStandardInput() : nil
    if isSchedule(beginning) {
      try importSchedule(files[0], beginning)
    } else {
      try InventoryRun(
        files: files, folder: output, replaces: force, standardInput: beginning, inventory, common
      ).run()
    }
  }

  /// Whether the one file is a schedule, by what was asked for or by what it holds.
  ///
  /// - Parameter standardInput: its beginning, when it is one of the files.
  private func isSchedule(_ standardInput: [UInt8]?) -> Bool {
    if let format = inventory.from { return format == .mspdi }
    guard files.count == 1 else { return false }
    if let standardInput { return ImportCommand.isSchedule(standardInput) }
    guard let handle = FileHandle(forReadingAtPath: files[0]) else {
      return files[0].lowercased().hasSuffix(".xml")
    }
    defer { try? handle.close() }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: files[0]),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let prefix = try? handle.read(upToCount: 4096)
    else { return files[0].lowercased().hasSuffix(".xml") }
    // A plan given by mistake has its own message.
    let isPlan = files[0].hasSuffix(".yaml") || files[0].hasSuffix(".yml")
    return isPlan || ImportCommand.isSchedule(prefix)
  }

  /// Whether a file begins as XML that is no inventory.
  private static func isSchedule(_ prefix: some Sequence<UInt8>) -> Bool {
    MSPDIReader.looksLikeXML(prefix) && !InventoryFormat.isInventoryXML(prefix)
  }

  private func importSchedule(_ file: String, _ standardInput: [UInt8]?) throws {
    let session = Session(common, plan: file)
    let source =
      standardInput.map { PlanSource(standardInputBeginningWith: $0) }
      ?? PlanSource(file)
    guard let plan = source.plan else { throw session.fail(source.diagnostics) }
    guard let imported = source.imported else { throw session.fail([session.alreadyAPlan(file)]) }
    // A plan that cannot be scheduled is not written.
    _ = try session.schedule(plan)
    Output.message(session.report(source.diagnostics).problemText)
    let header = [session.context.words.importedFrom(file: file == "-" ? "<stdin>" : file)]
    try session.write(plan, to: output, force: force, header: header)
    let summary = ImportSummary(
      imported, file: file, output: output == "-" ? nil : output, session.context.language)
    if common.json {
      try Output.result(summary.json.document)
    } else {
      Output.message(summary.text(session.context.words))
    }
  }
}
