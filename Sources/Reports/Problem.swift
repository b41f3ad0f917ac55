/// One problem of the input, ready to be shown: a diagnostic in the reader's language.
package struct Problem: Hashable, Sendable {
  /// `error`, `warning` or `note`.
  package var severity: String
  /// The stable id of the kind of problem.
  package var id: String
  /// Where it is; nil when it concerns no place in a file.
  package var file: String?
  package var line: Int?
  package var column: Int?
  /// What is wrong.
  package var message: String
  /// What might be meant.
  package var advice: String?

  /// Makes a problem.
  package init(
    severity: String, id: String, file: String? = nil, line: Int? = nil, column: Int? = nil,
    message: String, advice: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.advice = advice
  }

  /// The problem as a member of `diagnostics`.
  package var json: JSONValue {
    [
      "severity": .string(severity), "id": .string(id), "file": .text(file), "line": .number(line),
      "column": .number(column), "message": .string(message), "advice": .text(advice),
    ]
  }

  /// The document that stands for a failed command, or for `check`.
  package static func document(_ problems: [Problem]) -> JSONValue {
    ["formatVersion": 1, "diagnostics": .array(problems.map(\.json))]
  }
}
