public import Scheduling

/// What levers and shorter tasks reach together: the cost of each date.
public struct AccelerationFront: Sendable {
  /// A way to be earlier.
  public struct Point: Sendable {
    /// Ids of the levers, in the order of the plan.
    public var levers: [String]
    /// What the levers themselves cost.
    public var leverCost: Int64
    /// By how much they change what the tasks cost.
    public var workCost: Int64
    /// What the shorter tasks cost.
    public var crashCost: PlanCompression.ExactAmount
    /// When the cutover finishes.
    public var finish: Instant
    /// The tasks that are made shorter, in the order of the plan.
    public var shorter: [Shorter]
    /// Nothing costs less, when the cost is not proved to be the least.
    public var lowerBound: PlanCompression.ExactAmount?

    /// What all of it costs.
    public var cost: PlanCompression.ExactAmount {
      .init(leverCost + workCost) + crashCost
    }
  }

  /// A task that is made shorter for money.
  public struct Shorter: Hashable, Sendable {
    /// The task's id; it may be one that only the levers make.
    public var task: String
    /// What it takes with the levers.
    public var from: PlanDuration
    /// What it takes then.
    public var to: PlanDuration
    /// What that costs.
    public var cost: PlanCompression.ExactAmount
  }

  /// Why a search ended early.
  public struct Gap: Hashable, Sendable {
    /// Nothing that is cheaper reaches an earlier date than the points; nil: not known.
    public var costBound: PlanCompression.ExactAmount?
    /// Nothing at any cost is earlier than this; nil: not known.
    public var dateBound: Instant?
  }

  /// The cutover of the plan as it is.
  public var base: Instant
  /// The points, the cheapest first, each on an earlier day than those before it.
  public var points: [Point]
  /// The date that was asked for.
  public var goal: Instant?
  /// The limit of cost that was given.
  public var budget: Int64?
  /// Ids of the levers that were not to be used, in the order of the plan.
  public var without: [String]
  /// Without windows, by how many days the dates of a whole front differ at least.
  public var step: Int
  /// Whether dates earlier than the last point were left out because there are many.
  public var isCut: Bool
  /// What is not proved because time was up.
  public var gap: Gap?
  /// Nothing at any cost is earlier than this; nil: not known.
  public var earliest: Instant?
  /// How many dates and bounds were computed.
  public var evaluations: Int

  /// The most points of a whole front.
  public static let mostPoints = 24
}

extension Plan {
  /// The cheapest levers and shorter tasks together: for a date, within a budget, or for every date.
  ///
  /// Exact over all sets of levers (`AccelerationSearch`); for each set the durations are the
  /// cheapest on the real calendars, or a bound says how far from that they may be.
  ///
  /// - Parameters:
  ///   - aim: a date, so much earlier, or a budget; nil for the whole front, by days where windows
  ///     make dates jump, else in steps.
  ///   - derives: whether generated development work without crash figures gets those of COCOMO II.
  ///   - without: ids of levers that are not to be used; what requires them is not used either.
  ///   - calendars: compiled calendars of plans scheduled before.
  ///   - isOutOfTime: asked now and then; when it says yes, the search stops and `gap` says what is
  ///     not proved.
  /// - Throws: when the plan has too many levers, or cannot be scheduled.
  /// - Complexity: exponential in the levers in the worst case.
  public func accelerated(
    to aim: PlanCompression.Aim? = nil, derives: Bool = false,
    without: Set<String> = [], calendars: CalendarCache = CalendarCache(),
    isOutOfTime: @escaping () -> Bool = { false }
  ) throws(LeverSearchError) -> AccelerationFront {
    let preparation = try LeverPreparation(
      self, without: leverSet(without), prices: CrashPrices(derives: derives),
      calendars: calendars)
    let now: PlanSchedule
    do {
      now = try preparation.plan.scheduled(calendars: calendars)
    } catch {
      throw .plan(error)
    }
    var search = AccelerationFrontSearch(
      preparation, now, without: levers.map(\.id).filter { without.contains($0) },
      isOutOfTime: isOutOfTime)
    switch aim {
    case nil: search.findAll()
    case .date(let date): search.find(by: date)
    case .earlier(let time):
      if let date = now.cutoverFinish(earlierBy: time) { search.find(by: date) }
    case .budget(let budget): search.find(within: budget)
    }
    return search.front
  }
}

/// The questions that `AccelerationSearch` answers one date after the other.
private struct AccelerationFrontSearch {
  private let preparation: LeverPreparation
  private let now: PlanSchedule
  private var search: AccelerationSearch
  private var result: AccelerationFront

  init(
    _ preparation: LeverPreparation, _ now: PlanSchedule, without: [String],
    isOutOfTime: @escaping () -> Bool
  ) {
    (self.preparation, self.now) = (preparation, now)
    search = AccelerationSearch(preparation, isOutOfTime: isOutOfTime)
    result = AccelerationFront(
      base: now.cutoverFinish, points: [], without: without, step: 1, isCut: false, evaluations: 0)
    result.earliest = search.earliestBound()
  }

  var front: AccelerationFront {
    var front = result
    front.evaluations = search.evaluations
    return front
  }

  /// The cheapest point for a date, on the day it really reaches.
  mutating func find(by date: Instant) {
    result.goal = date
    _ = answer(by: date)
  }

  /// Adds what a date costs; nil when the search goes on no further.
  private mutating func answer(by date: Instant) -> AccelerationFront.Point? {
    let answer = search.cheapest(
      by: date, costingAtMost: result.budget.map { PlanCompression.ExactAmount($0) })
    if answer.isStopped {
      result.gap = .init(costBound: answer.bound, dateBound: result.earliest)
    }
    guard let found = answer.found else { return nil }
    var point = point(found)
    if let bound = answer.bound, !found.cost.isAsLowAs(bound) { point.lowerBound = bound }
    if let last = result.points.last, last.cost >= point.cost { result.points.removeLast() }
    result.points.append(point)
    return answer.isStopped ? nil : point
  }

  /// The earliest day within a budget.
  mutating func find(within budget: Int64) {
    result.budget = budget
    let base = Instant.day(of: result.base.minutes - 1)
    var best = answer(by: Instant(minutes: Int32(base + 1) * 1440))
    // The first day is too dear or out of reach, the last one is not.
    var low = result.earliest.map { Instant.day(of: $0.minutes - 1) - 1 } ?? base - 1
    var high = best.map { Instant.day(of: $0.finish.minutes - 1) } ?? base
    while high - low > 1, result.gap == nil {
      let middle = low + (high - low) / 2
      let kept = result.points
      if let point = answer(by: Instant(minutes: Int32(middle + 1) * 1440)),
        point.cost <= .init(budget)
      {
        best = point
        high = min(middle, Instant.day(of: point.finish.minutes - 1))
      } else {
        result.points = kept
        low = middle
      }
    }
    result.points = best.map { [$0] } ?? []
  }

  /// The whole front.
  mutating func findAll() {
    let base = Instant.day(of: result.base.minutes - 1)
    if !now.waitsForWindow, let earliest = result.earliest {
      let days = base - Instant.day(of: earliest.minutes - 1)
      let stretches = AccelerationFront.mostPoints - 1
      result.step = max(1, (days + stretches - 1) / stretches)
    }
    var day = base
    while let point = answer(by: Instant(minutes: Int32(day + 1) * 1440)) {
      if result.points.count >= AccelerationFront.mostPoints {
        result.isCut = true
        break
      }
      let reached = Instant.day(of: point.finish.minutes - 1)
      day = max(reached - result.step, min(reached - 1, result.lastDay ?? reached - 1))
    }
  }

  private func point(_ found: AccelerationSearch.Found) -> AccelerationFront.Point {
    found.point(preparation)
  }
}

extension AccelerationSearch.Found {
  /// The point of a front.
  func point(_ preparation: LeverPreparation) -> AccelerationFront.Point {
    let found = self
    let own = found.set.members.reduce(0) { $0 + preparation.plan.levers[$1].cost }
    let shorter = zip(found.options, found.way.durations).compactMap { option, duration in
      duration.map {
        AccelerationFront.Shorter(
          task: found.plan.tasks[option.task].id, from: option.points[0].duration, to: $0,
          cost: option.cost(of: $0, found.plan.units))
      }
    }
    return .init(
      levers: found.set.members.map { preparation.plan.levers[$0].id }, leverCost: own,
      workCost: found.leverCost - own, crashCost: found.way.cost, finish: found.way.finish,
      shorter: shorter)
  }
}

extension AccelerationFront {
  /// The day of the earliest date.
  fileprivate var lastDay: Int? { earliest.map { Instant.day(of: $0.minutes - 1) } }
}

extension PlanSchedule {
  /// Whether a task on the way to the cutover runs on a calendar of windows.
  var waitsForWindow: Bool {
    let network = lowered.network
    let leads = network.nodesThatLead
    return (0..<Int32(network.taskCount)).contains { node in
      let calendar = network.calendar(of: node)
      return leads[Int(node)] && calendar >= 0
        && network.calendars[Int(calendar)].windows != nil
    }
  }
}
