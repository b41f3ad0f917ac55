import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Drag report")
struct DragReportTests {
  private func report(
    _ plan: Plan, _ language: LocalizedText.Language = .en, dayCost: Int64? = nil
  ) throws -> DragReport {
    DragReport(
      try plan.scheduled().dragAnalysis(), top: 50, dayCost: dayCost,
      ReportContext(language: language))
  }

  private func parsed(_ report: DragReport) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.document.utf8)) as? [String: Any])
  }

  /// The plan in which a task takes no time.
  private func without(_ id: String, _ plan: Plan) -> Plan {
    var plan = plan
    for index in plan.tasks.indices where plan.tasks[index].id == id {
      plan.tasks[index].duration = .zero
    }
    return plan
  }

  /// Every task either brings the cutover (in the first list), or makes the rehearsal that the
  /// cutover follows ready earlier (in the second), or neither: as plans of their own say.
  @Test func everyTaskIsWhereItsOwnPlanPutsIt() throws {
    let plan = try DecisionPlan.plan()
    let document = try parsed(report(plan, dayCost: 2_000_000))
    let items = try #require(document["items"] as? [[String: Any]])
    let lost = try #require(document["swallowed"] as? [[String: Any]])
    func entry(_ id: String, _ list: [[String: Any]]) -> [String: Any]? {
      list.first { $0["id"] as? String == id && $0["kind"] as? String == "task" }
    }
    let finish = try plan.scheduled().cutoverFinish
    let ready = try DecisionPlan.finish(of: "rehearsal", plan)
    for task in ["analysis", "contract", "design", "metering", "test", "rehearsal", "go-live"] {
      let other = without(task, plan)
      let drag = DecisionPlan.workingMinutes(
        plan, from: try other.scheduled().cutoverFinish, to: finish)
      let gain = DecisionPlan.workingMinutes(
        plan, from: try DecisionPlan.finish(of: "rehearsal", other), to: ready)
      #expect(entry(task, items)?["dragMinutes"] as? Int ?? 0 == drag, "\(task)")
      #expect(
        entry(task, items)?["dragCost"] as? Int ?? 0 == 2_000_000 * drag / 480, "\(task)")
      #expect(
        entry(task, lost)?["gainedMinutes"] as? Int ?? 0 == (drag > 0 ? 0 : gain), "\(task)")
    }
    #expect(!items.isEmpty && !lost.isEmpty)
    for entry in lost {
      #expect(entry["window"] as? String == "2027-12-29/2028-01-03")
      #expect(entry["previous"] as? String == "2027-05-01/2027-05-05")
      #expect(entry["waiting"] as? String == "go-live")
      // What is gained and what is missing make up the way to the window before.
      let latest = try SamplePlan.day("2027-05-02")
      let way = DecisionPlan.workingMinutes(plan, from: latest, to: ready)
      let (gained, missing) = (entry["gainedMinutes"] as? Int, entry["missingMinutes"] as? Int)
      #expect(try #require(gained) + (try #require(missing)) == way)
      #expect(try #require(missing) > 0)
    }
    for entry in items where entry["window"] is String {
      #expect(entry["window"] as? String != "2027-12-29/2028-01-03")
    }
  }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func theTextHasTheSameFigures(language: LocalizedText.Language) throws {
    let plan = try DecisionPlan.plan()
    let analysis = try plan.scheduled().dragAnalysis()
    let text = try report(plan, language, dayCost: 2_000_000).text
    let lines = ReportLines(text)
    func row(_ name: String, _ first: String) -> [Substring]? {
      lines.lines.map(ReportLines.cells).first { cells in
        // A long name goes on below.
        cells.first == first[...] && cells.contains { $0.count > 1 && name.hasPrefix($0) }
      }
    }
    for item in analysis.items {
      guard case .task(let task) = item.subject else { continue }
      let name = plan.tasks[task].name.text(in: language)
      let cells = try #require(row(name, DecisionPlan.days(Int(item.drag))), "\(name)")
      let cost = DecisionPlan.number(cells[2])
      #expect(cost == 2_000_000 * Int64(item.drag) / 480)
    }
    for item in analysis.swallowed {
      guard case .task(let task) = item.subject else { continue }
      let name = plan.tasks[task].name.text(in: language)
      let cells = try #require(row(name, DecisionPlan.days(Int(item.gained))), "\(name)")
      #expect(cells[1] == DecisionPlan.days(Int(try #require(item.missing))))
      #expect(cells[2] == "2027-05-01/2027-05-05")
    }
    #expect(lines.lines.allSatisfy { $0.displayWidth <= 100 })
    let head = text.split(separator: "\n").joined(separator: " ")
    #expect(head.contains("2027-12-29/2028-01-03"))
    if language == .en {
      let counts = "of \(analysis.tried) things on the driving paths \(analysis.items.count) "
      #expect(head.contains(counts))
    }
  }

  @Test func withoutWindowsNothingIsSwallowed() throws {
    var plan = try DecisionPlan.plan()
    for index in plan.tasks.indices { plan.tasks[index].calendar = nil }
    let analysis = try plan.scheduled().dragAnalysis()
    #expect(analysis.swallowed.isEmpty)
    #expect(analysis.items.allSatisfy { $0.window == nil })
    #expect(
      !DragReport(analysis, top: 5, dayCost: nil, ReportContext(language: .en)).text
        .contains("wallow"))
  }

  /// Windows in the middle of the path swallow, too.
  @Test func theLastWindowThatSwallowsIsNamed() throws {
    var plan = try DecisionPlan.plan()
    plan.tasks[6].calendar = "window"
    plan.tasks[6].duration = PlanDuration(1, .elapsedDays)
    let schedule = try plan.scheduled()
    let rehearsal = schedule.tasks[6].start
    let analysis = schedule.dragAnalysis()
    let test = try #require(analysis.swallowed.first { $0.subject == .task(5) })
    #expect(plan.tasks[test.task].id == "rehearsal")
    #expect(test.window.start <= rehearsal && rehearsal < test.window.end)
    let before = try DecisionPlan.finish(of: "test", plan)
    let after = try DecisionPlan.finish(of: "test", without("test", plan))
    #expect(Int(test.gained) == DecisionPlan.workingMinutes(plan, from: after, to: before))
  }
}
