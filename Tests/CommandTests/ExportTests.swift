import Foundation
import Testing

@Suite("export", .enabled(if: Command.executable != nil, "bunri is not beside the tests"))
struct ExportTests {
  private func export(_ arguments: [String], in folder: URL? = nil) throws -> Command.Result {
    try Command.run(["export", "-", "--lang", "en"] + arguments, input: latePlan, in: folder)
  }

  @Test(
    "each format to a file and to standard output is the same",
    arguments: ["mspdi", "gantt", "pmxml", "json"])
  func file(format: String) throws {
    try withFolder { folder in
      let printed = try export(["--format", format, "-o", "-"])
      let written = try export(["--format", format, "-o", "plan.out"], in: folder)
      #expect((printed.status, written.status, written.output) == (0, 0, ""))
      let file = try String(
        contentsOf: folder.appendingPathComponent("plan.out"), encoding: .utf8)
      #expect(file == printed.output && file.contains("Survey"))
      #expect(written.messages.hasPrefix("wrote plan.out: 2 tasks, 1 link, "))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["plan.out"])
    }
  }

  @Test("json is the document of schedule --json")
  func json() throws {
    let schedule = try Command.run(["schedule", "-", "--json", "--lang", "en"], input: latePlan)
    #expect(try export(["--format", "json", "-o", "-"]).output == schedule.output)
  }

  @Test("csv is two files; standard output has the tasks")
  func csv() throws {
    try withFolder { folder in
      let result = try export(["--format", "csv", "-o", "plan.csv"], in: folder)
      #expect(result.status == 0)
      #expect(result.messages.hasPrefix("wrote plan-tasks.csv, plan-links.csv: 2 tasks, 1 link"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["plan-links.csv", "plan-tasks.csv"])
      let printed = try export(["--format", "csv", "-o", "-"])
      // Foundation drops the byte order mark when it reads a text.
      let bytes = try Data(contentsOf: folder.appendingPathComponent("plan-tasks.csv"))
      let tasks = String(decoding: bytes, as: UTF8.self)
      #expect(tasks == printed.output && tasks.hasPrefix("\u{FEFF}Number,Level,Id,Name"))
      let japanese = try Command.run(
        ["export", "-", "--lang", "ja", "--format", "csv", "-o", "-"], input: latePlan)
      #expect(japanese.output.hasPrefix("\u{FEFF}番号,レベル,ID,名称") && japanese.output.contains("調査"))
    }
  }

  @Test("the check may be left out", arguments: ["mspdi", "gantt", "pmxml"])
  func withoutCheck(format: String) throws {
    let checked = try export(["--format", format, "-o", "-"])
    let unchecked = try export(["--format", format, "-o", "-", "--no-validate"])
    #expect(unchecked.status == 0 && unchecked.output == checked.output)
  }

  @Test(
    "what cannot be written is said, and nothing is left",
    arguments: ["mspdi", "gantt", "pmxml", "csv", "json"])
  func unwritable(format: String) throws {
    let result = try export(["--format", format, "-o", "/nonexistent/plan.out"])
    #expect(result.status == 1)
    #expect(result.messages.contains("error[unwritable]"))
    let json = try export(["--format", format, "-o", "/nonexistent/plan.out", "--json"])
    #expect(json.status == 1 && json.output.contains("\"id\": \"unwritable\""))
  }

  @Test("--json tells what was left out", arguments: ["mspdi", "gantt", "pmxml", "csv", "json"])
  func summary(format: String) throws {
    try withFolder { folder in
      let result = try export(["--format", format, "-o", "plan.out", "--json"], in: folder)
      let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let document = try #require(parsed as? [String: Any])
      #expect(document["tasks"] as? Int == 2 && document["links"] as? Int == 1)
      #expect(document["remarks"] is [Any])
    }
  }

  /// Where a tool of the system is, if it is there.
  private static func tool(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private static let xsltproc = tool("xsltproc")

  @Test(
    "the example's stylesheet makes the page beside it",
    .enabled(if: xsltproc != nil, "xsltproc is not installed"))
  func stylesheet() throws {
    let examples = TranscriptTests.root.appendingPathComponent("Examples")
    try withFolder { folder in
      let plan = folder.appendingPathComponent("plan.gantt").path
      let result = try Command.run(
        ["export", "carve-out.yaml", "--format", "gantt", "--lang", "en", "-o", plan], in: examples)
      #expect(result.status == 0)
      let process = Process()
      process.executableURL = Self.xsltproc
      process.arguments = ["--nonet", "gantt-html.xsl", plan]
      process.currentDirectoryURL = examples
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let page = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      let expected = examples.appendingPathComponent("carve-out.html")
      if ProcessInfo.processInfo.environment["BUNRI_UPDATE"] == "1" {
        try page.write(to: expected)
      } else {
        let text = try String(contentsOf: expected, encoding: .utf8)
        #expect(String(decoding: page, as: UTF8.self) == text)
      }
    }
  }
}
