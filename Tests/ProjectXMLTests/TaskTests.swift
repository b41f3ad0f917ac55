import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct TaskTests {
  @Test func outlineIsInPreorderWhateverTheOrderOfThePlan() throws {
    // Two summaries come first, their tasks after both: legal in a plan, not in an outline.
    let written = try Written(
      plan(
        summary("a"), summary("b"), task("b1", "1d", in: 1), task("a1", "1d", in: 0),
        summary("a2", in: 0), task("a21", "1d", in: 4), task("c", "1d")))
    let document = written.document
    #expect(document.all("//p:Task/p:UID") == ["0", "1", "4", "5", "6", "2", "3", "7"])
    #expect(document.all("//p:Task/p:ID") == ["0", "1", "2", "3", "4", "5", "6", "7"])
    let numbers = ["0", "1", "1.1", "1.2", "1.2.1", "2", "2.1", "3"]
    #expect(document.all("//p:Task/p:OutlineNumber") == numbers)
    #expect(document.all("//p:Task/p:WBS") == numbers)
    #expect(document.all("//p:Task/p:OutlineLevel") == ["0", "1", "2", "2", "3", "1", "2", "1"])
    #expect(document.all("//p:Task/p:Summary") == ["1", "1", "0", "1", "0", "1", "0", "0"])
  }

  @Test(arguments: [
    ("90m", "PT1H30M0S", "3"), ("8h", "PT8H0M0S", "5"), ("1.5d", "PT12H0M0S", "7"),
    ("2w", "PT80H0M0S", "9"), ("1mo", "PT160H0M0S", "11"), ("45em", "PT0H45M0S", "4"),
    ("30eh", "PT30H0M0S", "6"), ("10ed", "PT240H0M0S", "8"), ("1ew", "PT168H0M0S", "10"),
    ("P1M", "PT720H0M0S", "8"),
  ])
  func durationsKeepTheirUnit(stated: String, duration: String, format: String) throws {
    let written = try Written(plan(task("a", stated)))
    #expect(written.document.task("a", "Duration") == duration)
    #expect(written.document.task("a", "DurationFormat") == format)
    #expect(written.document.task("a", "ActualDuration") == "PT0H0M0S")
    #expect(written.document.task("a", "RemainingDuration") == duration)
    #expect(written.count(.calendarMonths) == (stated == "P1M" ? 1 : 0))
  }

  @Test func milestoneTakesNoTime() throws {
    let written = try Written(plan(task("a", "5d"), task("m", after: "a")))
    #expect(written.document.task("m", "Duration") == "PT0H0M0S")
    #expect(written.document.task("m", "Milestone") == "1")
    #expect(written.document.task("m", "Start") == "2025-04-11T18:00:00")
    #expect(written.document.task("m", "Finish") == "2025-04-11T18:00:00")
    #expect(written.document.task("a", "Milestone") == "0")
  }

  @Test func midnightIsTheNextDay() throws {
    let written = try Written(
      plan(task("a", "24h") { $0.calendar = "clock" }) { $0.calendars = [roundTheClock] })
    #expect(written.document.task("a", "Start") == "2025-04-07T00:00:00")
    #expect(written.document.task("a", "Finish") == "2025-04-08T00:00:00")
  }

  @Test func slackIsInTenthsOfMinutes() throws {
    let written = try Written(
      plan(task("long", "5d"), task("short", "3d"), task("end", after: "long")))
    for (id, slack, critical) in [("long", "0", "1"), ("short", "9600", "0"), ("end", "0", "1")] {
      for field in ["TotalSlack", "FreeSlack", "StartSlack", "FinishSlack"] {
        #expect(written.document.task(id, field) == slack, "\(id) \(field)")
      }
      #expect(written.document.task(id, "Critical") == critical)
    }
  }

  @Test func summarySpansItsTasksOnTheProjectsCalendar() throws {
    let written = try Written(
      plan(summary("s"), task("a", "2d", in: 0), task("b", "3d", after: "a", in: 0)))
    #expect(written.document.task("s", "Duration") == "PT40H0M0S")
    #expect(written.document.task("s", "Start") == "2025-04-07T09:00:00")
    #expect(written.document.task("s", "Finish") == "2025-04-11T18:00:00")
    #expect(written.document.task("s", "CalendarUID") == "-1")
  }

  @Test func emptySummaryIsATaskWithoutDuration() throws {
    let written = try Written(
      plan(task("a", "1d"), summary("s", after: "a"), task("b", "1d", after: "s")))
    #expect(written.document.task("s", "Summary") == "0")
    #expect(written.document.task("s", "Duration") == "PT0H0M0S")
    #expect(written.document.count("//p:PredecessorLink") == 0)
    #expect(written.count(.emptySummary) == 1)
  }

  @Test func idsOwnersModulesAndDriversSurvive() throws {
    let written = try Written(
      plan(
        task("build.1", "1d") {
          $0.owner = "net"
          $0.module = "billing"
          $0.drivers = ["D1", "D3"]
        }, task("plain", "1d")
      ) { $0.owners = [Owner(id: "net", name: LocalizedText("Network"))] })
    let fields = "\(ReadBack.task("build.1"))/p:ExtendedAttribute"
    #expect(
      written.document.all("\(fields)/p:FieldID")
        == ["188743731", "188743734", "188743737", "188743740"])
    #expect(written.document.all("\(fields)/p:Value") == ["build.1", "net", "billing", "D1, D3"])
    #expect(written.document.task("build.1", "Contact") == "Network")
    #expect(written.document.count("\(ReadBack.task("plain"))/p:ExtendedAttribute") == 1)
    let names = written.document.all("/p:Project/p:ExtendedAttributes/*/p:FieldName")
    #expect(
      names == [
        "Text1", "Text2", "Text3", "Text4", "Text5", "Number1", "Text11", "Text1", "Text2", "Text3",
      ])
    #expect(
      written.document.one("/p:Project/p:ExtendedAttributes/*[p:FieldName='Text1']/p:Alias")
        == "bunri id")
  }

  @Test func costsAreHundredthsAndAddUp() throws {
    let written = try Written(
      plan(
        summary("s"), task("a", "1d", in: 0) { $0.cost = 1_200_000 },
        task("b", "1d", in: 0) { $0.cost = -5 }, task("c", "1d") { $0.cost = .max },
        task("d", "1d") { $0.cost = 1 }))
    #expect(written.document.task("a", "FixedCost") == "120000000")
    #expect(written.document.task("a", "Cost") == "120000000")
    #expect(written.document.task("b", "Cost") == "-500")
    #expect(written.document.task("s", "FixedCost") == "0")
    #expect(written.document.task("s", "Cost") == "119999500")
    #expect(written.document.task("c", "Cost") == "\(Int64.max)00")
    #expect(written.document.one("//p:Task[1]/p:Cost") == "\(Int64.max)00")
  }

  @Test func notesHoldSourceAndIllustration() throws {
    let both = plan(
      task("a", "1d") {
        $0.notes = LocalizedText(byLanguage: ["ja": "注記", "en": "Note"])
        $0.source = "report, p. 3"
        $0.illustrative = true
      }, task("b", "1d"))
    let english = try Written(both)
    #expect(
      english.document.task("a", "Notes")
        == "Note\nSource: report, p. 3\nIllustrative: invented figures")
    #expect(english.document.task("b", "Notes") == nil)
    let japanese = try Written(both, .init(language: .ja))
    #expect(japanese.document.task("a", "Notes") == "注記\n出典：report, p. 3\n例示（架空の値）")
  }
}
