import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ReadProjectTests {
  @Test func everyFieldOfTheProject() throws {
    let file = try file(
      """
      <SaveVersion>14</SaveVersion><BuildNumber>16.0.4266</BuildNumber><Name>a.xml</Name>
      <Title>分離</Title><ScheduleFromStart>0</ScheduleFromStart>
      <StartDate>2029-04-02T09:00:00</StartDate><FinishDate>2030-03-29T18:00:00</FinishDate>
      <CriticalSlackLimit>2</CriticalSlackLimit><CurrencyDigits>0</CurrencyDigits>
      <CurrencySymbol>¥</CurrencySymbol><CurrencyCode>JPY</CurrencyCode><CalendarUID>1</CalendarUID>
      <DefaultStartTime>09:00:00</DefaultStartTime><DefaultFinishTime>00:00:00</DefaultFinishTime>
      <MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek>
      <DaysPerMonth>20</DaysPerMonth><DefaultTaskType>1</DefaultTaskType>
      <DurationFormat>7</DurationFormat><HonorConstraints>1</HonorConstraints>
      <MultipleCriticalPaths>0</MultipleCriticalPaths>
      <SplitsInProgressTasks>1</SplitsInProgressTasks>
      <MoveCompletedEndsBack>1</MoveCompletedEndsBack>
      <MoveRemainingStartsBack>0</MoveRemainingStartsBack>
      <MoveRemainingStartsForward>1</MoveRemainingStartsForward>
      <MoveCompletedEndsForward>0</MoveCompletedEndsForward>
      <StatusDate>2029-06-01T18:00:00</StatusDate><CurrentDate>2029-06-02T08:00:00</CurrentDate>
      <NewTasksAreManual>1</NewTasksAreManual>
      <ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID>
        <FieldName>Text1</FieldName><Alias>担当</Alias></ExtendedAttribute></ExtendedAttributes>
      """)
    let project = file.project
    #expect(project.saveVersion == 14 && project.buildNumber == "16.0.4266")
    #expect(project.name == "a.xml" && project.title == "分離")
    #expect(project.scheduleFromStart == false)
    #expect(project.startDate == at("2029-04-02T09:00"))
    #expect(project.finishDate == at("2030-03-29T18:00"))
    #expect(project.statusDate == at("2029-06-01T18:00"))
    #expect(project.currentDate == at("2029-06-02T08:00"))
    #expect(project.criticalSlackLimit == 2 && project.currencyDigits == 0)
    #expect(project.currencySymbol == "¥" && project.currencyCode == "JPY")
    #expect(project.calendarUID == 1)
    #expect(project.defaultStartTime == 540 && project.defaultFinishTime == 1440)
    #expect(project.minutesPerDay == 480 && project.minutesPerWeek == 2400)
    #expect(project.daysPerMonth == 20 && project.defaultTaskType == 1)
    #expect(project.durationFormat == 7 && project.honorConstraints == true)
    #expect(project.multipleCriticalPaths == false && project.splitsInProgressTasks == true)
    #expect(project.moveCompletedEndsBack == true && project.moveRemainingStartsBack == false)
    #expect(project.moveRemainingStartsForward == true)
    #expect(project.moveCompletedEndsForward == false && project.newTasksAreManual == true)
    #expect(file.extendedAttributes.map(\.fieldID) == [188_743_731])
    #expect(file.extendedAttributes[0].fieldName == "Text1")
    #expect(file.extendedAttributes[0].alias == "担当")
    #expect(file.ignored.isEmpty)
  }

  @Test func resourcesAndAssignments() throws {
    let file = try file(
      """
      <Resources><Resource><UID>3</UID><ID>1</ID><Name>移行班</Name><Type>1</Type>
        <MaxUnits>2.50</MaxUnits><CalendarUID>4</CalendarUID><CanLevel>1</CanLevel>
        <IsGeneric>0</IsGeneric><IsBudget>0</IsBudget><StandardRate>12.5</StandardRate>
        <StandardRateFormat>3</StandardRateFormat><AvailabilityPeriods><AvailabilityPeriod>
        <AvailableFrom>2029-04-01T00:00:00</AvailableFrom>
        <AvailableTo>2029-09-30T23:59:00</AvailableTo><AvailableUnits>1.5</AvailableUnits>
        </AvailabilityPeriod><AvailabilityPeriod/></AvailabilityPeriods></Resource></Resources>
      <Assignments><Assignment><UID>8</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>
        <PercentWorkComplete>40</PercentWorkComplete><ActualFinish>2029-04-04T18:00:00</ActualFinish>
        <ActualStart>2029-04-02T09:00:00</ActualStart><ActualWork>PT8H0M0S</ActualWork>
        <Delay>4800</Delay><Finish>2029-04-05T18:00:00</Finish><HasFixedRateUnits>1</HasFixedRateUnits>
        <LevelingDelay>10</LevelingDelay><Milestone>0</Milestone><RemainingWork>PT12H0M0S</RemainingWork>
        <Start>2029-04-02T10:00:00</Start><Stop>2029-04-02T18:00:00</Stop>
        <Resume>2029-04-04T09:00:00</Resume><Units>0.5</Units><Work>PT20H0M0S</Work>
        <WorkContour>8</WorkContour>
        <TimephasedData><Type>2</Type><UID>8</UID><Start>2029-04-02T09:00:00</Start>
          <Finish>2029-04-02T18:00:00</Finish><Unit>2</Unit><Value>PT8H0M0S</Value></TimephasedData>
        <TimephasedData><Type>1</Type><Start>2029-04-03T09:00:00</Start>
          <Finish>2029-04-03T18:00:00</Finish><Value>PT0H0M0S</Value></TimephasedData>
        <TimephasedData><Value>PT12H0M0S</Value><Start>2029-04-04T09:00:00</Start>
          <Finish>2029-04-05T18:00:00</Finish><Type>1</Type></TimephasedData>
        <TimephasedData><Type>11</Type><Value>350.25</Value></TimephasedData>
        </Assignment><Assignment><UID>9</UID></Assignment></Assignments>
      """)
    let resource = try #require(file.resources.first)
    #expect(resource.uid == 3 && resource.id == 1 && resource.name == "移行班")
    #expect(resource.type == 1 && resource.maxUnits == 2_500_000 && resource.calendarUID == 4)
    #expect(resource.canLevel == true && resource.isGeneric == false && resource.isBudget == false)
    #expect(resource.standardRate == 12_500_000 && resource.standardRateFormat == 3)
    #expect(resource.availability.count == 1)
    #expect(resource.availability[0].from == at("2029-04-01"))
    #expect(resource.availability[0].to == at("2029-09-30T23:59"))
    #expect(resource.availability[0].units == 1_500_000)
    let assignment = file.assignments[0]
    #expect(assignment.uid == 8 && assignment.taskUID == 1 && assignment.resourceUID == -65_535)
    #expect(assignment.percentWorkComplete == 40 && assignment.workContour == 8)
    #expect(assignment.actualStart == at("2029-04-02T09:00"))
    #expect(assignment.actualFinish == at("2029-04-04T18:00"))
    #expect(
      assignment.start == at("2029-04-02T10:00") && assignment.finish == at("2029-04-05T18:00"))
    #expect(
      assignment.stop == at("2029-04-02T18:00") && assignment.resume == at("2029-04-04T09:00"))
    #expect(assignment.work == 72_000 && assignment.actualWork == 28_800)
    #expect(assignment.remainingWork == 43_200 && assignment.units == 500_000)
    #expect(assignment.delay == 4800 && assignment.levelingDelay == 10)
    #expect(assignment.isMilestone == false && assignment.hasFixedRateUnits == true)
    #expect(file.assignments[1].isMilestone == nil && file.assignments[1].hasFixedRateUnits == nil)
    #expect(file.plannedWork(of: assignment).map(\.work) == [0, 43_200])
    #expect(
      file.plannedWork(of: assignment).map(\.start) == [
        at("2029-04-03T09:00"), at("2029-04-04T09:00"),
      ])
    #expect(file.actualWork(of: assignment).map(\.work) == [28_800])
    #expect(file.actualWork(of: assignment).map(\.finish) == [at("2029-04-02T18:00")])
    #expect(file.plannedWork(of: file.assignments[1]).isEmpty)
    #expect(
      file.ignored == [
        .init(path: "Project/Assignments/Assignment/TimephasedData/UID", count: 1),
        .init(path: "Project/Assignments/Assignment/TimephasedData/Unit", count: 1),
      ])
  }

  @Test func unknownElementsAreCountedByPath() throws {
    let file = try file(
      """
      <Views><View><Name>Gantt</Name></View><View><Name>x</Name></View></Views>
      <Tasks><Task><UID>1</UID><Start>2029-04-02<b>!</b>T09:00:00</Start><Task><UID>5</UID></Task>
      <GUID>1</GUID></Task><Task><UID>2</UID><GUID>2</GUID></Task></Tasks>
      <Start>2029-04-02T09:00:00</Start>
      <o:Tasks xmlns:o="urn:other"><o:Task/></o:Tasks>
      """)
    #expect(file.tasks.map(\.uid) == [1, 2])
    #expect(file.tasks[0].start == at("2029-04-02T09:00"))
    #expect(
      file.ignored.map { "\($0.path) \($0.count)" } == [
        "Project/Views 1", "Project/Views/View 2", "Project/Views/View/Name 2",
        "Project/Tasks/Task/Start/b 1", "Project/Tasks/Task/Task 1",
        "Project/Tasks/Task/Task/UID 1",
        "Project/Tasks/Task/GUID 2", "Project/Start 1", "… 2",
      ])
  }

  @Test func orderOfElementsIsFree() throws {
    let file = try file(
      """
      <Assignments><Assignment><TaskUID>1</TaskUID><UID>1</UID></Assignment></Assignments>
      <Tasks><Task><Start>2029-04-02T09:00:00</Start><UID>1</UID></Task></Tasks>
      <Calendars/><Tasks><Task><UID>2</UID></Task></Tasks><StartDate>2029-04-02T09:00:00</StartDate>
      """)
    #expect(file.tasks.map(\.uid) == [1, 2] && file.assignments.count == 1)
    #expect(file.project.startDate == at("2029-04-02T09:00"))
  }
}
