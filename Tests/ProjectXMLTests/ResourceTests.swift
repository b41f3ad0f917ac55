import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// Owners and teams as resources, what tasks need as assignments, what was agreed as baselines.
@Suite struct ResourceTests {
  private static func sample(
    _ tasks: PlanTask..., change: (inout Plan) -> Void = { _ in }
  ) throws -> Written {
    var plan = Plan(start: at("2025-04-07"))
    plan.tasks = tasks
    plan.calendars = [japaneseOffice, nights]
    plan.calendar = "office"
    plan.owners = [
      Owner(id: "net", name: LocalizedText("Network"), calendar: "nights"),
      Owner(id: "retail", name: LocalizedText("Retail, [east]")),
    ]
    plan.teams = [
      Team(
        id: "cobol", name: LocalizedText("COBOL"),
        capacity: [
          .init(from: nil, thousandths: 4000), .init(from: at("2025-05-01"), thousandths: 5500),
        ]),
      Team(id: "test", name: LocalizedText("Test"), capacity: [.init(from: nil, thousandths: 500)]),
    ]
    change(&plan)
    return try Written(plan)
  }

  private func resource(_ uid: Int, _ field: String) -> String {
    "//p:Resource[p:UID=\(uid)]/p:\(field)"
  }

  @Test func ownersAndTeamsAreWorkResources() throws {
    let written = try ResourceTests.sample(task("a", "1d"))
    let document = written.document
    #expect(document.all("//p:Resource/p:Name") == ["Network", "Retail、 (east)", "COBOL", "Test"])
    #expect(document.all("//p:Resource/p:Type") == ["1", "1", "1", "1"])
    #expect(document.all("//p:Resource/p:MaxUnits") == ["1", "1", "4", "0.5"])
    let kinds = document.all("//p:Resource/p:ExtendedAttribute[p:FieldID=205520905]/p:Value")
    #expect(kinds == ["owner", "owner", "team", "team"])
    // Each has a calendar of its own, which follows the owner's or the project's.
    for (uid, base) in [(1, "2"), (2, "1"), (3, "1"), (4, "1")] {
      let calendar = try #require(document.one(resource(uid, "CalendarUID")))
      #expect(document.one("//p:Calendar[p:UID=\(calendar)]/p:BaseCalendarUID") == base)
      #expect(document.one("//p:Calendar[p:UID=\(calendar)]/p:IsBaseCalendar") == "0")
    }
    #expect(written.report.resources == 4 && written.report.assignments == 0)
  }

  @Test func aCapacityThatChangesHasPeriods() throws {
    let document = try ResourceTests.sample(task("a", "1d")).document
    let period = "//p:Resource[p:UID=3]//p:AvailabilityPeriod"
    #expect(
      document.all("\(period)/p:AvailableFrom") == ["1984-01-01T00:00:00", "2025-05-01T00:00:00"])
    #expect(
      document.all("\(period)/p:AvailableTo") == ["2025-04-30T23:59:00", "2049-12-31T23:59:00"])
    #expect(document.all("\(period)/p:AvailableUnits") == ["4", "5.5"])
    #expect(document.count("//p:Resource[p:UID=4]//p:AvailabilityPeriod") == 0)
  }

  @Test func ownersAndTeamsAreAssignedForTheWholeTask() throws {
    let written = try ResourceTests.sample(
      summary("s"),
      task("a", "2d", in: 0) {
        $0.owner = "retail"
        $0.needs = [.init(team: "cobol", thousandths: 1500)]
      },
      task("m") { $0.owner = "retail" }, task("none", "1d"))
    let document = written.document
    #expect(document.all("//p:Assignment/p:TaskUID") == ["2", "2", "3"])
    #expect(document.all("//p:Assignment/p:ResourceUID") == ["2", "3", "2"])
    #expect(document.all("//p:Assignment/p:Units") == ["1", "1.5", "1"])
    #expect(document.all("//p:Assignment/p:Work") == ["PT16H0M0S", "PT24H0M0S", "PT0H0M0S"])
    #expect(document.task("a", "Type") == "1")
    #expect(document.task("a", "Work") == "PT40H0M0S")
    #expect(written.report.assignments == 3)
  }

  @Test func doneWorkIsDoneByAll() throws {
    let document = try ResourceTests.sample(
      task("a", "4d") {
        $0.owner = "retail"
        $0.progress = .init(started: at("2025-04-07T09:00"), remaining: PlanDuration("1d"))
      },
      task("b", "1d") {
        $0.owner = "retail"
        $0.progress = .init(started: at("2025-04-07T09:00"), finished: at("2025-04-07T18:00"))
      }
    ).document
    #expect(document.all("//p:Assignment/p:ActualWork") == ["PT24H0M0S", "PT8H0M0S"])
    #expect(document.all("//p:Assignment/p:RemainingWork") == ["PT8H0M0S", "PT0H0M0S"])
    #expect(document.all("//p:Assignment/p:PercentWorkComplete") == ["75", "100"])
    #expect(document.all("//p:Assignment/p:ActualFinish") == ["2025-04-07T18:00:00"])
  }

  @Test func piecesAreTheWorkOfStandIns() throws {
    let written = try ResourceTests.sample(
      task("a", "3d") {
        $0.owner = "retail"
        $0.needs = [.init(team: "test", thousandths: 2000)]
        $0.parts = [
          .init(duration: PlanDuration(2, .days)),
          .init(duration: PlanDuration(1, .days), delay: PlanDuration(3, .days)),
          .init(duration: PlanDuration(10, .hours), calendar: "nights"),
        ]
      })
    let document = written.document
    #expect(document.task("a", "Type") == "0")
    let names = document.all("//p:Resource/p:Name")
    #expect(Array(names.suffix(3)) == ["Work (Standard)", "Work 2 (Standard)", "Work (Nights)"])
    #expect(document.all("//p:Assignment/p:Units") == ["0", "0", "1", "1", "1"])
    #expect(
      document.all("//p:Assignment/p:Work").suffix(3) == ["PT16H0M0S", "PT8H0M0S", "PT10H0M0S"])
    #expect(document.all("//p:Assignment/p:Delay") == ["0", "0", "0", "14400", "0"])
    #expect(
      document.all("//p:Assignment/p:Start").suffix(3) == [
        "2025-04-07T09:00:00", "2025-04-10T09:00:00", "2025-04-07T00:00:00",
      ])
    #expect(written.count(.parts) == 1)
  }

  /// The file without our fields still gives the same dates: the pieces are in the assignments.
  @Test func piecesAreReadWithoutOurFields() throws {
    let written = try ResourceTests.sample(
      task("a", "3d") {
        $0.parts = [
          .init(duration: PlanDuration(2, .days)),
          .init(
            duration: PlanDuration(10, .hours), delay: PlanDuration(5, .hours), calendar: "nights"),
        ]
      }, task("b", "1d", after: "a"))
    let text = String(decoding: written.bytes, as: UTF8.self)
    let plain = text.split(separator: "\n").filter {
      !$0.contains("<FieldID>") && !$0.contains("<Alias>")
    }.joined(separator: "\n")
    let imported = try Imported(Array(plain.utf8))
    #expect(imported.plan.owners.isEmpty)
    #expect(imported.schedule.tasks.map(\.start) == written.schedule.tasks.map(\.start))
    #expect(imported.schedule.tasks.map(\.finish) == written.schedule.tasks.map(\.finish))
  }

  @Test func baselinesAreHeldByNumber() throws {
    let document = try ResourceTests.sample(
      task("a", "3d") {
        var first = PlanTask.Baseline(number: 0)
        first.start = at("2025-04-07T09:00")
        first.finish = at("2025-04-09T18:00")
        first.duration = PlanDuration(3, .days)
        first.cost = 1200
        var last = PlanTask.Baseline(number: 10)
        last.duration = PlanDuration(2, .elapsedDays)
        $0.baselines = [first, last]
      }
    ).document
    let baseline = "\(ReadBack.task("a"))/p:Baseline"
    #expect(document.all("\(baseline)/p:Number") == ["0", "10"])
    #expect(document.all("\(baseline)/p:Start") == ["2025-04-07T09:00:00"])
    #expect(document.all("\(baseline)/p:Finish") == ["2025-04-09T18:00:00"])
    #expect(document.all("\(baseline)/p:Duration") == ["PT24H0M0S", "PT48H0M0S"])
    #expect(document.all("\(baseline)/p:DurationFormat") == ["7", "8"])
    #expect(document.all("\(baseline)/p:Cost") == ["120000"])
  }

  @Test func onlyWhatWouldBeLostIsAFact() throws {
    let long = String(repeating: "長い注記。", count: 100)
    let document = try ResourceTests.sample(
      task("plain", "2d") { $0.owner = "retail" }, task("after", "1w", after: "plain FS+1d"),
      task("months", "P1M") {
        $0.notes = LocalizedText(byLanguage: ["ja": long, "en": "note"])
      }
    ).document
    let facts = "p:ExtendedAttribute[p:FieldID>=188743997 and p:FieldID<=188744016]/p:Value"
    for id in ["plain", "after"] { #expect(document.count("\(ReadBack.task(id))/\(facts)") == 0) }
    let pieces = document.all("\(ReadBack.task("months"))/\(facts)")
    #expect(pieces.count > 2)
    #expect(pieces.allSatisfy { $0.utf16.count <= 255 })
    #expect(pieces.joined().contains("=P1M;") && pieces.last?.last == ".")
  }

  @Test func weeksThatDifferAreWorkWeeks() throws {
    let morning = [WorkCalendar.Hours(start: 540, end: 720)]
    let written = try ResourceTests.sample(task("a", "1d")) {
      $0.calendars[0].calendar.workWeeks = [
        .init(
          .init(day("2025-06-02"), day("2025-06-13")),
          week: Array(repeating: morning, count: 4) + [[], [], []])
      ]
    }
    let week = "//p:Calendar[p:UID=1]/p:WorkWeeks/p:WorkWeek"
    #expect(written.document.one("\(week)/p:TimePeriod/p:FromDate") == "2025-06-02T00:00:00")
    #expect(written.document.one("\(week)/p:TimePeriod/p:ToDate") == "2025-06-13T23:59:00")
    #expect(
      written.document.all("\(week)//p:DayWorking") == ["0", "1", "1", "1", "1", "0", "0"])
    let exceptions = written.document.all("//p:Calendar[p:UID=1]//p:Exception//p:FromDate")
    #expect(!exceptions.contains { $0.hasPrefix("2025-06") })
  }

  @Test func whatTheFormatCannotHoldIsCountedOnce() throws {
    let written = try ResourceTests.sample(
      task("a", "9d") {
        $0.crash = [.init(duration: PlanDuration(8, .days), cost: 5)]
        $0.module = "sales"
      },
      task("b", "9d") {
        $0.modes = [.init(duration: PlanDuration(8, .days), cost: 5)]
        $0.estimate = .init(
          low: PlanDuration(1, .days), mode: nil, high: PlanDuration(9, .days),
          distribution: "uniform")
      }
    ) {
      $0.modules = [Module(id: "sales", name: LocalizedText("Sales"))]
      $0.couplings = [Coupling(from: "sales", to: "sales", kind: .table)]
      $0.levers = [Lever(id: "l", name: LocalizedText("l"), changes: [])]
      $0.scenarios = [Scenario(id: "s", name: LocalizedText("s"), apply: [])]
    }
    let kinds: [ExportReport.Kind] = [
      .crash, .modes, .estimate, .levers, .scenarios, .modules, .couplings,
    ]
    for kind in kinds { #expect(written.count(kind) == 1, "\(kind)") }
    #expect(written.report.remarks.count == kinds.count)
  }
}
