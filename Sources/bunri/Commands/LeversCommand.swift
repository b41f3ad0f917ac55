import ArgumentParser
import PlanFile
import Planning
import Reports
import Scheduling

/// `bunri levers`: each lever by itself, or the cheapest set of them.
struct LeversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levers",
    abstract: "What each lever gains alone and in pairs; the cheapest set for a date or a budget.",
    discussion: """
      Without options every lever is tried alone and in pairs. --to, --budget and --front search \
      all sets of levers; the answer is exact unless --time-limit stops the search, and then says \
      what is not proven.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp("The cheapest set that reaches this day.", valueName: "date"))
  var to: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The earliest date that a set for so much reaches.", valueName: "amount"))
  var budget: Int64?

  @Flag(name: .long, help: "The whole front of cost against date.")
  var front = false

  @OptionGroup var exclusion: ExclusionOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Stop the search after so many seconds.", valueName: "seconds"))
  var timeLimit: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if [to != nil, budget != nil, front].count(where: { $0 }) > 1 {
      throw ValidationError("Give one of --to, --budget and --front.")
    }
    if let to, (try? PlanDate(to)) == nil {
      throw ValidationError("--to \(to) is not a date; maybe 2028-05-07.")
    }
    if !exclusion.without.isEmpty, to == nil, budget == nil, !front {
      throw ValidationError("--without belongs to --to, --budget or --front.")
    }
    if let timeLimit, timeLimit < 0 {
      throw ValidationError("--time-limit \(timeLimit) is negative.")
    }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    let calendars = CalendarCache()
    do {
      if to == nil, budget == nil, !front {
        let report = LeversReport(try plan.leverEffects(calendars: calendars), session.context)
        return try session.answer(text: report.text, json: report.json)
      }
      let clock = ContinuousClock()
      let end = timeLimit.map { clock.now.advanced(by: .seconds($0)) }
      func isOutOfTime() -> Bool { end.map { clock.now >= $0 } ?? false }
      let without = try exclusion.ids(in: plan)
      let found: LeverFront
      if let goal = to.flatMap({ try? PlanDate($0) }) {
        found = try plan.cheapestLevers(
          reaching: goal.asFinish, without: without, calendars: calendars,
          isOutOfTime: isOutOfTime)
      } else {
        found = try plan.leverFront(
          budget: budget, without: without, calendars: calendars, isOutOfTime: isOutOfTime)
      }
      let report = LeverFrontReport(found, plan, session.context)
      try session.answer(text: report.text, json: report.json)
    } catch let error as ChangeError {
      throw session.fail([Diagnostic(error)])
    } catch let error as LeverSearchError {
      throw session.fail([session.diagnostic(error, plan)])
    }
  }
}

extension Session {
  /// Why levers cannot be searched.
  func diagnostic(_ error: LeverSearchError, _ plan: Plan) -> Diagnostic {
    switch error {
    case .plan(let error): Diagnostic(error, plan: plan)
    case .tooManyLevers(let count, let limit): tooManyLevers(count, limit, areWhole: false)
    case .tooManyWholeLevers(let count, let limit):
      tooManyLevers(count, limit, areWhole: true)
    }
  }
}
