internal import Planning
internal import SharedSystem

/// Links with which tasks would wait for themselves. Microsoft Project refuses to make them, so a
/// file that has one was made or changed elsewhere; which link is wrong, only its author knows.
extension MSPDIImporter {
  /// Reports every link from a task to itself or to a summary that holds it, and from a summary to
  /// what it holds; else one circle of several.
  mutating func checkCircles() {
    var indexOf: [String: Int] = [:]
    indexOf.reserveCapacity(plan.tasks.count)
    for (index, task) in plan.tasks.enumerated() { indexOf[task.id] = index }
    for (index, task) in plan.tasks.enumerated() {
      for link in task.after {
        let line = link.location?.line ?? 0
        if link.task == task.id {
          problem(.selfLink(task.id), at: line)
        } else if let other = indexOf[link.task] {
          if holds(other, index) { problem(.ownSummary(task.id, link.task), at: line) }
          if holds(index, other) { problem(.ownPart(task.id, link.task), at: line) }
        }
      }
    }
    guard problems.isEmpty, case .cycle(let tasks, let links)? = plan.circle() else { return }
    let lines = links.compactMap { $0?.line }.sorted()
    problem(.circle(tasks, lines: lines), at: lines.first ?? 0)
  }

  /// Whether a summary holds a task, at any depth.
  private func holds(_ summary: Int, _ task: Int) -> Bool {
    guard plan.tasks[summary].isSummary else { return false }
    var holder = plan.tasks[task].parent
    // Holders stand before what they hold.
    while let current = holder, current > summary { holder = plan.tasks[current].parent }
    return holder == summary
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
