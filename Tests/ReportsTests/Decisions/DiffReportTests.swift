import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import Reports

@Suite("Difference report")
struct DiffReportTests {
  private func report(
    _ before: Plan, _ after: Plan, _ language: LocalizedText.Language = .en, threshold: Int = 1,
    scope: PlanDifference.Scope = .everything
  ) throws -> DiffReport {
    DiffReport(
      PlanDifference(try before.scheduled(), try after.scheduled(), scope: scope),
      thresholdDays: threshold, ReportContext(language: language))
  }

  private func parsed(_ report: DiffReport) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(report.json.document.utf8)) as? [String: Any])
  }

  private func changed() throws -> Plan {
    var plan = try DecisionPlan.plan()
    plan.tasks[3].duration = PlanDuration(100, .days)
    plan.tasks[1].owner = "network"
    plan.tasks[4].cost = 310_000_000
    return plan
  }

  @Test(
    arguments: [
      (LocalizedText.Language.en, "Plans     no difference"), (.ja, "計画      違いなし"),
    ])
  func equalPlansDifferInNothing(language: LocalizedText.Language, line: String) throws {
    let plan = try DecisionPlan.plan()
    let report = try report(plan, plan, language)
    #expect(ReportLines(report.text).lines.dropFirst().first == line)
    #expect(ReportLines(report.text).lines.count == 3)
    let document = try parsed(report)
    #expect(document["same"] as? Bool == true)
    #expect((document["tasks"] as? [Any])?.isEmpty == true)
    #expect((document["others"] as? [Any])?.isEmpty == true)
  }

  /// Every row's dates and days against two schedules of their own; what does not differ has none.
  @Test(arguments: [LocalizedText.Language.en, .ja])
  func everyRowIsThatOfTheTwoPlans(language: LocalizedText.Language) throws {
    let (before, after) = (try DecisionPlan.plan(), try changed())
    let (old, new) = (try before.scheduled(), try after.scheduled())
    let lines = ReportLines(try report(before, after, language).text)
    for (index, task) in before.tasks.enumerated() where !task.isSummary {
      let name = task.name.text(in: language)
      let cells = lines.lines.map(ReportLines.cells).first {
        $0.count > 2 && $0[0] == "~" && name.hasPrefix($0[1].filter { $0 != "…" })
      }
      let moved = new.tasks[index].finish.minutes - old.tasks[index].finish.minutes
      let isOwn = ["design", "contract", "metering"].contains(task.id)
      #expect((cells != nil) == (moved != 0 || isOwn), "\(task.id)")
      guard let cells else { continue }
      let days = (old.finishDay(of: index), new.finishDay(of: index))
      #expect(cells[2] == (days.0 == days.1 ? "\(days.0)" : "\(days.0) → \(days.1)"))
      if moved != 0 {
        #expect(moved % 1440 == 0)
        #expect(cells[3] == (moved > 0 ? "+" : "") + "\(moved / 1440)", "\(task.id)")
      }
    }
    let text = lines.lines.joined(separator: "\n")
    #expect(text.contains(language == .ja ? "80 → 100日" : "80 → 100 days"))
    #expect(text.contains(language == .ja ? "担当 retail → network" : "owner retail → network"))
    #expect(text.contains(language == .ja ? "費用 +10,000,000" : "cost +10,000,000"))
    #expect(lines.lines.allSatisfy { $0.displayWidth <= 100 })
    // The largest move comes first in each of the two lists.
    var last: [Int64] = []
    for line in lines.lines {
      guard line.hasPrefix("  ~") else {
        last = []
        continue
      }
      let number = ReportLines.cells(line).dropFirst(3).first.flatMap(DecisionPlan.number) ?? 0
      if let previous = last.last { #expect(abs(number) <= abs(previous), "\(line)") }
      last.append(number)
    }
  }

  /// The summary counts what the two plans have, nothing else.
  @Test func theSummaryCounts() throws {
    let before = try DecisionPlan.plan()
    var after = try changed()
    after.tasks.append(PlanTask(id: "extra", name: LocalizedText("Extra")))
    after.tasks[10].duration = PlanDuration(3, .days)
    after.levers.removeLast()
    after.levers[0].cost = 12_000_000
    after.owners.append(Owner(id: "council", name: LocalizedText("Council")))
    let text = try report(before, after).text
    let (old, new) = (try before.scheduled(), try after.scheduled())
    let moved = before.tasks.indices.count { index in
      !before.tasks[index].isSummary
        && !["design", "contract", "metering"].contains(before.tasks[index].id)
        && old.tasks[index].finish != new.tasks[index].finish
    }
    let summary = try #require(ReportLines(text).lines.first { $0.hasPrefix("Tasks ") })
    #expect(
      summary
        == "Tasks     +1 added  ~3 changed  -0 removed    \(moved) only moved    owner +1    "
        + "levers ~1 -1")
    let japanese = try report(before, after, .ja).text
    #expect(
      japanese.contains(
        "タスク    +追加 1  ~変更 3  -削除 0    日程だけ移動 \(moved)    担当 +1    前倒し策 ~1 -1"))
    #expect(text.contains("cost 10,000,000 → 12,000,000"))
  }

  @Test func windowsAndOtherDaysOfCalendarsAreNamed() throws {
    let before = try DecisionPlan.plan()
    var after = before
    let more = try SamplePlan.window("2027-09-18/2027-09-20")
    after.calendars[1].calendar.windows?.removeLast()
    after.calendars[1].calendar.windows?.append(more)
    let day = CivilDate(dayNumber: try SamplePlan.day("2027-03-01").date.dayNumber)
    after.calendars[0].calendar.closed.append(.init(day, day))
    let english = try report(before, after).text
    let rows = ReportLines(english).lines.map(ReportLines.cells).filter { $0.first == "~" }
    #expect(
      rows.contains {
        $0.dropFirst() == [
          "calendar", "window", "windows 2028-05-03/2028-05-07 → 2027-09-18/2027-09-20",
        ]
      })
    #expect(rows.contains { $0.dropFirst() == ["calendar", "standard", "closed +2027-03-01"] })
    let japanese = try report(before, after, .ja).text
    #expect(japanese.contains("期間 2028-05-03/2028-05-07 → 2027-09-18/2027-09-20"))
    #expect(japanese.contains("休業 +2027-03-01"))
    let others = try #require(try parsed(report(before, after))["others"] as? [[String: Any]])
    let window = try #require(others.first { $0["id"] as? String == "window" })
    let parts = try #require(window["parts"] as? [[String: Any]])
    #expect(parts.first?["key"] as? String == "windows")
    #expect(parts.first?["added"] as? [String] == ["2027-09-18/2027-09-20"])
    #expect(parts.first?["removed"] as? [String] == ["2028-05-03/2028-05-07"])
  }

  /// One change of everything a plan has, and what is said of it.
  @Test func everyKindOfThingIsCompared() throws {
    var before = try DecisionPlan.plan()
    before.modules = [Module(id: "m", name: LocalizedText("M"))]
    before.couplings = [Coupling(from: "m", to: "m", kind: .file)]
    before.information = [InformationClass(id: "i", name: LocalizedText("I"))]
    before.teams = [
      Team(id: "t", name: LocalizedText("T"), capacity: [.init(from: nil, thousandths: 2000)])
    ]
    before.defaults = ["interface.api": [1000]]
    before.generation.isEnabled = false
    var after = before
    after.target = try SamplePlan.end("2028-03-31")
    after.modules[0].size = ["kloc": 120_500]
    after.couplings[0].cost = 2500
    after.information[0].entitled = ["retail"]
    after.teams[0].capacity[0].thousandths = 4000
    after.defaults = ["interface.api": [2000]]
    after.scenarios[1].apply.removeAll()
    after.levers[1].requires = ["new-team"]
    after.owners[0].calendar = "standard"
    after.generation.rate = 1_200_000
    let text = try report(before, after).text
    for words in [
      "target 2028-01-31 → 2028-03-31", "rate +1,200,000", "size +kloc 120.5", "cost +2.5",
      "entitled +retail", "capacity 2 → 4", "1 → 2", "applies -metering.duration=240d",
      "requires +new-team", "calendar +standard",
    ] { #expect(text.contains(words), "\(words) in \(text)") }
    let others = try #require(try parsed(report(before, after))["others"] as? [[String: Any]])
    let kinds = Set(others.compactMap { $0["kind"] as? String })
    let all = Set(PlanDifference.Row.Kind.allCases.map(\.rawValue))
    #expect(kinds == all.subtracting(["calendar", "crossing"]))
    for kind in PlanDifference.Row.Kind.allCases {
      #expect(Words(.en).kind(kind) != Words(.ja).kind(kind))
      #expect(!Words(.en).kind(kind, isOne: false).isEmpty)
    }
    // Of a schedule made elsewhere only its own things are compared, and the rest is said to be so.
    let schedule = try report(before, after, scope: .schedule)
    let left = try #require(try parsed(schedule)["others"] as? [[String: Any]])
    #expect(Set(left.compactMap { $0["kind"] as? String }) == ["project", "owner"])
    #expect(
      schedule.text.contains(
        "\nLeft out  module (1), coupling (1), team (1), levers (5), scenarios (2): a schedule of ")
    )
    #expect(try report(before, after, .ja, scope: .schedule).text.contains("\n比較外    モジュール (1)、"))
  }

  @Test func aThresholdHidesSmallMovesAndCountsThem() throws {
    var after = try DecisionPlan.plan()
    after.tasks[0].duration = PlanDuration(62, .days)
    let before = try DecisionPlan.plan()
    let (old, new) = (try before.scheduled(), try after.scheduled())
    let moves = before.tasks.indices.filter { !before.tasks[$0].isSummary && $0 != 0 }.map {
      Int(new.tasks[$0].finish.minutes - old.tasks[$0].finish.minutes)
    }
    for threshold in [1, 3, 4, 30] {
      let text = try report(before, after, threshold: threshold).text
      let near = moves.count { $0 != 0 && abs($0) < threshold * 1440 }
      let line = "\(near) \(near == 1 ? "task" : "tasks") moved by less than \(threshold) day"
      #expect(text.contains(line) == (near > 0), "\(threshold): \(text)")
      let far = moves.count { abs($0) >= threshold * 1440 && $0 != 0 }
      #expect(text.contains("Tasks that only moved") == (far > 0))
      // What differs itself is shown however little it moves.
      #expect(text.contains("60 → 62 days"))
    }
    let japanese = try report(before, after, .ja, threshold: 30).text
    #expect(japanese.contains("移動が30日未満のタスク \(moves.count { $0 != 0 })件"))
  }

  /// Tasks that move alike are one row that counts them.
  @Test func tasksThatMoveAlikeAreOneRow() throws {
    var before = try DecisionPlan.plan()
    for number in 1...25 {
      var check = PlanTask(id: "check-\(number)", name: LocalizedText("Check \(number)"))
      check.duration = PlanDuration(5, .days)
      check.after = [.init(task: "metering")]
      before.tasks.append(check)
    }
    var after = before
    after.tasks[4].duration = PlanDuration(210, .days)
    let lines = ReportLines(try report(before, after).text).lines
    let rows = lines.filter { $0.contains("Check ") }
    #expect(rows.count == 1)
    #expect(rows[0].hasSuffix("and 24 others alike"))
    let tasks = try #require(try parsed(report(before, after))["tasks"] as? [[String: Any]])
    #expect(tasks.count { ($0["id"] as? String ?? "").hasPrefix("check-") } == 25)
  }
}
