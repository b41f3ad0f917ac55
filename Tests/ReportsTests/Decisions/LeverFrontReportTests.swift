import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Lever front report")
struct LeverFrontReportTests {
  /// Every set of levers that can be applied: its own cost, the change of the work's cost, and the
  /// cutover.
  private func everySet(
    _ plan: Plan
  ) -> [(ids: [String], levers: Int64, work: Int64, finish: Instant)] {
    (0..<(1 << plan.levers.count)).compactMap { mask in
      let ids = plan.levers.indices.filter { mask & 1 << $0 != 0 }.map { plan.levers[$0].id }
      guard let applied = try? DecisionPlan.applying(ids, to: plan),
        let finish = try? applied.scheduled().cutoverFinish
      else { return nil }
      let own = ids.compactMap { plan.lever($0)?.cost }.reduce(0, +)
      return (ids, own, DecisionPlan.workCost(applied) - DecisionPlan.workCost(plan), finish)
    }
  }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func everyPointIsTheCheapestForItsDay(language: LocalizedText.Language) throws {
    let plan = try DecisionPlan.plan()
    let sets = everySet(plan)
    let front = try plan.leverFront()
    let text = LeverFrontReport(front, plan, ReportContext(language: language, planPath: "p")).text
    let lines = ReportLines(text)
    #expect(front.points.count >= 2)
    for point in front.points {
      let day = "\(point.finish.dayAsFinish)"
      let row = try #require(lines.row(day), "\(day)")
      let reaching = sets.filter { $0.finish.dayAsFinish <= point.finish.dayAsFinish }
      let least = try #require(reaching.map { $0.levers + $0.work }.min())
      let figures = row.cells.dropFirst(2).compactMap(DecisionPlan.number)
      #expect(figures.count == 3)
      #expect(figures[2] == least)
      #expect(figures[0] + figures[1] == figures[2])
      #expect(
        sets.contains {
          $0.ids == point.levers && $0.levers == figures[0] && $0.work == figures[1]
            && $0.finish == point.finish
        })
      let none = language == .ja ? "なし" : "none"
      #expect(row.below == (point.levers.isEmpty ? none : point.levers.joined(separator: ", ")))
      let elapsed = try plan.scheduled().cutoverFinish.minutes - point.finish.minutes
      let unit = language == .ja ? "日" : " d"
      if elapsed % 1440 == 0 { #expect(row.cells[1] == "\(elapsed / 1440)\(unit)") }
    }
    // The earliest day of all is the last point.
    #expect(front.points.last?.finish.dayAsFinish == sets.map(\.finish.dayAsFinish).min())
  }

  @Test func aBudgetAndAGoal() throws {
    let plan = try DecisionPlan.plan()
    let sets = everySet(plan)
    let context = ReportContext(language: .en, planPath: "p")
    let budget: Int64 = 20_000_000
    let within = sets.filter { $0.levers + $0.work <= budget }
    let earliest = try #require(within.map(\.finish.dayAsFinish).min())
    let found = LeverFrontReport(try plan.leverFront(budget: budget), plan, context).text
    #expect(found.contains("within 20,000,000 JPY the earliest cutover is \(earliest)"))
    let best = try #require(sets.map(\.finish).min())
    let earlier = Instant(minutes: best.minutes - 1440)
    let none = LeverFrontReport(try plan.cheapestLevers(reaching: earlier), plan, context).text
    #expect(
      none.contains("no set of levers reaches \(earlier.dayAsFinish) (proven over all sets)"))
  }

  @Test func aStoppedSearchSaysWhatIsNotProven() throws {
    let plan = try DecisionPlan.plan()
    let front = try plan.leverFront(isOutOfTime: { true })
    let gap = try #require(front.gap)
    let english = LeverFrontReport(front, plan, ReportContext(language: .en)).text
    #expect(
      english.contains("\nUnproven  stopped by the time limit: a further date costs at least "))
    let japanese = LeverFrontReport(front, plan, ReportContext(language: .ja)).text
    #expect(japanese.contains("\n未証明    時間切れで停止："))
    // What it says cannot be undercut, no set undercuts.
    let sets = everySet(plan)
    if let bound = gap.dateBound { #expect(sets.allSatisfy { $0.finish >= bound }) }
    let earlier = sets.filter { $0.finish.dayAsFinish < front.base.dayAsFinish }
    #expect(earlier.allSatisfy { $0.levers + $0.work >= gap.costBound })
  }

  @Test func leversThatMustNotBeUsed() throws {
    let plan = try DecisionPlan.plan()
    let front = try plan.leverFront(without: ["new-team"])
    let context = ReportContext(language: .en, planPath: "p")
    let text = LeverFrontReport(front, plan, context).text
    #expect(text.contains("\nWithout   new-team\n"))
    #expect(text.contains("every set of the 4 levers"))
    #expect(!front.points.flatMap(\.levers).contains("new-team"))
    let sets = everySet(plan).filter { !$0.ids.contains("new-team") }
    #expect(front.points.last?.finish.dayAsFinish == sets.map(\.finish.dayAsFinish).min())
  }

  /// A command stands on one line, however long: it is there to be copied.
  @Test(arguments: [LocalizedText.Language.en, .ja])
  func theCommandIsNotBroken(language: LocalizedText.Language) throws {
    var plan = try DecisionPlan.plan()
    for index in plan.levers.indices where plan.levers[index].requires.isEmpty {
      plan.levers[index].id += "-with-a-name-that-is-longer-than-most"
    }
    plan.levers.removeLast()
    plan.scenarios = []
    let front = try plan.leverFront()
    let ids = try #require(front.points.last).levers
    #expect(ids.count >= 2)
    let text = LeverFrontReport(front, plan, ReportContext(language: language, planPath: "p")).text
    let command = "`bunri what-if p --apply \(ids.joined(separator: ","))`"
    #expect(command.count > 100)
    let line = try #require(ReportLines(text).lines.first { $0.contains(command) })
    #expect(line.hasPrefix(language == .ja ? "もしかして `" : "Maybe `"))
  }

  @Test func theDocumentAddsUp() throws {
    let plan = try DecisionPlan.plan()
    let document = LeverFrontReport(
      try plan.leverFront(), plan, ReportContext(language: .en)
    ).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    #expect(
      Set(parsed.keys) == [
        "formatVersion", "base", "goal", "budget", "without", "currency", "exact", "gap",
        "evaluations",
        "points",
      ])
    let points = try #require(parsed["points"] as? [[String: Any]])
    let sets = everySet(plan)
    for point in points {
      let ids = try #require(point["levers"] as? [String])
      let set = try #require(sets.first { $0.ids == ids })
      #expect(point["leverCost"] as? Int64 == set.levers)
      #expect(point["workCost"] as? Int64 == set.work)
      #expect(point["cost"] as? Int64 == set.levers + set.work)
      #expect(point["cutoverFinish"] as? String == "\(set.finish)")
    }
  }
}
