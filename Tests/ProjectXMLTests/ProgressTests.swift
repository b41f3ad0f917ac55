import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct ProgressTests {
  private func fields(_ written: Written, _ id: String) -> [String?] {
    [
      "PercentComplete", "ActualStart", "ActualFinish", "Duration", "ActualDuration",
      "RemainingDuration",
    ].map { written.document.task(id, $0) }
  }

  @Test func finishedTaskIsAHundredPerCent() throws {
    let written = try Written(
      plan(
        task("a", "5d") {
          $0.progress = .init(started: at("2025-04-07T09:00"), finished: at("2025-04-09T18:00"))
        }, task("b", "1d", after: "a")))
    #expect(
      fields(written, "a") == [
        "100", "2025-04-07T09:00:00", "2025-04-09T18:00:00", "PT24H0M0S", "PT24H0M0S", "PT0H0M0S",
      ])
    #expect(fields(written, "b") == ["0", nil, nil, "PT8H0M0S", "PT0H0M0S", "PT8H0M0S"])
    #expect(written.document.one("//p:Task[1]/p:PercentComplete") == "75")
  }

  @Test func taskUnderWayIsOnePiece() throws {
    let written = try Written(
      plan(
        task("a", "5d") {
          $0.progress = .init(started: at("2025-04-07T09:00"), remaining: PlanDuration(2, .days))
        }
      ) { $0.statusDate = at("2025-04-09T18:00") })
    #expect(
      fields(written, "a") == [
        "60", "2025-04-07T09:00:00", nil, "PT40H0M0S", "PT24H0M0S", "PT16H0M0S",
      ])
    #expect(written.document.task("a", "Stop") == "2025-04-09T18:00:00")
    #expect(written.document.task("a", "Resume") == "2025-04-10T09:00:00")
    #expect(written.document.task("a", "Finish") == "2025-04-11T18:00:00")
    #expect(written.report.remarks.isEmpty)
  }

  @Test func remainsFollowTheStatusDateWhenNotStated() throws {
    let written = try Written(
      plan(task("a", "5d") { $0.progress = .init(started: at("2025-04-07T09:00")) }) {
        $0.statusDate = at("2025-04-07T18:00")
      })
    #expect(
      fields(written, "a") == [
        "20", "2025-04-07T09:00:00", nil, "PT40H0M0S", "PT8H0M0S", "PT32H0M0S",
      ])
  }

  /// Three days of five were done by Wednesday, but the rest waits for Monday.
  @Test func interruptionIsPartOfTheDuration() throws {
    let written = try Written(
      plan(
        task("a", "5d") {
          $0.progress = .init(started: at("2025-04-07T09:00"), remaining: PlanDuration(2, .days))
        }
      ) { $0.statusDate = at("2025-04-11T18:00") })
    #expect(written.document.task("a", "Finish") == "2025-04-15T18:00:00")
    #expect(
      fields(written, "a") == [
        "71", "2025-04-07T09:00:00", nil, "PT56H0M0S", "PT40H0M0S", "PT16H0M0S",
      ])
    #expect(written.count(.interruptedProgress) == 1)
  }

  @Test func summarySharesThePartsOfItsTasks() throws {
    let written = try Written(
      plan(
        summary("s"),
        task("a", "2d", in: 0) {
          $0.progress = .init(started: at("2025-04-07T09:00"), finished: at("2025-04-08T18:00"))
        }, task("b", "6d", in: 0)))
    #expect(
      fields(written, "s") == [
        "25", "2025-04-07T09:00:00", nil, "PT48H0M0S", "PT12H0M0S", "PT36H0M0S",
      ])
  }

  @Test func finishedMilestoneIsDone() throws {
    let written = try Written(
      plan(
        task("m") {
          $0.progress = .init(started: at("2025-04-08T10:00"), finished: at("2025-04-08T10:00"))
        }))
    #expect(
      fields(written, "m") == [
        "100", "2025-04-08T10:00:00", "2025-04-08T10:00:00", "PT0H0M0S", "PT0H0M0S", "PT0H0M0S",
      ])
  }
}
