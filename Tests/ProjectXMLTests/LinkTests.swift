import Planning
import ProjectXML
import Scheduling
import Testing

@Suite struct LinkTests {
  /// A link read back: predecessor, type, lag, format.
  private func links(_ written: Written, of id: String) -> [[String]] {
    let path = "\(ReadBack.task(id))/p:PredecessorLink"
    return (0..<written.document.count(path)).map { index in
      ["PredecessorUID", "Type", "LinkLag", "LagFormat"].map {
        written.document.one("\(path)[\(index + 1)]/p:\($0)") ?? ""
      }
    }
  }

  @Test(arguments: [
    ("a", "1", "0", "7"), ("a FF", "0", "0", "7"), ("a SF", "2", "0", "7"), ("a SS", "3", "0", "7"),
    ("a FS+10d", "1", "48000", "7"), ("a SS-2w", "3", "-48000", "9"), ("a FS+3h", "1", "1800", "5"),
    ("a FS+7m", "1", "70", "3"), ("a FS+1mo", "1", "96000", "11"), ("a FS+2ed", "1", "28800", "8"),
    ("a FS+6eh", "1", "3600", "6"), ("a FS+5em", "1", "50", "4"), ("a FS+1ew", "1", "100800", "10"),
    ("a FS+50%", "1", "50", "19"), ("a FS-25%", "1", "-25", "19"),
  ])
  func linksKeepTypeAndLag(_ link: (stated: String, type: String, lag: String, format: String))
    throws
  {
    let written = try Written(plan(task("a", "5d"), task("b", "1d", after: link.stated)))
    #expect(links(written, of: "b") == [["1", link.type, link.lag, link.format]])
    #expect(written.document.one("//p:CrossProject") == "0")
    #expect(written.report.links == 1)
    #expect(written.count(.lagCalendar) + written.count(.percentAsTime) == 0)
  }

  @Test func fractionsOfAPercentAreTime() throws {
    let written = try Written(plan(task("a", "5d"), task("b", "1d", after: "a FS+12.5%")))
    #expect(links(written, of: "b") == [["1", "1", "3000", "5"]])
    #expect(written.count(.percentAsTime) == 1)
  }

  @Test func shareOfElapsedTimeIsElapsed() throws {
    let written = try Written(plan(task("a", "4ed"), task("b", "1d", after: "a FS+33.3%")))
    #expect(links(written, of: "b") == [["1", "1", "19180", "4"]])
  }

  /// A lag of another calendar is measured where it lies, so that the successor keeps its start.
  @Test(arguments: [
    // From Friday 18:00: two days of eight hours on the clock are 10:00 on Saturday.
    (LagCalendar.elapsed, "9600", "6", 0),
    // Sixteen hours of the predecessor's round-the-clock calendar: the same, no office hours.
    (.predecessor, "0", "5", 1),
    // Two office days.
    (.project, "9600", "7", 0), (.successor, "9600", "7", 0),
  ])
  func lagsOfOtherCalendarsAreConverted(
    _ rule: LagCalendar, lag: String, format: String, converted: Int
  ) throws {
    let written = try Written(
      plan(
        task("a", "114h") { $0.calendar = "clock" },
        task("b", "1d", after: "a FS+2d")
      ) {
        $0.calendars = [roundTheClock]
        $0.lagCalendar = rule
      })
    #expect(written.document.task("a", "Finish") == "2025-04-11T18:00:00")
    #expect(links(written, of: "b") == [["1", "1", lag, format]])
    #expect(written.count(.lagCalendar) == converted)
  }

  @Test func linksOnSummariesStayWhereProjectTakesThem() throws {
    let written = try Written(
      plan(
        task("a", "5d"), summary("s", after: "a", "a SS+1d"), task("s1", "1d", in: 1),
        task("s2", "1d", in: 1), task("b", "1d", after: "s", "s FF")))
    #expect(links(written, of: "s").map { $0[1] } == ["1", "3"])
    #expect(links(written, of: "s1").isEmpty)
    #expect(links(written, of: "b").map { $0[1] } == ["1", "0"])
    #expect(written.count(.linkOfSummary) == 0)
  }

  @Test func finishLinksIntoSummariesGoToTheirTasks() throws {
    let written = try Written(
      plan(
        task("a", "5d"), summary("s", after: "a FF+1d"), task("s1", "1d", in: 1),
        summary("inner", in: 1), task("s2", "1d", in: 3)))
    #expect(links(written, of: "s").isEmpty)
    #expect(links(written, of: "inner").isEmpty)
    #expect(links(written, of: "s1") == [["1", "0", "4800", "7"]])
    #expect(links(written, of: "s2") == [["1", "0", "4800", "7"]])
    #expect(written.count(.linkOfSummary) == 1)
    #expect(written.report.links == 2)
  }

  @Test func governingOneOfParallelLinksComesFirst() throws {
    let written = try Written(
      plan(task("a", "5d"), task("b", "2d", after: "a SS+1d", "a FF+3d", "a SS+2d")))
    #expect(links(written, of: "b").map { $0[1] } == ["0", "3", "3"])
    #expect(written.count(.parallelLinks) == 2)
  }
}
