/// The messages of one reading: the first thousand errors and warnings with their places, and a
/// count of the others.
struct DiagnosticList {
  private var errors: [PlacedMessage] = []
  private var warnings: [PlacedMessage] = []
  private var uncounted = 0

  /// Whether there is any error.
  var hasErrors: Bool { !errors.isEmpty }

  /// The number of errors that are kept.
  var errorCount: Int { errors.count }

  /// Whether further errors are only counted.
  var isFull: Bool { errors.count >= PlanReader.diagnosticLimit }

  /// Counts an error whose message would be too costly to make when the list is full.
  mutating func countError() { uncounted += 1 }

  /// Adds an error; the message is not made when there are already too many.
  mutating func error(_ message: @autoclosure () -> Message, at position: Position) {
    DiagnosticList.add(message, position, to: &errors, &uncounted)
  }

  /// Adds a warning; the message is not made when there are already too many.
  mutating func warning(_ message: @autoclosure () -> Message, at position: Position) {
    DiagnosticList.add(message, position, to: &warnings, &uncounted)
  }

  private static func add(
    _ message: () -> Message, _ position: Position, to list: inout [PlacedMessage],
    _ uncounted: inout Int
  ) {
    if list.count < PlanReader.diagnosticLimit {
      list.append(PlacedMessage(message(), position))
    } else {
      uncounted += 1
    }
  }

  /// The diagnostics in the order of files, lines and columns, errors before warnings.
  func diagnostics(files: [String]) -> [Diagnostic] {
    let all =
      errors.map { ($0, Diagnostic.Severity.error) }
      + warnings.map { ($0, Diagnostic.Severity.warning) }
    let order = all.indices.sorted {
      (all[$0].0.position, $0) < (all[$1].0.position, $1)
    }
    var result = order.map { index in
      let (placed, severity) = all[index]
      let place = placed.position
      let file = files.indices.contains(Int(place.file)) ? files[Int(place.file)] : ""
      return Diagnostic(
        severity: severity, id: placed.message.id, file: file, line: Int(place.line),
        column: Int(place.column), message: placed.message.text, advice: placed.message.advice)
    }
    if uncounted > 0 {
      let more = Message.more(uncounted)
      result.append(
        Diagnostic(severity: .note, id: more.id, file: files.first ?? "", message: more.text))
    }
    return result
  }
}
