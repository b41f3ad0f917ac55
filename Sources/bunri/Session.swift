import ArgumentParser
import Foundation
import PlanFile
import Planning
import Reports
import Scheduling
import SharedSystem

/// One run of a verb on one plan: how it reads, how it answers, how it fails.
struct Session {
  /// For whom reports are written.
  let context: ReportContext
  private let path: String
  private let isJSON: Bool

  init(_ options: CommonOptions, plan path: String) {
    self.init(options.lang, isJSON: options.json, plan: path)
  }

  init(_ lang: LanguageChoice?, isJSON: Bool = false, plan path: String) {
    let environment = Environment()
    self.path = path
    self.isJSON = isJSON
    context = ReportContext(
      language: lang?.language ?? environment.language,
      style: environment.style(isTerminal: Output.isTerminal), planPath: path)
  }

  /// Reads the plan, with the work that follows from its modules; warnings go to standard error.
  ///
  /// - Throws: exit code 1 after showing what is wrong.
  func plan() throws -> Plan {
    let source = try source()
    do throws(PlanError) {
      if let plan = try source.planWithGeneratedWork() { return plan }
    } catch {
      throw fail(source.plan.map { [Diagnostic(error, plan: $0)] } ?? [])
    }
    throw fail(source.diagnostics)
  }

  /// Reads the plan as it is written; warnings go to standard error.
  ///
  /// - Throws: exit code 1 after showing what is wrong.
  func writtenPlan() throws -> Plan { try planWithOrigin().plan }

  /// Reads the plan as it is written, and says whether it is a schedule made elsewhere; warnings go
  /// to standard error.
  ///
  /// - Throws: exit code 1 after showing what is wrong.
  func planWithOrigin() throws -> (plan: Plan, isImported: Bool) {
    let source = try source()
    guard let plan = source.plan else { throw fail(source.diagnostics) }
    return (plan, source.imported != nil)
  }

  /// Reads the plan; warnings go to standard error.
  ///
  /// - Throws: exit code 1 after showing what is wrong; else there is a plan.
  private func source() throws -> PlanSource {
    let source = PlanSource(path)
    guard source.plan != nil else { throw fail(source.diagnostics) }
    Output.message(report(source.diagnostics).problemText)
    tellImport(source)
    return source
  }

  /// Says on standard error what became of a schedule made elsewhere.
  func tellImport(_ source: PlanSource) {
    guard let imported = source.imported else { return }
    Output.message(ImportSummary(imported, file: path, context.language).text(context.words))
  }

  /// Schedules a plan; warnings go to standard error.
  ///
  /// - Throws: exit code 1 after showing what is wrong.
  func schedule(_ plan: Plan) throws -> PlanSchedule {
    do {
      let schedule = try plan.scheduled()
      Output.message(report(schedule.warnings).problemText)
      return schedule
    } catch {
      throw fail([Diagnostic(error, plan: plan)])
    }
  }

  /// Answers in the form that was asked for.
  func answer(text: @autoclosure () -> String, json: @autoclosure () -> JSONValue) throws {
    try Output.result(isJSON ? json().document : text())
  }

  /// Shows what is wrong and gives the exit code.
  func fail(_ diagnostics: [Diagnostic]) -> ExitCode {
    let report = report(diagnostics)
    if isJSON {
      try? Output.result(report.json.document)
    } else {
      Output.message(report.problemText)
    }
    return ExitCode(1)
  }

  /// A file that cannot be written.
  func unwritable(_ file: String, reason: String) -> Diagnostic {
    Diagnostic(
      severity: .error, id: "unwritable", file: file,
      message: LocalizedText(context.words.cannotWrite(reason: reason)))
  }

  /// A date before the project begins.
  func beforeStart(_ date: Instant, _ plan: Plan) -> Diagnostic {
    Diagnostic(
      severity: .error, id: "before-start", file: path == "-" ? "<stdin>" : path,
      message: LocalizedText(
        context.words.beforeStart(date, start: plan.start.date)),
      advice: LocalizedText(
        context.words.maybeAfterStart(plan.start.date.adding(months: 12))))
  }

  /// A plan without modules that two owners could hold.
  func nothingToSeparate(_ plan: Plan) -> Diagnostic {
    let words = context.words
    let text = words.nothingToSeparate(
      modules: plan.modules.count, owners: plan.holders.count)
    return Diagnostic(
      severity: .error, id: "nothing-to-separate", file: path == "-" ? "<stdin>" : path,
      message: LocalizedText(text.message), advice: LocalizedText(text.advice))
  }

  /// Writes a plan, whole or not at all.
  ///
  /// - Throws: exit code 1 after showing why it cannot be written.
  func write(_ plan: Plan, to output: String, force: Bool, header: [String] = []) throws {
    if output == "-" { return try Output.result(PlanWriter.text(of: plan, header: header)) }
    var isFolder = output.hasSuffix("/")
    if let type = try? FileManager.default.attributesOfItem(atPath: output)[.type] {
      isFolder = type as? FileAttributeType == .typeDirectory
    }
    let place = isFolder ? "\(output)/plan.yaml" : output
    if !force, FileManager.default.fileExists(atPath: place) { throw fail([alreadyExists(place)]) }
    do {
      try PlanWriter.write(plan, to: output, header: header)
    } catch .file(_, let reason) {
      throw fail([unwritable(output, reason: reason)])
    }
  }

  /// A document of ours that breaks the schema of its own format: nothing was written.
  func notValid(_ file: String, schema: String, line: Int, reason: String) -> Diagnostic {
    let words = context.words.notValid(schema: schema, line: line, reason: reason)
    return Diagnostic(
      severity: .error, id: "not-valid", file: file, message: LocalizedText(words.message),
      advice: LocalizedText(words.advice))
  }

  /// A file that is not replaced without being told to.
  func alreadyExists(_ file: String) -> Diagnostic {
    Diagnostic(
      severity: .error, id: "file-exists", file: file,
      message: LocalizedText(context.words.alreadyExists.message),
      advice: LocalizedText(context.words.alreadyExists.advice))
  }

  /// A plan with more levers than can be searched.
  func tooManyLevers(_ count: Int, _ limit: Int, areWhole: Bool) -> Diagnostic {
    let words = context.words
    let text =
      areWhole
      ? words.pick(
        "\(count) levers change which work there is or act on each other; \(limit) can be searched",
        "作業そのものを変える、または互いに影響し合う前倒し策が \(count) 件あります（探索できるのは \(limit) 件まで）")
      : words.pick(
        "the plan has \(count) levers; \(limit) can be searched",
        "前倒し策が \(count) 件あります（探索できるのは \(limit) 件まで）")
    return Diagnostic(
      severity: .error, id: "too-many-levers", file: path == "-" ? "<stdin>" : path,
      message: LocalizedText(text),
      advice: LocalizedText(
        words.pick(
          "Maybe join levers that are only ever applied together.",
          "もしかして 必ず一緒に使う策を一つにまとめる。")))
  }

  /// A plan where a schedule made elsewhere was expected.
  func alreadyAPlan(_ file: String) -> Diagnostic {
    Diagnostic(
      severity: .error, id: "not-a-schedule", file: file,
      message: LocalizedText(context.words.alreadyAPlan.message),
      advice: LocalizedText(context.words.alreadyAPlan.advice))
  }

  /// A report of problems, with the schedule when there is one.
  func report(_ diagnostics: [Diagnostic], schedule: PlanSchedule? = nil) -> CheckReport {
    CheckReport(
      diagnostics.map { ($0.problem(in: context.language), $0.text(in: context.language)) },
      schedule: schedule, context)
  }
}

extension Diagnostic {
  /// The diagnostic in one language, ready to be shown.
  fileprivate func problem(in language: LocalizedText.Language) -> Problem {
    Problem(
      severity: severity.rawValue, id: id, file: file.isEmpty ? nil : file,
      line: line > 0 ? line : nil, column: column > 0 ? column : nil,
      message: message.text(in: language), advice: advice?.text(in: language))
  }
}
