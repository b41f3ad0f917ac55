import ArgumentParser
import PlanFile
import Planning
import Reports

/// `bunri critical-path`: the longest driving path to the cutover.
struct CriticalPathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "critical-path",
    abstract: "The longest driving path to the cutover, with what drives each date.",
    discussion: """
      With --paths, the paths nearest to it follow, in order of float: each is the one with the \
      least float among those with a task that no path before has. Its float is how far that \
      work may slip before the cutover moves; how far it is behind says when it takes over from \
      the path it joins.
      """)

  @Argument(help: "The plan: a file, a folder, or - for standard input.")
  var plan: String

  @Option(
    name: .long,
    help: ArgumentHelp("How many paths to list, the longest included.", valueName: "count"))
  var paths: Int?

  @OptionGroup var common: CommonOptions
  @OptionGroup var lateness: LatenessOptions

  func validate() throws {
    if let paths, paths < 1 { throw ValidationError("--paths takes a number from 1 on.") }
  }

  func run() throws {
    let session = Session(common, plan: plan)
    let plan = try session.plan()
    let schedule = try session.schedule(plan)
    let near: [PlanSchedule.NearPath]
    do {
      near = try schedule.nearPaths(max(2, paths ?? 0))
    } catch {
      throw session.fail([Diagnostic(error, plan: plan)])
    }
    let advice = common.json ? nil : LeverAdvice(beyond: schedule, plan, limit: 2_000)
    let report = CriticalPathReport(
      schedule, session.context, paths: near, listing: paths, advice: advice)
    try session.answer(text: report.text, json: report.json)
    try lateness.check(schedule)
  }
}
