import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ImportCalendarTests {
  /// The days of one exception of the project's calendar, in 2025 and 2026.
  private func closedDays(_ exception: String) throws -> [String] {
    let bytes = projectFile(projectTask(1), calendars: calendar(7, exception))
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("<CalendarUID>1</CalendarUID>", with: "<CalendarUID>7</CalendarUID>")
    let plan = try Imported(Array(text.utf8)).plan
    let stated = try #require(plan.calendars.first { $0.id == plan.calendar })
    return stated.calendar.closed.flatMap { run in
      (run.first.dayNumber...run.last.dayNumber).map { "\(CivilDate(dayNumber: $0))" }
    }
  }

  private func calendar(_ uid: Int, _ exception: String) -> String {
    """
    <Calendar><UID>\(uid)</UID><Name>own</Name><IsBaseCalendar>1</IsBaseCalendar><Exceptions>
    <Exception><TimePeriod><FromDate>2025-04-01T00:00:00</FromDate>
    <ToDate>2026-12-31T23:59:00</ToDate></TimePeriod><DayWorking>0</DayWorking>\(exception)
    </Exception></Exceptions></Calendar>
    """
  }

  @Test func aPlainExceptionIsARun() throws {
    #expect(try closedDays("<Type>1</Type>").count == 640)
  }

  @Test func everyOtherWeekOnSomeDays() throws {
    // Monday 2 and Wednesday 8, every second week, four times.
    let days = try closedDays(
      "<Type>6</Type><Period>2</Period><DaysOfWeek>10</DaysOfWeek>"
        + "<EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>4</Occurrences>")
    #expect(days == ["2025-04-02", "2025-04-14", "2025-04-16", "2025-04-28"])
  }

  @Test func monthlyByDayAndByPosition() throws {
    let byDay = try closedDays(
      "<Type>4</Type><Period>6</Period><MonthDay>15</MonthDay>")
    #expect(byDay == ["2025-04-15", "2025-10-15", "2026-04-15", "2026-10-15"])
    // The last Friday (8) of every twelfth month.
    let byPosition = try closedDays(
      "<Type>5</Type><Period>12</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>")
    #expect(byPosition == ["2025-04-25", "2026-04-24"])
  }

  @Test func yearlyByDayAndByPosition() throws {
    let byDay = try closedDays("<Type>2</Type><Month>11</Month><MonthDay>25</MonthDay>")
    #expect(byDay == ["2025-12-25", "2026-12-25"])
    // The second Monday (4) of October (9): the Japanese sports day.
    let byPosition = try closedDays(
      "<Type>3</Type><Month>9</Month><MonthItem>4</MonthItem><MonthPosition>1</MonthPosition>")
    #expect(byPosition == ["2025-10-13", "2026-10-12"])
  }

  @Test func derivedCalendarsFollowTheirBase() throws {
    let derived = """
      <Calendar><UID>8</UID><Name>late shift</Name><IsBaseCalendar>0</IsBaseCalendar>
      <BaseCalendarUID>7</BaseCalendarUID><WeekDays><WeekDay><DayType>2</DayType>
      <DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>22:00:00</FromTime>
      <ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar>
      """
    let file = try Imported(
      projectFile(
        projectTask(1, "PT2H0M0S", "<CalendarUID>8</CalendarUID>"),
        calendars: calendar(7, "<Type>2</Type><Month>3</Month><MonthDay>7</MonthDay>") + derived))
    // Monday 7 April is closed in the base; Tuesday has the base's hours.
    #expect(try file.dates(1).start == at("2025-04-08T08:00"))
    let stated = try #require(file.plan.calendars.first { $0.id == "calendar-8" })
    #expect(stated.calendar.week[0] == [.init(start: 1320, end: 1440)])
  }

  @Test func workWeeksHoldForTheirPeriod() throws {
    let weeks = """
      <Calendar><UID>9</UID><Name>summer</Name><IsBaseCalendar>1</IsBaseCalendar><WorkWeeks>
      <WorkWeek><TimePeriod><FromDate>2025-04-07T00:00:00</FromDate>
      <ToDate>2025-04-13T00:00:00</ToDate></TimePeriod><WeekDays><WeekDay><DayType>2</DayType>
      <DayWorking>0</DayWorking></WeekDay><WeekDay><DayType>7</DayType><DayWorking>1</DayWorking>
      <WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime>
      </WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar>
      """
    let file = try Imported(
      projectFile(
        projectTask(1, "PT35H0M0S", "<CalendarUID>9</CalendarUID>"), calendars: weeks))
    // No Monday, four days, and three hours on Saturday.
    #expect(try file.dates(1).start == at("2025-04-08T08:00"))
    #expect(try file.dates(1).finish == at("2025-04-12T12:00"))
  }

  @Test func exceptionsOfTheOldFormCount() throws {
    let old = """
      <Calendar><UID>6</UID><Name>old</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>
      <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
      <FromDate>2025-04-07T00:00:00</FromDate><ToDate>2025-04-08T23:59:00</ToDate></TimePeriod>
      </WeekDay></WeekDays></Calendar>
      """
    let file = try Imported(
      projectFile(projectTask(1, "PT8H0M0S", "<CalendarUID>6</CalendarUID>"), calendars: old))
    #expect(try file.dates(1).start == at("2025-04-09T08:00"))
  }
}
