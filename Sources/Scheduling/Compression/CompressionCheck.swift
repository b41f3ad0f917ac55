/// Recalculates what is claimed of a compressed project, with nothing but the problem.
///
/// It shares no code with the search: dates are compared with each difference, and the certificate's
/// bound is calculated as its definition says, in integers of 128 bits.
///
/// - Complexity: O(activities + pieces + constraints).
public enum CompressionCheck {
  /// Something that is not as claimed.
  public enum Violation: Hashable, Sendable {
    /// Lists have another length than the problem's.
    case wrongCount
    /// The activity cannot take its duration.
    case impossibleDuration(activity: Int32)
    /// The difference is not kept; by the number of the constraint.
    case constraint(Int32)
    /// The activity starts before the project.
    case startsBeforeProject(activity: Int32)
    /// The activity finishes after the project.
    case finishesAfterProject(activity: Int32)
    /// The durations cost something else.
    case wrongCost(actual: Int64)
    /// A price is negative.
    case negativePrice
    /// A price at the finish of an activity that does not count.
    case pricedFinish(activity: Int32)
    /// More flows into the activity than out of it, or less.
    case unbalanced(activity: Int32)
    /// The certificate proves less than the cost.
    case provesOnly(Int128)
  }

  /// What is wrong; empty when the project is as claimed, and as cheap as can be.
  public static func violations(
    of project: CompressedProject, in problem: TimeCostProblem
  ) -> [Violation] {
    let feasibility = violations(
      starts: project.starts, durations: project.durations, duration: project.duration,
      cost: project.cost, in: problem)
    if feasibility.contains(.wrongCount) { return feasibility }
    var (violations, bound) = bound(project.certificate, duration: project.duration, in: problem)
    if bound != Int128(project.cost) { violations.append(.provesOnly(bound)) }
    return feasibility + violations
  }

  /// What is wrong with dates, durations and cost.
  public static func violations(
    starts: [Int64], durations: [Int64], duration: Int64, cost: Int64, in problem: TimeCostProblem
  ) -> [Violation] {
    let activities = problem.activities
    guard starts.count == activities.count, durations.count == activities.count else {
      return [.wrongCount]
    }
    var found: [Violation] = []
    var sum: Int64 = 0
    for (activity, own) in activities.enumerated() {
      if let cost = own.cost(of: durations[activity]) {
        sum += cost
      } else {
        found.append(.impossibleDuration(activity: Int32(activity)))
      }
      if starts[activity] < 0 { found.append(.startsBeforeProject(activity: Int32(activity))) }
    }
    for activity in problem.finishing ?? activities.indices.map({ Int32($0) })
    where starts[Int(activity)] + durations[Int(activity)] > duration {
      found.append(.finishesAfterProject(activity: activity))
    }
    func time(_ event: ProjectEvent) -> Int64 {
      guard let activity = event.activity else { return 0 }
      return starts[Int(activity)] + (event.isFinish ? durations[Int(activity)] : 0)
    }
    for (number, constraint) in problem.constraints.enumerated()
    where time(constraint.from) + constraint.lag > time(constraint.to) {
      found.append(.constraint(Int32(number)))
    }
    if sum != cost { found.append(.wrongCost(actual: sum)) }
    return found
  }

  /// The cost below which a certificate proves no solution of a duration to be, and what is wrong
  /// with the certificate.
  ///
  /// - Parameter costScale: what the prices are multiplied with; the bound is, too.
  public static func bound(
    _ certificate: CompressionCertificate, duration: Int64, in problem: TimeCostProblem,
    costScale: Int64 = 1
  ) -> (violations: [Violation], bound: Int128) {
    let activities = problem.activities
    guard certificate.constraints.count == problem.constraints.count,
      certificate.starts.count == activities.count,
      certificate.finishes.count == activities.count
    else { return ([.wrongCount], 0) }
    var found: [Violation] = []
    let prices = [certificate.constraints, certificate.starts, certificate.finishes]
    if prices.joined().contains(where: { $0 < 0 }) { found.append(.negativePrice) }
    if let finishing = problem.finishing {
      let counted = Set(finishing)
      for activity in activities.indices
      where certificate.finishes[activity] != 0 && !counted.contains(Int32(activity)) {
        found.append(.pricedFinish(activity: Int32(activity)))
      }
    }
    // What flows into each activity at its start, and out of it at its finish.
    var into = certificate.starts.map { Int128($0) }
    var outOf = certificate.finishes.map { Int128($0) }
    var bound: Int128 = 0
    for (constraint, price) in zip(problem.constraints, certificate.constraints) {
      bound += Int128(constraint.lag) * Int128(price)
      if let activity = constraint.from.activity {
        if constraint.from.isFinish {
          outOf[Int(activity)] += Int128(price)
        } else {
          into[Int(activity)] -= Int128(price)
        }
      }
      if let activity = constraint.to.activity {
        if constraint.to.isFinish {
          outOf[Int(activity)] -= Int128(price)
        } else {
          into[Int(activity)] += Int128(price)
        }
      }
    }
    for (activity, own) in activities.enumerated() {
      if into[activity] != outOf[activity] { found.append(.unbalanced(activity: Int32(activity))) }
      // Convex or discrete, the least value lies at one of the points.
      let values = own.points.map {
        Int128($0.cost) * Int128(costScale) + into[activity] * Int128($0.duration)
      }
      bound += values.min() ?? 0
    }
    for price in certificate.finishes { bound -= Int128(duration) * Int128(price) }
    return (found, bound)
  }
}
