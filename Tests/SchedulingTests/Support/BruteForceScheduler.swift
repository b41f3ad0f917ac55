import Scheduling

/// The oracle for plans in whole days: it tries one day after the other until all rules hold.
///
/// It follows the conventions of the shared cases (links win over dates: `ConstraintRule.logic`) and
/// knows no working-time tables, no inverse of a lag and no inverse of a duration. Where the
/// scheduling rules say something else than those conventions, it follows the rules; no case tells
/// the two apart:
///
/// - A mandatory date before the project's start is kept (rule 5: no early start lies before it
///   *unless a constraint says so*), and "as late as possible" does not move it (rule 4: mandatory
///   dates always win). The cases never start an activity before day 0, and would move it.
/// - The longest path is that of the planned dates, after "as late as possible" has moved some,
///   and a moved activity was put there by its constraint, not by a link (rule 7: what *actually*
///   set the date). The cases mark it before anything is moved.
/// - A link sets its successor's date only if the successor could not start earlier with that link
///   alone (rule 7 again). The cases also count a link whose bound lies long before the successor's
///   start when the next working day of the *predecessor* would overshoot that start.
/// - A milestone of k working days' free float moves to the end of the k-th working day of its
///   calendar, as a task would; the cases move it by k days of the clock, and so not to the end of
///   its float.
struct BruteForceScheduler {
  /// Days after the project's start, by activity.
  struct Dates: Hashable {
    var start: [Int]
    var finish: [Int]
  }

  private(set) var early: Dates
  private(set) var late: Dates
  private(set) var totalFloat: [Int]
  private(set) var freeFloat: [Int]
  /// Activities from which a delay of one working day spreads to the project's finish.
  private(set) var isOnLongestPath: [Bool]
  private(set) var projectFinish: Int

  private let plan: DayPlan
  private let incoming: [[DayPlan.Link]]
  private let outgoing: [[DayPlan.Link]]
  /// By calendar, the last one being every day: whether each day from `-horizon` on is worked.
  private let works: [[Bool]]

  /// More days before and after the start than any date needs; a date beyond them traps.
  private let horizon: Int

  /// Schedules a plan without cycles.
  init(_ plan: DayPlan) {
    self.plan = plan
    let count = plan.activities.count
    incoming = (0..<count).map { index in plan.links.filter { $0.target == index } }
    outgoing = (0..<count).map { index in plan.links.filter { $0.source == index } }
    let horizon = 300 + 30 * count
    let firstWeekday = plan.start.adding(days: -horizon).isoWeekday
    works =
      plan.calendars.map { calendar in
        let week = (0..<7).map { calendar.weekdays.contains((firstWeekday - 1 + $0) % 7 + 1) }
        var works = Array(repeating: week, count: 2 * horizon / 7 + 1).flatMap { $0 }
        for day in calendar.closed where abs(day) <= horizon { works[day + horizon] = false }
        for day in calendar.open where abs(day) <= horizon { works[day + horizon] = true }
        return works
      } + [Array(repeating: true, count: 2 * horizon + 1)]
    self.horizon = horizon
    let none = Array(repeating: 0, count: count)
    early = Dates(start: none, finish: none)
    late = early
    (totalFloat, freeFloat, projectFinish) = (none, none, 0)
    isOnLongestPath = Array(repeating: false, count: count)

    let order = plan.topologicalOrder
    for index in order { placeEarly(index) }
    projectFinish = early.finish.max() ?? 0
    for index in order.reversed() { placeLate(index, anchor: plan.deadline ?? projectFinish) }
    for index in 0..<count {
      totalFloat[index] = workdays(index, from: early.start[index], to: late.start[index])
      freeFloat[index] = measureFreeFloat(index)
    }
    let delayed = (0..<count).filter { index in
      let activity = plan.activities[index]
      return activity.date(of: .asLateAsPossible) != nil && !activity.isMandatory
        && freeFloat[index] > 0
    }
    for index in delayed { useUpFreeFloat(index) }
    markLongestPath(delayed: Set(delayed))
  }

  // MARK: Days

  private func works(on day: Int, _ calendar: Int?) -> Bool {
    works[calendar ?? plan.calendars.count][day + horizon]
  }

  /// The end of the `days`-th working day from a day on; for a negative number the start of the
  /// last of so many working days before it.
  private func walk(_ days: Int, from day: Int, _ calendar: Int?) -> Int {
    var (day, left) = (day, days)
    while left > 0 {
      if works(on: day, calendar) { left -= 1 }
      day += 1
    }
    while left < 0 {
      day -= 1
      if works(on: day, calendar) { left += 1 }
    }
    return day
  }

  /// Working days of the activity's calendar; negative when `last` is before `first`.
  func workdays(_ index: Int, from first: Int, to last: Int) -> Int {
    let calendar = plan.activities[index].calendar
    if last < first { return -workdays(index, from: last, to: first) }
    return (first..<last).count { works(on: $0, calendar) }
  }

  /// When an activity that starts on a day finishes.
  func finish(_ index: Int, from start: Int) -> Int {
    let activity = plan.activities[index]
    return walk(activity.duration, from: start, activity.calendar)
  }

  /// Whether an activity may start on a day: a milestone on any, other work on its working days.
  func mayStart(_ index: Int, on day: Int) -> Bool {
    let activity = plan.activities[index]
    return activity.duration == 0 || works(on: day, activity.calendar)
  }

  /// The instant a link asks its successor to respect when its predecessor has these dates.
  private func bound(_ link: DayPlan.Link, start: Int, finish: Int) -> Int {
    let base = link.type.fromFinish ? finish : start
    return switch link.lagCalendar {
    case .elapsed: base + link.lag
    case .predecessor: walk(link.lag, from: base, plan.activities[link.source].calendar)
    case .successor: walk(link.lag, from: base, plan.activities[link.target].calendar)
    case .named(let calendar): walk(link.lag, from: base, calendar)
    }
  }

  /// Whether a link holds between a predecessor with these dates and the successor's in `dates`.
  private func holds(_ link: DayPlan.Link, start: Int, finish: Int, in dates: Dates) -> Bool {
    bound(link, start: start, finish: finish)
      <= (link.type.toStart ? dates.start[link.target] : dates.finish[link.target])
  }

  // MARK: Passes

  private mutating func placeEarly(_ index: Int) {
    let activity = plan.activities[index]
    var start = activity.isMandatory ? -horizon / 2 : 0
    while !mayStart(index, on: start) || !isEarlyEnough(index, activity, start: start) {
      start += 1
    }
    early.start[index] = start
    early.finish[index] = finish(index, from: start)
  }

  private func isEarlyEnough(_ index: Int, _ activity: DayPlan.Activity, start: Int) -> Bool {
    let finish = finish(index, from: start)
    if let date = activity.date(of: .mandatoryStart) { return start >= date }
    if let date = activity.date(of: .mandatoryFinish) { return finish >= date }
    return activity.constraints.allSatisfy { constraint in
      switch constraint.kind {
      case .startNoEarlierThan, .mustStartOn: start >= constraint.day
      case .finishNoEarlierThan, .mustFinishOn: finish >= constraint.day
      default: true
      }
    }
      && incoming[index].allSatisfy { link in
        bound(link, start: early.start[link.source], finish: early.finish[link.source])
          <= (link.type.toStart ? start : finish)
      }
  }

  private mutating func placeLate(_ index: Int, anchor: Int) {
    var start = max(anchor, projectFinish) + 1
    while !mayStart(index, on: start) || !isLateEnough(index, start: start, anchor: anchor) {
      start -= 1
    }
    late.start[index] = start
    late.finish[index] = finish(index, from: start)
  }

  private func isLateEnough(_ index: Int, start: Int, anchor: Int) -> Bool {
    let activity = plan.activities[index]
    let finish = finish(index, from: start)
    if let date = activity.date(of: .mandatoryStart) { return start <= date }
    if let date = activity.date(of: .mandatoryFinish) { return finish <= date }
    return finish <= anchor
      && activity.constraints.allSatisfy { constraint in
        switch constraint.kind {
        case .startNoLaterThan, .mustStartOn: start <= constraint.day
        case .finishNoLaterThan, .mustFinishOn: finish <= constraint.day
        default: true
        }
      }
      && outgoing[index].allSatisfy { holds($0, start: start, finish: finish, in: late) }
  }

  // MARK: Floats and the longest path

  private func keepsSuccessors(_ index: Int, start: Int) -> Bool {
    let finish = finish(index, from: start)
    return outgoing[index].allSatisfy { holds($0, start: start, finish: finish, in: early) }
  }

  /// Working days the start may move with every successor, and the project, keeping its dates;
  /// negative when a successor's mandatory date already breaks a link.
  private func measureFreeFloat(_ index: Int) -> Int {
    let start = early.start[index]
    var best = start
    if keepsSuccessors(index, start: start) {
      var day = start + 1
      while !mayStart(index, on: day)
        || keepsSuccessors(index, start: day) && finish(index, from: day) <= projectFinish
      {
        if mayStart(index, on: day) { best = day }
        day += 1
      }
    } else {
      repeat { best -= 1 } while !mayStart(index, on: best) || !keepsSuccessors(index, start: best)
    }
    return workdays(index, from: start, to: best)
  }

  /// Whether a link sets its successor's date, and a delay of its predecessor is passed on.
  private func isDriving(_ link: DayPlan.Link) -> Bool {
    var earlier = early.start[link.target] - 1
    while !mayStart(link.target, on: earlier) { earlier -= 1 }
    let couldBe = link.type.toStart ? earlier : finish(link.target, from: earlier)
    let bound = bound(link, start: early.start[link.source], finish: early.finish[link.source])
    var later = early.start[link.source] + 1
    while !mayStart(link.source, on: later) { later += 1 }
    return couldBe < bound
      && !holds(link, start: later, finish: finish(link.source, from: later), in: early)
  }

  private mutating func markLongestPath(delayed: Set<Int>) {
    var pending = early.finish.indices.filter { early.finish[$0] == projectFinish }
    while let index = pending.popLast() {
      if isOnLongestPath[index] { continue }
      isOnLongestPath[index] = true
      if plan.activities[index].isMandatory || delayed.contains(index) { continue }
      pending += incoming[index].filter(isDriving).map(\.source)
    }
  }

  private mutating func useUpFreeFloat(_ index: Int) {
    let activity = plan.activities[index]
    var start = walk(freeFloat[index], from: early.start[index], activity.calendar)
    while !mayStart(index, on: start) { start += 1 }
    early.start[index] = start
    early.finish[index] = finish(index, from: start)
    freeFloat[index] = 0
    totalFloat[index] = workdays(index, from: start, to: late.start[index])
  }
}

extension DayPlan {
  /// Activities with predecessors first, by looking for one that is free again and again.
  fileprivate var topologicalOrder: [Int] {
    var order: [Int] = []
    var isPlaced = Array(repeating: false, count: activities.count)
    while order.count < activities.count {
      let free = activities.indices.first { index in
        !isPlaced[index] && links.allSatisfy { $0.target != index || isPlaced[$0.source] }
      }
      guard let free else { preconditionFailure("the plan has a cycle") }
      order.append(free)
      isPlaced[free] = true
    }
    return order
  }
}
