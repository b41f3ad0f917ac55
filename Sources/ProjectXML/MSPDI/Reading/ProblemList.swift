internal import Planning

/// The problems of a file, at most so many of each kind: a broken file has a hundred thousand.
struct ProblemList {
  /// How many of a kind are listed; the others are counted.
  static let most = 20

  private var listed: [MSPDIProblem] = []
  /// How often each kind occurs.
  private var counts: [String: Int] = [:]
  private(set) var hasErrors = false

  mutating func add(
    _ severity: MSPDIProblem.Severity, _ message: ReadingMessage, line: Int, column: Int = 0
  ) {
    if severity == .error { hasErrors = true }
    let count = counts[message.id, default: 0] + 1
    counts[message.id] = count
    guard count <= ProblemList.most else { return }
    listed.append(problem(severity, message, line: line, column: column))
  }

  /// Whether a problem need not be worded, since there were enough of its kind; counts it if so.
  mutating func isOnlyCounted(_ id: String) -> Bool {
    guard let count = counts[id], count >= ProblemList.most else { return false }
    counts[id] = count + 1
    return true
  }

  /// The problems in the order they were found, those that are only counted at the end.
  var all: [MSPDIProblem] {
    let more = counts.filter { $0.value > ProblemList.most }.sorted { $0.key < $1.key }
    return listed
      + more.map { id, count in
        problem(.warning, .more(id, count - ProblemList.most), line: 0, column: 0)
      }
  }

  private func problem(
    _ severity: MSPDIProblem.Severity, _ message: ReadingMessage, line: Int, column: Int
  ) -> MSPDIProblem {
    MSPDIProblem(
      severity: severity, id: message.id, line: line, column: column, message: message.text,
      advice: message.advice)
  }
}
