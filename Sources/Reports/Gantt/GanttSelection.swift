import Planning
import Scheduling

/// Which tasks of a schedule a chart shows, before they are put in order.
struct GanttSelection {
  /// A path is near when it takes over after so many working days of delay, or moves the cutover:
  /// two weeks.
  static let nearDays = 10
  /// How many near paths are looked at.
  private static let nearPaths = 64

  /// Whether a task of the plan is shown; summaries are shown for what they hold.
  let isShown: [Bool]
  /// Whether anything was left out on purpose.
  let isFiltered: Bool

  /// Chooses.
  ///
  /// - Throws: `PlanError` when paths near to the cutover cannot be computed.
  /// - Complexity: O(tasks · filters), and that of `PlanSchedule.nearPaths` for `near`.
  init(_ schedule: PlanSchedule, _ options: GanttOptions) throws(PlanError) {
    let plan = schedule.plan
    let near =
      options.only.contains(.near) ? try GanttSelection.near(schedule) : []
    let owners = Set(options.only.compactMap { if case .owner(let id) = $0 { id } else { nil } })
    let modules = Set(options.only.compactMap { if case .module(let id) = $0 { id } else { nil } })
    let wantsCritical = options.only.contains(.critical) || options.only.contains(.near)
    let from = options.from.map { Instant($0) }
    let to = options.to.map { Instant($0, minuteOfDay: 1440) }
    var isShown = plan.tasks.indices.map { index -> Bool in
      let (task, dates) = (plan.tasks[index], schedule.tasks[index])
      if task.isSummary { return false }
      if wantsCritical, !dates.isCritical, !dates.isDriving, !near.contains(index) { return false }
      if !owners.isEmpty, !(task.owner.map(owners.contains) ?? false) { return false }
      if !modules.isEmpty, !(task.module.map(modules.contains) ?? false) { return false }
      if schedule.isPoint(index) {
        let day = schedule.finishDay(of: index)
        return (options.from.map { day >= $0 } ?? true) && (options.to.map { day <= $0 } ?? true)
      }
      return (from.map { dates.finish > $0 } ?? true) && (to.map { dates.start < $0 } ?? true)
    }
    isFiltered = !options.only.isEmpty || from != nil || to != nil
    for index in plan.tasks.indices.reversed() {
      // What a summary holds comes after it, so it is known already.
      if plan.tasks[index].isSummary, !isFiltered { isShown[index] = true }
      if isShown[index], let parent = plan.tasks[index].parent { isShown[parent] = true }
    }
    self.isShown = isShown
  }

  /// The tasks on near paths: with little float towards the cutover, or little behind a path that
  /// is near itself (the driving path may have float of its own, where it waits for a window).
  private static func near(_ schedule: PlanSchedule) throws(PlanError) -> Set<Int> {
    let limit = Int64(schedule.plan.units.minutesPerDay) * Int64(nearDays)
    var found: Set<Int> = []
    var isNear: [Bool] = []
    for path in try schedule.nearPaths(nearPaths) {
      let joined = path.joinedPath.map { isNear[$0] } ?? true
      isNear.append(Int64(path.float) <= limit || (joined && Int64(path.behind) <= limit))
      if isNear.last == true { found.formUnion(path.steps.map(\.task)) }
    }
    return found
  }
}
