import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Compression report")
struct CompressReportTests {
  /// The sample without windows: two of its tasks can be made shorter for money.
  private func plan() throws -> Plan {
    var plan = try DecisionPlan.plan(workHasCosts: false)
    for index in plan.tasks.indices { plan.tasks[index].calendar = nil }
    plan.tasks[7].duration = PlanDuration(4, .days)
    plan.tasks[4].crash = [
      .init(duration: PlanDuration(180, .days), cost: 40_000_000),
      .init(duration: PlanDuration(170, .days), cost: 70_000_000),
    ]
    plan.tasks[5].crash = [.init(duration: PlanDuration(50, .days), cost: 25_000_000)]
    return plan
  }

  /// By working days from the start to the cutover, the least that any two durations cost: every
  /// pair of whole days is scheduled.
  private func leastCosts(_ plan: Plan) throws -> [Int: (cost: Int64, finish: Instant)] {
    var cheapest: [Instant: Int64] = [:]
    let calendars = CalendarCache()
    for metering in 170...200 {
      for test in 50...60 {
        var other = plan
        other.tasks[4].duration = PlanDuration(metering, .days)
        other.tasks[5].duration = PlanDuration(test, .days)
        let first = Int64(min(200 - metering, 20)) * 2_000_000
        let second = Int64(max(180 - metering, 0)) * 3_000_000
        let cost = first + second + Int64(60 - test) * 2_500_000
        let finish = try other.scheduled(calendars: calendars).cutoverFinish
        cheapest[finish] = min(cost, cheapest[finish] ?? .max)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: cheapest.map { finish, cost in
        (DecisionPlan.workingMinutes(plan, from: plan.start, to: finish) / 480, (cost, finish))
      })
  }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func everyPointOfTheCurveIsTheCheapest(language: LocalizedText.Language) throws {
    let plan = try plan()
    let least = try leastCosts(plan)
    let compression = try plan.compressed()
    let report = CompressReport(compression, showsAll: true, ReportContext(language: language))
    let lines = ReportLines(report.text).lines
    let rows = lines.map(ReportLines.cells).filter { cells in
      cells.count >= 4 && Int(cells[0]) != nil && Int(cells[1]) != nil
    }
    #expect(rows.count == compression.points.count)
    let longest = try #require(least.keys.max())
    #expect(rows.first.flatMap { Int($0[0]) } == longest)
    #expect(rows.last.flatMap { Int($0[0]) } == least.keys.min())
    for (row, next) in zip(rows, rows.dropFirst().map(Optional.some) + [nil]) {
      let days = try #require(Int(row[0]))
      let best = try #require(least[days], "\(days)")
      #expect(Int(row[1]) == longest - days)
      #expect(row[2] == "\(best.finish.dayAsFinish)")
      #expect(DecisionPlan.number(row[3]) == best.cost)
      if let next, let nextDays = Int(next[0]) {
        // The price of the next day is what a day less costs more.
        let dearer = try #require(least[days - 1])
        #expect(DecisionPlan.number(row[4]) == dearer.cost - best.cost)
        #expect(nextDays < days)
      }
    }
    #expect(lines.allSatisfy { $0.displayWidth <= 100 })
  }

  @Test func aBudgetBuysWhatItCan() throws {
    let plan = try plan()
    let least = try leastCosts(plan)
    for budget: Int64 in [10_000_000, 41_000_000, 90_000_000] {
      let compression = try plan.compressed(to: .budget(budget))
      let affordable = least.filter { $0.value.cost <= budget }
      let earliest = try #require(affordable.values.map(\.finish.dayAsFinish).min())
      let text = CompressReport(compression, ReportContext(language: .en)).text
      #expect(try #require(ReportLines(text).lines.first).contains(" \(earliest) "), "\(budget)")
      #expect(compression.chosenSchedule?.cutoverFinish.dayAsFinish == earliest)
    }
  }
}
