public import Scheduling

/// One small change of a plan, made to see what it does to a date. Tasks are indices of
/// `Plan.tasks`.
public enum Alteration: Hashable, Sendable {
  /// A day less of a task, or of what remains of it: the duration before and after.
  case shorten(task: Int, from: PlanDuration, to: PlanDuration)
  /// A day less of a lag, or a day more of overlap.
  case shortenLag(task: Int, dependency: Int, to: PlanTask.Lag)
  /// The task does not wait for this predecessor any more.
  case unlink(task: Int, dependency: Int)
  /// The constraint a day earlier.
  case moveConstraint(task: Int, TaskConstraint, to: Instant)
  /// No constraint.
  case dropConstraint(task: Int, TaskConstraint)
  /// The project's calendar instead of the task's own.
  case useProjectCalendar(task: Int)
  /// A window of the task's calendar begins a day earlier: the day that is added.
  case widenWindow(task: Int, calendar: Int, WorkCalendar.Window)
  /// Work on a day off that the task passes over.
  case workOn(task: Int, calendar: Int, CivilDate)
  /// The project starts a day earlier.
  case startProject(Instant)

  /// Whether it takes a day off a task or off a lag that is left; not an overlap.
  public var isDayOff: Bool {
    switch self {
    case .shorten: true
    case .shortenLag(_, _, .time(let lag)): lag.thousandths >= 0
    default: false
    }
  }
}

extension Plan {
  /// The plan with a change.
  ///
  /// - Complexity: O(1), and a copy of what changes.
  func altered(by change: Alteration) -> Plan {
    var plan = self
    switch change {
    case .shorten(let task, _, let duration):
      if plan.tasks[task].progress?.remaining != nil {
        plan.tasks[task].progress?.remaining = duration
      } else {
        plan.tasks[task].duration = duration
      }
    case .shortenLag(let task, let dependency, let lag):
      plan.tasks[task].after[dependency].lag = lag
    case .unlink(let task, let dependency): plan.tasks[task].after.remove(at: dependency)
    case .moveConstraint(let task, let constraint, let date):
      if let index = plan.tasks[task].constraints.firstIndex(of: constraint) {
        plan.tasks[task].constraints[index].date = date
      }
    case .dropConstraint(let task, let constraint):
      plan.tasks[task].constraints.removeAll { $0 == constraint }
    case .useProjectCalendar(let task): plan.tasks[task].calendar = plan.calendar
    case .widenWindow(_, let calendar, let window):
      plan.calendars[calendar].calendar.windows?.append(window)
    case .workOn(_, let calendar, let date):
      let hours = plan.calendars[calendar].hours
      plan.calendars[calendar].calendar.open.append(.init(date: date, hours: hours))
    case .startProject(let start): plan.start = start
    }
    return plan
  }
}

extension PlanDuration {
  /// The duration a day shorter: a day of work, of the clock for elapsed durations, a month for
  /// calendar months; nil when nothing would be left.
  func aDayShorter(_ units: WorkUnits) -> PlanDuration? {
    guard let less = aDayLess(units), less.thousandths > 0 else { return nil }
    return less
  }

  /// As a lag: a day less, which may be a lead; nil for calendar months.
  func aDayLess(_ units: WorkUnits) -> PlanDuration? {
    switch unit {
    case .days, .elapsedDays, .calendarMonths:
      return PlanDuration(thousandths: thousandths - 1000, unit)
    case .weeks:
      return PlanDuration(thousandths: thousandths * Int64(units.daysPerWeek) - 1000, .days)
    case .months:
      return PlanDuration(thousandths: thousandths * Int64(units.daysPerMonth) - 1000, .days)
    case .elapsedWeeks: return PlanDuration(thousandths: thousandths * 7 - 1000, .elapsedDays)
    case .minutes, .hours:
      guard let minutes = units.minutes(of: self) else { return nil }
      return .init(Int(minutes) - units.minutesPerDay, .minutes).inHours
    case .elapsedMinutes, .elapsedHours:
      guard let minutes = units.minutes(of: self) else { return nil }
      return PlanDuration(Int(minutes) - 1440, .elapsedMinutes).inHours
    }
  }

  /// Minutes as hours where they are whole hours.
  private var inHours: PlanDuration {
    guard thousandths % 60_000 == 0 else { return self }
    return PlanDuration(
      thousandths: thousandths / 60, unit == .elapsedMinutes ? .elapsedHours : .hours)
  }
}
