import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Proof report")
struct WhyNotReportTests {
  /// Tenths of months from a text such as `12.3`, `1,234.5` or `49.6か月`.
  private func tenths(_ text: Substring) -> Int? {
    let digits = text.filter { $0.isNumber || $0 == "." }
    let parts = digits.split(separator: ".")
    guard parts.count == 2, parts[1].count == 1 else { return nil }
    return Int(parts[0] + parts[1])
  }

  private func crashed() throws -> Plan {
    var plan = try DecisionPlan.plan()
    plan.tasks[4].crash = [.init(duration: PlanDuration(180, .days), cost: 40_000_000)]
    plan.tasks[5].crash = [.init(duration: PlanDuration(50, .days), cost: 25_000_000)]
    return plan
  }

  @Test(arguments: [LocalizedText.Language.en, .ja])
  func theEarliestAndItsPriceAreThoseOfThePlan(language: LocalizedText.Language) throws {
    let plan = try crashed()
    var shortest = plan
    shortest.tasks[4].duration = PlanDuration(180, .days)
    shortest.tasks[5].duration = PlanDuration(50, .days)
    let finish = try shortest.scheduled().cutoverFinish
    let date = Instant(minutes: finish.minutes - 10 * 1440)
    let answer = try plan.whyNot(by: date)
    let text = WhyNotReport(answer, ReportContext(language: language)).text
    let joined = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(joined.contains("\(finish.dayAsFinish)"))
    #expect(joined.contains("65,000,000"))
    let late = (Int(finish.minutes) - Int(date.minutes) + 1439) / 1440
    #expect(
      joined.contains(
        language == .ja
          ? "これは求められた期日より\(late)日遅い" : "That is \(late) days after the date that was asked for"))
    #expect(ReportLines(text).lines.allSatisfy { $0.displayWidth <= 100 })
  }

  /// Each table of months sums up to the months from the start to the cutover.
  @Test(arguments: [LocalizedText.Language.en, .ja])
  func monthsAddUp(language: LocalizedText.Language) throws {
    let plan = try crashed()
    let answer = try plan.whyNot(by: try SamplePlan.end("2026-12-31"))
    let lines = ReportLines(WhyNotReport(answer, ReportContext(language: language)).text).lines
    let days = answer.earliest.cutoverFinish.date.dayNumber - plan.start.date.dayNumber
    // A month has between 28 and 31 days.
    let total = answer.earliest.tenthsOfMonths(until: answer.earliest.cutoverFinish)
    #expect(days * 10 / 31 <= total && total <= days * 10 / 28)
    // The parts of the path: a date first, or what is left, whose months stand alone before a count.
    let path = try #require(lines.firstIndex { $0.hasPrefix("2. ") })
    let kinds = try #require(lines.firstIndex { $0.hasPrefix("3. ") })
    let limits = try #require(
      lines[kinds...].firstIndex { $0.hasPrefix("4. ") || $0.hasPrefix("5. ") })
    let parts = lines[path..<kinds].map(ReportLines.cells).compactMap { cells -> Int? in
      guard cells.count > 1 else { return nil }
      return tenths(cells[0]) ?? (cells[0].contains("-") ? tenths(cells[1]) : nil)
    }
    #expect(parts.reduce(0, +) == total)
    #expect(parts.count > 4)
    let shares = lines[kinds..<limits].map(ReportLines.cells).filter { $0.count >= 2 }
    let sum = try #require(shares.last)
    #expect(tenths(sum[1]) == total)
    #expect(tenths(sum[3]) == total)
    let drivers = shares.filter { ["D1", "D2", "D4", "none", "なし"].contains($0[0]) }
    #expect(drivers.compactMap { tenths($0[1]) }.reduce(0, +) == total)
  }

  @Test func aDateThatIsMetNeedsNoProof() throws {
    let plan = try crashed()
    let answer = try plan.whyNot(by: try SamplePlan.end("2028-12-31"))
    let english = WhyNotReport(answer, ReportContext(language: .en)).text
    #expect(ReportLines(english).lines[0].hasSuffix("the plan meets it"))
    #expect(!english.contains("\n4. "))
    let japanese = WhyNotReport(answer, ReportContext(language: .ja)).text
    #expect(ReportLines(japanese).lines[0].hasSuffix("現計画で間に合う"))
  }
}
