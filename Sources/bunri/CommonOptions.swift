import ArgumentParser
import Planning

/// What every verb understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Language of the output (default: from the locale).", valueName: "ja|en"))
  var lang: LocalizedText.Language?

  @Flag(name: .long, help: "Print one JSON document to standard output, and nothing else there.")
  var json = false

  /// Makes the options from the command line.
  init() {}

  /// Makes the options of a verb that has only a language.
  init(_ language: LocalizedText.Language) {
    self.init()
    lang = language
    json = false
  }
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

extension LocalizedText.Language: ExpressibleByArgument {}
