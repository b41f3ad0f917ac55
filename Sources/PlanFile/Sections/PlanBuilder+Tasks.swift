import Planning
import Scheduling

/// Reading the tasks of a plan, each summary before the tasks it holds.
extension PlanBuilder {
  /// Reads a list of tasks.
  ///
  /// - Parameter parent: index of the summary that holds them; nil at the top.
  mutating func readTasks(_ list: Value, parent: Int?) {
    for item in items(list) {
      guard let fields = record(item, as: TaskKey.self), let id = define(.task, .id, in: fields)
      else { continue }
      var task = PlanTask(id: id, name: name(fields[.name], or: id))
      task.parent = parent
      task.location = location(fields.position)
      let index = plan.tasks.count
      readPlace(fields, into: &task)
      readTime(fields, into: &task)
      readPrice(fields, into: &task)
      readPast(fields, into: &task)
      if let value = fields[.after] { readDependencies(value, of: index, into: &task) }
      plan.tasks.append(task)
      if let children = fields[.tasks] {
        readTasks(children, parent: index)
        if children.kind == .list, plan.tasks.count == index + 1 {
          error(.emptySummary(id), at: children.position)
        }
      }
    }
  }

  /// What a task is about.
  private mutating func readPlace(_ fields: Record<TaskKey>, into task: inout PlanTask) {
    if let value = fields[.owner] { task.owner = reference(.owner, value) }
    if let value = fields[.module] { task.module = reference(.module, value) }
    if let value = fields[.calendar] { task.calendar = reference(.calendar, value) }
    if let value = fields[.drivers] { task.drivers = wordList(value) }
    if let value = fields[.needs] { task.needs = readNeeds(value) }
    if let value = fields[.replace] { task.replacesGenerated = boolean(value) ?? false }
    if let value = fields[.active] { task.isActive = boolean(value) ?? true }
    if let value = fields[.illustrative] { task.illustrative = boolean(value) }
    if let value = fields[.source] { task.source = prose(value) }
    if let value = fields[.notes] { task.notes = localizedText(value) }
    if let value = fields[.baselines] { task.baselines = readBaselines(value) }
  }

  /// How long it takes, and its dates.
  private mutating func readTime(_ fields: Record<TaskKey>, into task: inout PlanTask) {
    if let value = fields[.milestone] { task.isMilestone = boolean(value) ?? false }
    if let value = fields[.constraint] { task.constraints = readConstraints(value) }
    if let value = fields[.deadline] { task.deadline = date(value)?.asFinish }
    task.isSummary = fields.place(of: .tasks) != nil
    if task.isSummary {
      for key in [
        TaskKey.duration, .milestone, .parts, .crash, .modes, .estimate, .progress, .needs,
      ] {
        guard let value = fields[key], key != .milestone || task.isMilestone else { continue }
        error(
          .notOfSummary(task.id, key.rawValue), at: fields.place(of: key) ?? value.position)
      }
      return
    }
    if let value = fields[.duration] {
      guard let duration = duration(value) else { return }
      if duration.thousandths == 0 {
        task.isMilestone = true
      } else if task.isMilestone {
        error(.milestoneDuration(task.id, value.text ?? ""), at: value.position)
      } else {
        task.duration = duration
      }
    } else if !task.isMilestone {
      // It may complete a generated task; that is known when everything has been read.
      withoutDuration.append((plan.tasks.count, fields[.id]?.position ?? fields.position))
    }
    if task.isMilestone {
      for key in [TaskKey.parts, .crash, .modes, .estimate] where fields[key] != nil {
        error(
          .notOfMilestone(task.id, key.rawValue), at: fields.place(of: key) ?? fields.position)
      }
    } else if let value = fields[.parts] {
      task.parts = readParts(value, of: task)
    }
  }

  /// What it costs, and what other ways to do it there are.
  private mutating func readPrice(_ fields: Record<TaskKey>, into task: inout PlanTask) {
    if let value = fields[.cost] { task.cost = money(value) }
    if let value = fields[.crash] { task.crash = readCrash(value, normal: task.duration) }
    if let value = fields[.modes] { task.modes = readModes(value) }
    if let value = fields[.estimate] { task.estimate = readEstimate(value) }
    if fields[.crash] != nil, fields[.modes] != nil, let place = fields.place(of: .modes) {
      error(.both("crash", "modes"), at: place)
    }
  }

  private mutating func readNeeds(_ value: Value) -> [PlanTask.TeamNeed] {
    var result: [PlanTask.TeamNeed] = []
    for (team, place, value) in dictionary(value) {
      references.append(Reference(kind: .team, id: team, position: place))
      if let units = number(value) {
        result.append(PlanTask.TeamNeed(team: team, thousandths: units))
      }
    }
    return result
  }

  // MARK: Constraints

  /// Reads one constraint or a list of them.
  private mutating func readConstraints(_ value: Value) -> [TaskConstraint] {
    let list = value.kind == .list ? Array(items(value)) : [value]
    return list.compactMap { readConstraint($0) }
  }

  /// Reads one constraint: a map, or `start-no-earlier-than 2024-04-01`.
  mutating func readConstraint(_ value: Value) -> TaskConstraint? {
    if let text = value.text {
      if text == "as-soon-as-possible" { return nil }
      if let constraint = TaskConstraint(text) { return constraint }
      error(.constraint(text), at: value.position)
      return nil
    }
    guard let fields = record(value, as: ConstraintKey.self) else { return nil }
    guard let type = fields[.type] else {
      missing(.type, in: fields)
      return nil
    }
    let kinds: [(String, TaskConstraint.Kind?)] =
      TaskConstraint.Kind.allCases.map { ($0.planName, $0) } + [("as-soon-as-possible", nil)]
    guard let found = choice(type, of: kinds) else { return nil }
    guard let kind = found, kind != .asLateAsPossible else {
      if let value = fields[.date] {
        error(.constraintWithDate(type.text ?? ""), at: value.position)
      }
      return found.map { TaskConstraint($0, Instant(minutes: 0)) }
    }
    guard let value = fields[.date] else {
      missing(.date, in: fields)
      return nil
    }
    guard let date = date(value) else { return nil }
    return TaskConstraint(kind, kind.concernsFinish ? date.asFinish : date.asStart)
  }
}
