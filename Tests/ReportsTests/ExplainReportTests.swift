import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Explanation")
struct ExplainReportTests {
  @Test("the whole output in English")
  func english() throws {
    let real = try text(of: "go-live", .en)
    #expect(
      real == """
        Task      go-live    Cutover    Network
        Dates     Wed 2027-12-29 → Sat 2028-01-01    4 elapsed days
        Data      illustrative: 7 of 8 durations are invented (see the plan's header)

        Why it starts on 2027-12-29
           1. Current analysis, sales online and the rest: begins with the project (2026-04-01); 60 days
              from 2026-04-01 to 2026-06-29, over 4 days off (2026-04-29, 2026-05-04/2026-05-06).
           2. Design: follows 1; 80 days from 2026-06-30 to 2026-10-27, over 6 days off (2026-07-20,
              2026-08-11, 2026-09-21/2026-09-23, 2026-10-12).
           3. Build, metering: 10 days before Design finished (FS-10d); 200 days from 2026-10-14 to
              2027-08-10, over 15 days off (2026-11-03, 2026-11-23, 2026-12-29/2027-01-01, 2027-01-11, …).
           4. System test: follows 3; 60 days from 2027-08-12 to 2027-11-09, over 4 days off (2027-09-20,
              2027-09-23, 2027-10-11, 2027-11-03).
           5. Rehearsal: follows 4; 5 days from 2027-11-10 to 2027-11-16.
           6. Cutover: follows 5, ready on 2027-11-16, but waits 43 days for the window
              2027-12-29/2028-01-03; 4 elapsed days from 2027-12-29 to 2028-01-01.

        Float     total 2.4 elapsed days    free 2.4 elapsed days    margin +17.9 working days
                  on the driving path to the cutover
        Critical  no: it may slip 2.4 elapsed days without harm to the project's finish

        What would make it start a day earlier
          - a day less of any task or lag on the way is not enough
          - Cutover on the project's calendar → 2027-11-17
          - Cutover: a window that begins on 2027-12-28 → 2027-12-28
          - without waiting for the task before: System test (→ 2026-12-29), Rehearsal (→ 2026-12-29),
            Cutover (→ 2026-12-29)
          - Cutover waits for the window 2027-12-29/2028-01-03; the one before is 2027-05-01/2027-05-05: all
            before it would have to be ready on 2027-05-02, 133 working days are missing → 2027-05-02
            21 changes tried, each by scheduling the changed plan

        """)
  }

  @Test("the whole output in Japanese")
  func japanese() throws {
    let real = try text(of: "go-live", .ja)
    #expect(
      real == """
        タスク    go-live    切替    送配電
        日程      2027-12-29（水） → 2028-01-01（土）    暦で4日
        データ    例示：期間8件のうち7件は作例（計画ファイルの冒頭を参照）

        2027-12-29 に始まる理由
           1. 現行調査（営業オンラインほか）：プロジェクトの開始（2026-04-01）とともに。60日、2026-04-01 か
              ら 2026-06-29 まで（休業4日：2026-04-29、2026-05-04/2026-05-06 を挟む）。
           2. 設計：1の後。80日、2026-06-30 から 2026-10-27 まで（休業6日：2026-07-20、2026-08-11、
              2026-09-21/2026-09-23、2026-10-12 を挟む）。
           3. 検針システムの再構築：設計の終了より10日前（FS-10d）。200日、2026-10-14 から 2027-08-10 まで
              （休業15日：2026-11-03、2026-11-23、2026-12-29/2027-01-01、2027-01-11、… を挟む）。
           4. 総合試験：3の後。60日、2027-08-12 から 2027-11-09 まで（休業4日：2027-09-20、2027-09-23、
              2027-10-11、2027-11-03 を挟む）。
           5. 移行リハーサル：4の後。5日、2027-11-10 から 2027-11-16 まで。
           6. 切替：5の後、2027-11-16 に着手できるが、43日待つ：期間 2027-12-29/2028-01-03。暦で4日、
              2027-12-29 から 2028-01-01 まで。

        余裕      総余裕 暦で2.4日    自由余裕 暦で2.4日    余裕 +17.9稼働日    切替までの支配経路上
        判定      クリティカルでない：暦で2.4日遅れてもプロジェクトの完了に響かない

        1日早く始めるには
          - 途中のタスクやラグを1日短くするだけでは早まらない
          - 切替をプロジェクトのカレンダーで行う → 2027-11-17
          - 切替：期間を 2027-12-28 から始める → 2027-12-28
          - 前のタスクを待たない：総合試験（→ 2026-12-29）、移行リハーサル（→ 2026-12-29）、切替（→
            2026-12-29）
          - 切替は期間 2027-12-29/2028-01-03 を待つ。一つ前は 2027-05-01/2027-05-05。先行するすべてが
            2027-05-02 に済む必要があり、133稼働日足りない → 2027-05-02
            21件の変更を、変更後の計画を計算して確かめた

        """)
  }

  @Test("a summary: the task that begins it and the one that ends it")
  func summary() throws {
    let english = try text(of: "build", .en)
    #expect(english.contains("Why it starts on 2026-06-30 (its first task is Design)\n"))
    #expect(english.contains("Why it finishes on 2027-08-10 (its last task is Build, metering)\n"))
    #expect(english.contains("What would make it start a day earlier\n"))
    #expect(english.contains("What would make it finish a day earlier\n"))
    #expect(try text(of: "build", .ja).contains("2027-08-10 に終わる理由（最後のタスクは"))
  }

  @Test("work under way and the status date")
  func progress() throws {
    var plan = try SamplePlan.plan()
    plan.statusDate = try SamplePlan.day("2026-05-01")
    plan.tasks[0].progress = .init(
      started: try SamplePlan.day("2026-04-06"), remaining: PlanDuration(50, .days))
    let english = try text(of: "design", .en, plan)
    #expect(english.contains("really started on 2026-04-06, 50 days remain"))
    let done = try text(of: "analysis", .en, plan)
    #expect(done.contains("- nothing can be changed: it really happened\n"))
    #expect(try text(of: "analysis", .ja, plan).contains("実績 2026-04-06 に着手、残り50日"))
  }

  @Test("ties, constraints and dates of its own, in both languages")
  func sentences() throws {
    var plan = Plan(start: try SamplePlan.day("2026-06-01"))
    plan.tasks = ["a", "b", "c"].map { id in
      var task = PlanTask(id: id, name: SamplePlan.text("Task \(id)", "作業\(id)"))
      task.duration = PlanDuration(4, .days)
      return task
    }
    plan.tasks[2].after = ["a", "b"].compactMap { PlanTask.Dependency($0) }
    let tied = try text(of: "c", .en, plan)
    #expect(
      tied.contains(
        """
          - 2 paths tie, so no single day off is enough. 2 together are (fewer do not): 1 day less for Task
            a, 1 day less for Task b → 2026-06-04
        """))
    #expect(
      try text(of: "c", .ja, plan).contains("2本の経路が並んでいるため、1か所を1日短くするだけでは足りない。"))
    plan.tasks[1].duration = PlanDuration(12, .days)
    plan.tasks[0].constraints = [
      TaskConstraint(.mustStartOn, try SamplePlan.day("2026-06-08"))
    ]
    let pinned = try text(of: "a", .en, plan)
    #expect(
      pinned.contains("its own date leaves no float (constraint: must start on 2026-06-08)"))
    #expect(pinned.contains("- Task a: without the constraint: must start on 2026-06-08"))
    plan.tasks[0].constraints = []
    plan.tasks[0].deadline = try SamplePlan.end("2026-06-05")
    plan.tasks[2].duration = PlanDuration(40, .days)
    plan.tasks[1].duration = PlanDuration(12, .days)
    #expect(
      try text(of: "a", .en, plan).contains(
        "no: it may slip 1 day without harm to Task a (deadline 2026-06-05)"))
    #expect(
      try text(of: "a", .ja, plan).contains("1日遅れても作業a（期限 2026-06-05）に響かない"))
  }

  @Test("a long chain is told from both ends")
  func longChain() throws {
    var plan = Plan(start: try SamplePlan.day("2026-06-01"))
    for index in 0..<80 {
      var task = PlanTask(id: "t\(index)", name: LocalizedText("t\(index)"))
      task.duration = PlanDuration(1, .days)
      if index > 0 { task.after = [.init(task: "t\(index - 1)")] }
      plan.tasks.append(task)
    }
    let lines = try text(of: "t79", .en, plan).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("   5. t4: ") })
    #expect(lines.contains("      … 30 more steps (all with --json)"))
    #expect(!lines.contains { $0.hasPrefix("   6. ") || $0.hasPrefix("  35. ") })
    #expect(lines.contains { $0.hasPrefix("  36. t35: follows 35; 1 day on ") })
    #expect(lines.contains { $0.hasPrefix("  80. ") })
  }

  @Test("the keys, and every step with its reason")
  func json() throws {
    let schedule = try SamplePlan.plan().scheduled()
    let index = try #require(schedule.index(of: "go-live"))
    let report = ExplainReport(
      schedule.explanation(of: index), of: schedule, ReportContext(language: .en))
    let value = try JSONSerialization.jsonObject(with: Data(report.json.document.utf8))
    let parsed = try #require(value as? [String: Any])
    #expect(parsed["task"] as? String == "go-live")
    #expect(parsed["driving"] as? Bool == true)
    let parts = try #require(parsed["explanations"] as? [[String: Any]])
    #expect(parts.count == 1 && parts[0]["aim"] as? String == "start")
    let steps = try #require(parts[0]["steps"] as? [[String: Any]])
    #expect(
      steps.compactMap { $0["id"] as? String }
        == schedule.path.map { schedule.plan.tasks[$0.task].id })
    #expect(steps.last?["ready"] as? String == "2027-11-16T18:00")
    let earlier = try #require(parts[0]["earlier"] as? [String: Any])
    #expect(earlier["tried"] as? Int == earlier["possible"] as? Int)
    let alone = try #require(earlier["alone"] as? [[String: Any]])
    #expect(
      alone.contains { $0["kind"] as? String == "window" && $0["id"] as? String == "go-live" })
    #expect(!alone.contains { $0["kind"] as? String == "duration" })
    let reach = try #require((earlier["reach"] as? [[String: Any]])?.first)
    #expect(reach["id"] as? String == "go-live")
    #expect((reach["previous"] as? [String: String])?["start"] == "2027-05-01T00:00")
    #expect(parsed["standing"] is [String: Any])
  }

  @Test("no line is wider than 100 columns, whatever the names", arguments: 0..<4 as Range<UInt64>)
  func width(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var plan = try SamplePlan.plan()
    for index in plan.tasks.indices {
      plan.tasks[index].name = SamplePlan.text(
        RandomNames.name(&random), RandomNames.name(&random))
    }
    let schedule = try plan.scheduled()
    for index in plan.tasks.indices {
      let explanation = schedule.explanation(of: index)
      for language in LocalizedText.Language.allCases {
        let report = ExplainReport(explanation, of: schedule, ReportContext(language: language))
        for line in report.text.split(separator: "\n") {
          #expect(line.displayWidth <= 100, "\(line)")
        }
      }
    }
  }

  private func text(
    of id: String, _ language: LocalizedText.Language, _ plan: Plan? = nil
  ) throws -> String {
    let schedule = try (plan ?? SamplePlan.plan()).scheduled()
    let index = try #require(schedule.index(of: id))
    return ExplainReport(
      schedule.explanation(of: index), of: schedule, ReportContext(language: language)
    ).text
  }
}
