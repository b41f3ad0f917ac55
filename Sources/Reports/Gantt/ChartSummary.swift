/// Which files a chart was written to.
package struct ChartSummary: Sendable {
  let files: [String]
  let tasks: Int
  let allTasks: Int

  /// Makes a summary.
  package init(files: [String], tasks: Int, of allTasks: Int) {
    self.files = files
    self.tasks = tasks
    self.allTasks = allTasks
  }

  /// The summary for people: a line for each file.
  package func text(_ words: Words) -> String {
    let count = words.shown(tasks, of: allTasks)
    let first = files.first.map { words.wrote(file: $0) + words.pick(": ", "：") + count }
    return ([first] + files.dropFirst().map { words.wrote(file: $0) }).compactMap(\.self)
      .joined(separator: "\n") + "\n"
  }

  /// The summary for programs.
  package var json: JSONValue {
    [
      "formatVersion": 1, "files": .array(files.map { .string($0) }),
      "tasks": .integer(Int64(tasks)),
    ]
  }
}
