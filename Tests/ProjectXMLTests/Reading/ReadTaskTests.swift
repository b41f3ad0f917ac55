import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct ReadTaskTests {
  @Test func everyFieldOfATask() throws {
    let task = try task(
      reading: """
        <ID>7</ID><Name>移行</Name><Type>1</Type><IsNull>0</IsNull><WBS>A.1</WBS>
        <OutlineNumber>1.1</OutlineNumber><OutlineLevel>1</OutlineLevel><Priority>600</Priority>
        <Start>2029-04-02T09:00:00</Start><Finish>2029-04-03T18:00:00</Finish>
        <Duration>PT16H0M0S</Duration><DurationFormat>39</DurationFormat><Work>PT32H0M0S</Work>
        <Stop>2029-04-02T18:00:00</Stop><Resume>2029-04-03T09:00:00</Resume>
        <EffortDriven>1</EffortDriven><Recurring>0</Recurring><Estimated>1</Estimated>
        <Milestone>0</Milestone><Summary>0</Summary><Critical>1</Critical>
        <IsSubproject>0</IsSubproject><ExternalTask>0</ExternalTask>
        <EarlyStart>2029-04-02T09:01:00</EarlyStart><EarlyFinish>2029-04-03T18:01:00</EarlyFinish>
        <LateStart>2029-04-02T09:02:00</LateStart><LateFinish>2029-04-03T18:02:00</LateFinish>
        <FreeSlack>10</FreeSlack><StartSlack>20</StartSlack><FinishSlack>30</FinishSlack>
        <TotalSlack>-40</TotalSlack><FixedCost>500</FixedCost>
        <PercentComplete>50</PercentComplete><PercentWorkComplete>25</PercentWorkComplete>
        <Cost>1500</Cost><ActualStart>2029-04-02T09:03:00</ActualStart>
        <ActualFinish>2029-04-03T18:03:00</ActualFinish><ActualDuration>PT8H0M0S</ActualDuration>
        <ActualWork>PT7H0M0S</ActualWork><RemainingDuration>PT6H0M0S</RemainingDuration>
        <RemainingWork>PT5H0M0S</RemainingWork><ConstraintType>4</ConstraintType>
        <CalendarUID>3</CalendarUID><ConstraintDate>2029-04-01T08:00:00</ConstraintDate>
        <Deadline>2029-04-30T18:00:00</Deadline><LevelingCanSplit>1</LevelingCanSplit>
        <LevelingDelay>4800</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>
        <IgnoreResourceCalendar>1</IgnoreResourceCalendar><Notes>覚書
        二行目</Notes><Active>1</Active><Manual>0</Manual>
        <ManualStart>2029-04-05T09:00:00</ManualStart><ManualFinish>2029-04-06T09:00:00</ManualFinish>
        <ManualDuration>PT4H0M0S</ManualDuration>
        """)
    #expect(task.uid == 1 && task.id == 7 && task.line == 2)
    #expect(task.name == "移行" && task.wbs == "A.1" && task.outlineNumber == "1.1")
    #expect(task.outlineLevel == 1 && task.type == 1 && task.priority == 600)
    #expect(task.start == at("2029-04-02T09:00") && task.finish == at("2029-04-03T18:00"))
    #expect(task.duration == 57_600 && task.durationFormat == 39 && task.work == 115_200)
    #expect(task.stop == at("2029-04-02T18:00") && task.resume == at("2029-04-03T09:00"))
    #expect(task.earlyStart == at("2029-04-02T09:01"))
    #expect(task.earlyFinish == at("2029-04-03T18:01"))
    #expect(task.lateStart == at("2029-04-02T09:02") && task.lateFinish == at("2029-04-03T18:02"))
    #expect(task.freeSlack == 10 && task.startSlack == 20)
    #expect(task.finishSlack == 30 && task.totalSlack == -40)
    #expect(task.cost == 1500 && task.fixedCost == 500)
    #expect(task.percentComplete == 50 && task.percentWorkComplete == 25)
    #expect(task.actualStart == at("2029-04-02T09:03"))
    #expect(task.actualFinish == at("2029-04-03T18:03"))
    #expect(task.actualDuration == 28_800 && task.remainingDuration == 21_600)
    #expect(task.actualWork == 25_200 && task.remainingWork == 18_000)
    #expect(task.constraintType == 4 && task.constraintDate == at("2029-04-01T08:00"))
    #expect(task.calendarUID == 3 && task.deadline == at("2029-04-30T18:00"))
    #expect(task.levelingDelay == 4800 && task.levelingDelayFormat == 8)
    #expect(task.notes?.hasPrefix("覚書\n") == true)
    #expect(task.manualStart == at("2029-04-05T09:00") && task.manualDuration == 14_400)
    #expect(task.manualFinish == at("2029-04-06T09:00"))
    let truths = [
      task.isEffortDriven, task.isEstimated, task.isCritical, task.levelingCanSplit,
      task.ignoresResourceCalendar, task.isActive,
    ]
    #expect(truths == Array(repeating: true, count: 6))
    let lies = [
      task.isNull, task.isRecurring, task.isMilestone, task.isSummary, task.isSubproject,
      task.isExternal, task.isManual,
    ]
    #expect(lies == Array(repeating: false, count: 7))
  }

  @Test func whatIsAbsentIsNotZero() throws {
    let task = try task(reading: "")
    #expect(StatedText.fields(of: task).filter { $0.value != nil }.map(\.key) == ["UID"])
    #expect(task.links.isEmpty && task.baselines.isEmpty && task.values.isEmpty)
  }

  @Test func linksBaselinesAndValuesBelongToTheirTask() throws {
    let file = try file(
      """
      <Tasks>
      <Task><PredecessorLink><PredecessorUID>9</PredecessorUID></PredecessorLink><UID>1</UID></Task>
      <Task><UID>2</UID></Task>
      <Task><UID>3</UID>
        <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type><CrossProject>0</CrossProject>
          <LinkLag>-4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>
        <ExtendedAttribute><FieldID>188743731</FieldID><Value>cutover</Value></ExtendedAttribute>
        <Baseline><Number>0</Number><Start>2029-04-02T09:00:00</Start>
          <Finish>2029-04-03T18:00:00</Finish><Duration>PT16H0M0S</Duration><Work>PT8H0M0S</Work>
          <Cost>12.0</Cost></Baseline>
        <PredecessorLink><CrossProject>1</CrossProject><CrossProjectName>b.mpp\\4</CrossProjectName>
        </PredecessorLink>
        <Baseline/>
        <ExtendedAttribute><FieldID>188743734</FieldID></ExtendedAttribute>
        <Baseline><Number>1</Number></Baseline>
      </Task></Tasks>
      """)
    #expect(file.tasks.map { file.links(of: $0).count } == [1, 0, 2])
    #expect(file.tasks.map { file.baselines(of: $0).count } == [0, 0, 2])
    let links = Array(file.links(of: file.tasks[2]))
    #expect(links.map(\.predecessorUID) == [1, nil] && links.map(\.type) == [3, nil])
    #expect(links.map(\.lag) == [-4800, nil] && links.map(\.lagFormat) == [7, nil])
    #expect(links.map(\.isCrossProject) == [false, true])
    #expect(links[1].crossProjectName == "b.mpp\\4")
    let baseline = try #require(file.baselines(of: file.tasks[2]).first)
    #expect(baseline.number == 0 && baseline.start == at("2029-04-02T09:00"))
    #expect(baseline.finish == at("2029-04-03T18:00"))
    #expect(baseline.duration == 57_600 && baseline.work == 28_800 && baseline.cost == 12)
    let values = file.values(of: file.tasks[2])
    #expect(values.map(\.fieldID) == [188_743_731, 188_743_734])
    #expect(values.map(\.value) == ["cutover", nil])
  }

  @Test func itemsWithoutTheirKeyAreLeftOut() throws {
    let reading = read(
      project(
        """
        <ExtendedAttributes><ExtendedAttribute><Alias>x</Alias></ExtendedAttribute></ExtendedAttributes>
        <Calendars><Calendar><Name>x</Name></Calendar></Calendars>
        <Tasks><Task><Name>x</Name>
          <PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>
          <Baseline><Number>1</Number></Baseline>
          <ExtendedAttribute><FieldID>1</FieldID></ExtendedAttribute></Task>
        <Task><UID>1</UID><PredecessorLink><Type>1</Type></PredecessorLink>
          <ExtendedAttribute><Value>1</Value></ExtendedAttribute></Task></Tasks>
        <Resources><Resource><Name>x</Name></Resource></Resources>
        <Assignments><Assignment><TaskUID>1</TaskUID>
          <TimephasedData><Type>1</Type></TimephasedData></Assignment></Assignments>
        """))
    #expect(
      reading.ids == [
        "warning missing-field-id", "warning missing-uid", "warning missing-uid",
        "warning missing-predecessor", "warning missing-field-id", "warning missing-uid",
        "warning missing-uid",
      ])
    #expect(reading.problems.map(\.line) == [2, 3, 7, 8, 9, 10, 12])
    let file = try #require(reading.file)
    #expect(file.tasks.map(\.uid) == [1])
    #expect(file.calendars.isEmpty && file.resources.isEmpty && file.assignments.isEmpty)
    #expect(file.links.isEmpty && file.baselines.isEmpty && file.values.isEmpty)
    #expect(file.periods.isEmpty)
  }

  @Test func ambiguousAndGappyTasksAreWarnedOf() throws {
    let reading = read(
      project(
        """
        <Tasks>
        <Task><UID>0</UID><OutlineLevel>0</OutlineLevel></Task>
        <Task><UID>1</UID><OutlineLevel>1</OutlineLevel></Task>
        <Task><UID>2</UID><OutlineLevel>3</OutlineLevel></Task>
        <Task><UID>1</UID><OutlineLevel>1</OutlineLevel></Task>
        <Task><UID>5</UID><IsNull>1</IsNull><OutlineLevel>0</OutlineLevel></Task>
        <Task><UID>6</UID><OutlineLevel>2</OutlineLevel></Task>
        <Task><UID>7</UID><OutlineLevel>-1</OutlineLevel></Task>
        </Tasks>
        """))
    #expect(
      reading.ids == ["warning not-a-number", "warning duplicate-uid", "warning outline-jump"])
    #expect(reading.problems.map(\.line) == [9, 6, 5])
    #expect(reading.file?.tasks.map(\.uid) == [0, 1, 2, 1, 5, 6, 7])
  }

  @Test func atMostTwentyProblemsOfAKindAreListed() throws {
    let broken = String(repeating: "<Start>x</Start>\n", count: 50)
    let reading = read(taskXML(broken + "<Finish>y</Finish><Cost>z</Cost>"))
    #expect(reading.problems.count == 22)
    #expect(reading.problems.filter { $0.id == "not-a-date" }.count == 21)
    #expect(
      reading.problems.last?.text(in: .en)
        == "warning[not-a-date]: 31 more problems of this kind")
    #expect(reading.problems.last?.text(in: .ja).contains("31 件") == true)
  }
}
