internal import Scheduling
internal import SharedSystem

/// What differs between two plans, and what that does to the cutover.
public struct PlanDifference: Sendable {
  /// What happened to a thing.
  public enum Mark: String, Hashable, Sendable {
    case added = "+"
    case changed = "~"
    case removed = "-"
  }

  /// A task that differs.
  public struct TaskRow: Hashable, Sendable {
    /// What happened to it.
    public var mark: Mark
    /// The task's id.
    public var id: String
    /// Index in the first plan's tasks, and in the second's.
    public var before: Int?, after: Int?
    /// Minutes of the clock by which its finish moved; positive is later.
    public var moved: Int32
    /// What differs beside dates.
    public var fields: [Field]
  }

  /// A field of a task.
  public enum Field: String, Hashable, Sendable {
    case name, duration, owner, calendar, links, constraint, deadline, cost, progress
  }

  /// Anything else that differs.
  public struct Row: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, Hashable, Sendable {
      case module, coupling, crossing, lever, calendar
    }

    /// What happened to it.
    public var mark: Mark
    /// What kind of thing it is.
    public var kind: Kind
    /// What it is called: an id, or `from → to`.
    public var id: String
    /// What it was and what it is, where that is short.
    public var before: String?, after: String?
  }

  /// The first plan.
  public var before: PlanSchedule
  /// The second plan.
  public var after: PlanSchedule
  /// Tasks, the largest move first.
  public var tasks: [TaskRow]
  /// Everything else, in the order of kinds and of the plans.
  public var others: [Row]
  /// Minutes of the clock by which the cutover moved; positive is later.
  public var cutoverMoved: Int32
  /// The same in working minutes of the first plan's calendar.
  public var cutoverMovedWorking: Int32
  /// Ids of tasks that only the first, and only the second path to the cutover has.
  public var leftPath: [String], joinedPath: [String]

  /// Compares two plans with their dates.
  ///
  /// - Complexity: O(tasks log tasks + links + modules + couplings).
  public init(_ before: PlanSchedule, _ after: PlanSchedule) {
    self.before = before
    self.after = after
    tasks = TaskRows(before, after).rows
    others = OtherRows(before.plan, after.plan).rows
    cutoverMoved = after.cutoverFinish.minutes - before.cutoverFinish.minutes
    cutoverMovedWorking = before.scheduled.workingMinutes(
      from: before.cutoverFinish, to: after.cutoverFinish)
    let (old, new) = (
      before.path.map { before.plan.tasks[$0.task].id },
      after.path.map { after.plan.tasks[$0.task].id }
    )
    let (was, isNow) = (Set(old), Set(new))
    leftPath = old.filter { !isNow.contains($0) }
    joinedPath = new.filter { !was.contains($0) }
  }
}

/// The rows of tasks.
private struct TaskRows {
  let rows: [PlanDifference.TaskRow]

  init(_ before: PlanSchedule, _ after: PlanSchedule) {
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
      let fields = TaskRows.fields(task, after.plan.tasks[new])
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
    let order = rows.indices.sorted {
      (-Int(rows[$0].moved.magnitude), $0) < (-Int(rows[$1].moved.magnitude), $1)
    }
    self.rows = order.map { rows[$0] }
  }

  private static func fields(_ old: PlanTask, _ new: PlanTask) -> [PlanDifference.Field] {
    var result: [PlanDifference.Field] = []
    if old.name != new.name { result.append(.name) }
    if old.duration != new.duration || old.isMilestone != new.isMilestone {
      result.append(.duration)
    }
    if old.owner != new.owner { result.append(.owner) }
    if old.calendar != new.calendar { result.append(.calendar) }
    if Set(old.after.map(\.text)) != Set(new.after.map(\.text)) { result.append(.links) }
    if old.constraints != new.constraints { result.append(.constraint) }
    if old.deadline != new.deadline { result.append(.deadline) }
    if old.cost != new.cost { result.append(.cost) }
    if old.progress != new.progress { result.append(.progress) }
    return result
  }
}

/// The rows of everything but tasks.
private struct OtherRows {
  private(set) var rows: [PlanDifference.Row] = []

  init(_ before: Plan, _ after: Plan) {
    compare(.module, OtherRows.modules(before), OtherRows.modules(after))
    compare(.coupling, OtherRows.couplings(before), OtherRows.couplings(after))
    compare(.crossing, OtherRows.crossings(before), OtherRows.crossings(after))
    compare(.lever, OtherRows.levers(before), OtherRows.levers(after))
    compare(.calendar, OtherRows.calendars(before), OtherRows.calendars(after))
  }

  /// An id, what is shown of a thing, and everything that is compared.
  private typealias Entry = (id: String, shown: String, whole: AnyHashable)

  private mutating func compare(
    _ kind: PlanDifference.Row.Kind, _ old: [Entry], _ new: [Entry]
  ) {
    let index = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(old.map(\.id))
    for entry in old {
      guard let other = index[entry.id] else {
        rows.append(
          .init(mark: .removed, kind: kind, id: entry.id, before: entry.shown, after: nil))
        continue
      }
      if entry.whole != other.whole {
        rows.append(
          .init(
            mark: .changed, kind: kind, id: entry.id, before: entry.shown, after: other.shown))
      }
    }
    for entry in new where !known.contains(entry.id) {
      rows.append(.init(mark: .added, kind: kind, id: entry.id, before: nil, after: entry.shown))
    }
  }

  private static func modules(_ plan: Plan) -> [Entry] {
    plan.modules.indices.map { index in
      var module = plan.modules[index]
      module.location = nil
      var parts: [String] = []
      if let separation = plan.generated?.separation {
        parts.append(separation.holders[index].map { separation.owners[$0] }.joined(separator: "+"))
        parts.append(separation.strategies[index].rawValue)
      } else {
        parts = [module.owner, module.strategy?.rawValue].compactMap { $0 }
      }
      let shown = parts.joined(separator: " ")
      return (module.id, shown, AnyHashable([AnyHashable(module), AnyHashable(shown)]))
    }
  }

  private static func couplings(_ plan: Plan) -> [Entry] {
    plan.couplings.map { coupling in
      var own = coupling
      own.location = nil
      return (
        "\(coupling.from) → \(coupling.to) (\(coupling.kind.rawValue))",
        coupling.information.joined(separator: " "), AnyHashable(own)
      )
    }
  }

  private static func crossings(_ plan: Plan) -> [Entry] {
    (plan.generated?.separation.crossings ?? []).map { crossing in
      let coupling = plan.couplings[crossing.coupling]
      let owner = plan.generated?.separation.owners[crossing.user] ?? ""
      return (
        "\(coupling.from) → \(coupling.to) (\(coupling.kind.rawValue), \(owner))", owner,
        AnyHashable(owner)
      )
    }
  }

  private static func levers(_ plan: Plan) -> [Entry] {
    plan.levers.map { lever in
      (
        lever.id, "\(lever.cost)",
        AnyHashable([
          AnyHashable(lever.cost), AnyHashable(lever.changes), AnyHashable(lever.requires),
          AnyHashable(lever.excludes),
        ])
      )
    }
  }

  private static func calendars(_ plan: Plan) -> [Entry] {
    plan.calendars.map { ($0.id, "", AnyHashable($0.calendar)) }
  }
}
