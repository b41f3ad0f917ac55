import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

@Suite struct DocumentTests {
  /// A plan that makes the writer use every element it knows.
  private static var everything: Plan {
    plan(
      task("done", "5d") { $0.progress = .init(started: at("2025-04-07T09:00")) },
      summary("work", after: "done SS"),
      task("build", "5d", after: "done FS+1d", in: 1) {
        $0.owner = "net"
        $0.module = "m"
        $0.drivers = ["D1", "D3"]
        $0.calendar = "clock"
        $0.constraints = [.init(.startNoEarlierThan, at("2025-05-01"))]
        $0.deadline = end("2025-12-26")
        $0.cost = 5
        $0.notes = LocalizedText("note")
      },
      task("manual", "2d") {
        $0.constraints = [.init(.manualStart, at("2025-04-14T09:00"))]
      },
      task("agreed", "3d") {
        $0.owner = "net"
        $0.needs = [.init(team: "cobol", thousandths: 1500)]
        var baseline = PlanTask.Baseline(number: 0)
        baseline.start = at("2025-04-07T09:00")
        baseline.finish = at("2025-04-09T18:00")
        baseline.duration = PlanDuration(3, .days)
        baseline.cost = 1200
        $0.baselines = [baseline]
      },
      task("finished", "2d") {
        $0.needs = [.init(team: "cobol", thousandths: 1000)]
        $0.progress = .init(started: at("2025-04-07T09:00"), finished: at("2025-04-08T18:00"))
      }
    ) {
      $0.calendars = [japaneseOffice, roundTheClock, nights, windows]
      $0.calendar = "office"
      $0.statusDate = at("2025-04-09T18:00")
      $0.illustrative = LocalizedText("invented")
      $0.owners = [Owner(id: "net", name: LocalizedText("Network"))]
      $0.calendars[0].calendar.workWeeks = [
        .init(.init(day("2025-06-02"), day("2025-06-08")), week: Array(repeating: [], count: 7))
      ]
      $0.teams = [
        Team(
          id: "cobol", name: LocalizedText("COBOL"),
          capacity: [
            .init(from: nil, thousandths: 4000), .init(from: at("2025-05-01"), thousandths: 5500),
          ])
      ]
    }
  }

  @Test func everyElementIsWhereTheSchemaWantsIt() throws {
    let written = try Written(Self.everything, .init(language: .en, author: "Planner"))
    let structure = written.document.structure()
    for (path, children) in structure {
      #expect(ElementOrder.fault(path, children) == nil)
    }
    // The table above is used up: nothing in it goes unchecked.
    let seen = Set(structure.flatMap(\.children))
    let known = Set(ElementOrder.sequences.values.joined())
    #expect(known.subtracting(seen).isEmpty)
  }

  @Test func headerStatesTheProject() throws {
    let written = try Written(Self.everything, .init(language: .en, author: "Planner"))
    let expected = [
      ("SaveVersion", "14"), ("Name", "plan"), ("Title", "plan"), ("Subject", "invented"),
      ("Author", "Planner"), ("ScheduleFromStart", "1"), ("StartDate", "2025-04-07T00:00:00"),
      ("FinishDate", "2025-05-02T16:00:00"), ("CurrencyDigits", "0"), ("CurrencySymbol", "¥"),
      ("CurrencyCode", "JPY"), ("CalendarUID", "1"), ("DefaultStartTime", "09:00:00"),
      ("DefaultFinishTime", "18:00:00"), ("MinutesPerDay", "480"), ("MinutesPerWeek", "2400"),
      ("DaysPerMonth", "20"), ("HonorConstraints", "1"), ("StatusDate", "2025-04-09T18:00:00"),
      ("NewTasksAreManual", "0"),
    ]
    for (element, value) in expected {
      #expect(written.document.one("/p:Project/p:\(element)") == value, "\(element)")
    }
  }

  @Test func firstTaskStandsForTheProject() throws {
    let written = try Written(Self.everything)
    let project = "//p:Task[1]"
    let expected = [
      ("UID", "0"), ("ID", "0"), ("OutlineLevel", "0"), ("Summary", "1"),
      ("Start", "2025-04-07T09:00:00"), ("Finish", "2025-05-02T16:00:00"), ("Cost", "500"),
      ("Notes", "invented"),
    ]
    for (element, value) in expected {
      #expect(written.document.one("\(project)/p:\(element)") == value, "\(element)")
    }
  }

  @Test func unitsAndConstraintRuleComeFromThePlan() throws {
    let written = try Written(
      plan(task("a", "1d") { $0.constraints = [.init(.mustStartOn, at("2025-04-08"))] }) {
        $0.units = WorkUnits(minutesPerDay: 450, daysPerWeek: 6, daysPerMonth: 22)
        $0.constraintRule = .logic
        $0.currency = "EUR"
      })
    #expect(written.document.one("//p:MinutesPerDay") == "450")
    #expect(written.document.one("//p:MinutesPerWeek") == "2700")
    #expect(written.document.one("//p:DaysPerMonth") == "22")
    #expect(written.document.one("//p:HonorConstraints") == "0")
    #expect(written.document.one("//p:CurrencyDigits") == "2")
    #expect(written.count(.linksWin) == 1)
  }

  @Test func emptyPlanIsAFile() throws {
    let written = try Written(plan())
    #expect(written.document.count("//p:Task") == 1)
    #expect(written.document.count("//p:Calendar") == 1)
    #expect(written.report.remarks.isEmpty)
  }

  @Test func sameScheduleGivesTheSameBytes() throws {
    let schedule = try Self.everything.scheduled()
    let first = try MSPDI.bytes(of: schedule)
    let second = try MSPDI.bytes(of: schedule)
    #expect(first.bytes == second.bytes)
    #expect(first.report == second.report)
  }

  /// Whatever the plan, the file is in order, has no NaN, and holds every date as scheduled.
  @Test(arguments: 0..<80)
  func randomPlansAreHeld(_ seed: UInt64) throws {
    guard let schedule = try? randomPlan(seed).scheduled() else { return }
    let written = try Written(schedule)
    for (path, children) in written.document.structure() {
      #expect(ElementOrder.fault(path, children) == nil)
    }
    #expect(!String(decoding: written.bytes, as: UTF8.self).contains("NaN"))
    let durations = ["Duration", "ActualDuration", "RemainingDuration", "Work"]
    for element in durations {
      for value in written.document.all("//p:\(element)") {
        #expect(value.wholeMatch(of: /PT\d+H\d{1,2}M0S/) != nil, "\(element) \(value)")
      }
    }
    for (index, dates) in schedule.tasks.enumerated() {
      let stated = written.document.all(
        """
        //p:Task[p:UID=\(index + 1)]/*[self::p:Start or self::p:Finish or self::p:EarlyStart \
        or self::p:EarlyFinish or self::p:LateStart or self::p:LateFinish]
        """)
      let expected = [
        dates.start, dates.finish, dates.earlyStart, dates.earlyFinish, dates.lateStart,
        dates.lateFinish,
      ]
      #expect(stated == expected.map { "\($0):00" })
    }
  }
}
