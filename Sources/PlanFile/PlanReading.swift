public import Planning

/// What reading a plan gives: the plan, and everything that was found wrong with its files.
public struct PlanReading: Sendable {
  /// The plan; nil when there is an error among the diagnostics.
  public var plan: Plan?
  /// The diagnostics in the order of files, lines and columns: at most
  /// ``PlanReader/diagnosticLimit`` errors and as many warnings, then a note that counts the rest.
  public var diagnostics: [Diagnostic]
  /// The work that follows from the plan's modules: the reader needs it, since written tasks may
  /// name generated ones. Nil when there is none.
  private let work: ModuleWork?

  /// Makes a result.
  public init(plan: Plan?, diagnostics: [Diagnostic]) {
    self.init(plan: plan, diagnostics: diagnostics, work: nil)
  }

  init(plan: Plan?, diagnostics: [Diagnostic], work: ModuleWork?) {
    self.plan = plan
    self.diagnostics = diagnostics
    self.work = work
  }

  /// The plan as it was read, with the work that follows from its modules; nil when there is none.
  ///
  /// The same as `plan.withGeneratedWork()`, without making the work a second time. It is not for a
  /// plan that was changed since.
  ///
  /// - Throws: `PlanError` when the work cannot be joined with the written tasks.
  /// - Complexity: O(tasks).
  public func planWithGeneratedWork() throws(PlanError) -> Plan? {
    guard let work else { return try plan?.withGeneratedWork() }
    return try plan?.joined(with: work)
  }
}
