import ArgumentParser
import Foundation
import PlanFile
import Planning
import ProjectXML
import Reports
import Scheduling
import SharedSystem

/// `bunri compress`: the cheapest way to be earlier.
struct CompressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compress",
    abstract: "The cheapest way to be earlier, and the proof why not earlier still.",
    discussion: """
      Without --to, --by and --budget the curve alone: the least extra cost of every duration. What \
      can be made shorter is what the plan says (`crash`, `modes`); with --derive also generated \
      development work, by the multipliers of COCOMO II and the plan's price of a person-month.

      Every point is dated through the real calendars. --with-levers chooses levers and shorter tasks
      together, over every set of levers.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(
    name: .long, help: ArgumentHelp("The cutover by the end of this day.", valueName: "date"))
  var to: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The cutover so much earlier than it is: P6M, 60d, 30ed.", valueName: "duration"))
  var by: String?

  @Option(name: .long, help: ArgumentHelp("At most so much extra cost.", valueName: "amount"))
  var budget: Int64?

  @Flag(name: .long, help: "Show all points of the curve.")
  var curve = false

  @Flag(name: .long, help: "Derive prices for generated development work from COCOMO II.")
  var derive = false

  @Flag(name: .long, help: "Choose among the plan's levers, too.")
  var withLevers = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long alternatives are searched (default: 10).", valueName: "seconds"))
  var timeLimit: Int = 10

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the curve as an SVG picture, or - for standard output.", valueName: "file"))
  var svg: String?

  @OptionGroup var exclusion: ExclusionOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var lateness: LatenessOptions

  func validate() throws {
    if [to != nil, by != nil, budget != nil].count(where: \.self) > 1 {
      throw ValidationError("--to, --by and --budget are different questions: choose one.")
    }
    if timeLimit < 1 { throw ValidationError("--time-limit takes a number of seconds from 1 on.") }
    if let budget, budget < 0 { throw ValidationError("--budget takes an amount from 0 on.") }
    if !withLevers, !exclusion.without.isEmpty {
      throw ValidationError("--without belongs to --with-levers.")
    }
    if withLevers, curve || svg != nil {
      throw ValidationError("--with-levers has no curve: leave out \(curve ? "--curve" : "--svg").")
    }
    if svg == "-", common.json {
      throw ValidationError("--json and --svg - both want standard output.")
    }
    _ = try aim()
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    if withLevers { return try runWithLevers(plan, session) }
    let clock = SearchClock(seconds: timeLimit, session.context.words)
    let result: PlanCompression
    do {
      result = try plan.compressed(to: aim(), derives: derive, shouldStop: clock.shouldStop)
    } catch let error as PlanCompressionError {
      let file = self.plan == "-" ? "<stdin>" : self.plan
      throw session.fail([Diagnostic(error, plan: plan, file: file, session.context.words)])
    }
    clock.clear()
    let report = CompressReport(result, showsAll: curve, session.context)
    if let svg { try write(report, to: svg, session) }
    if svg != "-" { try session.answer(text: report.text, json: report.json) }
    try lateness.check(result.chosenSchedule ?? result.now)
  }

  private func runWithLevers(_ plan: Plan, _ session: Session) throws {
    let clock = SearchClock(seconds: timeLimit, session.context.words)
    do {
      let whole = plan.generated == nil ? try plan.withGeneratedWork() : plan
      let front = try whole.accelerated(
        to: aim(), derives: derive, without: exclusion.ids(in: whole), isOutOfTime: { clock.isOver }
      )
      let report = AccelerationReport(front, whole, session.context)
      try session.answer(text: report.text, json: report.json)
      let asked = front.goal != nil || front.budget != nil
      try lateness.check(
        finish: asked ? front.points.last?.finish ?? front.base : front.base,
        target: whole.target)
    } catch let error as ChangeError {
      throw session.fail([Diagnostic(error)])
    } catch let error as LeverSearchError {
      throw session.fail([session.diagnostic(error, plan)])
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }

  /// What is asked for.
  private func aim() throws -> PlanCompression.Aim? {
    if let to { return .date(try OptionValue.date(to, option: "--to")) }
    if let by { return .earlier(try OptionValue.duration(by, option: "--by")) }
    return budget.map { .budget($0) }
  }

  private func write(_ report: CompressReport, to file: String, _ session: Session) throws {
    do {
      if file == "-" { return try Output.result(Data(SVG.bytes(of: report.picture))) }
      try SVG.write(report.picture, toFile: file)
    } catch let error as XMLWriteError {
      throw session.fail([session.unwritable(file, reason: error.reason)])
    }
    Output.message(session.context.words.wrote(file: file) + "\n")
  }
}

/// Values of options, with what might be meant.
enum OptionValue {
  /// A date as a finish.
  static func date(_ text: String, option: String) throws -> Instant {
    do {
      return try PlanDate(text).asFinish
    } catch {
      throw ValidationError("\(option) \(text) is not a date. Maybe 2028-05-31.")
    }
  }

  /// A duration of more than nothing.
  static func duration(_ text: String, option: String) throws -> PlanDuration {
    guard let duration = PlanDuration(text), duration.thousandths > 0 else {
      throw ValidationError(
        "\(option) \(text) is not a duration. Maybe P6M (calendar months), 60d (working days) or "
          + "30ed (days of the calendar).")
    }
    return duration
  }
}

/// Ends a search in time, and tells on a terminal how far it is.
final class SearchClock {
  private let end: ContinuousClock.Instant
  private let words: Words
  private var lastTold: ContinuousClock.Instant
  private var hasTold = false

  init(seconds: Int, _ words: Words) {
    let now = ContinuousClock.now
    end = now + .seconds(seconds)
    lastTold = now
    self.words = words
  }

  /// Whether time is up.
  var isOver: Bool { ContinuousClock.now > end }

  func shouldStop(_ progress: DiscreteCompression.Progress) -> Bool {
    let now = ContinuousClock.now
    if isatty(STDERR_FILENO) != 0, now - lastTold > .milliseconds(500) {
      lastTold = now
      hasTold = true
      Output.message("\r" + words.searching(choices: progress.nodes))
    }
    return now > end
  }

  /// Wipes the line of progress.
  func clear() {
    if hasTold { Output.message("\r\u{1B}[K") }
  }
}

extension Diagnostic {
  /// Why a plan cannot be compressed.
  init(_ error: PlanCompressionError, plan: Plan, file: String, _ words: Words) {
    switch error {
    case .plan(let error): self.init(error, plan: plan)
    case .costsTooLarge:
      self.init(
        severity: .error, id: "costs-too-large", file: file,
        message: LocalizedText(words.costsTooLarge))
    case .contradiction:
      self.init(
        severity: .error, id: "contradiction", file: file,
        message: LocalizedText(words.datesContradict))
    }
  }
}
