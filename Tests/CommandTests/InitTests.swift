import Foundation
import Testing

@Suite(
  "init", .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct InitTests {
  @Test("the plan is sound in both languages, and the same plan", arguments: ["ja", "en"])
  func sound(language: String) throws {
    let plan = try Command.run(["init", "-", "--lang", language])
    #expect(plan.status == 0)
    #expect(plan.messages.isEmpty)
    let check = try Command.run(["check", "-"], input: plan.output)
    #expect(check.status == 0, "\(check)")
    #expect(check.output.hasPrefix("Sound     50 tasks, 3 modules, 4 couplings, 2 owners"))
    #expect(!check.output.contains("warning"))
    let english = try Command.run(["init", "-", "--lang", "en"])
    let (first, second) = (
      try Command.run(["schedule", "-", "--json"], input: plan.output),
      try Command.run(["schedule", "-", "--json"], input: english.output)
    )
    #expect(first.output == second.output)
    let fast = try Command.run(["what-if", "-", "--scenario", "fast"], input: plan.output)
    #expect(fast.status == 0, "\(fast)")
  }

  @Test("an existing file is kept unless --force")
  func force() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("plan.yaml")
      let made = try Command.run(["init"], in: folder)
      #expect(made.status == 0)
      #expect(made.output.isEmpty)
      #expect(made.messages.hasPrefix("wrote plan.yaml\nMaybe `bunri check plan.yaml`"))
      try Data("mine".utf8).write(to: file)
      let refused = try Command.run(["init"], in: folder)
      #expect(refused.status == 1)
      #expect(refused.messages.contains("error[file-exists]"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
      let forced = try Command.run(["init", "--force"], in: folder)
      #expect(forced.status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("bunri: 1"))
    }
  }

  @Test("a path without .yaml is a folder")
  func folder() throws {
    try withFolder { folder in
      let result = try Command.run(["init", "split/next"], in: folder)
      #expect(result.status == 0)
      let check = try Command.run(["check", "split/next"], in: folder)
      #expect(check.status == 0)
    }
  }
}
