import Foundation
import Testing

@Suite("show", .enabled(if: Command.executable != nil, "bunri is not beside the tests"))
struct ShowTests {
  private let plan = """
    bunri: 1
    project: {name: {ja: 分離, en: Separation}, start: 2027-04-01}
    owners: [{id: retail, name: {ja: 小売, en: Retail}}, {id: network, name: {ja: 送配電, en: Network}}]
    modules:
      - {id: billing, name: {ja: 料金計算, en: Billing}, owner: retail, heldBy: [retail]}
      - {id: metering, name: {ja: 検針, en: Metering}, owner: network, heldBy: [retail, network]}
      - {id: customers, name: {ja: お客さま, en: Customers}, heldBy: [retail, network]}
    couplings:
      - {from: billing, to: metering, kind: table, cost: 14, information: [usage]}
      - {from: billing, to: customers, kind: api}
      - {from: customers, to: billing, kind: screen, cost: 2}
    """

  @Test(
    "one JSON document for each view",
    arguments: [
      ([], "coupled"), (["--matrix"], "cells"), (["--matrix", "--fold", "owner"], "cells"),
      (["--focus", "billing", "--hops", "2"], "uses"),
    ] as [([String], String)])
  func json(options: [String], key: String) throws {
    let result = try Command.run(["show", "-", "--json"] + options, input: plan)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(document["formatVersion"] as? Int == 1)
    #expect((document[key] as? [Any])?.isEmpty == false)
    #expect((result.status, result.messages) == (0, ""))
  }

  @Test("an unknown module has the nearest one beside it")
  func unknown() throws {
    let result = try Command.run(["show", "-", "--focus", "biling", "--lang", "en"], input: plan)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.messages.contains("error[unknown-module]: `biling` is not a module"))
    #expect(result.messages.contains("Maybe `billing`."))
    let json = try Command.run(["show", "-", "--focus", "biling", "--json"], input: plan)
    #expect(json.status == 1 && json.output.contains("unknown-module"))
  }

  @Test("both languages")
  func languages() throws {
    for (language, words) in [("ja", ["使う", "検針", "テーブル"]), ("en", ["uses", "Metering"])] {
      let result = try Command.run(
        ["show", "-", "--focus", "billing", "--lang", language], input: plan)
      for word in words { #expect(result.output.contains(word)) }
    }
  }

  @Test("options that do not go together are wrong usage")
  func usage() throws {
    for options in [
      ["--focus", "billing", "--matrix"], ["--hops", "2"], ["--focus", "billing", "--hops", "0"],
      ["--fold", "owner"], ["--matrix", "--fold", "company"], ["--json", "--svg", "-"],
      ["--weight", "cost"],
    ] {
      #expect(try Command.run(["show", "-"] + options, input: plan).status == 64)
    }
  }

  @Test("the picture goes to a file or to standard output, with the same bytes")
  func picture() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("matrix.svg")
      let written = try Command.run(
        ["show", "-", "--svg", file.path, "--lang", "en"], input: plan)
      #expect((written.status, written.output) == (0, ""))
      #expect(written.messages == "wrote \(file.path)\n")
      let printed = try Command.run(["show", "-", "--svg", "-", "--lang", "en"], input: plan)
      #expect(printed.output == (try String(contentsOf: file, encoding: .utf8)))
      #expect(printed.output.contains("<title>Billing → Metering\ntable, 14 PM: usage</title>"))
      let failed = try Command.run(["show", "-", "--svg", folder.path], input: plan)
      #expect(failed.status == 1 && failed.messages.contains("error[unwritable]"))
    }
  }
}
