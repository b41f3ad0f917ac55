import Scheduling

/// A plan in whole days, in the terms of the shared cases (`Cases/cpm`).
///
/// Times are days after the project's start. A day is worked from 00:00 to 24:00 or not at all. A
/// finish is exclusive: the instant at which the last day ends.
struct DayPlan {
  /// Days of the week, less the closed days, plus the open ones.
  struct Calendar {
    /// 1 (Monday) to 7 (Sunday).
    var weekdays: Set<Int> = [1, 2, 3, 4, 5, 6, 7]
    /// Days after the project's start.
    var closed: Set<Int> = []
    /// Days after the project's start; they win over the closed ones.
    var open: Set<Int> = []
  }

  enum LagCalendar: Hashable {
    case predecessor, successor, elapsed
    case named(Int)
  }

  struct Activity {
    var duration: Int
    /// Index into `calendars`; nil: every day.
    var calendar: Int?
    /// Dates are days after the project's start.
    var constraints: [Constraint] = []

    func date(of kind: TaskConstraint.Kind) -> Int? {
      constraints.first { $0.kind == kind }?.day
    }

    /// Whether one of the two mandatory dates overrides the links.
    var isMandatory: Bool { date(of: .mandatoryStart) != nil || date(of: .mandatoryFinish) != nil }
  }

  struct Constraint: Hashable {
    var kind: TaskConstraint.Kind
    var day: Int
  }

  struct Link: Hashable {
    var source: Int
    var target: Int
    var type: LinkType
    var lag: Int
    var lagCalendar: LagCalendar
  }

  var start: CivilDate
  /// The instant by which everything should be finished.
  var deadline: Int?
  var calendars: [Calendar] = []
  var activities: [Activity] = []
  var links: [Link] = []
}

extension DayPlan {
  /// The same plan for the engine: links win over dates, calendar 0 is the continuous one, and the
  /// deadline is the target.
  var network: Network {
    var result = Network(start: instant(0), calendars: [.continuous] + calendars.map(wholeDays))
    result.constraintRule = .logic
    result.target = deadline.map(instant)
    for (index, activity) in activities.enumerated() {
      result.addTask(
        .work(minutes: Int32(activity.duration * 1440)),
        calendar: engineCalendar(activity.calendar))
      for constraint in activity.constraints {
        result.constrain(Int32(index), TaskConstraint(constraint.kind, instant(constraint.day)))
      }
    }
    for link in links {
      let lagCalendar =
        switch link.lagCalendar {
        case .predecessor: engineCalendar(activities[link.source].calendar)
        case .successor: engineCalendar(activities[link.target].calendar)
        case .elapsed: Network.elapsedCalendar
        case .named(let calendar): engineCalendar(calendar)
        }
      result.addLink(
        from: Int32(link.source), to: Int32(link.target), link.type,
        lag: Int32(link.lag * 1440), lagCalendar: lagCalendar)
    }
    return result
  }

  /// The beginning of the day `day` days after the start.
  func instant(_ day: Int) -> Instant { Instant(start.adding(days: day)) }

  /// Days after the start.
  func day(_ minutes: Int32) -> Int { Instant(minutes: minutes).date.dayNumber - start.dayNumber }

  private func engineCalendar(_ index: Int?) -> Network.CalendarIndex {
    index.map { Int32($0 + 1) } ?? 0
  }

  /// The calendar with whole days of work.
  private func wholeDays(_ calendar: Calendar) -> WorkCalendar {
    let day = [WorkCalendar.Hours(start: 0, end: 1440)]
    var result = WorkCalendar(week: (1...7).map { calendar.weekdays.contains($0) ? day : [] })
    result.closed = calendar.closed.sorted().map { number in
      WorkCalendar.Days(start.adding(days: number), start.adding(days: number))
    }
    result.open = calendar.open.sorted().map { number in
      WorkCalendar.OpenDay(date: start.adding(days: number), hours: day)
    }
    return result
  }
}
