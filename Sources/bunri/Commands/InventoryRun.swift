import ArgumentParser
import Foundation
import Inventory
import PlanFile
import Planning
import Reports
import Scheduling
import SharedSystem

/// One import of an inventory: reads the files, tells what changes, and writes.
struct InventoryRun {
  private let files: [String]
  private let folder: String
  private let replaces: Bool
  /// The beginning of standard input, when it is one of the files.
  private let standardInput: [UInt8]?
  private let arguments: InventoryArguments
  private let session: Session
  private let isJSON: Bool

  init(
    files: [String], folder: String, replaces: Bool, standardInput: [UInt8]?,
    _ arguments: InventoryArguments, _ common: CommonOptions
  ) {
    self.files = files
    self.folder = folder
    self.replaces = replaces
    self.standardInput = standardInput
    self.arguments = arguments
    isJSON = common.json
    session = Session(common, plan: folder)
  }

  func run() throws {
    let options = try arguments.options()
    try checkFolder()
    let inputs = try readFiles()
    let settings = InventoryImport.NewPlanSettings(
      start: try start(), name: projectName, language: session.context.language,
      replaces: replaces)
    let done: InventoryImport
    do throws(InventoryFailure) {
      done = try InventoryImport(inputs, into: folder, options, settings, progress: progress)
      if !arguments.dryRun { try done.write() }
    } catch {
      Output.endProgress()
      throw fail(error)
    }
    Output.endProgress()
    let summary = InventorySummary(
      done.report, isDryRun: arguments.dryRun, session.context)
    try session.answer(text: summary.text, json: summary.json)
  }

  private func fail(_ failure: InventoryFailure) -> ExitCode {
    if let report = failure.report, !isJSON {
      Output.message(
        InventorySummary(report, isDryRun: false, isFailed: true, session.context).text)
    }
    return session.fail(failure.diagnostics)
  }

  /// An inventory becomes several files.
  private func checkFolder() throws {
    let lower = folder.lowercased()
    if folder == "-" || [".yaml", ".yml", ".csv"].contains(where: lower.hasSuffix) {
      throw ValidationError("'\(folder)' is no folder; an inventory is imported into a folder.")
    }
    for file in files where file != "-" {
      for name in ["modules.csv", "couplings.csv"] {
        let place = URL(fileURLWithPath: folder).appendingPathComponent(name)
        guard
          URL(fileURLWithPath: file).resolvingSymlinksInPath().path
            == place.resolvingSymlinksInPath().path
        else { continue }
        throw ValidationError("'\(file)' would be replaced by what is imported from it.")
      }
    }
  }

  private func readFiles() throws -> [InventoryImport.Input] {
    var inputs: [InventoryImport.Input] = []
    for file in files {
      do throws(InventoryFailure) {
        inputs.append(
          file == "-"
            ? try InventoryImport.Input(standardInputBeginningWith: standardInput ?? [])
            : try InventoryImport.Input(path: file))
      } catch {
        throw session.fail(error.diagnostics)
      }
    }
    return inputs
  }

  private var projectName: String {
    guard let file = files.first, file != "-" else { return "bunri" }
    return URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private func start() throws -> String {
    guard let text = arguments.start else {
      let today = Calendar(identifier: .gregorian).dateComponents([.year, .month], from: Date())
      let (year, month) = (today.year ?? 2026, today.month ?? 1)
      let next = month == 12 ? (year + 1, 1) : (year, month + 1)
      return CivilDate(year: next.0, month: next.1, day: 1)?.description ?? "2027-04-01"
    }
    guard (try? PlanDate(text)) != nil, text.utf8.count == 10 else {
      throw ValidationError("'\(text)' is not a date like 2027-04-01.")
    }
    return text
  }

  private func progress(_ file: String, _ done: Int, _ total: Int) {
    guard total > 20_000 else { return }
    Output.progress(session.context.words.reading(file: file, done: done, of: total))
  }
}
