import Foundation
import Testing

@Suite(
  "Output",
  .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct OutputTests {
  @Test(
    "--json is one document, also for errors",
    arguments: [
      ["schedule", "-"], ["critical-path", "-"], ["critical-path", "-", "--paths", "2"],
      ["explain", "-", "b"], ["explain", "-", "b", "--finish"], ["explain", "-", "none-such"],
      ["check", "-"],
      ["what-if", "-", "--apply", "quick"], ["what-if", "-", "--apply", "none-such"],
      ["schedule", "/nonexistent"], ["check", "/nonexistent"],
    ])
  func json(arguments: [String]) throws {
    let result = try Command.run(arguments + ["--json"], input: latePlan)
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let document = try #require(parsed as? [String: Any])
    #expect(document["formatVersion"] as? Int == 1)
    if result.status == 1 {
      let diagnostics = try #require(document["diagnostics"] as? [[String: Any]])
      let keys: Set = ["severity", "id", "file", "line", "column", "message", "advice"]
      #expect(diagnostics.count == 1)
      #expect(diagnostics.allSatisfy { keys.isSubset(of: $0.keys) })
      #expect(result.messages.isEmpty)
    }
  }

  @Test(
    "the language follows the locale, and --lang wins",
    arguments: [
      (["LANG": "ja_JP.UTF-8"], [], true), (["LANG": "en_US.UTF-8"], [], false),
      (["LANG": "ja_JP.UTF-8", "LC_ALL": "C"], [], false),
      (["LANG": "C", "LC_MESSAGES": "ja_JP.UTF-8"], [], true),
      (["LANG": "ja_JP.UTF-8", "LC_ALL": ""], [], true),
      (["LANG": "ja_JP.UTF-8"], ["--lang", "en"], false), ([:], ["--lang", "ja"], true),
      ([:], [], false),
    ] as [([String: String], [String], Bool)])
  func language(environment: [String: String], options: [String], isJapanese: Bool) throws {
    let result = try Command.run(
      ["schedule", "-"] + options, input: latePlan, environment: environment)
    #expect(result.output.hasPrefix(isJapanese ? "切替" : "Cutover"))
    #expect(result.output.contains(isJapanese ? "調査" : "Survey"))
  }

  @Test("work that a window breaks is named by whoever schedules")
  func brokenWindow() throws {
    let plan = """
      bunri: 1
      project: {start: 2027-07-01}
      calendars:
        - {id: gaps, windows: [2027-08-13/2027-08-14, 2027-12-29/2028-01-01],
           hours: ["00:00-24:00"]}
      tasks:
        - {id: go-live, duration: 60h, calendar: gaps}
      """
    let check = try Command.run(["check", "-"], input: plan)
    #expect(check.status == 0)
    #expect(check.output.contains("<stdin>:7:5: warning[broken-window]: `go-live` takes 60 hours"))
    let schedule = try Command.run(["schedule", "-", "--lang", "ja"], input: plan)
    #expect(schedule.status == 0 && !schedule.output.contains("broken-window"))
    #expect(schedule.messages.contains("warning[broken-window]: `go-live` は 60 時間"))
    let json = try Command.run(["check", "-", "--json"], input: plan)
    #expect(json.output.contains("\"broken-window\""))
  }

  @Test("no colour in a pipe")
  func colour() throws {
    let result = try Command.run(["schedule", "-"], input: latePlan)
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test("the same plan gives the same bytes")
  func deterministic() throws {
    for arguments in [
      ["schedule", "-", "--json"], ["critical-path", "-"], ["explain", "-", "b"],
    ] {
      let first = try Command.run(arguments, input: latePlan)
      let second = try Command.run(arguments, input: latePlan)
      #expect(first.output == second.output)
    }
  }

  @Test("levers may be repeated or joined with commas; a scenario brings its own target")
  func changes() throws {
    let set = ["--set", "b.duration=4d"]
    let joined = try Command.run(["what-if", "-", "--apply", "quick"] + set, input: latePlan)
    let scenario = try Command.run(["what-if", "-", "--scenario", "best"], input: latePlan)
    #expect(joined.output.contains("Wed 2027-04-14 → Thu 2027-04-08"))
    #expect(scenario.output.contains("Wed 2027-04-14 → Thu 2027-04-08"))
    #expect(scenario.output.contains("2027-04-30"))
    #expect(joined.output.contains("+1,000,000 JPY"))
  }

  @Test("export writes the file and says so on standard error")
  func export() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("plan.xml")
      let result = try Command.run(
        ["export", "-", "--format", "mspdi", "-o", file.path], input: latePlan)
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(result.messages.hasPrefix("wrote \(file.path): 2 tasks, 1 link, 1 calendar"))
      let written = try String(contentsOf: file, encoding: .utf8)
      let printed = try Command.run(
        ["export", "-", "--format", "mspdi", "-o", "-"], input: latePlan)
      #expect(printed.output == written)
      let summary = try Command.run(
        ["export", "-", "--format", "mspdi", "-o", file.path, "--json"], input: latePlan)
      #expect(summary.output.contains("\"tasks\": 2"))
    }
  }

  @Test("export into nowhere leaves nothing and exits with 1")
  func exportNowhere() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("missing/plan.xml")
      let result = try Command.run(
        ["export", "-", "--format", "mspdi", "-o", file.path], input: latePlan)
      #expect(result.status == 1)
      #expect(result.messages.contains("error[unwritable]"))
    }
  }
}
