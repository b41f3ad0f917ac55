public import SharedSystem

/// Why changes cannot be applied to a plan.
public enum ChangeError: Error, Hashable, Sendable {
  /// There is no lever, scenario, task, calendar, module, team or owner with this id; `maybe` is
  /// the nearest that exists.
  case unknown(kind: String, id: String, maybe: String?)
  /// A lever needs another one that is not applied.
  case requires(lever: String, missing: String)
  /// Two levers exclude each other.
  case excludes(lever: String, other: String)
  /// The text of `--set` is not an assignment.
  case assignment(text: String, Assignment.Failure)
  /// The change does not fit the thing: the duration of a summary or a milestone, a difference of
  /// working days on a duration in calendar months, windows on a calendar without windows.
  case doesNotFit(change: String, id: String, reason: LocalizedText)
  /// After a change of the shared system, the work that follows from it cannot be generated.
  case cannotGenerate(PlanError)
  /// A change would make a duration negative.
  case negativeDuration(task: String, change: String)
}
