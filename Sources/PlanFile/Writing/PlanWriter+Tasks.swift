import Planning
import Scheduling

/// Writing tasks, each summary before the tasks it holds.
extension PlanWriter {
  /// Writes the section of tasks.
  ///
  /// - Complexity: O(tasks · depth of summaries); the stack does not grow with the depth.
  static func tasks(_ tasks: [PlanTask], _ layout: inout YAMLLayout) {
    guard !tasks.isEmpty else { return }
    layout.endLine()
    layout.key(SectionKey.tasks.rawValue, indent: 0)
    layout.endLine()
    let children = Children(tasks)
    /// The tasks that are still to be written, the next one last, with their level.
    var waiting = children.reversed(of: nil).map { (task: $0, level: 0) }
    while let (index, level) = waiting.popLast() {
      let task = tasks[index]
      let indent = 2 + 4 * level
      layout.beginItem(indent: indent)
      layout.fields(fields(of: task), indent: indent + 2, isBegun: true)
      let held = children.reversed(of: index)
      guard task.isSummary || !held.isEmpty else { continue }
      layout.begin(indent: indent + 2)
      layout.key(TaskKey.tasks.rawValue, indent: indent + 2)
      layout.endLine()
      waiting += held.map { ($0, level + 1) }
    }
  }

  /// The tasks that each summary holds.
  private struct Children {
    private var lastChild: [Int]
    private var previous: [Int]
    private var lastAtTop = -1

    init(_ tasks: [PlanTask]) {
      lastChild = Array(repeating: -1, count: tasks.count)
      previous = lastChild
      for (index, task) in tasks.enumerated() {
        // A holder that does not come before the task cannot be written around it.
        if let parent = task.parent, (0..<index).contains(parent) {
          previous[index] = lastChild[parent]
          lastChild[parent] = index
        } else {
          previous[index] = lastAtTop
          lastAtTop = index
        }
      }
    }

    /// What a summary holds, or what no summary holds, the last task first.
    func reversed(of parent: Int?) -> [Int] {
      var result: [Int] = []
      var index = parent.map { lastChild[$0] } ?? lastAtTop
      while index >= 0 {
        result.append(index)
        index = previous[index]
      }
      return result
    }
  }

  private static func fields(of task: PlanTask) -> [(key: String, value: YAMLNode)] {
    var fields = YAMLFields<TaskKey>()
    fields.add(.id, .text(task.id))
    if let name = name(task.name, besides: task.id) { fields.add(.name, name) }
    if task.isMilestone { fields.add(.milestone, .value("true")) }
    if let length = task.duration { fields.add(.duration, duration(length)) }
    if !task.parts.isEmpty { fields.add(.parts, .list(task.parts.map(part))) }
    if task.replacesGenerated { fields.add(.replace, .value("true")) }
    if !task.isActive { fields.add(.active, .value("false")) }
    fields.add(.owner, text: task.owner)
    fields.add(.module, text: task.module)
    fields.add(.drivers, texts: task.drivers)
    fields.add(.calendar, text: task.calendar)
    if !task.after.isEmpty { fields.add(.after, .list(task.after.map(dependency))) }
    switch task.constraints.count {
    case 0: break
    case 1: fields.add(.constraint, constraint(task.constraints[0]))
    default: fields.add(.constraint, .list(task.constraints.map(constraint)))
    }
    if let deadline = task.deadline { fields.add(.deadline, finish(deadline)) }
    if let cost = task.cost { fields.add(.cost, .number(cost)) }
    addWays(task, to: &fields)
    if !task.needs.isEmpty {
      fields.add(.needs, .map(task.needs.map { ($0.team, .thousandths($0.thousandths)) }))
    }
    if let progress = task.progress { fields.add(.progress, self.progress(progress)) }
    if !task.baselines.isEmpty { fields.add(.baselines, .list(task.baselines.map(baseline))) }
    if let isIllustrative = task.illustrative {
      fields.add(.illustrative, .value(isIllustrative ? "true" : "false"))
    }
    fields.add(.source, text: task.source)
    if let notes = task.notes.flatMap(text) { fields.add(.notes, notes) }
    return fields.fields
  }

  private static func baseline(_ baseline: PlanTask.Baseline) -> YAMLNode {
    var fields = YAMLFields<BaselineKey>()
    if baseline.number != 0 { fields.add(.number, .number(Int64(baseline.number))) }
    if let start = baseline.start { fields.add(.start, self.start(start)) }
    if let finish = baseline.finish { fields.add(.finish, self.finish(finish)) }
    if let length = baseline.duration { fields.add(.duration, duration(length)) }
    if let cost = baseline.cost { fields.add(.cost, .number(cost)) }
    return fields.map
  }

  private static func part(_ part: PlanTask.Part) -> YAMLNode {
    var fields = YAMLFields<PartKey>()
    fields.add(.duration, duration(part.duration))
    if part.delay != .zero { fields.add(.delay, duration(part.delay)) }
    fields.add(.calendar, text: part.calendar)
    return fields.map
  }

  /// How it can be done otherwise, and how uncertain it is.
  private static func addWays(_ task: PlanTask, to fields: inout YAMLFields<TaskKey>) {
    let points = task.crash.map { point in
      var fields = YAMLFields<CrashKey>()
      fields.add(.to, duration(point.duration))
      fields.add(.cost, .number(point.cost))
      return fields.map
    }
    if let only = points.first { fields.add(.crash, points.count == 1 ? only : .list(points)) }
    let modes = task.modes.map { mode in
      var fields = YAMLFields<ModeKey>()
      fields.add(.duration, duration(mode.duration))
      if mode.cost != 0 { fields.add(.cost, .number(mode.cost)) }
      return fields.map
    }
    if !modes.isEmpty { fields.add(.modes, .list(modes)) }
    if let estimate = task.estimate {
      var range = YAMLFields<EstimateKey>()
      range.add(.low, duration(estimate.low))
      if let mode = estimate.mode { range.add(.mode, duration(mode)) }
      range.add(.high, duration(estimate.high))
      if estimate.distribution != PlanBuilder.standardDistribution {
        range.add(.distribution, .text(estimate.distribution))
      }
      fields.add(.estimate, range.map)
    }
  }

  /// `contract SS+10d`, or a map when the lag has a calendar of its own.
  static func dependency(_ dependency: PlanTask.Dependency) -> YAMLNode {
    guard let calendar = dependency.lagCalendar else {
      // A lag of nothing keeps its unit.
      let link = dependency.type.code + dependency.lag.signedText
      return .text(dependency.lag == .none ? dependency.text : "\(dependency.task) \(link)")
    }
    var fields = YAMLFields<DependencyKey>()
    fields.add(.task, .text(dependency.task))
    if dependency.type != .finishToStart { fields.add(.type, .text(dependency.type.code)) }
    if dependency.lag != .none { fields.add(.lag, lag(dependency.lag)) }
    fields.add(.lagCalendar, .text(calendar.rawValue))
    return fields.map
  }

  /// A lag, with a sign only when it is a lead.
  static func lag(_ lag: PlanTask.Lag) -> YAMLNode {
    switch lag {
    case .time(let time): duration(time)
    case .percent(let thousandths): .value(Percentage.text(thousandths: thousandths))
    }
  }

  static func constraint(_ constraint: TaskConstraint) -> YAMLNode {
    var fields = YAMLFields<ConstraintKey>()
    fields.add(.type, .text(constraint.kind.planName))
    if constraint.kind != .asLateAsPossible {
      let date = constraint.date
      fields.add(.date, constraint.kind.concernsFinish ? finish(date) : start(date))
    }
    return fields.map
  }

  private static func progress(_ progress: PlanTask.Progress) -> YAMLNode {
    var fields = YAMLFields<ProgressKey>()
    fields.add(.started, start(progress.started))
    if let finished = progress.finished { fields.add(.finished, finish(finished)) }
    if let remaining = progress.remaining { fields.add(.remaining, duration(remaining)) }
    if let resumed = progress.resumed { fields.add(.resumed, start(resumed)) }
    return fields.map
  }
}
