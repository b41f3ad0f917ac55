import ArgumentParser
import PlanFile
import Planning
import Reports
import Scheduling

/// `bunri why-not`: why a date cannot be had.
struct WhyNotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Why the cutover cannot be finished by a date: the proof, with its figures.",
    discussion: """
      What is possible at the utmost; the chain of work that remains then, month by month; which \
      published limits the date would break; and how far the plan's levers and changes of its \
      structure come.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The date, or how long after the project's start: 2026-06-30, P36M.", valueName: "date"))
  var by: String

  @Flag(name: .long, help: "Derive the limits of generated development work from COCOMO II.")
  var derive = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long levers and changes of the structure are searched (default: 30).",
      valueName: "seconds"))
  var timeLimit: Int = 30

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if timeLimit < 1 { throw ValidationError("--time-limit takes a number of seconds from 1 on.") }
    _ = try deadline()
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    let date = try date(for: plan)
    guard date > plan.start else { throw session.fail([session.beforeStart(date, plan)]) }
    let end = ContinuousClock.now + .seconds(timeLimit)
    do {
      let answer = try plan.whyNot(
        by: date, derives: derive, shouldStop: { ContinuousClock.now > end })
      let report = WhyNotReport(answer, session.context)
      try session.answer(text: report.text, json: report.json)
    } catch let error as PlanError {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
  }

  private enum Deadline {
    case date(Instant)
    case months(Int)
  }

  private func deadline() throws -> Deadline {
    if let duration = PlanDuration(by), duration.unit == .calendarMonths, duration.thousandths > 0 {
      return .months(Int(duration.thousandths / 1000))
    }
    do {
      return .date(try PlanDate(by).asFinish)
    } catch {
      throw ValidationError("--by \(by) is not a date. Maybe 2026-06-30, or P36M from the start.")
    }
  }

  private func date(for plan: Plan) throws -> Instant {
    switch try deadline() {
    case .date(let date): date
    case .months(let count):
      Instant(plan.start.date.adding(months: count), minuteOfDay: plan.start.minuteOfDay)
    }
  }
}
