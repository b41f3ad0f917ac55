import Planning
public import SharedSystem

/// One thing that is wrong with a Microsoft Project XML file, or worth knowing about it.
public struct MSPDIProblem: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but something of it was not understood.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong, as a stable name in kebab-case: `not-a-date`.
  public var id: String
  /// The line, from 1; 0 when unknown.
  public var line: Int
  /// The column in bytes, from 1; 0 when unknown.
  public var column: Int
  /// What is wrong, naming the value.
  public var message: LocalizedText
  /// What may be meant or done; begins with "Maybe".
  public var advice: LocalizedText?

  /// The problem for people: `12:5: warning[not-a-date]: …`, the advice on a line of its own,
  /// indented by two spaces.
  public func text(in language: LocalizedText.Language) -> String {
    var result = line > 0 ? column > 0 ? "\(line):\(column): " : "\(line): " : ""
    result += "\(severity.rawValue)[\(id)]: \(message.text(in: language))"
    if let advice { result += "\n  \(advice.text(in: language))" }
    return result
  }
}
