/// When work happens: a weekly pattern with its exceptions, as a plan states it.
///
/// A day's hours are decided in this order, the later rule winning:
/// 1. the weekly pattern (`week`), or that of the last of `workWeeks` the day lies in;
/// 2. public holidays and `closed` days have no hours;
/// 3. when there are `windows`, hours outside every window are cut away;
/// 4. an `open` day has exactly the hours stated for it, whatever the rules above say.
///
/// This is a description. The engine compiles it once to tables (`WorkingTime`).
public struct WorkCalendar: Hashable, Sendable {
  /// A piece of a day, in minutes after midnight: `start` 0 to 1439, `end` 1 to 1440.
  public struct Hours: Hashable, Sendable {
    /// First minute of work, 0 to 1439.
    public var start: Int
    /// First minute after the work, 1 to 1440; greater than `start`.
    public var end: Int

    /// Makes an interval of a day.
    ///
    /// - Precondition: `0 <= start < end <= 1440`.
    public init(start: Int, end: Int) {
      precondition(0 <= start && start < end && end <= 1440, "hours \(start)-\(end)")
      self.start = start
      self.end = end
    }
  }

  /// A closure that comes back every year, from one month and day to another, both inclusive;
  /// it may run over the new year (29 December to 3 January).
  public struct YearlyClosure: Hashable, Sendable {
    /// First closed day as (month, day).
    public var firstMonth: Int, firstDay: Int
    /// Last closed day as (month, day).
    public var lastMonth: Int, lastDay: Int

    /// Makes a yearly closure from month and day numbers.
    public init(firstMonth: Int, firstDay: Int, lastMonth: Int, lastDay: Int) {
      self.firstMonth = firstMonth
      self.firstDay = firstDay
      self.lastMonth = lastMonth
      self.lastDay = lastDay
    }

    /// Whether the date falls in the closure.
    public func contains(_ date: CivilDate) -> Bool {
      let key = (date.month, date.day)
      let first = (firstMonth, firstDay)
      let last = (lastMonth, lastDay)
      return first <= last ? key >= first && key <= last : key >= first || key <= last
    }
  }

  /// A built-in set of public holidays.
  public enum HolidayRule: String, Hashable, Sendable, CaseIterable {
    /// The Japanese public-holiday act, years 1955–2150 (`JapaneseHolidays`).
    case japan
  }

  /// An inclusive range of days.
  public struct Days: Hashable, Sendable {
    /// The first day.
    public var first: CivilDate
    /// The last day; not before `first`.
    public var last: CivilDate

    /// Makes a range of days, both ends included.
    public init(_ first: CivilDate, _ last: CivilDate) {
      self.first = first
      self.last = last
    }
  }

  /// A day that is open although the other rules may close it.
  public struct OpenDay: Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Its hours, in ascending order.
    public var hours: [Hours]

    /// Makes an extra working day.
    public init(date: CivilDate, hours: [Hours]) {
      self.date = date
      self.hours = hours
    }
  }

  /// A weekly pattern for some time.
  public struct WorkWeek: Hashable, Sendable {
    /// When it holds.
    public var days: Days
    /// Hours by weekday, as in `WorkCalendar.week`.
    public var week: [[Hours]]

    /// Makes a weekly pattern for some time.
    ///
    /// - Precondition: `week.count == 7`.
    public init(_ days: Days, week: [[Hours]]) {
      precondition(week.count == 7, "a week has seven days")
      self.days = days
      self.week = week
    }
  }

  /// A period in which work is allowed, from `start` up to but not including `end`.
  public struct Window: Hashable, Sendable {
    /// The beginning of the window.
    public var start: Instant
    /// The end of the window; after `start`.
    public var end: Instant

    /// Makes a window.
    public init(start: Instant, end: Instant) {
      self.start = start
      self.end = end
    }
  }

  /// Hours by weekday: seven lists, Monday first, each in ascending order without overlap.
  public var week: [[Hours]]
  /// Weekly patterns that hold for some time instead.
  public var workWeeks: [WorkWeek] = []
  /// Built-in holiday sets that close a day.
  public var holidayRules: [HolidayRule] = []
  /// Closures that come back every year.
  public var yearlyClosures: [YearlyClosure] = []
  /// Closed days, once.
  public var closed: [Days] = []
  /// Extra working days; they win over every closure.
  public var open: [OpenDay] = []
  /// When not nil, work happens only inside these windows (and on `open` days).
  public var windows: [Window]?

  /// Makes a calendar from seven lists of hours, Monday first.
  ///
  /// - Precondition: `week.count == 7`.
  public init(week: [[Hours]]) {
    precondition(week.count == 7, "a week has seven days")
    self.week = week
  }

  /// The hours 09:00–12:00 and 13:00–18:00.
  public static let officeHours = [Hours(start: 540, end: 720), Hours(start: 780, end: 1080)]

  /// Monday to Friday, 09:00–12:00 and 13:00–18:00, no holidays.
  public static let standard = WorkCalendar(
    week: Array(repeating: officeHours, count: 5) + [[], []])

  /// Every minute of every day.
  public static let continuous = WorkCalendar(
    week: Array(repeating: [Hours(start: 0, end: 1440)], count: 7))

  /// Whether the calendar states every minute as working time.
  public var isContinuous: Bool { self == .continuous }

  /// Whether no weekly pattern has hours: work happens on open days alone.
  var hasNoWeeklyHours: Bool {
    week.allSatisfy(\.isEmpty) && workWeeks.allSatisfy { $0.week.allSatisfy(\.isEmpty) }
  }

  /// Whether no day can ever have hours: nothing on this calendar could be scheduled.
  public var neverWorks: Bool {
    let weekIsEmpty = hasNoWeeklyHours
    let windowsAreEmpty = windows?.isEmpty ?? false
    return (weekIsEmpty || windowsAreEmpty) && open.allSatisfy(\.hours.isEmpty)
  }
}
