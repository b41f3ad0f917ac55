import ProjectXML
import Testing

@testable import Conformance

/// The comparison itself: it must find what differs, and only that.
@Suite struct ComparisonTests {
  private func comparison(start: String, finish: String, slack: String = "") throws
    -> FileComparison
  {
    let text = """
      <Project xmlns="http://schemas.microsoft.com/project"><StartDate>2025-04-07T08:00:00</StartDate>
      <Tasks><Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration>
      <DurationFormat>7</DurationFormat><Start>\(start)</Start><Finish>\(finish)</Finish>
      \(slack)</Task></Tasks></Project>
      """
    let file = try #require(MSPDIReader.read(bytes: Array(text.utf8)).file)
    return FileComparison(name: "file", file: file)
  }

  @Test func theSameWorkingInstantIsEqual() throws {
    let same = try comparison(start: "2025-04-04T17:00:00", finish: "2025-04-08T08:00:00")
    #expect(same.conforming == 1)
    #expect(same.differences.isEmpty)
  }

  @Test func anHourIsADifference() throws {
    let other = try comparison(start: "2025-04-07T09:00:00", finish: "2025-04-07T17:00:00")
    #expect(other.conforming == 0)
    #expect(other.differences.map(\.field) == [.start])
  }

  @Test func slackIsZeroWhereNoneIsStored() throws {
    let slack = try comparison(
      start: "2025-04-07T08:00:00", finish: "2025-04-07T17:00:00",
      slack: "<TotalSlack>4800</TotalSlack>")
    #expect(slack.differences.map(\.field) == [.totalSlack])
  }
}
