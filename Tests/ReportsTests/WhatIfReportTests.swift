import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("What-if report")
struct WhatIfReportTests {
  private func result(_ lever: String = "hire") throws -> WhatIfResult {
    try WhatIfResult.compare(try SamplePlan.plan(), applying: [.lever(lever)])
  }

  private func why(
    _ swallowed: WhatIfResult.Swallowed, _ language: LocalizedText.Language
  ) throws -> String {
    var result = try result()
    result.swallowed = swallowed
    let text = WhatIfReport(result, ReportContext(language: language)).text
    let label = language == .ja ? "理由" : "Why"
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix(label) })
    let rest = lines[(first + 1)...].prefix { $0.hasPrefix("          ") }
    let separator = language == .ja ? "" : " "
    // A Japanese label takes twice as many columns as characters.
    let labelled = String(lines[first].dropFirst(language == .ja ? 8 : 10))
    return ([labelled] + rest.map { String($0.dropFirst(10)) }).joined(separator: separator)
  }

  @Test("a gain lost to a window")
  func window() throws {
    let late = try SamplePlan.window("2028-12-29/2029-01-03")
    let early = try SamplePlan.window("2028-05-03/2028-05-07")
    let lost = WhatIfResult.Swallowed.window(
      task: "go-live", gained: 31 * 480, window: late, previous: early, missing: 137 * 480)
    #expect(
      try why(lost, .en)
        == "31 working days are gained before Cutover, but the window before 2028-12-29 is "
        + "2028-05-03/2028-05-07: 137 working days are missing")
    #expect(
      try why(lost, .ja)
        == "切替の前で31稼働日縮まるが、2028-12-29 の一つ前の期間は 2028-05-03/2028-05-07 で、"
        + "あと137稼働日足りない")
    let first = WhatIfResult.Swallowed.window(
      task: "go-live", gained: 480, window: late, previous: nil, missing: nil)
    #expect(
      try why(first, .en)
        == "1 working day is gained before Cutover, but 2028-12-29/2029-01-03 is the first window "
        + "it can use")
    let unknown = WhatIfResult.Swallowed.window(
      task: "go-live", gained: 480, window: nil, previous: nil, missing: nil)
    #expect(
      try why(unknown, .en)
        == "1 working day is gained before Cutover, but it waits for its window all the same")
  }

  @Test("a gain lost to another path")
  func path() throws {
    let lost = WhatIfResult.Swallowed.path(
      tasks: ["contract", "test", "rehearsal", "analysis"], shortened: 30 * 480, gained: 480)
    #expect(
      try why(lost, .en)
        == "the path becomes 30 working days shorter, but only 1 working day is gained: the "
        + "cutover now waits for Interface contract, System test, Rehearsal and 1 more")
    #expect(
      try why(lost, .ja)
        == "経路上の作業は30稼働日縮まるが、得られるのは1稼働日。切替は連係契約、総合試験、"
        + "移行リハーサルほか1件を待つようになる")
  }

  @Test("changes off the path")
  func offPath() throws {
    let one = WhatIfResult.Swallowed.offPath(tasks: ["contract"], float: 30 * 480)
    #expect(
      try why(one, .en)
        == "Interface contract is not on the driving path: it has 30 working days of float")
    #expect(try why(one, .ja) == "連係契約は支配経路上になく、30稼働日の余裕がある")
    let two = WhatIfResult.Swallowed.offPath(tasks: ["contract", "watch"], float: 480)
    #expect(
      try why(two, .en)
        == "none of the 2 changed tasks is on the driving path; the smallest float among them is "
        + "1 working day")
    #expect(try why(two, .ja) == "変更した2タスクはどれも支配経路上になく、最小の余裕は1稼働日")
  }

  @Test("a gain lost to days off")
  func closed() throws {
    let start = Instant(try SamplePlan.day("2027-01-04").date, minuteOfDay: 540)
    let long = WhatIfResult.Swallowed.closed(task: "test", elapsed: 2592, start: start)
    #expect(
      try why(long, .en)
        == "the work before System test is ready 1.8 days earlier, but nobody works until Mon "
        + "2027-01-04")
    #expect(
      try why(long, .ja) == "総合試験の前の作業は1.8日早く整うが、次の稼働日 2027-01-04（月）まで始められない")
    let short = WhatIfResult.Swallowed.closed(task: "test", elapsed: 60, start: start)
    #expect(
      try why(short, .en)
        == "the work before System test is ready 1 hour earlier, but nobody works until Mon 2027-01-04"
    )
  }

  @Test("a path that goes on from starts")
  func startsOnly() throws {
    let one = WhatIfResult.Swallowed.startsOnly(tasks: ["test"])
    #expect(
      try why(one, .en)
        == "the driving path goes on from the start of System test: how long it takes does not "
        + "matter to it")
    #expect(try why(one, .ja) == "支配経路は総合試験の開始から先へ続くため、その長さは影響しない")
  }

  @Test("the fixed keys, and numbers that agree with the result")
  func json() throws {
    let result = try result("hire-more")
    let document = WhatIfReport(result, ReportContext(language: .en)).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    for key in [
      "formatVersion", "before", "after", "gainedMinutes", "gainedDays", "cost", "changes",
      "becameCritical", "noLongerCritical",
    ] {
      #expect(parsed[key] != nil, "\(key)")
    }
    let before = try #require(parsed["before"] as? [String: Any])
    #expect(Set(["finish", "cutoverFinish", "margin"]).isSubset(of: before.keys))
    #expect(parsed["gainedMinutes"] as? Int == Int(result.gainedMinutes))
    #expect(parsed["cost"] as? Int == 400_000_000)
    #expect((parsed["changes"] as? [Any])?.count == result.changes.count)
  }

  @Test("how the cutover moved")
  func moved() throws {
    var result = try result()
    func words(_ minutes: Int32, _ elapsed: Int32) -> [String] {
      result.gainedMinutes = minutes
      result.gainedElapsedMinutes = elapsed
      return [Gain(result).text(Words(.en)), Gain(result).text(Words(.ja))]
    }
    #expect(words(0, 0) == ["no change", "変化なし"])
    #expect(
      words(480, 2880) == ["1 working day earlier (2 calendar days)", "1稼働日（暦日で2日）早まる"])
    #expect(
      words(-960, -2880) == ["2 working days later (2 calendar days)", "2稼働日（暦日で2日）遅れる"])
    #expect(
      words(0, 1440) == [
        "1 calendar day earlier, no working day", "暦日で1日早まる（稼働日は変わらず）",
      ])
  }

  @Test("advice only when one more lever brings more")
  func advice() throws {
    let plan = try SamplePlan.plan()
    let hire: [Scenario.Step] = [.lever("hire")]
    let hired = try plan.applying(hire).scheduled()
    let advice = try #require(LeverAdvice(beyond: hired, plan, applied: hire, limit: 100))
    let sentence = advice.sentence(ReportContext(language: .en))
    #expect(sentence.hasPrefix("Maybe add `--apply hire-more`: together they reach 2027-"))
    #expect(sentence.hasSuffix(", for 520,000,000 JPY in all."))
    let all: [Scenario.Step] = [.lever("hire"), .lever("hire-more")]
    #expect(
      LeverAdvice(beyond: try plan.applying(all).scheduled(), plan, applied: all, limit: 100) == nil
    )
    #expect(LeverAdvice(beyond: hired, plan, applied: hire, limit: 1) == nil)
  }

  @Test("where no single lever helps, a scenario does")
  func scenarioAdvice() throws {
    var plan = try SamplePlan.plan()
    plan.levers = [plan.levers[1]]
    plan.levers[0].requires = ["other"]
    plan.levers.append(Lever(id: "other", name: LocalizedText("other"), cost: 5, changes: []))
    plan.scenarios = [
      Scenario(id: "both", name: LocalizedText("b"), apply: [.lever("other"), .lever("hire-more")])
    ]
    let advice = try #require(LeverAdvice(beyond: try plan.scheduled(), plan, limit: 100))
    let sentence = advice.sentence(ReportContext(language: .en, planPath: "p"))
    #expect(sentence.hasPrefix("Maybe `bunri what-if p --scenario both`: "))
    #expect(sentence.hasSuffix(" for 400,000,005 JPY."))
  }

  @Test("changes that move nothing say so")
  func nothing() throws {
    let result = try WhatIfResult.compare(try SamplePlan.plan(), applying: [])
    let text = WhatIfReport(result, ReportContext(language: .en)).text
    #expect(text.contains("\nWhy       the changes move no task of the plan\n"))
  }
}
