import Foundation
import Planning
import SharedSystem
import Testing

@testable import PlanFile

/// Whatever a file holds, reading it ends soon, with a diagnostic and without a crash.
struct HostileInputTests {
  private let head = "bunri: 1\nproject: {start: 2027-04-01}\n"

  private func ids(_ text: String) -> [String] {
    PlanReader.read(text: text, name: "plan.yaml").diagnostics.map(\.id)
  }

  private func ids(_ bytes: [UInt8]) -> [String] {
    PlanReader.read(bytes: bytes, name: "plan.yaml").diagnostics.map(\.id)
  }

  // MARK: Aliases and depth

  @Test func aliasBomb() {
    var text = head + "tasks:\n  - &a0 {id: a, duration: 1d}\n"
    for level in 1...30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "  - &a\(level) [\(aliases)]\n"
    }
    #expect(ids(text) == ["too-many-values"])
  }

  @Test func aliasBombAsKey() {
    var text = "x: &a0 [1, 2]\n"
    for level in 1...40 { text += "x\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a40\n: 1\n"
    #expect(ids(text) == ["too-many-values"])
  }

  @Test func aliasesCannotNestWithoutEnd() {
    var text = head + "tasks:\n  - &a0 [1]\n"
    for level in 1...500 { text += "  - &a\(level) [*a\(level - 1)]\n" }
    #expect(ids(text) == ["too-deep"])
  }

  @Test func manyAliasesOfOneValueAreFine() {
    var text = head + "teams: [{id: t, capacity: 1}]\ntasks:\n"
    text += "  - {id: first, duration: 1d, needs: &needs {t: 1}}\n"
    for index in 0..<2000 { text += "  - {id: t\(index), duration: 1d, needs: *needs}\n" }
    #expect(ids(text) == [])
  }

  @Test func aliasesOfALongText() {
    let text = String(repeating: "x", count: 100_000)
    let aliases = Array(repeating: "*a", count: 100_000).joined(separator: ", ")
    #expect(ids(head + "tasks: [{id: a, duration: &a \(text)}, \(aliases)]") == ["too-many-values"])
  }

  @Test func rangesOfDaysCannotGrowWithoutEnd() {
    let ranges = Array(repeating: "2027-01-01/2036-12-31", count: 1000).joined(separator: ", ")
    #expect(ids(head + "calendars: [{id: c, open: [\(ranges)]}]") == ["days"])
    let windows = Array(repeating: "1900-01-01/2999-12-31", count: 20_000).joined(separator: ", ")
    let closed = "closed: [01-01/12-31], windows: [\(windows)]"
    #expect(ids(head + "calendars: [{id: c, \(closed)}]") == ["never-works"])
  }

  /// Eleven centuries are looked through for a working day, but not for each of many calendars.
  @Test
  func manyCalendarsThatNeverWork() {
    let calendars = (0..<30_000).map { "- {id: c\($0), closed: [1900-01-01/2999-12-31]}\n" }
    let found = ids(head + "calendars:\n" + calendars.joined())
    #expect(found.count > 20 && Set(found) == ["never-works"])
    let closed = (0..<30_000).map { _ in "2025-01-01/2999-12-30" }.joined(separator: ", ")
    #expect(ids(head + "calendars: [{id: c, closed: [\(closed)]}]") == [])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNesting(opening: String) {
    for depth in [1_000, 10_000, 200_000] {
      let found = ids(head + "tasks:\n  " + String(repeating: opening, count: depth))
      #expect(found == ["too-deep"])
    }
  }

  @Test func deepSummariesAreFineUpToTheLimit() {
    func nested(_ levels: Int) -> String {
      var text = head + "tasks: "
      for level in 0..<levels { text += "[{id: s\(level), tasks: " }
      text += "[{id: leaf, duration: 1d}]" + String(repeating: "}]", count: levels)
      return text
    }
    #expect(ids(nested(50)) == [])
    #expect(ids(nested(100)) == ["too-deep"])
  }

  @Test func manyDirectives() {
    let text = (0..<100_000).map { "%TAG !t\($0)! tag:example.org,2027:\n" }.joined()
    #expect(ids(text + "---\n" + head) == ["yaml"])
  }

  // MARK: Size

  @Test func hugeFileIsRefusedUnread() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/plan.yaml"
      try Data().write(to: URL(fileURLWithPath: path))
      let handle = try #require(FileHandle(forWritingAtPath: path))
      // A sparse file: it says it is large, and takes no room.
      try handle.truncate(atOffset: 70 << 20)
      try handle.close()
      let clock = ContinuousClock()
      let start = clock.now
      let reading = PlanReader.read(path: path)
      #expect(reading.diagnostics.map(\.id) == ["too-large"])
      #expect(clock.now - start < .seconds(5))
      #expect(PlanReader.read(path: folder).diagnostics.map(\.id) == ["too-large"])
    }
  }

  @Test func oneLongLine() {
    #expect(ids(head + "tasks: [" + String(repeating: "a,", count: 500_000) + "]").count == 1001)
    let name = String(repeating: "長", count: 1_000_000)
    #expect(ids(head + "tasks: [{id: a, duration: 1d, name: \(name)}]") == [])
    #expect(ids(head + "tasks: [{id: \(name), duration: 1d}]") == ["id"])
  }

  @Test func manyUnknownKeys() {
    let keys = (0..<20_000).map { "key\($0): 1" }.joined(separator: ", ")
    #expect(ids(head + "tasks: [{id: a, duration: 1d, \(keys)}]").count == 1001)
    #expect(ids(head + "tasks: [{id: a, duration: 1d, name: {\(keys)}}]").count == 1001)
  }

  // MARK: Encodings and control characters

  @Test(arguments: [
    (String.Encoding.shiftJIS, "CP932"), (.iso2022JP, "ISO-2022-JP"), (.utf16, "UTF-16"),
    (.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
    (.utf32, "UTF-32"),
  ])
  func otherEncodings(encoding: String.Encoding, name: String) throws {
    let text = head + "tasks: [{id: a, duration: 1d, name: 要件定義のレビューと承認}]\n"
    let data = try #require(text.data(using: encoding))
    let diagnostics = PlanReader.read(bytes: Array(data), name: "plan.yaml").diagnostics
    #expect(diagnostics.map(\.id) == ["encoding"])
    #expect(diagnostics.first?.advice?.text(in: .en).contains("iconv -f \(name)") == true)
  }

  @Test func eucJP() {
    // 要件定義のレビューと承認
    let name: [UInt8] = [
      0xCD, 0xD7, 0xB7, 0xEF, 0xC4, 0xEA, 0xB5, 0xC1, 0xA4, 0xCE, 0xA5, 0xEC, 0xA5, 0xD3, 0xA5,
      0xE5, 0xA1, 0xBC, 0xA4, 0xC8, 0xBE, 0xB5, 0xC7, 0xA7,
    ]
    let bytes = Array((head + "tasks: [{id: a, name: ").utf8) + name + Array("}]".utf8)
    let diagnostics = PlanReader.read(bytes: bytes, name: "plan.yaml").diagnostics
    #expect(diagnostics.map(\.id) == ["encoding"])
    #expect(diagnostics.first?.advice?.text(in: .en).contains("EUC-JP") == true)
  }

  @Test func placeOfTheFirstBadByte() throws {
    let line = Array("tasks: [{id: a, name: ".utf8) + [0x97, 0x76, 0x8C, 0x8F] + Array("}]".utf8)
    let diagnostic = try #require(
      PlanReader.read(bytes: Array(head.utf8) + line, name: "plan.yaml").diagnostics.first)
    #expect((diagnostic.line, diagnostic.column) == (3, 23))
  }

  @Test func controlCharactersAndBinaries() {
    #expect(ids("bunri: 1\n\u{0}\u{0}\u{0}") == ["control-character"])
    #expect(ids("bunri: \u{1B}[31m1") == ["control-character"])
    #expect(ids(Array("%PDF-1.7\n".utf8) + [0xFF, 0xFE]) == ["binary"])
    #expect(ids([0x50, 0x4B, 3, 4, 20, 0]) == ["binary"])
    #expect(ids([0xFF, 0xD8, 0xFF]) == ["binary"])
    #expect(ids((0..<255).map { UInt8($0) ^ 0x80 }).count == 1)
    #expect(ids("") == ["empty"])
    #expect(ids("\n\n# comment\n") == ["empty"])
    #expect(ids("~") == ["empty"])
    #expect(ids("just text") == ["not-a-plan"])
  }

  // MARK: Paths

  @Test func pathsThatAreNoPlans() throws {
    try inTemporaryFolder { folder in
      #expect(PlanReader.read(path: folder).diagnostics.map(\.id) == ["no-plan"])
      #expect(PlanReader.read(path: folder + "/none.yaml").diagnostics.map(\.id) == ["not-found"])
      #expect(PlanReader.read(path: "").diagnostics.map(\.id) == ["not-found"])
      #expect(PlanReader.read(path: "/dev/zero").diagnostics.map(\.id) == ["too-large"])
      #expect(PlanReader.read(path: "/dev/null").diagnostics.map(\.id) == ["empty"])
      try FileManager.default.createDirectory(
        atPath: folder + "/plan.yaml", withIntermediateDirectories: false)
      #expect(PlanReader.read(path: folder).diagnostics.map(\.id) == ["not-a-file"])
    }
  }

  @Test func includesStayInTheFolder() throws {
    try inTemporaryFolder { folder in
      let manager = FileManager.default
      let inner = folder + "/plan"
      try manager.createDirectory(atPath: inner, withIntermediateDirectories: false)
      try "tasks: []\n".write(toFile: folder + "/secret.yaml", atomically: true, encoding: .utf8)
      try manager.createSymbolicLink(
        atPath: inner + "/link.yaml", withDestinationPath: folder + "/secret.yaml")
      try manager.createSymbolicLink(atPath: inner + "/up", withDestinationPath: "..")
      try manager.createSymbolicLink(atPath: inner + "/null", withDestinationPath: "/dev/null")
      try manager.createDirectory(atPath: inner + "/sub", withIntermediateDirectories: false)
      try "tasks: []\n".write(toFile: inner + "/fine.yaml", atomically: true, encoding: .utf8)
      let names = [
        "link.yaml", "up/secret.yaml", "null", "../secret.yaml", folder + "/secret.yaml",
        "sub/../../secret.yaml", "~/x", "\"\"", "C:/x", "sub", "fine.yaml", "./fine.yaml",
        "plan.yaml",
      ]
      try (head + "include: [\(names.joined(separator: ", "))]\n")
        .write(toFile: inner + "/plan.yaml", atomically: true, encoding: .utf8)
      let found = PlanReader.read(path: inner).diagnostics.map(\.id)
      let expected =
        Array(repeating: "include-path", count: 9) + ["not-a-file"]
        + Array(repeating: "include-twice", count: 2)
      #expect(found == expected)
    }
  }

  @Test func includeChainsEnd() throws {
    try inTemporaryFolder { folder in
      for index in 0..<40 {
        let text = "include: [f\(index + 1).yaml]\n"
        try text.write(toFile: folder + "/f\(index).yaml", atomically: true, encoding: .utf8)
      }
      try (head + "include: [f0.yaml]\n")
        .write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      #expect(PlanReader.read(path: folder).diagnostics.map(\.id) == ["include-depth"])
      try "include: [plan.yaml, f0.yaml]\n"
        .write(toFile: folder + "/f0.yaml", atomically: true, encoding: .utf8)
      let found = PlanReader.read(path: folder).diagnostics
      #expect(found.map(\.id) == ["include-twice", "include-twice"])
      #expect(found.allSatisfy { $0.file.hasSuffix("/f0.yaml") && $0.line == 1 })
    }
  }

  @Test func unreadableFile() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/plan.yaml"
      try head.write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      // Root may read everything.
      let expected = FileManager.default.isReadableFile(atPath: path) ? [] : ["unreadable"]
      #expect(PlanReader.read(path: path).diagnostics.map(\.id) == expected)
    }
  }

  @Test func duplicateIdsAcrossFilesNameBothPlaces() throws {
    try inTemporaryFolder { folder in
      try (head + "include: [work.yaml]\ntasks: [{id: a, duration: 1d}]\n")
        .write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      try "\ntasks: [{id: a, duration: 1d, after: [b]}]\n"
        .write(toFile: folder + "/work.yaml", atomically: true, encoding: .utf8)
      let found = PlanReader.read(path: folder).diagnostics.map { $0.text(in: .en) }
      #expect(found.count == 2)
      #expect(
        found.first?.hasPrefix("\(folder)/work.yaml:2:14: error[duplicate-id]") == true
          && found.first?.contains("at \(folder)/plan.yaml:4") == true, "\(found)")
    }
  }

  @Test func brokenTables() throws {
    let tables: [(String, String)] = [
      ("id,name\na,\"x\n", "2:3 table"), ("id,name\na,\"x\"y\n", "2:6 table"),
      ("id,name\na,b,c\n", "2:5 table"), ("", "0:0 table"), ("id,nmae\na,b\n", "1:4 unknown-key"),
      ("id,id\na,b\n", "1:4 duplicate-key"), ("id,keep.x\na,1\n", "1:4 unknown-owner"),
      ("name\nb\n", "2:1 missing-key"), ("id,size.kloc\na,many\n", "2:3 number"),
    ]
    try inTemporaryFolder { folder in
      try (head + "modulesFrom: m.csv\n")
        .write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      for (table, expected) in tables {
        try table.write(toFile: folder + "/m.csv", atomically: true, encoding: .utf8)
        let found = PlanReader.read(path: folder).diagnostics.map {
          "\($0.line):\($0.column) \($0.id)"
        }
        #expect(found == [expected], "\(table)")
      }
    }
  }
}

/// Runs a test with a new folder, which is deleted afterwards.
func inTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("bunri-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
