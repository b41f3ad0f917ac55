import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Levers report")
struct LeversReportTests {
  private func report(
    _ plan: Plan, _ language: LocalizedText.Language = .en
  ) throws -> LeversReport {
    LeversReport(try plan.leverEffects(), ReportContext(language: language, planPath: "p"))
  }

  /// What is applied before a lever because it requires it.
  private func needed(_ id: String) -> [String] { id == "more-tests" ? ["short-test"] : [] }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func everyFigureIsThatOfThePlan(language: LocalizedText.Language) throws {
    let plan = try DecisionPlan.plan()
    let lines = ReportLines(try report(plan, language).text)
    for lever in plan.levers {
      let needed = needed(lever.id)
      let row = try #require(
        lines.row(lever.id + (needed.isEmpty ? "" : " *")), "\(lever.id)")
      let before = try DecisionPlan.applying(needed, to: plan)
      let after = try DecisionPlan.applying(needed + [lever.id], to: plan)
      let (old, new) = (try before.scheduled().cutoverFinish, try after.scheduled().cutoverFinish)
      let gained = DecisionPlan.workingMinutes(plan, from: new, to: old)
      let work = DecisionPlan.workCost(after) - DecisionPlan.workCost(before)
      let figures = row.cells.dropFirst().compactMap(DecisionPlan.number)
      #expect(figures.prefix(4) == [Int64(gained / 480), lever.cost, work, lever.cost + work])
      #expect(gained % 480 == 0)
      // The price of a day, where there is one.
      #expect(
        figures.dropFirst(4)
          == (gained > 0 ? [(lever.cost + work) * 480 / Int64(gained)] : []), "\(lever.id)")
    }
    #expect(lines.lines.allSatisfy { $0.displayWidth <= 100 })
  }

  @Test func theLargestGainComesFirstThenTheCheaper() throws {
    let plan = try DecisionPlan.plan()
    let ids = try ReportLines(report(plan).text).lines.compactMap { line -> String? in
      let id = ReportLines.cells(line).first.map(String.init) ?? ""
      return plan.levers.map(\.id).first { id == $0 || id == "\($0) *" }
    }
    func key(_ id: String) throws -> (Int, Int64) {
      let before = try DecisionPlan.applying(needed(id), to: plan)
      let after = try DecisionPlan.applying(needed(id) + [id], to: plan)
      let gained = DecisionPlan.workingMinutes(
        plan, from: try after.scheduled().cutoverFinish, to: try before.scheduled().cutoverFinish)
      let work = DecisionPlan.workCost(after) - DecisionPlan.workCost(before)
      return (-gained, (plan.lever(id)?.cost ?? 0) + work)
    }
    let ranked = ids.prefix(plan.levers.count)
    #expect(Set(ranked) == Set(plan.levers.map(\.id)))
    for (first, second) in zip(ranked, ranked.dropFirst()) {
      #expect(try key(first) <= key(second), "\(first) before \(second)")
    }
  }

  /// The cutover is long after the rehearsal: a shorter test is swallowed by the window.
  @Test func aGainIsHeldAgainstTheWindows() throws {
    let plan = try DecisionPlan.plan()
    let after = try DecisionPlan.applying(["short-test"], to: plan)
    let (then, now) = (
      try DecisionPlan.finish(of: "rehearsal", plan),
      try DecisionPlan.finish(of: "rehearsal", after)
    )
    let gained = DecisionPlan.workingMinutes(plan, from: now, to: then) / 480
    #expect(gained == 12)
    // The cutover takes four days of the clock: it must begin on 2027-05-02 at the latest.
    let latest = try SamplePlan.day("2027-05-02")
    let missing = DecisionPlan.workingMinutes(plan, from: latest, to: now) / 480
    let english = try #require(ReportLines(try report(plan).text).row("short-test"))
    #expect(
      english.below
        == "12 working days gained, none usable: \(missing) working days short of the window "
        + "2027-05-01/2027-05-05")
    let japanese = try #require(ReportLines(try report(plan, .ja).text).row("short-test"))
    #expect(
      japanese.below
        == "12稼働日縮むが使えない：一つ前の期間 2027-05-01/2027-05-05 まで\(missing)稼働日不足")
  }

  @Test func withoutAnEarlierWindowTheNextOneIsNamed() throws {
    var plan = try DecisionPlan.plan(workHasCosts: false)
    plan.calendars[1].calendar.windows?.removeFirst(3)
    plan.levers = [plan.levers[1]]
    let text = try report(plan).text
    let joined = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      joined.contains(
        "12 working days gained, none usable: the next window is 2027-12-29/2028-01-03"))
  }

  @Test func whatBecomesCriticalIsNamed() throws {
    let plan = try DecisionPlan.plan()
    let after = try DecisionPlan.applying(["new-team"], to: plan)
    func critical(_ plan: Plan) throws -> Set<String> {
      let schedule = try plan.scheduled()
      return Set(
        zip(schedule.plan.tasks, schedule.tasks).filter { !$0.isSummary && $1.isCritical }
          .map(\.0.id))
    }
    let new = try critical(after).subtracting(critical(plan))
    let row = try #require(ReportLines(try report(plan).text).row("new-team"))
    let parts = row.below.split(separator: "; ")
    let named = parts.first { $0.hasPrefix("newly critical: ") }
    #expect((named != nil) == !new.isEmpty)
    if let named {
      let names = new.compactMap { SamplePlan.names[$0]?.0 }
      #expect(names.contains { named.contains($0) }, "\(named)")
      #expect(named.hasSuffix("+\(new.count - 1)") == (new.count > 1))
    }
    #expect(row.below.hasPrefix("cutover \(try after.scheduled().cutoverFinish.dayAsFinish)"))
  }

  @Test func withoutCostsOfTheWorkThereIsOneColumn() throws {
    let plan = try DecisionPlan.plan(workHasCosts: false)
    let lines = ReportLines(try report(plan).text)
    let titles = try #require(lines.lines.first { $0.hasPrefix("  lever ") })
    #expect(
      ReportLines.cells(titles) == [
        "lever", "days", "cost (JPY)", "per day", "where the gain goes",
      ])
    let row = try #require(lines.row("new-team"))
    #expect(DecisionPlan.number(row.cells[2]) == 10_000_000)
  }

  @Test func theDocumentAddsUp() throws {
    let plan = try DecisionPlan.plan()
    let document = try report(plan).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    #expect(
      Set(parsed.keys) == ["formatVersion", "cutoverFinish", "currency", "levers", "pairs"])
    let levers = try #require(parsed["levers"] as? [[String: Any]])
    #expect(levers.compactMap { $0["id"] as? String } == plan.levers.map(\.id))
    for lever in levers {
      let id = try #require(lever["id"] as? String)
      let (own, work, all) = (
        try #require(lever["leverCost"] as? Int64), try #require(lever["workCost"] as? Int64),
        try #require(lever["cost"] as? Int64)
      )
      #expect(own + work == all)
      #expect(own == plan.lever(id)?.cost)
      let before = try DecisionPlan.applying(needed(id), to: plan)
      let after = try DecisionPlan.applying(needed(id) + [id], to: plan)
      #expect(work == DecisionPlan.workCost(after) - DecisionPlan.workCost(before))
      let elapsed =
        try before.scheduled().cutoverFinish.minutes - after.scheduled().cutoverFinish.minutes
      #expect(lever["gainedElapsedMinutes"] as? Int == Int(elapsed))
    }
  }
}
