import Foundation
import Inventory
import PlanFile
import SharedSystem
import Testing

/// Files made to use up memory are refused at the place where they become too large, and nothing is
/// written.
@Suite("Inventories that are too large")
struct LimitTests {
  private func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// The error that a file is refused with.
  private func refusal(_ text: String, _ name: String) throws -> Diagnostic {
    var result: Diagnostic?
    try withFolder { folder in
      let failure = #expect(throws: InventoryFailure.self) {
        try importing([input(text, name)], into: folder)
      }
      result = failure?.diagnostics.first
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
    let diagnostic = try #require(result)
    for language in LocalizedText.Language.allCases {
      #expect(!diagnostic.text(in: language).isEmpty)
    }
    return diagnostic
  }

  @Test("cells and rows of a table")
  func cells() throws {
    let wide = try refusal("id,name\n" + many(",", 3_100_000) + "\n", "a.csv")
    #expect(wide.id == "too-large" && wide.line == 2)
    let long = try refusal("Parent,Type,Child\n" + many("a,b,c\n", 430_000), "a.csv")
    #expect(long.id == "too-large" && long.line > 400_000)
  }

  @Test("a cell without an end", arguments: ["\"", ""])
  func cell(quote: String) throws {
    let text = "id,name\na,\(quote)" + many("x\(quote)\(quote)", 1_100_000)
    let diagnostic = try refusal(text, "a.csv")
    #expect(diagnostic.id == "table" && diagnostic.line == 2 && diagnostic.column == 3)
  }

  @Test(
    "nodes, edges and attributes of graphs",
    arguments: [
      ("a.graphml", "<graphml><graph>", "<node id='n'/>\n", "</graph></graphml>"),
      (
        "a.xml", "<model xmlns='http://www.opengroup.org/xsd/archimate/3.0/'><relationships>",
        "<relationship/>\n", "</relationships></model>"
      ),
      ("a.dot", "digraph {\n", "a -> b\n", "}"),
    ])
  func graphs(name: String, begin: String, item: String, end: String) throws {
    let diagnostic = try refusal(begin + many(item, 260_000) + end, name)
    #expect(diagnostic.id == "too-large" && diagnostic.line > 240_000)
  }

  @Test("edges between subgraphs are pairs")
  func pairs() throws {
    let (from, to) = ((0..<1000).map { "a\($0)" }, (0..<1000).map { "b\($0)" })
    let text = "digraph {\n{\(from.joined(separator: " "))} -> {\(to.joined(separator: " "))}\n}"
    #expect(try refusal(text, "a.dot").id == "too-large")
  }

  @Test("values of JSON")
  func values() throws {
    let diagnostic = try refusal("{\"nodes\": [\n" + many("1,\n", 3_100_000) + "1]}", "a.json")
    #expect(diagnostic.id == "too-large" && diagnostic.line > 2_900_000)
  }

  @Test("a file that is too large is refused unread")
  func file() throws {
    try withFolder { folder in
      let path = folder + "/a.csv"
      try Data().write(to: URL(fileURLWithPath: path))
      let handle = try #require(FileHandle(forWritingAtPath: path))
      // A sparse file: it says it is large, and takes no room.
      try handle.truncate(atOffset: UInt64(InventoryImport.largestFile + 1))
      try handle.close()
      let failure = #expect(throws: InventoryFailure.self) {
        try InventoryImport.Input(path: path)
      }
      #expect(failure?.diagnostics.map(\.id) == ["too-large"])
    }
  }
}
