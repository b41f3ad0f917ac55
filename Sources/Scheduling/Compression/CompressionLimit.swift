/// Why a project cannot be shorter: a chain of differences from its start to its finish of which
/// money loosens none.
public struct CompressionLimit: Hashable, Sendable {
  /// What leads from an event to the next one.
  public enum Reason: Hashable, Sendable {
    /// The project starts here.
    case projectStart
    /// A constraint of the problem, by its number.
    case constraint(Int32)
    /// The shortest duration of the activity lies between the two.
    case shortestDuration
    /// The activity takes no longer than its longest duration: it starts so late because of its
    /// finish.
    case longestDuration
  }

  /// An event of the chain.
  public struct Step: Hashable, Sendable {
    /// The event.
    public let event: ProjectEvent
    /// When it is.
    public let time: Int64
    /// What leads to it from the step before.
    public let reason: Reason
  }

  /// The shortest duration of the project.
  public let duration: Int64
  /// From the project's start to the finish of the activity that is done last.
  public let steps: [Step]

  /// Finds the chain, and the earliest times of all events when activities take what is best.
  ///
  /// - Complexity: that of ``LongestPaths``.
  static func find(
    _ graph: EventGraph, shortest: [Int64], longest: [Int64]
  ) throws(CompressionError) -> (CompressionLimit, times: [Int64]) {
    var times = LongestPaths(graph)
    guard times.run(shortest: shortest, longest: longest) else {
      throw .contradiction((times.loop ?? []).map { ProjectEvent(number: $0) })
    }
    let (events, items) = times.path(to: graph.projectFinish)
    var steps: [Step] = []
    for (event, item) in zip(events, items) where Int(event) != graph.projectFinish {
      let reason: Reason =
        switch item {
        case LongestPaths.activityItem: .shortestDuration
        case LongestPaths.activityBackItem: .longestDuration
        case 0..<Int32(graph.constraintCount): .constraint(item)
        default: .projectStart
        }
      steps.append(
        Step(
          event: ProjectEvent(number: event), time: times.values[Int(event)], reason: reason))
    }
    return (
      CompressionLimit(duration: times.values[graph.projectFinish], steps: steps), times.values
    )
  }
}
