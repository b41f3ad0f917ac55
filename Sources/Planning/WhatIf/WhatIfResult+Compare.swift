public import Scheduling

/// Why a what-if has no answer.
public enum WhatIfFailure: Error, Hashable, Sendable {
  /// The changes cannot be applied.
  case change(ChangeError)
  /// The plan, before or after, cannot be scheduled; `afterChanges` says which.
  case plan(PlanError, afterChanges: Bool)
}

extension WhatIfResult {
  /// Applies steps to a plan, schedules both, and compares.
  ///
  /// - Parameters:
  ///   - plan: the plan as it is.
  ///   - steps: levers and settings, in order.
  ///   - target: a target for both sides that replaces the plan's; nil keeps the plan's.
  ///   - calendars: compiled calendars of plans scheduled before.
  /// - Throws: `WhatIfFailure`.
  /// - Complexity: two schedules, and O(tasks · steps).
  public static func compare(
    _ plan: Plan, applying steps: [Scenario.Step], target: Instant? = nil,
    calendars: CalendarCache = CalendarCache()
  ) throws(WhatIfFailure) -> WhatIfResult {
    var base = plan
    if let target { base.target = target }
    do {
      base = try base.withGeneratedWork()
    } catch {
      throw .plan(error, afterChanges: false)
    }
    let changed: Plan
    let levers: [Lever]
    do {
      levers = try base.levers(in: steps)
      changed = try base.applying(steps)
    } catch {
      throw .change(error)
    }
    let before = try schedule(base, calendars, afterChanges: false)
    let after = try schedule(changed, calendars, afterChanges: true)
    return WhatIfResult(before, after, levers: levers)
  }

  private static func schedule(
    _ plan: Plan, _ calendars: CalendarCache, afterChanges: Bool
  ) throws(WhatIfFailure) -> (PlanSchedule, ScheduledNetwork) {
    do {
      let lowered = try LoweredPlan(plan)
      let scheduled = try lowered.scheduled(calendars: calendars)
      return (PlanSchedule(lowered, scheduled), scheduled)
    } catch {
      throw .plan(error, afterChanges: afterChanges)
    }
  }

  private init(
    _ first: (PlanSchedule, ScheduledNetwork), _ second: (PlanSchedule, ScheduledNetwork),
    levers: [Lever]
  ) {
    before = first.0
    after = second.0
    self.levers = levers
    leverCost = levers.reduce(0) { $0 + $1.cost }
    func sum(_ plan: Plan) -> Int64 { plan.tasks.reduce(0) { $0 + ($1.cost ?? 0) } }
    taskCost = sum(after.plan) - sum(before.plan)
    gainedMinutes = first.1.workingMinutes(from: after.cutoverFinish, to: before.cutoverFinish)
    gainedElapsedMinutes = before.cutoverFinish.minutes - after.cutoverFinish.minutes
    changes = TaskDifferences(before, after).rows
    func critical(_ schedule: PlanSchedule) -> [String] {
      zip(schedule.plan.tasks, schedule.tasks)
        .filter { !$0.isSummary && $1.isCritical }.map(\.0.id)
    }
    let (old, new) = (critical(before), critical(after))
    let (wasCritical, isCritical) = (Set(old), Set(new))
    becameCritical = new.filter { !wasCritical.contains($0) }
    noLongerCritical = old.filter { !isCritical.contains($0) }
    swallowed = nil
    swallowed = SwallowedGain(self, first.1, second.1).found
  }
}

/// The rows of a comparison of two schedules, in the order of the plan, added tasks last.
struct TaskDifferences {
  let rows: [WhatIfResult.TaskChange]

  init(_ before: PlanSchedule, _ after: PlanSchedule) {
    var newIndex: [String: Int] = [:]
    for (index, task) in after.plan.tasks.enumerated() { newIndex[task.id] = index }
    var rows: [WhatIfResult.TaskChange] = []
    var seen: Set<String> = []
    let calendars = (
      Dictionary(uniqueKeysWithValues: before.plan.calendars.map { ($0.id, $0) }),
      Dictionary(uniqueKeysWithValues: after.plan.calendars.map { ($0.id, $0) })
    )
    for (index, task) in before.plan.tasks.enumerated() where !task.isSummary {
      seen.insert(task.id)
      guard let other = newIndex[task.id] else {
        rows.append(.init(id: task.id, kind: .removed, before: index, after: nil))
        continue
      }
      let (old, new) = (before.tasks[index], after.tasks[other])
      let isChanged =
        TaskDifferences.isChanged(task, after.plan.tasks[other])
        || task.calendar.map { calendars.0[$0] != calendars.1[$0] } ?? false
      if isChanged {
        rows.append(.init(id: task.id, kind: .changed, before: index, after: other))
      } else if old.start != new.start || old.finish != new.finish {
        rows.append(.init(id: task.id, kind: .moved, before: index, after: other))
      }
    }
    for (index, task) in after.plan.tasks.enumerated()
    where !task.isSummary && !seen.contains(task.id) {
      rows.append(.init(id: task.id, kind: .added, before: nil, after: index))
    }
    self.rows = rows
  }

  private static func isChanged(_ old: PlanTask, _ new: PlanTask) -> Bool {
    func links(_ task: PlanTask) -> [PlanTask.Dependency] {
      task.after.map { link in
        var link = link
        link.location = nil
        return link
      }
    }
    return old.duration != new.duration || old.isMilestone != new.isMilestone
      || old.calendar != new.calendar || old.owner != new.owner || old.cost != new.cost
      || old.deadline != new.deadline || old.constraints != new.constraints
      || links(old) != links(new)
  }
}
