public import Planning
import SharedSystem

extension Diagnostic {
  /// Says why a plan cannot be scheduled, at the place in its files that is to blame.
  ///
  /// - Parameters:
  ///   - error: what scheduling threw.
  ///   - plan: the plan that was to be scheduled.
  /// - Complexity: O(tasks).
  public init(_ error: PlanError, plan: Plan) {
    func task(_ id: String) -> PlanTask? { plan.tasks.first { $0.id == id } }
    func link(_ id: String, _ predecessor: String) -> SourceLocation? {
      let task = task(id)
      return task?.after.first { $0.task == predecessor }?.location ?? task?.location
    }
    let place: SourceLocation? =
      switch error {
      case .cycle(let tasks, let links):
        links.compactMap(\.self).first ?? tasks.first.flatMap { task($0)?.location }
      case .noWorkingTime(let id, _, _), .outOfRange(let id), .overridesSummary(let id):
        task(id)?.location
      case .percentOfMonths(let id, let predecessor), .lagInMonths(let id, let predecessor):
        link(id, predecessor)
      case .inseparable(let obstacle): obstacle.location
      case .tooManyCalendars, .tooManyCalendarDays, .separationTooLarge, .separationNotFound,
        .estimatorDefault:
        nil
      }
    self.init(Message(error), .error, at: place, plan)
  }

  /// Says why changes that were asked for on the command line cannot be applied.
  ///
  /// - Parameters:
  ///   - error: what applying the changes threw.
  ///   - source: what to call the place; `command line` by default.
  public init(_ error: ChangeError, source: String = "command line") {
    let message: Message =
      switch error {
      case .cannotGenerate(let error): Message(error)
      case .unknown(let kind, let id, let maybe): .unknownInChange(kind, id, maybe: maybe)
      case .requires(let lever, let missing): .leverRequires(lever, missing)
      case .excludes(let lever, let other): .leverExcludes(lever, other)
      case .assignment(let text, let failure):
        .assignment(text, failure, nearest: Diagnostic.nearestField(failure))
      case .doesNotFit(let change, let id, let reason): .doesNotFit(change, id, reason)
      case .negativeDuration(let task, let change): .durationBelowZero(task, change)
      }
    self.init(
      severity: .error, id: message.id, file: source, message: message.text,
      advice: message.advice)
  }

  /// A message about a plan; without a place, in the file of its tasks.
  init(_ message: Message, _ severity: Severity, at location: SourceLocation?, _ plan: Plan) {
    let place = location ?? plan.tasks.lazy.compactMap(\.location).first
    self.init(
      severity: severity, id: message.id, file: place?.file ?? "plan.yaml",
      line: location?.line ?? 0, column: location?.column ?? 0, message: message.text,
      advice: message.advice)
  }

  private static func nearestField(_ failure: Assignment.Failure) -> String? {
    guard case .unknownField(let field) = failure else { return nil }
    return NearestSpelling.of(field, among: Assignment.fields)
  }
}

extension Message {
  /// Why a plan cannot be scheduled.
  fileprivate init(_ error: PlanError) {
    self =
      switch error {
      case .cycle(let tasks, let links): .cycle(tasks, links)
      case .noWorkingTime(let id, let calendar, let after): .noWorkingTime(id, calendar, after)
      case .tooManyCalendars(let count): .tooManyCalendars(count)
      case .tooManyCalendarDays(let count, let from, let to):
        .tooManyCalendarDays(count, from, to)
      case .outOfRange(let id): .outOfRange(id)
      case .percentOfMonths(let id, let predecessor): .percentOfMonths(id, predecessor)
      case .lagInMonths(let id, let predecessor): .lagInMonths(id, predecessor)
      case .inseparable(let obstacle): .inseparable(obstacle)
      case .separationTooLarge(let limit): .separationTooLarge(limit)
      case .separationNotFound(let isProven): .separationNotFound(isProven: isProven)
      case .overridesSummary(let id): .overridesSummary(id)
      case .estimatorDefault(let error): .estimatorDefault(error)
      }
  }
}
