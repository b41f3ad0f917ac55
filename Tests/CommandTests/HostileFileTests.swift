import Foundation
import Testing

/// Files that are broken or meant to do harm: code 1, the file and its line, nothing written.
@Suite(
  "Hostile files",
  .enabled(if: Command.executable != nil, "the executable bunri is not beside the tests"))
struct HostileFileTests {
  private static let project = "<Project xmlns=\"http://schemas.microsoft.com/project\">"
  private static let laughs =
    "<!DOCTYPE x [\n<!ENTITY a \"ha\">"
    + "bcdefgh".unicodeScalars.map { scalar in
      let before = Unicode.Scalar(scalar.value - 1).map { "&\($0);" } ?? ""
      return "<!ENTITY \(scalar) \"\(String(repeating: before, count: 10))\">"
    }.joined() + "]>\n"
  /// A file of the machine, the network, and the network once more.
  private static let entities = [
    "<!DOCTYPE x [<!ENTITY h SYSTEM \"file:///etc/passwd\">]>\n",
    "<!DOCTYPE x [<!ENTITY h SYSTEM \"http://127.0.0.1:9/h\">]>\n",
    "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">\n",
  ]
  private static let documents = [
    ("a.xml", "\(project)<Title>&h;</Title></Project>"),
    ("a.graphml", "<graphml><graph><node id=\"a\"/><node id=\"&h;\"/></graph></graphml>"),
    (
      "b.xml",
      "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\"><name>&h;</name></model>"
    ),
  ]

  /// A schedule around tasks, the first of which stands in line 4.
  private static func schedule(_ tasks: String, start: String = "2025-04-07") -> String {
    "\(project)\n<StartDate>\(start)T08:00:00</StartDate>\n<Tasks>\n\(tasks)\n</Tasks></Project>"
  }

  private static func task(_ uid: Int, _ more: String = "", level: Int = 1) -> String {
    "<Task><UID>\(uid)</UID><OutlineLevel>\(level)</OutlineLevel>"
      + "<Duration>PT8H0M0S</Duration>\(more)</Task>\n"
  }

  private static func after(_ uid: Int) -> String {
    "<PredecessorLink><PredecessorUID>\(uid)</PredecessorUID></PredecessorLink>"
  }

  /// Imports a file, and checks that it is refused at a line and leaves nothing behind.
  private func refuse(
    _ name: String, _ bytes: Data, _ id: String, line: Int
  ) throws {
    try withFolder { folder in
      try bytes.write(to: folder.appendingPathComponent(name))
      let result = try Command.run(["import", name, "-o", "plan/"], in: folder)
      #expect(result.status == 1, "\(result)")
      #expect(result.output.isEmpty)
      let place = "\(name):\(line):"
      #expect(result.messages.contains(place), "\(result.messages)")
      #expect(result.messages.contains("error[\(id)]"), "\(result.messages)")
      #expect(!result.messages.contains("root:"))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == [name])
    }
  }

  @Test("document types are refused before an entity is declared", arguments: documents)
  func entities(name: String, document: String) throws {
    for declaration in HostileFileTests.entities + [HostileFileTests.laughs] {
      let text = "<?xml version=\"1.0\"?>\n\(declaration)\(document)"
      try refuse(name, Data(text.utf8), "document-type", line: 2)
    }
  }

  @Test(
    "depth is bounded",
    arguments: [
      ("a.xml", "\(project)\n", "<Task>", 2), ("a.graphml", "<graphml>\n", "<graph>", 2),
      ("b.xml", "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\">\n", "<item>", 2),
      ("a.dot", "digraph {\n", "{", 2), ("a.json", "{\"nodes\":\n", "{\"a\":", 2),
    ])
  func depth(name: String, begin: String, item: String, line: Int) throws {
    let text = begin + String(repeating: item, count: 1_000_000)
    try refuse(name, Data(text.utf8), "too-deep", line: line)
  }

  @Test(
    "links, UIDs, outlines and dates of schedules",
    arguments: [
      (schedule(task(1) + task(2, after(2))), "cycle", 5),
      (schedule(task(1, after(2)) + task(2, after(1))), "cycle", 4),
      (schedule(task(1) + task(2, after(1), level: 2)), "cycle", 5),
      (schedule(task(1) + task(2) + task(1)), "duplicate-uid", 6),
      (schedule((1...502).map { task($0, level: $0) }.joined()), "outline-depth", 505),
      (schedule(task(1), start: "0000-01-01"), "date-range", 2),
      (schedule(task(1), start: "99999-01-01"), "date-range", 2),
      (schedule(task(1), start: "0001-01-01"), "date-range", 2),
      (schedule(task(1, "<Deadline>0000-01-01T00:00:00</Deadline>")), "date-range", 4),
      (schedule(task(1, "<ConstraintDate>99999-01-01</ConstraintDate>")), "date-range", 4),
      (schedule(task(1, "<Deadline>0001-01-01T00:00:00</Deadline>")), "date-range", 4),
      (schedule(task(1)).replacing("</Tasks></Project>", with: ""), "truncated", 6),
    ])
  func schedules(text: String, id: String, line: Int) throws {
    try refuse("a.xml", Data(text.utf8), id, line: line)
  }

  @Test(
    "encodings that are broken, and files that were cut",
    arguments: [
      ("a.xml", "\(project)\n<Title>", [0x82, 0xFF], "</Title></Project>", "not-well-formed", 2),
      ("a.graphml", "<graphml>\n<a>", [0x82, 0xFF], "</a></graphml>", "xml", 2),
      ("a.csv", "id,name\na,", [0xFF, 0x80, 0xFF], "\n", "encoding", 2),
      ("a.json", "{\"nodes\":\n[\"", [0xFF, 0x80], "\"]}", "encoding", 2),
      ("b.graphml", "<graphml>\n<graph", [], "", "xml", 2),
      ("b.csv", "id,name\na,\"b", [], "", "table", 2), ("b.dot", "digraph {\na", [], "", "dot", 2),
      ("b.json", "{\"nodes\":\n[1", [], "", "yaml", 3),
    ] as [(String, String, [UInt8], String, String, Int)])
  func bytes(
    name: String, begin: String, bytes: [UInt8], end: String, id: String, line: Int
  ) throws {
    try refuse(name, Data(begin.utf8) + Data(bytes) + Data(end.utf8), id, line: line)
  }

  @Test("a schedule from standard input is read as it comes")
  func standardInput() throws {
    let tasks = (1...3000).map { HostileFileTests.task($0) }.joined()
    let whole = try Command.run(
      ["import", "-", "-o", "-"], input: HostileFileTests.schedule(tasks))
    #expect(whole.status == 0)
    #expect(whole.output.contains("id: \"3000\"") || whole.output.contains("id: 3000"))
    let endless = HostileFileTests.project + String(repeating: "<Task>", count: 5000)
    let deep = try Command.run(["import", "-", "-o", "-"], input: endless)
    #expect(deep.status == 1 && deep.output.isEmpty)
    #expect(deep.messages.contains("<stdin>:1:"))
    #expect(deep.messages.contains("error[too-deep]"))
    let table = try Command.run(
      ["import", "-", "-o", "/nonexistent/plan"], input: "id,name\na,\"b")
    #expect(table.status == 1)
    #expect(table.messages.contains("<stdin>:2:3: error[table]"))
  }
}
