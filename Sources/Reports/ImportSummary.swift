/// What was read of a schedule made elsewhere, and what of it a plan does not hold.
package struct ImportSummary: Sendable {
  /// Elements that were not read.
  package struct Unread: Sendable {
    let path: String
    let count: Int

    /// Makes a count of elements.
    package init(path: String, count: Int) {
      self.path = path
      self.count = count
    }
  }

  let file: String
  /// The plan that was written; nil when none was.
  let output: String?
  let tasks: Int
  let links: Int
  let calendars: Int
  let remarks: [SummaryRemark]
  let unread: [Unread]

  /// Makes a summary.
  package init(
    file: String, output: String?, tasks: Int, links: Int, calendars: Int, remarks: [SummaryRemark],
    unread: [Unread]
  ) {
    self.file = file
    self.output = output
    self.tasks = tasks
    self.links = links
    self.calendars = calendars
    self.remarks = remarks
    self.unread = unread
  }

  /// The summary for people.
  package func text(_ words: Words) -> String {
    var lines = [words.read(file: file, tasks: tasks, links: links, calendars: calendars)]
    lines += remarks.map { "  " + $0.text }
    if !unread.isEmpty {
      let most = unread.sorted { ($1.count, $0.path) < ($0.count, $1.path) }.prefix(3)
      lines.append(
        "  "
          + words.unread(
            kinds: unread.count, elements: unread.reduce(0) { $0 + $1.count },
            examples: most.map(\.path)))
    }
    if let output { lines.append(words.wrote(file: output)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The summary for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "file": .string(file), "output": output.map(JSONValue.string) ?? .null,
      "tasks": .integer(Int64(tasks)), "links": .integer(Int64(links)),
      "calendars": .integer(Int64(calendars)),
      "remarks": .array(remarks.map(\.json)),
      "unread": .array(
        unread.map { ["path": .string($0.path), "count": .integer(Int64($0.count))] }),
    ]
  }
}
