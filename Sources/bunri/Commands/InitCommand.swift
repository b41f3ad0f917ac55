import ArgumentParser
import Foundation
import PlanFile
import Planning
import Reports

/// `bunri init`: a small commented plan to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a small commented plan to start from.",
    discussion: """
      PATH is a file whose name ends in .yaml or .yml, a folder (the plan becomes plan.yaml in \
      it), or - for standard output.
      """)

  @Argument(help: "Where to.")
  var path = "plan.yaml"

  @Flag(name: .long, help: "Replace an existing file.")
  var force = false

  @Option(
    name: .long,
    help: ArgumentHelp("Language of the comments (default: from the locale).", valueName: "ja|en"))
  var lang: LanguageChoice?

  func run() throws {
    let session = Session(lang, plan: path)
    let words = session.context.words
    let text = StarterPlan(words).text
    if path == "-" { return try Output.result(text) }
    let file = try place(session)
    if !force, FileManager.default.fileExists(atPath: file) {
      throw session.fail([session.alreadyExists(file)])
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw session.fail([session.unwritable(file, reason: error.localizedDescription)])
    }
    let command = "bunri check \(session.context.planArgument)"
    Output.message("\(words.wrote(file: file))\n\(words.maybeCheck(command: command))\n")
  }

  /// The file to write; its folder is made when it does not exist.
  private func place(_ session: Session) throws -> String {
    if [".yaml", ".yml"].contains(where: path.hasSuffix) { return path }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw session.fail([session.unwritable(path, reason: error.localizedDescription)])
    }
    return path.hasSuffix("/") ? path + "plan.yaml" : path + "/plan.yaml"
  }
}
