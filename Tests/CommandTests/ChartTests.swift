import Foundation
import Testing

@Suite(
  "export --format svg", .enabled(if: Command.executable != nil, "bunri is not beside the tests"))
struct ChartTests {
  private let plan = """
    bunri: 1
    project: {name: {ja: 分離, en: Separation}, start: 2027-04-01, target: 2027-06-30}
    owners: [{id: retail, name: {ja: 小売, en: Retail}}, {id: network, name: {ja: 送配電, en: Network}}]
    tasks:
      - {id: a, name: {ja: 調査, en: Survey}, duration: 5d, owner: retail}
      - {id: b, name: {ja: 構築, en: Build}, duration: 15d, owner: network, after: [a]}
      - {id: c, name: {ja: 研修, en: Training}, duration: 5d, owner: retail, after: [a]}
    """

  private func export(_ options: [String], to file: String = "-") throws -> Command.Result {
    try Command.run(["export", "-", "--format", "svg", "-o", file] + options, input: plan)
  }

  @Test("the chart goes to a file or to standard output, with the same bytes")
  func places() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("plan.svg")
      let written = try export(["--lang", "en"], to: file.path)
      #expect((written.status, written.output) == (0, ""))
      #expect(written.messages == "wrote \(file.path): 3 tasks\n")
      let printed = try export(["--lang", "en"])
      #expect(printed.output == (try String(contentsOf: file, encoding: .utf8)))
      #expect(printed.output.contains(">Survey</text>"))
      #expect(try export(["--lang", "ja"]).output.contains(">調査</text>"))
      let failed = try export([], to: folder.path)
      #expect(failed.status == 1 && failed.messages.contains("error[unwritable]"))
    }
  }

  @Test("a page a file; --json names them")
  func pages() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("my.plan.svg").path
      let result = try export(["--rows", "2", "--json"], to: file)
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let second = folder.appendingPathComponent("my.plan-2.svg").path
      #expect(document["files"] as? [String] == [file, second])
      #expect(document["tasks"] as? Int == 3)
      for file in [file, second] { #expect(FileManager.default.fileExists(atPath: file)) }
    }
  }

  @Test("filters leave tasks out; what the plan does not have is named with the nearest")
  func filters() throws {
    let retail = try export(["--only", "owner=retail", "--lang", "en"])
    #expect(retail.output.contains(">Training</text>") && !retail.output.contains(">Build</text>"))
    let early = try export(["--to", "2027-04-06", "--lang", "en", "--group", "owner"])
    #expect(early.output.contains(">Survey</text>") && !early.output.contains(">Build</text>"))
    let unknown = try export(["--only", "owner=retial", "--lang", "en"])
    #expect(unknown.status == 1 && unknown.output.isEmpty)
    #expect(unknown.messages.contains("error[unknown-owner]: `retial`"))
    #expect(unknown.messages.contains("Maybe `retail`."))
  }

  @Test("options that do not go together are wrong usage")
  func usage() throws {
    for options in [
      ["--from", "2027-02-30"], ["--from", "2027-05-01", "--to", "2027-04-01"], ["--only", "all"],
      ["--group", "team"], ["--rows", "0"], ["--rows", "1000"], ["--json"],
    ] {
      #expect(try export(options).status == 64, "\(options)")
    }
    for options in [["--group", "owner"], ["--only", "near"], ["--to", "2027-04-01"]] {
      let result = try Command.run(
        ["export", "-", "--format", "mspdi", "-o", "-"] + options, input: plan)
      #expect(result.status == 64 && result.messages.contains("goes with --format svg"))
    }
  }
}
