/// How long a task takes.
public enum TaskDuration: Hashable, Sendable {
  /// Minutes of the task's calendar; 0 makes a milestone.
  case work(minutes: Int32)
  /// Minutes of the clock, nights and holidays included, from a working start.
  case elapsed(minutes: Int32)
  /// Calendar months, from a working start to the same time of day `months` later.
  case months(Int32)

  /// Whether the task takes no time.
  public var isZero: Bool {
    switch self {
    case .work(let amount), .elapsed(let amount), .months(let amount): amount == 0
    }
  }
}
