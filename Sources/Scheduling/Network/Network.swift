/// A project in dense integers: what the engine schedules.
///
/// Tasks, links and calendars are numbered from 0 in the order they were added. Names, summary
/// tasks and owners live elsewhere (`Planning`); a summary's dates enter here as *gates*.
public struct Network: Sendable {
  /// What a numbered node of the network is.
  public enum NodeKind: Hashable, Sendable {
    /// Work in the minutes of its calendar (0 = milestone).
    case work
    /// Work in minutes of the clock.
    case elapsed
    /// Work in calendar months.
    case months
    /// Pieces of work side by side or one after another, each on a calendar of its own.
    case parts
    /// The start of a group: the earliest start among the nodes linked to it. Takes no time.
    case groupStart
    /// The finish of a group: the latest finish among the nodes linked to it. Takes no time.
    case groupFinish
  }

  /// The number of a calendar; `elapsedCalendar` stands for every minute of the clock.
  public typealias CalendarIndex = Int32
  /// Calendar index of a lag that is counted on the clock.
  public static let elapsedCalendar: CalendarIndex = -1

  /// When the project starts: no early date lies before it, unless a constraint or progress says so.
  public var start: Instant
  /// The calendars; index 0 is the project's own.
  public private(set) var calendars: [WorkCalendar]
  /// Whether constraint dates or links win.
  public var constraintRule: ConstraintRule = .dates
  /// How out-of-sequence progress goes on.
  public var progressRule: ProgressRule = .retainedLogic
  /// The status date: unfinished work lies after it.
  public var statusDate: Instant?
  /// By when the cutover must be finished.
  public var target: Instant?
  /// The task that is the cutover; nil: the project's finish.
  public var cutover: Int32?

  package private(set) var nodeKind: [NodeKind] = []
  /// Minutes or, for `months`, months.
  package private(set) var durationAmount: [Int32] = []
  package private(set) var taskCalendar: [CalendarIndex] = []
  package private(set) var deadline: [Int32: Instant] = [:]
  package private(set) var progress: [Int32: TaskProgress] = [:]
  package private(set) var constraints: [Int32: [TaskConstraint]] = [:]
  package private(set) var parts: [Int32: [TaskPart]] = [:]
  /// Whether a task has an entry in `constraints`, `progress` or `deadline`.
  package private(set) var isSpecial: [Bool] = []

  /// The links by number, sixteen bytes each.
  package internal(set) var links: [Link] = []

  /// Makes an empty network.
  ///
  /// - Parameters:
  ///   - start: the project's start.
  ///   - calendars: at least one; the first is the project's own.
  public init(start: Instant, calendars: [WorkCalendar] = [.standard]) {
    precondition(!calendars.isEmpty, "a network needs a calendar")
    precondition(calendars.count < Int(Int16.max), "\(calendars.count) calendars are too many")
    self.start = start
    self.calendars = calendars
  }

  /// The number of nodes: tasks, and gates of groups.
  public var taskCount: Int { durationAmount.count }
  /// The number of links.
  public var linkCount: Int { links.count }

  /// Makes room for tasks and links, so that adding them does not move those before.
  public mutating func reserveCapacity(tasks: Int, links: Int) {
    nodeKind.reserveCapacity(tasks)
    durationAmount.reserveCapacity(tasks)
    taskCalendar.reserveCapacity(tasks)
    isSpecial.reserveCapacity(tasks)
    self.links.reserveCapacity(links)
  }

  /// Adds a task and returns its number.
  ///
  /// - Parameters:
  ///   - duration: not negative.
  ///   - calendar: index into `calendars`.
  /// - Complexity: O(1) amortized.
  @discardableResult
  public mutating func addTask(_ duration: TaskDuration, calendar: CalendarIndex = 0) -> Int32 {
    switch duration {
    case .work(let minutes): add(.work, minutes, calendar)
    case .elapsed(let minutes): add(minutes == 0 ? .work : .elapsed, minutes, calendar)
    case .months(let months): add(months == 0 ? .work : .months, months, calendar)
    }
  }

  /// Adds the start of a group of tasks: the earliest start of those it is told with
  /// `addLink(from: member, to: gate, .startToStart)`.
  public mutating func addGroupStart(calendar: CalendarIndex = 0) -> Int32 {
    add(.groupStart, 0, calendar)
  }

  /// Adds the finish of a group of tasks: the latest finish of those it is told with
  /// `addLink(from: member, to: gate, .finishToFinish)`.
  public mutating func addGroupFinish(calendar: CalendarIndex = 0) -> Int32 {
    add(.groupFinish, 0, calendar)
  }

  private mutating func add(_ kind: NodeKind, _ amount: Int32, _ calendar: CalendarIndex) -> Int32 {
    precondition(amount >= 0, "a duration is not negative")
    precondition(calendars.indices.contains(Int(calendar)), "calendar \(calendar) is unknown")
    nodeKind.append(kind)
    durationAmount.append(amount)
    taskCalendar.append(calendar)
    isSpecial.append(false)
    return Int32(durationAmount.count - 1)
  }

  /// Adds a link and returns its number.
  ///
  /// - Parameters:
  ///   - lag: minutes of the lag calendar; negative is a lead.
  ///   - lagCalendar: index into `calendars`, or `elapsedCalendar`; nil: the successor's.
  /// - Complexity: O(1) amortized.
  @discardableResult
  public mutating func addLink(
    from source: Int32, to target: Int32, _ type: LinkType = .finishToStart, lag: Int32 = 0,
    lagCalendar: CalendarIndex? = nil
  ) -> Int32 {
    let count = Int32(truncatingIfNeeded: taskCount)
    precondition(source >= 0 && source < count && target >= 0 && target < count, "unknown task")
    links.append(
      Link(
        source: source, target: target, type: type, lag: lag,
        lagCalendar: lagCalendar ?? taskCalendar[Int(target)]))
    return Int32(links.count - 1)
  }

  /// Adds a constraint to a task; a task may have several.
  public mutating func constrain(_ task: Int32, _ constraint: TaskConstraint) {
    constraints[task, default: []].append(constraint)
    isSpecial[Int(task)] = true
  }

  /// Sets the deadline of a task: it never moves dates, it tightens the float.
  public mutating func setDeadline(_ task: Int32, _ date: Instant) {
    deadline[task] = date
    isSpecial[Int(task)] = true
  }

  /// Records what has happened to a task.
  public mutating func setProgress(_ task: Int32, _ done: TaskProgress) {
    progress[task] = done
    isSpecial[Int(task)] = true
  }

  /// Makes a task of pieces of work: it starts with the first minute that a piece without delay
  /// works, and finishes with the last piece.
  ///
  /// Its own calendar still counts its floats and the lags before it. For a task under way the
  /// pieces are what remains, counted from where work goes on.
  ///
  /// - Precondition: no piece is negative, and one at least takes time and has no delay.
  public mutating func setParts(_ task: Int32, _ pieces: [TaskPart]) {
    precondition(
      pieces.contains { $0.minutes > 0 && $0.delay == 0 }, "no piece takes time at the beginning")
    precondition(
      pieces.allSatisfy {
        $0.minutes >= 0 && $0.delay >= 0 && calendars.indices.contains(Int($0.calendar))
      }, "a piece is negative, or its calendar unknown")
    parts[task] = pieces.filter { $0.minutes > 0 }
    nodeKind[Int(task)] = .parts
  }

  /// Changes the duration of a task; one of several parts becomes one piece of work.
  public mutating func setDuration(_ task: Int32, _ duration: TaskDuration) {
    let (kind, amount): (NodeKind, Int32) =
      switch duration {
      case .work(let minutes): (.work, minutes)
      case .elapsed(let minutes): (minutes == 0 ? .work : .elapsed, minutes)
      case .months(let months): (months == 0 ? .work : .months, months)
      }
    nodeKind[Int(task)] = kind
    durationAmount[Int(task)] = amount
    if !parts.isEmpty { parts[task] = nil }
  }

  /// The duration of a task; zero for a gate.
  public func duration(of task: Int32) -> TaskDuration {
    let amount = durationAmount[Int(task)]
    return switch nodeKind[Int(task)] {
    case .work, .parts, .groupStart, .groupFinish: .work(minutes: amount)
    case .elapsed: .elapsed(minutes: amount)
    case .months: .months(amount)
    }
  }

  /// One link, read as a value.
  public struct Link: Hashable, Sendable {
    /// The predecessor.
    public let source: Int32
    /// The successor.
    public let target: Int32
    /// Minutes of the lag calendar; negative is a lead.
    public let lag: Int32
    private let calendar: Int16
    /// Which dates it ties together.
    public let type: LinkType

    /// Index into `calendars`, or `elapsedCalendar`.
    @inline(__always)
    public var lagCalendar: CalendarIndex { CalendarIndex(calendar) }

    fileprivate init(
      source: Int32, target: Int32, type: LinkType, lag: Int32, lagCalendar: CalendarIndex
    ) {
      (self.source, self.target, self.type, self.lag) = (source, target, type, lag)
      calendar = Int16(lagCalendar)
    }
  }

  /// The link with this number.
  public func link(_ index: Int32) -> Link { links[Int(index)] }

  /// By number, the predecessor of each link.
  package var linkSource: LazyMapCollection<[Link], Int32> { links.lazy.map(\.source) }
  /// By number, the successor of each link.
  package var linkTarget: LazyMapCollection<[Link], Int32> { links.lazy.map(\.target) }
  /// By number, the type of each link.
  package var linkType: LazyMapCollection<[Link], LinkType> { links.lazy.map(\.type) }

  /// The calendar a task works on.
  public func calendar(of task: Int32) -> CalendarIndex { taskCalendar[Int(task)] }
  /// What the node with this number is.
  public func kind(of task: Int32) -> NodeKind { nodeKind[Int(task)] }
  /// The constraints of a task.
  public func constraints(of task: Int32) -> [TaskConstraint] { constraints[task] ?? [] }
  /// The deadline of a task.
  public func deadline(of task: Int32) -> Instant? { deadline[task] }
  /// The pieces of work of a task that has several, or one on another calendar; else none.
  public func parts(of task: Int32) -> [TaskPart] { parts[task] ?? [] }
  /// The progress of a task.
  public func progress(of task: Int32) -> TaskProgress? { progress[task] }
}
