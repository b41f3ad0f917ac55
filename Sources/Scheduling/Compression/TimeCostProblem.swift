/// A project whose activities can be made shorter for money: what each of them may take, what that
/// costs, and which differences between their starts and finishes must be kept.
///
/// All of it lies on one axis of working time that begins with the project at 0. The unit is the
/// caller's (minutes, whole days); so is that of the costs. Everything is an integer.
///
/// It knows neither calendars nor dates nor teams; it is not a `Network`.
///
/// - Complexity: O(activities + pieces + constraints) space.
public struct TimeCostProblem: Sendable {
  /// The largest duration, lag, bound or cost of a unit: a million million.
  public static let largestNumber: Int64 = 1_000_000_000_000

  /// By activity, what it may take and what that costs.
  public private(set) var activities: [TimeCostActivity] = []
  /// What must be kept, in the order it was added.
  public private(set) var constraints: [Constraint] = []
  /// The activities whose finishes make the project's duration; nil for all of them.
  public private(set) var finishing: [Int32]?

  /// A difference that must be kept: `from + lag ≤ to`.
  public struct Constraint: Hashable, Sendable {
    /// The event that comes first.
    public let from: ProjectEvent
    /// The event that waits.
    public let to: ProjectEvent
    /// How long it waits at least; negative for "at most so long before".
    public let lag: Int64
  }

  /// A project without activities, whose duration is 0.
  public init() {}

  /// Adds an activity.
  ///
  /// - Returns: its number, the next one.
  @discardableResult
  public mutating func add(_ activity: TimeCostActivity) -> Int32 {
    precondition(activities.count < 1 << 29, "too many activities")
    activities.append(activity)
    return Int32(activities.count - 1)
  }

  /// Adds a link between two activities.
  ///
  /// - Parameters:
  ///   - from: the predecessor.
  ///   - to: the successor.
  ///   - type: which of their dates it ties together.
  ///   - lag: how long the successor waits; negative for a lead.
  public mutating func addLink(
    from: Int32, to: Int32, _ type: LinkType = .finishToStart, lag: Int64 = 0
  ) {
    addConstraint(
      from: type.fromFinish ? .finish(of: from) : .start(of: from),
      to: type.toStart ? .start(of: to) : .finish(of: to), lag: lag)
  }

  /// Adds a link that a date may follow by at most so much: `to ≤ from + lag`, a maximal lag.
  public mutating func addMaximalLag(
    from: Int32, to: Int32, _ type: LinkType = .finishToStart, lag: Int64
  ) {
    addConstraint(
      from: type.toStart ? .start(of: to) : .finish(of: to),
      to: type.fromFinish ? .finish(of: from) : .start(of: from), lag: -lag)
  }

  /// Adds a difference between two events: `from + lag ≤ to`.
  ///
  /// A date that must not be passed is a difference to the project's start: "`event` at 40 at the
  /// latest" is `from: event, to: .projectStart, lag: -40`.
  public mutating func addConstraint(from: ProjectEvent, to: ProjectEvent, lag: Int64) {
    precondition(lag.magnitude <= Self.largestNumber, "a lag of \(lag) is too large")
    for event in [from, to] {
      if let activity = event.activity {
        precondition(
          activities.indices.contains(Int(activity)), "there is no activity \(activity)")
      }
    }
    constraints.append(Constraint(from: from, to: to, lag: lag))
  }

  /// Lets these activities alone make the project's duration: those that lead to a cutover, say.
  /// What comes after them may take as long as it wants.
  public mutating func finish(with activities: [Int32]) {
    finishing = activities
  }

  /// What everything costs at the shortest durations; nil when the sum is too large to work with.
  var largestCost: Int64? {
    var sum: Int64 = 0
    for activity in activities {
      let (total, overflow) = sum.addingReportingOverflow(activity.largestCost)
      if overflow || total > 1 << 60 { return nil }
      sum = total
    }
    return sum
  }
}

/// The start or finish of an activity, or the start of the project, which is at 0.
public struct ProjectEvent: Hashable, Sendable {
  /// 0 for the project's start; then start and finish of each activity in turn.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The start of the project.
  public static let projectStart = ProjectEvent(number: 0)

  /// The start of an activity.
  public static func start(of activity: Int32) -> ProjectEvent {
    ProjectEvent(number: 2 * activity + 1)
  }

  /// The finish of an activity.
  public static func finish(of activity: Int32) -> ProjectEvent {
    ProjectEvent(number: 2 * activity + 2)
  }

  /// The activity whose start or finish it is; nil for the project's.
  public var activity: Int32? { number == 0 ? nil : (number - 1) / 2 }
  /// Whether it is the finish of an activity.
  public var isFinish: Bool { number > 0 && number % 2 == 0 }
}
