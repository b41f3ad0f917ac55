internal import Scheduling

/// The forms that some decisions about levers leave a task.
struct TaskShape: Sendable {
  /// What it may be.
  var nodes: [NodeForm.Node] = []
  /// Whether it may not be there at all.
  var mayBeAbsent = false
  /// Whether it may lie anywhere.
  var isUnknown = false

  /// With each form at its shortest. Where a date or a link holds a finish, a longer duration may
  /// start earlier: such a form stays as it is, too.
  var atItsShortest: TaskShape {
    var result = self
    result.nodes = []
    for node in nodes {
      var shortest = node
      shortest.duration = node.shortest
      for form in node.finishIsHeld ? [shortest, node] : [shortest]
      where !result.nodes.contains(form) {
        result.nodes.append(form)
      }
    }
    return result
  }
}

extension NodeForm.Node {
  /// Whether a link or a date holds the finish, so that the start follows the duration.
  var finishIsHeld: Bool {
    links.contains { !$0.type.toStart } || constraints.contains(where: \.kind.concernsFinish)
  }
}

extension LeverBase {
  /// By task, the forms that decisions about the open levers leave it.
  ///
  /// - Parameters:
  ///   - decided: open levers that are applied.
  ///   - undecided: open levers that may be applied; the others are not.
  /// - Returns: nil when no choice agrees with the decisions.
  /// - Complexity: O(choices · tasks).
  func shapes(decided: LeverSet, undecided: LeverSet) -> [TaskShape]? {
    let allowed = decided.union(undecided)
    var tables: [LeverSet: [FormTable.Choice]] = [:]
    for (set, table) in self.tables {
      let choices = table.choices.filter { choice in
        choice.set.isSubset(of: allowed)
          && decided.intersection(set).isSubset(of: choice.set)
      }
      if choices.isEmpty { return nil }
      tables[set] = choices
    }
    return plan.tasks.indices.map { task in
      var shape = TaskShape()
      guard let choices = tables[scope.touching[task].intersection(open)] else {
        shape.isUnknown = true
        return shape
      }
      for choice in choices {
        switch choice.forms[task] ?? .unknown {
        case .present(let node): if !shape.nodes.contains(node) { shape.nodes.append(node) }
        case .absent: shape.mayBeAbsent = true
        case .unknown: shape.isUnknown = true
        }
      }
      return shape
    }
  }

  /// The plan with all the working time that levers of a set, and those applied, add.
  func opened(by allowed: LeverSet) -> Plan {
    var plan = plan
    for lever in scope.openers.intersection(allowed).union(applied).members {
      for change in changes[lever] where change.opensCalendar { try? plan.apply(change) }
    }
    return plan
  }

  /// The tasks that a summary holds at any depth, summaries apart.
  func leaves(of summary: Int) -> [Int] {
    plan.tasks.indices.filter { task in
      guard !plan.tasks[task].isSummary else { return false }
      var holder = plan.tasks[task].parent
      while let current = holder {
        if current == summary { return true }
        holder = plan.tasks[current].parent
      }
      return false
    }
  }
}

extension Change {
  /// Whether it adds working time to a calendar.
  fileprivate var opensCalendar: Bool {
    switch self {
    case .open, .windows: true
    default: false
    }
  }
}
