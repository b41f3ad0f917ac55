public import Scheduling

extension MSPDIFile {
  /// A calendar: weekly hours, exceptions, and weeks that differ.
  public struct Calendar: Hashable, Sendable {
    /// What tasks, resources and other calendars call it.
    public package(set) var uid: Int
    /// The line of the file it begins in.
    public package(set) var line: Int
    /// The name.
    public package(set) var name: String?
    /// Whether it stands by itself; other calendars follow a base where they state nothing.
    public package(set) var isBase: Bool?
    /// UID of the calendar it follows; −1 or 0 for none.
    public package(set) var baseUID: Int?
    /// The days of the week, and old-style exceptions.
    public package(set) var weekDays: [WeekDay] = []
    /// The exceptions.
    public package(set) var exceptions: [Exception] = []
    /// Periods with weekly hours of their own.
    public package(set) var workWeeks: [WorkWeek] = []

    /// Makes a calendar without anything but its UID.
    public init(uid: Int, line: Int = 0) {
      self.uid = uid
      self.line = line
    }
  }

  /// The hours of one day of the week, or of a period (an exception as Project 2003 wrote it).
  public struct WeekDay: Hashable, Sendable {
    /// 1 for Sunday to 7 for Saturday; 0 for an exception, which has a period.
    public package(set) var dayType: Int?
    /// Whether anybody works.
    public package(set) var isWorking: Bool?
    /// The days of an exception.
    public package(set) var period: Period?
    /// The hours.
    public package(set) var workingTimes: [WorkingTime] = []

    /// Makes a day without any field.
    public init() {}
  }

  /// A piece of a day, in minutes of the day.
  public struct WorkingTime: Hashable, Sendable {
    /// The first minute.
    public package(set) var start: Int
    /// The minute after the last; midnight is 1440. Not always after the start: files state
    /// 22:00–06:00.
    public package(set) var end: Int

    /// Makes a piece of a day.
    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// From one date to another, as stated: the last day of an exception ends at 23:59.
  public struct Period: Hashable, Sendable {
    /// The first date.
    public package(set) var from: Instant?
    /// The last date.
    public package(set) var to: Instant?

    /// Makes a period.
    public init(from: Instant? = nil, to: Instant? = nil) {
      self.from = from
      self.to = to
    }
  }

  /// Days with other hours than their day of the week, once or again and again.
  public struct Exception: Hashable, Sendable {
    /// The name.
    public package(set) var name: String?
    /// The dates between which it occurs.
    public package(set) var period: Period?
    /// How it recurs: 1 daily, 2 yearly by day of the month, 3 yearly by position, 4 monthly by
    /// day of the month, 5 monthly by position, 6 weekly, 7 by count of days, 8 by count of
    /// weekdays, 9 no exception.
    public package(set) var type: Int?
    /// How often it occurs.
    public package(set) var occurrences: Int?
    /// Whether the count, not the last date, ends it.
    public package(set) var enteredByOccurrences: Bool?
    /// Every how many days, weeks or months it recurs.
    public package(set) var interval: Int?
    /// The days of the week as bits: 1 Sunday, 2 Monday, 4 Tuesday … 64 Saturday.
    public package(set) var daysOfWeek: Int?
    /// What is counted in the month: 0 day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday.
    public package(set) var monthItem: Int?
    /// Which of those in the month: 0 first, 1 second, 2 third, 3 fourth, 4 last.
    public package(set) var monthPosition: Int?
    /// The month: 0 January to 11 December.
    public package(set) var month: Int?
    /// The day of the month.
    public package(set) var monthDay: Int?
    /// Whether anybody works.
    public package(set) var isWorking: Bool?
    /// The hours.
    public package(set) var workingTimes: [WorkingTime] = []

    /// Makes an exception without any field.
    public init() {}
  }

  /// A period with weekly hours of its own.
  public struct WorkWeek: Hashable, Sendable {
    /// The name.
    public package(set) var name: String?
    /// The dates it holds for.
    public package(set) var period: Period?
    /// The days of the week.
    public package(set) var weekDays: [WeekDay] = []

    /// Makes a week without any field.
    public init() {}
  }
}
