import Foundation
import Planning
import Testing

@testable import ProjectXML

@Suite struct SchemaCheckTests {
  /// What a schema says of a document; nil when it is valid.
  private func fault(
    _ schema: XMLSchema, _ document: [UInt8], piece: Int = 4096
  ) throws -> XMLWriteError? {
    let check = try SchemaCheck(schema)
    var rest = document[...]
    while !rest.isEmpty {
      Array(rest.prefix(piece)).withUnsafeBytes { check.take($0) }
      rest = rest.dropFirst(piece)
    }
    do {
      try check.finish()
      return nil
    } catch {
      return error
    }
  }

  private func written(_ schema: String) throws -> [UInt8] {
    let schedule = try formatSample().scheduled()
    switch schema {
    case "gantt": return try GanttXML.bytes(of: schedule).bytes
    case "pmxml": return try PMXML.bytes(of: schedule).bytes
    default: return try MSPDI.bytes(of: schedule).bytes
    }
  }

  private static let schemas: [String: XMLSchema] = [
    "gantt": .gantt, "pmxml": .pmxml, "mspdi": .mspdi,
  ]

  /// Documents that were valid until something was replaced.
  static let broken: [(schema: String, valid: String, broken: String)] = [
    ("gantt", " finish=\"", " end=\""), ("gantt", "kind=\"milestone\"", "kind=\"diamond\""),
    ("gantt", "critical=\"true\"", "critical=\"1\""), ("gantt", "<tasks>", "<tasks><bar/>"),
    ("gantt", "T09:00\"", "T09:00:00\""), ("gantt", "urn:bunri:gantt:1", "urn:bunri:gantt:2"),
    ("gantt", "duration=\"", "duration=\"+"), ("gantt", "<modules>", "<modules>text"),
    ("gantt", "percentComplete=\"100\"", "percentComplete=\"101\""),
    ("gantt", "</gantt>", ""),
    ("mspdi", "<Milestone>0", "<Milestone>false"), ("mspdi", "<UID>1</UID>\n", ""),
    ("mspdi", "<SaveVersion>14</SaveVersion>", ""),
    ("mspdi", "<ConstraintType>0", "<ConstraintType>8"),
    ("mspdi", "<Name>survey</Name>\n   <Type>1</Type>", "<Type>1</Type><Name>survey</Name>"),
    ("mspdi", "PT40H0M0S", "PT40H"), ("mspdi", "T09:00:00</Start>", " 09:00:00</Start>"),
    ("mspdi", "<LinkLag>", "<Lag>"), ("mspdi", "<Tasks>", "<Tasks><Chore/>"),
    ("pmxml", "<Status>Completed", "<Status>Done"), ("pmxml", "<Id>survey</Id>", ""),
    ("pmxml", "Finish to Start", "FS"), ("pmxml", "<DayOfWeek>Sunday", "<DayOfWeek>Sun"),
    ("pmxml", "<Lag>0</Lag>", "<Lag>0d</Lag>"), ("pmxml", "<Type>Finish Milestone", "<Type>Goal"),
    ("pmxml", "<Project>", "<Projekt/><Project>"),
  ]

  @Test(arguments: broken.indices)
  func aBrokenDocumentFails(_ index: Int) throws {
    let (name, valid, broken) = Self.broken[index]
    let schema = try #require(Self.schemas[name])
    let bytes = try written(name)
    #expect(try fault(schema, bytes) == nil)
    let text = String(decoding: bytes, as: UTF8.self)
    let place = try #require(text.range(of: valid), "\(valid) is not in the document")
    let changed = text.replacingCharacters(in: place, with: broken)
    let error = try #require(try fault(schema, Array(changed.utf8)), "\(broken) is let through")
    guard case .invalid(let file, let line, let reason, let places) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(file == schema.name)
    #expect(!reason.isEmpty && places >= 1)
    // The fault is told where it is: not before the place that was changed.
    let before = text[..<place.lowerBound].count { $0 == "\n" } + 1
    #expect(line >= before, "\(error)")
  }

  @Test(arguments: [1, 7, 64, 100_000])
  func piecesDoNotMatter(_ piece: Int) throws {
    let bytes = try written("gantt")
    #expect(try fault(.gantt, bytes, piece: piece) == nil)
    #expect(try fault(.gantt, bytes.dropLast(3) + Array("x>\n".utf8), piece: piece) != nil)
  }

  /// A schema's own mistakes are told, too, and nothing is printed.
  @Test func aWrongSchemaIsAnError() throws {
    for text in ["", "<x/>", "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><oops/>"] {
      #expect(throws: XMLWriteError.self) {
        try SchemaCheck(XMLSchema(name: "wrong.xsd", text: Array(text.utf8)))
      }
    }
  }

  /// What breaks the schema never takes the place of a file.
  @Test func nothingIsWrittenWhenTheCheckFails() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.xml").path
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: XMLWriteError.self) {
      try CheckedDocument.write(toFile: path, .gantt) { stream in
        stream.start("gantt", namespace: GanttXML.namespace)
        stream.end()
      }
    }
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.xml"])
    // Without the check the same document is written.
    try CheckedDocument.write(toFile: path, nil) { stream in
      stream.start("gantt", namespace: GanttXML.namespace)
      stream.end()
    }
    #expect(FileManager.default.contents(atPath: path) != Data("old".utf8))
  }

  /// All elements of the format in their order, those that are not written today included.
  @Test func mspdiSchemaHoldsMoreThanIsWritten() throws {
    let text = String(decoding: XMLSchema.mspdi.text, as: UTF8.self)
    for name in [
      "Baseline", "Assignments", "TimephasedData", "AvailabilityPeriods", "ValueList", "WorkWeeks",
    ] {
      #expect(text.contains("name=\"\(name)\""), "\(name)")
    }
  }

  @Test(arguments: 0..<40)
  func randomPlansAreValid(_ seed: Int) throws {
    guard let schedule = try? randomPlan(UInt64(seed)).scheduled() else { return }
    #expect(throws: Never.self) {
      _ = try GanttXML.bytes(of: schedule)
      _ = try PMXML.bytes(of: schedule)
      _ = try MSPDI.bytes(of: schedule)
    }
  }
}
