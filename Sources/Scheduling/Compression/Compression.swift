/// The cheapest ways to make a project shorter, exactly: linear and convex costs.
///
/// The problem is a linear programme whose dual is a flow of greatest cost through the project's
/// differences. Beginning with normal durations, the amount of flow is what the next unit of time
/// costs. More flow is sent along the longest paths as long as they can take more; then the times
/// move along the cut that the flow has filled: what crosses it forwards is made shorter, what crosses
/// it backwards gets time back. Every number is an integer, and so are all durations found.
///
/// - Complexity: for p points on the way O(p · (h + v log v)) for the v events within reach of the
///   critical ones and their h differences, and O(differences) a path of flow; O(differences) space.
///   Nothing is recursive.
/// - Source: J. E. Kelley, "Critical-path planning and scheduling: mathematical basis", *Operations
///   Research* 9 (1961), 296–320, doi:10.1287/opre.9.3.296; D. R. Fulkerson, "A network flow
///   computation for project cost curves", *Management Science* 7 (1961), 167–178,
///   doi:10.1287/mnsc.7.2.167; S. Phillips and M. I. Dessouky, "Solving the project time/cost tradeoff
///   problem using the minimal cut concept", *Management Science* 24 (1977), 393–400,
///   doi:10.1287/mnsc.24.4.393.
public struct Compression: Sendable {
  /// The problem that is solved.
  public let problem: TimeCostProblem
  /// The shortest duration of the project, whatever it costs.
  public let shortestDuration: Int64
  /// Why it cannot be shorter: the longest path when every activity takes what makes it shortest.
  public let limit: CompressionLimit
  let graph: EventGraph
  /// The flow at the longest duration of the curve.
  let base: CompressionFlow
  /// What each activity takes there, and what that costs.
  let baseDurations: [Int64]
  let baseCost: Int64

  /// Prepares a problem.
  ///
  /// - Throws: ``CompressionError`` when its differences contradict each other, its costs are too
  ///   large, or an activity has alternatives.
  /// - Complexity: that of ``LongestPaths``.
  public init(_ problem: TimeCostProblem) throws(CompressionError) {
    if let activity = problem.activities.firstIndex(where: \.isDiscrete) {
      throw .alternatives(activity: Int32(activity))
    }
    guard problem.largestCost != nil else { throw .costsTooLarge }
    self.problem = problem
    graph = EventGraph(problem)
    let normal = problem.activities.map(\.normal)
    let (limit, least) = try CompressionLimit.find(
      graph, shortest: problem.activities.map(\.shortest), longest: normal)
    self.limit = limit
    shortestDuration = limit.duration

    let points = problem.activities.map(\.points)
    let slots = points.map { $0.count - 1 }
    let (flow, isNormal) = CompressionFlow.beginning(
      graph, feasible: least, shortest: limit.duration, points: points, slots: slots)
    base = flow
    baseDurations =
      isNormal ? normal : normal.indices.map { flow.duration(of: $0, normal: normal[$0]) }
    baseCost = isNormal ? 0 : problem.cost(of: baseDurations)
  }

  /// The longest duration of the curve: that of all normal durations. When latest dates or maximal
  /// lags do not let all activities take those, it is the shortest one that is cheapest.
  public var normalDuration: Int64 { base.projectDuration }

  /// The whole curve.
  ///
  /// - Parameter withCertificates: whether the proof of each point is kept.
  public func curve(withCertificates: Bool = false) -> CompressionCurve {
    var walk = CompressionWalk(self, withCertificates: withCertificates)
    walk.go(to: shortestDuration, budget: nil)
    return walk.curve
  }

  /// A point of a curve that was made with certificates, as a project with its proof.
  ///
  /// - Returns: nil when the curve has no certificates.
  /// - Complexity: O(activities + constraints + changes up to the point).
  public func project(on curve: CompressionCurve, at index: Int) -> CompressedProject? {
    guard let certificate = curve.certificate(at: index) else { return nil }
    let durations = curve.durations(at: index)
    return CompressedProject(
      duration: curve.points[index].duration, cost: curve.points[index].cost,
      durations: durations, starts: ProjectTimes.earliestStarts(graph, durations: durations),
      certificate: certificate)
  }

  /// The cheapest way to take at most so long.
  ///
  /// - Returns: nil when that is shorter than ``shortestDuration``.
  /// - Complexity: that of the curve from the normal duration to this one, with no record of it.
  public func cheapest(atMost duration: Int64) -> CompressedProject? {
    guard duration >= shortestDuration else { return nil }
    var walk = CompressionWalk(self)
    walk.go(to: duration, budget: nil)
    return walk.project(duration: duration)
  }

  /// The shortest duration that costs at most so much, done in the cheapest way.
  ///
  /// - Returns: nil when no duration is so cheap.
  /// - Complexity: that of the curve from the normal duration to this one, with no record of it.
  public func shortest(within budget: Int64) -> CompressedProject? {
    guard budget >= baseCost else { return nil }
    var walk = CompressionWalk(self)
    walk.go(to: shortestDuration, budget: budget)
    return walk.project(duration: walk.duration)
  }
}

extension TimeCostProblem {
  /// The extra cost of durations that the activities can take.
  func cost(of durations: [Int64]) -> Int64 {
    zip(activities, durations).reduce(0) { $0 + ($1.0.cost(of: $1.1) ?? 0) }
  }
}
