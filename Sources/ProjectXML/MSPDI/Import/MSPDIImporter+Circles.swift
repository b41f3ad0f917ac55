internal import Planning
internal import SharedSystem

/// Links with which tasks would wait for themselves. Microsoft Project refuses to make them, so a
/// file that has one was made or changed elsewhere; which link is wrong, only its author knows.
extension MSPDIImporter {
  /// Reports every link from a task to itself, else one circle of several.
  mutating func checkCircles() {
    for task in plan.tasks {
      for link in task.after where link.task == task.id {
        problem(.selfLink(task.id), at: link.location?.line ?? 0)
      }
    }
    guard problems.isEmpty, case .cycle(let tasks, let links)? = plan.circle() else { return }
    let lines = links.compactMap { $0?.line }.sorted()
    problem(.circle(tasks, lines: lines), at: lines.first ?? 0)
  }

  /// How many tasks of a circle a message names.
  private static let namedTasks = 8

  /// A circle, and the lines of its links, as far as a message names them.
  static func circle(_ tasks: [String], _ lines: [Int]) -> (path: String, lines: [String]) {
    let isLong = tasks.count > namedTasks
    let names =
      tasks.prefix(namedTasks) + (isLong ? ["… (\(tasks.count - namedTasks))"] : [])
      + tasks.prefix(1)
    return (
      names.joined(separator: " → "),
      lines.prefix(namedTasks).map { "\($0)" } + (lines.count > namedTasks ? ["…"] : [])
    )
  }
}
