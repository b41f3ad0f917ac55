internal import Planning

/// Costs, which MSPDI states in hundredths of the currency.
extension MSPDIDocument {
  /// The cost of each task with all that it holds, and of the project.
  ///
  /// - Complexity: O(tasks).
  func rolledUpCosts() -> (tasks: [Int64], project: Int64) {
    var costs = plan.tasks.map { $0.cost ?? 0 }
    var project: Int64 = 0
    for task in outline.rows.reversed() {
      if let parent = outline.parents[task] {
        costs[parent] = costs[parent].addingClamped(costs[task])
      } else {
        project = project.addingClamped(costs[task])
      }
    }
    return (costs, project)
  }

  func writeCosts(
    _ fixed: Int64, _ whole: Int64, _ percent: Int64, to stream: inout XMLStream
  ) {
    stream.element("FixedCost", hundredths(fixed))
    stream.element("FixedCostAccrual", MSPDI.prorated)
    stream.element("PercentComplete", percent)
    stream.element("Cost", hundredths(whole))
  }

  /// A hundred times the amount, however large.
  private func hundredths(_ amount: Int64) -> String { amount == 0 ? "0" : "\(amount)00" }
}

extension Int64 {
  /// The sum, or the nearest number there is.
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}

extension MSPDI {
  /// The most that a reader takes for a cost, in whole units of the currency.
  static let mostCost: Int64 = 9_000_000_000_000_000
}
