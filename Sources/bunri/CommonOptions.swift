import ArgumentParser
import Planning
import Scheduling
import SharedSystem

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Language of the output (default: from the locale).", valueName: "ja|en"))
  var lang: LanguageChoice?

  @Flag(name: .long, help: "Print one JSON document to standard output, and nothing else there.")
  var json = false
}

/// What the verbs with a verdict understand.
struct LatenessOptions: ParsableArguments {
  @Flag(name: .long, help: "Exit with code 2 when the cutover is later than the target.")
  var failIfLate = false

  /// Ends the command with code 2 when that was asked for.
  func check(_ schedule: PlanSchedule) throws {
    if failIfLate, schedule.isLate { throw ExitCode(2) }
  }

  /// The same for a cutover alone.
  func check(finish: Instant, target: Instant?) throws {
    if failIfLate, let target, finish > target { throw ExitCode(2) }
  }
}

/// Levers that a search leaves out.
struct ExclusionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A lever that the set must not use; repeatable, or several with commas.", valueName: "id"))
  var without: [String] = []

  /// The ids, of levers that the plan has.
  ///
  /// - Throws: `ChangeError` for one that it does not have.
  func ids(in plan: Plan) throws -> Set<String> {
    let steps = without.flatMap { $0.split(separator: ",") }.map {
      Scenario.Step.lever(String($0))
    }
    return Set(try plan.levers(in: steps).map(\.id))
  }
}

/// The languages of `--lang`.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case ja, en

  /// The language of the reports.
  var language: LocalizedText.Language {
    switch self {
    case .ja: .ja
    case .en: .en
    }
  }
}
