import Foundation
import Testing

@Suite(
  "bunri defaults",
  .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct DefaultsTests {
  @Test("the table, without a plan, in the language of the reader")
  func table() throws {
    let english = try Command.run(["defaults"])
    #expect(english.status == 0)
    #expect(english.messages.isEmpty)
    #expect(english.output.hasPrefix("Defaults  "))
    let japanese = try Command.run(["defaults", "--lang", "ja"])
    #expect(japanese.output.hasPrefix("既定値    "))
    #expect(japanese.output.contains("経済調査会"))
  }

  @Test("one JSON document")
  func json() throws {
    let result = try Command.run(["defaults", "--json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let document = try #require(parsed as? [String: Any])
    #expect(document["formatVersion"] as? Int == 1)
    let entries = try #require(document["defaults"] as? [[String: Any]])
    let keys: Set = ["key", "unit", "low", "mode", "high", "basis", "source", "overridden"]
    #expect(entries.allSatisfy { keys.isSubset(of: $0.keys) })
  }
}
