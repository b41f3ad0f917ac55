/// The cheapest choice among alternatives that makes a project as short as wanted.
///
/// The problem is strongly NP-hard. It is solved by branch and bound: the lower hulls of the
/// alternatives make a convex problem whose least cost bounds all choices from below; where its
/// durations are no alternatives, the activity must be at least as long as the next longer one or at
/// most as long as the next shorter one. The prices of the bound rule out alternatives that are too
/// dear. A search that is stopped early gives the best choice so far, a lower bound, and so the gap.
///
/// - Source: P. De, E. J. Dunne, J. B. Ghosh, C. E. Wells, "Complexity of the discrete time-cost
///   tradeoff problem for project networks", *Operations Research* 45 (1997), 302–306,
///   doi:10.1287/opre.45.2.302; M. Skutella, "Approximation algorithms for the discrete time-cost
///   tradeoff problem", *Mathematics of Operations Research* 23 (1998), 909–929,
///   doi:10.1287/moor.23.4.909; E. Demeulemeester, B. De Reyck, B. Foubert, W. Herroelen,
///   M. Vanhoucke, "New computational results on the discrete time/cost trade-off problem in project
///   networks", *Journal of the Operational Research Society* 49 (1998), 1153–1163.
public struct DiscreteCompression: Sendable {
  /// The problem that is solved; activities that can take any duration may be among them.
  public let problem: TimeCostProblem
  /// What no choice undercuts. With finish-to-start links alone it can be reached.
  public let shortestDuration: Int64
  /// Why it cannot be shorter.
  public let limit: CompressionLimit
  let graph: EventGraph
  /// Times that are possible with some durations, not always alternatives.
  let feasible: [Int64]
  /// What costs are multiplied with, so that the prices of units are close to exact.
  let scale: Int64

  /// How far a search has come.
  public struct Progress: Hashable, Sendable {
    /// Choices that were bounded.
    public let nodes: Int
    /// The cost of the best choice so far.
    public let cost: Int64?
    /// What no choice costs less than.
    public let lowerBound: Int64
  }

  /// What a search found.
  public struct Result: Hashable, Sendable {
    /// The best choice found; nil when the search was stopped before it found one.
    public let choice: Choice?
    /// What no choice costs less than.
    public let lowerBound: Int64
    /// How many choices were bounded.
    public let nodes: Int
    /// Prices that prove ``firstBound``: those of the convex problem.
    public let certificate: CompressionCertificate
    /// What the prices, and the costs they are for, are multiplied with.
    public let certificateScale: Int64
    /// The bound that the search began with.
    public let firstBound: Int64

    /// Whether no choice is cheaper than the one found.
    public var isOptimal: Bool { choice.map { $0.cost == lowerBound } ?? false }
    /// What could be saved at most.
    public var gap: Int64? { choice.map { $0.cost - lowerBound } }
  }

  /// A duration for every activity.
  public struct Choice: Hashable, Sendable {
    /// The sum of the costs.
    public let cost: Int64
    /// By activity, how long it takes.
    public let durations: [Int64]
    /// By activity, its earliest start.
    public let starts: [Int64]
    /// How long the project takes.
    public let duration: Int64
  }

  /// Prepares a problem.
  ///
  /// - Throws: ``CompressionError``, never for alternatives.
  public init(_ problem: TimeCostProblem) throws(CompressionError) {
    guard let largest = problem.largestCost, largest < 1 << 50 else { throw .costsTooLarge }
    self.problem = problem
    graph = EventGraph(problem)
    (limit, feasible) = try CompressionLimit.find(
      graph, shortest: problem.activities.map(\.shortest),
      longest: problem.activities.map(\.normal))
    shortestDuration = limit.duration
    var scale: Int64 = 1
    while scale < 1 << 30, scale * 2 * max(1, largest) <= 1 << 58 { scale *= 2 }
    self.scale = scale
  }

  /// The project's duration when every activity takes the longest of its alternatives, which are the
  /// cheapest; nil when that is impossible.
  public var normalDuration: Int64? {
    ProjectTimes.earliest(graph, durations: problem.activities.map(\.normal))
      .map { $0[graph.projectFinish] }
  }

  /// Finds the cheapest choice with which the project takes at most so long.
  ///
  /// - Parameters:
  ///   - duration: how long the project may take.
  ///   - nodeLimit: how many choices are bounded at most.
  ///   - shouldStop: asked after each of them; true ends the search.
  /// - Returns: nil when no choice is so short.
  /// - Complexity: exponential in the number of activities at worst; O(activities + alternatives +
  ///   constraints) space for the choice that is looked at, and O(activities) for each open one.
  public func cheapest(
    atMost duration: Int64, nodeLimit: Int = Int.max,
    shouldStop: (Progress) -> Bool = { _ in false }
  ) -> Result? {
    guard duration >= shortestDuration else { return nil }
    var search = DiscreteSearch(self, duration: duration)
    return search.run(nodeLimit: nodeLimit, shouldStop: shouldStop)
  }

  /// A list of the choices of which none is both shorter and cheaper, longest first.
  ///
  /// - Parameters:
  ///   - nodeLimit: how many choices are bounded at most for each of them.
  ///   - shouldStop: asked after each bounded choice.
  /// - Returns: the choices, and whether the list is complete; when not, it ends with the last one
  ///   that is proved.
  public func front(
    nodeLimit: Int = Int.max, shouldStop: (Progress) -> Bool = { _ in false }
  ) -> (choices: [Choice], isComplete: Bool) {
    var choices: [Choice] = []
    var longest = Int64.max / 8
    while true {
      guard let result = cheapest(atMost: longest, nodeLimit: nodeLimit, shouldStop: shouldStop)
      else { return (choices, true) }
      guard let choice = result.choice, result.isOptimal else { return (choices, false) }
      // The same cost for less time replaces what was found before.
      if choices.last?.cost == choice.cost { choices.removeLast() }
      choices.append(choice)
      longest = choice.duration - 1
    }
  }
}
