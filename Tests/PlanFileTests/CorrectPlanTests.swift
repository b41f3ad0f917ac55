import Planning
import Scheduling
import SharedSystem
import Testing

@testable import PlanFile

/// Plans that must be read without any diagnostic, and what they must mean.
@Suite struct CorrectPlanTests {
  private func plan(_ name: String) throws -> Plan {
    let reading = PlanReader.read(path: Corpus.path("Correct") + "/" + name)
    #expect(reading.diagnostics.map { $0.text(in: .en) } == [])
    return try #require(reading.plan)
  }

  private func instant(_ text: String) throws -> Instant { try PlanDate(text).asStart }

  @Test func minimal() throws {
    let plan = try plan("minimal.yaml")
    #expect(plan.start == (try instant("2027-04-01")))
    #expect(plan.tasks.isEmpty && plan.target == nil && plan.calendar == nil)
    #expect(plan.units == WorkUnits() && plan.currency == "JPY")
  }

  @Test func project() throws {
    let plan = try plan("everything.yaml")
    #expect(plan.name.text(in: .ja) == "分離" && plan.name.text(in: .en) == "Separation")
    // The target is the end of its day; the status date the beginning.
    #expect(plan.target == (try instant("2029-02-01")))
    #expect(plan.statusDate == (try instant("2027-06-01")))
    #expect(plan.cutover == "go-live" && plan.calendar == "standard" && plan.currency == "EUR")
    #expect(plan.units == WorkUnits(minutesPerDay: 465, daysPerWeek: 5, daysPerMonth: 20))
    #expect(plan.lagCalendar == .predecessor && plan.constraintRule == .logic)
    #expect(plan.progressRule == .override)
    #expect(plan.illustrative?.text(in: .en) == "Invented")
  }

  @Test func calendars() throws {
    let plan = try plan("everything.yaml")
    let standard = plan.calendars[0].calendar
    let hours = [
      WorkCalendar.Hours(start: 540, end: 720), WorkCalendar.Hours(start: 780, end: 1065),
    ]
    #expect(plan.calendars[0].hours == hours)
    #expect(standard.week == Array(repeating: hours, count: 5) + [[], []])
    #expect(standard.holidayRules == [.japan] && standard.yearlyClosures.count == 2)
    #expect(
      standard.closed.map { "\($0.first)/\($0.last)" } == [
        "2026-12-30/2026-12-30", "2027-10-01/2027-10-01", "2027-08-12/2027-08-16",
        "2027-09-01/2027-09-01",
      ])
    #expect(standard.open.map(\.hours) == [hours, [WorkCalendar.Hours(start: 600, end: 900)]])
    #expect(plan.calendars[1].calendar.isContinuous)
    let windows = plan.calendars[2].calendar
    #expect(windows.week == Array(repeating: WorkCalendar.officeHours, count: 7))
    #expect(
      windows.windows?.map { "\($0.start) \($0.end)" } == [
        "2027-12-29T18:00 2028-01-03T06:00", "2028-05-03T00:00 2028-05-04T00:00",
        "2028-12-29T00:00 2029-01-04T00:00",
      ])
  }

  @Test func modules() throws {
    let plan = try plan("everything.yaml")
    let module = plan.modules[0]
    #expect(module.owner == "network" && module.allowed == ["network", "both"])
    #expect(module.heldBy == ["retail", "network"] && module.language == "cobol")
    #expect(module.size["kloc"] == 1_200_000 && module.size["functionPoints"] == 3500)
    #expect(module.data == ["rows": 40_000_000_000] && module.strategy == .rebuild)
    #expect(module.drivers == ["D1", "D2"] && module.information == ["customer"])
    #expect(module.keep == ["retail": 40_000, "network": 35_250] && module.both == 60_000)
    #expect(plan.couplings[0].cost == 8000 && plan.couplings[0].kind == .table)
    #expect(plan.couplings[1].cost == nil && plan.couplings[1].from == "billing")
  }

  @Test func tasks() throws {
    let plan = try plan("everything.yaml")
    #expect(
      plan.tasks.map(\.id) == [
        "kickoff", "requirements", "contract", "design", "phase", "build", "tests", "test.unit",
        "test_all", "go-live", "twoParts", "paused",
      ])
    #expect(plan.tasks.map(\.parent) == [nil, nil, nil, nil, nil, 4, 4, 6, 6, nil, nil, nil])
    #expect(plan.tasks.filter(\.isSummary).map(\.id) == ["phase", "tests"])
    #expect(plan.tasks.filter(\.isMilestone).map(\.id) == ["kickoff", "go-live"])
    let task = plan.tasks[1]
    #expect(task.duration == PlanDuration(60, .days) && task.cost == 1_200_000)
    #expect(task.owner == "network" && task.module == "sales-online")
    #expect(task.calendar == "standard" && task.drivers == ["D1"])
    #expect(
      task.after.map(\.text) == [
        "kickoff", "contract SS+10d", "design FF-2w", "build FS+50%", "kickoff SF+3ed",
      ])
    #expect(task.after[4].lagCalendar == .elapsed && task.after[0].lagCalendar == nil)
    let location = try #require(task.after[1].location)
    #expect(location.file.hasSuffix("Correct/everything.yaml"))
    #expect((location.line, location.column) == (73, 9))
    #expect(task.location.map { ($0.line, $0.column) } ?? (0, 0) == (64, 5))
    #expect(
      task.constraints == [TaskConstraint(.startNoEarlierThan, try instant("2027-04-05"))])
    #expect(task.deadline == (try instant("2027-10-01")))
    #expect(task.crash.map(\.cost) == [300_000, 900_000])
    #expect(task.estimate?.distribution == "pert" && task.estimate?.high.text == "120d")
    #expect(task.needs.map(\.thousandths) == [4000, 500])
    #expect(task.progress?.remaining?.text == "20d" && task.illustrative == false)
    #expect(task.source == "報告書" && task.notes?.text(in: .en) == "note")
    #expect(
      plan.tasks[2].constraints == [
        TaskConstraint(.finishNoLaterThan, try instant("2029-01-01")),
        TaskConstraint(.asLateAsPossible, Instant(minutes: 0)),
        TaskConstraint(.mustStartOn, try instant("2027-05-10T09:00")),
      ])
    #expect(plan.tasks[3].progress?.finished == (try instant("2027-04-12")))
    #expect(plan.tasks[5].modes.map(\.cost) == [0, 700_000])
    #expect(plan.tasks.filter { !$0.isActive }.map(\.id) == ["paused"])
    #expect(plan.tasks[10].parts.map(\.calendar) == [nil, "always"])
    #expect(plan.tasks[10].parts.map(\.delay.text) == ["0d", "4d"])
    #expect(plan.tasks[10].baselines.map(\.number) == [0, 2])
    #expect(plan.tasks[10].baselines[0].finish == (try instant("2027-06-01")))
    #expect(plan.tasks[11].progress?.resumed == (try instant("2027-06-15")))
  }

  /// Days that `week` names have its hours, the others those of `hours`.
  @Test func weekOfDifferentDays() throws {
    let crew = try #require(try plan("everything.yaml").calendars.last)
    let week = crew.calendar.week.map { $0.map { "\($0.start)-\($0.end)" }.joined(separator: " ") }
    let day = "540-720 780-1080"
    #expect(week == [day, day, "540-720", day, "", "600-720 780-930", ""])
    #expect(crew.hours == WorkCalendar.officeHours)
  }

  @Test(arguments: [("7:40", 460), ("\"8:00\"", 480), ("7.75", 465), ("24:00", 1440)])
  func hoursPerDay(text: String, minutes: Int) throws {
    let text = "bunri: 1\nproject: {start: 2027-04-01, hoursPerDay: \(text)}"
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    #expect(reading.plan?.units.minutesPerDay == minutes)
  }

  @Test func leversAndScenarios() throws {
    let plan = try plan("everything.yaml")
    #expect(plan.teams[0].capacity == [Team.Step(from: nil, thousandths: 12_000)])
    #expect(plan.teams[1].capacity.map(\.thousandths) == [1000, 2500])
    let lever = plan.levers[0]
    #expect(lever.cost == 240_000_000 && lever.requires == ["training"])
    #expect(lever.changes.count == 19)
    #expect(
      lever.changes.prefix(5) == [
        .team("cobol", .add(thousandths: 4000), from: try instant("2027-10-01")),
        .team("cobol", .set(thousandths: 16_000), from: nil),
        .team("cobol", .add(thousandths: -2500), from: nil),
        .duration(
          Change.Selector(
            module: "sales-online", owner: "network", driver: "D1", strategy: .rebuild),
          .percent(thousandths: -10_000)),
        .duration(Change.Selector(id: "build"), .add(PlanDuration(5, .days))),
      ])
    #expect(lever.changes.contains(.unlink(from: "kickoff", to: "requirements")))
    #expect(lever.changes.contains(.strategy(module: "billing", .retire)))
    #expect(lever.changes.last == .target(try instant("2029-01-01")))
    let scenario = plan.scenarios[0]
    #expect(scenario.target == (try instant("2028-07-01")))
    #expect(scenario.apply.first == .lever("hire") && scenario.apply.count == 3)
  }

  @Test func scalarsStayTexts() throws {
    let plan = try plan("texts.yaml")
    #expect(plan.start == (try instant("2027-04-01T09:30")))
    #expect(plan.name.plain == "12:30:45")
    #expect(plan.tasks.map(\.id) == ["1e3", "2027-03-31", "010", "long"])
    #expect(plan.tasks.map(\.name.plain) == ["0x10", "yes", "null", "two\nlines\n"])
    #expect(plan.tasks[1].owner == nil && plan.tasks[1].notes == nil)
    #expect(plan.tasks[1].after.isEmpty && plan.tasks[2].after.count == 2)
  }

  @Test func aliasesStandForTheirValues() throws {
    let plan = try plan("aliases.yaml")
    #expect(plan.tasks.map { $0.duration?.text } == ["5d", "5d", "5d"])
    #expect(plan.tasks[1].needs == plan.tasks[0].needs && plan.tasks[1].needs.count == 1)
    #expect(plan.tasks[2].name.plain == "2 * 3 & more")
  }

  @Test(arguments: ["split", "split/", "split/plan.yaml"])
  func includesAndTables(path: String) throws {
    let plan = try plan(path)
    #expect(plan.name.plain == "In two files" && plan.cutover == "go-live")
    #expect(plan.tasks.map(\.id) == ["build", "go-live"])
    let file = plan.tasks[1].location?.file ?? ""
    #expect(file.hasSuffix("Correct/split/more.yaml"))
    #expect(plan.modules.map(\.id) == ["billing", "portal"])
    #expect(plan.modules[0].name.text(in: .ja) == "料金, 収納")
    #expect(plan.modules[1].name.text(in: .en) == "\"窓口\"")
    #expect(plan.modules[0].heldBy == ["retail", "network"])
    #expect(plan.modules[0].size == ["kloc": 1_200_000] && plan.modules[0].keep["retail"] == 40_500)
    #expect(plan.modules[1].location?.line == 4)
    #expect(plan.couplings.map(\.cost) == [2000, nil])
    #expect(plan.couplings[0].information == ["customer", "usage"])
  }

  @Test func linksThatComeAgainMeanTheSame() throws {
    let links = ["a SS+10d", "b SS+10d", "a FF-2w", "b FF-2w", "b FS+50%", "a  SF", "b SF"]
    let text = """
      bunri: 1
      project: {start: 2027-04-01}
      tasks:
        - {id: a, duration: 60d}
        - {id: b, duration: 60d}
        - {id: c, duration: 60d, after: [\(links.joined(separator: ", "))]}
      """
    let task = try #require(PlanReader.read(text: text, name: "plan.yaml").plan?.tasks.last)
    let expected = links.compactMap { PlanTask.Dependency($0) }
    #expect(task.after.map(\.text) == expected.map(\.text) && expected.count == links.count)
  }

  @Test func byteOrderMarkIsAccepted() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("bunri: 1\r\nproject: {start: 2027-04-01}\r\n".utf8)
    let reading = PlanReader.read(bytes: bytes, name: "plan.yaml")
    #expect(reading.plan != nil && reading.diagnostics.isEmpty)
  }

  @Test func radicalsAreRepairedInNames() throws {
    let text = """
      bunri: 1
      project: {start: 2027-04-01}
      tasks: [{id: a, duration: 1d, name: ⼋⼾の⻑期⾏動⼒}]
      """
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    #expect(reading.plan?.tasks.first?.name.plain == "八戸の長期行動力")
    #expect(reading.diagnostics.map(\.id) == ["cjk-radical"])
  }

  @Test func radicalWarningsAreCapped() throws {
    let tasks = (0..<50).map { "  - {id: t\($0), duration: 1d, name: ⼒}" }
    let text = (["bunri: 1", "project: {start: 2027-04-01}", "tasks:"] + tasks)
      .joined(separator: "\n")
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    #expect(reading.plan != nil && reading.diagnostics.count == 21)
    #expect(reading.diagnostics.first?.message.text(in: .en).contains("30 more") == true)
  }

  @Test func errorsAreCapped() throws {
    let tasks = (0..<5000).map { "  - {id: t\($0), duration: x, after: [nobody]}" }
    let text = (["bunri: 1", "project: {start: 2027-04-01}", "tasks:"] + tasks)
      .joined(separator: "\n")
    let reading = PlanReader.read(text: text, name: "plan.yaml")
    #expect(reading.plan == nil && reading.diagnostics.count == PlanReader.diagnosticLimit + 1)
    let last = try #require(reading.diagnostics.last)
    #expect(last.severity == .note && last.message.text(in: .en).contains("9000 more"))
  }
}
