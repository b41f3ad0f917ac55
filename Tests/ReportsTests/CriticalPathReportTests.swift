import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Critical-path report")
struct CriticalPathReportTests {
  @Test("the whole output in English")
  func english() throws {
    let plan = try SamplePlan.plan()
    let schedule = try plan.scheduled()
    let report = CriticalPathReport(
      schedule, ReportContext(language: .en, planPath: "Plans/sample"),
      advice: LeverAdvice(beyond: schedule, plan, limit: 100))
    #expect(
      report.text == """
        Cutover   go-live    Sat 2028-01-01    target 2028-01-31    margin +19 working days
                  21.0 months after the start
        Path      6 of 9 tasks, 424 working days
        Data      illustrative: 7 of 8 durations are invented (see the plan's header)

          start       finish      days  task                         owner    driver  because
          2026-04-01  2026-06-29    60  Current analysis, sales on…  network  D1      the project starts
          2026-06-30  2026-10-27    80  Design                       network          after Current analysi…
          2026-10-14  2027-08-10   200  Build, metering              network  D2      10 days before Design
                                                                                      finished (FS-10d)
          2027-08-12  2027-11-09    60  System test                  retail   D1 D4   after Build, metering
          2027-11-10  2027-11-16     5  Rehearsal                    network          after System test
          2027-12-29  2028-01-01   4ed  Cutover                      network          waits 43 days for the
                                                                                      window
                                                                                      2027-12-29/2028-01-03
          ed = days of the calendar, holidays included

        Owners    retail = Retail    network = Network

        Maybe `bunri what-if Plans/sample --apply hire-more`: 162 working days earlier (242 calendar days)
        for 400,000,000 JPY.

        """)
  }

  @Test("the whole output in Japanese")
  func japanese() throws {
    let plan = try SamplePlan.plan()
    let schedule = try plan.scheduled()
    let report = CriticalPathReport(
      schedule, ReportContext(language: .ja, planPath: "Plans/sample"),
      advice: LeverAdvice(beyond: schedule, plan, limit: 100))
    #expect(
      report.text == """
        切替      go-live    2028-01-01（土）    2028年1月（2027年度）    目標 2028-01-31    余裕 +19稼働日
                  開始から21.0か月
        経路      全9タスク中の6タスク、424稼働日
        データ    例示：期間8件のうち7件は作例（計画ファイルの冒頭を参照）

          開始        終了        日数  タスク                        担当     要因   日付の理由
          2026-04-01  2026-06-29    60  現行調査（営業オンラインほ…   network  D1     プロジェクト開始
          2026-06-30  2026-10-27    80  設計                          network         現行調査（営業オ…の後
          2026-10-14  2027-08-10   200  検針システムの再構築          network  D2     設計の終了より10日前
                                                                                      （FS-10d）
          2027-08-12  2027-11-09    60  総合試験                      retail   D1 D4  検針システムの再…の後
          2027-11-10  2027-11-16     5  移行リハーサル                network         総合試験の後
          2027-12-29  2028-01-01   4ed  切替                          network         43日待つ：期間
                                                                                      2027-12-29/2028-01-03
          ed = 休日を含む暦日

        担当      retail = 小売    network = 送配電

        もしかして `bunri what-if Plans/sample --apply hire-more`：費用 400,000,000 円で162稼働日（暦日で
        242日）早まる。

        """)
  }

  @Test("the paths nearest to it, in both languages")
  func nearPaths() throws {
    let schedule = try SamplePlan.plan().scheduled()
    let paths = try schedule.nearPaths(3)
    func blocks(_ language: LocalizedText.Language) -> [String] {
      let text = CriticalPathReport(
        schedule, ReportContext(language: language), paths: paths, listing: 3
      ).text
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let english = blocks(.en)
    #expect(
      english[2] == "Path      6 of 9 tasks, 424 working days; the next path is 10 days behind")
    let first = try #require(english.firstIndex { $0.hasPrefix("Path 2") })
    #expect(
      english[first...].prefix(5).joined(separator: "\n") == """
        Path 2    float 39 working days    10 days behind path 1    adds 1 task
                  branches off at Current analysis, sales online and the rest    joins path 1 at Design
          start       finish      days  task                owner   because
          2026-04-30  2026-06-15    30  Interface contract  retail  20 days after Current… started (SS+20d)
          ed = days of the calendar, holidays included
        """)
    let japanese = blocks(.ja)
    #expect(japanese[2] == "経路      全9タスク中の6タスク、424稼働日。次の経路との差は10日")
    #expect(japanese.contains { $0.hasPrefix("経路2     切替までの余裕 39稼働日    経路1との差 10日") })
    #expect(!english.contains { $0.hasPrefix("Path 3") })
  }

  @Test("every path with what it adds, for programs")
  func nearPathsJSON() throws {
    let schedule = try SamplePlan.plan().scheduled()
    let paths = try schedule.nearPaths(3)
    func parsed(listing count: Int?) throws -> [String: Any] {
      let report = CriticalPathReport(
        schedule, ReportContext(language: .en), paths: paths, listing: count)
      let value = try JSONSerialization.jsonObject(with: Data(report.json.document.utf8))
      return try #require(value as? [String: Any])
    }
    let plain = try parsed(listing: nil)
    #expect((plain["nextPath"] as? [String: Int])?["behind"] == 10 * 480)
    let single = try #require(plain["paths"] as? [[String: Any]])
    #expect(single.count == 1 && single[0]["behind"] as? Int == 0)
    let all = try #require(try parsed(listing: 3)["paths"] as? [[String: Any]])
    #expect(all.count == 2)
    #expect(all[0]["float"] as? Int == 0)
    #expect(all[0]["tasks"] as? [String] == all[0]["added"] as? [String])
    #expect(all[0]["joins"] is NSNull)
    #expect(all[1]["float"] as? Int == 39 * 480)
    #expect(all[1]["added"] as? [String] == ["contract"])
    #expect(all[1]["leaves"] as? String == "analysis")
    #expect(all[1]["joins"] as? String == "design")
    #expect(all[1]["joinsPath"] as? Int == 0)
    let path = try #require(all[1]["path"] as? [[String: Any]])
    #expect(path.compactMap { $0["id"] as? String } == all[1]["tasks"] as? [String])
    #expect(path.allSatisfy { $0["drivenBy"] is [String: Any] })
  }

  @Test("no line is wider than 100 columns, whatever the names", arguments: 0..<8 as Range<UInt64>)
  func width(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var plan = try SamplePlan.plan()
    for index in plan.tasks.indices {
      plan.tasks[index].name = SamplePlan.text(
        RandomNames.name(&random), RandomNames.name(&random))
    }
    for index in plan.owners.indices {
      plan.owners[index].name = LocalizedText(RandomNames.name(&random))
    }
    let schedule = try plan.scheduled()
    let comparison = try WhatIfResult.compare(plan, applying: [.lever("hire-more")])
    let advice = LeverAdvice(beyond: schedule, plan, limit: 100)
    for language in LocalizedText.Language.allCases {
      let context = ReportContext(language: language)
      let texts = [
        CriticalPathReport(
          schedule, context, paths: try schedule.nearPaths(5), listing: 5, advice: advice
        ).text,
        ScheduleReport(schedule, context).text, WhatIfReport(comparison, context).text,
      ]
      for line in texts.joined(separator: "\n").split(separator: "\n") {
        #expect(line.displayWidth <= 100, "\(line)")
      }
    }
  }

  @Test("the fixed keys and the kinds of reasons")
  func json() throws {
    let schedule = try SamplePlan.plan().scheduled()
    let document = CriticalPathReport(schedule, ReportContext(language: .en)).json.document
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let path = try #require(parsed["path"] as? [[String: Any]])
    #expect(
      path.compactMap { $0["id"] as? String } == [
        "analysis", "design", "metering", "test", "rehearsal", "go-live",
      ])
    #expect(parsed["paths"] is [Any])
    for entry in path {
      #expect(Set(["id", "start", "finish", "duration", "drivenBy"]).isSubset(of: entry.keys))
    }
    let kinds = path.compactMap { ($0["drivenBy"] as? [String: Any])?["kind"] as? String }
    #expect(kinds == ["start", "link", "link", "link", "link", "calendar"])
    let lead = try #require(path[2]["drivenBy"] as? [String: Any])
    #expect(lead["predecessor"] as? String == "design")
    #expect(lead["type"] as? String == "FS")
    #expect(lead["lag"] as? Int == -4800)
    let window = try #require(path[5]["drivenBy"] as? [String: Any])
    #expect(
      window["window"] as? [String: String] == [
        "start": "2027-12-29T00:00", "end": "2028-01-04T00:00",
      ])
  }

  @Test("an empty plan has a verdict too")
  func empty() throws {
    let plan = Plan(start: try SamplePlan.day("2026-04-01"))
    let text = CriticalPathReport(try plan.scheduled(), ReportContext(language: .en)).text
    #expect(text.contains("the plan has no tasks"))
  }
}
