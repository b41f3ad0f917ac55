internal import Scheduling

/// The rows of tasks.
struct TaskRows {
  let rows: [PlanDifference.TaskRow]

  init(
    _ before: PlanSchedule, _ after: PlanSchedule, _ scope: PlanDifference.Scope
  ) {
    let index = Dictionary(
      after.plan.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [PlanDifference.TaskRow] = []
    var seen: Set<String> = []
    for (old, task) in before.plan.tasks.enumerated() where !task.isSummary {
      seen.insert(task.id)
      guard let new = index[task.id], !after.plan.tasks[new].isSummary else {
        rows.append(
          .init(mark: .removed, id: task.id, before: old, after: nil, moved: 0, fields: []))
        continue
      }
      let fields = TaskRows.fields((before.plan, old), (after.plan, new), scope)
      let moved = after.tasks[new].finish.minutes - before.tasks[old].finish.minutes
      let startMoved = after.tasks[new].start != before.tasks[old].start
      if !fields.isEmpty || moved != 0 || startMoved {
        rows.append(
          .init(mark: .changed, id: task.id, before: old, after: new, moved: moved, fields: fields))
      }
    }
    for (new, task) in after.plan.tasks.enumerated()
    where !task.isSummary && !seen.contains(task.id) {
      rows.append(.init(mark: .added, id: task.id, before: nil, after: new, moved: 0, fields: []))
    }
    // Of equal moves, what differs by itself comes before what only moved.
    func key(_ index: Int) -> (Int, Int, Int) {
      let row = rows[index]
      let isOwn = !row.fields.isEmpty || row.mark != .changed
      return (-Int(row.moved.magnitude), isOwn ? 0 : 1, index)
    }
    let order = rows.indices.sorted { key($0) < key($1) }
    self.rows = order.map { rows[$0] }
  }

  private static func fields(
    _ before: (plan: Plan, index: Int), _ after: (plan: Plan, index: Int),
    _ scope: PlanDifference.Scope
  ) -> [PlanDifference.Field] {
    let (old, new) = (before.plan.tasks[before.index], after.plan.tasks[after.index])
    func parent(_ task: PlanTask, _ plan: Plan) -> String? { task.parent.map { plan.tasks[$0].id } }
    var result: [PlanDifference.Field] = []
    func add(_ field: PlanDifference.Field, if differs: Bool) {
      if differs { result.append(field) }
    }
    add(.name, if: old.name != new.name)
    add(.duration, if: old.duration != new.duration || old.isMilestone != new.isMilestone)
    add(.owner, if: old.owner != new.owner)
    add(.calendar, if: old.calendar != new.calendar)
    add(.links, if: Set(old.after.map(\.text)) != Set(new.after.map(\.text)))
    add(.constraint, if: old.constraints != new.constraints)
    add(.deadline, if: old.deadline != new.deadline)
    add(.cost, if: old.cost != new.cost)
    add(.progress, if: old.progress != new.progress)
    add(.outline, if: parent(old, before.plan) != parent(new, after.plan))
    add(.active, if: old.isActive != new.isActive)
    add(.parts, if: old.parts != new.parts)
    guard scope == .everything else { return result }
    add(.prices, if: old.crash != new.crash || old.modes != new.modes)
    add(.estimate, if: old.estimate != new.estimate)
    add(.teams, if: old.needs != new.needs)
    add(.module, if: old.module != new.module)
    add(.drivers, if: old.drivers != new.drivers)
    return result
  }
}
