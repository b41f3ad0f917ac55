import Planning
import SharedSystem

/// Checking, after everything has been read, that what is named exists and makes sense.
extension PlanBuilder {
  /// Checks all ids that are named, and what only the whole plan shows.
  ///
  /// - Complexity: O(references · depth of summaries + tasks · levers).
  mutating func checkReferences() {
    // Ids of generated tasks are known only when everything before is sound.
    let known = references.allSatisfy {
      $0.kind == .task || definitions[$0.kind.rawValue][$0.id] != nil
    }
    if known { findGeneratedTasks() }
    guard !isIncomplete else { return }
    checkCompletions()
    var indexOf: [String: Int] = [:]
    indexOf.reserveCapacity(plan.tasks.count)
    for (index, task) in plan.tasks.enumerated() where indexOf[task.id] == nil {
      indexOf[task.id] = index
    }
    for reference in references {
      guard definitions[reference.kind.rawValue][reference.id] != nil else {
        if reference.kind == .task, generatedTasks[reference.id] != nil { continue }
        reportUnknown(reference)
        continue
      }
      if reference.successor >= 0, let predecessor = indexOf[reference.id] {
        checkSummaries(predecessor, Int(reference.successor), at: reference.position)
      }
    }
    checkSelections()
  }

  private mutating func reportUnknown(_ reference: Reference) {
    guard !diagnostics.isFull else {
      diagnostics.countError()
      return
    }
    let known = definitions[reference.kind.rawValue]
    var nearest = spelling.nearest(to: reference.id, among: sortedIDs(of: reference.kind))
    if nearest == nil, reference.kind == .task, !generatedTasks.isEmpty {
      nearest = spelling.nearest(to: reference.id, among: generatedTasks.keys.sorted())
    }
    let elsewhere = EntityKind.allCases.first {
      definitions[$0.rawValue][reference.id] != nil
    }
    let found = nearest.flatMap { known[$0] }.map { place($0, seenFrom: reference.position) }
    error(
      .unknown(
        reference.kind, reference.id, nearest: nearest, place: found, elsewhere: elsewhere),
      at: reference.position)
  }

  /// The ids of a kind, sorted once: of several near words the same is always suggested.
  private mutating func sortedIDs(of kind: EntityKind) -> [String] {
    if let sorted = sortedIDs[kind] { return sorted }
    let sorted = definitions[kind.rawValue].keys.sorted()
    sortedIDs[kind] = sorted
    return sorted
  }

  /// A summary's dates are those of its tasks: neither can wait for the other.
  private mutating func checkSummaries(_ predecessor: Int, _ successor: Int, at place: Position) {
    let waiting = plan.tasks[successor].id
    let awaited = plan.tasks[predecessor].id
    if isPart(successor, of: predecessor) {
      error(.waitsForOwnSummary(waiting, awaited), at: place)
    } else if isPart(predecessor, of: successor) {
      error(.waitsForOwnPart(waiting, awaited), at: place)
    }
  }

  private func isPart(_ task: Int, of summary: Int) -> Bool {
    guard plan.tasks[summary].isSummary else { return false }
    var holder = plan.tasks[task].parent
    while let index = holder {
      if index == summary { return true }
      holder = plan.tasks[index].parent
    }
    return false
  }

  /// A lever's conditions that no task fits are probably misspelled.
  private mutating func checkSelections() {
    let strategies = Dictionary(
      plan.modules.map { ($0.id, $0.strategy) }, uniquingKeysWith: { first, _ in first })
    var known: [Change.Selector: Bool] = [:]
    for (selector, position) in selections.prefix(ReadingLimits.selectors) {
      let selects =
        known[selector]
        ?? (plan.tasks + generatedTasks.values).contains { task in
          !task.isSummary
            && (selector.module.map { task.module == $0 } ?? true)
            && (selector.owner.map { task.owner == $0 } ?? true)
            && (selector.driver.map { task.drivers.contains($0) } ?? true)
            && (selector.strategy.map { wanted in
              task.module.flatMap { strategies[$0] ?? nil }.map { $0 == wanted } ?? false
            } ?? true)
        }
      known[selector] = selects
      // A strategy may be chosen later; an unknown id has its own message.
      if !selects, selector.strategy == nil { warn(.selectsNothing(), at: position) }
    }
  }
}
