import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ImportTaskTests {
  @Test func outlineLevelsBecomeSummaries() throws {
    let file = try Imported(
      projectFile(
        projectTask(0, level: 0) + projectTask(1) + projectTask(2, level: 2)
          + projectTask(3, level: 3) + projectTask(4, level: 2) + projectTask(5)))
    #expect(file.plan.tasks.map(\.id) == ["1", "2", "3", "4", "5"])
    #expect(file.plan.tasks.map(\.parent) == [nil, 0, 1, 0, nil])
    #expect(file.plan.tasks.map(\.isSummary) == [true, true, false, false, false])
  }

  @Test(arguments: [
    ("PT16H0M0S", 7, "2d"), ("PT16H0M0S", 5, "16h"), ("PT80H0M0S", 9, "2w"),
    ("PT48H0M0S", 8, "2ed"), ("PT8H0M0S", 39, "1d"), ("PT0H45M0S", 7, "45m"),
    ("PT160H0M0S", 11, "1mo"), ("PT36H0M0S", 40, "1.5ed"), ("PT8H0M0S", 53, "1d"),
  ])
  func durationsKeepTheirUnit(text: String, format: Int, expected: String) throws {
    let file = try Imported(
      projectFile(
        projectTask(1, text).replacing(
          "<DurationFormat>7", with: "<DurationFormat>\(format)")))
    #expect(try file.task(1).duration?.text == expected)
  }

  @Test func noDurationIsAMilestone() throws {
    let file = try Imported(projectFile(projectTask(1) + projectTask(2, "PT0H0M0S", after: 1)))
    #expect(try file.task(2).isMilestone)
    #expect(try file.dates(2).finish == at("2025-04-07T17:00"))
  }

  @Test(arguments: [
    (0, 0, 7, "1 FF"), (1, 9600, 7, "1 FS+2d"), (2, -300, 5, "1 SF-0.5h"),
    (3, 28_800, 8, "1 SS+2ed"),
    (1, 50, 19, "1 FS+50%"), (1, 4801, 7, "1 FS+1d"), (1, 25, 3, "1 FS+3m"),
  ])
  func linksKeepTypeAndLag(type: Int, lag: Int, format: Int, expected: String) throws {
    let link = """
      <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>\(type)</Type>
      <LinkLag>\(lag)</LinkLag><LagFormat>\(format)</LagFormat></PredecessorLink>
      """
    let file = try Imported(projectFile(projectTask(1) + projectTask(2, "PT8H0M0S", link)))
    #expect(try file.task(2).after.map(\.text) == [expected])
  }

  @Test func elapsedPercentagesCountOnTheClock() throws {
    let link = """
      <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>
      <LinkLag>50</LinkLag><LagFormat>20</LagFormat></PredecessorLink>
      """
    let file = try Imported(projectFile(projectTask(1) + projectTask(2, "PT8H0M0S", link)))
    // Half of eight hours after 17:00 is night: work goes on in the morning.
    #expect(try file.dates(2).start == at("2025-04-08T08:00"))
  }

  @Test func linksThatCannotBeKeptAreCounted() throws {
    let other = """
      <PredecessorLink><PredecessorUID>1</PredecessorUID><CrossProject>1</CrossProject>
      </PredecessorLink>
      """
    let file = try Imported(
      projectFile(projectTask(1) + projectTask(2, after: 99) + projectTask(3, "PT8H0M0S", other)))
    #expect(file.count(.linkWithoutTask) == 1)
    #expect(file.count(.linkToOtherProject) == 1)
    #expect(file.report.links == 0)
  }

  @Test(arguments: [
    (2, TaskConstraint.Kind.mustStartOn), (3, .mustFinishOn), (4, .startNoEarlierThan),
    (5, .startNoLaterThan), (6, .finishNoEarlierThan), (7, .finishNoLaterThan),
  ])
  func constraintsKeepTheirDate(code: Int, kind: TaskConstraint.Kind) throws {
    let file = try Imported(
      projectFile(
        projectTask(
          1, "PT8H0M0S",
          "<ConstraintType>\(code)</ConstraintType>"
            + "<ConstraintDate>2025-05-01T08:00:00</ConstraintDate>")))
    #expect(try file.task(1).constraints == [.init(kind, at("2025-05-01T08:00"))])
  }

  @Test func aTaskAsLateAsPossibleHasNoSlack() throws {
    let file = try Imported(
      projectFile(
        projectTask(1, "PT80H0M0S")
          + projectTask(2, "PT8H0M0S", "<ConstraintType>1</ConstraintType>")))
    let dates = try file.dates(2)
    #expect(dates.start == at("2025-04-18T08:00"))
    #expect(dates.earlyStart == at("2025-04-07T08:00"))
    #expect(dates.totalFloat == 0)
  }

  @Test func datesWinOrYieldAsTheProjectSays() throws {
    let tasks =
      projectTask(1, "PT80H0M0S")
      + projectTask(
        2, "PT8H0M0S", after: 1,
        "<ConstraintType>2</ConstraintType><ConstraintDate>2025-04-09T08:00:00</ConstraintDate>")
    let honoured = try Imported(projectFile(tasks))
    #expect(try honoured.dates(2).start == at("2025-04-09T08:00"))
    // The conflict is negative slack, of the task itself and of what it waits for.
    #expect(try honoured.dates(2).totalFloat == -8 * 480)
    #expect(try honoured.dates(1).totalFloat == -8 * 480)
    let soft = try Imported(
      projectFile(tasks, project: "<HonorConstraints>0</HonorConstraints>"))
    #expect(soft.plan.constraintRule == .soft)
    #expect(try soft.dates(2).start == at("2025-04-21T08:00"))
    #expect(try soft.dates(2).totalFloat == -8 * 480)
  }

  @Test func aDateBeforeTheProjectsStartIsKept() throws {
    let early =
      "<ConstraintType>4</ConstraintType><ConstraintDate>2025-03-31T08:00:00</ConstraintDate>"
    let file = try Imported(
      projectFile(
        projectTask(1, "PT8H0M0S", early) + projectTask(2, "PT8H0M0S", after: 3, early)
          + projectTask(3)))
    #expect(try file.dates(1).start == at("2025-03-31T08:00"))
    #expect(try file.dates(2).start == at("2025-04-08T08:00"))
  }

  @Test func handScheduledTasksStayAndLeaveSlack() throws {
    let file = try Imported(
      projectFile(
        projectTask(1, "PT40H0M0S")
          + projectTask(
            2, "PT8H0M0S", after: 1,
            "<Manual>1</Manual><Start>2025-04-08T08:00:00</Start>"
              + "<Finish>2025-04-08T17:00:00</Finish>")
          + projectTask(3, "PT80H0M0S")))
    #expect(try file.dates(2).start == at("2025-04-08T08:00"))
    #expect(try file.dates(2).lateFinish == at("2025-04-18T17:00"))
    #expect(try file.dates(2).totalFloat == 8 * 480)
  }

  @Test func bothDatesOfHandScheduledTasksHold() throws {
    let file = try Imported(
      projectFile(
        projectTask(
          1, "PT8H0M0S",
          "<Manual>1</Manual><Start>2025-04-08T08:00:00</Start>"
            + "<Finish>2025-04-10T12:00:00</Finish>")))
    #expect(try file.dates(1).finish == at("2025-04-10T12:00"))
    #expect(try file.task(1).duration?.text == "2.5d")
  }

  @Test func eachEndMayHaveACriticalPath() throws {
    let tasks =
      projectTask(1) + projectTask(2, after: 1) + projectTask(3, "PT40H0M0S")
      + projectTask(4, "PT8H0M0S", after: 1)
    let one = try Imported(projectFile(tasks))
    #expect(try [1, 2, 3, 4].map { try one.dates($0).totalFloat / 480 } == [3, 3, 0, 3])
    let each = try Imported(
      projectFile(tasks, project: "<MultipleCriticalPaths>1</MultipleCriticalPaths>"))
    #expect(try [1, 2, 3, 4].map { try each.dates($0).totalFloat } == [0, 0, 0, 0])
    #expect(try each.dates(2).lateFinish == at("2025-04-08T17:00"))
  }

  @Test func inactiveTasksStayAndTakeNoPart() throws {
    let file = try Imported(
      projectFile(
        projectTask(1)
          + projectTask(
            2, "PT400H0M0S", after: 1,
            "<Active>0</Active><Start>2025-06-02T08:00:00</Start>") + projectTask(3, after: 2)))
    #expect(try file.dates(2).start == at("2025-06-02T08:00"))
    #expect(try file.dates(3).start == at("2025-04-07T08:00"))
    #expect(file.schedule.finish == at("2025-04-07T17:00"))
    #expect(file.count(.inactiveTask) == 1)
  }

  @Test func emptyRowsAreCountedAndTwinsRefused() throws {
    let file = try Imported(
      projectFile(projectTask(1) + projectTask(2, "PT8H0M0S", "<IsNull>1</IsNull>")))
    #expect(file.plan.tasks.count == 1)
    #expect(file.count(.emptyRow) == 1)
    let twins = MSPDIImport(bytes: projectFile(projectTask(1) + projectTask(1)))
    #expect(twins.plan == nil)
    #expect(twins.problems.map(\.id) == ["duplicate-uid"])
    #expect(twins.problems.allSatisfy { $0.line > 1 })
  }

  @Test func summariesHaveTheLesserOfTheirOwnSlacks() throws {
    let file = try Imported(
      projectFile(
        projectTask(1) + projectTask(2, "PT8H0M0S", level: 2)
          + projectTask(3, "PT40H0M0S", level: 2)
          + projectTask(4, "PT80H0M0S")))
    // Both children float: the longer one five days at its start, the shorter nine.
    #expect(try file.dates(1).totalFloat == 5 * 480)
  }
}
