import Planning
import Scheduling
import SharedSystem

/// One row of a chart: a task, or the head of a group.
struct GanttRow: Hashable {
  /// What the row shows.
  enum Content: Hashable {
    /// The index of a task in `Plan.tasks`.
    case task(Int)
    /// A group: its name, when it begins and when it ends.
    case group(String, start: Instant, finish: Instant)
  }

  var content: Content
  /// How many summaries or groups it lies in.
  var depth: Int
  /// Whether it stands above what belongs to it.
  var isHead: Bool

  /// The index of its task; nil for a group.
  ///
  /// Not inlined: the optimiser of Swift 6.3 fails on closures that it is inlined into.
  @inline(never) var task: Int? {
    if case .task(let index) = content { index } else { nil }
  }
}

/// The rows of a chart, from first to last.
struct GanttRows {
  let rows: [GanttRow]

  /// Puts the tasks that are shown in order.
  ///
  /// - Complexity: O(tasks log tasks).
  init(
    _ schedule: PlanSchedule, _ selection: GanttSelection, _ grouping: GanttOptions.Grouping,
    _ context: ReportContext
  ) {
    let plan = schedule.plan
    switch grouping {
    case .outline: rows = GanttRows.outline(plan, selection)
    case .owner:
      let groups = plan.owners.map { ($0.id, context.text($0.name)) }
      rows = GanttRows.grouped(
        schedule, selection, groups, rest: context.words.noOwner
      ) { $0.owner }
    case .module:
      let groups = plan.modules.map { ($0.id, context.text($0.name)) }
      rows = GanttRows.grouped(
        schedule, selection, groups, rest: context.words.noModule
      ) { $0.module }
    }
  }

  private static func outline(_ plan: Plan, _ selection: GanttSelection) -> [GanttRow] {
    var depth = Array(repeating: 0, count: plan.tasks.count)
    var rows: [GanttRow] = []
    for (index, task) in plan.tasks.enumerated() {
      if let parent = task.parent { depth[index] = depth[parent] + 1 }
      guard selection.isShown[index] else { continue }
      rows.append(
        GanttRow(content: .task(index), depth: depth[index], isHead: task.isSummary))
    }
    return rows
  }

  private static func grouped(
    _ schedule: PlanSchedule, _ selection: GanttSelection, _ groups: [(id: String, name: String)],
    rest: String, by key: (PlanTask) -> String?
  ) -> [GanttRow] {
    let tasks = schedule.plan.tasks
    let number = Dictionary(
      groups.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var members = Array(repeating: [Int](), count: groups.count + 1)
    for index in tasks.indices where selection.isShown[index] && !tasks[index].isSummary {
      members[key(tasks[index]).flatMap { number[$0] } ?? groups.count].append(index)
    }
    let names = groups.map { $0.name.isEmpty ? $0.id : $0.name } + [rest]
    var rows: [GanttRow] = []
    for (name, indices) in zip(names, members) {
      let dates = indices.map { schedule.tasks[$0] }
      guard let start = dates.map(\.start).min(), let finish = dates.map(\.finish).max() else {
        continue
      }
      rows.append(
        GanttRow(content: .group(name, start: start, finish: finish), depth: 0, isHead: true))
      let ordered = indices.sorted {
        let (first, second) = (schedule.tasks[$0], schedule.tasks[$1])
        return (first.start, first.finish, $0) < (second.start, second.finish, $1)
      }
      rows += ordered.map { GanttRow(content: .task($0), depth: 1, isHead: false) }
    }
    return rows
  }

  /// The rows of each page: about as many on every page, and no head at a page's foot.
  ///
  /// - Parameter most: how many rows a page has at most.
  /// - Complexity: O(rows).
  func pages(most: Int) -> [Range<Int>] {
    guard !rows.isEmpty else { return [0..<0] }
    let count = (rows.count + most - 1) / most
    let even = (rows.count + count - 1) / count
    var pages: [Range<Int>] = []
    var first = 0
    while first < rows.count {
      // What heads moved to the next page may make more of them: then pages are filled.
      let size = pages.count + 1 < count ? even : most
      var end = min(first + size, rows.count)
      if end < rows.count {
        let last = rows[first..<end].lastIndex { !$0.isHead }
        if let last { end = last + 1 }
      }
      pages.append(first..<end)
      first = end
    }
    return pages
  }
}
