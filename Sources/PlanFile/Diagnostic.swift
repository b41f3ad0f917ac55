import Planning
public import SharedSystem

/// One thing that is wrong, or worth knowing, about a plan's files or a command's changes.
///
/// A value to be shown; it decides nothing. Both languages are always filled in.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The plan cannot be used.
    case error
    /// The plan can be used, but probably says something else than was meant.
    case warning
    /// Something to know.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong, as a stable name in kebab-case: `unknown-task`.
  public var id: String
  /// The file as the user named it; `command line` for changes given there.
  public var file: String
  /// The line, from 1; 0 when unknown.
  public var line: Int
  /// The column in Unicode characters, from 1; 0 when unknown.
  public var column: Int
  /// What is wrong, naming the value.
  public var message: LocalizedText
  /// What may have been meant.
  public var advice: LocalizedText?

  /// Makes a diagnostic.
  public init(
    severity: Severity, id: String, file: String, line: Int = 0, column: Int = 0,
    message: LocalizedText, advice: LocalizedText? = nil
  ) {
    self.severity = severity
    self.id = id
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.advice = advice
  }

  /// The diagnostic for people: `plan.yaml:14:12: error[duration]: …`, the advice on a line of its
  /// own, indented by two spaces.
  public func text(in language: LocalizedText.Language) -> String {
    var result = file
    if line > 0 {
      result += ":\(line)"
      if column > 0 { result += ":\(column)" }
    }
    result += ": \(severity.rawValue)[\(id)]: \(message.text(in: language))"
    if let advice { result += "\n  \(advice.text(in: language))" }
    return result
  }
}
