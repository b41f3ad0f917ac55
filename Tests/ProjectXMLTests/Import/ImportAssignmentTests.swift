import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct ImportAssignmentTests {
  /// Works in the afternoon only, and not on 8 April.
  private let afternoons = """
    <Calendar><UID>5</UID><Name>Ann</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays>
    \((2...6).map { day in
      "<WeekDay><DayType>\(day)</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        + "<FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"
        + "</WeekDay>"
    }.joined())</WeekDays>
    <Exceptions><Exception><TimePeriod><FromDate>2025-04-08T00:00:00</FromDate>
    <ToDate>2025-04-08T23:59:00</ToDate></TimePeriod><DayWorking>0</DayWorking></Exception>
    </Exceptions></Calendar>
    """
  private let people = """
    <Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><CalendarUID>5</CalendarUID></Resource>
    <Resource><UID>2</UID><Name>Bob</Name><Type>1</Type><MaxUnits>2</MaxUnits></Resource>
    <Resource><UID>3</UID><Name>Steel</Name><Type>0</Type></Resource>
    """

  private func assignment(
    _ task: Int, _ resource: Int, work: String, units: String = "1", _ more: String = ""
  ) -> String {
    """
    <Assignment><UID>\(task)\(resource)</UID><TaskUID>\(task)</TaskUID>
    <ResourceUID>\(resource)</ResourceUID><Units>\(units)</Units><Work>\(work)</Work>\(more)
    </Assignment>
    """
  }

  private func file(_ task: String, _ assignments: String) throws -> Imported {
    try Imported(
      projectFile(
        task, calendars: afternoons, resources: people, assignments: assignments))
  }

  @Test func aTaskWorksWhenItsResourceDoes() throws {
    let file = try file(projectTask(1), assignment(1, 1, work: "PT8H0M0S"))
    // Four hours on Monday, none on Tuesday, four on Wednesday.
    #expect(try file.dates(1).start == at("2025-04-07T13:00"))
    #expect(try file.dates(1).finish == at("2025-04-09T17:00"))
    // Whoever works on nothing is kept, too.
    #expect(file.plan.teams.map(\.id) == ["resource-1", "resource-2"])
    #expect(try file.task(1).needs == [.init(team: "resource-1", thousandths: 1000)])
  }

  @Test func aFixedDurationIgnoresIt() throws {
    let file = try file(
      projectTask(1, "PT8H0M0S", "<Type>1</Type>"), assignment(1, 1, work: "PT8H0M0S"))
    #expect(try file.dates(1).finish == at("2025-04-07T17:00"))
  }

  @Test func ignoringResourceCalendarsIsObeyed() throws {
    let file = try file(
      projectTask(1, "PT8H0M0S", "<IgnoreResourceCalendar>1</IgnoreResourceCalendar>"),
      assignment(1, 1, work: "PT8H0M0S"))
    #expect(try file.dates(1).finish == at("2025-04-07T17:00"))
  }

  @Test func theLastOfSeveralFinishesTheTask() throws {
    let file = try file(
      projectTask(1, "PT16H0M0S"),
      assignment(1, 1, work: "PT4H0M0S") + assignment(1, 2, work: "PT32H0M0S", units: "2"))
    #expect(try file.task(1).parts.count == 2)
    // Bob, twice, works sixteen hours; Ann's four hours are within.
    #expect(try file.dates(1).start == at("2025-04-07T08:00"))
    #expect(try file.dates(1).finish == at("2025-04-08T17:00"))
  }

  @Test func adelayMovesOneOfThem() throws {
    let file = try file(
      projectTask(1, "PT16H0M0S"),
      assignment(1, 1, work: "PT4H0M0S")
        + assignment(1, 2, work: "PT8H0M0S", "<Delay>9600</Delay>"))
    // The task starts with Ann on Monday 13:00; Bob follows sixteen hours of his own later.
    #expect(try file.dates(1).start == at("2025-04-07T13:00"))
    #expect(try file.dates(1).finish == at("2025-04-10T12:00"))
  }

  @Test func materialDecidesNothing() throws {
    let file = try file(projectTask(1), assignment(1, 3, work: "PT80H0M0S"))
    #expect(try file.task(1).parts.isEmpty)
    #expect(try file.dates(1).finish == at("2025-04-07T17:00"))
  }

  @Test func pausesSplitATask() throws {
    func period(_ from: String, _ to: String, _ work: String) -> String {
      "<TimephasedData><Type>1</Type><Start>\(from)</Start><Finish>\(to)</Finish>"
        + "<Value>\(work)</Value></TimephasedData>"
    }
    let file = try file(
      projectTask(1, "PT16H0M0S"),
      assignment(
        1, 2, work: "PT16H0M0S",
        "<Start>2025-04-07T08:00:00</Start>"
          + period("2025-04-07T08:00:00", "2025-04-07T17:00:00", "PT8H0M0S")
          + period("2025-04-08T08:00:00", "2025-04-09T17:00:00", "PT0H0M0S")
          + period("2025-04-10T08:00:00", "2025-04-10T17:00:00", "PT8H0M0S")))
    #expect(try file.task(1).parts.map(\.delay.text) == ["0d", "3d"])
    #expect(try file.dates(1).finish == at("2025-04-10T17:00"))
    #expect(try file.dates(1).totalFloat == 0)
  }
}

/// Resources that decide no date are kept all the same, as teams.
@Suite struct ImportResourceTests {
  @Test func capacitiesThatChangeAreProfiles() throws {
    let resources = """
      <Resource><UID>0</UID><Type>1</Type></Resource>
      <Resource><UID>4</UID><Name>crew</Name><Type>1</Type><MaxUnits>2</MaxUnits>
      <AvailabilityPeriods>
      <AvailabilityPeriod><AvailableFrom>1984-01-01T00:00:00</AvailableFrom>
      <AvailableTo>2025-04-30T23:59:00</AvailableTo><AvailableUnits>2</AvailableUnits>
      </AvailabilityPeriod>
      <AvailabilityPeriod><AvailableFrom>2025-06-01T00:00:00</AvailableFrom>
      <AvailableTo>2025-12-31T00:00:00</AvailableTo><AvailableUnits>3.5</AvailableUnits>
      </AvailabilityPeriod></AvailabilityPeriods></Resource>
      <Resource><UID>5</UID><Name>cement</Name><Type>0</Type></Resource>
      """
    let file = try Imported(projectFile(projectTask(1), resources: resources))
    let team = try #require(file.plan.teams.first)
    #expect(file.plan.teams.count == 1 && team.name == LocalizedText("crew"))
    #expect(
      team.capacity == [
        .init(from: nil, thousandths: 2000), .init(from: at("2025-05-01"), thousandths: 0),
        .init(from: at("2025-06-01"), thousandths: 3500),
        .init(from: at("2025-12-31"), thousandths: 0),
      ])
    #expect(file.count(.resourceWithoutWork) == 1)
  }

  @Test func whoWorksOnMilestonesSummariesAndFinishedTasksIsToldApart() throws {
    let resources = "<Resource><UID>4</UID><Name>crew</Name><Type>1</Type></Resource>"
    func assignment(_ task: Int) -> String {
      """
      <Assignment><UID>\(task)</UID><TaskUID>\(task)</TaskUID><ResourceUID>4</ResourceUID>
      <Units>0.5</Units></Assignment>
      """
    }
    let done =
      "<PercentComplete>100</PercentComplete><ActualFinish>2025-04-07T17:00:00</ActualFinish>"
    let file = try Imported(
      projectFile(
        projectTask(1) + projectTask(2, level: 2) + projectTask(3, "PT0H0M0S", level: 2)
          + projectTask(4, level: 2, done),
        resources: resources, assignments: (1...4).map(assignment).joined()))
    for uid in 2...4 {
      #expect(try file.task(uid).needs == [.init(team: "resource-4", thousandths: 500)])
    }
    #expect(try file.task(1).needs.isEmpty)
    #expect(file.count(.assignmentOfSummary) == 1)
  }

  @Test func prioritiesAndCodesAreCounted() throws {
    let more = "<Priority>700</Priority><WBS>A-1</WBS><OutlineNumber>1</OutlineNumber>"
    let file = try Imported(projectFile(projectTask(1, "PT8H0M0S", more)))
    #expect(file.count(.priority) == 1 && file.count(.breakdownCode) == 1)
  }
}
