import Planning
import Scheduling

/// Reading what tasks wait for.
extension PlanBuilder {
  /// Reads the list of what a task waits for.
  ///
  /// - Parameters:
  ///   - list: the value of `after`.
  ///   - index: the index the task will have.
  ///   - task: the task.
  mutating func readDependencies(_ list: Value, of index: Int, into task: inout PlanTask) {
    let items = items(list)
    var seen: Set<PlanTask.Dependency> = []
    for item in items {
      guard let (found, place) = readDependency(item) else { continue }
      var dependency = found
      if dependency.task == task.id {
        error(.selfLink(task.id), at: place)
        continue
      }
      references.append(
        Reference(
          kind: .task, id: dependency.task, position: place, successor: Int32(index)))
      if items.hasSeveral {
        guard seen.insert(dependency).inserted else {
          warn(.duplicateLink(dependency.text), at: place)
          continue
        }
      }
      dependency.location = location(place)
      task.after.append(dependency)
    }
  }

  /// Reads a dependency without its location: a text, or a map.
  private mutating func readDependency(
    _ value: Value
  ) -> (dependency: PlanTask.Dependency, place: Position)? {
    if let text = value.text {
      guard let dependency = knownTexts.dependency(text) else {
        error(.dependency(text), at: value.position)
        return nil
      }
      guard isSound(dependency.lag, text, at: value.position) else { return nil }
      return (dependency, value.position)
    }
    guard let fields = record(value, as: DependencyKey.self) else { return nil }
    guard let predecessor = fields[.task] else {
      missing(.task, in: fields)
      return nil
    }
    guard let id = text(predecessor) else { return nil }
    let before = diagnostics.errorCount
    var dependency = PlanTask.Dependency(task: id)
    if let value = fields[.type], let type = linkType(value) { dependency.type = type }
    if let value = fields[.lag], let lag = lag(value) { dependency.lag = lag }
    if let value = fields[.lagCalendar] { dependency.lagCalendar = choice(value) }
    return diagnostics.errorCount == before ? (dependency, predecessor.position) : nil
  }

  /// Reads FS, SS, FF or SF.
  mutating func linkType(_ value: Value) -> LinkType? {
    choice(value, of: LinkType.allCases.map { ($0.code, $0) })
  }

  /// Reads a lag: a duration or a percentage, with or without sign.
  mutating func lag(_ value: Value) -> PlanTask.Lag? {
    guard let text = text(value) else { return nil }
    guard let lag = PlanTask.Lag(text) else {
      error(.lag(text), at: value.position)
      return nil
    }
    return isSound(lag, text, at: value.position) ? lag : nil
  }

  private mutating func isSound(_ lag: PlanTask.Lag, _ text: String, at position: Position) -> Bool
  {
    guard case .time(let duration) = lag else { return true }
    guard duration.unit != .calendarMonths else {
      error(.lagInMonths(text), at: position)
      return false
    }
    return checked(duration, text, at: position)
  }
}
