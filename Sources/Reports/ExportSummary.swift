/// What a written file holds, and what of the plan it cannot hold.
package struct ExportSummary: Sendable {
  let file: String
  let tasks: Int
  let links: Int
  let calendars: Int
  let remarks: [SummaryRemark]

  /// Makes a summary.
  package init(file: String, tasks: Int, links: Int, calendars: Int, remarks: [SummaryRemark]) {
    self.file = file
    self.tasks = tasks
    self.links = links
    self.calendars = calendars
    self.remarks = remarks
  }

  /// The summary for people.
  package func text(_ words: Words) -> String {
    let head = words.wrote(file: file, tasks: tasks, links: links, calendars: calendars)
    return ([head] + remarks.map { "  " + $0.text }).joined(separator: "\n") + "\n"
  }

  /// The summary for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "file": .string(file), "tasks": .integer(Int64(tasks)),
      "links": .integer(Int64(links)), "calendars": .integer(Int64(calendars)),
      "remarks": .array(remarks.map(\.json)),
    ]
  }
}
