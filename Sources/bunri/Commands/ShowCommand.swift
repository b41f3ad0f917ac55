import ArgumentParser
import Foundation
import PlanFile
import Planning
import ProjectXML
import Reports
import SharedSystem

/// `bunri show`: the shared system.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The shared system: its modules, who holds them, and what ties them together.",
    discussion: """
      Without options an overview: owners, tangles (modules that use each other in a circle), the \
      most coupled modules, and what the plan does not say.

      --matrix shows who uses whom. Users stand before what they use, so that every coupling \
      outside a tangle lies above the diagonal. A matrix that is wider than 100 columns is folded \
      to groups, or to holders when the modules have no groups; --fold none prints all modules, \
      in parts.

      --focus shows one module with what it uses and what uses it.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Flag(name: .long, help: "Show who uses whom as a matrix.")
  var matrix = false

  @Option(name: .long, help: "A row of the matrix is: none (a module), group, owner.")
  var fold: CouplingMatrix.Fold?

  @Option(name: .long, help: "What decides the order of rows: system or owner.")
  var order: CouplingMatrix.Order?

  @Option(name: .long, help: "What figures count: couplings or cost.")
  var weight: MatrixWeight = .couplings

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the matrix as an SVG picture, or - for standard output.", valueName: "file"))
  var svg: String?

  @Option(
    name: .long, help: ArgumentHelp("Show the neighbourhood of one module.", valueName: "module"))
  var focus: String?

  @Option(
    name: .long, help: ArgumentHelp("How far --focus looks (default: 1).", valueName: "count"))
  var hops: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if focus != nil, matrix || svg != nil {
      throw ValidationError("--focus and --matrix are different views: choose one.")
    }
    if hops != nil, focus == nil { throw ValidationError("--hops goes with --focus.") }
    if let hops, hops < 1 { throw ValidationError("--hops takes a number from 1 on.") }
    if !matrix, svg == nil, fold != nil || order != nil || weight != .couplings {
      throw ValidationError("--fold, --order and --weight go with --matrix or --svg.")
    }
    if common.json, svg == "-" {
      throw ValidationError("--json and --svg - both want standard output.")
    }
    if matrix, svg == "-" {
      throw ValidationError("--matrix and --svg - both want standard output.")
    }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let view = try view(of: session.writtenPlan(), session)
    if let focus {
      guard let module = view.module(focus) else {
        let maybe = NearestSpelling.of(focus, among: view.moduleIDs)
        throw session.fail([Diagnostic(.unknown(kind: "module", id: focus, maybe: maybe))])
      }
      let report = FocusReport(view, module: module, hops: hops ?? 1, session.context)
      return try session.answer(text: report.text, json: report.json)
    }
    if let svg { try write(view, to: svg, session) }
    if matrix || (svg != nil && common.json) {
      let report = MatrixReport(view, fold: fold, order: order, weight: weight, session.context)
      try session.answer(text: report.text, json: report.json)
    } else if svg == nil {
      let report = SystemReport(view, session.context)
      try session.answer(text: report.text, json: report.json)
    }
  }

  /// The system with who will hold what, and what each coupling would cost as an interface.
  private func view(of plan: Plan, _ session: Session) throws -> SystemView {
    guard plan.holders.count >= 2 else { return SystemView(plan) }
    do {
      let estimate = try plan.estimated()
      let costs = plan.couplings.indices.map { estimate.crossingCost(coupling: $0, owner: 0) }
      // What cannot be separated can be shown all the same.
      let separation = plan.generatesWork ? try? plan.separated(estimate) : nil
      return SystemView(
        plan, separated: separation?.holdersByModule(of: plan), costs: costs.map(\.value.mode))
    } catch {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }

  private func write(_ view: SystemView, to file: String, _ session: Session) throws {
    let picture =
      MatrixReport(
        view, fold: fold, order: order, weight: weight, limit: MatrixReport.longestPicture,
        session.context
      ).picture
    do {
      if file == "-" { return try Output.result(Data(SVG.bytes(of: picture))) }
      try SVG.write(picture, toFile: file)
    } catch let error as XMLWriteError {
      throw session.fail([session.unwritable(file, reason: error.reason)])
    }
    Output.message(session.context.words.wrote(file: file) + "\n")
  }
}

extension CouplingMatrix.Fold: ExpressibleByArgument {}
extension CouplingMatrix.Order: ExpressibleByArgument {}
extension MatrixWeight: ExpressibleByArgument {}
