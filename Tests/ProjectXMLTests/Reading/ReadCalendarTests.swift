import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ReadCalendarTests {
  private func pieces(_ times: [MSPDIFile.WorkingTime]) -> [[Int]] {
    times.map { [$0.start, $0.end] }
  }

  @Test func daysExceptionsAndWeeks() throws {
    let file = try file(
      """
      <Calendars><Calendar><UID>1</UID><Name>標準</Name><IsBaseCalendar>1</IsBaseCalendar>
      <BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>
        <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>
          <WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
          <WorkingTime><FromTime>13:00:00</FromTime><ToTime>18:00:00</ToTime></WorkingTime>
          </WorkingTimes></WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod>
          <FromDate>2029-12-29T00:00:00</FromDate><ToDate>2030-01-03T23:59:00</ToDate></TimePeriod>
        </WeekDay>
      </WeekDays>
      <Exceptions>
        <Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod>
          <FromDate>2029-05-03T00:00:00</FromDate><ToDate>2029-05-05T23:59:00</ToDate></TimePeriod>
          <Occurrences>3</Occurrences><Name>連休</Name><Type>3</Type><Period>2</Period>
          <DaysOfWeek>65</DaysOfWeek><MonthItem>4</MonthItem><MonthPosition>1</MonthPosition>
          <Month>4</Month><MonthDay>3</MonthDay><DayWorking>1</DayWorking>
          <WorkingTimes><WorkingTime><FromTime>10:00:00</FromTime><ToTime>15:00:00</ToTime>
          </WorkingTime></WorkingTimes></Exception>
        <Exception/>
      </Exceptions>
      <WorkWeeks><WorkWeek><TimePeriod><FromDate>2029-07-01T00:00:00</FromDate>
        <ToDate>2029-08-31T23:59:00</ToDate></TimePeriod><Name>夏</Name><WeekDays>
        <WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></WorkWeek>
      </WorkWeeks></Calendar>
      <Calendar><UID>4</UID><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars>
      """)
    #expect(file.calendars.map(\.uid) == [1, 4] && file.calendars.map(\.baseUID) == [-1, 1])
    #expect(file.calendars.map(\.isBase) == [true, nil] && file.calendars.map(\.line) == [2, 28])
    let calendar = file.calendars[0]
    #expect(calendar.name == "標準")
    #expect(calendar.weekDays.map(\.dayType) == [1, 2, 0])
    #expect(calendar.weekDays.map(\.isWorking) == [false, true, false])
    #expect(
      calendar.weekDays.map { pieces($0.workingTimes) } == [[], [[540, 720], [780, 1080]], []])
    #expect(calendar.weekDays[1].period == nil)
    #expect(
      calendar.weekDays[2].period == .init(from: at("2029-12-29"), to: at("2030-01-03T23:59")))
    #expect(calendar.exceptions.count == 2 && calendar.exceptions[1] == .init())
    let exception = calendar.exceptions[0]
    #expect(exception.name == "連休" && exception.type == 3 && exception.occurrences == 3)
    #expect(exception.enteredByOccurrences == true && exception.interval == 2)
    #expect(exception.daysOfWeek == 65 && exception.monthItem == 4)
    #expect(exception.monthPosition == 1 && exception.month == 4 && exception.monthDay == 3)
    #expect(exception.isWorking == true && pieces(exception.workingTimes) == [[600, 900]])
    #expect(exception.period == .init(from: at("2029-05-03"), to: at("2029-05-05T23:59")))
    let week = try #require(calendar.workWeeks.first)
    #expect(week.name == "夏" && week.weekDays.map(\.dayType) == [6])
    #expect(week.period == .init(from: at("2029-07-01"), to: at("2029-08-31T23:59")))
  }

  @Test(arguments: [
    ("08:00:00", "12:00:00", [480, 720], 0), ("00:00:00", "00:00:00", [0, 1440], 0),
    ("22:00:00", "00:00:00", [1320, 1440], 0), ("08:00", "24:00", [480, 1440], 0),
    ("22:00:00", "06:00:00", [1320, 360], 0), ("00:00:00", "23:59:59", [0, 1440], 1),
    ("00:00:00", "23:59:00", [0, 1439], 0), ("08:00:29", "11:59:01", [480, 720], 2),
    ("08:00:00.000", "12:00:00.5", [480, 721], 1),
  ])
  func timesOfDay(_ from: String, _ to: String, _ minutes: [Int], rounded: Int) throws {
    let file = try file(calendar("<FromTime>\(from)</FromTime><ToTime>\(to)</ToTime>"))
    #expect(pieces(file.calendars[0].weekDays[0].workingTimes) == [minutes])
    #expect(file.roundings.timesOfDay == rounded)
  }

  @Test func piecesThatLackAnEndAreLeftOut() throws {
    #expect(try file(calendar("")).calendars[0].weekDays[0].workingTimes.isEmpty)
    let reading = read(project(calendar("<FromTime>08:00:00</FromTime>")))
    #expect(reading.ids == ["warning half-working-time"])
    let broken = read(project(calendar("<FromTime>8h</FromTime><ToTime>25:00</ToTime>")))
    #expect(broken.ids == ["warning not-a-time-of-day", "warning not-a-time-of-day"])
  }

  private func calendar(_ times: String) -> String {
    """
    <Calendars><Calendar><UID>1</UID><WeekDays><WeekDay><DayType>2</DayType><WorkingTimes>
    <WorkingTime>\(times)</WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>
    """
  }
}
