import Foundation
import Planning
import Scheduling
import SharedSystem
import Testing

@testable import PlanFile

/// What is written must be read as the same plan, and written again as the same bytes.
struct PlanWriterTests {
  static let plans =
    RealPlanTests.paths + Corpus.files(in: "Correct").map { Corpus.path("Correct") + "/" + $0 }
    + [Corpus.path("Correct") + "/split"]

  private static func expectRoundTrip(_ plan: Plan, _ comment: String, withImage: Bool = true) {
    let text = PlanWriter.text(of: plan, header: ["⼒ a\tb\u{0}", "two\nlines"])
    let reading = PlanReader.read(text: text, name: "written.yaml")
    let problems = reading.diagnostics.filter {
      $0.severity == .error || $0.id == "pasted-character"
    }
    guard let again = reading.plan, problems.isEmpty else {
      Issue.record("\(comment): \(problems.map { $0.text(in: .en) })\n\(text)")
      return
    }
    let areSame = SamePlan.areSame(plan, again)
    let images = areSame && !withImage ? [] : [plan, again].map { PlanImage.lines(of: $0) }
    if let before = images.first, let after = images.last, !areSame || before != after {
      let pairs = zip(before + [""], after + [""])
      Issue.record("\(comment): \(pairs.first { $0 != $1 } ?? ("", ""))\n\(text)")
    }
    let second = PlanWriter.text(of: again, header: ["⼒ a\tb\u{0}", "two\nlines"])
    #expect(Array(second.utf8) == Array(text.utf8), "\(comment)")
  }

  @Test(arguments: plans)
  func plansOfThePackage(path: String) throws {
    let plan = try #require(PlanReader.read(path: path).plan)
    PlanWriterTests.expectRoundTrip(plan, path)
  }

  @Test(arguments: 0..<20)
  func randomPlans(block: UInt64) {
    for seed in (block * 100)..<(block * 100 + 100) {
      PlanWriterTests.expectRoundTrip(
        RandomPlan.make(seed: seed), "seed \(seed)", withImage: seed % 20 == 0)
    }
  }

  /// The random plans must use what they are meant to try out.
  @Test func randomPlansHaveEveryKey() {
    var found: Set<String> = []
    for seed in 0..<300 as Range<UInt64> {
      let text = PlanWriter.text(of: RandomPlan.make(seed: seed))
      for part in text.split(whereSeparator: { " \n{[".contains($0) }) where part.last == ":" {
        found.insert(String(part.dropLast()))
      }
    }
    func missing<Key: RecordKey>(_ keys: Key.Type) -> [String] {
      keys.allCases.map(\.rawValue).filter { !found.contains($0) }
    }
    let remarks = ["notes", "source", "illustrative", "name"]
    #expect(missing(TaskKey.self).isEmpty && missing(ProgressKey.self).isEmpty)
    #expect(missing(CalendarKey.self).allSatisfy(remarks.contains))
    #expect(missing(ChangeKey.self).isEmpty && missing(SelectorKey.self).isEmpty)
    #expect(missing(ProjectKey.self).isEmpty && missing(ModuleKey.self).isEmpty)
    #expect(missing(CouplingKey.self).isEmpty && missing(LeverKey.self).isEmpty)
    #expect(missing(TeamKey.self).isEmpty && missing(ProfileKey.self).isEmpty)
    #expect(missing(ScenarioKey.self).isEmpty && missing(DependencyKey.self).isEmpty)
  }

  /// Summaries inside summaries down to what the reader allows, and a plan with many tasks.
  @Test func deepAndLarge() {
    var plan = Plan(start: Instant(minutes: 29_000_000))
    for level in 0..<60 {
      var task = PlanTask(id: "s\(level)", name: LocalizedText("s\(level)"))
      task.isSummary = level < 59
      task.isMilestone = level == 59
      task.parent = level == 0 ? nil : level - 1
      plan.tasks.append(task)
    }
    for index in 0..<2000 {
      var task = PlanTask(id: "t\(index)", name: LocalizedText("作業 \(index)"))
      task.duration = PlanDuration(index % 50 + 1, .days)
      if index > 0 { task.after = [PlanTask.Dependency(task: "t\(index - 1)")] }
      plan.tasks.append(task)
    }
    PlanWriterTests.expectRoundTrip(plan, "deep")
  }

  @Test func layout() throws {
    let path = Corpus.path("Correct") + "/everything.yaml"
    let plan = try #require(PlanReader.read(path: path).plan)
    let text = PlanWriter.text(of: plan, header: ["Every key"])
    let expected = Corpus.path("Written") + "/everything.yaml"
    if ProcessInfo.processInfo.environment["BUNRI_UPDATE"] != nil {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      try Data(text.utf8).write(to: folder.appendingPathComponent("Written/everything.yaml"))
    } else {
      #expect(text == (try String(contentsOfFile: expected, encoding: .utf8)))
    }
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("営業：窓口", "営業：窓口"), ("a:b", "a:b"), ("it's", "it's"),
    ("2029-01-01 start", "2029-01-01 start"), ("1.2.3", "1.2.3"), ("why", "why"), ("-a", "-a"),
    ("yes", "\"yes\""), ("2029-01-01", "\"2029-01-01\""), ("1e3", "\"1e3\""),
    ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), (" a", "\" a\""), ("a ", "\"a \""),
    ("", "\"\""), ("~", "\"~\""), ("12:30", "\"12:30\""), ("- a", "\"- a\""),
    ("two\nlines", "\"two\\nlines\""), ("\u{0}\u{1F}\u{85}", "\"\\x00\\x1F\\x85\""),
    ("⼒\u{1F600}", "\"\\u2F12\u{1F600}\""), ("C:\\x \"q\"", "C:\\x \"q\""),
    ("\"q\" \\", "\"\\\"q\\\" \\\\\""),
  ])
  func quotes(text: String, written: String) {
    var plan = Plan(start: Instant(minutes: 0))
    plan.name = LocalizedText(text)
    let line = text.isEmpty ? "" : "  name: \(written)\n"
    #expect(
      PlanWriter.text(of: plan) == "bunri: 1\nproject:\n\(line)  start: 1970-01-01\n")
  }
}
