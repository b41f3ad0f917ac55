import Foundation
import Planning
import Reports
import SharedSystem

/// What the surroundings say about how to write.
struct Environment {
  private let variables: [String: String]

  init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
    self.variables = variables
  }

  /// The language of the locale: Japanese when it begins with `ja`, else English.
  var language: LocalizedText.Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { variables[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ja") ?? false ? .ja : .en
  }

  /// Colour on a terminal only, and not when `NO_COLOR` is set (https://no-color.org).
  func style(isTerminal: Bool) -> TextStyle {
    let isUnwanted = !(variables["NO_COLOR"] ?? "").isEmpty || variables["TERM"] == "dumb"
    return isTerminal && !isUnwanted ? .coloured : .plain
  }
}
