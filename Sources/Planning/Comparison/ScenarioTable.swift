public import Scheduling

/// Every scenario of a plan beside the plan as it is.
public struct ScenarioTable: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// The scenario's id; nil: the plan as it is.
    public var scenario: String?
    /// Before and after; nil when it cannot be applied.
    public var result: WhatIfResult?
    /// Why it cannot be applied.
    public var failure: WhatIfFailure?
    /// The effort of the generated work, in thousandths of a person-month; nil without such work.
    public var effort: Int64?
    /// Working minutes of the project's calendar behind the best row.
    public var behind: Int32?
  }

  /// The rows: the earliest cutover first, then the cheaper.
  public var rows: [Row]
}

extension Plan {
  /// Applies every scenario.
  ///
  /// - Complexity: two schedules for each scenario.
  public func scenarioTable(calendars: CalendarCache = CalendarCache()) -> ScenarioTable {
    let candidates: [(id: String?, steps: [Scenario.Step], target: Instant?)] =
      [(nil, [], nil)] + scenarios.map { ($0.id, $0.apply, $0.target) }
    var rows = candidates.map { candidate -> ScenarioTable.Row in
      var row = ScenarioTable.Row(scenario: candidate.id)
      do throws(WhatIfFailure) {
        let result = try WhatIfResult.compare(
          self, applying: candidate.steps, target: candidate.target, calendars: calendars)
        row.result = result
        row.effort = result.after.plan.generatedEffort
      } catch {
        row.failure = error
      }
      return row
    }
    func key(_ row: ScenarioTable.Row) -> (Int32, Int64) {
      (row.result?.after.cutoverFinish.minutes ?? .max, row.result?.cost ?? .max)
    }
    let order = rows.indices.sorted { first, second in
      let (left, right) = (key(rows[first]), key(rows[second]))
      return left == right ? first < second : left < right
    }
    rows = order.map { rows[$0] }
    if let best = rows.first?.result?.after {
      for index in rows.indices {
        rows[index].behind = rows[index].result.map {
          best.scheduled.workingMinutes(from: best.cutoverFinish, to: $0.after.cutoverFinish)
        }
      }
    }
    return ScenarioTable(rows: rows)
  }

  /// The effort of the generated projects of all owners, in thousandths of a person-month.
  package var generatedEffort: Int64? {
    generated.map { $0.waves.flatMap(\.efforts).reduce(0) { $0 + $1.mode } }
  }
}
