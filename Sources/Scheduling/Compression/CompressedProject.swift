/// A project at one duration: what each activity takes there, when it starts, what that costs, and
/// the proof that it cannot be had for less.
public struct CompressedProject: Hashable, Sendable {
  /// How long the project may take. Its activities may be done sooner.
  public let duration: Int64
  /// The extra cost over all normal durations.
  public let cost: Int64
  /// By activity, how long it takes.
  public let durations: [Int64]
  /// By activity, its earliest start with these durations.
  public let starts: [Int64]
  /// Why it cannot be had for less; ``CompressionCheck`` recalculates it.
  public let certificate: CompressionCertificate

  /// A claim, for ``CompressionCheck`` to check.
  public init(
    duration: Int64, cost: Int64, durations: [Int64], starts: [Int64],
    certificate: CompressionCertificate
  ) {
    self.duration = duration
    self.cost = cost
    self.durations = durations
    self.starts = starts
    self.certificate = certificate
  }
}

/// Prices that prove a least cost: a flow through the differences of a project.
///
/// Each difference has the price of a unit by which it is loosened: 0 or more. What flows into an
/// activity's start flows out of its finish. Whatever the durations and dates, such a flow bounds the
/// cost of a project of duration T from below by
///
///     Σ price · lag + Σ over activities of the least cost(x) + y · x − T · Σ prices at finishes,
///
/// where x runs over what the activity may take, and y is what flows through it. A flow for which
/// this is the cost of a solution proves that no solution is cheaper.
public struct CompressionCertificate: Hashable, Sendable {
  /// By constraint of the problem.
  public var constraints: [Int64]
  /// By activity, the price of "it does not start before the project".
  public var starts: [Int64]
  /// By activity, the price of "it finishes within the project's duration".
  public var finishes: [Int64]

  /// A flow of nothing, which proves that no cost is negative.
  public init(_ problem: TimeCostProblem) {
    constraints = Array(repeating: 0, count: problem.constraints.count)
    starts = Array(repeating: 0, count: problem.activities.count)
    finishes = starts
  }

  /// What the project's last unit of time cost: the sum of the prices at finishes.
  public var slope: Int64 { finishes.reduce(0, +) }

  /// The price of an item of the event graph: constraints, then starts, then finishes.
  subscript(item: Int32) -> Int64 {
    get {
      let item = Int(item)
      if item < constraints.count { return constraints[item] }
      let start = item - constraints.count
      return start < starts.count ? starts[start] : finishes[start - starts.count]
    }
    set {
      let item = Int(item)
      if item < constraints.count {
        constraints[item] = newValue
      } else if item - constraints.count < starts.count {
        starts[item - constraints.count] = newValue
      } else {
        finishes[item - constraints.count - starts.count] = newValue
      }
    }
  }
}
