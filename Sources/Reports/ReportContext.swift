import Planning
package import SharedSystem

/// For whom a report is written: language, colour, and how the reader calls the plan.
package struct ReportContext: Sendable {
  /// The language of all words and names.
  package var language: LocalizedText.Language
  /// Whether the text may use colour.
  package var style: TextStyle
  /// The plan as the user named it on the command line, for the commands in advice.
  package var planPath: String

  /// Makes a context.
  package init(
    language: LocalizedText.Language, style: TextStyle = .plain, planPath: String = "PLAN"
  ) {
    self.language = language
    self.style = style
    self.planPath = planPath
  }

  /// The columns no table is wider than.
  static let width = 100

  /// The words of the language.
  package var words: Words { Words(language) }

  /// The plan's path as a shell reads it back.
  package var planArgument: String {
    let isPlain = planPath.allSatisfy { $0.isLetter || $0.isNumber || "-_./+:,@".contains($0) }
    if isPlain && !planPath.isEmpty { return planPath }
    return "'"
      + planPath.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// A plan's text in the reader's language, safe to print.
  func text(_ text: LocalizedText) -> String { text.text(in: language).onOneLine }

  /// The name of a task.
  func name(_ task: PlanTask) -> String {
    let name = text(task.name)
    return name.isEmpty ? task.id : name
  }
}
