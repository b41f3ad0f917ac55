import Foundation
import Testing

@Suite(
  "Exit codes and streams",
  .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct ExitCodeTests {
  @Test(
    "what the command line decides",
    arguments: [
      (["--version"], 0), (["--help"], 0), (["help", "what-if"], 0), ([], 0), (["bogus"], 64),
      (["seperate", "-"], 64), (["compress", "-", "--by", "x"], 64), (["schedule"], 64),
      (["what-if", "-"], 64),
      (["schedule", "-", "--lang", "fr"], 64), (["export", "-", "-o", "x"], 64),
      (["export", "-", "--format", "mpp", "-o", "x"], 64),
      (["export", "-", "--format", "mspdi", "-o", "-", "--json"], 64),
      (["why-not", "-"], 64), (["compress", "-", "--to", "2028-05-31", "--budget", "1"], 64),
      (["explain", "-"], 64), (["critical-path", "-", "--paths", "0"], 64),
      (["schedule", "/nonexistent/plan.yaml"], 1), (["check", "/nonexistent/plan.yaml"], 1),
    ] as [([String], Int32)])
  func usage(arguments: [String], status: Int32) throws {
    let result = try Command.run(arguments)
    #expect(result.status == status, "\(result)")
    if status == 64 || status == 1 && arguments[0] != "check" {
      #expect(result.output.isEmpty)
      #expect(!result.messages.isEmpty)
    }
  }

  @Test(
    "late or not",
    arguments: [
      (["schedule", "-"], 0), (["schedule", "-", "--fail-if-late"], 2),
      (["critical-path", "-", "--fail-if-late"], 2),
      (["what-if", "-", "--apply", "quick", "--fail-if-late"], 0),
      (["what-if", "-", "--set", "a.duration=4d", "--fail-if-late"], 2),
      (["what-if", "-", "--scenario", "best", "--fail-if-late"], 0), (["check", "-"], 0),
    ] as [([String], Int32)])
  func lateness(arguments: [String], status: Int32) throws {
    let result = try Command.run(arguments, input: latePlan)
    #expect(result.status == status, "\(result)")
    #expect(result.messages.isEmpty)
    #expect(!result.output.isEmpty)
  }

  @Test(
    "a broken plan: diagnostics on standard error, nothing on standard output, code 1",
    arguments: [
      ["schedule", "-"], ["critical-path", "-", "--paths", "3"], ["explain", "-", "b"],
    ])
  func broken(arguments: [String]) throws {
    let broken = latePlan.replacingOccurrences(of: "after: [a]", with: "after: [aa]")
    let result = try Command.run(arguments, input: broken)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("<stdin>:5:"))
    #expect(result.messages.contains("error[unknown-task]"))
    #expect(result.messages.hasSuffix("1 error; nothing was written.\n"))
  }

  @Test("for check the diagnostics are the answer")
  func check() throws {
    let broken = latePlan.replacingOccurrences(of: "duration: 5d}", with: "duration: 5 dys}")
    let result = try Command.run(["check", "-", "--lang", "ja"], input: broken)
    #expect(result.status == 1)
    #expect(result.messages.isEmpty)
    #expect(result.output.contains("<stdin>:4:"))
    #expect(result.output.hasSuffix("エラー1件。何も書き出していません。\n"))
  }

  @Test("a cycle is found when the plan is scheduled")
  func cycle() throws {
    let plan = latePlan.replacingOccurrences(of: "5d}", with: "5d, after: [b]}")
    let result = try Command.run(["check", "-"], input: plan)
    #expect(result.status == 1)
    #expect(result.output.contains("error[cycle]"))
  }

  @Test(
    "changes that cannot be applied",
    arguments: [["--apply", "quik"], ["--set", "a.duration=soon"], ["--scenario", "bst"]])
  func changes(options: [String]) throws {
    let result = try Command.run(["what-if", "-"] + options, input: latePlan)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("Maybe"))
  }

  @Test("a task that does not exist, and a cycle")
  func explain() throws {
    let long = latePlan.replacingOccurrences(of: "id: a,", with: "id: survey,")
      .replacingOccurrences(of: "after: [a]", with: "after: [survey]")
      .replacingOccurrences(of: "{task: a,", with: "{task: survey,")
    let unknown = try Command.run(["explain", "-", "survy"], input: long)
    #expect(unknown.status == 1)
    #expect(unknown.output.isEmpty)
    #expect(unknown.messages.contains("error[unknown-task]: `survy` is not a task of this plan"))
    #expect(unknown.messages.contains("Maybe `survey`."))
    let circle = latePlan.replacingOccurrences(of: "5d}", with: "5d, after: [b]}")
    let cycle = try Command.run(["explain", "-", "a"], input: circle)
    #expect(cycle.status == 1)
    #expect(cycle.messages.contains("error[cycle]"))
  }

  @Test("a full disk is not silence")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full"), let executable = Command.executable
    else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(executable.path)' init - > /dev/full 2> /dev/null"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }
}
