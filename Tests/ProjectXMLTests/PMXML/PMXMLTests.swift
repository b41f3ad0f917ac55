import CLibXML2
import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import ProjectXML

@Suite struct PMXMLTests {
  /// A document's objects: of each the fields it has, in the order of the document.
  private struct Objects {
    private let document: ReadBack

    init(_ bytes: [UInt8]) throws {
      // XPath 1.0 has no default namespace: the document is read without one.
      let text = String(decoding: bytes, as: UTF8.self)
      document = try ReadBack(
        Array(text.replacing(" xmlns=\"\(PMXML.namespace)\"", with: "").utf8))
    }

    func fields(_ path: String) -> [[String: String]] { document.fields(path) }
    func all(_ path: String) -> [String] { document.all(path) }
    func activity(_ id: String) -> [String: String] {
      fields("//Activity[Id='\(id)']").first ?? [:]
    }
  }

  private func written(
    _ plan: Plan, _ language: LocalizedText.Language = .en
  ) throws -> (schedule: PlanSchedule, objects: Objects, report: ExportReport) {
    let schedule = try plan.scheduled()
    let (bytes, report) = try PMXML.bytes(of: schedule, options: .init(language: language))
    return (schedule, try Objects(bytes), report)
  }

  @Test func summariesAreTheBreakdownAndTasksActivities() throws {
    let (schedule, objects, report) = try written(formatSample())
    #expect(objects.fields("//WBS").map { $0["Code"] } == ["prepare"])
    #expect(objects.all("//Activity/Id") == ["survey", "design", "soak", "build", "cutover"])
    let survey = objects.activity("survey")
    #expect(survey["WBSObjectId"] == objects.fields("//WBS").first?["ObjectId"])
    #expect(survey["Status"] == "Completed" && survey["DurationPercentComplete"] == "1")
    #expect(survey["ActualStartDate"] == "2025-04-07T09:00:00")
    #expect(survey["ActualFinishDate"] == "2025-04-11T18:00:00")
    #expect(survey["RemainingDuration"] == "0" && survey["AtCompletionDuration"] == "40")
    #expect(objects.activity("cutover")["Type"] == "Finish Milestone")
    for (index, task) in schedule.plan.tasks.enumerated() where !task.isSummary {
      let held = objects.activity(task.id)
      let dates = schedule.tasks[index]
      #expect(held["StartDate"] == "\(dates.start):00")
      #expect(held["FinishDate"] == "\(dates.finish):00")
      #expect(held["RemainingEarlyStartDate"] == "\(dates.earlyStart):00")
      #expect(held["RemainingLateFinishDate"] == "\(dates.lateFinish):00")
    }
    #expect(
      counts(report) == [
        .baseline: 1, .needsLeftOut: 1, .elapsedCalendar: 1, .linkOfWBS: 1, .lagConverted: 1,
        .deadlineLeftOut: 1, .notesLeftOut: 1, .datesWin: 1,
      ])
  }

  @Test func ownersModulesAndDriversAreUserFields() throws {
    let (_, objects, _) = try written(formatSample(), .ja)
    #expect(objects.all("//UDFType/Title") == ["担当ID", "モジュールID", "要因"])
    let path = "//Activity[Id='survey']/UDF/TextValue"
    #expect(objects.all(path) == ["east", "billing", "D1 D3"])
  }

  @Test func elapsedTimeIsWorkOfTwentyFourHours() throws {
    let (_, objects, _) = try written(formatSample())
    let soak = objects.activity("soak")
    #expect(soak["PlannedDuration"] == "72")
    let calendar = try #require(soak["CalendarObjectId"])
    let path = "//Calendar[ObjectId='\(calendar)']"
    #expect(objects.all("\(path)/Name") == ["24 Hours"])
    #expect(objects.all("\(path)//WorkTime/Start") == Array(repeating: "00:00:00", count: 7))
    #expect(objects.all("\(path)//WorkTime/Finish") == Array(repeating: "23:59:00", count: 7))
  }

  /// Work ends in the last minute that works, closures and open days are exceptions.
  @Test func calendars() throws {
    let (_, objects, _) = try written(formatSample())
    let week = "//Calendar[Name='Office']/StandardWorkWeek/StandardWorkHours[DayOfWeek='Monday']"
    #expect(objects.all("\(week)/WorkTime/Start") == ["09:00:00", "13:00:00"])
    #expect(objects.all("\(week)/WorkTime/Finish") == ["11:59:00", "17:59:00"])
    let sunday = "//Calendar[Name='Office']//StandardWorkHours[DayOfWeek='Sunday']/WorkTime"
    #expect(objects.all(sunday).isEmpty)
    func exception(_ day: String) -> String {
      "//Calendar[Name='Office']//HolidayOrException[Date='\(day)T00:00:00']"
    }
    #expect(objects.fields(exception("2025-08-13")).count == 1)
    #expect(objects.all("\(exception("2025-08-13"))/WorkTime").isEmpty)
    #expect(objects.all("\(exception("2025-10-25"))/WorkTime/Start") == ["10:00:00"])
    #expect(objects.all("\(exception("2025-10-25"))/WorkTime/Finish") == ["14:59:00"])
  }

  /// Half of the design are five days of work, counted by the clock for a task of elapsed time:
  /// from Wednesday the 16th 09:00 to Tuesday the 22nd 18:00.
  @Test func linksHaveLagsInHours() throws {
    let (_, objects, report) = try written(formatSample())
    let names = Dictionary(
      objects.fields("//Activity").compactMap { task in
        task["ObjectId"].flatMap { number in task["Id"].map { (number, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let links = objects.fields("//Relationship").map { link in
      [
        names[link["PredecessorActivityObjectId"] ?? ""] ?? "?",
        names[link["SuccessorActivityObjectId"] ?? ""] ?? "?", link["Type"] ?? "",
        link["Lag"] ?? "",
      ].joined(separator: "|")
    }
    #expect(
      links == [
        "survey|design|Finish to Start|16", "design|soak|Start to Start|153",
        "survey|build|Finish to Start|0", "design|build|Finish to Start|0",
        "soak|build|Finish to Finish|-8", "build|cutover|Finish to Start|0",
      ])
    #expect(report.links == 6)
  }

  @Test(arguments: TaskConstraint.Kind.allCases)
  func constraints(_ kind: TaskConstraint.Kind) throws {
    let date = kind.concernsFinish ? end("2025-04-18") : at("2025-04-12")
    let (_, objects, _) = try written(
      plan(task("a", "1d") { $0.constraints = [.init(kind, date)] }))
    let held = objects.activity("a")
    #expect(held["PrimaryConstraintType"] == PMXML.name(kind))
    // A start on a Saturday is one on Monday; a finish at midnight one in the evening.
    let wanted: String? =
      kind == .asLateAsPossible
      ? nil : kind.concernsFinish ? "2025-04-18T18:00:00" : "2025-04-14T09:00:00"
    #expect(held["PrimaryConstraintDate"] == wanted)
    #expect(held["SecondaryConstraintType"] == nil)
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let (schedule, objects, report) = try written(
      plan(
        summary("s"),
        task("a", "1d", in: 0) {
          $0.constraints = [
            .init(.startNoEarlierThan, at("2025-04-08")),
            .init(.finishNoLaterThan, end("2025-05-30")),
          ]
        },
        task("off", "1d", after: "a") { $0.isActive = false },
        task(String(repeating: "x", count: 41), "1d", after: "s SS+1d", "off")
      ) { plan in
        plan.tasks[0].constraints = [.init(.startNoLaterThan, at("2025-06-02"))]
        plan.tasks[3].name = LocalizedText(String(repeating: "長", count: 121))
      })
    #expect(schedule.tasks.count == 4)
    #expect(objects.all("//Activity/Id").count == 2)
    #expect(objects.fields("//Relationship").count == 1)
    #expect(
      counts(report) == [
        .constraintOfSummary: 1, .constraintDropped: 1, .inactiveLeftOut: 1, .linkOfWBS: 1,
        .startOfSummary: 1, .longIdentifier: 1, .longName: 1, .datesWin: 1,
      ])
  }

  @Test func milestoneThatTookTimeIsAnActivity() throws {
    let (_, objects, report) = try written(
      plan(
        task("a") {
          $0.progress = .init(started: at("2025-04-07T09:00"), finished: end("2025-04-08"))
        },
        task("b")))
    #expect(objects.activity("a")["Type"] == "Task Dependent")
    #expect(objects.activity("b")["Type"] == "Start Milestone")
    #expect(counts(report) == [.longMilestone: 1])
  }

  /// A lag that P6 would count on another calendar reaches the same time there.
  @Test func lagsOfOtherCalendarsAreConverted() throws {
    let (_, objects, report) = try written(
      plan(task("a", "1d"), task("b", "1d")) {
        $0.tasks[1].after = [
          PlanTask.Dependency(
            task: "a", lag: .time(PlanDuration(3, .elapsedDays)), lagCalendar: nil)
        ]
      })
    // From Monday 18:00 to Thursday 18:00 are three days of eight hours.
    #expect(objects.all("//Relationship/Lag") == ["24"])
    #expect(counts(report) == [.lagConverted: 1])
  }

  @Test(arguments: [
    (480, "8"), (45, "0.75"), (7, "0.116667"), (-30, "-0.5"), (0, "0"), (59, "0.983333"),
    (1, "0.016667"), (-1, "-0.016667"),
  ])
  func hours(_ minutes: Int64, _ text: String) {
    #expect(PMXML.hours(minutes) == text)
  }

  @Test(arguments: hostileNames)
  func namesSurviveOnOneLine(_ name: String) throws {
    let (_, objects, report) = try written(
      plan(task("a", "1d") { $0.name = LocalizedText(name) }))
    let line = XMLText.singleLine(name)
    #expect(
      objects.activity("a")["Name"].map { Array($0.unicodeScalars) } == Array(line.unicodeScalars))
    #expect(counts(report)[.lineBreak] == (line == name ? nil : 1))
  }
}
