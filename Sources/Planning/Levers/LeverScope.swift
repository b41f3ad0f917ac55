internal import Scheduling

/// What each lever touches in a plan whose work is generated: the ground on which a relaxed plan
/// may treat tasks one by one.
///
/// A task's *touching levers* are all that can change its node in the network: its duration,
/// calendar, constraints, progress or incoming links. Levers outside that set do not matter to the
/// node, whatever they do elsewhere. The set may be too large, never too small:
///
/// - a selector is read without its conditions on owners (a lever that sets owners is not local
///   where any lever selects by them);
/// - a change of a summary's links or dates touches every task in it;
/// - a share as lag (`FS+50%`) follows the predecessor's duration: who touches that touches the
///   successor;
/// - where a task may be removed, its successors take over its predecessors: who touches it
///   touches its successors.
struct LeverScope: Sendable {
  /// By task of the plan, the local levers that touch it.
  private(set) var touching: [LeverSet]
  /// Levers that change calendars only by adding working time where that can only bring dates
  /// forward; other changes of theirs are in `touching`.
  private(set) var openers = LeverSet()
  /// Levers that have to be decided before the others: what they do is not told apart by tasks.
  private(set) var whole = LeverSet()
  /// By lever, the tasks whose own cost it sets or takes away.
  private var costs: [Set<Int>]

  private let plan: Plan
  private let parents: [Int?]
  private let index: [String: Int]

  /// - Parameters:
  ///   - plan: the plan with generated work.
  ///   - levers: all levers, with their changes after the generation.
  /// - Complexity: O(levers · changes · tasks · depth).
  init(_ plan: Plan, _ changes: [[Change]]) {
    self.plan = plan
    parents = plan.tasks.map(\.parent)
    index = Dictionary(
      plan.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    touching = Array(repeating: LeverSet(), count: plan.tasks.count)
    costs = Array(repeating: [], count: changes.count)
    let all = changes.joined()
    let selectsByOwner = all.contains { change in
      if case .duration(let selector, _) = change { return selector.owner != nil }
      return false
    }
    let selectsByStrategy = all.contains { change in
      if case .duration(let selector, _) = change { return selector.strategy != nil }
      return false
    }
    for (lever, changes) in changes.enumerated() {
      for change in changes {
        switch change {
        case .duration(let selector, _):
          for task in selected(selector) { touching[task].insert(lever) }
        case .link(_, let to, _, _), .unlink(_, let to): touch(to, lever)
        case .remove(let id): remove(id, lever)
        case .assign(let assignment):
          touch(assignment.task, lever)
          switch assignment.value {
          case .owner where selectsByOwner: whole.insert(lever)
          case .cost: if let task = index[assignment.task] { costs[lever].insert(task) }
          default: break
          }
        case .strategy: if selectsByStrategy { whole.insert(lever) }
        case .open, .windows: openers.insert(lever)
        case .team, .target, .rework: break
        }
      }
    }
    closeOverSuccessors(Array(all))
    checkCosts()
    checkOpeners(changes)
  }

  /// The leaves that a task or summary holds, itself included.
  private func leaves(of id: String) -> [Int] {
    guard let holder = index[id] else { return [] }
    return plan.tasks.indices.filter { !plan.tasks[$0].isSummary && isHeld($0, by: holder) }
  }

  private func isHeld(_ task: Int, by holder: Int) -> Bool {
    var current: Int? = task
    while let next = current {
      if next == holder { return true }
      current = parents[next]
    }
    return false
  }

  private func selected(_ selector: Change.Selector) -> [Int] {
    let holder = selector.id.map { index[$0] }
    if case .some(nil) = holder { return [] }
    return plan.tasks.indices.filter { task in
      let own = plan.tasks[task]
      guard !own.isSummary else { return false }
      if case .some(.some(let holder)) = holder, !isHeld(task, by: holder) { return false }
      if let module = selector.module, own.module != module { return false }
      if let driver = selector.driver, !own.drivers.contains(driver) { return false }
      return true
    }
  }

  private mutating func touch(_ id: String, _ lever: Int) {
    for task in leaves(of: id) { touching[task].insert(lever) }
  }

  private mutating func remove(_ id: String, _ lever: Int) {
    let gone = leaves(of: id)
    for task in gone {
      touching[task].insert(lever)
      if plan.tasks[task].cost != nil { costs[lever].insert(task) }
    }
    // Without its cutover a plan ends somewhere else.
    if let cutover = plan.cutover, let task = index[cutover], let holder = index[id],
      isHeld(task, by: holder)
    {
      whole.insert(lever)
    }
  }

  /// Hands the levers of tasks that may be removed, or whose duration a lag is a share of, to the
  /// tasks that wait for them, until nothing changes.
  private mutating func closeOverSuccessors(_ changes: [Change]) {
    var removable: Set<Int> = []
    var pairs: Set<[Int]> = []
    var shares: Set<[Int]> = []
    func add(_ from: String, to: String, _ lag: PlanTask.Lag?) {
      for source in leaves(of: from) {
        for target in leaves(of: to) {
          pairs.insert([source, target])
          if case .percent = lag { shares.insert([source, target]) }
        }
      }
    }
    for change in changes {
      if case .remove(let id) = change { removable.formUnion(leaves(of: id)) }
    }
    for change in changes {
      if case .link(let from, let to, _, let lag) = change { add(from, to: to, lag) }
    }
    for task in plan.tasks {
      for link in task.after {
        var matters = false
        if case .percent = link.lag { matters = true }
        if matters || !removable.isEmpty { add(link.task, to: task.id, link.lag) }
      }
    }
    let passing = pairs.filter { removable.contains($0[0]) }.union(shares)
    var isOpen = true
    while isOpen {
      isOpen = false
      for pair in passing {
        let merged = touching[pair[1]].union(touching[pair[0]])
        if merged != touching[pair[1]] {
          touching[pair[1]] = merged
          isOpen = true
        }
      }
    }
  }

  /// Costs of levers are added: two levers that set the cost of one task are decided first.
  private mutating func checkCosts() {
    for first in costs.indices {
      for second in costs.indices
      where second > first && !costs[first].isDisjoint(with: costs[second]) {
        whole.insert(first)
        whole.insert(second)
      }
    }
  }

  // MARK: Calendars

  /// More working time brings dates forward only where dates are counted forwards: not where work
  /// has to finish at a date or with another task, not over leads, not in pieces or work under way.
  private mutating func checkOpeners(_ changes: [[Change]]) {
    guard !openers.isEmpty else { return }
    let all = changes.joined()
    let countsBackwards =
      plan.tasks.contains { task in
        !task.parts.isEmpty || task.progress != nil
          || task.constraints.contains { $0.kind.concernsFinish || $0.kind == .asLateAsPossible }
          || task.after.contains { !$0.type.toStart || $0.lag.isLead }
      }
      || all.contains { change in
        switch change {
        case .link(_, _, let type, let lag):
          !(type ?? .finishToStart).toStart || lag?.isLead ?? false
        case .assign(let assignment):
          if case .constraint(let constraint?) = assignment.value {
            constraint.kind.concernsFinish || constraint.kind == .asLateAsPossible
          } else {
            false
          }
        default: false
        }
      }
    if countsBackwards {
      whole = whole.union(openers)
      openers = LeverSet()
      return
    }
    checkHours(changes)
  }

  /// An opened day must not lose hours, neither against the calendar nor against another lever.
  private mutating func checkHours(_ changes: [[Change]]) {
    var stated: [String: [CivilDate: (hours: [WorkCalendar.Hours], lever: Int)]] = [:]
    for (lever, changes) in changes.enumerated() {
      for case .open(let id, let days) in changes {
        guard let own = plan.calendars.first(where: { $0.id == id })?.calendar else { continue }
        for day in days {
          let isMore = own.hours(on: day.date).allSatisfy { hours in
            day.hours.contains { $0.start <= hours.start && hours.end <= $0.end }
          }
          if !isMore { whole.insert(lever) }
          if let other = stated[id]?[day.date], other.hours != day.hours {
            whole.insert(lever)
            whole.insert(other.lever)
          }
          stated[id, default: [:]][day.date] = (day.hours, lever)
        }
      }
    }
    openers = openers.subtracting(whole)
  }
}

extension PlanTask.Lag {
  /// Whether it follows the duration of the predecessor.
  var isShare: Bool {
    if case .percent = self { return true }
    return false
  }

  /// Whether it is negative.
  var isLead: Bool {
    switch self {
    case .time(let duration): duration.thousandths < 0
    case .percent(let share): share < 0
    }
  }
}
