/// Collects the parts of a report, with one blank line between them.
struct ReportText: Sendable {
  private var parts: [[String]] = []
  private let style: TextStyle

  init(style: TextStyle) { self.style = style }

  mutating func add(_ lines: [LabelledLine?]) {
    add(lines: lines.compactMap { $0?.lines(style: style) }.flatMap { $0 })
  }

  mutating func add(_ table: Table) { add(lines: table.lines(style: style)) }

  /// Adds a sentence that may need several lines; commands in it stay on one line.
  mutating func add(sentence: String, limit: Int = ReportContext.width) {
    add(lines: sentence.wrapped(toWidth: limit, keepingCommands: true))
  }

  mutating func add(lines: [String]) {
    if !lines.isEmpty { parts.append(lines) }
  }

  /// Adds lines directly below the last part.
  mutating func append(lines: [String]) {
    guard !parts.isEmpty else { return add(lines: lines) }
    parts[parts.count - 1] += lines
  }

  var text: String {
    parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }
}
