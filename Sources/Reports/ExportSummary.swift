/// What a written file holds, and what of the plan it cannot hold.
package struct ExportSummary: Sendable {
  /// One way in which the file differs from the plan.
  package struct Remark: Sendable {
    let kind: String
    let count: Int
    let examples: [String]
    let text: String

    /// Makes a remark; `text` is a sentence in the reader's language.
    package init(kind: String, count: Int, examples: [String], text: String) {
      self.kind = kind
      self.count = count
      self.examples = examples
      self.text = text
    }
  }

  let file: String
  let tasks: Int
  let links: Int
  let calendars: Int
  let remarks: [Remark]

  /// Makes a summary.
  package init(file: String, tasks: Int, links: Int, calendars: Int, remarks: [Remark]) {
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
    let remarks = remarks.map { remark -> JSONValue in
      [
        "kind": .string(remark.kind), "count": .integer(Int64(remark.count)),
        "examples": .array(remark.examples.map(JSONValue.string)), "message": .string(remark.text),
      ]
    }
    return [
      "formatVersion": 1, "file": .string(file), "tasks": .integer(Int64(tasks)),
      "links": .integer(Int64(links)), "calendars": .integer(Int64(calendars)),
      "remarks": .array(remarks),
    ]
  }
}
