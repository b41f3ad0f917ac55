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
    switch error {
    case .cycle(let tasks, let links):
      self.init(
        .cycle(tasks, links),
        at: links.compactMap(\.self).first ?? tasks.first.flatMap { task($0)?.location }, plan)
    case .noWorkingTime(let id, let calendar, let after):
      self.init(.noWorkingTime(id, calendar, after), at: task(id)?.location, plan)
    case .tooManyCalendars(let count): self.init(.tooManyCalendars(count), at: nil, plan)
    case .outOfRange(let id): self.init(.outOfRange(id), at: task(id)?.location, plan)
    case .percentOfMonths(let id, let predecessor):
      self.init(.percentOfMonths(id, predecessor), at: link(id, predecessor), plan)
    case .lagInMonths(let id, let predecessor):
      self.init(.lagInMonths(id, predecessor), at: link(id, predecessor), plan)
    }
  }

  /// Says why changes that were asked for on the command line cannot be applied.
  ///
  /// - Parameters:
  ///   - error: what applying the changes threw.
  ///   - source: what to call the place; `command line` by default.
  public init(_ error: ChangeError, source: String = "command line") {
    let message: Message =
      switch error {
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

  private init(_ message: Message, at location: SourceLocation?, _ plan: Plan) {
    let place = location ?? plan.tasks.lazy.compactMap(\.location).first
    self.init(
      severity: .error, id: message.id, file: place?.file ?? "plan.yaml",
      line: location?.line ?? 0, column: location?.column ?? 0, message: message.text,
      advice: message.advice)
  }

  private static func nearestField(_ failure: Assignment.Failure) -> String? {
    guard case .unknownField(let field) = failure else { return nil }
    return NearestSpelling.of(field, among: Assignment.fields)
  }
}
