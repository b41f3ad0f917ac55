import ArgumentParser
import Planning
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
