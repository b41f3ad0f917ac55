public import Planning

/// What reading a plan gives: the plan, and everything that was found wrong with its files.
public struct PlanReading: Sendable {
  /// The plan; nil when there is an error among the diagnostics.
  public var plan: Plan?
  /// The diagnostics in the order of files, lines and columns: at most
  /// ``PlanReader/diagnosticLimit`` errors and as many warnings, then a note that counts the rest.
  public var diagnostics: [Diagnostic]

  /// Makes a result.
  public init(plan: Plan?, diagnostics: [Diagnostic]) {
    self.plan = plan
    self.diagnostics = diagnostics
  }
}
