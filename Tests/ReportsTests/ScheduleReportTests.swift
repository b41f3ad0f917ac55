import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Schedule report")
struct ScheduleReportTests {
  @Test("the whole output in English")
  func english() throws {
    let report = ScheduleReport(
      try SamplePlan.plan().scheduled(), ReportContext(language: .en, planPath: "my plan"))
    #expect(
      report.text == """
        Cutover   go-live    Sat 2028-01-01    target 2028-01-31    margin +19 working days
                  21.0 months after the start
        Tasks     9 tasks, 2 critical
        Data      illustrative: 7 of 8 durations are invented (see the plan's header)

        start       finish      days  float      task                                     id         owner
        2026-04-01  2026-06-29    60     29  >   Current analysis, sales online and the…  analysis   network
        2026-04-30  2026-06-15    30     39      Interface contract                       contract   retail
        2026-06-30  2027-08-10   270     29  >   Build                                    build
        2026-06-30  2026-10-27    80     29  >     Design                                 design     network
        2026-10-14  2027-08-10   200     29  >     Build, metering                        metering   network
        2027-08-12  2027-11-09    60     29  >   System test                              test       retail
        2027-11-10  2027-11-16     5     29  >   Rehearsal                                rehearsal  network
        2027-12-29  2028-01-01   4ed  2.4ed  >   Cutover                                  go-live    network
        2028-01-04  2028-02-03  30ed    0ed   *  Stabilisation                            watch      network
        2028-02-03  2028-02-03     0      0   *  End of the shared state                  end        network

          > on the driving path to the cutover   * critical: total float 0 or less
          ed = days of the calendar, holidays included

        Owners    retail = Retail    network = Network

        Maybe `bunri critical-path 'my plan'`: what sets each date.

        """)
  }

  @Test("late: the verdict says by how much, also when nobody works in between")
  func late() throws {
    func verdict(_ target: String, _ language: LocalizedText.Language) throws -> String {
      var plan = try SamplePlan.plan()
      plan.target = try SamplePlan.end(target)
      let context = ReportContext(language: language)
      return Verdict(try plan.scheduled(), context).line.lines(style: .plain)
        .joined(separator: "\n")
    }
    #expect(
      try verdict("2027-12-20", .en).contains("margin -6 working days, late by 12 days"))
    #expect(try verdict("2027-12-20", .ja).contains("余裕 -6稼働日（12日の遅れ）"))
    #expect(try verdict("2027-12-31", .en).contains("margin 0 working days, late by 1 day"))
    #expect(try verdict("2028-01-01", .en).contains("margin 0 working days\n"))
  }

  @Test("the fixed keys; the late dates go with the margin when there is a target")
  func json() throws {
    var plan = try SamplePlan.plan()
    var schedule = try plan.scheduled()
    var parsed = try parse(schedule)
    let project = try #require(parsed["project"] as? [String: Any])
    let projectKeys = [
      "name", "start", "finish", "cutover", "cutoverFinish", "target", "margin", "late",
    ]
    #expect(Set(projectKeys).isSubset(of: project.keys))
    #expect(project["target"] as? String == "2028-02-01T00:00")
    var tasks = try #require(parsed["tasks"] as? [[String: Any]])
    let taskKeys = [
      "id", "name", "summary", "milestone", "owner", "module", "start", "finish", "earlyStart",
      "earlyFinish", "lateStart", "lateFinish", "duration", "totalFloat", "freeFloat", "margin",
      "critical", "driving",
    ]
    for task in tasks { #expect(Set(taskKeys).isSubset(of: task.keys)) }
    // A target that is missed, so that the two kinds of late dates differ.
    plan.target = try SamplePlan.end("2027-12-20")
    schedule = try plan.scheduled()
    #expect(schedule.tasks.contains { $0.targetLateFinish != $0.lateFinish })
    parsed = try parse(schedule)
    tasks = try #require(parsed["tasks"] as? [[String: Any]])
    #expect(
      tasks.map { $0["lateFinish"] as? String }
        == schedule.tasks.map { $0.targetLateFinish?.description })
    plan.target = nil
    schedule = try plan.scheduled()
    parsed = try parse(schedule)
    tasks = try #require(parsed["tasks"] as? [[String: Any]])
    #expect(
      tasks.map { $0["lateFinish"] as? String } == schedule.tasks.map(\.lateFinish.description))
  }

  @Test("every task says what drives it, a summary which tasks give it its dates")
  func drivenBy() throws {
    let schedule = try SamplePlan.plan().scheduled()
    let tasks = try #require(try parse(schedule)["tasks"] as? [[String: Any]])
    let drivers = try tasks.map { try #require($0["drivenBy"] as? [String: Any]) }
    #expect(
      drivers.compactMap { $0["kind"] as? String } == [
        "start", "link", "summary", "link", "link", "link", "link", "calendar", "calendar", "link",
      ])
    #expect(drivers[1]["predecessor"] as? String == "analysis")
    #expect(drivers[1]["lag"] as? Int == 20 * 480)
    #expect(drivers[2]["first"] as? String == "design")
    #expect(drivers[2]["last"] as? String == "metering")
    // On the path it is the same answer as `critical-path` gives.
    for step in schedule.path {
      let alone = DrivenBy(schedule).json(step.reason)
      #expect(schedule.reasons()[step.task].map(DrivenBy(schedule).json) == alone)
    }
  }

  private func parse(_ schedule: PlanSchedule) throws -> [String: Any] {
    let document = ScheduleReport(schedule, ReportContext(language: .ja)).json.document
    return try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
  }
}
