import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Scenario report")
struct ScenarioReportTests {
  private func report(
    _ plan: Plan, _ language: LocalizedText.Language = .en
  ) -> ScenarioReport {
    ScenarioReport(plan.scenarioTable(), plan, ReportContext(language: language))
  }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func everyFigureIsThatOfThePlan(language: LocalizedText.Language) throws {
    let plan = try DecisionPlan.plan()
    let lines = ReportLines(report(plan, language).text)
    let target = try #require(plan.target)
    var best: Instant?
    for scenario in ["all-of-it", nil, "worse"] {
      let title = scenario ?? (language == .ja ? "現行計画" : "as planned")
      let row = try #require(lines.row(title), "\(title)")
      let steps = scenario.flatMap { plan.scenario($0) }?.apply ?? []
      let after = try plan.applying(steps)
      let schedule = try after.scheduled()
      let first = best ?? schedule.cutoverFinish
      best = first
      let finish = schedule.cutoverFinish
      #expect(row.cells[1] == "\(finish.dayAsFinish)")
      let behind = DecisionPlan.workingMinutes(plan, from: first, to: finish)
      #expect(row.cells[2] == (behind == 0 ? "·" : DecisionPlan.days(behind)))
      let margin = DecisionPlan.workingMinutes(plan, from: finish, to: target)
      #expect(row.cells[3] == (margin > 0 ? "+" : "") + "\(margin / 480)")
      let own = steps.reduce(Int64(0)) { sum, step in
        if case .lever(let id) = step { sum + (plan.lever(id)?.cost ?? 0) } else { sum }
      }
      let work = DecisionPlan.workCost(after) - DecisionPlan.workCost(plan)
      #expect(row.cells[4...].compactMap(DecisionPlan.number).prefix(3) == [own, work, own + work])
    }
    #expect(lines.lines.allSatisfy { $0.displayWidth <= 100 })
  }

  /// A setting of a field is not broken inside its words.
  @Test(arguments: [LocalizedText.Language.en, .ja])
  func longSettingsStayWhole(language: LocalizedText.Language) throws {
    var plan = try DecisionPlan.plan(workHasCosts: false)
    let long = "a-module-with-a-very-long-name.interface-to-another"
    plan.tasks[3].id = long
    plan.tasks[4].after[0].task = long
    plan.scenarios = [
      Scenario(
        id: "long", name: LocalizedText("long"),
        apply: [
          .assign(try Assignment("\(long).duration=90d")),
          .assign(try Assignment("test.duration=70d")),
        ])
    ]
    let lines = ReportLines(report(plan, language).text).lines
    #expect(lines.contains { $0.contains("\(long).duration=90d") })
    #expect(lines.contains { $0.contains("test.duration=70d") })
    #expect(lines.allSatisfy { $0.displayWidth <= 100 })
  }

  @Test func theDocumentAddsUp() throws {
    let plan = try DecisionPlan.plan()
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(report(plan).json.document.utf8))
        as? [String: Any])
    let scenarios = try #require(parsed["scenarios"] as? [[String: Any]])
    #expect(scenarios.count == 3)
    for scenario in scenarios {
      let (own, work) = (scenario["leverCost"] as? Int64, scenario["workCost"] as? Int64)
      #expect(try #require(own) + (try #require(work)) == scenario["cost"] as? Int64)
    }
    #expect(scenarios.map { $0["workCost"] as? Int64 } == [-5_000_000, 0, 0])
    #expect(scenarios.map { $0["leverCost"] as? Int64 } == [34_000_000, 0, 0])
  }

  @Test func aWhatIfTellsTheTwoCostsApart() throws {
    let plan = try DecisionPlan.plan()
    let result = try WhatIfResult.compare(plan, applying: [.lever("new-team")])
    let english = WhatIfReport(result, ReportContext(language: .en))
    #expect(
      english.text.contains(
        "\nCost      +5,000,000 JPY    levers +10,000,000 JPY, work -5,000,000 JPY\n"))
    #expect(
      WhatIfReport(result, ReportContext(language: .ja)).text.contains(
        "\n費用      +5,000,000 円    前倒し策 +10,000,000 円、作業 -5,000,000 円\n"))
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(english.json.document.utf8)) as? [String: Any])
    #expect(parsed["leverCost"] as? Int64 == 10_000_000)
    #expect(parsed["workCost"] as? Int64 == -5_000_000)
    #expect(parsed["cost"] as? Int64 == 5_000_000)
  }

  @Test func theProofTellsTheTwoCostsApart() throws {
    let plan = try DecisionPlan.plan()
    let answer = try plan.whyNot(by: try SamplePlan.end("2026-12-31"))
    let report = WhyNotReport(answer, ReportContext(language: .en))
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.document.utf8)) as? [String: Any])
    let reaches = try #require(parsed["scenarios"] as? [[String: Any]])
    #expect(reaches.map { $0["leverCost"] as? Int64 } == [34_000_000, 0])
    #expect(reaches.map { $0["workCost"] as? Int64 } == [-5_000_000, 0])
    #expect(reaches.map { $0["cost"] as? Int64 } == [29_000_000, 0])
    let row = try #require(ReportLines(report.text).row("all-of-it"))
    #expect(
      row.cells.suffix(3).compactMap(DecisionPlan.number) == [
        34_000_000, -5_000_000, 29_000_000,
      ])
  }
}
