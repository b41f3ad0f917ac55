internal import Planning

/// The tasks of a plan in the order of an outline: each summary directly before what it holds.
struct MSPDIOutline {
  /// Indices of the plan's tasks, row by row.
  private(set) var rows: [Int] = []
  /// The level of each row, from 1.
  private(set) var levels: [Int] = []
  /// The number of each row: `2.1.3`.
  private(set) var numbers: [String] = []
  /// The row of each task.
  private(set) var rowOfTask: [Int]
  /// The summary that holds each task.
  private(set) var parents: [Int?]
  /// For each row, the first row after it that it does not hold.
  private(set) var ends: [Int]

  /// Orders the tasks.
  ///
  /// - Complexity: O(tasks · depth), for the outline numbers.
  init(_ tasks: [PlanTask]) {
    rowOfTask = Array(repeating: 0, count: tasks.count)
    ends = Array(repeating: 0, count: tasks.count)
    parents = Array(repeating: nil, count: tasks.count)
    var children: [[Int]] = Array(repeating: [], count: tasks.count)
    var top: [Int] = []
    for (index, task) in tasks.enumerated() {
      // The reader of plans puts a summary before its tasks; anything else stays at the top.
      if let parent = task.parent, tasks.indices.contains(parent), parent < index {
        children[parent].append(index)
        parents[index] = parent
      } else {
        top.append(index)
      }
    }
    var stack = top.enumerated().reversed().map { ($1, 1, "\($0 + 1)") }
    while let (task, level, number) = stack.popLast() {
      rowOfTask[task] = rows.count
      rows.append(task)
      levels.append(level)
      numbers.append(number)
      for (position, child) in children[task].enumerated().reversed() {
        stack.append((child, level + 1, "\(number).\(position + 1)"))
      }
    }
    var open: [Int] = []
    for row in rows.indices {
      while let last = open.last, levels[last] >= levels[row] { ends[open.removeLast()] = row }
      open.append(row)
    }
    for row in open { ends[row] = rows.count }
  }

  /// Whether a task holds others.
  func isSummary(_ task: Int) -> Bool { ends[rowOfTask[task]] > rowOfTask[task] + 1 }

  /// The tasks without tasks of their own that a task holds; the task itself when it holds none.
  ///
  /// - Complexity: O(tasks it holds).
  func leaves(of task: Int) -> [Int] {
    let row = rowOfTask[task]
    return rows[row..<ends[row]].filter { !isSummary($0) }
  }
}
