/// A rule about one task's own dates.
public struct TaskConstraint: Hashable, Sendable {
  /// The kinds of constraint.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case startNoEarlierThan, startNoLaterThan, finishNoEarlierThan, finishNoLaterThan
    case mustStartOn, mustFinishOn
    /// Overrides all logic, under both constraint rules.
    case mandatoryStart, mandatoryFinish
    case asLateAsPossible

    /// Whether the date speaks of the task's finish.
    public var concernsFinish: Bool {
      switch self {
      case .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish: true
      default: false
      }
    }

    /// Whether it overrides everything else under both constraint rules.
    package var isMandatory: Bool { self == .mandatoryStart || self == .mandatoryFinish }
  }

  /// What is constrained.
  public var kind: Kind
  /// The date; without meaning for `asLateAsPossible`.
  public var date: Instant

  /// Makes a constraint.
  public init(_ kind: Kind, _ date: Instant) {
    self.kind = kind
    self.date = date
  }
}

/// What happens when a constraint's date and the links disagree.
public enum ConstraintRule: String, Hashable, Sendable, CaseIterable {
  /// As in MS Project: the date wins, and the conflict shows as negative float.
  ///
  /// Start and finish dates "on" and "no later than" override links; a milestone bound by a date
  /// moves to a working minute; a finish bound in non-working time counts as met by the end of
  /// the work before it; "as late as possible" uses up total float.
  case dates
  /// As in P6: links win, "on" and "no later than" only bound the late dates.
  ///
  /// Milestones never move to a working minute; a finish bound is met only at or after its
  /// instant; "as late as possible" uses up free float.
  case logic
}

/// How work that was begun out of sequence goes on.
public enum ProgressRule: String, Hashable, Sendable, CaseIterable {
  /// The remaining work waits for unfinished predecessors.
  case retainedLogic
  /// The remaining work ignores them.
  case override
}

/// What has happened to a task so far.
public struct TaskProgress: Hashable, Sendable {
  /// When the task really started.
  public var started: Instant
  /// When it really finished; nil while it is under way.
  public var finished: Instant?
  /// Work that remains, in minutes of the task's calendar; nil: the duration less the work done.
  public var remaining: Int32?

  /// Makes a record of progress.
  public init(started: Instant, finished: Instant? = nil, remaining: Int32? = nil) {
    self.started = started
    self.finished = finished
    self.remaining = remaining
  }
}
