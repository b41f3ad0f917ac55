import Foundation
import PlanFile
import Planning
import ProjectXML
import Scheduling
import SharedSystem
import Testing

/// A plan that was exported and imported again is the plan that was exported, as far as the format,
/// our custom fields and facts hold it (`asTheFormatHoldsIt`), and has the same dates.
@Suite struct LosslessTests {
  static let plans = [
    "Plans/wheeling-2029", "Examples/carve-out.yaml", "Examples/regional-bank.yaml",
    "Examples/links-and-calendars.yaml",
  ]

  @Test(arguments: plans)
  func ourPlansComeBack(path: String) throws {
    let reading = PlanReader.read(path: SampleFiles.package.appending(path: path).path)
    try expectSame(try #require(reading.plan))
  }

  /// `BUNRI_SEEDS=20` tries twenty times as many plans.
  private static let size =
    8 * (ProcessInfo.processInfo.environment["BUNRI_SEEDS"].flatMap { Int($0) } ?? 1)

  @Test(arguments: 0..<20)
  func randomPlansComeBack(_ group: Int) throws {
    let size = LosslessTests.size
    var compared = 0
    for seed in UInt64(group * size)..<UInt64(group * size + size) {
      let plan = richPlan(seed)
      guard (try? plan.scheduled()) != nil else { continue }
      compared += 1
      try expectSame(plan, "seed \(seed)")
    }
    #expect(compared > 1)
  }

  @Test(arguments: LocalizedText.Language.allCases)
  func theLanguageOfTheFileDoesNotMatter(_ language: LocalizedText.Language) throws {
    let plan = plan(
      task("a", "2d") { $0.name = LocalizedText(byLanguage: ["ja": "作業", "en": "Work"]) }
    ) { $0.name = LocalizedText(byLanguage: ["ja": "計画", "en": "Plan"]) }
    let written = try Written(plan, .init(language: language))
    let imported = try Imported(written.bytes)
    #expect(PlanImage.difference(plan, imported.plan) == "")
  }

  private func expectSame(_ plan: Plan, _ comment: String = "") throws {
    let written = try Written(plan)
    let imported = try Imported(written.bytes)
    let difference = PlanImage.difference(
      written.schedule.plan.asTheFormatHoldsIt, imported.plan)
    #expect(difference == "", "\(comment)")
    #expect(imported.schedule.tasks == written.schedule.tasks, "\(comment)")
    #expect(imported.report.remarks == [], "\(comment)")
    if difference.isEmpty {
      // The same bytes again: nothing is added by the round trip.
      #expect(try Written(imported.schedule).bytes.count == written.bytes.count, "\(comment)")
    }
  }
}
