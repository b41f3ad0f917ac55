import Scheduling
import SharedSystem
import Testing

@testable import Planning
@testable import Reports

@Suite("The reason for a date, in words")
struct ReasonWordsTests {
  private typealias Reason = PlanSchedule.Reason

  private struct Example: Sendable, CustomTestStringConvertible {
    var reason: PlanSchedule.Reason
    var english: String
    var japanese: String
    var testDescription: String { english }
  }

  private static func link(_ text: String, via summary: Int? = nil) -> PlanSchedule.Reason {
    let dependency = PlanTask.Dependency("design \(text)")
    return .link(
      .init(
        predecessor: 3, type: dependency?.type ?? .finishToStart, lag: dependency?.lag ?? .none,
        viaSummary: summary))
  }

  private static func constraint(_ text: String) -> PlanSchedule.Reason {
    TaskConstraint(text).map { .constraint($0) } ?? .actual
  }

  private static let examples: [Example] = [
    .init(reason: .projectStart, english: "the project starts", japanese: "プロジェクト開始"),
    .init(reason: .statusDate, english: "status date 2026-11-20", japanese: "基準日 2026-11-20"),
    .init(reason: .actual, english: "actual", japanese: "実績"),
    .init(reason: link("FS"), english: "after Design", japanese: "設計の後"),
    .init(
      reason: link("FS", via: 2), english: "after Design (in Build)", japanese: "設計（構築内）の後"),
    .init(
      reason: link("FS+1d"), english: "1 day after Design finished (FS+1d)",
      japanese: "設計の終了から1日後（FS+1d）"),
    .init(
      reason: link("FS-2w"), english: "2 weeks before Design finished (FS-2w)",
      japanese: "設計の終了より2週前（FS-2w）"),
    .init(
      reason: link("FS+50%"), english: "50% of its duration after Design finished (FS+50%)",
      japanese: "設計の終了から期間の50%後（FS+50%）"),
    .init(reason: link("SS"), english: "once Design started (SS)", japanese: "設計の開始以後（SS）"),
    .init(
      reason: link("SS+11d"), english: "11 days after Design started (SS+11d)",
      japanese: "設計の開始から11日後（SS+11d）"),
    .init(
      reason: link("SS+10ed"), english: "10 elapsed days after Design started (SS+10ed)",
      japanese: "設計の開始から暦で10日後（SS+10ed）"),
    .init(
      reason: link("FF"), english: "must not finish before Design finished (FF)",
      japanese: "設計の終了より前に終われない（FF）"),
    .init(
      reason: link("FF+5d"), english: "must finish 5 days after Design finished (FF+5d)",
      japanese: "設計の終了から5日後に終了（FF+5d）"),
    .init(
      reason: link("SF+1.5d"), english: "must finish 1.5 days after Design started (SF+1.5d)",
      japanese: "設計の開始から1.5日後に終了（SF+1.5d）"),
    .init(
      reason: constraint("start-no-earlier-than 2024-04-01"),
      english: "constraint: start no earlier than 2024-04-01", japanese: "制約：2024-04-01 以降に開始"),
    .init(
      reason: constraint("start-no-later-than 2024-04-01"),
      english: "constraint: start no later than 2024-04-01", japanese: "制約：2024-04-01 までに開始"),
    .init(
      reason: constraint("finish-no-earlier-than 2024-03-31"),
      english: "constraint: finish no earlier than 2024-03-31", japanese: "制約：2024-03-31 以降に終了"),
    .init(
      reason: constraint("finish-no-later-than 2024-03-31"),
      english: "constraint: finish no later than 2024-03-31", japanese: "制約：2024-03-31 までに終了"),
    .init(
      reason: constraint("must-start-on 2024-04-01"),
      english: "constraint: must start on 2024-04-01", japanese: "制約：2024-04-01 に開始"),
    .init(
      reason: constraint("must-finish-on 2024-03-31"),
      english: "constraint: must finish on 2024-03-31", japanese: "制約：2024-03-31 に終了"),
    .init(
      reason: constraint("mandatory-start 2024-04-01"),
      english: "constraint: mandatory start on 2024-04-01",
      japanese: "制約：2024-04-01 に必ず開始（論理より優先）"),
    .init(
      reason: constraint("mandatory-finish 2024-03-31"),
      english: "constraint: mandatory finish on 2024-03-31",
      japanese: "制約：2024-03-31 に必ず終了（論理より優先）"),
    .init(
      reason: constraint("as-late-as-possible"), english: "constraint: as late as possible",
      japanese: "制約：できるだけ遅く"),
  ]

  @Test("links, constraints and dates", arguments: examples)
  private func words(example: Example) throws {
    #expect(try because(example.reason, .en) == example.english)
    #expect(try because(example.reason, .ja) == example.japanese)
  }

  @Test("a window is named with the days it is waited for")
  func window() throws {
    let window = try SamplePlan.window("2028-12-29/2029-01-03")
    let reason = Reason.calendar(nil, wait: 23 * 1440 + 360, window: window)
    #expect(
      try because(reason, .en) == "waits 24 days for the window 2028-12-29/2029-01-03")
    #expect(try because(reason, .ja) == "24日待つ：期間 2028-12-29/2029-01-03")
    let soon = Reason.calendar(nil, wait: 90, window: window)
    #expect(try because(soon, .en) == "waits 1.5 hours for the window 2028-12-29/2029-01-03")
  }

  @Test("a closure is named, a weekend is not")
  func closure() throws {
    let waiting = Reason.Waiting(
      predecessor: 3, type: .finishToStart, lag: .none, viaSummary: nil)
    let start = try SamplePlan.plan().scheduled().tasks[4].start.date
    let long = Reason.calendar(waiting, wait: 5 * 1440, window: nil)
    #expect(try because(long, .en) == "waits 5 days: no work until \(start)")
    #expect(try because(long, .ja) == "5日待つ：\(start) まで稼働なし")
    let weekend = Reason.calendar(waiting, wait: 63 * 60, window: nil)
    #expect(try because(weekend, .en) == "after Design")
    let alone = Reason.calendar(nil, wait: 60, window: nil)
    #expect(try because(alone, .en) == "waits 1 hour: no work until \(start)")
  }

  @Test("names give way before lines do")
  func fitting() throws {
    var schedule = try SamplePlan.plan().scheduled()
    schedule.plan.statusDate = try SamplePlan.day("2026-11-20")
    let waiting = Reason.Waiting(
      predecessor: 0, type: .finishToStart, lag: .none, viaSummary: nil)
    let step = PlanSchedule.PathStep(task: 4, reason: .link(waiting))
    let because = Because(step, in: schedule, ReportContext(language: .en))
    #expect(because.text(fitting: 99) == "after Current analysis, sales online and the rest")
    #expect(because.text(fitting: 24) == "after Current analysis,…")
    #expect(because.text(fitting: 10) == "after Current…")
  }

  private func because(
    _ reason: PlanSchedule.Reason, _ language: LocalizedText.Language
  ) throws -> String {
    var schedule = try SamplePlan.plan().scheduled()
    schedule.plan.statusDate = try SamplePlan.day("2026-11-20")
    let step = PlanSchedule.PathStep(task: 4, reason: reason)
    return Because(step, in: schedule, ReportContext(language: language)).text
  }
}
