import PlanFile
import ProjectXML
import SharedSystem

/// What people are told: it says something in every language, without gaps between its lines.
enum FuzzText {
  static func check(_ diagnostic: Diagnostic) {
    require(!diagnostic.id.isEmpty, "a diagnostic has an id")
    check(diagnostic.message, diagnostic.advice, diagnostic.line)
    check(diagnostic.text(in:))
  }

  static func check(_ problem: MSPDIProblem) {
    require(!problem.id.isEmpty, "a problem has an id")
    check(problem.message, problem.advice, problem.line)
    check(problem.text(in:))
  }

  /// A text that is made for a language.
  static func check(_ text: (LocalizedText.Language) -> String) {
    for language in LocalizedText.Language.allCases {
      let words = text(language)
      require(!words.isEmpty, "a text says something in \(language)")
      require(!words.contains("\n\n"), "a text has no empty line in \(language): \(words)")
    }
  }

  private static func check(_ message: LocalizedText, _ advice: LocalizedText?, _ line: Int) {
    for language in LocalizedText.Language.allCases {
      require(!message.text(in: language).isEmpty, "a message says something in \(language)")
      require(advice?.text(in: language) != "", "advice says something in \(language)")
    }
    require(line >= 0, "a line is counted from 1, or not known")
  }
}
