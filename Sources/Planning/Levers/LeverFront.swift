public import Scheduling
internal import SharedSystem

/// The sets of levers that no other set beats: the cost of each date, by days.
public struct LeverFront: Sendable {
  /// A set of levers.
  public struct Point: Hashable, Sendable {
    /// Ids, in the order of the plan.
    public var levers: [String]
    /// What they cost, changes of the tasks' own costs included.
    public var cost: Int64
    /// What the levers cost by themselves.
    public var leverCost: Int64
    /// When the cutover finishes.
    public var finish: Instant

    /// By how much the tasks' own costs change.
    public var workCost: Int64 { cost - leverCost }
  }

  /// Why a search ended without an answer that is proven.
  public struct Gap: Hashable, Sendable {
    /// No set that is cheaper than this reaches an earlier date than the points.
    public var costBound: Int64
    /// No set within the budget is earlier than this; nil when that is not known.
    public var dateBound: Instant?
  }

  /// The cutover without levers.
  public var base: Instant
  /// The points, the cheapest first, each on an earlier day than those before it. The first one
  /// is what no extra cost gives, the plan as it is or better.
  public var points: [Point]
  /// The date that was asked for.
  public var goal: Instant?
  /// The limit of cost that was given.
  public var budget: Int64?
  /// Ids of the levers that were left out, in the order of the plan.
  public var without: [String]
  /// What is not proven because time was up; nil: the points are exact.
  public var gap: Gap?
  /// How many exact dates and bounds were computed.
  public var evaluations: Int
}

extension Plan {
  /// The cheapest set of levers with which the cutover finishes by a date.
  ///
  /// Exact: every set of levers is tried or excluded by a bound (`LeverSearch`). Of sets that cost
  /// the same the one with the earlier day is taken, then the one with fewer levers.
  ///
  /// - Parameters:
  ///   - date: the end of the last day.
  ///   - without: ids of levers that are not to be used; what requires them is not used either.
  ///   - calendars: compiled calendars of plans scheduled before.
  ///   - isOutOfTime: asked now and then; when it says yes, the search stops and `gap` says what is
  ///     not proven.
  /// - Returns: at most one point: none when no set reaches the date.
  /// - Throws: when the plan has too many levers, or cannot be scheduled.
  /// - Complexity: exponential in the levers in the worst case; each step is a schedule.
  public func cheapestLevers(
    reaching date: Instant, without: Set<String> = [],
    calendars: CalendarCache = CalendarCache(),
    isOutOfTime: @escaping () -> Bool = { false }
  ) throws(LeverSearchError) -> LeverFront {
    let preparation = try LeverPreparation(
      self, without: leverSet(without), calendars: calendars)
    var search = LeverSearch(preparation, isOutOfTime: isOutOfTime)
    var front = try LeverFront(preparation, without: without)
    front.goal = date
    switch search.cheapest(by: date) {
    case .found(let first):
      var best = first
      // Of equal costs the earliest day.
      while case .found(let other) = search.cheapest(
        by: best.finish.startOfItsDay, costingAtMost: first.cost), other.cost == first.cost
      {
        best = other
      }
      front.points = [front.point(best, preparation)]
    case .none: front.points = []
    case .stopped(let bound):
      front.points = []
      front.gap = .init(costBound: bound, dateBound: search.earliestBound(costingAtMost: nil))
    }
    front.evaluations = search.evaluations
    return front
  }

  /// The cost of every date that levers reach: the front of cost against the day of the cutover.
  ///
  /// Exact, as `cheapestLevers(reaching:)`.
  ///
  /// - Parameters:
  ///   - budget: only sets that cost no more; nil: any cost. The last point is then the earliest
  ///     date within the budget.
  ///   - without: ids of levers that are not to be used; what requires them is not used either.
  public func leverFront(
    budget: Int64? = nil, without: Set<String> = [], calendars: CalendarCache = CalendarCache(),
    isOutOfTime: @escaping () -> Bool = { false }
  ) throws(LeverSearchError) -> LeverFront {
    let preparation = try LeverPreparation(
      self, without: leverSet(without), calendars: calendars)
    var search = LeverSearch(preparation, isOutOfTime: isOutOfTime)
    var front = try LeverFront(preparation, without: without)
    front.budget = budget
    var goal = Instant(minutes: front.base.startOfItsDay.minutes + 1440)
    searching: while true {
      switch search.cheapest(by: goal, costingAtMost: budget) {
      case .found(let found):
        let point = front.point(found, preparation)
        if let last = front.points.last, last.cost >= point.cost { front.points.removeLast() }
        front.points.append(point)
        goal = found.finish.startOfItsDay
      case .none: break searching
      case .stopped(let bound):
        front.gap = .init(
          costBound: bound, dateBound: search.earliestBound(costingAtMost: budget))
        break searching
      }
    }
    front.evaluations = search.evaluations
    return front
  }
}

extension Plan {
  /// The levers with these ids, of those that are searched at all.
  func leverSet(_ ids: Set<String>) -> LeverSet {
    LeverSet(
      levers.indices.prefix(LeverPreparation.mostLevers).filter { ids.contains(levers[$0].id) })
  }
}

extension LeverFront {
  fileprivate init(
    _ preparation: LeverPreparation, without: Set<String>
  ) throws(LeverSearchError) {
    self.without = preparation.plan.levers.map(\.id).filter { without.contains($0) }
    do {
      let schedule = try preparation.plan.scheduled(calendars: preparation.calendars)
      base = schedule.cutoverFinish
    } catch {
      throw .plan(error)
    }
    points = []
    evaluations = 0
  }

  fileprivate func point(
    _ found: LeverSearch.Found, _ preparation: LeverPreparation
  ) -> Point {
    let levers = found.set.members.map { preparation.plan.levers[$0] }
    return Point(
      levers: levers.map(\.id), cost: found.cost,
      leverCost: levers.reduce(0) { $0 + $1.cost }, finish: found.finish)
  }
}

extension Instant {
  /// The midnight before an instant that ends something: what finishes by then finishes a day
  /// earlier at least.
  package var startOfItsDay: Instant {
    Instant(minutes: Int32(Instant.day(of: minutes - 1)) * 1440)
  }
}
