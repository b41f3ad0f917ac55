import Foundation
import Testing

@testable import Reports

@Suite("JSON")
struct JSONValueTests {
  @Test("one line for each member and for each element of the arrays in them")
  func layout() {
    let value: JSONValue = [
      "formatVersion": 1, "empty": [], "none": .null, "late": false,
      "tasks": [["id": "a", "float": -1], ["id": "b", "float": 0]],
    ]
    #expect(
      value.document == """
        {
          "formatVersion": 1,
          "empty": [],
          "none": null,
          "late": false,
          "tasks": [
            {"id": "a", "float": -1},
            {"id": "b", "float": 0}
          ]
        }

        """)
  }

  @Test(
    "texts come back as they were",
    arguments: ["", "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}", "営業\u{2028}👩‍👩‍👧‍👦e\u{301}", "</script>"])
  func text(text: String) throws {
    let document = JSONValue.object([.init(text, .string(text))]).document
    let parsed = try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: String]
    #expect(parsed == [text: text])
  }

  @Test(
    "decimals", arguments: [(0, "0"), (1000, "1"), (-1500, "-1.5"), (62, "0.062"), (-5, "-0.005")])
  func decimals(thousandths: Int64, expected: String) {
    #expect(
      JSONValue.object([.init("n", .thousandths(thousandths))]).document.contains(": \(expected)\n")
    )
  }
}
