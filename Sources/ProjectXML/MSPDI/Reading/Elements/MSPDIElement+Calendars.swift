extension MSPDIElement {
  /// A calendar.
  static let calendar: MSPDIElement = .item(
    "Calendar", begin: { $0.beginCalendar() }, end: { $0.endCalendar() },
    [
      .field("UID") { $0.uid = $0.number() },
      .field("Name") { $0.calendar.name = $0.string() },
      .field("IsBaseCalendar") { $0.calendar.isBase = $0.truth() },
      .field("BaseCalendarUID") { $0.calendar.baseUID = $0.number() },
      .list("WeekDays", [weekDay { $0.calendar.weekDays.append($1) }]),
      .list("Exceptions", [exception]),
      .list("WorkWeeks", [workWeek]),
    ])

  private static func weekDay(
    _ take: @escaping @Sendable (inout MSPDIBuilder, MSPDIFile.WeekDay) -> Void
  ) -> MSPDIElement {
    .item(
      "WeekDay",
      begin: {
        $0.weekDay = .init()
        $0.workingTimes = []
      },
      end: {
        $0.weekDay.workingTimes = $0.workingTimes
        $0.charge(MemoryLayout<MSPDIFile.WeekDay>.stride)
        take(&$0, $0.weekDay)
      },
      [
        .field("DayType") { $0.weekDay.dayType = $0.number() },
        .field("DayWorking") { $0.weekDay.isWorking = $0.truth() },
        timePeriod { $0.weekDay.period = $1 },
        workingTimes,
      ])
  }

  private static let exception: MSPDIElement = .item(
    "Exception",
    begin: {
      $0.exception = .init()
      $0.workingTimes = []
    },
    end: { $0.endException() },
    [
      .field("Name") { $0.exception.name = $0.string() },
      .field("Type") { $0.exception.type = $0.number() },
      .field("Occurrences") { $0.exception.occurrences = $0.number() },
      .field("EnteredByOccurrences") { $0.exception.enteredByOccurrences = $0.truth() },
      .field("Period") { $0.exception.interval = $0.number() },
      .field("DaysOfWeek") { $0.exception.daysOfWeek = $0.number() },
      .field("MonthItem") { $0.exception.monthItem = $0.number() },
      .field("MonthPosition") { $0.exception.monthPosition = $0.number() },
      .field("Month") { $0.exception.month = $0.number() },
      .field("MonthDay") { $0.exception.monthDay = $0.number() },
      .field("DayWorking") { $0.exception.isWorking = $0.truth() },
      timePeriod { $0.exception.period = $1 },
      workingTimes,
    ])

  private static let workWeek: MSPDIElement = .item(
    "WorkWeek", begin: { $0.workWeek = .init() },
    end: {
      $0.charge(MemoryLayout<MSPDIFile.WorkWeek>.stride)
      $0.calendar.workWeeks.append($0.workWeek)
    },
    [
      .field("Name") { $0.workWeek.name = $0.string() },
      timePeriod { $0.workWeek.period = $1 },
      .list("WeekDays", [weekDay { $0.workWeek.weekDays.append($1) }]),
    ])

  private static func timePeriod(
    _ take: @escaping @Sendable (inout MSPDIBuilder, MSPDIFile.Period) -> Void
  ) -> MSPDIElement {
    .item(
      "TimePeriod", begin: { $0.period = .init() }, end: { take(&$0, $0.period) },
      [
        .field("FromDate") { $0.period.from = $0.instant() },
        .field("ToDate") { $0.period.to = $0.instant() },
      ])
  }

  private static let workingTimes: MSPDIElement = .list(
    "WorkingTimes",
    [
      .item(
        "WorkingTime",
        begin: {
          $0.fromTime = nil
          $0.toTime = nil
        },
        end: { $0.endWorkingTime() },
        [
          .field("FromTime") { $0.fromTime = $0.timeOfDay(isEnd: false) },
          .field("ToTime") { $0.toTime = $0.timeOfDay(isEnd: true) },
        ])
    ])
}
