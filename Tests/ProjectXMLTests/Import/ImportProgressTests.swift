import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ImportProgressTests {
  @Test func whatIsDoneStaysWhereItWas() throws {
    let file = try Imported(
      projectFile(
        projectTask(
          1, "PT16H0M0S",
          "<PercentComplete>100</PercentComplete><ActualStart>2025-04-10T08:00:00</ActualStart>"
            + "<ActualFinish>2025-04-14T17:00:00</ActualFinish>")
          + projectTask(2, after: 1)))
    #expect(try file.dates(1).start == at("2025-04-10T08:00"))
    #expect(try file.dates(1).finish == at("2025-04-14T17:00"))
    #expect(try file.dates(1).lateFinish == at("2025-04-14T17:00"))
    #expect(try file.dates(2).start == at("2025-04-15T08:00"))
  }

  @Test func remainingWorkGoesOnWhereTheFileSays() throws {
    let begun = """
      <PercentComplete>50</PercentComplete><ActualStart>2025-04-07T08:00:00</ActualStart>
      <ActualDuration>PT16H0M0S</ActualDuration><RemainingDuration>PT16H0M0S</RemainingDuration>
      <Stop>2025-04-08T17:00:00</Stop><Resume>2025-04-14T08:00:00</Resume>
      """
    let file = try Imported(projectFile(projectTask(1, "PT32H0M0S", begun)))
    #expect(try file.task(1).progress?.resumed == at("2025-04-14T08:00"))
    #expect(try file.dates(1).start == at("2025-04-07T08:00"))
    #expect(try file.dates(1).finish == at("2025-04-15T17:00"))
  }

  @Test func workDoesNotGoOnBeforeItBegan() throws {
    let begun = """
      <PercentComplete>50</PercentComplete><ActualStart>2025-04-14T08:00:00</ActualStart>
      <ActualDuration>PT16H0M0S</ActualDuration><RemainingDuration>PT16H0M0S</RemainingDuration>
      <Resume>2025-04-08T08:00:00</Resume>
      """
    let file = try Imported(projectFile(projectTask(1, "PT32H0M0S", begun)))
    #expect(try file.task(1).progress?.resumed == at("2025-04-14T08:00"))
  }

  @Test func remainingWorkWaitsOnlyIfTasksMayBeSplit() throws {
    let begun = """
      <PercentComplete>50</PercentComplete><ActualStart>2025-04-07T08:00:00</ActualStart>
      <ActualDuration>PT8H0M0S</ActualDuration><RemainingDuration>PT8H0M0S</RemainingDuration>
      <Resume>2025-04-08T08:00:00</Resume>
      """
    let tasks = projectTask(1, "PT40H0M0S") + projectTask(2, "PT16H0M0S", after: 1, begun)
    let split = try Imported(projectFile(tasks))
    #expect(try split.dates(2).finish == at("2025-04-14T17:00"))
    let whole = try Imported(
      projectFile(tasks, project: "<SplitsInProgressTasks>0</SplitsInProgressTasks>"))
    #expect(try whole.dates(2).finish == at("2025-04-08T17:00"))
  }

  @Test func theStatusDateMovesNothing() throws {
    let file = try Imported(
      projectFile(projectTask(1), project: "<StatusDate>2025-06-30T17:00:00</StatusDate>"))
    #expect(try file.dates(1).start == at("2025-04-07T08:00"))
    #expect(file.count(.statusDate) == 1)
  }

  @Test func workUnderWayEndsNoEarlierThanItsConstraint() throws {
    let begun = """
      <PercentComplete>50</PercentComplete><ActualStart>2025-04-07T08:00:00</ActualStart>
      <ActualDuration>PT8H0M0S</ActualDuration><RemainingDuration>PT8H0M0S</RemainingDuration>
      <ConstraintType>6</ConstraintType><ConstraintDate>2025-04-30T17:00:00</ConstraintDate>
      """
    let file = try Imported(projectFile(projectTask(1, "PT16H0M0S", begun)))
    #expect(try file.dates(1).finish == at("2025-04-30T17:00"))
  }

  @Test func baselinesAreKept() throws {
    let agreed = """
      <Baseline><Number>0</Number><Start>2025-04-01T08:00:00</Start>
      <Finish>2025-04-02T17:00:00</Finish><Duration>PT16H0M0S</Duration><Cost>150000</Cost>
      </Baseline><Baseline><Number>3</Number><Finish>2025-04-30T17:00:00</Finish></Baseline>
      """
    let baselines = try Imported(projectFile(projectTask(1, "PT8H0M0S", agreed))).task(1).baselines
    #expect(baselines.map(\.number) == [0, 3])
    #expect(baselines[0].start == at("2025-04-01T08:00"))
    #expect(baselines[0].duration?.text == "2d")
    #expect(baselines[0].cost == 1500)
    #expect(baselines[1].finish == at("2025-04-30T17:00"))
  }
}
