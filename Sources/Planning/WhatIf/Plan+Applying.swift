internal import Scheduling
internal import SharedSystem

extension Plan {
  /// Applies one change.
  ///
  /// - Throws: `ChangeError`, and then the plan is unchanged or partly changed: work on a copy.
  /// - Complexity: O(tasks).
  mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .duration(let selector, let amount):
      try applyDuration(amount, to: selected(by: selector), strict: selector.id != nil)
    case .link(let from, let to, let type, let lag):
      try applyLink(from: from, to: to, type: type, lag: lag)
    case .rework(let from, let to, _, _): _ = try (taskIndex(from), taskIndex(to))
    case .unlink(let from, let to):
      let (_, successor) = try (taskIndex(from), taskIndex(to))
      tasks[successor].after.removeAll { $0.task == from }
    case .remove(let id): try remove(taskIndex(id))
    case .assign(let assignment): try apply(assignment)
    case .strategy(let id, let strategy):
      guard let index = modules.firstIndex(where: { $0.id == id }) else {
        throw unknown("module", id, among: modules.map(\.id))
      }
      modules[index].strategy = strategy
    case .open(let id, let days):
      let index = try calendarIndex(id)
      let added = Set(days.map(\.date))
      calendars[index].calendar.open.removeAll { added.contains($0.date) }
      calendars[index].calendar.open += days
    case .windows(let id, let windows):
      let index = try calendarIndex(id)
      guard calendars[index].calendar.windows != nil else {
        throw .doesNotFit(change: "windows", id: id, reason: ChangeReason.noWindows)
      }
      calendars[index].calendar.windows?.append(contentsOf: windows)
    case .team(let id, let capacity, let from): try applyCapacity(id, capacity, from: from)
    case .target(let date): target = date
    }
  }

  // MARK: Looking up

  private func unknown(_ kind: String, _ id: String, among ids: [String]) -> ChangeError {
    .unknown(kind: kind, id: id, maybe: NearestSpelling.of(id, among: ids))
  }

  private func taskIndex(_ id: String) throws(ChangeError) -> Int {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else {
      throw unknown("task", id, among: tasks.map(\.id))
    }
    return index
  }

  private func calendarIndex(_ id: String) throws(ChangeError) -> Int {
    guard let index = calendars.firstIndex(where: { $0.id == id }) else {
      throw unknown("calendar", id, among: calendars.map(\.id))
    }
    return index
  }

  /// The tasks (not summaries) that fit every condition of a selector.
  private func selected(by selector: Change.Selector) throws(ChangeError) -> [Int] {
    let holder = try selector.id.map { id throws(ChangeError) in try taskIndex(id) }
    let strategies = Dictionary(
      modules.map { ($0.id, $0.strategy) }, uniquingKeysWith: { first, _ in first })
    return tasks.indices.filter { index in
      let task = tasks[index]
      guard !task.isSummary else { return false }
      if let holder, !isHeld(index, by: holder) { return false }
      if let module = selector.module, task.module != module { return false }
      if let owner = selector.owner, task.owner != owner { return false }
      if let driver = selector.driver, !task.drivers.contains(driver) { return false }
      if let strategy = selector.strategy {
        guard let module = task.module, strategies[module] == strategy else { return false }
      }
      return true
    }
  }

  private func isHeld(_ index: Int, by holder: Int) -> Bool {
    var current: Int? = index
    while let task = current {
      if task == holder { return true }
      current = tasks[task].parent
    }
    return false
  }

  // MARK: Durations

  /// Changes durations. Milestones have none: a selector passes over them, naming one is an error.
  private mutating func applyDuration(
    _ amount: Change.AmountChange, to indices: [Int], strict: Bool
  ) throws(ChangeError) {
    for index in indices {
      guard let duration = tasks[index].duration, !tasks[index].isMilestone else {
        if strict, indices.count == 1 {
          throw .doesNotFit(
            change: "duration", id: tasks[index].id, reason: ChangeReason.milestone)
        }
        continue
      }
      tasks[index].duration = try changed(duration, by: amount, of: tasks[index].id)
      tasks[index].followDuration(from: duration, units)
    }
  }

  private func changed(
    _ duration: PlanDuration, by amount: Change.AmountChange, of id: String
  ) throws(ChangeError) -> PlanDuration {
    let result: PlanDuration
    switch amount {
    case .set(let new): result = new
    case .add(let difference):
      if difference.unit == duration.unit {
        result = PlanDuration(
          thousandths: duration.thousandths + difference.thousandths, duration.unit)
      } else if difference.unit.isElapsed == duration.unit.isElapsed,
        let old = units.minutes(of: duration), let minutes = units.minutes(of: difference)
      {
        result = PlanDuration(
          Int(old) + Int(minutes), duration.unit.isElapsed ? .elapsedMinutes : .minutes)
      } else {
        throw .doesNotFit(
          change: "duration \(difference.text)", id: id, reason: ChangeReason.otherUnits)
      }
    case .percent(let share):
      if duration.unit == .calendarMonths {
        throw .doesNotFit(
          change: "duration \(Percentage.text(thousandths: share))", id: id,
          reason: ChangeReason.percentOfMonths)
      }
      result = scaled(duration, by: 100_000 + share)
    }
    guard result.thousandths >= 0 else {
      throw .negativeDuration(task: id, change: text(of: amount))
    }
    return result
  }

  /// A share of a duration, rounded up to whole minutes; in its own unit when that is exact.
  private func scaled(_ duration: PlanDuration, by share: Int64) -> PlanDuration {
    let exact = duration.thousandths * share
    if exact % 100_000 == 0 {
      return PlanDuration(thousandths: exact / 100_000, duration.unit)
    }
    let minutes = Int64(units.minutes(of: duration) ?? 0) * share
    let rounded = minutes >= 0 ? (minutes + 99_999) / 100_000 : minutes / 100_000
    return PlanDuration(
      thousandths: rounded * 1000, duration.unit.isElapsed ? .elapsedMinutes : .minutes)
  }

  private func text(of amount: Change.AmountChange) -> String {
    switch amount {
    case .set(let duration), .add(let duration): duration.text
    case .percent(let share): Percentage.text(thousandths: share)
    }
  }

  // MARK: Links

  private mutating func applyLink(
    from: String, to: String, type: LinkType?, lag: PlanTask.Lag?
  ) throws(ChangeError) {
    _ = try taskIndex(from)
    let successor = try taskIndex(to)
    guard let position = tasks[successor].after.firstIndex(where: { $0.task == from }) else {
      tasks[successor].after.append(
        .init(task: from, type: type ?? .finishToStart, lag: lag ?? .none))
      return
    }
    if let type { tasks[successor].after[position].type = type }
    if let lag {
      tasks[successor].after[position].lag = lag
    } else if let type, type != .finishToStart, !type.toStart {
      tasks[successor].after[position].lag = .none
    }
  }

  /// Takes a task away: its successors wait, with their own link types and lags, for its
  /// predecessors, so that the order of the work is kept. A summary goes with all it holds.
  private mutating func remove(_ index: Int) {
    let gone = Set(tasks.indices.filter { isHeld($0, by: index) })
    let goneIDs = Set(gone.map { tasks[$0].id })
    let before = gone.sorted().flatMap { tasks[$0].after }.filter { !goneIDs.contains($0.task) }
    for other in tasks.indices where !gone.contains(other) {
      let lost = tasks[other].after.filter { goneIDs.contains($0.task) }
      guard !lost.isEmpty else { continue }
      tasks[other].after.removeAll { goneIDs.contains($0.task) }
      let known = Set(tasks[other].after.map(\.task))
      for dependency in before where !known.contains(dependency.task) {
        tasks[other].after.append(
          .init(task: dependency.task, type: .finishToStart, location: dependency.location))
      }
    }
    var newIndex: [Int: Int] = [:]
    var kept: [PlanTask] = []
    for old in tasks.indices where !gone.contains(old) {
      newIndex[old] = kept.count
      kept.append(tasks[old])
    }
    for position in kept.indices {
      kept[position].parent = kept[position].parent.flatMap { newIndex[$0] }
    }
    tasks = kept
    if let id = cutover, goneIDs.contains(id) { cutover = nil }
  }

  // MARK: Fields

  private mutating func apply(_ assignment: Assignment) throws(ChangeError) {
    let index = try taskIndex(assignment.task)
    if tasks[index].isSummary {
      switch assignment.value {
      case .deadline, .constraint: break
      default:
        throw .doesNotFit(
          change: assignment.text, id: assignment.task, reason: ChangeReason.summary)
      }
    }
    switch assignment.value {
    case .duration(let amount):
      try applyDuration(amount, to: [index], strict: true)
    case .cost(let cost): tasks[index].cost = cost
    case .calendar(let id):
      if let id { _ = try calendarIndex(id) }
      tasks[index].calendar = id
    case .owner(let id):
      if let id, !owners.contains(where: { $0.id == id }) {
        throw unknown("owner", id, among: owners.map(\.id))
      }
      tasks[index].owner = id
    case .deadline(let date): tasks[index].deadline = date
    case .constraint(let constraint): tasks[index].constraints = constraint.map { [$0] } ?? []
    }
  }

  private mutating func applyCapacity(
    _ id: String, _ change: Change.CapacityChange, from: Instant?
  ) throws(ChangeError) {
    guard let index = teams.firstIndex(where: { $0.id == id }) else {
      throw unknown("team", id, among: teams.map(\.id))
    }
    func new(_ old: Int64) -> Int64 {
      switch change {
      case .set(let units): units
      case .add(let units): max(0, old + units)
      }
    }
    var steps = teams[index].capacity
    guard let from else {
      teams[index].capacity = steps.map { .init(from: $0.from, thousandths: new($0.thousandths)) }
      return
    }
    let before = steps.last { $0.from.map { $0 <= from } ?? true }?.thousandths ?? 0
    if !steps.contains(where: { $0.from == from }) {
      let position = steps.firstIndex { $0.from.map { $0 > from } ?? false } ?? steps.count
      steps.insert(.init(from: from, thousandths: before), at: position)
    }
    teams[index].capacity = steps.map { step in
      guard let start = step.from, start >= from else { return step }
      return .init(from: start, thousandths: new(step.thousandths))
    }
  }
}

/// Why a change does not fit, in words.
enum ChangeReason {
  static let milestone = LocalizedText(byLanguage: [
    "en": "a milestone has no duration", "ja": "マイルストーンには期間がありません",
  ])
  static let summary = LocalizedText(byLanguage: [
    "en": "a summary takes its dates from the tasks it holds; name one of them",
    "ja": "サマリーの日程は配下のタスクで決まります。配下のタスクを指定してください",
  ])
  static let otherUnits = LocalizedText(byLanguage: [
    "en": "working time and elapsed time or calendar months cannot be added",
    "ja": "稼働時間と経過時間・暦月は足し引きできません",
  ])
  static let percentOfMonths = LocalizedText(byLanguage: [
    "en": "calendar months have no percentage; state the new duration",
    "ja": "暦月の期間に割合は使えません。新しい期間を指定してください",
  ])
  static let noWindows = LocalizedText(byLanguage: [
    "en": "the calendar has no windows", "ja": "このカレンダーには窓（windows）がありません",
  ])
}
