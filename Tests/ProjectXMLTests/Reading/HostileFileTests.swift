import Foundation
import Planning
import ProjectXML
import SharedSystem
import Testing

/// Whatever a file holds, reading ends with a diagnostic, and nothing but the file is touched.
@Suite struct HostileFileTests {
  @Test(arguments: [
    ("", "empty-file"), (" \r\n\t", "empty-file"), ("\u{FEFF}", "empty-file"),
    ("not XML", "not-xml"), ("{\"a\": 1}", "not-xml"), ("<", "not-xml"), ("< a>", "not-xml"),
    ("<Project", "truncated"), ("<?xml version=\"1.0\"?>", "truncated"),
    ("<Project><Tasks></Project>", "not-well-formed"), ("<Project/><Project/>", "not-well-formed"),
    ("<Project>&unknown;</Project>", "not-well-formed"),
    ("<Project>&#0;</Project>", "not-well-formed"), ("<Project>\u{1}</Project>", "not-well-formed"),
    ("<Project a='1' a='2'/>", "not-well-formed"), ("<Project>]]></Project>", "not-well-formed"),
    ("<?xml version=\"1.0\" encoding=\"klingon\"?><Project/>", "not-well-formed"),
    ("<html></html>", "not-mspdi"), ("<project/>", "not-mspdi"), ("<Tasks/>", "not-mspdi"),
    ("<APIBusinessObjects/>", "not-mspdi"),
    (
      "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"/>", "not-mspdi"
    ),
    ("<!DOCTYPE Project><Project/>", "document-type"),
  ])
  func brokenDocumentsAreRefused(_ text: String, _ id: String) throws {
    let reading = read(text)
    #expect(reading.file == nil)
    #expect(reading.ids == ["error \(id)"])
    for language in LocalizedText.Language.allCases {
      #expect(reading.problems.allSatisfy { !$0.text(in: language).contains("\n\n") })
    }
  }

  @Test func foreignRootIsNamed() {
    let problem = read("<?xml version=\"1.0\"?>\n\n<gantt xmlns=\"urn:g\"><Task/></gantt>")
      .problems[0]
    #expect(problem.line == 3)
    #expect(
      problem.message.text(in: .en)
        == "the root element is <gantt> (urn:g), not Microsoft Project's <Project>")
    #expect(problem.text(in: .ja).contains("最上位の要素が <gantt> (urn:g) です"))
  }

  @Test func mismatchedTagHasItsLine() {
    let problem = read(project("\n<Tasks>\n<Task>\n</Tasks>")).problems[0]
    #expect(problem.line == 5)
    #expect(problem.message.text(in: .en).contains("Task"))
  }

  /// The declarations stand before the document; each is refused at its first word.
  @Test(arguments: [
    // A file of the machine as an entity.
    "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    // The network.
    "<!DOCTYPE Project SYSTEM \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE Project PUBLIC \"-//X//X\" \"http://127.0.0.1:9/x.dtd\">",
    // A thousand million laughs.
    """
    <!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
    """,
    "<!DOCTYPE Project [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
    "<!DOCTYPE Project [<!ATTLIST Project xmlns CDATA \"urn:x\">]>",
  ])
  func documentTypesAreRefused(_ declaration: String) {
    let reading = read(
      "<?xml version=\"1.0\"?>\n\(declaration)\n<Project><Title>&x;</Title></Project>")
    #expect(reading.file == nil)
    #expect(reading.ids == ["error document-type"])
    #expect(reading.problems.first?.line == 2)
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "<a>", count: 1_000_000)
    #expect(read("<Project>" + deep).ids == ["error too-deep"])
    let fine = String(repeating: "<a>", count: 90) + String(repeating: "</a>", count: 90)
    #expect(read("<Project>\(fine)</Project>").ids == [])
    let recursive = String(repeating: "<Tasks><Task>", count: 1_000_000)
    #expect(read("<Project>" + recursive).ids == ["error too-deep"])
  }

  @Test func attributesAreBounded() {
    let many = (0..<33).map { " a\($0)=''" }.joined()
    #expect(read("<Project><Tasks\(many)/></Project>").ids == ["error too-many-attributes"])
    let endless = (0..<200_000).map { " a\($0)=''" }.joined()
    #expect(read("<Project><Tasks\(endless)/></Project>").ids == ["error long-markup"])
    let names = (0..<200_000).map { " xmlns:a\($0)='u'" }.joined()
    #expect(read("<Project><Tasks\(names)/></Project>").ids == ["error long-markup"])
  }

  @Test(arguments: [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?p ", "?>"), ("<Tasks a=\"", "\"/>"), ("<", "/>"),
  ])
  func markupIsBounded(_ begin: String, _ end: String) {
    let long = String(repeating: "a", count: 12_000_000)
    #expect(read("<Project>\(begin)\(long)\(end)</Project>").file == nil)
    let fine = String(repeating: "a", count: 10_000)
    #expect(read("<Project>\(begin)\(fine)\(end)</Project>").ids == [])
  }

  /// Beyond the ten million bytes at which libxml2 would give up a text of its own.
  @Test func longTextIsCutNotRefused() throws {
    let text = String(repeating: "a\n", count: 8_000_000)
    let reading = read(taskXML("<Notes>\(text)</Notes><Name>b</Name>\(text)"))
    #expect(reading.ids == [])
    #expect(reading.file?.tasks.first?.notes?.utf8.count == MSPDIReader.longestText)
    #expect(reading.file?.tasks.first?.name == "b")
  }

  @Test func moreItemsThanAScheduleCanHoldAreRefused() {
    let tasks = String(repeating: "<Task><UID>1</UID></Task>", count: 400_000)
    #expect(read(project("<Tasks>\(tasks)</Tasks>")).ids == ["error too-much"])
  }

  @Test func differentNamesAreBounded() throws {
    let names = (0..<10_000).map { "<n\($0)><m/></n\($0)>" }.joined()
    let file = try file(names)
    #expect(file.ignored.count < 2000)
    #expect(file.ignored.reduce(0) { $0 + $1.count } == 20_000)
    #expect(file.ignored.last?.path == "…")
    let more = (0..<40_000).map { "<n\($0)/>" }.joined()
    #expect(read(project(more)).ids == ["error too-many-names"])
    let attributes = (0..<40_000).map { "<n a\($0)=''/>" }.joined()
    #expect(read(project(attributes)).ids == ["error too-many-names"])
  }

  @Test func missingFilesAndFoldersAreNamed() {
    let missing = MSPDIReader.read(path: "/nowhere/plan.xml")
    #expect(missing.ids == ["error cannot-read"])
    #expect(missing.problems[0].text(in: .en).contains("cannot read /nowhere/plan.xml: "))
    #expect(MSPDIReader.read(path: NSTemporaryDirectory()).ids == ["error cannot-read"])
    #expect(MSPDIReader.read(path: "/dev/null").ids == ["error empty-file"])
  }

  /// A sample that uses every element, cut after each of its bytes.
  @Test func cutAnywhereIsNeverACrash() throws {
    let whole = Array(
      project(
        """
        <!-- c --><Title>分離 &amp; <![CDATA[移行]]></Title><Calendars><Calendar><UID>1</UID><WeekDays>
        <WeekDay><DayType>2</DayType><WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime>
        <ToTime>18:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar>
        </Calendars><Tasks><Task><UID>1</UID><Start>2029-04-02T09:00:00</Start><PredecessorLink>
        <PredecessorUID>1</PredecessorUID></PredecessorLink></Task></Tasks>
        """
      ).utf8)
    #expect(MSPDIReader.read(bytes: whole).ids == [])
    for end in whole.indices {
      let reading = MSPDIReader.read(bytes: Array(whole[..<end]))
      #expect(reading.file == nil)
      #expect(reading.problems.count == 1 && reading.problems[0].severity == .error)
      if end > 80, reading.problems[0].id != "truncated" {
        // Only within a reference or a character of several bytes may the parser see more.
        #expect(reading.ids == ["error not-well-formed"])
      }
    }
  }

  /// Each byte of the sample replaced by some others.
  @Test func changedBytesAreNeverACrash() throws {
    let whole = Array(taskXML("<Name>分離</Name><Start>2029-04-02T09:00:00</Start>").utf8)
    for index in whole.indices {
      for byte: UInt8 in [0, 0x3C, 0x3E, 0x26, 0x80, 0xFF, 0x20] {
        var changed = whole
        changed[index] = byte
        let reading = MSPDIReader.read(bytes: changed)
        #expect((reading.file == nil) == reading.problems.contains { $0.severity == .error })
      }
    }
  }
}
